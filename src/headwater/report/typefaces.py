"""The two typefaces of all pages: a serif for reading, a sans-serif for numbers and captions.

They travel with the package, so that a page looks and breaks alike everywhere and asks nobody for a font. The report
holds them inside its one file; the explorer serves them. Imports: the standard library only.
"""

import base64
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_RANGES = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,"
    "U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF",
}
_WEIGHTS = (400, 600)
FONT_FILES = tuple(
    f"{family}-{subset}-{weight}.woff2" for family in ("serif", "sans") for subset in _RANGES for weight in _WEIGHTS
)


def font_rules(address: Callable[[str], str], *, extended: bool) -> str:
    """Return the rules that name the typefaces "Headwater Serif" and "Headwater Sans".

    Args:
        address: Gives the address of a file of FONT_FILES.
        extended: Also letters beyond Western European ones; a browser asks for those only where a page has some.
    """
    rules: list[str] = []
    for name in FONT_FILES:
        family, _, rest = name.removesuffix(".woff2").partition("-")
        subset, _, weight = rest.rpartition("-")
        if subset == "latin" or extended:
            rules.append(
                f'@font-face{{font-family:"Headwater {family.title()}";font-weight:{weight};font-display:swap;'
                f'src:url({address(name)}) format("woff2");unicode-range:{_RANGES[subset]}}}'
            )
    return "\n".join(rules)


def held_fonts(page: str) -> str:
    """Return the rules with the fonts in them, for a page in one file; letters it does not need are left out."""
    return font_rules(_inline, extended=any("\u0100" <= letter <= "\u024f" for letter in page))


@cache
def font_bytes(name: str) -> bytes:
    """Return one file of FONT_FILES."""
    return files("headwater.report").joinpath("fonts", name).read_bytes()


@cache
def _inline(name: str) -> str:
    return "data:font/woff2;base64," + base64.b64encode(font_bytes(name)).decode()
