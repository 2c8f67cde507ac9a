"""Months as months and as names: families, players, titles, bare abbreviations."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

NAMES: dict[str, str] = {
    "family": "The August family had lived at the mill.",
    "brothers": "The June brothers were cleared.",
    "apposition": "Pell made 90, while March, the left-armer, took 4-37.",
    "age": "June, 44, of Velm, was cleared.",
    "verb-of-people": "August pleaded guilty.",
    "title": "Mr September was fined, and so was Ms. April.",
    "given-name": "Ricky January, 22, was hurt.",
    "abbreviation-and-particle": "A goal from Jan de Wit settled it.",
    "abbreviation-alone": "Jan said nothing and Dec laughed.",
    "body": "The September Group bought the mill.",
    "recurring": "They meet every June.",
}


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_these_are_names(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text)) == ()


# Read from Thursday 17 November 2022.
MONTHS: dict[str, tuple[str, str, str]] = {
    "holiday-of-a-family": ("The August family holiday was spoilt.", "2022-08-01", "2022-08-31"),
    "comma-behind": ("In March, the council voted.", "2022-03-01", "2022-03-31"),
    "subject": ("August saw record sales.", "2022-08-01", "2022-08-31"),
    "abbreviation": ("He left in Sept and stayed away.", "2022-09-01", "2022-09-30"),
    "short-range": ("Sales fell from Jan to Mar this year.", "2022-01-01", "2022-03-31"),
    "pronoun-behind-may": ("On 3 May he fell.", "2022-05-03", "2022-05-03"),
    "arranged": ("The rules of the July election.", "2022-07-01", "2022-07-31"),
    "arranged-ahead": ("The rules of the March election.", "2023-03-01", "2023-03-31"),
    "not-arranged": ("The cost of the March floods.", "2022-03-01", "2022-03-31"),
    "told-in-the-midst": ("Prices between October and January.", "2022-10-01", "2023-01-31"),
    "after-the-year-is-told": ("From March 2020 to May the shop was shut.", "2020-03-01", "2020-05-31"),
}


@pytest.mark.parametrize(("text", "begin", "end"), MONTHS.values(), ids=MONTHS)
def test_these_are_months(make_document: Maker, text: str, begin: str, end: str) -> None:
    found = annotate_times(make_document(text))[0]
    assert (found.begin, found.end) == (begin, end)
