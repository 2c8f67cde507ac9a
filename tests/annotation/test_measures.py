"""read_unit: units behind a number, homonyms left alone."""

import pytest

from headwater.annotation.measures import read_unit
from headwater.annotation.words import split_words

UNITS: dict[str, tuple[str, float, str | None]] = {
    "glued": ("5km away", 5, "km"),
    "phrase": ("5 square kilometres burned", 5, "km2"),
    "hyphen": ("5-day visit", 5, "day"),
    "weight-in-pounds": ("50 pounds of rice", 50, "pound"),
    "money-in-pounds": ("50 pounds were paid", 50, "GBP"),
    "too-few-to-be-money": ("3 won the prize", 3, None),
    "pence": ("95p a pint", 95, "penny"),
    "cents": ("50c dearer", 50, "US cent"),
    "resolution": ("1080p video", 1080, None),
    "afternoon": ("3p.m. today", 3, None),
    "small-degrees": ("41c", 41, "US cent"),
    "negative-degrees": ("7C.", 7, "celsius"),
    "newspaper": ("2 Times reporters asked", 2, None),
}


@pytest.mark.parametrize(("text", "value", "unit"), UNITS.values(), ids=UNITS)
def test_unit_is(text: str, value: float, unit: str | None) -> None:
    found = read_unit(split_words(text), 1, value, digits=True)
    assert (found[0] if found else None) == unit


def test_small_letters_are_degrees_where_the_weather_is_spoken_of() -> None:
    words = split_words("temperatures hit 41c")
    assert read_unit(words, 3, 41, digits=True) == ("celsius", 4)
