"""The facts: frozen records that never change; a later stage adds records that point back by id."""

from headwater.records.annotation import (
    EntityKind,
    Mention,
    MentionForm,
    Modifier,
    Quantity,
    TimeExpression,
    TimexType,
)
from headwater.records.attribution import Attribution, CueClass, Polarity, QuoteType
from headwater.records.claim import (
    Claim,
    ClaimLink,
    Discrepancy,
    DiscrepancyKind,
    DisputedValue,
    PositionChange,
    PositionKind,
    Stance,
    StanceKind,
    Statement,
    Value,
)
from headwater.records.document import (
    Document,
    Duplicate,
    OffsetSegment,
    Outcome,
    Rejection,
    RejectionReason,
    published_day,
    published_instant,
)
from headwater.records.entity import Chain, Credit, Entity, Hop, StatedCount
from headwater.records.identifier import content_id, text_sha256
from headwater.records.judgement import Judgement, Verdict
from headwater.records.provenance import Corroboration, Derivation, Path, Relation, Root, RootKind, ValueCount
from headwater.records.quotation import AlteredQuotation, QuotationChange, QuotationChangeKind
from headwater.records.reuse import Edit, EditKind, Reuse, ReuseForm, ReuseKind
from headwater.records.run import Run
from headwater.records.span import Span
from headwater.records.story import Story

__all__ = [
    "AlteredQuotation",
    "Attribution",
    "Chain",
    "Claim",
    "ClaimLink",
    "Corroboration",
    "Credit",
    "CueClass",
    "Derivation",
    "Discrepancy",
    "DiscrepancyKind",
    "DisputedValue",
    "Document",
    "Duplicate",
    "Edit",
    "EditKind",
    "Entity",
    "EntityKind",
    "Hop",
    "Judgement",
    "Mention",
    "MentionForm",
    "Modifier",
    "OffsetSegment",
    "Outcome",
    "Path",
    "Polarity",
    "PositionChange",
    "PositionKind",
    "Quantity",
    "QuotationChange",
    "QuotationChangeKind",
    "QuoteType",
    "Rejection",
    "RejectionReason",
    "Relation",
    "Reuse",
    "ReuseForm",
    "ReuseKind",
    "Root",
    "RootKind",
    "Run",
    "Span",
    "Stance",
    "StanceKind",
    "StatedCount",
    "Statement",
    "Story",
    "TimeExpression",
    "TimexType",
    "Value",
    "ValueCount",
    "Verdict",
    "content_id",
    "published_day",
    "published_instant",
    "text_sha256",
]
