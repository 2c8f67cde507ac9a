"""The lexicon of named days and events: every rule can be read, and Easter is where the churches keep it."""

from datetime import date

import pytest

from headwater.errors import LexiconError
from headwater.lexicon import feasts
from headwater.lexicon.feasts import (
    easter,
    event_openers,
    feast_named,
    feast_openers,
    fold_name,
    named_events,
    names_opening_with,
    orthodox_easter,
)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2008, date(2008, 3, 23), date(2008, 4, 27)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2038, date(2038, 4, 25), date(2038, 4, 25)),
    ],
)
def test_easter_is(year: int, western: date, orthodox: date) -> None:
    assert (easter(year), orthodox_easter(year)) == (western, orthodox)


def test_every_name_leads_to_a_rule_somewhere() -> None:
    for names in names_opening_with().values():
        for name in names:
            assert all(rule.countries for country in ("US", "GB", "IN", None) for rule in feast_named(name, country))


def test_rules_of_a_country_come_before_those_of_all() -> None:
    (rule,) = feast_named(fold_name("Mother's Day"), "GB")
    assert (rule.rule, rule.day(2023)) == ("easter-21", date(2023, 3, 19))
    assert feast_named(fold_name("Republic Day"), None) == ()


def test_a_rule_holds_in_its_years_only() -> None:
    days = [rule.day(2018) for rule in feast_named(fold_name("Democracy Day"), "NG")]
    assert days == [None, date(2018, 5, 29)]


def test_names_are_compared_without_marks() -> None:
    assert fold_name("St. Patrick’s Day") == fold_name("St Patrick's Day") == ("st", "patricks", "day")
    assert {"anzac", "valentine's", "hallowe'en"} <= feast_openers()


def test_events_lie_on_one_day_each() -> None:
    assert len({event.day for event in named_events()}) == len(named_events())
    assert {"9", "boxing"} <= event_openers()


def test_refuses_a_rule_it_cannot_read(monkeypatch: pytest.MonkeyPatch) -> None:
    row = (7, ["Feast of Velm", "thu<>11-22", "-", "*"])
    monkeypatch.setattr(feasts, "read_rows", lambda *_: iter([row]))
    with pytest.raises(LexiconError, match="thu<>11-22") as caught:
        feasts._feasts.__wrapped__()
    assert (caught.value.file, caught.value.line) == ("feasts.tsv", 7)
