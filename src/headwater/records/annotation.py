"""What stands in a text besides attributions: names, times and quantities, each with its place.

Terms: ACE (mention, name/nominal/pronoun), TimeML (TIMEX3). Times are inclusive days; quantities are closed
intervals with an open end where the words give none. Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

MentionForm = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "organisation", "outlet", "document", "unnamed"]
TimexType = Literal["date", "range", "duration", "set"]
Modifier = Literal["exact", "about", "at_least", "at_most", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a text names or refers to a possible source."""

    mention_id: str
    span: Span
    head: Span
    form: MentionForm
    entity_type: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that mean a span of days.

    Attributes:
        value: TIMEX3-like value ("2026-03-04", "2026-W10", "2026-03"), for exchange.
        begin, end: First and last day meant, ISO 8601, both inclusive.
        anchor: The day the words were read from (publication), or None when they need none.
        rule: Name of the grammar rule, for the audit trail.
    """

    time_id: str
    span: Span
    timex_type: TimexType
    value: str
    begin: str
    end: str
    anchor: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Words that mean a number of something.

    Attributes:
        lower, upper: Closed interval; None where the words leave that end open ("more than 400").
        unit: Canonical unit ("km", "USD", "percent", "ratio", "times"), or "" for a plain count.
        counted: Head words of what is counted, as they stand in the text ("drones"), or "".
        counted_span: Where those words stand.
        modifier: How the words bound the number.
        rule: Name of the grammar rule, for the audit trail.
    """

    quantity_id: str
    span: Span
    lower: float | None
    upper: float | None
    unit: str
    counted: str
    counted_span: Span | None
    modifier: Modifier
    rule: str
