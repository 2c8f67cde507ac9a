"""iso_moment and leading_day: a day, an instant with its zone, or nothing; never an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.ingest.dates import day_in_url, iso_moment, leading_day

MOMENTS: dict[str, tuple[object, str | None]] = {
    "day": ("2026-03-04", "2026-03-04"),
    "instant-utc": ("2026-03-04T09:30:00Z", "2026-03-04T09:30:00+00:00"),
    "instant-zone": ("2026-03-04T09:30:00.123+0530", "2026-03-04T09:30:00+05:30"),
    "instant-without-seconds": ("2026-03-04 09:30+01:00", "2026-03-04T09:30:00+01:00"),
    "time-without-zone-is-a-day": ("2026-03-04T09:30:00", "2026-03-04"),
    "mail": ("Tue, 03 Mar 2026 19:00:00 GMT", "2026-03-03T19:00:00+00:00"),
    "mail-zone": ("Tue, 03 Mar 2026 19:00:00 -0500", "2026-03-03T19:00:00-05:00"),
    "american": ("March 4, 2026", "2026-03-04"),
    "ordinal": ("Tuesday, July 2nd, 2013", "2013-07-02"),
    "british": ("WEDNESDAY 03 JULY 2013", "2013-07-03"),
    "abbreviated": ("Sept. 9, 2013 4:05 pm", "2013-09-09"),
    "ambiguous-zone-is-a-day": ("July 02, 2013 15: 50 IST", "2013-07-02"),
    "compact": ("20130702", "2013-07-02"),
    "slashes-with-one-reading": ("27/09/2013", "2013-09-27"),
    "slashes-the-other-way": ("09/27/2013", "2013-09-27"),
    "slashes-with-two-readings": ("10/11/2022", None),
    "full-stops-put-the-day-first": ("10.11.2022", "2022-11-10"),
    "slashes-that-agree": ("11/11/2011", "2011-11-11"),
    "no-such-day": ("2026-02-30", None),
    "no-such-month": ("Smarch 4, 2026", None),
    "no-such-hour": ("2026-03-04T29:30:00Z", "2026-03-04"),
    "placeholder": ("0001-01-01T00:00:00Z", None),
    "far-future": ("9999-12-31", None),
    "words": ("yesterday", None),
    "number": (20260304, None),
    "nothing": (None, None),
    "white-space": ("  ", None),
}


@pytest.mark.parametrize(("value", "expected"), MOMENTS.values(), ids=MOMENTS)
def test_moment_of_metadata_is(value: object, expected: str | None) -> None:
    assert iso_moment(value) == expected


def test_the_end_of_a_leading_date_is_told() -> None:
    day, end = leading_day("July 02, 2013 15: 50 IST")
    assert day == "2013-07-02"
    assert end == len("July 02, 2013")


@given(st.text(alphabet="0123456789-/:. TZ+JulyMarch,", max_size=60))
def test_dirty_dates_never_raise(words: str) -> None:
    moment = iso_moment(words)
    assert moment is None or moment[:4].isdigit()


ADDRESSES: dict[str, tuple[str | None, str | None]] = {
    "numbers": ("http://www.velm.example/news/2013/07/02/dam-holds-290335", "2013-07-02"),
    "month-by-name": ("https://velm.example/2031/oct/17/dam", "2031-10-17"),
    "hyphens": ("https://velm.example/2031-10-17-dam.html", "2031-10-17"),
    "day-at-the-end": ("https://velm.example/archive/2031/10/17", "2031-10-17"),
    "month-alone": ("https://velm.example/2031/10/dam", None),
    "no-such-day": ("https://velm.example/2031/02/30/dam", None),
    "in-the-query": ("https://velm.example/dam?next=/2031/10/17/", None),
    "other-numbers": ("https://velm.example/NewsContent/2/9/75470/dam", None),
    "none": (None, None),
}


@pytest.mark.parametrize(("url", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_day_in_an_address_is(url: str | None, expected: str | None) -> None:
    assert day_in_url(url) == expected


@given(st.text())
def test_any_address_is_taken(url: str) -> None:
    found = day_in_url(url)
    assert found is None or found[:4].isdigit()
