"""Reading the records of a ledger: one method for each kind, whole or narrowed to what a page needs.

Imports: records, errors and this room only.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import apsw

from headwater.errors import NotFoundError
from headwater.ledger.connection import explained, fetch
from headwater.ledger.reader import (
    CLAIM_ORDER,
    DOCUMENT_ORDER,
    LOCATION_ORDER,
    STORY_ORDER,
    by_document,
    by_span,
    read,
    snapshot,
)
from headwater.ledger.tables import KEYED_TABLES
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
    Document,
    Duplicate,
    Entity,
    Judgement,
    Mention,
    PositionChange,
    Quantity,
    Rejection,
    Reuse,
    Root,
    Run,
    Stance,
    Statement,
    Story,
    TimeExpression,
)
from headwater.records import Path as ClaimPath

R = TypeVar("R")
EntityLevel = Literal["document", "story"]


class StoredRecords:
    """The records of an open ledger; readers return tuples, in orders that follow from content alone."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection, self.path = connection, path

    # Documents and what stands in them

    def documents(self) -> tuple[Document, ...]:
        """Return all documents by publication, undated ones last."""
        return self._read(Document, order=DOCUMENT_ORDER)

    def document(self, doc_id: str) -> Document:
        """Return one document by doc_id (or the unambiguous beginning of one), or by record_id."""
        named = self._read(Document, "record_id = ?", (doc_id,), DOCUMENT_ORDER)
        return named[0] if len(named) == 1 else self._one(Document, doc_id)

    def texts(self, doc_ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of documents by doc_id, and nothing else of them."""
        wanted = tuple(dict.fromkeys(doc_ids))
        sql = f"SELECT doc_id, text FROM document WHERE {_among('doc_id', wanted)}"  # noqa: S608  question marks alone
        with explained(self.path):
            return dict(fetch(self._connection, sql, wanted))

    def duplicates(self) -> tuple[Duplicate, ...]:
        """Return inputs that were documents read already, by location."""
        return self._read(Duplicate, order=LOCATION_ORDER)

    def rejections(self) -> tuple[Rejection, ...]:
        """Return inputs that became no document, by location."""
        return self._read(Rejection, order=LOCATION_ORDER)

    def mentions(self, doc_id: str | None = None) -> tuple[Mention, ...]:
        """Return mentions of one document or of all."""
        return self._read(Mention, *_at_span(doc_id), by_span("mention"))

    def times(self, doc_id: str | None = None) -> tuple[TimeExpression, ...]:
        """Return time expressions of one document or of all."""
        return self._read(TimeExpression, *_at_span(doc_id), by_span("time_expression"))

    def quantities(self, doc_id: str | None = None) -> tuple[Quantity, ...]:
        """Return quantities of one document or of all."""
        return self._read(Quantity, *_at_span(doc_id), by_span("quantity"))

    def attributions(self, doc_id: str | None = None) -> tuple[Attribution, ...]:
        """Return attributions of one document or of all, in reading order within each."""
        return self._read(Attribution, *_equal("doc_id", doc_id), by_document("attribution"))

    def chains(self, doc_id: str | None = None) -> tuple[Chain, ...]:
        """Return chains of one document or of all."""
        return self._read(Chain, *_equal("doc_id", doc_id), by_document("chain"))

    def credits(self, doc_id: str | None = None) -> tuple[Credit, ...]:
        """Return credits of one document or of all."""
        return self._read(Credit, *_equal("doc_id", doc_id), by_document("credit"))

    def entities(self, level: EntityLevel, doc_id: str | None = None) -> tuple[Entity, ...]:
        """Return the entities of documents (of one, with doc_id), or those of stories."""
        if level == "story":
            return self._read(Entity, "doc_id IS NULL", (), "entity_id")
        where, arguments = ("doc_id IS NOT NULL", ()) if doc_id is None else _equal("doc_id", doc_id)
        return self._read(Entity, where, arguments, by_document("entity"))

    def entity(self, entity_id: str) -> Entity:
        """Return one entity of either level by its id."""
        return self._one(Entity, entity_id)

    # What a run found across documents

    def stories(self) -> tuple[Story, ...]:
        """Return stories by first publication."""
        return self._read(Story, order=STORY_ORDER)

    def story(self, story_id: str) -> Story:
        """Return one story by its id."""
        return self._one(Story, story_id)

    def reuse(self, doc_id: str | None = None) -> tuple[Reuse, ...]:
        """Return shared passages and quotations, of all documents or those one document takes part in."""
        if doc_id is None:
            return self._read(Reuse)
        at = "({0} >= ?1 || ':' AND {0} < ?1 || ';')"
        return self._read(Reuse, f"{at.format('earlier')} OR {at.format('later')}", (doc_id,))

    def altered_quotations(self, doc_id: str | None = None) -> tuple[AlteredQuotation, ...]:
        """Return utterances quoted in two wordings, of all documents or those one document takes part in."""
        if doc_id is None:
            return self._read(AlteredQuotation)
        at = "({0} >= ?1 || ':' AND {0} < ?1 || ';')"
        return self._read(AlteredQuotation, f"{at.format('fullest')} OR {at.format('version')}", (doc_id,))

    def statements(self, claim_id: str | None = None) -> tuple[Statement, ...]:
        """Return the statements of one claim or of all."""
        inside = "statement_id IN (SELECT statement_id FROM claim_statement WHERE claim_id = ?)"
        return self._read(Statement) if claim_id is None else self._read(Statement, inside, (claim_id,))

    def statements_in(self, doc_id: str) -> tuple[Statement, ...]:
        """Return the statements that stand in one document."""
        return self._read(Statement, "doc_id = ?", (doc_id,))

    def paths_of(self, statement_ids: Sequence[str]) -> tuple[ClaimPath, ...]:
        """Return how some statements came to their documents."""
        return self._read(ClaimPath, _among("statement_id", statement_ids), tuple(statement_ids))

    def statement(self, statement_id: str) -> Statement:
        """Return one statement by its id."""
        return self._one(Statement, statement_id)

    def claim_of(self, statement_id: str) -> Claim | None:
        """Return the claim that a statement belongs to; None when it stands alone."""
        inside = "claim_id IN (SELECT claim_id FROM claim_statement WHERE statement_id = ?)"
        return next(iter(self._read(Claim, inside, (statement_id,))), None)

    def claims(self, story_id: str | None = None) -> tuple[Claim, ...]:
        """Return the claims of one story or of all, the earliest first."""
        return self._read(Claim, *_equal("story_id", story_id), CLAIM_ORDER)

    def claim(self, claim_id: str) -> Claim:
        """Return one claim by its id, or by the unambiguous beginning of one."""
        return self._one(Claim, claim_id)

    def links(self, claim_id: str | None = None) -> tuple[ClaimLink, ...]:
        """Return why statements were put together: those of one claim's statements or all."""
        inside = "left_id IN (SELECT statement_id FROM claim_statement WHERE claim_id = ?)"
        return self._read(ClaimLink) if claim_id is None else self._read(ClaimLink, inside, (claim_id,))

    def stances(self, claim_id: str | None = None) -> tuple[Stance, ...]:
        """Return stances of attributions to one claim or to all."""
        return self._read(Stance, *_equal("claim_id", claim_id))

    def discrepancies(self, claim_id: str | None = None) -> tuple[Discrepancy, ...]:
        """Return disagreements within one claim or all."""
        return self._read(Discrepancy, *_equal("claim_id", claim_id))

    def position_changes(self, claim_id: str | None = None) -> tuple[PositionChange, ...]:
        """Return changes of position on one claim or on all."""
        return self._read(PositionChange, *_equal("claim_id", claim_id))

    def derivations(self, doc_id: str | None = None) -> tuple[Derivation, ...]:
        """Return derivations of all documents or those of one document."""
        return self._read(Derivation, *_equal("generated_doc", doc_id))

    def paths(self, claim_id: str | None = None) -> tuple[ClaimPath, ...]:
        """Return how the statements of one claim, or of all, came to their documents."""
        return self._read(ClaimPath, *_equal("claim_id", claim_id))

    def roots(self, claim_id: str | None = None) -> tuple[Root, ...]:
        """Return the roots of one claim or of all."""
        return self._read(Root, *_equal("claim_id", claim_id))

    def corroborations(self, claim_id: str | None = None) -> tuple[Corroboration, ...]:
        """Return the count of one claim or of all."""
        return self._read(Corroboration, *_equal("claim_id", claim_id))

    def links_between(self, one: Sequence[str], other: Sequence[str]) -> tuple[ClaimLink, ...]:
        """Return the links of which one end is among some statements and the other end among others."""
        ends = tuple(f"{_among('left_id', a)} AND {_among('right_id', b)}" for a, b in ((one, other), (other, one)))
        return self._read(ClaimLink, " OR ".join(f"({end})" for end in ends), (*one, *other, *other, *one))

    def stories_with(self, doc_id: str) -> tuple[Story, ...]:
        """Return the stories that a document belongs to, one or none."""
        inside = "story_id IN (SELECT story_id FROM story_document WHERE doc_id = ?)"
        return self._read(Story, inside, (doc_id,), STORY_ORDER)

    def entity_with(self, member_id: str) -> Entity | None:
        """Return the story entity that an entity of a document is part of; None when it is of none."""
        inside = "doc_id IS NULL AND entity_id IN (SELECT entity_id FROM entity_member WHERE member_id = ?)"
        return next(iter(self._read(Entity, inside, (member_id,))), None)

    def holds(self, record: type, key: str) -> bool:
        """Tell whether a record of a type has exactly this id."""
        table, (column,) = KEYED_TABLES[record]
        with explained(self.path):
            sql = f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)"  # noqa: S608  own names
            return fetch(self._connection, sql, (key,)) == [(1,)]

    def documents_named(self, name: str) -> tuple[str, ...]:
        """Return the doc_ids of the documents that have a record_id or a location, in the order of publication."""
        sql = f"SELECT doc_id FROM document WHERE record_id = ?1 OR location = ?1 ORDER BY {DOCUMENT_ORDER}"  # noqa: S608
        with explained(self.path):
            return tuple(doc_id for (doc_id,) in fetch(self._connection, sql, (name,)))

    def document_count(self) -> int:
        """Return how many documents the ledger holds."""
        with explained(self.path):
            return int(fetch(self._connection, "SELECT count(*) FROM reading")[0][0])

    # What people and runs said

    def judgements(self) -> tuple[Judgement, ...]:
        """Return people's decisions in the order they were made."""
        return self._read(Judgement, order="made_at, judgement_id")

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that ended, in the order they started; `info().run_id` names the one in force."""
        return self._read(Run, order="started_at, run_id")

    def _read(
        self, record: type[R], where: str = "TRUE", arguments: tuple[str, ...] = (), order: str = ""
    ) -> tuple[R, ...]:
        with explained(self.path), snapshot(self._connection):
            return read(self._connection, record, where=where, arguments=arguments, order=order)

    def _one(self, record: type[R], wanted: str) -> R:
        table, (key,) = KEYED_TABLES[record]
        found = self._read(record, f"{key} = ?", (wanted,))
        if not found:
            # Ids hold no character above "~", so this range is exactly the ids that begin so.
            found = self._read(record, f"{key} >= ?1 AND {key} < ?1 || '~'", (wanted,)) if wanted else ()
        if len(found) == 1:
            return found[0]
        raise NotFoundError(table, wanted, tuple(str(getattr(one, key)) for one in found[:5]))


def _among(column: str, wanted: Sequence[str]) -> str:
    return f"{column} IN ({', '.join('?' * len(wanted))})"


def _equal(column: str, value: str | None) -> tuple[str, tuple[str, ...]]:
    return ("TRUE", ()) if value is None else (f"{column} = ?", (value,))


def _at_span(doc_id: str | None) -> tuple[str, tuple[str, ...]]:
    return ("TRUE", ()) if doc_id is None else ("span >= ?1 || ':' AND span < ?1 || ';'", (doc_id,))
