"""What the tables look like: columns, primary keys and references, asked of an empty ledger of the present format.

Writer and verifier treat all tables alike by this; a file is never asked about itself, because it may be damaged.
Imports: apsw and this room only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import apsw

from headwater.ledger.rows import Row
from headwater.ledger.schema import TABLES_SQL
from headwater.ledger.search_schema import SEARCH_SQL

_HASH = "row_hash"


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key of one column.

    Attributes:
        column: Its index in the row.
    """

    column: int
    parent: str
    parent_key: str


def empty_ledger() -> apsw.Connection:
    """Return a ledger in memory with all tables and no records."""
    connection = apsw.Connection(":memory:")
    connection.execute(TABLES_SQL + SEARCH_SQL)
    return connection


@cache
def present_layout() -> "Layout":
    """Return the layout of ledgers of the present format."""
    return Layout(empty_ledger())


class Layout:
    """Columns, keys and references of every table that has row hashes; names are quoted where SQL asks for it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._columns: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[int, ...]] = {}
        self._references: dict[str, tuple[Reference, ...]] = {}
        listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        for (table,) in list(listed):
            info = list(connection.execute(f"PRAGMA table_info({table})"))
            columns = tuple(str(column[1]) for column in info)
            if columns[-1:] == (_HASH,):
                self._columns[table] = columns[:-1]
                keyed = sorted((column[5], index) for index, column in enumerate(info) if column[5])
                self._keys[table] = tuple(index for _, index in keyed)
        for table in self._columns:
            self._references[table] = tuple(self._read_references(connection, table))

    @property
    def hashed_tables(self) -> tuple[str, ...]:
        """Names of all tables whose rows carry hashes, sorted."""
        return tuple(self._columns)

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of a table in order, without `row_hash`."""
        return self._columns[table]

    def key_columns(self, table: str) -> tuple[str, ...]:
        """Return the names of the primary key's columns, in the key's order."""
        return tuple(self._columns[table][index] for index in self._keys[table])

    def key_of(self, table: str, row: Row) -> Row:
        """Return the primary key of a row given in the table's order."""
        return tuple(row[index] for index in self._keys[table])

    def references(self, table: str) -> tuple[Reference, ...]:
        """Return the foreign keys of a table."""
        return self._references[table]

    def hashes(self, connection: apsw.Connection, table: str) -> Iterator[str]:
        """Yield `row_hash` of every row in the order of the primary key."""
        order = ", ".join(self.key_columns(table))
        for (digest,) in connection.execute(f"SELECT row_hash FROM {table} ORDER BY {order}"):  # noqa: S608  own names
            yield str(digest)

    def _read_references(self, connection: apsw.Connection, table: str) -> Iterator[Reference]:
        for row in list(connection.execute(f"PRAGMA foreign_key_list({table})")):
            parent, column, parent_key = str(row[2]), str(row[3]), row[4]
            key = self.key_columns(parent)[0] if parent_key is None else str(parent_key)
            yield Reference(self._columns[table].index(column), parent, key)
