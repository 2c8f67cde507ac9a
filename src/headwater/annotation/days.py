"""Intervals of days: months, weeks, quarters, seasons and their parts, and shifts by calendar units.

Every interval is a pair of dates, both inclusive. The conventions are docs/method.md's. Imports: lexicon and the
standard library only.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, date, timedelta
from typing import Literal, NamedTuple

from headwater.lexicon.date_customs import DateCustoms

Tense = Literal["past", "future"] | None
Part = Literal["early", "mid", "late"]
_AHEAD_COUNTS = 4
_MARGIN = 2  # years kept free at both ends of the calendar, so that neighbours of a date exist


class Days(NamedTuple):
    """A span of days, both ends inclusive."""

    begin: date
    end: date


def fits_calendar(year: int) -> bool:
    """Tell whether a year and its neighbours can be written as dates."""
    return _MARGIN < year < MAXYEAR - _MARGIN


def one_day(day: date) -> Days:
    """Return the interval of one day."""
    return Days(day, day)


def month_days(year: int, month: int) -> Days:
    """Return a calendar month; months outside 1-12 run into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_from(year: int, month: int, count: int) -> Days:
    """Return `count` calendar months from a month on."""
    return Days(month_days(year, month).begin, month_days(year, month + count - 1).end)


def year_days(year: int) -> Days:
    """Return a calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def week_days(day: date) -> Days:
    """Return the calendar week from Monday that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def quarter_days(year: int, quarter: int, start_month: int = 1) -> Days:
    """Return a quarter (1-4) of the year that begins in a month of `year`."""
    return months_from(year, start_month + 3 * (quarter - 1), 3)


def fiscal_year_start(year: int, customs: DateCustoms) -> int:
    """Return the calendar year in which the fiscal year called `year` begins."""
    return year if customs.fiscal_named_by_start else year - 1


def fiscal_quarter_days(year: int, quarter: int, customs: DateCustoms) -> Days:
    """Return a quarter of the fiscal year called `year`."""
    return quarter_days(fiscal_year_start(year, customs), quarter, customs.fiscal_start)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season_days(year: int, season: str, *, southern: bool) -> Days:
    """Return the meteorological season that begins in a year."""
    start = _SEASONS[season]
    return months_from(year, (start + 5) % 12 + 1 if southern else start, 3)


def weekend_days(day: date) -> Days:
    """Return Saturday and Sunday of the calendar week that holds a day."""
    week = week_days(day)
    return Days(week.begin + timedelta(days=5), week.end)


def next_weekday(anchor: date, weekday: int, weeks: int) -> date:
    """Return the day so many weeks behind the next such weekday after a day."""
    return anchor + timedelta(days=((weekday - anchor.weekday()) % 7 or 7) + 7 * weeks)


def shift_months(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day when it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


_DAY_UNITS = {"day": 1, "week": 7, "fortnight": 14}
_MONTH_UNITS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(day: date, count: float, unit: str) -> date | None:
    """Return the day `count` units later (earlier when negative), or None outside the calendar.

    Args:
        day: Where counting starts.
        count: Whole units, or halves of years; hours and minutes round up to days away from `day`.
        unit: minute, hour, day, week, fortnight, month, quarter, year, decade or century.
    """
    if abs(count) > 100_000:
        return None
    if unit in _MONTH_UNITS:
        months = round(count * _MONTH_UNITS[unit])
        return shift_months(day, months) if fits_calendar(day.year + months // 12) else None
    if unit in {"hour", "minute", "second"}:
        per_day = {"hour": 24, "minute": 1440, "second": 86400}[unit]
        whole = -(-abs(count) // per_day)
        days = int(whole) * (1 if count > 0 else -1)
    else:
        days = round(count * _DAY_UNITS[unit])
    return day + timedelta(days=days) if fits_calendar(day.year + days // 365) else None


def unit_days(day: date, unit: str) -> Days:
    """Return the calendar unit that holds a day: its week, month, quarter, year, decade or century."""
    if unit == "day":
        return one_day(day)
    if unit in {"week", "fortnight"}:
        return week_days(day)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        return quarter_days(day.year, (day.month - 1) // 3 + 1)
    if unit == "decade":
        return Days(date(max(1, day.year // 10 * 10), 1, 1), date(day.year // 10 * 10 + 9, 12, 31))
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1
        return Days(date(first, 1, 1), date(min(MAXYEAR, first + 99), 12, 31))
    return year_days(day.year)


def part_of(days: Days, part: Part) -> Days:
    """Return the early, middle or late part of a span of days.

    Months go by tens of days, years by quarters (the middle is the two inner ones), seasons and quarters by months,
    decades 0-3, 4-6, 7-9, weeks Monday to Wednesday, Wednesday, Thursday to Sunday; one day stays itself.
    """
    length = (days.end - days.begin).days + 1
    if length == 1:
        return days
    if length <= 7:
        cuts = {"early": (0, 2), "mid": (2, 2), "late": (3, 6)}[part]
        return Days(*(days.begin + timedelta(days=min(cut, length - 1)) for cut in cuts))
    if length <= 31:
        return Days(
            {"early": days.begin, "mid": days.begin + timedelta(days=10), "late": days.begin + timedelta(days=20)}[
                part
            ],
            {"early": days.begin + timedelta(days=9), "mid": days.begin + timedelta(days=19), "late": days.end}[part],
        )
    year, month = days.begin.year, days.begin.month
    if length <= 92:
        return month_days(year, month + {"early": 0, "mid": 1, "late": 2}[part])
    if length <= 366:
        return months_from(year, month + {"early": 0, "mid": 3, "late": 9}[part], 6 if part == "mid" else 3)
    years = length // 365
    first, last = {"early": (0, 0.4), "mid": (0.4, 0.7), "late": (0.7, 1.0)}[part]
    return Days(date(year + round(first * years), 1, 1), date(year + round(last * years) - 1, 12, 31))


def choose(
    candidates: Iterable[Days], anchor: date, tense: Tense, *, default: Tense = None, level: bool = False
) -> Days | None:
    """Return the recurrence that is meant: the last begun one in the past, the first unfinished one in the future.

    Args:
        candidates: Recurrences in order, some before and some after the anchor.
        anchor: The day of publication.
        tense: What the sentence says.
        default: Tense to read by when the sentence says nothing; None takes the last one, or the next when far nearer.
        level: With no tense at all, the nearer of the two is taken, as what is arranged is told before and after.
    """
    ordered = list(candidates)
    direction = tense or default
    if direction == "past":
        return next((days for days in reversed(ordered) if days.begin <= anchor), None)
    if direction == "future":
        return next((days for days in ordered if days.end >= anchor), None)
    return min(ordered, key=lambda days: _distance(days, anchor, 1 if level else _AHEAD_COUNTS), default=None)


def _distance(days: Days, anchor: date, ahead_counts: int) -> int:
    """Days between a recurrence and the anchor; news tells what has been, so days ahead count several times."""
    return max(ahead_counts * (days.begin - anchor).days, (anchor - days.end).days, 0)


def around(year: int, make: Callable[[int], Days | None]) -> list[Days]:
    """Return what recurs yearly, for the two years before, the year and the two after (leap days may be missing)."""
    return [days for offset in range(-_MARGIN, _MARGIN + 1) if (days := make(year + offset))]


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return a date, or None when there is no such day."""
    if not fits_calendar(year) or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def timex_value(days: Days) -> str:
    """Return a TIMEX3-like value: a day, week, month, quarter, year or decade, else "begin/end"."""
    begin, end = days
    if begin == end:
        return begin.isoformat()
    if unit_days(begin, "week") == days:
        iso = begin.isocalendar()
        return f"{iso.year}-W{iso.week:02d}"
    for unit, text in (
        ("month", f"{begin.year:04d}-{begin.month:02d}"),
        ("quarter", f"{begin.year:04d}-Q{(begin.month + 2) // 3}"),
        ("year", f"{begin.year:04d}"),
        ("decade", f"{begin.year // 10:03d}"),
    ):
        if unit_days(begin, unit) == days:
            return text
    return f"{begin.isoformat()}/{end.isoformat()}"
