"""What differs between two versions of one utterance: inside, at its ends, and in who is said to speak.

Places are indices into a version's words. Imports: the standard library, headwater.text, records and this room only.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.records import QuotationChange, Span
from headwater.reuse.changes import tell_change
from headwater.reuse.versions import Version, names_nearby, shows_speaker, speaker_change
from headwater.text import Block

Places = tuple[int, int]

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|[\[(]\s*[\])]")
_SENTENCE_END = re.compile(r"[.!?](?!\.)")
# How a sentence begins that qualifies the one before it.
_QUALIFIER = re.compile(r"(?:but|however|though|although|unless|except|yet|only|still|that said)\b", re.IGNORECASE)
# What parts two words that are one to the reader: "1,500", "state-run", "don't".
_JOINTS = frozenset(",.'’-‐‑:/")
# One version may begin or end with a few words where the other has a few others; with more, they are two utterances.
_MOST_CHANGED_END = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of one utterance.

    Attributes:
        blocks: Their equal words.
        told: Of each, the words that the other's document quotes in any place.
    """

    fullest: Version
    version: Version
    blocks: tuple[Block, ...]
    told: tuple[Collection[int], Collection[int]]

    @property
    def sides(self) -> tuple[Version, Version]:
        """Both versions."""
        return self.fullest, self.version


def find_changes(pair: Pair) -> tuple[QuotationChange, ...] | None:
    """Return what differs in reading order, speakers last; None when the ends show two different utterances."""
    first, last = _end(pair, at_end=False), _end(pair, at_end=True)
    if first is None or last is None:
        return None
    return (*first, *_inner(pair), *last, *_speakers(pair))


def _inner(pair: Pair) -> Iterator[QuotationChange]:
    """Yield what differs between the runs of equal words."""
    for before, after in pairwise(pair.blocks):
        gaps = [(before[side] + before[2], after[side]) for side in (0, 1)]
        yield _change(pair, _widen(pair, gaps))


def _widen(pair: Pair, gaps: Sequence[Places]) -> list[Places]:
    """Take in the rest of a number or a hyphened word that a gap cuts: "1,500" and "1,600" share their first word."""
    begins = any(end > begin and _is_joint(one, begin) for one, (begin, end) in zip(pair.sides, gaps, strict=True))
    ends = any(end > begin and _is_joint(one, end) for one, (begin, end) in zip(pair.sides, gaps, strict=True))
    return [(begin - begins, end + ends) for begin, end in gaps]


def _is_joint(version: Version, at: int) -> bool:
    return version.marks_before(at) in _JOINTS


def _change(pair: Pair, gaps: Sequence[Places]) -> QuotationChange:
    ours, theirs = (one.span(*gap) if gap[1] > gap[0] else None for one, gap in zip(pair.sides, gaps, strict=True))
    marked = [
        any(_ELLIPSIS.search(one.marks_before(at)) for at in range(gap[0], gap[1] + 1))
        for one, gap in zip(pair.sides, gaps, strict=True)
    ]
    if ours is not None and theirs is not None:
        kind = tell_change(_words(pair.fullest, ours), _words(pair.version, theirs))
        is_left_out = kind == "substitution" and any(marked)
        return QuotationChange(kind="ellipsis" if is_left_out else kind, fullest=ours, version=theirs)
    side = 0 if ours is None else 1
    if marked[side]:
        return QuotationChange(kind="ellipsis", fullest=ours, version=theirs)
    # Words that fall between two pairs of quotation marks are left out for all to see.
    at = gaps[side][0]
    broken = pair.sides[side].quoted_range(at - 1) != pair.sides[side].quoted_range(at)
    return QuotationChange(kind="truncation" if broken else "substitution", fullest=ours, version=theirs)


def _words(version: Version, span: Span) -> str:
    return span.quote(version.page.document.text)


def _end(pair: Pair, *, at_end: bool) -> tuple[QuotationChange, ...] | None:
    """Return what one version has beyond all that both have, on one side; None when they are two utterances.

    Whole sentences that an outlet does not quote alter nothing, unless they take back what went before.
    """
    block = pair.blocks[-1] if at_end else pair.blocks[0]
    edges = [block[side] + block[2] if at_end else block[side] for side in (0, 1)]
    left = [
        _left_over(one, edge, told, at_end=at_end) for one, edge, told in zip(pair.sides, edges, pair.told, strict=True)
    ]
    own = [
        _same_sentence(one, places, edge, at_end=at_end)
        for one, places, edge in zip(pair.sides, left, edges, strict=True)
    ]
    if own[0] and own[1]:
        if max(len(own[0]), len(own[1])) > _MOST_CHANGED_END:
            return None
        own = _without_equal_ends(pair, own, at_end=at_end)
        ours, theirs = (one.span(places[0], places[-1] + 1) for one, places in zip(pair.sides, own, strict=True))
        kind = tell_change(_words(pair.fullest, ours), _words(pair.version, theirs))
        return (QuotationChange(kind=kind, fullest=ours, version=theirs),)
    longer = 0 if own[0] or (left[0] and not own[1]) else 1
    one, cut = pair.sides[longer], own[longer]
    if at_end and not left[1 - longer] and left[longer] and _takes_back(one, left[longer][len(cut) :]):
        cut = left[longer]
    if not cut:
        return ()
    span = one.span(cut[0], cut[-1] + 1)
    return (QuotationChange(kind="truncation", fullest=(span, None)[longer], version=(None, span)[longer]),)


def _without_equal_ends(pair: Pair, own: Sequence[range], *, at_end: bool) -> list[range]:
    """Leave out the outermost words where they are the same: they were too light to carry an alignment on."""
    ours, theirs = own
    outer, ahead = (-1, slice(None, -1)) if at_end else (0, slice(1, None))
    while min(len(ours), len(theirs)) > 1 and pair.fullest.hashes[ours[outer]] == pair.version.hashes[theirs[outer]]:
        ours, theirs = ours[ahead], theirs[ahead]
    return [ours, theirs]


def _takes_back(version: Version, places: range) -> bool:
    """Tell whether the words at some places open a sentence that qualifies the one before it."""
    return bool(places) and _QUALIFIER.match(_words(version, version.span(places[0], places[-1] + 1))) is not None


def _left_over(version: Version, edge: int, told: Collection[int], *, at_end: bool) -> range:
    """Return a version's words beyond an edge, as far as its quotation marks and as what the other quotes elsewhere."""
    inner = edge - 1 if at_end else edge
    step = 1 if at_end else -1
    marks, at, count = version.quoted_range(inner), inner + step, 0
    while 0 <= at < len(version.words) and at not in told and version.quoted_range(at) == marks:
        count, at = count + 1, at + step
    return range(edge, edge + count) if at_end else range(edge - count, edge)


def _same_sentence(version: Version, places: range, edge: int, *, at_end: bool) -> range:
    """Return those of the words beyond an edge that stand in the edge's own sentence."""
    if at_end:
        stop = next((at for at in places if _SENTENCE_END.search(version.marks_before(at))), places.stop)
        return range(edge, stop)
    begin = next(
        (at for at in reversed(places) if _SENTENCE_END.search(version.marks_before(at + 1))), places.start - 1
    )
    return range(begin + 1, edge)


def _speakers(pair: Pair) -> Iterator[QuotationChange]:
    """Yield the change of speaker where the words at both places show it, and neither names the other's nearby."""
    one, other = pair.fullest.speaker, pair.version.speaker
    kind = speaker_change(one, other)
    if kind is None or one is None or other is None or not all(map(shows_speaker, pair.sides)):
        return
    if not names_nearby(pair.version, one.entity) and not names_nearby(pair.fullest, other.entity):
        yield QuotationChange(kind=kind, fullest=one.span, version=other.span)
