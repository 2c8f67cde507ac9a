"""read_unit and currency_before: units behind, money before a number, homonyms left alone."""

import pytest

from headwater.annotation.measures import currency_before, read_unit
from headwater.annotation.words import split_words

UNITS: dict[str, tuple[str, float, str | None]] = {
    "glued": ("5km away", 5, "km"),
    "phrase": ("5 square kilometres burned", 5, "km2"),
    "hyphen": ("5-day visit", 5, "day"),
    "weight-in-pounds": ("50 pounds of rice", 50, "pound"),
    "money-in-pounds": ("50 pounds were paid", 50, "GBP"),
    "too-few-to-be-money": ("3 won the prize", 3, None),
    "newspaper": ("2 Times reporters asked", 2, None),
}


@pytest.mark.parametrize(("text", "value", "unit"), UNITS.values(), ids=UNITS)
def test_unit_is(text: str, value: float, unit: str | None) -> None:
    found = read_unit(split_words(text), 1, value, digits=True)
    assert (found[0] if found else None) == unit


@pytest.mark.parametrize(
    ("text", "index", "currency"), [("US$5", 2, "USD"), ("A$5", 2, "AUD"), ("Rs. 5", 2, "INR"), ("about 5", 1, None)]
)
def test_currency_is(text: str, index: int, currency: str | None) -> None:
    found = currency_before(split_words(text), index)
    assert (found[0] if found else None) == currency
