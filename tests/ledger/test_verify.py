# ruff: noqa: S608  the SQL of these tests is made of our own tables' names
"""verify: whatever is changed in a ledger is found, and the row is named; what is whole stays unblamed."""

import shutil
from pathlib import Path

import apsw
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.ledger.invented import UNHURRIED, A

from headwater.errors import HeadwaterError
from headwater.export import export_jsonl
from headwater.ledger import Ledger, VerifyFinding
from headwater.ledger.layout import present_layout

_LAYOUT = present_layout()
CELLS = [(table, column) for table in _LAYOUT.hashed_tables for column in (*_LAYOUT.columns(table), "row_hash")]


def _verify(path: Path) -> tuple[VerifyFinding, ...]:
    with Ledger.open(path) as ledger:
        return ledger.verify()


def _tamper(path: Path, *statements: str) -> None:
    connection = apsw.Connection(str(path))
    for sql in statements:
        connection.execute(sql)
    connection.close()


def test_a_whole_ledger_has_no_findings(ledger_path: Path) -> None:
    assert _verify(ledger_path) == ()


@pytest.mark.parametrize(("table", "column"), CELLS, ids=[".".join(cell) for cell in CELLS])
def test_a_changed_cell_is_found_and_its_row_named(ledger_path: Path, table: str, column: str) -> None:
    connection = apsw.Connection(str(ledger_path))
    keys = _LAYOUT.key_columns(table)
    sql = f'SELECT rowid, "{column}", {", ".join(keys)} FROM {table} LIMIT 1'
    ((rowid, value, *key),) = list(connection.execute(sql))
    changed = _changed(column, value)
    connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (changed, rowid))
    connection.close()
    name = "/".join(str(changed if key_column == column else part) for key_column, part in zip(keys, key, strict=True))
    assert (table, name, "row hash") in {(one.table, one.row_id, one.what) for one in _verify(ledger_path)}


def _changed(column: str, value: str | float | None) -> str | float:
    """One bit of the last character, another number, or something where nothing was."""
    if value is None:
        return 1.5 if column.removeprefix("value_") in {"lower", "upper"} else "changed"
    if isinstance(value, str):
        return value[:-1] + chr(ord(value[-1:] or "a") ^ 1)
    return value + 100


def test_a_changed_text_names_the_document_and_its_spans(ledger_path: Path) -> None:
    _tamper(ledger_path, "UPDATE document SET text = replace(text, 'barges', 'Barges') WHERE doc_id = 'doc-a'")
    whats = {(one.table, one.what) for one in _verify(ledger_path)}
    assert {("document", "text_sha256"), ("document", "row hash"), ("span", "words")} <= whats


@pytest.mark.parametrize("table", _LAYOUT.hashed_tables)
def test_a_row_taken_away_is_missed(ledger_path: Path, table: str) -> None:
    _tamper(ledger_path, f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")
    assert (table, "table root") in {(one.table, one.what) for one in _verify(ledger_path)}


def test_bytes_that_are_no_text_are_named_and_stop_nothing(ledger_path: Path) -> None:
    _tamper(
        ledger_path,
        "UPDATE document SET text = CAST(X'C328' AS TEXT) WHERE doc_id = 'doc-a'",
        "UPDATE chain_hop SET rule = 'changed' WHERE attribution_id = 'att-b1'",
    )
    found = {(one.table, one.row_id, one.what) for one in _verify(ledger_path)}
    assert ("document", "doc-a", "row hash") in found
    assert ("document", "doc-a", "text_sha256") in found
    assert ("chain_hop", "att-b1/0", "row hash") in found


FORGED = {
    "orphan-span": (
        "INSERT INTO span VALUES ('doc-a:0-2', 'doc-a', 0, 2, 'Os', 'story', '')",
        ("span", "doc-a:0-2", "orphan"),
    ),
    "dangling": ("DELETE FROM entity WHERE entity_id = 'ent-a-varga'", ("chain_hop", "att-a1/0", "reference")),
    "state": ("UPDATE ledger SET value = 'opem' WHERE key = 'state'", ("ledger", "state", "state")),
    "facts": (
        "UPDATE ledger SET value = 'x' WHERE key = 'headwater_version'",
        ("ledger", "chained_root", "chained root"),
    ),
    "root": ("UPDATE ledger SET value = 'x' WHERE key = 'chained_root'", ("ledger", "chained_root", "chained root")),
    "trigger": (
        "CREATE TRIGGER t AFTER INSERT ON span BEGIN SELECT 1; END",
        ("sqlite_schema", "t", "definition"),
    ),
    "view": ("DROP VIEW unnamed_sources", ("sqlite_schema", "unnamed_sources", "definition")),
    "table": ("DROP TABLE judgement", ("sqlite_schema", "judgement", "definition")),
}


@pytest.mark.parametrize(("sql", "expected"), FORGED.values(), ids=FORGED)
def test_forgeries_are_found(ledger_path: Path, sql: str, expected: tuple[str, str, str]) -> None:
    _tamper(ledger_path, sql)
    assert expected in {(one.table, one.row_id, one.what) for one in _verify(ledger_path)}


@pytest.fixture(scope="module")
def sealed(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(written, tmp_path_factory.mktemp("sealed")))
    with Ledger.open(path, read_only=False) as ledger:
        ledger.seal()
    _export(path)
    return path


def _export(path: Path) -> bytes:
    with Ledger.open(path) as ledger:
        export_jsonl(ledger, path.with_suffix(".jsonl"))
    return path.with_suffix(".jsonl").read_bytes()


def _flip(sealed: Path, byte: int, bit: int) -> Path:
    flipped = bytearray(sealed.read_bytes())
    flipped[byte] ^= 1 << bit
    path = sealed.with_name("flipped.hw.db")
    path.write_bytes(flipped)
    return path


@settings(UNHURRIED, max_examples=40)
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_found_or_changes_nothing_that_can_be_read(sealed: Path, place: float, bit: int) -> None:
    path = _flip(sealed, int(place * sealed.stat().st_size), bit)
    try:
        unblamed = not _verify(path)
    except HeadwaterError:
        unblamed = False
    assert not unblamed or _export(path) == sealed.with_suffix(".jsonl").read_bytes()


@settings(UNHURRIED, max_examples=20)
@given(place=st.integers(0, len(A.text.encode()) - 1), bit=st.integers(0, 7))
@example(place=0, bit=7)
def test_a_flipped_bit_of_a_text_names_its_document(sealed: Path, place: int, bit: int) -> None:
    path = _flip(sealed, sealed.read_bytes().index(A.text.encode()) + place, bit)
    assert ("document", "doc-a") in {(one.table, one.row_id) for one in _verify(path)}
