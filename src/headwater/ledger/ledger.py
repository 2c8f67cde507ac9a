"""The ledger as the rest of headwater sees it: records in, records out, one SQLite file between.

Imports: records, errors, the version and this room only.
"""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from headwater.ledger import writer
from headwater.ledger.connection import BUSY_SECONDS, create_file, explained, open_file
from headwater.ledger.info import LedgerInfo, read_info, root_without_judgements
from headwater.ledger.layout import present_layout
from headwater.ledger.reader import (
    snapshot,
)
from headwater.ledger.seal import seal
from headwater.ledger.search import Facets, SearchResult, search
from headwater.ledger.stored import StoredRecords
from headwater.ledger.tables import DocumentRecord, StoryRecord
from headwater.ledger.verify import VerifyFinding, verify
from headwater.records import (
    Document,
    Judgement,
    Outcome,
    Run,
)


class Ledger(StoredRecords):
    """One ledger file, open: make one with `create`, `open` or `open_or_create`, and use it as a context manager.

    Readers return tuples, in orders that follow from content alone. Every method raises LedgerError when the file is
    damaged, was opened the other way, or stays locked by another writer for half a minute.
    """

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        super().__init__(connection, path)
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

    # What the ledger is

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
