"""Quotations are said as wholes, and no piece of a content crosses a paragraph.

In PolNeAR's training part 97 in 100 quotations of five words or more have one owner for all their words, and one
piece of 23,360 crosses a paragraph. Ranges are half-open code points. Imports: the standard library and this package
only.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.quotes import Quotation
from headwater.attribution.signed import MARKED

_FEWEST_WORDS = 5  # fewer are a name, a title or a scare quote, which may stand in part of a content
_LONGEST = 3000  # code points; what a mark left open by mistake spans is no quotation
_QUOTING = frozenset(("verb-quotation", "inverted", "verb-clause"))
_SHREDDED = 0.5  # below this share of its characters a quotation is held by nobody


def within_paragraphs(text: str, draft: Draft) -> Draft:
    """Return the draft with each piece of its content cut at line ends; what follows a closed quotation is dropped."""
    if not any("\n" in text[start:end] for start, end in draft.content):
        return draft
    pieces = []
    for start, end in draft.content:
        for line_start, line_end in _lines(text, start, end):
            if not _has_word(text, (line_start, line_end)):
                continue
            pieces.append((line_start, line_end))
            if text[line_end - 1] in '”"»' and line_end < end:
                break
    return replace(draft, content=tuple(pieces)) if pieces else draft


def _lines(text: str, start: int, end: int) -> list[Range]:
    lines = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            begin = at + line.index(bare)
            lines.append((begin, begin + len(bare)))
        at += len(line)
    return lines


def make_whole(text: str, drafts: Sequence[Draft], quotations: tuple[Quotation, ...]) -> list[Draft]:
    """Give every quotation that one relation holds for the most part to it as a whole; take shreds away.

    Args:
        text: Document.text.
        drafts: Relations of which none stands inside a quotation.
        quotations: What find_quotations returned.

    Returns:
        The drafts in the same order; one whose content was nothing but shreds is left out.
    """
    contents = [list(draft.content) for draft in drafts]
    held = sorted((start, end, index) for index, pieces in enumerate(contents) for start, end in pieces)
    for quotation in quotations:
        place = quotation.start, quotation.end
        if not _is_speech(text, place):
            continue
        shares: dict[int, int] = {}
        for start, end, index in held[max(0, bisect_left(held, place) - 3) : bisect_right(held, (place[1],))]:
            inside = min(end, place[1]) - max(start, place[0])
            if inside > 0 and drafts[index].rule not in MARKED:
                shares[index] = shares.get(index, 0) + inside
        if not shares:
            continue
        owner = max(shares, key=lambda index: (shares[index], -index))
        whole = shares[owner] >= _SHREDDED * (place[1] - place[0])
        for index in shares:
            contents[index] = [piece for piece in _without(contents[index], place) if _has_word(text, piece)]
        if whole:
            contents[owner] = _united([*contents[owner], place])
    return [
        draft if list(draft.content) == pieces else replace(draft, content=tuple(pieces))
        for draft, pieces in zip(drafts, contents, strict=True)
        if pieces
    ]


def take_up(
    text: str, drafts: Sequence[Draft], rules: Sequence[Draft], quotations: tuple[Quotation, ...]
) -> list[Draft]:
    """Return the rules' relations whose content is a quotation that no relation holds.

    Args:
        text: Document.text.
        drafts: Relations as read, none inside a quotation.
        rules: What the rule finder proposes, none inside a quotation.
        quotations: What find_quotations returned.
    """
    held = sorted(piece for draft in drafts for piece in draft.content)
    cues = sorted(draft.cue for draft in drafts if draft.cue)
    free = [place for q in quotations if not _meets(held, place := (q.start, q.end)) and _has_word(text, place)]
    return [
        draft
        for draft in rules
        if draft.rule in _QUOTING
        and draft.cue
        and not _meets(cues, draft.cue)
        and _mostly_within(free, draft.content)
        and not any(_meets(held, piece) for piece in draft.content)
    ]


def _is_speech(text: str, place: Range) -> bool:
    start, end = place
    return end - start <= _LONGEST and len(text[start:end].split()) >= _FEWEST_WORDS


def _without(pieces: list[Range], place: Range) -> list[Range]:
    """Return the parts of pieces that lie outside a place."""
    left = []
    for start, end in pieces:
        if end <= place[0] or place[1] <= start:
            left.append((start, end))
            continue
        if start < place[0]:
            left.append((start, place[0]))
        if place[1] < end:
            left.append((place[1], end))
    return left


def _united(pieces: list[Range]) -> list[Range]:
    united: list[Range] = []
    for start, end in sorted(pieces):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _meets(places: list[Range], place: Range) -> bool:
    """Tell whether a place shares a code point with one of places, which are in order and do not overlap much."""
    index = bisect_left(places, (place[1],))
    return any(start < place[1] and place[0] < end for start, end in places[max(0, index - 3) : index])


def _mostly_within(places: list[Range], pieces: tuple[Range, ...]) -> bool:
    """Tell whether at least half of the pieces' characters lie within places, which are in order and apart."""
    inside = 0
    for start, end in pieces:
        first = max(0, bisect_right(places, (start, end)) - 1)
        for begin, stop in places[first : bisect_left(places, (end, end))]:
            inside += max(0, min(end, stop) - max(start, begin))
    return 2 * inside >= sum(end - start for start, end in pieces)


def _has_word(text: str, place: Range) -> bool:
    return any(char.isalnum() for char in text[place[0] : place[1]])
