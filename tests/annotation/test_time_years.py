"""Four digits as years, as counts, as names and as addresses; two digits behind an apostrophe."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

NO_YEARS: dict[str, str] = {
    "adjective-and-things": "The district's 2040 plastic chairs sit in a store.",
    "people": "The bank's 1850 rural clerks walked out.",
    "seized": "Customs seized 2019 fake handsets.",
    "separator": "Troopers wrote 2,024 tickets.",
    "product": "Among them were 400 copies of the Orbit 2020.",
    "games": "The stadium of Velm 2032 was never built.",
    "law": "He was charged under the Harbours Act 1964.",
    "law-with-a-comma": "He was charged under the Companies Act, 2013.",
    "address": "They had lived in 1974 Spring Street.",
    "class": "The class of '98 met in Velm.",
    "percent": "It held in '98 per cent of cases'.",
}


@pytest.mark.parametrize("text", NO_YEARS.values(), ids=NO_YEARS)
def test_these_are_no_years(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text), country="GB") == ()


YEARS: dict[str, tuple[str, str, str]] = {
    "votes": ("The country's 2019 regional elections were close.", "2019-01-01", "2019-12-31"),
    "votes-of-a-place": ("He stood in the Velm 2023 elections.", "2023-01-01", "2023-12-31"),
    "models": ("He drove one of Orvane's 2021 electric trucks.", "2021-01-01", "2021-12-31"),
    "the-year": ("The 2019 rural floods were worse.", "2019-01-01", "2019-12-31"),
    "feast": ("It happened at Christmas 2019.", "2019-01-01", "2019-12-31"),
    "season": ("It was the summer of '76.", "1976-06-01", "1976-08-31"),
    "short": ("They last won in '66 and never since.", "1966-01-01", "1966-12-31"),
    "short-and-early": ("The bridge fell in the spring of '45.", "1945-03-01", "1945-05-31"),
    "decade": ("In the '30s it was a farm.", "1930-01-01", "1939-12-31"),
    "two-years": ("They toured in 2015-18.", "2015-01-01", "2018-12-31"),
}


@pytest.mark.parametrize(("text", "begin", "end"), YEARS.values(), ids=YEARS)
def test_these_are_years(make_document: Maker, text: str, begin: str, end: str) -> None:
    (found,) = annotate_times(make_document(text), country="GB")
    assert (found.begin, found.end) == (begin, end)
