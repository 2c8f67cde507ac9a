"""What a ledger says of itself: its state, versions, roots and how much it holds.

Imports: apsw and this room only.
"""

from dataclasses import dataclass
from pathlib import Path

import apsw

from headwater.ledger.connection import fetch
from headwater.ledger.layout import Layout
from headwater.ledger.schema import OPEN, SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerInfo:
    """What a ledger is and holds.

    Attributes:
        state: "open" while a run is unfinished, "complete" after it, "sealed" for good.
        chained_root: 64 hexadecimal digits over every row; "" while open.
        headwater_version, run_id: Of the run that made the story-level records; None before the first one ended.
        row_counts: (table, rows) of every table with records, by name.
    """

    path: str
    state: str
    format: int
    headwater_version: str | None
    chained_root: str
    run_id: str | None
    bytes: int
    row_counts: tuple[tuple[str, int], ...]


def read_info(connection: apsw.Connection, path: Path, layout: Layout) -> LedgerInfo:
    """Return what a ledger is and how much it holds.

    Args:
        connection: Open for reading or writing.
        path: The file.
        layout: Its tables.
    """
    facts = dict(fetch(connection, "SELECT key, value FROM ledger"))
    counts = [
        (table, fetch(connection, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608  own names
        for table in layout.hashed_tables
    ]
    return LedgerInfo(
        path=str(path),
        state=facts["state"],
        format=SCHEMA_VERSION,
        headwater_version=facts.get("headwater_version"),
        chained_root=facts["chained_root"],
        run_id=facts.get("current_run"),
        bytes=path.stat().st_size,
        row_counts=tuple(counts),
    )


def root_without_judgements(connection: apsw.Connection) -> str:
    """Return a fingerprint of every record but judgements, as the last run chained them; "" while a run goes on."""
    if fetch(connection, "SELECT value FROM ledger WHERE key = 'state'") == [(OPEN,)]:
        return ""
    roots = fetch(connection, "SELECT name, root FROM table_root WHERE name <> 'judgement' ORDER BY name")
    return " ".join(f"{name}={root}" for name, root in roots)
