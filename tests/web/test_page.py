"""Pages of long lists, query values, and sheets as plain JSON."""

from dataclasses import dataclass
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.web.desk import Desk
from headwater.web.page import Ask, as_plain, cut


@given(total=st.integers(0, 5000), page=st.integers(1, 300), size=st.integers(1, 100))
def test_pages_cover_a_list_and_stay_within_it(total: int, page: int, size: int) -> None:
    part = cut(total, page, size)
    assert 1 <= part.page <= part.pages
    assert 0 <= part.start <= part.end <= total
    assert part.end - part.start <= size
    assert part.pages * size >= total


@pytest.mark.parametrize(
    ("value", "number"), [("3", 3), ("0", 1), ("-1", 7), ("x", 7), ("", 7), ("²", 7), ("9" * 40, 7)]
)
def test_a_number_that_is_none_is_the_default(value: str, number: int) -> None:
    ask = Ask(path={}, query=[("page", value)], desk=cast("Desk", None))
    assert ask.number("page", 7) == number


@dataclass(frozen=True)
class _Sheet:
    words: str
    svg: str
    rows: tuple[tuple[str, int], ...]


def test_plain_data_holds_the_rows_of_a_drawing_and_not_the_drawing() -> None:
    sheet = _Sheet(words="a", svg="<svg/>", rows=(("b", 1),))
    assert as_plain({"sheet": sheet, "svg": "<svg/>"}) == {"sheet": {"words": "a", "rows": [["b", 1]]}}
