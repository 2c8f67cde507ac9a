"""Times that lean on one told before: days beside it, and the year or month of a date without its own."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.annotation.time_told import sentences_between
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

# Read from Thursday 17 November 2022; the last time of each text.
CASES: dict[str, tuple[str, str, str, str]] = {
    "year-onward": ("Held on 3 March 2015, he was freed on 30 March.", "30 March", "2015-03-30", "2015-03-30"),
    "year-turns": ("Held on 3 December 2015, he was freed on 4 May.", "4 May", "2016-05-04", "2016-05-04"),
    "not-until": ("Held on 3 March 2015, he was not charged until 30 March.", "30 March", "2015-03-30", "2015-03-30"),
    "months": ("He joined in March 2015 and was promoted in June.", "June", "2015-06-01", "2015-06-30"),
    "range": ("Between 3 May 2018 and 4 June he stole cars.", "Between 3 May 2018 and 4 June", "2018-05-03",
              "2018-06-04"),
    "birth": ("The man, born on 4 May 1980, was held on 6 June.", "6 June", "2022-06-06", "2022-06-06"),
    "spoken": ("The lease of 4 May 2019 was void, the judge said on 6 June.", "6 June", "2022-06-06", "2022-06-06"),
    "ahead": ("Held on 4 May 2019, he will be freed on 6 June.", "6 June", "2023-06-06", "2023-06-06"),
    "said-to-come": ("He said on 3 May 2021 that he would go by 30 June.", "30 June", "2021-06-30", "2021-06-30"),
    "recent": ("Held on 3 March 2015, he was freed on 14 November.", "14 November", "2022-11-14", "2022-11-14"),
    "other-sentence": ("It sank on 3 March 2015. It was raised on 30 March.", "30 March", "2022-03-30", "2022-03-30"),
    "day-of-its-month": ("He was seen on 3 May and found on the 5th.", "5th", "2022-05-05", "2022-05-05"),
    "following-day": ("Held on 3 May 2015, he was freed the following day.", "the following day", "2015-05-04",
                      "2015-05-04"),
    "next-day-of-a-feast": ("Six died on Boxing Day and two the next day.", "the next day", "2021-12-27", "2021-12-27"),
    "next-morning": ("He left on Monday. The next morning he was found.", "The next morning", "2022-11-15",
                     "2022-11-15"),
    "following-weekday": ("He fell on 3 May and died the following Tuesday.", "the following Tuesday", "2022-05-10",
                          "2022-05-10"),
    "following-year": ("Hired in 2015, he left the following year.", "the following year", "2016-01-01", "2016-12-31"),
    "previous-year": ("It made £3m in 2020, up from £2m the previous year.", "the previous year", "2019-01-01",
                      "2019-12-31"),
    "days-later": ("He fell on 3 May and died two days later.", "two days later", "2022-05-05", "2022-05-05"),
    "said-it-would": ("The union said on Tuesday it would strike the following day.", "the following day",
                      "2022-11-16", "2022-11-16"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "begin", "end"), CASES.values(), ids=CASES)
def test_time_is(make_document: Maker, text: str, words: str, begin: str, end: str) -> None:
    found = annotate_times(make_document(text))[-1]
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


UNTOLD: dict[str, str] = {
    "nothing-before": "It rained. The following day was dry.",
    "no-time": "The following is a list of names.",
    "duration": "Sales should rise over the next year.",
    "later-than": "It came two days later than planned.",
    "after-an-event": "He left the day after the vote.",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_these_stay_unread(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text)) == ()


def test_a_day_of_speech_is_no_day_to_count_from(make_document: Maker) -> None:
    text = "She fell ill, her son said on Tuesday, and died the following day."
    assert [time.span.quote(text) for time in annotate_times(make_document(text))] == ["Tuesday"]


def test_two_sentences_back_is_too_far(make_document: Maker) -> None:
    text = "He left on Monday. It rained. The next day he was found."
    assert [time.span.quote(text) for time in annotate_times(make_document(text))] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "ends"), [("a b", 0), ("Mr. Pell left at 10 p.m. Monday", 0), ("It sank. Nobody fell! Then\nIt rose", 3)]
)
def test_sentences_are_counted(text: str, ends: int) -> None:
    words = split_words(text)
    assert sentences_between(words, 0, words.count - 1) == ends
