"""What stands beside an article: its sidecar NAME.json and the rows of a --meta table.

Imports: the standard library, headwater.errors and this room.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path, PurePath

from headwater.errors import InputError
from headwater.ingest.dates import iso_moment
from headwater.ingest.draft import Metadata, RefusalError

FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Metadata))
_DATE_FIELDS = frozenset({"published_at", "modified_at"})
# Other names under which tables of news keep the same thing.
_COLUMNS: dict[str, str] = {name: name for name in FIELDS} | {
    "outlet": "publisher",
    "title": "headline",
    "date": "published_at",
    "publication_date": "published_at",
    "author": "byline",
}
_NAMING = ("path", "file", "filename", "name", "id")
_MAX_TABLE_BYTES = 64_000_000
_MAX_SIDECAR_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaTable:
    """Rows of a --meta file by the path, file name or id they name."""

    rows: Mapping[str, Metadata]

    def find(self, *keys: str) -> Metadata:
        """Return the row named by the first key that has one; nothing known when none does."""
        for key in keys:
            if key in self.rows:
                return self.rows[key]
        return Metadata()


NO_TABLE = MetaTable(rows={})


def load_table(path: Path) -> MetaTable:
    """Read a --meta table: comma- or tab-separated with a header line, one row an article, UTF-8.

    Raises:
        InputError: It cannot be read, is no table, or no column names the article.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_TABLE_BYTES + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"could not be read ({error.strerror})", "name a CSV file with --meta") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"is not UTF-8 at byte {error.start:,}", "save the table as UTF-8") from error
    if len(data) > _MAX_TABLE_BYTES:
        raise InputError(str(path), f"is larger than {_MAX_TABLE_BYTES:,} bytes", "split the table")
    header = text.partition("\n")[0]
    delimiter = "\t" if header.count("\t") > header.count(",") else ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        naming = [name for name in _NAMING if name in (rows.fieldnames or ())]
        if not naming:
            raise InputError(
                str(path),
                f"has the columns {', '.join(rows.fieldnames or ()) or 'none'}",
                "name articles by path or id",
            )
        return MetaTable(rows={row[column]: _from_row(row) for row in rows for column in naming if row[column]})
    except csv.Error as error:
        raise InputError(str(path), f"is no table ({error})", "save it as CSV with a header line") from error


def _from_row(row: Mapping[str | None, str | None]) -> Metadata:
    found: dict[str, str] = {}
    for column, value in row.items():
        name = _COLUMNS.get((column or "").strip().lower())
        if name and isinstance(value, str) and value.strip() and (name not in found or column == name):
            found[name] = value.strip()
    return metadata_from(found)


def metadata_from(found: Mapping[str, object]) -> Metadata:
    """Return the known fields of an object as Metadata; empty strings and dirty dates say nothing.

    Raises:
        RefusalError: A field is not a string.
    """
    known: dict[str, str | None] = {}
    for name in FIELDS:
        value = found.get(name)
        if name in _DATE_FIELDS:
            known[name] = iso_moment(value)
        elif value is not None and not isinstance(value, str):
            raise RefusalError("malformed", f'"{name}" is {_kind(value)}, not a string')
        else:
            known[name] = " ".join(value.split()) or None if value else None
    language = known["language"]
    known["language"] = language.replace("_", "-").partition("-")[0].lower() if language else None
    return Metadata(**known)


def _kind(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (list, "a list"),
        (dict, "an object"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "something else")


def parse_object(words: bytes | str) -> dict[str, object]:
    """Return one JSON object, strictly: no NaN, no lone value, no hundred-deep nesting.

    Raises:
        RefusalError: It is not UTF-8, not JSON, or no object.
    """
    try:
        value = json.loads(
            words.decode("utf-8") if isinstance(words, bytes) else words, parse_constant=_refuse_constant
        )
    except UnicodeDecodeError as error:
        raise RefusalError("undecodable", f"not UTF-8 at byte {error.start:,}") from error
    except RecursionError as error:
        raise RefusalError("malformed", "JSON nested too deep") from error
    except ValueError as error:
        raise RefusalError("malformed", f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise RefusalError("malformed", f"{_kind(value)} instead of a JSON object")
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON value")


def sidecar_names(path: PurePath) -> tuple[PurePath, ...]:
    """Return where the sidecar of a file may stand: NAME.json for NAME.txt, or NAME.txt.json."""
    return (path.with_suffix(".json"), path.with_name(path.name + ".json")) if path.suffix != ".json" else ()


def load_sidecar(path: Path) -> Metadata:
    """Read a sidecar.

    Raises:
        RefusalError: It cannot be read or is no JSON object of strings.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_SIDECAR_BYTES + 1)
    except OSError as error:
        raise RefusalError("unreadable", f"the sidecar could not be read ({error.strerror})") from error
    if len(data) > _MAX_SIDECAR_BYTES:
        raise RefusalError("too-large", f"a sidecar of more than {_MAX_SIDECAR_BYTES:,} bytes")
    return metadata_from(parse_object(data.removeprefix(b"\xef\xbb\xbf")))


def row_keys(locations: Sequence[str], record_id: str) -> tuple[str, ...]:
    """Return what a row may call an article, most exact first: its location, its path, its file name, its id."""
    names = [PurePath(location).name for location in locations]
    return (*locations, *names, record_id)
