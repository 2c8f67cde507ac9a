"""Events that their day names: the year of the event, not of the last such day; other days stay what they are."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

CASES: dict[str, tuple[str, str, str, str]] = {
    "month-day": ("Airports changed after the September 11 attacks.", "September 11", "2001-09-11", "2001-09-11"),
    "day-month": ("A survivor of the 7 July bombings spoke.", "7 July", "2005-07-07", "2005-07-07"),
    "abbreviated": ("The Jan. 6 riot was filmed.", "Jan. 6", "2021-01-06", "2021-01-06"),
    "words-between": ("The Oct. 7 Hamas-led attack began at dawn.", "Oct. 7", "2023-10-07", "2023-10-07"),
    "alone": ("She lost a son on 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    "pair-of-numbers": ("The 26/11 accused was flown in.", "26/11", "2008-11-26", "2008-11-26"),
    "pair-before-a-noun": ("The 7/7 inquest was reopened.", "7/7", "2005-07-07", "2005-07-07"),
    "feast": ("The Boxing Day tsunami took his home.", "Boxing Day", "2004-12-26", "2004-12-26"),
    "since": (
        "Bags are searched since the September 11 attacks.",
        "since the September 11",
        "2001-09-11",
        "2024-06-20",
    ),
    "other-event": ("The September 11 council vote was close.", "September 11", "2023-09-11", "2023-09-11"),
    "other-day": ("The September 12 attacks shook Velm.", "September 12", "2023-09-12", "2023-09-12"),
    "sentence-goes-on": ("On October 7 the attack began.", "October 7", "2023-10-07", "2023-10-07"),
}


@pytest.mark.parametrize(("text", "words", "begin", "end"), CASES.values(), ids=CASES)
def test_event_is(make_document: Maker, text: str, words: str, begin: str, end: str) -> None:
    (found,) = annotate_times(make_document(text, "2024-06-20"), country="GB")
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


def test_an_event_still_ahead_is_not_meant(make_document: Maker) -> None:
    (found,) = annotate_times(make_document("The 7 October attacks were planned.", "2014-11-02"), country="GB")
    assert found.begin == "2014-10-07"


@pytest.mark.parametrize(
    "text", ["He took 7/7 on a dry pitch.", "In a post-9/11 world it was banned.", "The ratio was 9/11 of the whole."]
)
def test_these_are_no_events(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text, "2024-06-20"), country="GB") == ()
