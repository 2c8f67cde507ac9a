"""Quotations of a text: double and British single marks, straight, curly, `` '' and spaced wire style.

A quotation that a paragraph leaves open goes on to the paragraph's end, and is taken up by a paragraph that opens
with a mark of its own. One odd mark never costs more than its own paragraph. Linear in the length of the text.
Offsets are code points of Document.text. Imports: the standard library and headwater.text only.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from headwater.text import split_paragraphs

_MARK = re.compile(r"``|''|[\"“”„«»‘’‚'`]")
_DOUBLE = re.compile(r"``|''|[\"“”„«»]")
_MOST_LINES, _MOST_CARRIED = 9, 2500  # lines and code points a quotation may run on without a mark
_CURLY_OPEN = frozenset(("“", "„", "«", "``"))
_CURLY_CLOSE = frozenset(("”", "»"))
_SINGLE = frozenset("‘’‚'`")
_BEFORE_OPEN = frozenset("([{-–—/:;\"“‘'")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,?!;:…])['’](?!\w)")
_LEADS_TO_QUOTATION = ("", ",", ":", ".", "!", "?", "”", '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One outermost quotation within one paragraph.

    Attributes:
        start, end: Half-open range with its marks.
        closed: A closing mark ends it.
        opens_paragraph, ends_paragraph: It stands at that edge of its paragraph.
    """

    start: int
    end: int
    closed: bool
    opens_paragraph: bool
    ends_paragraph: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations in order; they do not overlap and none crosses a paragraph."""
    found: list[Quotation] = []
    paragraphs = split_paragraphs(text)
    carried, covered = False, -1
    for index, (start, end) in enumerate(paragraphs):
        if index < covered:
            found.append(Quotation(start=start, end=end, closed=False, opens_paragraph=True, ends_paragraph=True))
            continue
        inside = _in_paragraph(text, start, end, carried=carried)
        found.extend(inside)
        carried = bool(inside) and not inside[-1].closed
        covered = _closing_paragraph(text, paragraphs, index + 1) if carried else -1
    return tuple(found)


def _closing_paragraph(text: str, paragraphs: tuple[tuple[int, int], ...], first: int) -> int:
    """Return which paragraph from `first` on closes a quotation left open before it, -1 when none soon does.

    Some pages set each sentence on a line of its own; a quotation then runs over lines without a mark.
    """
    for index in range(first, min(first + _MOST_LINES, len(paragraphs))):
        start, end = paragraphs[index]
        if end - paragraphs[first][0] > _MOST_CARRIED:
            return -1
        for match in _DOUBLE.finditer(text, start, end):
            opens = _opens_double(text, match.start(), match.end(), start, end, match.group(), is_open=True)
            return -1 if opens else index
    return -1


def _in_paragraph(text: str, start: int, end: int, *, carried: bool) -> list[Quotation]:
    ranges: list[tuple[int, int, bool]] = []
    single_closers = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, end)]
    opened, single = -1, False
    for match in _MARK.finditer(text, start, end):
        at, after, mark = match.start(), match.end(), match.group()
        if mark in _SINGLE:
            if opened < 0 and _opens_single(text, at, start, end, single_closers):
                opened, single = at, True
            elif opened >= 0 and single and mark in "'’" and _closes_single(text, at, single_closers):
                ranges.append((opened, after, True))
                opened = -1
            continue
        if single and opened >= 0:
            continue  # a double mark inside single ones is nested
        is_open = opened >= 0 or (carried and not ranges)
        opening = _opens_double(text, at, after, start, end, mark, is_open=is_open)
        if opening:
            if opened >= 0:
                ranges.append((opened, _trim_end(text, opened, at), False))
            opened, single = at, False
        elif opened >= 0:
            ranges.append((opened, after, True))
            opened = -1
        elif carried and not ranges:
            ranges.append((start, after, True))
    if opened >= 0 and not single and (opened == start or _may_stay_open(text, opened)):
        ranges.append((opened, end, False))
    return [
        Quotation(start=b, end=e, closed=closed, opens_paragraph=b == start, ends_paragraph=e == end)
        for b, e, closed in ranges
        if e - b > 1
    ]


def _opens_double(text: str, at: int, after: int, start: int, end: int, mark: str, *, is_open: bool) -> bool:
    if mark in _CURLY_OPEN:
        return not (mark == "“" and is_open and (after == end or not text[after].isalnum()))  # „…“ closes with it
    if mark in _CURLY_CLOSE:
        # Some systems write ” on both sides: one that follows a space and touches a word opens when nothing is open.
        return (
            mark == "”"
            and not is_open
            and (at == start or text[at - 1] == " ")
            and after < end
            and text[after].isalnum()
        )
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if following.isspace() and not before.isspace():
        return False
    if (before.isspace() or before in _BEFORE_OPEN) and not following.isspace():
        # Spaced wire style closes with `. "he said`: an open quotation, an end mark, and a small letter after.
        return not (is_open and (_ends_with_mark(text, at, start) or following in ".,;"))
    return not is_open


def _ends_with_mark(text: str, at: int, start: int) -> bool:
    at -= 1
    while at > start and text[at] == " ":
        at -= 1
    return at > start and text[at] in ".,?!"


def _may_stay_open(text: str, at: int) -> bool:
    """Tell whether an open mark may begin a quotation that nobody closes: after a colon, a comma or a sentence."""
    return text[max(0, at - 2) : at].rstrip()[-1:] in _LEADS_TO_QUOTATION


def _opens_single(text: str, at: int, start: int, end: int, closers: list[int]) -> bool:
    before = text[at - 1] if at > start else " "
    following = text[at + 1] if at + 1 < end else " "
    if text[at] == "’" or following.isspace() or not (before.isspace() or before in _BEFORE_OPEN):
        return False
    index = bisect_left(closers, at + 2)
    return index < len(closers)


def _closes_single(text: str, at: int, closers: list[int]) -> bool:
    index = bisect_left(closers, at)
    if index >= len(closers) or closers[index] != at:
        return False
    if text[at - 1] in ".,?!;:…":
        return True
    # "the voters' choice": a plural's apostrophe inside a quotation that is closed later on.
    plural = text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    return not (plural and index + 1 < len(closers) and not _opener_between(text, at + 1, closers[index + 1]))


def _opener_between(text: str, start: int, end: int) -> bool:
    piece = text[start : min(end, start + 400)]
    return " '" in piece or "‘" in piece or end - start > 400


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
