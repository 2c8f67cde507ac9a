"""The figures of one sentence, and which of them a clause states.

Imports: lexicon, records and this room only.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.claims.ages import is_age_of_noun
from headwater.claims.clauses import Range
from headwater.claims.clock import Clock, find_clocks
from headwater.lexicon.matters import matter_classes, stem
from headwater.lexicon.units import to_base, units
from headwater.records import Document, Quantity

_DEFINITE = re.compile(r"\b(?:the|these|those|both|his|her|its|their|other)\s+$", re.IGNORECASE)
# Behind a definite word a small number only points back ("the two"); "the 23 who died" states a count.
_SMALL = 12
_BEFORE_SPAN = re.compile(r"\b(?:in|within|over|during|every|the (?:past|last|next|first))\s(?:the\s)?$", re.IGNORECASE)
_SPAN_REACH = 20
_BEHIND_SPAN = re.compile(r"\s(?:ago|before|after|later|earlier|since)\b", re.IGNORECASE)
_NAMED_BY = re.compile(r"\b(?:the|its|a)\s$", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:(?:in|at|across|among)\s(?:the\s|all\s)?|of\sthe\s)$", re.IGNORECASE)
_PARTS = frozenset({" of ", " of the ", " out of "})  # "four of nine samples"
_NEXT_WORD = re.compile(r"\s(?P<word>[A-Za-z]{3,20})\b")
_TOLLS = frozenset({"death", "injury", "missing"})


class Figures:
    """The quantities and times of day of one sentence; a quantity inside a time of day is none."""

    def __init__(self, document: Document, found: Sequence[Quantity], sentence: Range) -> None:
        clocks = list(find_clocks(document.doc_id, document.text, *sentence))
        quantities = [
            q
            for q in _within(found, sentence)
            if not any(clock.span.overlaps(q.span) for clock in clocks)
            and not is_age_of_noun(q.span.quote(document.text))
        ]
        figures: list[Quantity | Clock] = [*quantities, *clocks]
        self._by_start = {figure.span.start: figure for figure in figures}
        self.ranges = sorted((figure.span.start, figure.span.end) for figure in self._by_start.values())
        self._adverbial = {
            start for start, figure in self._by_start.items() if _dates_another(figure, document.text, sentence)
        }
        self.measures = frozenset(
            (figure.span.start, figure.span.end)
            for start, figure in self._by_start.items()
            if start not in self._adverbial and (isinstance(figure, Clock) or figure.unit in units())
        )

    def first_in(self, clause: Range, text: str) -> tuple[Quantity | None, Clock | None]:
        """The figure a clause states: its first, except that "the two" counts nothing anew.

        How long something took or how long ago it was comes after what was counted ("in two years", "a week ago").
        """
        inside = [start for start, end in self.ranges if clause[0] <= start and end <= clause[1]]
        for start in sorted(inside, key=lambda start: (start in self._adverbial, self._placed(text, start))):
            figure = self._by_start[start]
            if isinstance(figure, Clock):
                return None, figure
            definite = _DEFINITE.search(text, max(0, start - 8), start) is not None
            known = definite and (figure.upper or 0.0) <= _SMALL and not _names_toll(text, figure.span.end)
            if figure.unit in units() or not known:
                return figure, None
        return None, None

    def _placed(self, text: str, start: int) -> bool:
        """Tell whether a count only says where or of how many: "in one village", "of the 112 on board"."""
        figure = self._by_start[start]
        if isinstance(figure, Clock) or figure.unit in units():
            return False
        parts = any(text[end:start] in _PARTS for _, end in self.ranges if end < start)
        return parts or _PLACED.search(text, max(0, start - _SPAN_REACH), start) is not None


def _names_toll(text: str, end: int) -> bool:
    """Tell whether the word behind a figure is one of harm ("the six dead"), which counts even where known."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and not _TOLLS.isdisjoint(matter_classes().get(stem(following["word"].lower()), ()))


def _dates_another(figure: Quantity | Clock, text: str, sentence: Range) -> bool:
    """Tell whether a span of time only says when or how long: "in four years", "two months before it failed"."""
    before = text[max(sentence[0], figure.span.start - _SPAN_REACH) : figure.span.start]
    if isinstance(figure, Clock):
        return _NAMED_BY.search(before) is not None  # "the 6.52 from Carrow"
    if to_base(figure.unit)[0] != "time":
        return False
    return (
        _BEFORE_SPAN.search(text, max(sentence[0], figure.span.start - _SPAN_REACH), figure.span.start) is not None
        or _BEHIND_SPAN.match(text, figure.span.end, sentence[1]) is not None
    )


def _within(quantities: Sequence[Quantity], sentence: Range) -> Sequence[Quantity]:
    """Quantities stand in order of their spans; those of one sentence are a slice."""
    starts = [quantity.span.start for quantity in quantities]
    return quantities[bisect_right(starts, sentence[0] - 1) : bisect_right(starts, sentence[1] - 1)]
