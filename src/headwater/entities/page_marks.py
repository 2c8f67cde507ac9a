"""What the marks and capitals of a text show before its names are read: quotations and headlines.

Offsets are code points. Imports: text and the standard library only.
"""

import re

from headwater.text import Token, split_paragraphs

_LONGEST_CREDIT = 120  # code points
_PICTURE_CREDIT = re.compile(
    r"\W*(?:[^\n.!?]{0,80}[ /|(])?(?:Getty Images|Shutterstock|AP Photo|AFP Photo)(?:[ /|][^\n.!?]{1,40})?\W*"
    r"|[^\n.!?]{2,70} via (?:AP|AFP|Reuters|EPA|Getty|Xinhua|TASS)\W*"
    r"|(?:Photo|Image|Picture|Photograph|Photo credit|Image credit)s?: [^\n!?]{2,80}"
)


def quoted_ranges(folded: str) -> tuple[tuple[int, int], ...]:
    """Return what stands between double quotation marks; a mark left open holds to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    for start, end in split_paragraphs(folded):
        opened: int | None = None
        at = folded.find('"', start, end)
        while at != -1:
            if opened is None:
                opened = at
            else:
                found.append((opened, at + 1))
                opened = None
            at = folded.find('"', at + 1, end)
        if opened is not None:
            found.append((opened, end))
    return tuple(found)


def picture_credits(text: str) -> tuple[tuple[int, int], ...]:
    """Return the lines that name who took a picture: "Bloomberg via Getty Images", "Photo: Ida Oak/AP"."""
    return tuple(
        (start, end)
        for start, end in split_paragraphs(text)
        if end - start <= _LONGEST_CREDIT and _PICTURE_CREDIT.fullmatch(text, start, end)
    )


def is_title_case(tokens: tuple[Token, ...], *, first: bool) -> bool:
    """Tell whether a line is a headline: a short first line, or one of capitals, that ends without a stop."""
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 3]
    if not tokens or tokens[-1].text in '."”':
        return False
    if first and len(words) <= 14:
        return True
    if len(words) < 4:
        return False
    return sum(word[0].isupper() for word in words) >= 0.75 * len(words)
