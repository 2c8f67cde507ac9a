"""Named days: fixed, movable and national ones, by the publisher's country, and names that only contain them."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

# (text, day of publication, country, words, begin, end)
DAYS: dict[str, tuple[str, str, str | None, str, str, str]] = {
    "fixed": ("Shops shut on Anzac Day.", "2023-04-27", "AU", "Anzac Day", "2023-04-25", "2023-04-25"),
    "ahead": ("It will open on Boxing Day.", "2022-12-17", "GB", "Boxing Day", "2022-12-26", "2022-12-26"),
    "last-year": ("Two died on St Patrick's Day.", "2023-01-05", "IE", "St Patrick's Day", "2022-03-17", "2022-03-17"),
    "nth-weekday": ("She flew home for Thanksgiving.", "2022-11-29", "US", "Thanksgiving", "2022-11-24", "2022-11-24"),
    "by-country": ("Parks filled on Thanksgiving.", "2022-10-12", "CA", "Thanksgiving", "2022-10-10", "2022-10-10"),
    "last-weekday": ("Rain fell on Memorial Day.", "2023-06-02", "US", "Memorial Day", "2023-05-29", "2023-05-29"),
    "on-or-before": ("Pools opened on Victoria Day.", "2024-05-22", "CA", "Victoria Day", "2024-05-20", "2024-05-20"),
    "easter": ("Rovers drew on Easter Monday.", "2024-04-03", "GB", "Easter Monday", "2024-04-01", "2024-04-01"),
    "good-friday": ("A deal came on Good Friday.", "2022-04-19", "IE", "Good Friday", "2022-04-15", "2022-04-15"),
    "orthodox": ("Crowds prayed on Easter Sunday.", "2023-04-20", "GR", "Easter Sunday", "2023-04-16", "2023-04-16"),
    "national": ("A flypast on Independence Day.", "2023-08-16", "IN", "Independence Day", "2023-08-15", "2023-08-15"),
    "of-another-country": (
        "Ghana's Independence Day was wet.", "2023-03-09", "GB", "Independence Day", "2023-03-06", "2023-03-06",
    ),
    "of-the-country-it-is-of": (
        "Ukraine marked its Independence Day.", "2023-08-25", "US", "Independence Day", "2023-08-24", "2023-08-24",
    ),
    "moved-by-law": ("He spoke on Democracy Day.", "2018-05-31", "NG", "Democracy Day", "2018-05-29", "2018-05-29"),
    "before-a-noun": ("A May Day rally was banned.", "2023-05-03", "KE", "May Day", "2023-05-01", "2023-05-01"),
    "labour-day-of-may": ("Labour Day was quiet.", "2023-05-03", "ZA", "Labour Day", "2023-05-01", "2023-05-01"),
    "labour-day-of-october": ("Labour Day was quiet.", "2022-10-26", "NZ", "Labour Day", "2022-10-24", "2022-10-24"),
    "possessive-plural": ("Mothers' Day was cold.", "2023-03-21", "GB", "Mothers' Day", "2023-03-19", "2023-03-19"),
    "with-a-year": ("Rain on Bastille Day 2016.", "2023-03-21", None, "Bastille Day 2016", "2016-07-14", "2016-07-14"),
    "stepped": ("Last Thanksgiving she cooked.", "2022-11-14", "US", "Last Thanksgiving", "2021-11-25", "2021-11-25"),
    "last-years": (
        "Last year's Anzac Day march was off.", "2021-04-28", "AU", "Last year's Anzac Day", "2020-04-25", "2020-04-25",
    ),
    "day-after": ("It shut the day after Boxing Day.", "2023-01-04", "GB", "the day after Boxing Day", "2022-12-27",
                  "2022-12-27"),
    "eve-of": ("It shut on the eve of Republic Day.", "2023-02-04", "IN", "the eve of Republic Day", "2023-01-25",
               "2023-01-25"),
    "weekday-after": ("It opened the Monday after Easter Sunday.", "2023-05-04", "GB", "Monday after Easter Sunday",
                      "2023-04-10", "2023-04-10"),
    "long-weekend": ("Crowds came over Labor Day weekend.", "2023-09-07", "US", "Labor Day weekend", "2023-09-02",
                     "2023-09-04"),
    "event-of-the-day": ("The Anzac Day Parade was wet.", "2023-04-27", "AU", "Anzac Day", "2023-04-25", "2023-04-25"),
    "since-a-movable-one": ("It was shut since Easter Monday.", "2024-03-03", "GB", "since Easter Monday", "2023-04-10",
                            "2024-03-03"),
    "between-two": ("It was shut between Good Friday and Easter Monday.", "2023-05-03", "GB",
                    "between Good Friday and Easter Monday", "2023-04-07", "2023-04-10"),
    "just-past": ("Congress is due to return after Thanksgiving.", "2022-11-28", "US", "Thanksgiving", "2022-11-24",
                  "2022-11-24"),
    "by": ("She wanted a vote by Labor Day.", "2022-06-28", "US", "Labor Day", "2022-09-05", "2022-09-05"),
    "every-second-year": ("He stayed home on Election Day.", "2018-02-28", "US", "Election Day", "2016-11-08",
                          "2016-11-08"),
    "election-ahead": ("He asked for calm near Election Day.", "2022-10-04", "US", "Election Day", "2022-11-08",
                       "2022-11-08"),
    "unknown-country": ("A barbecue on Juneteenth.", "2023-06-21", None, "Juneteenth", "2023-06-19", "2023-06-19"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "day", "country", "words", "begin", "end"), DAYS.values(), ids=DAYS)
def test_named_day_is(
    make_document: Maker, text: str, day: str, country: str | None, words: str, begin: str, end: str
) -> None:
    (found,) = annotate_times(make_document(text, day), country=country)
    assert (found.span.quote(text), found.begin, found.end) == (words, begin, end)


NAMES: dict[str, tuple[str, str]] = {
    "agreement": ("Both sides stand by the Good Friday Agreement.", "IE"),
    "committee": ("The May Day Parade Committee resigned.", "GB"),
    "costumes": ("Shops sold out of Halloween costumes.", "US"),
    "film": ('They watched "Independence Day" twice.', "US"),
    "recurring": ("They swim every Boxing Day.", "GB"),
    "thanks": ("The church held a Thanksgiving Service.", "NG"),
    "another-day-in-each-state": ("Labour Day was hot.", "AU"),
    "no-country-known": ("A speech on Independence Day.", ""),
    "sales": ("Black Friday and the Boxing Day sales were flat.", "GB"),
    "small-letters": ("It was a good friday for a memorial day out.", "US"),
}


@pytest.mark.parametrize(("text", "country"), NAMES.values(), ids=NAMES)
def test_these_are_no_days(make_document: Maker, text: str, country: str) -> None:
    assert annotate_times(make_document(text, "2023-04-20"), country=country or None) == ()
