"""The records that pages need, read in bulk for a report or one by one for a page of the explorer, kept by id.

Imports: ledger, records and this room only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol, Self, TypeVar

from headwater.errors import NotFoundError
from headwater.ledger import Ledger
from headwater.records import (
    AlteredQuotation,
    Claim,
    Corroboration,
    Discrepancy,
    Document,
    Entity,
    Path,
    PositionChange,
    Root,
    Statement,
    Story,
)

T = TypeVar("T")


class _OfClaim(Protocol):
    @property
    def claim_id(self) -> str: ...


C = TypeVar("C", bound=_OfClaim)


class ById(dict[str, T]):
    """Records by id; one that is missing is read when it is asked for."""

    def __init__(self, held: Iterable[tuple[str, T]], read: Callable[[str], T]) -> None:
        super().__init__(held)
        self._read = read

    def __missing__(self, key: str) -> T:
        self[key] = self._read(key)
        return self[key]


class Shelf:
    """Everything of a ledger, or of one claim, that pages show."""

    def __init__(self, ledger: Ledger, claim_id: str | None = None) -> None:
        """Read a whole ledger in a dozen queries, or what one claim needs of it.

        Args:
            ledger: Open for reading.
            claim_id: A claim's id or an unambiguous beginning of one; None for all claims.

        Raises:
            NotFoundError: There is no such claim.
        """
        self.claims: tuple[Claim, ...] = (ledger.claim(claim_id),) if claim_id else ledger.claims()
        key = self.claims[0].claim_id if claim_id else None
        documents = () if key else ledger.documents()
        entities = () if key else ledger.entities("story")
        stories = () if key else ledger.stories()
        self.documents: dict[str, Document] = ById(((d.doc_id, d) for d in documents), ledger.document)
        self.entities: dict[str, Entity] = ById(((e.entity_id, e) for e in entities), ledger.entity)
        self.stories: dict[str, Story] = ById(((s.story_id, s) for s in stories), ledger.story)
        self.statements: dict[str, Statement] = {s.statement_id: s for s in ledger.statements(key)}
        self.corroborations: dict[str, Corroboration] = {c.claim_id: c for c in ledger.corroborations(key)}
        self.paths: dict[str, list[Path]] = _by_claim(ledger.paths(key))
        self.roots: dict[str, list[Root]] = _by_claim(ledger.roots(key))
        self.discrepancies: dict[str, list[Discrepancy]] = _by_claim(ledger.discrepancies(key))
        self.changes: dict[str, list[PositionChange]] = _by_claim(ledger.position_changes(key))
        self.altered: tuple[AlteredQuotation, ...] = (
            ledger.altered_quotations() if key is None else _altered(ledger, self.statements.values())
        )

    @classmethod
    def bare(cls, ledger: Ledger) -> Self:
        """Return a shelf without claims, for pages that need names and texts only."""
        made = cls.__new__(cls)
        made.claims = ()
        made.documents = ById((), ledger.document)
        made.entities = ById((), ledger.entity)
        made.stories = ById((), ledger.story)
        made.statements, made.corroborations = {}, {}
        made.paths, made.roots, made.discrepancies, made.changes, made.altered = {}, {}, {}, {}, ()
        return made

    def name(self, key: str) -> str:
        """Return the caption of an entity, the outlet of a document, or the key itself when it is neither."""
        try:
            return self.entities[key].caption
        except NotFoundError:
            try:
                return self.publisher(key)
            except NotFoundError:
                return key

    def publisher(self, doc_id: str) -> str:
        """Return the outlet of a document, or a phrase that says it is not known."""
        document = self.documents[doc_id]
        return document.publisher or f"outlet of {document.record_id}"


def _altered(ledger: Ledger, statements: Iterable[Statement]) -> tuple[AlteredQuotation, ...]:
    """Return the altered quotations that the documents of some statements take part in."""
    documents = sorted({statement.doc_id for statement in statements})
    return tuple({r.altered_id: r for doc_id in documents for r in ledger.altered_quotations(doc_id)}.values())


def _by_claim(records: Iterable[C]) -> dict[str, list[C]]:
    held: dict[str, list[C]] = defaultdict(list)
    for record in records:
        held[record.claim_id].append(record)
    return held
