"""Writing records: batches of hashed rows, one transaction a document, one for a whole story.

Every batch is checked before it is written: ids that two different records share, and references to records that are
neither in the batch nor in the ledger, are refused by name. Imports: apsw, records, errors and this room only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import apsw

from headwater.errors import LedgerError
from headwater.ledger.connection import fetch, write_transaction
from headwater.ledger.hashing import ledger_root, row_hash, table_root
from headwater.ledger.layout import Layout
from headwater.ledger.rows import Row, flatten, plan_of, span_id, spans_of
from headwater.ledger.schema import COMPLETE, OPEN
from headwater.ledger.tables import STORY_TABLES, DocumentRecord, StoryRecord
from headwater.records import Document, Duplicate, Judgement, Rejection, Run, Span

_ANY_RECORD = Run | Document | Duplicate | Rejection | Judgement | DocumentRecord | StoryRecord
# What may differ between two readings of one document without making it another: where and when it was fetched.
_UNSTABLE = frozenset({"location", "retrieved_at"})
_DELETE_DOCUMENT = (
    "DELETE FROM credit WHERE doc_id = ?1",
    "DELETE FROM chain_hop WHERE attribution_id IN (SELECT attribution_id FROM chain WHERE doc_id = ?1)",
    "DELETE FROM chain WHERE doc_id = ?1",
    "DELETE FROM entity_mention WHERE entity_id IN (SELECT entity_id FROM entity WHERE doc_id = ?1)",
    "DELETE FROM entity_member WHERE entity_id IN (SELECT entity_id FROM entity WHERE doc_id = ?1)",
    "DELETE FROM entity WHERE doc_id = ?1",
    (
        "DELETE FROM attribution_content"
        " WHERE attribution_id IN (SELECT attribution_id FROM attribution WHERE doc_id = ?1)"
    ),
    "DELETE FROM attribution WHERE doc_id = ?1",
    "DELETE FROM quantity WHERE span >= ?1 || ':' AND span < ?1 || ';'",
    "DELETE FROM time_expression WHERE span >= ?1 || ':' AND span < ?1 || ';'",
    "DELETE FROM mention WHERE span >= ?1 || ':' AND span < ?1 || ';'",
    "DELETE FROM span WHERE doc_id = ?1",
    "DELETE FROM reading WHERE doc_id = ?1",
    "DELETE FROM offset_segment WHERE doc_id = ?1",
    "DELETE FROM document WHERE doc_id = ?1",
)
_DELETE_STORY_ENTITIES = (
    "DELETE FROM entity_mention WHERE entity_id IN (SELECT entity_id FROM entity WHERE doc_id IS NULL)",
    "DELETE FROM entity_member WHERE entity_id IN (SELECT entity_id FROM entity WHERE doc_id IS NULL)",
    "DELETE FROM entity WHERE doc_id IS NULL",
    "DELETE FROM span WHERE level = 'story'",
)


class Batch:
    """Rows to be written together, by table and primary key."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self._path, self._layout = path, layout
        self.rows: dict[str, dict[Row, Row]] = defaultdict(dict)
        self.spans: set[Span] = set()

    def add(self, record: _ANY_RECORD) -> None:
        """Take a record with everything in its child tables.

        Raises:
            LedgerError: Another record of the batch has its id and says something else.
        """
        plan = plan_of(type(record))
        self.spans.update(spans_of(plan, record))
        for table, row in flatten(plan, record):
            self.add_row(table, row)

    def add_row(self, table: str, row: Row) -> None:
        """Take one row, in the order of the table's columns."""
        key = self._layout.key_of(table, row)
        known = self.rows[table].setdefault(key, row)
        if known != row:
            found = f"two different rows of {table} share the id {_shown(key)}"
            raise LedgerError(str(self._path), found, "ids must follow from content; nothing of this step was written")

    def add_spans(self, texts: Callable[[str], str], level: str) -> None:
        """Write the words of every span the batch points with.

        Args:
            texts: doc_id -> Document.text.
            level: "document" or "story": who points there.

        Raises:
            SpanError: A span does not fit its document's text.
        """
        for span in sorted(self.spans):
            exact = span.quote(texts(span.doc_id))
            self.add_row("span", (span_id(span), span.doc_id, span.start, span.end, exact, level))

    def check_references(self, connection: apsw.Connection) -> None:
        """Refuse rows that point at nothing.

        Raises:
            LedgerError: Names the row, the column and what it points at.
        """
        for table, rows in self.rows.items():
            for reference in self._layout.references(table):
                wanted = {row[reference.column]: key for key, row in rows.items() if row[reference.column] is not None}
                there = {key[0] for key in self.rows.get(reference.parent, {})}
                for target in sorted(wanted.keys() - there, key=str):
                    sql = f"SELECT 1 FROM {reference.parent} WHERE {reference.parent_key} = ?"  # noqa: S608  own names
                    if connection.execute(sql, (target,)).get is None:
                        row = f"{table} {_shown(wanted[target])}"
                        found = f"{row} points at {reference.parent} {target}, which is not there"
                        raise LedgerError(str(self._path), found, "nothing of this step was written")

    def insert(self, connection: apsw.Connection, *, ignoring: frozenset[str] = frozenset()) -> None:
        """Write all rows with their hashes; in tables of `ignoring`, rows that are there already stay."""
        for table, rows in self.rows.items():
            verb = "INSERT OR IGNORE" if table in ignoring else "INSERT"
            marks = ", ".join("?" * (len(self._layout.columns(table)) + 1))
            connection.executemany(
                f"{verb} INTO {table} VALUES ({marks})",
                ((*row, row_hash(table, row)) for row in rows.values()),
            )


def reading_of(connection: apsw.Connection, doc_id: str) -> tuple[str, str | None] | None:
    """Return the fingerprints of configuration and model a document was read with, None when it is not there."""
    found = fetch(connection, "SELECT config_sha256, model_sha256 FROM reading WHERE doc_id = ?", (doc_id,))
    return (str(found[0][0]), found[0][1]) if found else None


def same_document(one: Document, other: Document) -> bool:
    """Tell whether two documents differ at most in where and when they were fetched."""
    names = [name for name in Document.__slots__ if name not in _UNSTABLE]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def add_document(
    connection: apsw.Connection,
    batch: Batch,
    document: Document,
    records: Iterable[DocumentRecord],
    reading: tuple[str, str, str | None],
) -> None:
    """Write a document with all its own records in one transaction, in place of an earlier reading of it.

    An earlier reading takes the story-level records with it, because they point into it.
    """
    batch.add(document)
    batch.add_row("reading", reading)
    for record in records:
        batch.add(record)
    foreign = sorted({span.doc_id for span in batch.spans} - {document.doc_id})
    if foreign:
        found = f"records of document {document.doc_id} point into {foreign[0]}"
        raise LedgerError("document", found, "give every document its own records")
    batch.add_spans(lambda _: document.text, "document")
    with write_transaction(connection, foreign_keys=False):
        if connection.execute("SELECT 1 FROM document WHERE doc_id = ?", (document.doc_id,)).get is not None:
            forget_story_level(connection)
            for sql in _DELETE_DOCUMENT:
                connection.execute(sql, (document.doc_id,))
        connection.execute("DELETE FROM rejection WHERE location = ?", (document.location,))
        batch.check_references(connection)
        batch.insert(connection)
        mark_open(connection)


def add_outcomes(connection: apsw.Connection, batch: Batch, outcomes: Iterable[Duplicate | Rejection]) -> None:
    """Write what became of inputs that are no documents; each replaces what was said of its location before."""
    listed = list(outcomes)
    for outcome in listed:
        batch.add(outcome)
    locations = sorted({(outcome.location,) for outcome in listed})
    with write_transaction(connection):
        connection.executemany("DELETE FROM rejection WHERE location = ?", locations)
        connection.executemany("DELETE FROM duplicate WHERE location = ?", locations)
        batch.check_references(connection)
        batch.insert(connection)
        mark_open(connection)


def replace_story_level(
    connection: apsw.Connection, batch: Batch, run: Run, records: Iterable[StoryRecord], layout: Layout
) -> str:
    """Write everything a run found across documents, in place of what the run before it found, and chain the root."""
    batch.add(run)
    for record in records:
        batch.add(record)
    texts = _Texts(connection)
    with write_transaction(connection, foreign_keys=False):
        forget_story_level(connection)
        connection.execute("DELETE FROM run_document WHERE run_id = ?", (run.run_id,))
        connection.execute("DELETE FROM run WHERE run_id = ?", (run.run_id,))
        batch.add_spans(texts.of, "story")
        batch.check_references(connection)
        batch.insert(connection, ignoring=frozenset({"span"}))
        set_fact(connection, "current_run", run.run_id)
        set_fact(connection, "headwater_version", run.headwater_version)
        return chain(connection, layout)


def add_judgement(connection: apsw.Connection, batch: Batch, judgement: Judgement, layout: Layout) -> None:
    """Write a person's decision; the same decision made again replaces itself."""
    batch.add(judgement)
    with write_transaction(connection):
        connection.execute("DELETE FROM judgement WHERE judgement_id = ?", (judgement.judgement_id,))
        batch.insert(connection)
        if fact(connection, "state") != OPEN:
            chain(connection, layout, only="judgement")


def forget_story_level(connection: apsw.Connection) -> None:
    """Delete every record that a run as a whole made; documents, runs and judgements stay."""
    for table in STORY_TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608  a name from our own list
    for sql in _DELETE_STORY_ENTITIES:
        connection.execute(sql)


def chain(connection: apsw.Connection, layout: Layout, *, only: str | None = None) -> str:
    """Write the root of every table (or of the one that changed) and of the ledger, and mark it complete."""
    for table in layout.hashed_tables if only is None else (only,):
        count, root = table_root(layout.hashes(connection, table))
        connection.execute("INSERT OR REPLACE INTO table_root VALUES (?, ?, ?)", (table, count, root))
    tables = fetch(connection, "SELECT name, row_count, root FROM table_root")
    root = ledger_root([(name, count, root) for name, count, root in tables], stable_facts(connection))
    set_fact(connection, "chained_root", root)
    set_fact(connection, "state", COMPLETE)
    return root


def mark_open(connection: apsw.Connection) -> None:
    """Say that records were added since the root was chained: the ledger is unfinished until a run ends."""
    set_fact(connection, "state", OPEN)
    set_fact(connection, "chained_root", "")


def set_fact(connection: apsw.Connection, key: str, value: str) -> None:
    """Write one row of the table `ledger`."""
    connection.execute("INSERT OR REPLACE INTO ledger (key, value) VALUES (?, ?)", (key, value))


def fact(connection: apsw.Connection, key: str) -> str | None:
    """Return one row of the table `ledger`."""
    value = connection.execute("SELECT value FROM ledger WHERE key = ?", (key,)).get
    return None if value is None else str(value)


def stable_facts(connection: apsw.Connection) -> Mapping[str, str]:
    """Return what the table `ledger` says besides its state and root, which the root itself cannot cover."""
    rows = fetch(connection, "SELECT key, value FROM ledger WHERE key NOT IN ('state', 'chained_root')")
    return {str(key): str(value) for key, value in rows}


class _Texts:
    """Texts of documents, read when they are first needed and kept for the batch."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.of = cache(self._read)
        self._connection = connection

    def _read(self, doc_id: str) -> str:
        text = self._connection.execute("SELECT text FROM document WHERE doc_id = ?", (doc_id,)).get
        if text is None:
            raise LedgerError("span", f"a record points into document {doc_id}, which is not there", "add it first")
        return str(text)


def _shown(key: Row) -> str:
    return "/".join(str(part) for part in key)
