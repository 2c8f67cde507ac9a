"""Parquet: typed tables where pyarrow is installed, and a plain sentence where it is not."""

import importlib.util
import sys
from pathlib import Path

import pytest

from headwater.errors import InputError
from headwater.export import export_parquet
from headwater.export.csv_exporter import TABLES
from headwater.ledger import Ledger


def test_without_pyarrow_it_says_what_to_install(
    ledger_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with Ledger.open(ledger_path) as ledger, pytest.raises(InputError, match=r"headwater\[parquet\]"):
        export_parquet(ledger, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_every_table_is_written_with_its_types(ledger_path: Path, tmp_path: Path) -> None:
    parquet = importlib.import_module("pyarrow.parquet")
    with Ledger.open(ledger_path) as ledger:
        export_parquet(ledger, tmp_path / "out")
    tables = {name: parquet.read_table(tmp_path / "out" / f"{name}.parquet") for name, _, _ in TABLES}
    assert tables["claims"].column("roots_max").to_pylist() == [2]
    assert tables["mentions"].column("upper").to_pylist() == [None, 15.0, None]
    assert tables["mentions"].column("counted").to_pylist() == [True, True, False]
