"""Closing a ledger for good: one plain file, read-only by its own word, that opens anywhere.

A file in WAL mode needs two more files and write permission beside it; a sealed one needs nothing.
Imports: apsw, errors and this room only.
"""

from pathlib import Path

import apsw

from headwater.errors import LedgerError
from headwater.ledger.connection import write_transaction
from headwater.ledger.layout import Layout
from headwater.ledger.schema import COMPLETE, SEALED
from headwater.ledger.verify import verify
from headwater.ledger.writer import chain, fact, set_fact


def seal(connection: apsw.Connection, path: Path, layout: Layout) -> str:
    """Verify, optimise and close a ledger; return its final root.

    Args:
        connection: Opened for writing, the only connection to the file.
        path: The file, for messages.
        layout: Its tables.

    Raises:
        LedgerError: The last run did not finish, something does not hold, or another process has it open.
    """
    if fact(connection, "state") != COMPLETE:
        raise LedgerError(str(path), "its last run did not finish", "run `headwater trace` on the same inputs again")
    findings = verify(connection)
    if findings:
        first = findings[0]
        found = f"{len(findings)} things do not hold, the first in {first.table} {first.row_id} ({first.what})"
        raise LedgerError(str(path), found, "see `headwater verify`, and trace its inputs into a new ledger")
    for table in ("document_fts", "span_fts"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608  our own names
    connection.execute("ANALYZE")
    with write_transaction(connection):
        root = chain(connection, layout)
        set_fact(connection, "state", SEALED)
    try:
        _leave_wal(connection)
    except apsw.BusyError:
        with write_transaction(connection):
            set_fact(connection, "state", COMPLETE)
        raise
    return root


def _leave_wal(connection: apsw.Connection) -> None:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if connection.pragma("journal_mode", "delete") != "delete":
        raise apsw.BusyError("the file is open elsewhere")
