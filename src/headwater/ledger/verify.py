"""Checking a ledger from outside: every hash, every span's words, every reference, the file itself.

Nothing here trusts what the ledger says of itself; a damaged row never stops the check of the others.
Imports: apsw, records and this room only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import apsw

from headwater.ledger.hashing import ledger_root, row_hash, table_root
from headwater.ledger.layout import Layout, empty_ledger, present_layout
from headwater.ledger.rows import Row
from headwater.ledger.schema import COMPLETE, OPEN, SEALED
from headwater.ledger.search_schema import FINDING_INDEXES
from headwater.ledger.writer import fact, stable_facts
from headwater.records import text_sha256

_SHOWN_CHARS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyFinding:
    """One thing in a ledger that is not as it was written.

    Attributes:
        table: The table, or "file" for the file as a whole.
        row_id: Primary key of the row, parts joined by "/"; "" when no row can be named.
        what: What was checked.
        expected, found: In words or values, shortened.
    """

    table: str
    row_id: str
    what: str
    expected: str
    found: str


def verify(connection: apsw.Connection) -> tuple[VerifyFinding, ...]:
    """Return everything in a ledger that does not hold; nothing when all does.

    An unfinished ledger (its last run did not end) is checked in all but its chained root, which it does not have yet.

    Args:
        connection: Open for reading.
    """
    findings = [*_guarded("file", _check_file(connection)), *_guarded("file", _check_schema(connection))]
    expected = present_layout()
    tables: list[tuple[str, int, str]] = []
    for table in expected.hashed_tables:
        hashes: list[str] = []
        findings += _guarded(table, _check_rows(connection, expected, table, hashes))
        tables.append((table, *table_root(hashes)))
    findings += _guarded("ledger", _check_roots(connection, tables))
    findings += _guarded("document", _check_words(connection))
    findings += _guarded("file", _check_references(connection, expected))
    findings += _guarded("span", _check_orphans(connection, expected))
    return tuple(dict.fromkeys(findings))


def _guarded(table: str, found: Iterator[VerifyFinding]) -> Iterator[VerifyFinding]:
    """Turn what a damaged file makes SQLite raise into a finding, and let the next check go on."""
    try:
        yield from found
    except (apsw.Error, UnicodeDecodeError, TypeError) as error:
        yield VerifyFinding(table=table, row_id="", what="readable", expected="a readable table", found=str(error))


def _check_file(connection: apsw.Connection) -> Iterator[VerifyFinding]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield VerifyFinding(table="file", row_id="", what="integrity", expected="ok", found=_short(line))


def _check_schema(connection: apsw.Connection) -> Iterator[VerifyFinding]:
    sql = "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    expected, found = (dict(list(each.execute(sql))) for each in (empty_ledger(), connection))
    for name in sorted((expected.keys() | found.keys()) - (FINDING_INDEXES - found.keys())):
        if expected.get(name) != found.get(name):
            yield VerifyFinding(
                table="sqlite_schema",
                row_id=str(name),
                what="definition",
                expected=_short(expected.get(name, "nothing of this name")),
                found=_short(found.get(name, "nothing of this name")),
            )


def _check_rows(connection: apsw.Connection, layout: Layout, table: str, hashes: list[str]) -> Iterator[VerifyFinding]:
    """Compare every row with its hash, and collect the hashes that stand in the file, in the order of the key."""
    for row, stored in _rows(connection, layout, table):
        name = "/".join(str(part) for part in layout.key_of(table, row))
        hashes.append(stored)
        computed = row_hash(table, row)
        if computed != stored:
            yield VerifyFinding(table=table, row_id=name, what="row hash", expected=stored, found=computed)


def _rows(connection: apsw.Connection, layout: Layout, table: str) -> Iterator[tuple[Row, str]]:
    """Yield (row, stored hash) in the order of the key; a text that is no UTF-8 comes with its bytes spelled out."""
    columns = (*(f'"{column}"' for column in layout.columns(table)), "row_hash")
    order = ", ".join(layout.key_columns(table))
    done = 0
    try:
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"):  # noqa: S608
            yield row[:-1], row[-1]
            done += 1
    except UnicodeDecodeError:
        as_bytes = ", ".join(f"iif(typeof({name}) = 'text', CAST({name} AS BLOB), {name})" for name in columns)
        rest = f"SELECT {as_bytes} FROM {table} ORDER BY {order} LIMIT -1 OFFSET {done}"  # noqa: S608  our own names
        for row in connection.execute(rest):
            decoded = tuple(_text(value) if isinstance(value, bytes) else value for value in row)
            yield decoded[:-1], str(decoded[-1])


def _text(value: bytes) -> str:
    return value.decode("utf-8", "backslashreplace")


def _check_roots(connection: apsw.Connection, tables: list[tuple[str, int, str]]) -> Iterator[VerifyFinding]:
    state, stored = fact(connection, "state"), fact(connection, "chained_root")
    if state == OPEN:
        return
    if state not in {COMPLETE, SEALED}:
        yield VerifyFinding(
            table="ledger", row_id="state", what="state", expected="open, complete or sealed", found=str(state)
        )
    written = {name: (count, root) for name, count, root in connection.execute("SELECT * FROM table_root")}
    for name, count, root in tables:
        if written.get(name) != (count, root):
            before = written.get(name, ("no", "no root"))
            yield VerifyFinding(
                table=name,
                row_id="",
                what="table root",
                expected=f"{before[0]} rows, {before[1]}",
                found=f"{count} rows, {root}",
            )
    computed = ledger_root(tables, stable_facts(connection))
    if computed != stored:
        yield VerifyFinding(
            table="ledger", row_id="chained_root", what="chained root", expected=str(stored), found=computed
        )


def _check_words(connection: apsw.Connection) -> Iterator[VerifyFinding]:
    """Check every text against its SHA-256 and every span against the words stored beside it."""
    spans = 'SELECT span_id, start, "end", CAST(exact AS BLOB) FROM span WHERE doc_id = ? ORDER BY start'
    documents = "SELECT doc_id, CAST(text AS BLOB), text_sha256 FROM document"
    for doc_id, stored, digest in connection.execute(documents):
        text = _text(stored)
        computed = text_sha256(text)
        if computed != digest:
            yield VerifyFinding(table="document", row_id=doc_id, what="text_sha256", expected=digest, found=computed)
        for span_id, start, end, exact in connection.execute(spans, (doc_id,)):
            words = text[start:end] if 0 <= start < end else ""
            if words != _text(exact):
                found = _short(words)
                yield VerifyFinding(
                    table="span", row_id=span_id, what="words", expected=_short(_text(exact)), found=found
                )
            if span_id != f"{doc_id}:{start}-{end}":
                place = f"{doc_id}:{start}-{end}"
                yield VerifyFinding(table="span", row_id=span_id, what="place", expected=span_id, found=place)


def _check_references(connection: apsw.Connection, layout: Layout) -> Iterator[VerifyFinding]:
    for table, rowid, parent, _ in list(connection.execute("PRAGMA foreign_key_check")):
        keys = ", ".join(layout.key_columns(table))
        row = connection.execute(f"SELECT {keys} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()  # noqa: S608
        name = "/".join(str(part) for part in row or ())
        yield VerifyFinding(
            table=table, row_id=name, what="reference", expected=f"a row of {parent}", found="none of this id"
        )


def _check_orphans(connection: apsw.Connection, layout: Layout) -> Iterator[VerifyFinding]:
    """Find spans and statements that nothing points at."""
    for orphaned, key in (("span", "span_id"), ("statement", "statement_id")):
        pointing = [
            f'SELECT "{layout.columns(table)[reference.column]}" FROM {table}'  # noqa: S608  our own names
            for table in layout.hashed_tables
            for reference in layout.references(table)
            if reference.parent == orphaned
        ]
        sql = f"SELECT {key} FROM {orphaned} EXCEPT {_union(pointing)}"  # noqa: S608
        for (name,) in list(connection.execute(sql)):
            yield VerifyFinding(
                table=orphaned, row_id=name, what="orphan", expected="a record that points here", found="none"
            )


def _union(selects: list[str]) -> str:
    return f"SELECT * FROM ({' UNION ALL '.join(selects)})"  # noqa: S608  our own names


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
