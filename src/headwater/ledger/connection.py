"""Opening a ledger file: what it must be, how it is set up, and every SQLite error in our own words.

The one module that makes SQLite connections. A ledger being written is in WAL mode; a sealed one is a plain
file that is opened immutable. Imports: apsw, the standard library, headwater.errors and this room's schema only.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from headwater.errors import LedgerError
from headwater.ledger.migrations import migrate
from headwater.ledger.schema import APPLICATION_ID, OPEN, SCHEMA_VERSION, SEALED, TABLES_SQL
from headwater.ledger.search_schema import FINDING_INDEXES, FINDING_SQL, SEARCH_SQL

_MAGIC = b"SQLite format 3\x00"
# Long enough for another process to finish a document, short enough for a person to wait.
BUSY_SECONDS = 30.0
_READ_CACHE_KIB = 32_768  # of pages, each reader: SQLite's own 2 MB hold no index of 20,000 articles


def create_file(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> apsw.Connection:
    """Make a new ledger and open it for writing.

    Args:
        path: Where; its folder must be there.
        busy_seconds: How long to wait for another writer.

    Raises:
        LedgerError: Something stands there already, or the file cannot be written.
    """
    if path.exists() and path.stat().st_size:
        raise LedgerError(str(path), "the file is there already", "name another one, or open it instead")
    with explained(path):
        connection = apsw.Connection(str(path))
        connection.set_busy_timeout(int(busy_seconds * 1000))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with write_transaction(connection):
            connection.execute(TABLES_SQL + SEARCH_SQL)
            connection.execute("INSERT INTO ledger (key, value) VALUES ('state', ?), ('chained_root', '')", (OPEN,))
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _prepare_to_write(connection)
    return connection


def open_file(path: Path, *, read_only: bool, busy_seconds: float = BUSY_SECONDS) -> apsw.Connection:
    """Open a ledger that is there.

    Args:
        path: The ledger.
        read_only: A sealed ledger can only be opened so.
        busy_seconds: How long to wait for another writer.

    Raises:
        LedgerError: It is missing, no ledger, of another version, sealed (for writing), locked or damaged.
    """
    _check_magic(path)
    with explained(path):
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        connection = apsw.Connection(str(path), flags=flags)
        try:
            connection.set_busy_timeout(int(busy_seconds * 1000))
            connection.execute("PRAGMA trusted_schema = OFF")
            sealed = _check_kind(connection, path, read_only=read_only)
            if read_only and sealed:
                connection.close()
                connection = apsw.Connection(
                    path.resolve().as_uri() + "?immutable=1", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
                )
                connection.execute("PRAGMA trusted_schema = OFF")
            if read_only:
                connection.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
            else:
                migrate(connection)
                _prepare_to_write(connection)
                _add_finding_indexes(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare_to_write(connection: apsw.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")  # KiB


def _add_finding_indexes(connection: apsw.Connection) -> None:
    """Give an older ledger the indexes it lacks; the write lock is taken only then."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
    if not names >= FINDING_INDEXES:
        with write_transaction(connection):
            connection.execute(FINDING_SQL)


def _check_magic(path: Path) -> None:
    """Before SQLite sees the file: what is plainly no database is refused in plain words."""
    if not path.is_file():
        found = "it is a folder" if path.is_dir() else "there is no such file"
        raise LedgerError(str(path), found, "make a ledger with `headwater trace INPUT... --ledger FILE`")
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(str(path), f"it cannot be read ({error.strerror})", "check its permissions") from error
    if magic != _MAGIC:
        raise LedgerError(str(path), "this is no ledger (not an SQLite file)", "name a file that `trace` wrote")


def _check_kind(connection: apsw.Connection, path: Path, *, read_only: bool) -> bool:
    """Refuse what is no ledger of this version, and writing to a sealed one; tell whether it is sealed."""
    application = connection.pragma("application_id")
    version = connection.pragma("user_version")
    if application != APPLICATION_ID:
        raise LedgerError(str(path), "this is an SQLite file but no ledger", "name a file that `trace` wrote")
    if version > SCHEMA_VERSION or version < 1:
        found = f"it has ledger format {version}, this headwater knows up to {SCHEMA_VERSION}"
        raise LedgerError(str(path), found, "use the headwater that wrote it, or a newer one")
    if version < SCHEMA_VERSION and read_only:
        found = f"it has the older ledger format {version}"
        raise LedgerError(str(path), found, "open it once for writing, or trace its inputs into a new ledger")
    sealed = bool(connection.execute("SELECT value FROM ledger WHERE key = 'state'").get == SEALED)
    if sealed and not read_only:
        raise LedgerError(str(path), "it is sealed and takes no more records", "trace into a new ledger file")
    return sealed


@contextmanager
def write_transaction(connection: apsw.Connection, *, foreign_keys: bool = True) -> Iterator[None]:
    """Hold the one write lock from the first statement on: a deferred transaction loses writes to a concurrent one.

    Args:
        connection: Opened for writing.
        foreign_keys: False while rows others point at are replaced; the writer then checks references itself.
    """
    if not foreign_keys:
        connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a LedgerError that says what to do."""
    name = str(path)
    try:
        yield
    except apsw.BusyError as error:
        raise LedgerError(name, "another process is writing to it", "wait for it to end, then try again") from error
    except (apsw.CorruptError, apsw.NotADBError, UnicodeDecodeError) as error:
        raise LedgerError(name, f"it is damaged ({error})", "run `headwater verify` on it to see where") from error
    except apsw.ReadOnlyError as error:
        raise LedgerError(name, "it was opened for reading only", "open it for writing") from error
    except apsw.ConstraintError as error:
        raise LedgerError(name, f"records do not fit together ({error})", "nothing of this step was written") from error
    except UnicodeEncodeError as error:
        found = "a text holds half of a character (a lone surrogate), which no file can store"
        raise LedgerError(name, found, "nothing of this step was written") from error
    except apsw.Error as error:
        raise LedgerError(name, f"SQLite says: {error}", "check the disk and the file's permissions") from error


def fetch(connection: apsw.Connection, sql: str, arguments: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    return list(connection.execute(sql, tuple(arguments)))
