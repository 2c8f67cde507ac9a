"""Reading records back: one query for a table and one for each of its child tables, however many records there are.

Imports: apsw, records and this room only.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import apsw

from headwater.ledger.rows import POSITION, Plan, Row, plan_of, unflatten

R = TypeVar("R")

# Orders that follow from content alone, so that two ledgers of the same input read alike.
DOCUMENT_ORDER = "published_at IS NULL, published_at, doc_id"
STORY_ORDER = "first_published_at IS NULL, first_published_at, story_id"
CLAIM_ORDER = "first_stated_at IS NULL, first_stated_at, claim_id"
LOCATION_ORDER = "location, rowid"


def by_document(table: str) -> str:
    """Return the ORDER BY of a table with doc_id: by publication, then as the document's records were written."""
    published = f"(SELECT published_at FROM document WHERE document.doc_id = {table}.doc_id)"  # noqa: S608  own names
    return f"{published} IS NULL, {published}, doc_id, {table}.rowid"


def by_span(table: str) -> str:
    """Return the ORDER BY of a table with a span but no doc_id: document by document, as its records were written."""
    return f"substr({table}.span, 1, instr({table}.span, ':')), {table}.rowid"


@contextmanager
def snapshot(connection: apsw.Connection) -> Iterator[None]:
    """Let all queries inside see the ledger as it was at the first of them, whatever another process writes."""
    with connection:
        yield


def read(
    connection: apsw.Connection,
    record: type[R],
    *,
    where: str = "TRUE",
    arguments: Sequence[str | int | float | None] = (),
    order: str = "",
) -> tuple[R, ...]:
    """Return records of one type.

    Args:
        connection: Open for reading or writing.
        record: Their type.
        where: SQL condition over the record's table, with ? for arguments.
        arguments: Values for the condition.
        order: SQL order; the primary key when empty.
    """
    plan = plan_of(record)
    condition = f"SELECT {plan.key[0]} FROM {plan.table} WHERE {where}"  # noqa: S608  our own names throughout
    children = {name: _elements(connection, child, condition, arguments, where) for name, child in plan.children}
    sql = f"SELECT {_names(plan)} FROM {plan.table} WHERE {where} ORDER BY {order or ', '.join(plan.key)}"  # noqa: S608
    keyed = [plan.columns.index(column) for column in plan.key]
    found: list[R] = []
    for row in connection.execute(sql, tuple(arguments)):
        key = tuple(row[index] for index in keyed)
        found.append(unflatten(plan, row, {name: tuple(of.get(key, ())) for name, of in children.items()}))
    return tuple(found)


def _elements(
    connection: apsw.Connection, plan: Plan, condition: str, arguments: Sequence[Any], where: str
) -> dict[Row, list[Any]]:
    """Return the elements of a tuple field by their owner's key, in order."""
    grandchildren = {name: _elements(connection, child, condition, arguments, where) for name, child in plan.children}
    limited = "TRUE" if where == "TRUE" else f"{plan.key[0]} IN ({condition})"
    sql = f"SELECT {_names(plan)} FROM {plan.table} WHERE {limited} ORDER BY {', '.join(plan.key)}"  # noqa: S608
    found: dict[Row, list[Any]] = defaultdict(list)
    length = len(plan.key)
    assert plan.key[-1] == POSITION  # noqa: S101  every child table ends its key so
    for row in connection.execute(sql, () if where == "TRUE" else tuple(arguments)):
        own = {name: tuple(of.get(row[:length], ())) for name, of in grandchildren.items()}
        found[row[: length - 1]].append(unflatten(plan, row, own))
    return found


def _names(plan: Plan) -> str:
    return ", ".join(f'"{column}"' for column in plan.columns)
