"""Who speaks: entities of one document or of one story, and the chain of carriers of each attribution.

"Source" is the credited source of an attribution. Unnamed sources are entities too, with what the text
says of them (AP and Reuters sourcing rules). Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.annotation import EntityKind
from headwater.records.span import Span

StatedCount = int | Literal["one", "some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, outlet, document or unnamed source.

    Attributes:
        caption: Fullest name in the text without titles; for unnamed sources the descriptor.
        aliases: Other names it goes by in the text or in the outlet list, sorted.
        doc_id: The document it was found in, or None for an entity of a whole story.
        member_ids: For a story's entity, the documents' entities it unites, sorted.
        parent_id: The organisation a person speaks for, or the issuer of a document, if the text says so.
        mention_spans: Where the text names or refers to it, in reading order.
        descriptor, stated_count, affiliation, access_basis, reason_given: For unnamed sources, in the words
            of the text; None when the text does not say.
        rules: Why mentions (or members) were united, one line each with the evidence named.
    """

    entity_id: str
    doc_id: str | None
    caption: str
    kind: EntityKind
    aliases: tuple[str, ...]
    member_ids: tuple[str, ...]
    parent_id: str | None
    mention_spans: tuple[Span, ...]
    descriptor: str | None
    stated_count: StatedCount | None
    affiliation: str | None
    access_basis: str | None
    reason_given: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One member of a chain: who, and the words that show it.

    Attributes:
        entity_id: The entity of the same document.
        span: The words that name it here; None when it is inherited from an earlier sentence or shown by a derivation.
        rule: Why it stands here ("source", "told-recipient", "according-to", "inherited", "wire-credit", ...).
    """

    entity_id: str
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Who passed an attribution's content on: outermost carrier first, the speaker last.

    Attributes:
        attribution_id: The attribution it belongs to; one chain each.
        hops: Empty when the text credits nobody.
        opinion: The content is a judgement, jibe or forecast rather than information.
    """

    attribution_id: str
    doc_id: str
    hops: tuple[Hop, ...]
    opinion: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Words of a document that credit the document as a whole to an outlet: byline, dateline, trailer, "h/t".

    Attributes:
        kind: Where the credit stands.
        entity_id: The outlet credited, an entity of the same document.
        span: The crediting words; None when the credit stands only in metadata (the byline field).
    """

    credit_id: str
    doc_id: str
    entity_id: str
    kind: Literal["byline", "dateline", "trailer", "hat-tip", "originally-published", "with-files-from"]
    span: Span | None
    rule: str
