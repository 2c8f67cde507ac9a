"""Row hashes and the chained root: what makes a changed byte visible where SQLite's own checks see nothing.

A row's hash is BLAKE2b (128 bits) over the JSON array of the table's name and all its columns but `row_hash`, in the
order of the table. A table's root chains the hashes of its rows in the order of the primary key, so that a row taken
away is missed. The ledger's root chains the tables' names, counts and roots. Against somebody who rewrites the
hashes too, keep the root elsewhere: `headwater info` prints it.
Imports: the standard library and this room's rows only.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from headwater.ledger.rows import Row

_ROW_BYTES = 16
_ROOT_BYTES = 32


def row_hash(table: str, row: Row) -> str:
    """Return the hash of a row, 32 hexadecimal digits.

    Args:
        table: Its table.
        row: Its columns in the order of the table, without `row_hash`.
    """
    canonical = json.dumps((table, *row), separators=(",", ":"))
    return blake2b(canonical.encode("ascii"), digest_size=_ROW_BYTES).hexdigest()


def table_root(hashes: Iterable[str]) -> tuple[int, str]:
    """Return how many rows were chained and their root.

    Args:
        hashes: `row_hash` of every row in the order of the primary key.
    """
    chained = blake2b(digest_size=_ROOT_BYTES)
    count = 0
    for count, digest in enumerate(hashes, start=1):  # noqa: B007  the last count is the result
        chained.update(digest.encode("utf-8", "surrogatepass"))
    return count, chained.hexdigest()


def ledger_root(tables: Iterable[tuple[str, int, str]], facts: Mapping[str, str]) -> str:
    """Return the root of a whole ledger, 64 hexadecimal digits.

    Args:
        tables: (name, rows, root) of every table, in any order.
        facts: What the table `ledger` says besides its state and root.
    """
    canonical = json.dumps([sorted(tables), sorted(facts.items())], separators=(",", ":"))
    return blake2b(canonical.encode("ascii"), digest_size=_ROOT_BYTES).hexdigest()
