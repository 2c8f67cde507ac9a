"""Rows: every record comes back from SQLite as it went in, whatever it holds, and every record has a place."""

from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.invented import UNHURRIED, records_of

from headwater import records
from headwater.ledger.layout import empty_ledger, present_layout
from headwater.ledger.reader import read
from headwater.ledger.rows import Plan, parse_span, plan_of, span_id
from headwater.ledger.tables import KEYED_TABLES, RECORD_TABLES
from headwater.ledger.writer import Batch
from headwater.records import Span

RECORDS = [getattr(records, name) for name in records.__all__ if is_dataclass(getattr(records, name))]


CONNECTION = empty_ledger()
LAYOUT = present_layout()


def test_every_record_has_a_table_that_exists() -> None:
    assert {kind.__name__ for kind in RECORDS} == {kind.__name__ for kind in RECORD_TABLES}
    assert set(RECORD_TABLES.values()) <= set(LAYOUT.hashed_tables)


@pytest.mark.parametrize("kind", KEYED_TABLES, ids=lambda kind: str(kind.__name__))
def test_a_table_has_its_records_columns_in_order_and_its_key(kind: type) -> None:
    def check(plan: Plan) -> None:
        assert LAYOUT.columns(plan.table) == plan.columns
        assert LAYOUT.key_columns(plan.table) == plan.key
        for _, child in plan.children:
            check(child)

    check(plan_of(kind))


@pytest.mark.parametrize("kind", KEYED_TABLES, ids=lambda kind: str(kind.__name__))
@settings(UNHURRIED, max_examples=40)
@given(data=st.data())
def test_every_record_comes_back_as_it_went_in(kind: type, data: st.DataObject) -> None:
    record: Any = data.draw(records_of(kind))
    batch = Batch(Path("memory"), LAYOUT)
    batch.add(record)
    CONNECTION.execute("SAVEPOINT test")
    try:
        batch.insert(CONNECTION)
        assert read(CONNECTION, kind) == (record,)
    finally:
        CONNECTION.execute("ROLLBACK TO test; RELEASE test")


@UNHURRIED
@given(doc_id=st.text(), start=st.integers(min_value=0), length=st.integers(min_value=1))
def test_a_span_and_its_id_are_two_spellings_of_one_thing(doc_id: str, start: int, length: int) -> None:
    span = Span(doc_id, start, start + length)
    assert parse_span(span_id(span)) == span
