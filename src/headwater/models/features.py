"""What an uncased wordpiece vocabulary cannot see: quotation state, letter case and paragraph ends.

Of these the quotation state is the one that matters: a model that has it and loses it finds far fewer contents.
Positions are code points of the text given. Imports: the standard library and numpy.
"""

import re
from enum import IntEnum

import numpy as np
import numpy.typing as npt

States = npt.NDArray[np.uint8]

# A line break that a lower-case word follows is a wrapped line, not the end of a paragraph.
_PARAGRAPH_BREAK = re.compile(r"[ \t]*(?:\r?\n|\r)(?![ \t]*[a-z])\s*")
_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‛'`]")
_OPEN_DOUBLE = frozenset({"“", "„", "‟", "«", "``"})
_CLOSE_DOUBLE = frozenset({"”", "»", "''"})
_OPENERS_BEFORE = frozenset('([{<-–—/“"')


class Quote(IntEnum):
    """State of one code point with respect to quotations."""

    OUTSIDE = 0
    DOUBLE = 1
    SINGLE = 2
    OPENING = 3
    CLOSING = 4
    UNCLOSED = 5


class Case(IntEnum):
    """Case of one word's letters."""

    LOWER = 0
    CAPITALISED = 1
    UPPER = 2
    MIXED = 3
    NO_LETTER = 4


class Place(IntEnum):
    """Where a piece stands in its paragraph."""

    INSIDE = 0
    FIRST = 1
    LAST = 2
    ALONE = 3


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of a text's paragraphs, in order, without the line breaks between them."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for match in _PARAGRAPH_BREAK.finditer(text):
        if match.start() > start:
            ranges.append((start, match.start()))
        start = match.end()
    if start < len(text):
        ranges.append((start, len(text)))
    return ranges


def quote_states(text: str) -> States:
    """Tell for each code point of one paragraph whether it stands inside a quotation.

    Curly, straight, doubled and British single marks are read; straight marks take their direction from what stands
    around them, so one odd mark does not turn the rest of the paragraph inside out. A quotation that is still
    open at the end (as in a quotation of several paragraphs) is marked UNCLOSED from its opening mark on.

    Args:
        text: One paragraph, n code points.

    Returns:
        n values of Quote.
    """
    states = np.zeros(len(text), dtype=np.uint8)
    opened = {Quote.DOUBLE: -1, Quote.SINGLE: -1}
    for match in _MARK.finditer(text):
        start, end = match.span()
        mark = match[0]
        kind = Quote.SINGLE if mark in "‘’‚‛'`" else Quote.DOUBLE
        turn = _direction(text, start, end, mark, is_open=opened[kind] >= 0)
        if turn is None:
            continue
        if turn is Quote.CLOSING and opened[kind] >= 0:
            inside = states[opened[kind] : start]
            # The outer quotation wins over one nested in it; marks keep their own state.
            inside[inside == Quote.OUTSIDE] = kind
            if kind is Quote.DOUBLE:
                inside[inside == Quote.SINGLE] = kind
            opened[kind] = -1
        elif turn is Quote.OPENING and opened[kind] < 0:
            opened[kind] = end
        states[start:end] = turn
    if opened[Quote.DOUBLE] >= 0:
        rest = states[opened[Quote.DOUBLE] :]
        rest[rest == Quote.OUTSIDE] = Quote.UNCLOSED
    return states


def _direction(text: str, start: int, end: int, mark: str, *, is_open: bool) -> Quote | None:
    """Say whether a mark opens or closes a quotation; None for an apostrophe."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    may_open = (before.isspace() or before in _OPENERS_BEFORE) and not after.isspace()
    if mark in _OPEN_DOUBLE:
        return Quote.OPENING
    if mark in _CLOSE_DOUBLE:
        return Quote.CLOSING
    if mark == '"':
        if may_open:
            return Quote.OPENING
        if after.isspace():
            return Quote.CLOSING
        return Quote.CLOSING if is_open else Quote.OPENING
    if may_open and mark != "’":
        return Quote.OPENING if _has_single_end(text, end) else None
    if is_open and mark in "’'" and not after.isalnum() and not before.isspace():
        # "the voters' choice": a plural's apostrophe closes nothing, a closing mark mostly follows punctuation.
        return Quote.CLOSING if before in ".,?!;:…" or not _has_single_end(text, end) else None
    return None


_SINGLE_END = re.compile(r"[.,?!;:…\w][’'](?!\w)")


def _has_single_end(text: str, start: int) -> bool:
    """Say whether a single mark that can close a quotation stands within the next 400 code points."""
    return _SINGLE_END.search(text, start, start + 400) is not None


def case_of(word: str) -> Case:
    """Return the case of a word, or of a piece of one."""
    if word.islower():
        return Case.LOWER
    if word.isupper():
        return Case.UPPER if len(word) > 1 else Case.CAPITALISED
    if word[:1].isupper():
        return Case.CAPITALISED
    return Case.MIXED if any(letter.isupper() for letter in word) else Case.NO_LETTER
