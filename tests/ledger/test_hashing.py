"""Hashes and roots: any difference in content, order or number shows."""

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.invented import UNHURRIED

from headwater.ledger.hashing import ledger_root, row_hash, table_root

_CELLS = st.none() | st.integers() | st.text() | st.floats(allow_nan=False)
_ROWS = st.lists(_CELLS, max_size=5).map(tuple)


@UNHURRIED
@given(one=_ROWS, other=_ROWS)
def test_rows_have_equal_hashes_only_when_they_are_spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert (row_hash("t", one) == row_hash("t", other)) == (repr(one) == repr(other))


def test_the_table_is_part_of_the_hash() -> None:
    assert row_hash("a", ("x",)) != row_hash("b", ("x",))
    assert row_hash("a", ("1",)) != row_hash("a", (1,))


@UNHURRIED
@given(hashes=st.lists(st.text("0123456789abcdef", min_size=32, max_size=32), unique=True, min_size=2))
def test_a_root_depends_on_every_row_and_on_their_order(hashes: list[str]) -> None:
    count, root = table_root(hashes)
    assert count == len(hashes)
    assert table_root(hashes[:-1])[1] != root
    assert table_root(hashes[::-1])[1] != root


def test_the_ledgers_root_depends_on_every_table_and_fact_but_not_on_their_order() -> None:
    tables = [("a", 1, "r"), ("b", 2, "s")]
    root = ledger_root(tables, {"x": "1", "y": "2"})
    assert ledger_root(tables[::-1], {"y": "2", "x": "1"}) == root
    assert ledger_root(tables[:1], {"x": "1", "y": "2"}) != root
    assert ledger_root(tables, {"x": "1", "y": "3"}) != root
