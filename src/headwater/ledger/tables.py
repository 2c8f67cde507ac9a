"""Which record stands in which table, and which of its tuples have a table of their own.

A record type that is missing here has no place in a ledger; a test compares this list with headwater.records.
Imports: records only.
"""

from dataclasses import dataclass

from headwater.records import (
    AlteredQuotation,
    Attribution,
    Chain,
    Claim,
    ClaimLink,
    Corroboration,
    Credit,
    Derivation,
    Discrepancy,
    DisputedValue,
    Document,
    Duplicate,
    Edit,
    Entity,
    Hop,
    Judgement,
    Mention,
    OffsetSegment,
    Path,
    PositionChange,
    Quantity,
    QuotationChange,
    Rejection,
    Reuse,
    Root,
    Run,
    Span,
    Stance,
    Statement,
    Story,
    TimeExpression,
    Value,
    ValueCount,
)

DocumentRecord = Mention | TimeExpression | Quantity | Attribution | Entity | Chain | Credit
StoryRecord = (
    Entity
    | Story
    | Reuse
    | AlteredQuotation
    | Statement
    | Claim
    | ClaimLink
    | Stance
    | Discrepancy
    | PositionChange
    | Derivation
    | Path
    | Root
    | Corroboration
)

# Table and primary key of every record that stands by itself.
KEYED_TABLES: dict[type, tuple[str, tuple[str, ...]]] = {
    Run: ("run", ("run_id",)),
    Document: ("document", ("doc_id",)),
    Rejection: ("rejection", ("rejection_id",)),
    Duplicate: ("duplicate", ("duplicate_id",)),
    Mention: ("mention", ("mention_id",)),
    TimeExpression: ("time_expression", ("time_id",)),
    Quantity: ("quantity", ("quantity_id",)),
    Attribution: ("attribution", ("attribution_id",)),
    Entity: ("entity", ("entity_id",)),
    Chain: ("chain", ("attribution_id",)),
    Credit: ("credit", ("credit_id",)),
    Story: ("story", ("story_id",)),
    Reuse: ("reuse", ("reuse_id",)),
    AlteredQuotation: ("altered_quotation", ("altered_id",)),
    Statement: ("statement", ("statement_id",)),
    Claim: ("claim", ("claim_id",)),
    ClaimLink: ("claim_link", ("left_id", "right_id", "rule")),
    Stance: ("stance", ("claim_id", "attribution_id")),
    Discrepancy: ("discrepancy", ("discrepancy_id",)),
    PositionChange: ("position_change", ("change_id",)),
    Derivation: ("derivation", ("derivation_id",)),
    Path: ("path", ("path_id",)),
    Root: ("root", ("root_id",)),
    Corroboration: ("corroboration", ("claim_id",)),
    Judgement: ("judgement", ("judgement_id",)),
}


@dataclass(frozen=True, slots=True)
class ChildTable:
    """Where a tuple of a record is written: one row an element, after the owner's key and a position.

    Attributes:
        owner_key: What the owner's key columns are called in the child table.
        column: Name of the element's column when it is an id or a Span; "" when it is a record with its own columns.
    """

    name: str
    owner_key: tuple[str, ...]
    column: str


CHILD_TABLES: dict[tuple[type, str], ChildTable] = {
    (Run, "doc_ids"): ChildTable("run_document", ("run_id",), "doc_id"),
    (Document, "offset_map"): ChildTable("offset_segment", ("doc_id",), ""),
    (Attribution, "content"): ChildTable("attribution_content", ("attribution_id",), "span"),
    (Entity, "member_ids"): ChildTable("entity_member", ("entity_id",), "member_id"),
    (Entity, "mention_spans"): ChildTable("entity_mention", ("entity_id",), "span"),
    (Chain, "hops"): ChildTable("chain_hop", ("attribution_id",), ""),
    (Story, "doc_ids"): ChildTable("story_document", ("story_id",), "doc_id"),
    (Reuse, "edits"): ChildTable("reuse_edit", ("reuse_id",), ""),
    (AlteredQuotation, "changes"): ChildTable("quotation_change", ("altered_id",), ""),
    (Claim, "statement_ids"): ChildTable("claim_statement", ("claim_id",), "statement_id"),
    (Claim, "attribution_ids"): ChildTable("claim_attribution", ("claim_id",), "attribution_id"),
    (Discrepancy, "values"): ChildTable("disputed_value", ("discrepancy_id",), ""),
    (DisputedValue, "statement_ids"): ChildTable(
        "disputed_value_statement", ("discrepancy_id", "value_position"), "statement_id"
    ),
    (Derivation, "evidence"): ChildTable("derivation_evidence", ("derivation_id",), "span"),
    (Path, "hops"): ChildTable("path_hop", ("path_id",), ""),
    (Root, "statement_ids"): ChildTable("root_statement", ("root_id",), "statement_id"),
    (Corroboration, "bottlenecks"): ChildTable("bottleneck", ("claim_id",), "entity_id"),
    (Corroboration, "by_value"): ChildTable("value_count", ("claim_id",), ""),
}

# Every record of headwater.records and the table its fields stand in; parts of records stand with their owners.
RECORD_TABLES: dict[type, str] = {record: name for record, (name, _) in KEYED_TABLES.items()} | {
    Span: "span",
    OffsetSegment: "offset_segment",
    Hop: "chain_hop",
    Edit: "reuse_edit",
    QuotationChange: "quotation_change",
    Value: "statement",
    DisputedValue: "disputed_value",
    ValueCount: "value_count",
}

# Written for a run as a whole and replaced by the next one, children before their owners. Entities of a story, the one
# kind that shares its tables with a document's own records, are told apart by their empty doc_id.
STORY_TABLES: tuple[str, ...] = (
    "value_count",
    "bottleneck",
    "corroboration",
    "root_statement",
    "root",
    "path_hop",
    "path",
    "derivation_evidence",
    "derivation",
    "position_change",
    "disputed_value_statement",
    "disputed_value",
    "discrepancy",
    "stance",
    "claim_link",
    "claim_attribution",
    "claim_statement",
    "claim",
    "statement",
    "quotation_change",
    "altered_quotation",
    "reuse_edit",
    "reuse",
    "story_document",
    "story",
)
