"""named_days: calendar days in words, with the marks of house styles; what only looks like one is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.claims.days import Day, named_days

CASES: dict[str, tuple[Day, ...]] = {
    "The council meets on March 12.": ((3, 12),),
    "on the night of Saturday 3 May": ((5, 3),),
    "by the 12th of February, or on Feb. 14": ((2, 12), (2, 14)),
    "Sept 1st and 1 September": ((9, 1),),
    "It opened in March 2031.": (),
    "She may 3 times over march 12 miles.": (),
    "March 12.5 percent": (),
    "42 May": (),
}


@pytest.mark.parametrize(("text", "days"), CASES.items(), ids=CASES)
def test_days_in_words(text: str, days: tuple[Day, ...]) -> None:
    assert named_days(text, 0, len(text)) == days


@given(st.text("MarchJune 0123456789.ofth", max_size=80))
def test_every_day_is_one_of_a_month(text: str) -> None:
    assert all(1 <= month <= 12 and 1 <= day <= 31 for month, day in named_days(text, 0, len(text)))
