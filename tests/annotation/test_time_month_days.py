"""Days of a month that goes unnamed, and ordinals that count something else."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

# Read from Thursday 17 November 2022.
DAYS: dict[str, tuple[str, str, str, str]] = {
    "past": ("The offer, tabled on the 14th, lapsed.", "14th", "2022-11-14", "2022-11-14"),
    "past-month-before": ("She was seen on the 28th.", "28th", "2022-10-28", "2022-10-28"),
    "future": ("The test will be held on the 28th.", "28th", "2022-11-28", "2022-11-28"),
    "future-month-behind": ("The test will be held on the 3rd.", "3rd", "2022-12-03", "2022-12-03"),
    "deadline": ("Claims must be in by the 5th.", "5th", "2022-12-05", "2022-12-05"),
    "spelled": ("It closed on the fourteenth.", "fourteenth", "2022-11-14", "2022-11-14"),
    "two-days": ("It was shut on the 3rd and 4th.", "3rd and 4th", "2022-11-03", "2022-11-04"),
    "since": ("It has been shut since the 3rd.", "since the 3rd", "2022-11-03", "2022-11-17"),
    "month-told-behind": (
        "Polling is fixed for the 5th of next month.",
        "5th of next month",
        "2022-12-05",
        "2022-12-05",
    ),
    "short-month": ("It was shut on the 31st.", "31st", "2022-10-31", "2022-10-31"),
    "friday-the-13th": ("She moved in on Friday the 13th.", "Friday the 13th", "2022-05-13", "2022-05-13"),
    "friday-the-13th-ahead": ("They will wed on Friday the 13th.", "Friday the 13th", "2023-01-13", "2023-01-13"),
    "weekday-and-ordinal": ("They met on Tuesday 8th at noon.", "Tuesday 8th", "2022-11-08", "2022-11-08"),
}


@pytest.mark.parametrize(("text", "words", "begin", "end"), DAYS.values(), ids=DAYS)
def test_day_is(make_document: Maker, text: str, words: str, begin: str, end: str) -> None:
    (found,) = annotate_times(make_document(text))
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


COUNTS: dict[str, str] = {
    "floor": "Fire broke out on the 14th floor.",
    "minute": "They scored by the 14th minute and again on the 15th and 20th minutes.",
    "anniversary": "They met on the 25th anniversary.",
    "amendment": "The case rests on the 14th Amendment.",
    "hole": "He made a birdie on the 14th and led.",
    "in-a-row": "They won for the 5th in a row.",
    "no-preposition": "The 14th was the hardest.",
}


@pytest.mark.parametrize("text", COUNTS.values(), ids=COUNTS)
def test_these_count_something(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text)) == ()
