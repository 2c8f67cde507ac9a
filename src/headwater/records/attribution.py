"""Attribution records: who is said to have said what, and where the text says so.

Offsets are half-open code-point ranges into Document.text. Terms (source, cue, content)
follow PARC and PolNeAR. Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

QuoteType = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "denied", "hedged"]
CueClass = Literal[
    "say", "claim", "report", "deny", "decline", "unreachable", "ask", "believe", "intend", "show", "decree"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source-cue-content relation, as one document states it.

    Attributes:
        source: Who is credited; None when the text credits no one ("it emerged that").
        cue: The verb group, noun, preposition or mark that attributes; None for a quotation that stands alone.
        content: What is credited, in reading order; several spans when the cue interrupts it.
        cue_class: What kind of act the cue names.
        polarity: affirmed, denied or hedged, of the content as written.
        parent_id: The attribution this one is nested in ("CNN reported that ..."), if any.
        rule: Name of the rule or model that found it, for the audit trail.
        score: Calibrated probability that the relation is right, 0 to 1.
    """

    attribution_id: str
    doc_id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quote_type: QuoteType
    cue_class: CueClass
    polarity: Polarity
    parent_id: str | None
    rule: str
    score: float
