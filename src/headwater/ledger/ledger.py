"""The ledger as the rest of headwater sees it: records in, records out, one SQLite file between.

Imports: records, errors, the version and this room only.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeVar

import apsw

from headwater.errors import NotFoundError
from headwater.ledger import writer
from headwater.ledger.connection import BUSY_SECONDS, create_file, explained, fetch, open_file
from headwater.ledger.info import LedgerInfo, read_info, root_without_judgements
from headwater.ledger.layout import present_layout
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
from headwater.ledger.seal import seal
from headwater.ledger.search import Facets, SearchResult, search
from headwater.ledger.tables import KEYED_TABLES, DocumentRecord, StoryRecord
from headwater.ledger.verify import VerifyFinding, verify
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
    Outcome,
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


class Ledger:
    """One ledger file, open: make one with `create`, `open` or `open_or_create`, and use it as a context manager.

    Readers return tuples, in orders that follow from content alone. Every method raises LedgerError when the file is
    damaged, was opened the other way, or stays locked by another writer for half a minute.
    """

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection, self.path = connection, path
        self._layout = present_layout()

    @classmethod
    def create(cls, path: Path | str, *, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Make a new ledger for writing; a LedgerError when a file stands there."""
        return cls(create_file(Path(path), busy_seconds=busy_seconds), Path(path))

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = True, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open a ledger that is there; a LedgerError when it is none, sealed (for writing), or of another version."""
        return cls(open_file(Path(path), read_only=read_only, busy_seconds=busy_seconds), Path(path))

    @classmethod
    def open_or_create(cls, path: Path | str) -> Self:
        """Open a ledger for writing, making it when there is none: what a run that may be resumed begins with."""
        there = Path(path).exists() and Path(path).stat().st_size
        return cls.open(path, read_only=False) if there else cls.create(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()

    # Writing

    def has_document(self, document: Document, *, config_sha256: str, model_sha256: str | None = None) -> bool:
        """Tell whether this document, unchanged, was read with this configuration and model: then skip it."""
        stored = self._read(Document, "doc_id = ?", (document.doc_id,))
        with explained(self.path):
            reading = writer.reading_of(self._connection, document.doc_id)
        return reading == (config_sha256, model_sha256) and any(writer.same_document(document, one) for one in stored)

    def add_document(
        self,
        document: Document,
        records: Iterable[DocumentRecord],
        *,
        config_sha256: str,
        model_sha256: str | None = None,
    ) -> None:
        """Write a document and all its own records in one transaction, in place of an earlier reading of it.

        Args:
            document: The document.
            records: Mentions, times, quantities, attributions, entities, chains and credits of this document alone,
                each kind in reading order.
            config_sha256: Fingerprint of the configuration they were made with.
            model_sha256: Fingerprint of the reader model, None when rules alone read.

        Raises:
            LedgerError: A record points at one that is not there, or two share an id; nothing is written.
            SpanError: A span does not fit the text; nothing is written.
        """
        with explained(self.path):
            reading = (document.doc_id, config_sha256, model_sha256)
            writer.add_document(self._connection, self._batch(), document, records, reading)

    def add_outcomes(self, outcomes: Iterable[Outcome]) -> None:
        """Write the rejections and duplicates among the outcomes of reading; documents are left to add_document."""
        others = [outcome for outcome in outcomes if not isinstance(outcome, Document)]
        with explained(self.path):
            writer.add_outcomes(self._connection, self._batch(), others)

    def replace_story_level(self, run: Run, records: Iterable[StoryRecord]) -> str:
        """Write all a run found across documents in place of what the run before found; return the chained root.

        Args:
            run: The run; one with the same id is replaced.
            records: Story entities, stories, reuse, statements, claims, links, stances, discrepancies, position
                changes, derivations, paths, roots and corroborations, in any order.

        Raises:
            LedgerError: A record points at one that is not there, or two share an id; nothing is written.
            SpanError: A span does not fit its document's text; nothing is written.
        """
        with explained(self.path):
            return writer.replace_story_level(self._connection, self._batch(), run, records, self._layout)

    def add_judgement(self, judgement: Judgement) -> None:
        """Write a person's decision; runs never remove it."""
        with explained(self.path):
            writer.add_judgement(self._connection, self._batch(), judgement, self._layout)

    def seal(self) -> str:
        """Verify, optimise and close the ledger for good; return its final root. The object is closed afterwards."""
        with explained(self.path):
            root = seal(self._connection, self.path, self._layout)
            self.close()
        return root

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

    # What people and runs said

    def judgements(self) -> tuple[Judgement, ...]:
        """Return people's decisions in the order they were made."""
        return self._read(Judgement, order="made_at, judgement_id")

    def runs(self) -> tuple[Run, ...]:
        """Return the runs that ended, in the order they started; `info().run_id` names the one in force."""
        return self._read(Run, order="started_at, run_id")

    def search(
        self, query: str, *, limit: int = 20, spans: int | None = None, facets: Facets | None = None
    ) -> SearchResult:
        """Return at most `limit` documents and as many spans (or `spans`) that hold all words of a query, best first.

        What has the limit 0 is not looked for.
        """
        with explained(self.path), snapshot(self._connection):
            return search(self._connection, query, limit, limit if spans is None else spans, facets or Facets())

    def verify(self) -> tuple[VerifyFinding, ...]:
        """Return everything that is not as it was written; nothing when all holds."""
        with explained(self.path):
            return verify(self._connection)

    def info(self) -> LedgerInfo:
        """Return what the ledger is and how much it holds."""
        with explained(self.path):
            return read_info(self._connection, self.path, self._layout)

    def root_without_judgements(self) -> str:
        """Return a fingerprint of every record but judgements, as the last run chained them; "" while a run goes on."""
        with explained(self.path), snapshot(self._connection):
            return root_without_judgements(self._connection)

    def _batch(self) -> writer.Batch:
        return writer.Batch(self.path, self._layout)

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
