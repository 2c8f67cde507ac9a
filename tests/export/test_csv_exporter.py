"""CSV: five tables that a spreadsheet opens without running anything."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.invented import UNHURRIED

from headwater.errors import LedgerError
from headwater.export import export_csv
from headwater.export.csv_exporter import TABLES, safe_cell, write_table
from headwater.ledger import Ledger


def _tables(path: Path, out: Path) -> dict[str, list[dict[str, str]]]:
    with Ledger.open(path) as ledger:
        export_csv(ledger, out)
    return {file.stem: list(csv.DictReader(file.open(encoding="utf-8", newline=""))) for file in out.iterdir()}


def test_every_table_has_its_columns_and_rows(ledger_path: Path, tmp_path: Path) -> None:
    tables = _tables(ledger_path, tmp_path / "out")
    assert set(tables) == {name for name, _, _ in TABLES}
    assert {name: len(rows) for name, rows in tables.items()} == {
        "claims": 1, "mentions": 3, "documents": 2, "sources": 4, "disagreements": 2,
    }  # fmt: skip
    assert tables["claims"][0]["bottlenecks"] == "Osterby Harbour > Ilse Varga"
    assert (tables["claims"][0]["roots_min"], tables["claims"][0]["roots_max"]) == ("1", "2")
    assert [row["words"] for row in tables["mentions"]] == ["At least 12 barges sank", "15 barges sank", "denied it"]
    assert tables["mentions"][0]["lower"] == "12.0"
    assert tables["mentions"][0]["upper"] == ""
    assert tables["disagreements"][0]["given_by"] == "Fen Observer"
    assert tables["documents"][0]["byline"] == "'=SUM(A1)"


@UNHURRIED
@given(before=st.text(" \n\t", max_size=2), sign=st.sampled_from("=+-@|%＝"), rest=st.text(max_size=8))
def test_no_cell_begins_as_a_formula(before: str, sign: str, rest: str) -> None:
    cell = safe_cell(before + sign + rest)
    assert isinstance(cell, str)
    assert cell.startswith("'")


@UNHURRIED
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_cell_comes_back_as_it_was_but_for_the_apostrophe_and_nuls(text: str) -> None:
    stream = io.StringIO(newline="")
    write_table(stream, ("a", "b"), [{"a": text, "b": -1.5}])
    stream.seek(0)
    _, (cell, number) = csv.reader(stream)
    assert cell.removeprefix("'") == text.replace("\x00", "").removeprefix("'")
    assert number == "-1.5"


def test_flags_and_nothing_are_words_people_read() -> None:
    assert [safe_cell(value) for value in (True, False, None, 3)] == ["yes", "no", "", 3]


def test_a_stream_or_a_file_is_refused(ledger_path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with Ledger.open(ledger_path) as ledger:
        for out in (io.StringIO(), tmp_path / "file"):
            with pytest.raises(LedgerError, match="folder"):
                export_csv(ledger, out)
