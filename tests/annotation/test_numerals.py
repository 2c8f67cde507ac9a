"""read_numeral: digits, words, scales and marks that stand apart."""

import pytest

from headwater.annotation.numerals import read_numeral, read_plain_digits
from headwater.annotation.words import split_words

CASES: dict[str, tuple[str, float]] = {
    "spelled": ("one hundred and twenty-five thousand", 125_000),
    "two-scales": ("two million three hundred thousand", 2_300_000),
    "mixed": ("two and a half", 2.5),
    "digits-and-scale": ("3.2 billion", 3.2e9),
    "lakh-crore": ("2 lakh crore", 2e12),
    "loose-groups": ("1, 500 houses", 1_500),
    "blank-groups": ("12 000 houses", 12_000),
    "decimal-comma": ("4,5% more", 4.5),
    "no-blank-groups": ("12 300 metres", 12),
    "indian-groups": ("2,50,000", 250_000),
    "fraction-sign": ("1½", 1.5),
    "dozen": ("two dozen", 24),
}


@pytest.mark.parametrize(("text", "value"), CASES.values(), ids=CASES)
def test_numeral_is(text: str, value: float) -> None:
    numeral = read_numeral(split_words(text), 0)
    assert numeral is not None
    assert numeral.value == value


@pytest.mark.parametrize("token", ["10:30", "1.2.3", "1,2,3", "1" * 40])
def test_other_digits_are_no_number(token: str) -> None:
    assert read_plain_digits(token) is None
