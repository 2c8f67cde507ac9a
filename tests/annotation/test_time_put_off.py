"""Until: a day alone behind a negation or a postponement, a span from publication on otherwise."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

# Read from Thursday 17 November 2022; the last time of each text.
CASES: dict[str, tuple[str, str, str, str]] = {
    "not-until": ("The bypass will not open until next spring.", "next spring", "2023-03-01", "2023-05-31"),
    "short-not": ("The pool won't open till Monday.", "Monday", "2022-11-21", "2022-11-21"),
    "no-until": ("Profits fell, with no dividend likely until 2025.", "2025", "2025-01-01", "2025-12-31"),
    "unlikely": ("A verdict is unlikely until March.", "March", "2023-03-01", "2023-03-31"),
    "not-until-past": ("The road did not reopen until Tuesday.", "Tuesday", "2022-11-15", "2022-11-15"),
    "adjourned": ("The Senate adjourned plenary till 6 December.", "6 December", "2022-12-06", "2022-12-06"),
    "put-off": ("The vote was put off until Tuesday.", "Tuesday", "2022-11-22", "2022-11-22"),
    "pushed-back": ("The launch has been pushed back until March.", "March", "2023-03-01", "2023-03-31"),
    "postponed-to": ("The match was postponed to Saturday.", "Saturday", "2022-11-19", "2022-11-19"),
    "until-after": ("It was delayed until after the vote in May.", "May", "2023-05-01", "2023-05-31"),
    "fixed-for": ("The trial was fixed for March 3.", "March 3", "2023-03-03", "2023-03-03"),
    "set-and-for": ("The court set March 3 for trial.", "March 3", "2023-03-03", "2023-03-03"),
    "to-pay-by": ("He was ordered to pay by noon on Friday.", "Friday", "2022-11-18", "2022-11-18"),
    "open-until": ("The show is open until Sunday.", "until Sunday", "2022-11-17", "2022-11-20"),
    "held-until": ("He was remanded in custody until 4 December.", "until 4 December", "2022-11-17", "2022-12-04"),
    "other-clause": ("Nobody was hurt but the road is shut until Sunday.", "until Sunday", "2022-11-17", "2022-11-20"),
    "joined-clause": ("He did not speak and the shop is shut until Sunday.", "until Sunday", "2022-11-17",
                      "2022-11-20"),
    "asked-whether": ("He would not say if it will be shut until Sunday.", "until Sunday", "2022-11-17", "2022-11-20"),
    "through": ("No rule was made for schools through the end of 2023.", "through the end of 2023", "2022-11-17",
                "2023-12-31"),
    "wait-that-is-over": ("She could not be reached until 18 January.", "18 January", "2022-01-18", "2022-01-18"),
    "wait-to-come": ("It was not expected to open until 18 January.", "18 January", "2023-01-18", "2023-01-18"),
    "agent": ("He went to sue over the raid led by the May 25 squad.", "May 25", "2022-05-25", "2022-05-25"),
    "clock": ("A curfew is in force until 6 a.m. Saturday.", "until 6 a.m. Saturday", "2022-11-17", "2022-11-19"),
    "moved-house": ("He moved to Velm in May.", "May", "2022-05-01", "2022-05-31"),
    "had-been-set": ("The vote, which had been set for Friday, will be held Monday.", "Monday", "2022-11-21",
                     "2022-11-21"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "begin", "end"), CASES.values(), ids=CASES)
def test_time_is(make_document: Maker, text: str, words: str, begin: str, end: str) -> None:
    found = annotate_times(make_document(text))[-1]
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("The vote, which had been set for Friday, will be held Monday.", "2022-11-18"),
        ("The vote, which had been set for Friday, has been moved to next week.", "2022-11-18"),
        ("The vote had been set for Friday. It will be held Monday.", "2022-11-11"),
    ],
)
def test_what_had_been_set_lies_ahead_only_when_it_is_moved(make_document: Maker, text: str, begin: str) -> None:
    assert annotate_times(make_document(text))[0].begin == begin
