"""The tables of the CSV export as Parquet files, typed; needs the extra `parquet` (pyarrow).

Imports: ledger, headwater.errors and this room only; pyarrow when an export is asked for.
"""

import importlib
from pathlib import Path
from typing import Any, TextIO

from headwater.errors import InputError
from headwater.export.csv_exporter import TABLES
from headwater.export.writing import folder_output, require_finished
from headwater.ledger import Ledger, LedgerView

_INTEGERS = frozenset(
    "publishers roots_min roots_max routes_min routes_max denying_min denying_max disagreements start end characters "
    "members root_of_claims".split()
)
_NUMBERS = frozenset({"lower", "upper"})
_FLAGS = frozenset({"circular", "counted", "over_time", "in_headline"})


def export_parquet(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger's tables as Parquet files in a folder.

    Args:
        ledger: Open for reading.
        out: The folder, made if need be; files of the same names in it are replaced.

    Raises:
        InputError: pyarrow is not installed.
        LedgerError: The output is no folder, or the ledger is unfinished or damaged.
    """
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        remedy = "install it with `pip install 'headwater[parquet]'`, or export csv"
        raise InputError("parquet", "this format needs pyarrow, which is not installed", remedy) from error
    folder = folder_output(out, "parquet")
    require_finished(ledger)
    view = LedgerView(ledger)
    view.load_entities()
    for name, columns, table in TABLES:
        schema = arrow.schema([(column, arrow.type_for_alias(column_type(column))) for column in columns])
        parquet.write_table(arrow.Table.from_pylist(list(table(view)), schema=schema), folder / f"{name}.parquet")


def column_type(column: str) -> str:
    """Return the Arrow type of a column of the tables, by its name."""
    if column in _INTEGERS:
        return "int64"
    if column in _NUMBERS:
        return "float64"
    return "bool" if column in _FLAGS else "string"
