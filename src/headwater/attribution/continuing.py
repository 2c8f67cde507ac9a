"""Quotations that go on without a cue of their own (method, convention 3), and the edges of quoted content.

A sentence that stands wholly in quotation marks belongs to the last cue when that cue's content was a quotation;
after an indirect sentence it stands alone, without source and cue.
Imports: the standard library and this package's drafts and quotes only.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.quotes import Quotation
from headwater.attribution.signed import MARKED

_MARKED = re.compile(r"[\"“”«»‘`]|''|(?<!\w)'|'(?!\w)")
_MARKS = frozenset("\"“”«»„‘’'`")
_FEWEST_WORDS_ALONE = 5  # fewer quoted words are a name, a title or a scare quote
_ENDS = frozenset(".?!…")
_MOST_LINE_BREAKS = 3
_PIECES_READ = 3  # a relation has few pieces of its own; the rest are quotations that already went on
_LONGEST_GAP = 160  # code points from a relation's last word to a quotation that goes on with it


_RUNS_ON = 3000  # code points; a mark closed later than this was left open by mistake


def snap_to_marks(text: str, ranges: tuple[Range, ...], quotations: tuple[Quotation, ...]) -> tuple[Range, ...]:
    """Move edges that miss a quotation's mark by at most two code points onto the mark; join what then touches."""
    snapped: list[Range] = []
    for first, last in ranges:
        start, end = _snap_start(text, first, quotations), _snap_end(text, (first, last), quotations)
        if snapped and start <= snapped[-1][1]:
            snapped[-1] = snapped[-1][0], max(end, snapped[-1][1])
        else:
            snapped.append((start, end))
    return tuple(snapped)


def _snap_start(text: str, start: int, quotations: tuple[Quotation, ...]) -> int:
    index = bisect_left(quotations, start - 2, key=lambda quotation: quotation.start)
    if index == len(quotations):
        return start
    mark = quotations[index].start
    return mark if 0 < start - mark <= 2 and not text[mark:start].strip("\"“«„‘'` ") else start


def _snap_end(text: str, place: Range, quotations: tuple[Quotation, ...]) -> int:
    start, end = place
    index = bisect_left(quotations, end, key=lambda quotation: quotation.end)
    if index == len(quotations) or quotations[index].start < start - 1:
        return end
    mark = quotations[index].end
    if quotations[index].closed and quotations[index].start < end < mark and mark - end <= _RUNS_ON:
        return mark  # a quotation that runs on over sentences belongs to the cue it began with
    closes = 0 < mark - end <= 2 and all(char in _MARKS or char in ".,?! " for char in text[end:mark])
    return mark if closes else end


def continue_quotations(text: str, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> list[Draft]:
    """Give every quotation that stands without a cue to the cue before it, or to nobody.

    Args:
        text: Document.text.
        drafts: Outermost relations in order of their first word.
        quotations: What find_quotations returned.

    Returns:
        The drafts with contents extended, and one draft without source and cue for each quotation left alone.
    """
    taken = sorted(piece for draft in drafts for piece in (*draft.content, *((draft.cue,) if draft.cue else ())))
    ordered = sorted(range(len(drafts)), key=lambda index: drafts[index].start)
    starts = [drafts[index].start for index in ordered]
    extra: dict[int, list[Range]] = {}
    ends: dict[int, int] = {}
    alone: list[Draft] = []
    for quotation in quotations:
        if _touches(taken, quotation.start, quotation.end) or not _stands_alone(text, quotation):
            continue
        position = bisect_right(starts, quotation.start) - 1
        owner = ordered[position] if position >= 0 else -1
        piece = (quotation.start, quotation.end)
        if owner >= 0 and _goes_on(text, drafts[owner], ends.get(owner) or _end(drafts[owner]), piece):
            extra.setdefault(owner, []).append(piece)
            ends[owner] = quotation.end
        elif (
            alone
            and alone[-1].start > (starts[position] if position >= 0 else -1)
            and _goes_on(text, alone[-1], _end(alone[-1]), piece)
        ):
            alone[-1] = replace(alone[-1], content=(*alone[-1].content, piece))
        else:
            alone.append(Draft(source=None, cue=None, content=(piece,), rule="quotation-alone", score=0.4))
    extended = [
        replace(draft, content=(*draft.content, *extra[index])) if index in extra else draft
        for index, draft in enumerate(drafts)
    ]
    return sorted([*extended, *alone], key=lambda draft: draft.start)


def _end(draft: Draft) -> int:
    return max(stop for _, stop in (draft.content[-1], *filter(None, (draft.cue, draft.source))))


def _touches(taken: list[Range], start: int, end: int) -> bool:
    index = bisect_left(taken, (end, end))
    return any(begin < end and start < stop for begin, stop in taken[max(0, index - 3) : index])


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Nothing but the paragraph's edge or a finished sentence before it, and a stop or the edge after it."""
    before = text[max(0, quotation.start - 2) : quotation.start].strip()
    opens = quotation.opens_paragraph or before[-1:] in _ENDS or before[-1:] in _MARKS
    inner = text[quotation.start : quotation.end].rstrip("\"”’'» ")
    closes = quotation.ends_paragraph or inner[-1:] in _ENDS
    return opens and closes and len(inner.split()) >= _FEWEST_WORDS_ALONE


def _goes_on(text: str, draft: Draft, end: int, piece: Range) -> bool:
    """The content was quoted in part, and only white space or the end of its own sentence stands between."""
    if piece[0] - end > _LONGEST_GAP or text.count("\n", end, piece[0]) > _MOST_LINE_BREAKS:
        return False
    if draft.rule in MARKED:
        # Quoted transcripts open each line with a mark, before the name; a signature ends its quotation.
        return draft.rule == "transcript" and text[max(0, draft.start - 1)] in _MARKS
    return any(_MARKED.search(text, begin, stop) for begin, stop in draft.content[-_PIECES_READ:])
