"""Years, chains of numbers and names: what counts nothing."""

import pytest

from headwater.annotation.number_traps import is_chain, is_name, is_year
from headwater.annotation.words import split_words


@pytest.mark.parametrize(
    ("text", "index", "year"),
    [("in 2014 it", 1, True), ("the 2022 elections", 1, True), ("2000 people fled", 0, False), ("1600km", 0, False)],
)
def test_year_is_told_from_count(text: str, index: int, year: bool) -> None:
    assert is_year(split_words(text), index) is year


@pytest.mark.parametrize(
    ("text", "stop"), [("555-0142", 3), ("9/11", 3), ("2/3 of", 0), ("22/1905 of", 3), ("5-10 men", 0)]
)
def test_chains_end_behind_their_last_number(text: str, stop: int) -> None:
    assert is_chain(split_words(text), 0) == stop


@pytest.mark.parametrize(
    ("text", "index", "name"),
    [
        ("Boeing 737 jets", 1, True),
        ("the A320", 2, True),
        ("10 Downing Street", 0, True),
        ("killed 12 people", 1, False),
    ],
)
def test_names_hold_numbers(text: str, index: int, name: bool) -> None:
    assert is_name(split_words(text), index, index + 1, digits=True) is name
