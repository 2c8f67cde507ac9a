"""Whom "his brother", "her predecessor" and "his deputy" mean: the one person who fits, or nobody."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "predecessor": (
        (
            "Orvale named Ruth Tanner as coach, replacing Dermot Quigg. [[Tanner]] said {{a}}. "
            "[[Her predecessor]] said {{b}}."
        ),
        ["Ruth Tanner", "Dermot Quigg"],
    ),
    "successor-of-the-passive": (
        "Otto Brandt was replaced as mayor by Ines Calder. [[Brandt]] said {{a}}. [[His successor]] said {{b}}.",
        ["Otto Brandt", "Ines Calder"],
    ),
    "the-office-passes-on": (
        (
            "Otto Brandt served as sheriff until Ines Calder ousted him. [[Brandt]] said {{a}}. "
            "[[The sheriff]] said {{b}}."
        ),
        ["Otto Brandt", "Ines Calder"],
    ),
    "told-by-a-noun": (
        (
            "Gwen Tarrant lost. [[Her successor, Colm Deasy]], said {{a}}. [[Tarrant]] said {{b}}. "
            "[[Deasy]] said {{c}}. [[His predecessor]] said {{d}}."
        ),
        ["Colm Deasy", "Gwen Tarrant", "Colm Deasy", "Gwen Tarrant"],
    ),
    "a-successor-of-somebody-else": (
        "Ann Roe replaced Carl Poe. [[Roe]] said {{a}}. [[Her successor]] said {{b}}.",
        ["Ann Roe", "successor"],
    ),
    "rival": (
        "Ann Roe beat Carl Poe in the runoff. [[Roe]] said {{a}}. [[Her rival]] said {{b}}.",
        ["Ann Roe", "Carl Poe"],
    ),
    "a-rival-nobody-named": (
        "[[Ann Roe]] said {{a}}. [[Her rival]] said {{b}}.",
        ["Ann Roe", "rival"],
    ),
    "deputy": (
        "Governor Hal Dole met Deputy Governor Lena Marsh. [[Dole]] said {{a}}. [[His deputy]] said {{b}}.",
        ["Hal Dole", "Lena Marsh"],
    ),
    "brother": (
        "The millers Ivo Orde and Will Orde quarrel. [[Ivo Orde]] said {{a}}. [[His brother]] said {{b}}.",
        ["Ivo Orde", "Will Orde"],
    ),
    "a-brother-of-another-name": (
        "Ivo Orde met Will Pike. [[Orde]] said {{a}}. [[His brother]] said {{b}}.",
        ["Ivo Orde", "brother"],
    ),
    "counterpart": (
        "Captain Ann Roe met Captain Eva Poe. [[Roe]] said {{a}}. [[Her counterpart]] said {{b}}.",
        ["Ann Roe", "Eva Poe"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
