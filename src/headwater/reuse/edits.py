"""What was changed between two versions of a passage, as data.

Imports: the standard library, rapidfuzz, headwater.text, records and this room only.
"""

import re
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from headwater.records import Edit, EditKind, Span
from headwater.reuse.page import Page
from headwater.text import Alignment, fold_case

# Two words closer than this are one word spelt in two ways: "organise" and "organize" .88, "said" and "says" .5.
_SPELLING_LIKENESS = 0.74
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_NUMBER = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion"
    r"|dozen|dozens|half|quarter|third|first|second)\b"
)


def find_edits(alignment: Alignment, earlier: Page, later: Page) -> tuple[Edit, ...]:
    """Return the differences between two sides of an alignment, in order; typography alone makes none.

    Args:
        alignment: Its left side is `earlier`.
        earlier: The document on the left.
        later: The document on the right.
    """
    edits = []
    for before, after in pairwise(alignment.blocks):
        ours = _span(earlier, before[0] + before[2], after[0])
        theirs = _span(later, before[1] + before[2], after[1])
        gap_ours = _around(earlier, before[0] + before[2], after[0])
        gap_theirs = _around(later, before[1] + before[2], after[1])
        edits.append(Edit(kind=_classify(gap_ours, gap_theirs, ours, theirs), earlier=ours, later=theirs))
    return tuple(edits)


def equal_share(alignment: Alignment, earlier: Page, later: Page) -> float:
    """Return the share of characters of the shorter side that are equal, 0 to 1."""
    equal_ours = sum(_length(earlier.span(i, i + n)) for i, _, n in alignment.blocks)
    equal_theirs = sum(_length(later.span(j, j + n)) for _, j, n in alignment.blocks)
    ours, theirs = _length(earlier.span(*alignment.left)), _length(later.span(*alignment.right))
    if ours <= theirs:
        return min(1.0, (equal_ours + max(0, len(alignment.blocks) - 1)) / ours)
    return min(1.0, (equal_theirs + max(0, len(alignment.blocks) - 1)) / theirs)


def _length(span: Span) -> int:
    return span.end - span.start


def _span(page: Page, first: int, end: int) -> Span | None:
    return page.span(first, end) if end > first else None


def _around(page: Page, first: int, end: int) -> str:
    """Return the characters from the word before a gap to the word after it, folded."""
    return fold_case(page.document.text[int(page.words.ends[first - 1]) : int(page.words.starts[end])])


def _classify(ours: str, theirs: str, earlier: Span | None, later: Span | None) -> EditKind:
    if earlier is None or later is None:
        present, other = (theirs, ours) if earlier is None else (ours, theirs)
        if _ELLIPSIS.search(other):
            return "ellipsis"
        if _NUMBER.search(present) and _digits(present):
            return "number"
        return "insertion" if earlier is None else "deletion"
    left, right = ours.strip(" ,;:-\"'()"), theirs.strip(" ,;:-\"'()")
    if _NUMBER.search(left) and _NUMBER.search(right):
        return "number"
    if _ELLIPSIS.search(theirs) or _ELLIPSIS.search(ours):
        return "ellipsis"
    plain_left, plain_right = re.sub(r"\W", "", left), re.sub(r"\W", "", right)
    if Levenshtein.normalized_similarity(plain_left, plain_right) >= _SPELLING_LIKENESS:
        return "spelling"
    return "substitution"


def _digits(text: str) -> bool:
    return any(char.isdecimal() for char in text)
