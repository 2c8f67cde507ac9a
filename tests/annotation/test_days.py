"""Calendar arithmetic: parts, shifts, recurrences and values."""

from datetime import date

import pytest

from headwater.annotation.days import (
    Days,
    choose,
    month_days,
    part_of,
    season_days,
    shift,
    timex_value,
    unit_days,
    year_days,
)


def test_a_month_falls_into_tens_of_days() -> None:
    february = month_days(2024, 2)
    assert [part_of(february, part).begin.day for part in ("early", "mid", "late")] == [1, 11, 21]
    assert part_of(february, "late").end == date(2024, 2, 29)


def test_early_in_a_year_is_its_first_quarter() -> None:
    assert part_of(year_days(2023), "early") == Days(date(2023, 1, 1), date(2023, 3, 31))


def test_months_shift_to_the_last_day_of_a_shorter_month() -> None:
    assert shift(date(2023, 3, 31), -1, "month") == date(2023, 2, 28)
    assert shift(date(2023, 3, 31), 1e9, "year") is None


def test_winter_is_in_june_in_the_south() -> None:
    assert season_days(2022, "winter", southern=True) == Days(date(2022, 6, 1), date(2022, 8, 31))
    assert season_days(2022, "winter", southern=False) == Days(date(2022, 12, 1), date(2023, 2, 28))


def test_the_past_takes_the_last_begun_and_the_future_the_first_unfinished() -> None:
    months = [month_days(2022, month) for month in (6, 7, 8)]
    assert choose(months, date(2022, 7, 9), "past") == choose(months, date(2022, 7, 9), "future") == months[1]
    assert choose([], date(2022, 7, 9), "past") is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "2026-03-04"),
        ("week", "2026-W10"),
        ("month", "2026-03"),
        ("quarter", "2026-Q1"),
        ("year", "2026"),
        ("decade", "202"),
    ],
)
def test_values_are_as_coarse_as_the_days(unit: str, value: str) -> None:
    assert timex_value(unit_days(date(2026, 3, 4), unit)) == value
