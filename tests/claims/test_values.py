"""Values meet or stand apart by their intervals, after conversion."""

import pytest

from headwater.claims.values import compare_values, implied_value, values_conflict
from headwater.records import Span, Value


def value(lower: float | None, upper: float | None, unit: str = "") -> Value:
    return Value(lower=lower, upper=upper, unit=unit, text="t", span=Span("d", 0, 1))


CASES = {
    "equal": (value(12, 12), value(12, 12), "meet"),
    "at-least-meets-more": (value(12, None), value(15, 15), "meet"),
    "apart": (value(12, 12), value(15, 15), "apart"),
    "about-meets": (value(360, 440), value(380, 380), "meet"),
    "miles-and-kilometres-rounded": (value(6, 6, "mile"), value(10, 10, "km"), "meet"),
    "miles-and-kilometres-apart": (value(6, 6, "mile"), value(20, 20, "km"), "apart"),
    "other-dimension": (value(6, 6, "mile"), value(6, 6, "percent"), "incomparable"),
    "open-below": (value(None, 5), value(6, 6), "apart"),
}


@pytest.mark.parametrize(("left", "right", "expected"), CASES.values(), ids=CASES)
def test_comparison_is_symmetric(left: Value, right: Value, expected: str) -> None:
    assert compare_values(left, right) == expected
    assert compare_values(right, left) == expected
    assert values_conflict(left, right) == (expected == "apart")


def test_a_missing_value_conflicts_with_nothing() -> None:
    assert compare_values(None, value(1, 1)) == "incomparable"
    assert not values_conflict(None, value(1, 1))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A ninth worker was buried on Friday", 9.0),
        ("the 12th victim died at home", 12.0),
        ("a child was killed", 1.0),
        ("The second day of talks was killed", None),
    ],
)
def test_whoever_is_the_ninth_makes_nine(text: str, number: float | None) -> None:
    value = implied_value(Span("d", 0, len(text)), text)
    assert (value.lower if value else None) == number
