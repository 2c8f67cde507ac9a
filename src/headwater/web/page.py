"""What a page is before it is written: a template, the data it shows, and its tables.

Every page has three forms with the same content: HTML, JSON (its data) and CSV (one of its tables).
Imports: the standard library and this room's desk only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any
from urllib.parse import urlencode

from headwater.web.desk import Desk

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows as a spreadsheet gets them.

    Attributes:
        rows: Read once at most: long tables make them only when a spreadsheet asks.
    """

    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Attributes:
        template: File name in templates/.
        title: For the window and the history.
        data: What the template shows and the JSON twin holds: sheets, lines, plain values.
        tables: By name; the first is what the CSV link gives when it names none.
    """

    template: str
    title: str
    data: Mapping[str, Any]
    tables: Mapping[str, Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a reader asked for.

    Attributes:
        path: Values of the address's variable parts.
        query: The query string, in its own order.
        address: The path, without the query.
    """

    path: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    desk: Desk
    address: str = "/"

    def here(self, **changes: object) -> str:
        """Return this page's address with some query parameters changed; None takes one away."""
        kept = [(key, value) for key, value in self.query if key not in changes]
        kept += [(key, str(value)) for key, value in changes.items() if value is not None]
        return self.address + (f"?{urlencode(kept)}" if kept else "")

    def one(self, name: str) -> str:
        """Return the last value of a query parameter without outer white space, or ""."""
        return ([value for key, value in self.query if key == name] or [""])[-1].strip()

    def every(self, name: str) -> tuple[str, ...]:
        """Return all values of a query parameter."""
        return tuple(value.strip() for key, value in self.query if key == name and value.strip())

    def number(self, name: str, otherwise: int) -> int:
        """Return a query parameter as a number from 1 up; `otherwise` when it is none."""
        value = self.one(name)
        return max(1, int(value)) if value.isascii() and value.isdecimal() and len(value) < 7 else otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One page of a long list."""

    page: int
    pages: int
    total: int
    start: int
    end: int


def cut(total: int, page: int, size: int) -> Slice:
    """Return which rows stand on a page; a page beyond the last is the last."""
    pages = max(1, -(-total // size))
    page = min(page, pages)
    return Slice(page=page, pages=pages, total=total, start=(page - 1) * size, end=min(total, page * size))


def as_plain(value: Any) -> Any:
    """Return sheets and tuples as what JSON has; drawings are left out, because their rows stand beside them."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_plain(getattr(value, f.name)) for f in fields(value) if f.name != "svg"}
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items() if key != "svg"}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_plain(item) for item in value]
    return value
