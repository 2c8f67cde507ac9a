"""Statements of a document: clauses that state a matter, with the attribution that holds them and their value.

Frames of attributions ("Calder told the agency") state nothing and are left out, as is an outlet's boilerplate.
Imports: records, text and this room only.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.claims.clauses import Range, split_clauses
from headwater.claims.profile import Profile, profile_statement
from headwater.claims.values import value_of
from headwater.records import (
    Attribution,
    Document,
    Quantity,
    Span,
    StanceKind,
    Statement,
    TimeExpression,
    content_id,
    published_day,
)
from headwater.text import split_sentences

# An attribution holds a clause when most of the clause lies in its content.
_HELD_SHARE = 0.6
_ABOUT_SOURCING = re.compile(
    r"\b(?:on|under) (?:the )?condition of anonymity\b|\bnot to be (?:named|identified|quoted)\b"
    r"|\bnot authori[sz]ed to (?:speak|comment|discuss|brief)\b|\b(?:declined|refused) to be (?:named|identified)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document with what was read from it; the input of this room, document by document.

    Attributes:
        boilerplate: Passages the outlet prints under everything.
        credits: Bylines, datelines and trailers, which state nothing about the event.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    boilerplate: tuple[Span, ...]
    credits: tuple[Span, ...]


def find_statements(reading: Reading, usual_day: date | None) -> tuple[Profile, ...]:
    """Return the statements of one document with their profiles, in reading order.

    Args:
        reading: The document and what was read from it.
        usual_day: When the story's documents are typically published; stands in for an undated document's day.
    """
    text, doc_id = reading.document.text, reading.document.doc_id
    values = sorted((q.span.start, q.span.end) for q in reading.quantities)
    by_start = {q.span.start: q for q in reading.quantities}
    holder = _Holder(reading.attributions)
    headline_end = _headline_end(reading.document)
    profiles: list[Profile] = []
    for sentence in split_sentences(text):
        low = bisect_right(values, (sentence[0], -1))
        high = bisect_right(values, (sentence[1], -1))
        inside = values[low:high]
        times = _times_in(reading, sentence)
        when = _when(reading, times, usual_day)
        named = [time.span for time in times]
        for clause in split_clauses(text, sentence, inside, holder.edges(sentence)):
            span = Span(doc_id, *clause)
            attribution = holder.innermost(span)
            if attribution is None and holder.is_frame(span):
                continue
            if _states_nothing(span.quote(text)) or any(
                span.overlaps(other) for other in (*reading.boilerplate, *reading.credits)
            ):
                continue
            quantity = next((by_start[v[0]] for v in inside if clause[0] <= v[0] and v[1] <= clause[1]), None)
            statement = Statement(
                statement_id=content_id("stm", doc_id, span.start, span.end),
                doc_id=doc_id,
                span=span,
                attribution_id=attribution.attribution_id if attribution else None,
                stance=stance_of(attribution),
                value=value_of(quantity, text) if quantity else None,
                headline=span.end <= headline_end,
            )
            profiles.append(profile_statement(statement, text, sentence, quantity, when, named))
    return tuple(profile for profile in profiles if profile.stems or profile.statement.value)


def _states_nothing(words: str) -> bool:
    """Tell datelines ("ORRIN VALLEY") and words about the sourcing itself from statements about the event."""
    return not any(char.islower() for char in words) or _ABOUT_SOURCING.search(words) is not None


def stance_of(attribution: Attribution | None) -> StanceKind:
    """Return how the holder of a clause stands to it; the author's own voice supports."""
    if attribution is None:
        return "support"
    by_class: Mapping[str, StanceKind] = {"decline": "decline", "unreachable": "decline", "ask": "query"}
    if attribution.polarity == "denied":
        return "deny"
    return by_class.get(attribution.cue_class, "support")


def _times_in(reading: Reading, sentence: Range) -> list[TimeExpression]:
    return [t for t in reading.times if sentence[0] <= t.span.start and t.span.end <= sentence[1]]


def _when(reading: Reading, times: Sequence[TimeExpression], usual_day: date | None) -> tuple[date, date] | None:
    """The days a sentence speaks of: the first time it names, else the day of publication, else unknown."""
    named = [time for time in times if time.timex_type in {"date", "range"}]
    if named:
        first = min(named, key=lambda time: time.span)
        return date.fromisoformat(first.begin), date.fromisoformat(first.end)
    day = published_day(reading.document) or usual_day
    return (day, day) if day else None


def _headline_end(document: Document) -> int:
    """End of the headline where the text opens with it, else 0."""
    if not document.headline:
        return 0
    start = document.text.find(document.headline)
    return start + len(document.headline) if 0 <= start <= 2 else 0


class _Holder:
    """Finds the attribution whose content holds a clause, and clauses that are only its frame."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted(
            ((span.start, span.end, a) for a in attributions for span in a.content), key=lambda item: item[:2]
        )
        self._starts = [item[0] for item in self._contents]
        self._frames = sorted({s for a in attributions for s in (a.source, a.cue) if s is not None})
        self._longest = max((end - start for start, end, _ in self._contents), default=0)

    def edges(self, sentence: Range) -> tuple[int, ...]:
        """Offsets inside a sentence where a content begins or ends: a clause is cut there."""
        near = self._near(*sentence)
        inside = {edge for start, end, _ in near for edge in (start, end) if sentence[0] < edge < sentence[1]}
        return tuple(sorted(inside))

    def innermost(self, span: Span) -> Attribution | None:
        """The attribution with the shortest content part that holds most of the clause; ties by id."""
        held: list[tuple[int, str, Attribution]] = []
        for start, end, attribution in self._near(span.start, span.end):
            overlap = min(end, span.end) - max(start, span.start)
            if overlap >= _HELD_SHARE * (span.end - span.start):
                size = sum(part.end - part.start for part in attribution.content)
                held.append((size, attribution.attribution_id, attribution))
        return min(held, key=lambda item: item[:2])[2] if held else None

    def is_frame(self, span: Span) -> bool:
        """Tell whether a clause outside every content holds a cue or lies within a source."""
        return any(frame.overlaps(span) for frame in self._frames)

    def _near(self, start: int, end: int) -> list[tuple[int, int, Attribution]]:
        low = bisect_right(self._starts, start - self._longest - 1)
        high = bisect_right(self._starts, end)
        return [item for item in self._contents[low:high] if item[1] > start and item[0] < end]
