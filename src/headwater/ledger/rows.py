"""Records to rows and back, derived from the records' own type hints.

A field becomes one column of its own name, with these exceptions: a Span becomes its id (`DOC_ID:START-END`), a Value
becomes five columns `value_*`, a tuple becomes a child table when tables.py names one and a JSON array otherwise.
Imports: the standard library, records and this room's tables only.
"""

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from headwater.ledger.tables import CHILD_TABLES, KEYED_TABLES, ChildTable
from headwater.records import Span, StatedCount, Value

SqlValue = str | int | float | None
Row = tuple[SqlValue, ...]

POSITION = "position"
_plans: dict[type, "Plan"] = {}


@dataclass(frozen=True, slots=True)
class Codec:
    """How one field stands in the columns of its row."""

    field: str
    columns: tuple[str, ...]
    encode: Callable[[Any], Row]
    decode: Callable[[Row], Any]
    spans: Callable[[Any], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How one record, or one element of a record's tuple, stands in its table.

    Attributes:
        build: Makes the element from its fields; for an id or a Span standing alone, that value itself.
        key: Columns of the primary key; of a child table, the owner's key and the position.
        children: Field of the record and the plan of its elements.
    """

    table: str
    build: Callable[..., Any]
    key: tuple[str, ...]
    codecs: tuple[Codec, ...]
    children: tuple[tuple[str, "Plan"], ...]
    is_child: bool
    columns: tuple[str, ...] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        """Name the columns of the table that this plan writes, in order: once, because every row asks for them."""
        own = tuple(column for codec in self.codecs for column in codec.columns)
        object.__setattr__(self, "columns", (*self.key, *own) if self.is_child else own)


def span_id(span: Span) -> str:
    """Return the id a span has in the ledger."""
    return f"{span.doc_id}:{span.start}-{span.end}"


def parse_span(text: str) -> Span:
    """Return the span an id stands for.

    Raises:
        ValueError: The text is no span id; in a ledger it was changed by other hands.
    """
    doc_id, _, offsets = text.rpartition(":")
    start, _, end = offsets.partition("-")
    return Span(doc_id, int(start), int(end))


def plan_of(record: type) -> Plan:
    """Return the plan of a record that stands by itself."""
    if record not in _plans:
        table, key = KEYED_TABLES[record]
        _plans[record] = _plan(record, table, key, is_child=False)
    return _plans[record]


def flatten(plan: Plan, record: Any, owner: Row = ()) -> Iterator[tuple[str, Row]]:
    """Yield (table, row without hash) for a record and then for everything in its child tables."""
    own = tuple(value for codec in plan.codecs for value in codec.encode(_field(record, codec.field)))
    row = (*owner, *own)
    yield plan.table, row
    key = owner if plan.is_child else tuple(row[plan.columns.index(column)] for column in plan.key)
    for name, child in plan.children:
        for position, element in enumerate(getattr(record, name)):
            yield from flatten(child, element, (*key, position))


def spans_of(plan: Plan, record: Any) -> Iterator[Span]:
    """Yield every span a record points with."""
    for codec in plan.codecs:
        yield from codec.spans(_field(record, codec.field))
    for name, child in plan.children:
        for element in getattr(record, name):
            yield from spans_of(child, element)


def unflatten(plan: Plan, row: Row, children: Mapping[str, Sequence[Any]]) -> Any:
    """Return the record of a row (the plan's columns in order) and the elements of its tuples, by field."""
    at = len(plan.key) if plan.is_child else 0
    given: dict[str, Any] = dict(children)
    for codec in plan.codecs:
        given[codec.field] = codec.decode(row[at : at + len(codec.columns)])
        at += len(codec.columns)
    return plan.build(**given)


def _field(record: Any, name: str) -> Any:
    return getattr(record, name) if name else record


def _plan(record: type, table: str, key: tuple[str, ...], *, is_child: bool) -> Plan:
    hints = get_type_hints(record)
    codecs: list[Codec] = []
    children: list[tuple[str, Plan]] = []
    for field in fields(record):
        child = CHILD_TABLES.get((record, field.name))
        if child is None:
            codecs.append(_codec(field.name, hints[field.name]))
        else:
            children.append((field.name, _child_plan(child, get_args(hints[field.name])[0])))
    return Plan(table, record, key, tuple(codecs), tuple(children), is_child)


def _child_plan(child: ChildTable, element: type) -> Plan:
    key = (*child.owner_key, POSITION)
    if is_dataclass(element) and element is not Span:
        return _plan(element, child.name, key, is_child=True)
    codec = _codec(child.column, element)
    alone = Codec("", codec.columns, codec.encode, codec.decode, codec.spans)
    return Plan(child.name, _itself, key, (alone,), (), is_child=True)


def _itself(**given: Any) -> Any:
    return given[""]


def _codec(name: str, hint: Any) -> Codec:
    if hint == StatedCount | None:
        return Codec(name, (name,), _encode_count, _decode_count, _no_spans)
    kind = _without_none(hint)
    if kind is Span:
        return Codec(name, (name,), _encode_span, _decode_span, _one_span)
    if kind is Value:
        columns = tuple(f"{name}_{field.name}" for field in fields(Value))
        return Codec(name, columns, _encode_value, _decode_value, _value_span)
    if kind is bool:
        return Codec(name, (name,), lambda flag: (int(flag),), lambda row: bool(row[0]), _no_spans)
    if kind is float:
        return Codec(name, (name,), _encode_float, lambda row: row[0], _no_spans)
    if get_origin(kind) is tuple:
        return Codec(name, (name,), _encode_words, _decode_words, _no_spans)
    if kind in {str, int} or get_origin(kind) is Literal:
        return Codec(name, (name,), lambda value: (value,), lambda row: row[0], _no_spans)
    raise TypeError(f"no column for field {name!r} of type {hint!r}: say in ledger/rows.py how it is written")


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in {UnionType, Union}:
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return kinds[0] if len(kinds) == 1 else hint
    return hint


def _no_spans(_value: object) -> tuple[Span, ...]:
    return ()


def _one_span(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _value_span(value: Value | None) -> tuple[Span, ...]:
    return () if value is None else (value.span,)


def _encode_span(span: Span | None) -> Row:
    return (None if span is None else span_id(span),)


def _decode_span(row: Row) -> Span | None:
    return None if row[0] is None else parse_span(str(row[0]))


def _encode_float(value: float | None) -> Row:
    """Plus zero: SQLite keeps no minus zero, and the hash must be that of what is read back."""
    return (None if value is None else float(value) + 0.0,)


def _encode_value(value: Value | None) -> Row:
    if value is None:
        return (None, None, None, None, None)
    return (*_encode_float(value.lower), *_encode_float(value.upper), value.unit, value.text, span_id(value.span))


def _decode_value(row: Row) -> Value | None:
    lower, upper, unit, text, span = row
    if span is None:
        return None
    assert not isinstance(lower, str)  # noqa: S101  the columns are STRICT REAL
    assert not isinstance(upper, str)  # noqa: S101
    return Value(lower=lower, upper=upper, unit=str(unit), text=str(text), span=parse_span(str(span)))


def _encode_count(count: StatedCount | None) -> Row:
    """As text: a hostile article can state a number that no 64-bit column holds."""
    return (None if count is None else str(count),)


def _decode_count(row: Row) -> StatedCount | None:
    text = row[0]
    if text is None:
        return None
    if text == "one":
        return "one"
    if text == "some":
        return "some"
    return int(text)


def _encode_words(words: tuple[Any, ...]) -> Row:
    return (json.dumps(words, ensure_ascii=False, separators=(",", ":")),)


def _decode_words(row: Row) -> tuple[Any, ...]:
    return tuple(tuple(word) if isinstance(word, list) else word for word in json.loads(str(row[0])))
