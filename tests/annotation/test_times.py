"""annotate_times: conventions of docs/method.md, tense, names left alone, hostile input finished."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]
Growth = Callable[[Callable[[Document], object], str], float]

# Read from Thursday 17 November 2022.
CASES: dict[str, tuple[str, str, str, str]] = {
    "weekday-past": ("The council voted on Tuesday.", "Tuesday", "2022-11-15", "2022-11-15"),
    "weekday-future": ("The council will vote on Tuesday.", "Tuesday", "2022-11-22", "2022-11-22"),
    "weekday-is-publication-day": ("It sank on Thursday night.", "Thursday night", "2022-11-17", "2022-11-17"),
    "this-week": ("It rained this week.", "this week", "2022-11-14", "2022-11-20"),
    "last-month": ("It rained last month.", "last month", "2022-10-01", "2022-10-31"),
    "earlier-this-month": ("It rained earlier this month.", "earlier this month", "2022-11-01", "2022-11-17"),
    "since": ("It has rained since August.", "since August", "2022-08-01", "2022-11-17"),
    "since-mid-month": ("Shells fell since mid-September.", "since mid-September", "2022-09-11", "2022-11-17"),
    "past-months": ("It rose in the past three months.", "the past three months", "2022-08-17", "2022-11-17"),
    "months-ago": ("He left two months ago.", "two months ago", "2022-09-01", "2022-09-30"),
    "overnight": ("Sheds burned overnight.", "overnight", "2022-11-16", "2022-11-17"),
    "night-of-two": ("On the night of 4-5 March 2022.", "night of 4-5 March 2022", "2022-03-04", "2022-03-05"),
    "early-hours": ("It sank in the early hours of Friday.", "early hours of Friday", "2022-11-11", "2022-11-11"),
    "early-next-year": ("Work starts early next year.", "early next year", "2023-01-01", "2023-03-31"),
    "season": ("Crowds came last summer.", "last summer", "2022-06-01", "2022-08-31"),
    "quarter": ("Sales fell in the third quarter.", "third quarter", "2022-07-01", "2022-09-30"),
    "range": ("It ran from May to July 2021.", "from May to July 2021", "2021-05-01", "2021-07-31"),
    "fortnight": ("Over the past fortnight it fell.", "the past fortnight", "2022-11-03", "2022-11-17"),
    "decade": ("It was built in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
    "century": ("It was built in the 19th century.", "19th century", "1801-01-01", "1900-12-31"),
    "until": ("The fair is open until Sunday.", "until Sunday", "2022-11-17", "2022-11-20"),
    "possessive": ("Tuesday's vote was close.", "Tuesday", "2022-11-15", "2022-11-15"),
    "weekday-of-last-week": ("He left last week Thursday.", "last week Thursday", "2022-11-10", "2022-11-10"),
    "tuesday-week": ("They will decide Tuesday week.", "Tuesday week", "2022-11-29", "2022-11-29"),
    "week-on-friday": ("The tour is a week on Friday.", "a week on Friday", "2022-11-25", "2022-11-25"),
    "nth-weekday": ("It met on the first Monday in March.", "first Monday in March", "2022-03-07", "2022-03-07"),
    "last-weekday": ("It met the last Friday of May 2021.", "last Friday of May 2021", "2021-05-28", "2021-05-28"),
    "feast": ("She was held on Christmas Day.", "Christmas Day", "2021-12-25", "2021-12-25"),
    "feast-ahead": ("It will open on New Year's Eve.", "New Year's Eve", "2022-12-31", "2022-12-31"),
    "month-quarter": ("Sales in the June quarter fell.", "June quarter", "2022-04-01", "2022-06-30"),
    "week-beginning": ("The week beginning 7 March was wet.", "week beginning 7 March", "2022-03-07", "2022-03-13"),
    "had-been-due": ("It had been due on Monday.", "Monday", "2022-11-14", "2022-11-14"),
    "week-before-last": ("They left the week before last.", "the week before last", "2022-10-31", "2022-11-06"),
    "fortnight-of-a-month": (
        "It came in the first fortnight of June.",
        "first fortnight of June",
        "2022-06-01",
        "2022-06-14",
    ),
    "overnight-ahead": ("Rain is expected overnight.", "overnight", "2022-11-17", "2022-11-18"),
    "months-to-may": ("In the six months to May two failed.", "six months to May", "2021-12-01", "2022-05-31"),
    "full-date": ("They met on March 4, 2021.", "March 4, 2021", "2021-03-04", "2021-03-04"),
}


@pytest.mark.parametrize(("text", "words", "begin", "end"), CASES.values(), ids=CASES)
def test_time_is(make_document: Maker, text: str, words: str, begin: str, end: str) -> None:
    (found,) = annotate_times(make_document(text))
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


COUNTRIES: dict[str, tuple[str, str | None, str, str]] = {
    "day-first": ("Dated 10/11/2022.", "GB", "2022-11-10", "2022-11-10"),
    "month-first": ("Dated 10/11/2022.", "US", "2022-10-11", "2022-10-11"),
    "southern-summer": ("Crowds came last summer.", "AU", "2021-12-01", "2022-02-28"),
    "fiscal-year-of-the-us": ("The budget for fiscal 2022 shrank.", "US", "2021-10-01", "2022-09-30"),
    "fiscal-year-named-behind": ("The 2020-21 fiscal was weak.", "IN", "2020-04-01", "2021-03-31"),
    "this-financial-year": ("Spending this financial year rose.", "GB", "2022-04-01", "2023-03-31"),
    "last-fiscal": ("Exports rose last fiscal.", "IN", "2021-04-01", "2022-03-31"),
    "fiscal-year-of-india": ("Growth in FY22 was weak.", "IN", "2021-04-01", "2022-03-31"),
}


@pytest.mark.parametrize(("text", "country", "begin", "end"), COUNTRIES.values(), ids=COUNTRIES)
def test_the_publishers_country_decides(
    make_document: Maker, text: str, country: str | None, begin: str, end: str
) -> None:
    (found,) = annotate_times(make_document(text), country=country)
    assert (found.begin, found.end) == (begin, end)


def test_the_url_tells_the_country_when_nobody_else_does(make_document: Maker) -> None:
    document = make_document("Dated 10/11/2022.", "2022-11-17", "https://news.velm.ph/a")
    assert [time.begin for time in annotate_times(document)] == ["2022-10-11"]


TRAPS: dict[str, str] = {
    "modal-and-name": "May said the offer was fair and may stay.",
    "prayers": "Thousands gathered for Friday prayers.",
    "march": "Historians still argue about the March on Rome.",
    "bare-duration": "In more than two months nobody called.",
    "newspapers": "The Mail on Sunday and the Sunday Mirror ran it.",
    "weekday-as-a-given-name": "Chief Sunday Okoro and Monday Eze met.",
    "recurring": "Classes meet every Monday.",
    "people": "Sgt. April Stone spoke to August Renn in Velm.",
    "counts": "In 1500 homes the heating failed and 2000 people fled.",
    "flights": "A Boeing 737 landed as flight 2022.",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_these_are_no_times(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text)) == ()


def test_without_a_day_of_publication_only_whole_dates_are_read(make_document: Maker) -> None:
    text = "He left on Tuesday, last month, on 4 March 2021."
    (found,) = annotate_times(make_document(text, None))
    assert (found.span.quote(text), found.anchor) == ("4 March 2021", None)


def test_impossible_days_are_not_read(make_document: Maker) -> None:
    assert annotate_times(make_document("It was 31/02/2022.")) == ()


WORDS = [
    "Monday",
    "March",
    "4",
    "2022",
    "to",
    "since",
    "the",
    "last",
    "week",
    "-",
    "end of",
    "night of",
    "ago",
    "early",
    ",",
]


@given(st.lists(st.sampled_from(WORDS)))
def test_spans_are_in_order_and_intervals_run_forward(make_document: Maker, parts: list[str]) -> None:
    text = " ".join(parts)
    found = annotate_times(make_document(text))
    assert all(time.span.quote(text) and time.begin <= time.end for time in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@given(st.text(max_size=200))
def test_any_text_is_read(make_document: Maker, text: str) -> None:
    assert all(time.span.quote(text) for time in annotate_times(make_document(text)))


PUMPS = ("Monday to ", "early late the end of ", "March 4, ", "since ", "1 ", "2022-", "the night of ", "last ",
         "the first ",
         "May ", "10/11/", "ago ")  # fmt: skip


@pytest.mark.parametrize("unit", PUMPS)
def test_hostile_repetition_ends_with_times_that_fit(make_document: Maker, unit: str) -> None:
    text = unit * 2_000
    found = annotate_times(make_document(text))
    assert all(time.span.quote(text) and time.begin <= time.end for time in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("unit", PUMPS)
def test_work_grows_as_the_text_does(growth: Growth, unit: str) -> None:
    assert growth(annotate_times, unit) < 2.05
