"""Where claims come from: derivations between documents, paths of claims, roots and their count.

method.md of the documentation defines line, root, route and bottleneck exactly. Imports: the standard library
and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.entity import Hop
from headwater.records.span import Span

Relation = Literal["cites", "wire-credit", "shared-passage", "shared-quotation", "shared-detail"]
RootKind = Literal["named", "unnamed", "unattributed", "circular"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Evidence that a document took something from elsewhere.

    Attributes:
        generated_doc: The document that took it.
        used_doc: The document it was taken from, when that is in the ledger.
        used_entity: The story entity (outlet or source) it was taken from, when it is a name.
        used_name: That entity's caption.
        evidence: The words that show it, in generated_doc first, then in used_doc.
        directed: False when copying is certain but its direction is not.
    """

    derivation_id: str
    generated_doc: str
    used_doc: str | None
    used_entity: str | None
    used_name: str | None
    relation: Relation
    evidence: tuple[Span, ...]
    directed: bool
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """How one statement of a claim came to its document: the chain of the text and what derivations add.

    Attributes:
        hops: Story entities, outermost carrier first, ending in the root when there is one.
        root_id: Story entity of the root, or None when unattributed.
        line: Key of the nearest independent reporting line: an entity_id or a doc_id.
        counted: False when the counting rules set it aside; `rule` says which.
    """

    path_id: str
    claim_id: str
    statement_id: str
    doc_id: str
    hops: tuple[Hop, ...]
    root_id: str | None
    line: str
    counted: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One origin behind a claim, as counted.

    Attributes:
        entity_id: The story entity, or None for an unattributed line.
        line: For unattributed and unnamed roots, the reporting line that carries it.
        in_min, in_max: Whether it adds one to that end of the interval.
    """

    root_id: str
    claim_id: str
    kind: RootKind
    entity_id: str | None
    line: str | None
    publishers: tuple[str, ...]
    statement_ids: tuple[str, ...]
    first_seen_at: str | None
    denying: bool
    in_min: bool
    in_max: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCount:
    """Roots of the statements that give one value."""

    value: str
    publishers: int
    roots_min: int
    roots_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The count of one claim: how many outlets carry it and how many independent roots stand behind it."""

    claim_id: str
    publishers: int
    roots_min: int
    roots_max: int
    routes_min: int
    routes_max: int
    bottlenecks: tuple[str, ...]
    denying_min: int
    denying_max: int
    circular: bool
    by_value: tuple[ValueCount, ...]
