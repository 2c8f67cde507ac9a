"""Fiscal and tax years, and two years that are one fiscal year beside another."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

# Read from Thursday 17 November 2022; the last time of each text.
CASES: dict[str, tuple[str, str, str, str]] = {
    "british-tax-year": ("He owed tax for the 2021-22 tax year.", "GB", "2021-04-06", "2022-04-05"),
    "tax-year-first": ("He owed tax for tax year 2021/22.", "GB", "2021-04-06", "2022-04-05"),
    "calendar-tax-year": ("He filed late for tax year 2019.", "US", "2019-01-01", "2019-12-31"),
    "tax-year-named-by-its-end": ("It fell in the 2021 tax year.", "ZA", "2020-03-01", "2021-02-28"),
    "last-tax-year": ("Receipts fell in the last tax year.", "GB", "2021-04-06", "2022-04-05"),
    "second-one": ("It rose in the 2019-20 financial year from 2018-19.", "AU", "2018-07-01", "2019-06-30"),
    "first-one": ("It rose from 2018-19 to $4m in the next financial year.", "AU", "2018-07-01", "2019-06-30"),
    "with-a-stroke": ("Sh4 billion in the 2021/22 financial year, Sh3 billion in 2020/21.", "KE", "2020-07-01",
                      "2021-06-30"),
    "budget": ("The Budget for 2021-22 was passed.", "IN", "2021-04-01", "2022-03-31"),
    "next-sentence": ("The financial year ended. He played in 2018-19.", "AU", "2018-01-01", "2019-12-31"),
    "crisis": ("The financial crisis of 2008-09 ruined him.", "AU", "2008-01-01", "2009-12-31"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "country", "begin", "end"), CASES.values(), ids=CASES)
def test_year_is(make_document: Maker, text: str, country: str, begin: str, end: str) -> None:
    found = annotate_times(make_document(text), country=country)
    assert (begin, end) in [(time.begin, time.end) for time in found]


def test_a_tax_bill_is_no_time(make_document: Maker) -> None:
    assert annotate_times(make_document("A tax on a year's supply was dropped."), country="GB") == ()
