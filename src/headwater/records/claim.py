"""Claims: statements of one story that say the same thing about the same matter.

A statement is one mention of a claim in one document: the smallest run of words that states the matter.
Statements that differ in a number, date or name, or that deny it, belong to the same claim.
Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

StanceKind = Literal["support", "deny", "decline", "query", "comment", "doubtful"]
DiscrepancyKind = Literal["number", "date", "name", "denial", "quotation"]
PositionKind = Literal["reversed", "hedged", "hardened", "figure_changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a statement gives for the thing counted or dated; compared only within one unit."""

    lower: float | None
    upper: float | None
    unit: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One mention of a claim in one document.

    Attributes:
        attribution_id: The innermost attribution whose content holds the span; None for the author's own voice.
        stance: support unless the attribution (or the words) deny, decline, ask or comment; doubtful where it is not
            certain that the words make this claim rather than one near it.
        value: The number or date stated, if the matter has one.
        headline: The span stands in the document's headline.
    """

    statement_id: str
    doc_id: str
    span: Span
    attribution_id: str | None
    stance: StanceKind
    value: Value | None
    headline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements of one story about one matter.

    Attributes:
        caption: The earliest wording, verbatim.
        statement_ids: Ordered by publication, then by place in the text.
        first_stated_at: ISO 8601, None when no document is dated.
    """

    claim_id: str
    story_id: str
    caption: str
    statement_ids: tuple[str, ...]
    attribution_ids: tuple[str, ...]
    first_stated_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink:
    """Why two statements were (or were not) put together.

    Attributes:
        features: (name, weight) pairs; positive weights speak for the same claim. Sums to the log-odds score.
    """

    left_id: str
    right_id: str
    features: tuple[tuple[str, float], ...]
    score: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How one attribution stands to a claim."""

    claim_id: str
    attribution_id: str
    stance: StanceKind
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedValue:
    """One of the values of a discrepancy and the statements that give it."""

    value: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Statements of one claim that cannot all hold.

    Attributes:
        values: At least two, in order of first publication.
        over_time: The later publication explains the difference (a toll that rises).
    """

    discrepancy_id: str
    claim_id: str
    kind: DiscrepancyKind
    unit: str
    values: tuple[DisputedValue, ...]
    over_time: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionChange:
    """One speaker, one claim, two positions at two times."""

    change_id: str
    claim_id: str
    entity_id: str
    before_id: str
    after_id: str
    kind: PositionKind
    rule: str
