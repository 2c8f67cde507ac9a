"""Hostile repetition of what the rules for names, feasts and told times look for: work grows as the text does."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]
Growth = Callable[[Callable[[Document], object], str], float]

PUMPS = ("3 March 2015 the following day ", "on 3 March 2015 until 30 March, ", '"Sunday" ', "New St. All Good Day ",
         "not until May ", "Chief Sunday Okoro and ", "March, the 34, ", "on the 14th, ", "2040 plastic plastic ",
         "Friday the 13th ", "9/11 7/7 2018/19 ", "Monday two days later ", "Martin Luther King Jr. ",
         "September 11 - - ", "the 2021-22 ", "adjourned to and ", "will be held and ", "by to Friday ",
         "the day after Boxing Day ", "eve of ")  # fmt: skip


@pytest.mark.parametrize("unit", PUMPS)
def test_work_grows_as_the_text_does(growth: Growth, unit: str) -> None:
    assert growth(annotate_times, unit) < 2.05


WORDS = ["Friday", "the", "13th", "following", "day", "Boxing", "Easter", "Monday", "May", "of", "last", "year's",
         "9/11", "2018-19", "tax", "year", "until", "not", "Okoro", ",", "34", '"', "3 March 2015", "30 March", "later",
         "eve",
         "after", "two", "'76", "summer", "weekend"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=24))
def test_spans_are_in_order_and_intervals_run_forward(make_document: Maker, parts: list[str]) -> None:
    text = " ".join(parts)
    found = annotate_times(make_document(text), country="GB")
    assert all(time.span.quote(text) and time.begin <= time.end for time in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@given(st.lists(st.sampled_from(WORDS), max_size=16), st.sampled_from(["0004-01-01", "9990-06-30", None]))
def test_the_ends_of_the_calendar_are_borne(make_document: Maker, parts: list[str], day: str | None) -> None:
    text = " ".join(parts)
    assert all(time.begin <= time.end for time in annotate_times(make_document(text, day), country="US"))
