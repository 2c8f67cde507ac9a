"""Records joined for people and programs: a claim with its count, mentions and disagreements in one object.

What `headwater.open` and `headwater.trace` return, and what commands, report, explorer and exporters read. A view adds
nothing to the records; it looks ids up. Texts are fetched when they are asked for.
Imports: records, errors and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from headwater.errors import NotFoundError
from headwater.ledger.display import Bounds, in_notebook
from headwater.ledger.ledger import Ledger
from headwater.records import (
    Attribution,
    Chain,
    Claim,
    Corroboration,
    Credit,
    Discrepancy,
    Document,
    Entity,
    PositionChange,
    Quantity,
    Root,
    Span,
    StanceKind,
    Statement,
    Story,
    TimeExpression,
    Value,
)
from headwater.records import Path as ClaimPath

UNATTRIBUTED = "unattributed"


class _OfClaim(Protocol):
    @property
    def claim_id(self) -> str: ...


T = TypeVar("T", bound=_OfClaim)


class LedgerView:
    """A ledger with its records joined; a context manager that closes it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._documents: dict[str, Document] = {}
        self._entities: dict[str, Entity] = {}

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open a ledger for reading.

        Raises:
            LedgerError: It is missing, no ledger, or of another version.
        """
        return cls(Ledger.open(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<headwater ledger {str(self.ledger.path)!r}>"

    def close(self) -> None:
        """Close the file."""
        self.ledger.close()

    def claims(self, story_id: str | None = None) -> tuple["ClaimView", ...]:
        """Return all claims, or those of one story, the earliest first; all take some ten queries altogether."""
        if story_id is not None:
            return tuple(self.claim(claim.claim_id) for claim in self.ledger.claims(story_id))
        self.load_entities()
        statements = {statement.statement_id: statement for statement in self.ledger.statements()}
        counts = {count.claim_id: count for count in self.ledger.corroborations()}
        parts = _ClaimParts(
            paths=_by_claim(self.ledger.paths()),
            roots=_by_claim(self.ledger.roots()),
            discrepancies=_by_claim(self.ledger.discrepancies()),
            changes=_by_claim(self.ledger.position_changes()),
        )
        return tuple(self._claim(claim, statements, counts, parts) for claim in self.ledger.claims())

    def claim(self, claim_id: str) -> "ClaimView":
        """Return one claim by its id or an unambiguous beginning of it, without reading the others.

        Raises:
            NotFoundError: No claim, or several, begin so.
        """
        claim = self.ledger.claim(claim_id)
        key = claim.claim_id
        statements = {statement.statement_id: statement for statement in self.ledger.statements(key)}
        counts = {count.claim_id: count for count in self.ledger.corroborations(key)}
        parts = _ClaimParts(
            paths={key: list(self.ledger.paths(key))},
            roots={key: list(self.ledger.roots(key))},
            discrepancies={key: list(self.ledger.discrepancies(key))},
            changes={key: list(self.ledger.position_changes(key))},
        )
        return self._claim(claim, statements, counts, parts)

    def documents(self) -> tuple["DocumentView", ...]:
        """Return all documents by publication."""
        self._documents = {document.doc_id: document for document in self.ledger.documents()}
        return tuple(DocumentView(self, document) for document in self._documents.values())

    def document(self, doc_id: str) -> "DocumentView":
        """Return one document by doc_id, an unambiguous beginning of it, or record_id."""
        if doc_id not in self._documents:
            document = self.ledger.document(doc_id)
            self._documents[document.doc_id] = document
            return DocumentView(self, document)
        return DocumentView(self, self._documents[doc_id])

    def stories(self) -> tuple["StoryView", ...]:
        """Return all stories by first publication."""
        return tuple(StoryView(self, story) for story in self.ledger.stories())

    def story(self, story_id: str) -> "StoryView":
        """Return one story by its id or an unambiguous beginning of it."""
        return StoryView(self, self.ledger.story(story_id))

    def entity(self, entity_id: str) -> Entity:
        """Return an entity of either level; each is read once."""
        if entity_id not in self._entities:
            self._entities[entity_id] = self.ledger.entity(entity_id)
        return self._entities[entity_id]

    def load_entities(self) -> None:
        """Read all entities of stories at once, before many are asked for."""
        self._entities |= {entity.entity_id: entity for entity in self.ledger.entities("story")}

    def name(self, entity_id: str | None) -> str:
        """Return an entity's caption; "unattributed" for None."""
        return UNATTRIBUTED if entity_id is None else self.entity(entity_id).caption

    def line_name(self, line: str) -> str:
        """Return what a reporting line is called: an outlet's caption, or its document's record_id."""
        try:
            return self.entity(line).caption
        except NotFoundError:
            return self.document(line).document.record_id

    def _claim(
        self,
        claim: Claim,
        statements: dict[str, Statement],
        counts: dict[str, Corroboration],
        parts: "_ClaimParts",
    ) -> "ClaimView":
        if claim.claim_id not in counts:
            raise NotFoundError("count of claim", claim.claim_id)
        paths = {path.statement_id: path for path in parts.paths.get(claim.claim_id, ())}
        return ClaimView(
            self,
            claim,
            counts[claim.claim_id],
            tuple(MentionView(self, statements[key], paths[key]) for key in claim.statement_ids if key in paths),
            parts,
        )


@dataclass(frozen=True, slots=True)
class _ClaimParts:
    """Records of claims, by claim_id."""

    paths: dict[str, list[ClaimPath]]
    roots: dict[str, list[Root]]
    discrepancies: dict[str, list[Discrepancy]]
    changes: dict[str, list[PositionChange]]


class ClaimView:
    """A claim, its count and the evidence for it.

    Attributes:
        claim: The record.
        count: The record of its count.
        mentions: Its statements with their chains, in the claim's order.
        root_records: Every root that was found, counted or not.
    """

    def __init__(
        self,
        view: LedgerView,
        claim: Claim,
        count: Corroboration,
        mentions: tuple["MentionView", ...],
        parts: _ClaimParts,
    ) -> None:
        self._view, self.claim, self.count, self.mentions = view, claim, count, mentions
        self.root_records = tuple(parts.roots.get(claim.claim_id, ()))
        self.discrepancies = tuple(parts.discrepancies.get(claim.claim_id, ()))
        self.position_changes = tuple(parts.changes.get(claim.claim_id, ()))

    def __repr__(self) -> str:
        return f"<claim {self.claim_id}: {self.publishers} publishers, {self.roots} roots: {self.caption!r}>"

    def _repr_html_(self) -> str:
        return in_notebook("claim_html", self._view, self.claim)

    @property
    def claim_id(self) -> str:
        """Id of the claim."""
        return self.claim.claim_id

    @property
    def caption(self) -> str:
        """The earliest wording, verbatim."""
        return self.claim.caption

    @property
    def publishers(self) -> int:
        """How many outlets carry the claim."""
        return self.count.publishers

    @property
    def roots(self) -> Bounds:
        """How many independent roots stand behind the claim."""
        return Bounds(self.count.roots_min, self.count.roots_max)

    @property
    def routes(self) -> Bounds:
        """How many paths from roots to the reader share no carrier and no root."""
        return Bounds(self.count.routes_min, self.count.routes_max)

    @property
    def denying(self) -> Bounds:
        """How many independent roots stand behind its denial."""
        return Bounds(self.count.denying_min, self.count.denying_max)

    @property
    def bottlenecks(self) -> tuple[str, ...]:
        """Names of the sources and carriers on every counted path, outermost first."""
        return tuple(self._view.name(entity_id) for entity_id in self.count.bottlenecks)

    @cached_property
    def story(self) -> "StoryView":
        """The story the claim belongs to."""
        return self._view.story(self.claim.story_id)

    def mention(self, statement_id: str) -> "MentionView":
        """Return the mention that one of the claim's statements makes.

        Raises:
            NotFoundError: The statement belongs to another claim.
        """
        for mention in self.mentions:
            if mention.statement.statement_id == statement_id:
                return mention
        raise NotFoundError("statement of this claim", statement_id)


class MentionView:
    """One statement of a claim and how it came to its document."""

    def __init__(self, view: LedgerView, statement: Statement, path: ClaimPath) -> None:
        self._view, self.statement, self.path = view, statement, path

    def __repr__(self) -> str:
        return f"<mention in {self.doc_id} [{self.span.start}, {self.span.end}) from {self.root}>"

    @property
    def doc_id(self) -> str:
        """The document."""
        return self.statement.doc_id

    @property
    def span(self) -> Span:
        """Where the statement stands."""
        return self.statement.span

    @property
    def stance(self) -> StanceKind:
        """Whether it supports or denies the claim, or neither."""
        return self.statement.stance

    @property
    def value(self) -> Value | None:
        """The number or date it gives."""
        return self.statement.value

    @property
    def chain(self) -> tuple[str, ...]:
        """Names, outermost carrier first, ending in the root's when there is one."""
        return tuple(self._view.name(hop.entity_id) for hop in self.path.hops)

    @property
    def root(self) -> str:
        """The root's name, or "unattributed"."""
        return self._view.name(self.path.root_id)

    @property
    def counted(self) -> bool:
        """False when the rules of counting set it aside; `path.rule` says which."""
        return self.path.counted

    @cached_property
    def document(self) -> Document:
        """The document's record, text included."""
        return self._view.document(self.doc_id).document

    @property
    def words(self) -> str:
        """The exact words."""
        return self.span.quote(self.document.text)


class DocumentView:
    """A document and what stands in it, each part read when it is asked for."""

    def __init__(self, view: LedgerView, document: Document) -> None:
        self._view, self.document = view, document

    def __repr__(self) -> str:
        return f"<document {self.doc_id}: {self.document.publisher}, {self.document.headline!r}>"

    def _repr_html_(self) -> str:
        return in_notebook("document_html", self.document)

    @property
    def doc_id(self) -> str:
        """Id of the document."""
        return self.document.doc_id

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Attributions in reading order."""
        return self._view.ledger.attributions(self.doc_id)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Entities of the document."""
        return self._view.ledger.entities("document", self.doc_id)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """Chains of its attributions."""
        return self._view.ledger.chains(self.doc_id)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """Credits of the document as a whole."""
        return self._view.ledger.credits(self.doc_id)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Quantities in reading order."""
        return self._view.ledger.quantities(self.doc_id)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """Time expressions in reading order."""
        return self._view.ledger.times(self.doc_id)


class StoryView:
    """A story with its documents and claims."""

    def __init__(self, view: LedgerView, story: Story) -> None:
        self._view, self.story = view, story

    def __repr__(self) -> str:
        return f"<story {self.story.story_id}: {len(self.story.doc_ids)} documents: {self.story.caption!r}>"

    def _repr_html_(self) -> str:
        return in_notebook("story_html", self._view, self.story)

    @cached_property
    def documents(self) -> tuple[DocumentView, ...]:
        """Its documents by publication."""
        return tuple(self._view.document(doc_id) for doc_id in self.story.doc_ids)

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """Its claims, the earliest first."""
        return self._view.claims(self.story.story_id)


def _by_claim(records: Iterable[T]) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = defaultdict(list)
    for record in records:
        grouped[record.claim_id].append(record)
    return dict(grouped)
