"""find_ages: a name and the age between commas behind it."""

import pytest

from headwater.claims.ages import find_ages

CASES = {
    "between-commas": ("Daniel Fenwick, 34, of Quarry Lane, denies it.", [("Daniel Fenwick, 34", 34.0)]),
    "two-people": ("Ada Holm, 7, and Piet van Arran, 81, left.", [("Ada Holm, 7", 7.0), ("Piet van Arran, 81", 81.0)]),
    "a-noun-of-that-age": ("A 43-year-old local man was held.", [("A 43-year-old local man", 43.0)]),
    "a-date-is-no-age": ("The Orrin May, 12, festival was cancelled.", []),
    "thousands-are-no-age": ("In Orrin Valley, 12,000 people fled.", []),
    "one-word-is-no-name": ("Carrow, 12, won.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_ages_are(text: str, expected: list[tuple[str, float]]) -> None:
    found = list(find_ages("d", text, 0, len(text)))
    assert [(span.quote(text), value.lower) for span, value in found] == expected
    assert all(value.text == value.span.quote(text) and value.unit == "year" for _, value in found)
