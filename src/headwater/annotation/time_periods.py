"""Parts and named periods: quarters, halves, fiscal years, seasons, "early March", "the first week of May".

Indices count words; every reader returns a Point or None. A part holds a period, a period holds a simple time, so
nothing nests deeper than that. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import timedelta

from headwater.annotation.days import (
    Days,
    Part,
    around,
    choose,
    fiscal_quarter_days,
    fiscal_year_start,
    months_from,
    part_of,
    quarter_days,
    season_days,
    shift,
    shift_months,
    unit_days,
    week_days,
)
from headwater.annotation.scene import DAY_PARTS, Point, Scene, bare
from headwater.annotation.time_dates import (
    read_day_month,
    read_month,
    read_numeric,
    read_weekday,
)
from headwater.annotation.time_events import read_event
from headwater.annotation.time_feasts import read_feast, read_nth_weekday, read_stepped_feast
from headwater.annotation.time_fiscal import (
    FISCAL_WORDS,
    fiscal_name,
    read_fiscal_behind,
    read_month_quarter,
    read_named_fiscal,
    read_named_tax_year,
    read_stepped_fiscal,
    read_two_years,
)
from headwater.annotation.time_month_days import read_month_day
from headwater.annotation.time_relative import SEASONS, read_near_day, read_relative, read_weekend
from headwater.annotation.time_years import read_century, read_short_decade, read_year, year_behind
from headwater.lexicon.numbers import CARDINALS, ORDINALS

_PARTS: dict[str, Part] = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "end": "late", "dawn": "early",
}  # fmt: skip
_SEASON_OPENERS = frozenset(
    "in since until till by during over early late mid throughout through of before after".split()
)
_FIGURES = frozenset(
    "results figures earnings report reports profit profits sales revenue revenues data accounts update gdp".split()
)
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "opening": 1,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}


def read_simple(scene: Scene, index: int) -> Point | None:
    """Read one time that holds no other: a date, a relative time, a year; "the" may stand before it."""
    at = index + 1 if scene.words.low[index] == "the" else index
    word = scene.words.low[at]
    if not word:
        return None
    if word[0].isdecimal():
        readers = (
            read_numeric,
            read_day_month,
            read_century,
            read_two_years,
            read_year,
            read_short_decade,
            read_month_day,
        )
    else:
        readers = (read_near_day, read_relative, read_weekday, read_month, read_weekend, read_short_decade)  # type: ignore[assignment]
    for reader in readers:
        if point := reader(scene, at):
            return point
    if word in ORDINALS:
        return read_century(scene, at) or read_day_month(scene, at) or read_month_day(scene, at)
    return read_short_decade(scene, at + 1) if word == "'" else None


def read_period(scene: Scene, index: int) -> Point | None:
    """Read a quarter, half, fiscal year, season, a counted part ("the first week of March") or a simple time."""
    at = index + 1 if scene.words.low[index] == "the" else index
    word = bare(scene.words.low[at])
    if point := read_event(scene, at) or read_named_tax_year(scene, at):
        return point
    if word in SEASONS and (point := _read_season(scene, at)):
        return point
    if word in {"fiscal", "financial", "fy"}:
        return _read_fiscal(scene, at)
    by_name = read_feast(scene, at) or read_stepped_feast(scene, at)
    if point := by_name if word[:1].isalpha() else read_fiscal_behind(scene, at):
        return point
    if point := read_stepped_fiscal(scene, at) or read_month_quarter(scene, at) or _read_glued_quarter(scene, at):
        return point
    if point := read_nth_weekday(scene, at):
        return point
    if (word in _NTH or word in ORDINALS) and (point := _read_ordinal_part(scene, at)):
        return point
    if word in {"week", "month", "weekend"} and (point := _read_week_of(scene, at)):
        return point
    return read_simple(scene, index)


def read_point(scene: Scene, index: int) -> Point | None:
    """Read the longest time that begins at a word: a part of a day, a part of a period, or a period."""
    low = scene.words.low
    at = index + 1 if low[index] == "the" else index
    opens_day = low[at] in {"night", "morning", "afternoon", "evening", "hours", "early", "small"}
    if opens_day and (point := _read_day_part(scene, at)):
        return point
    if low[at] in _PARTS and (point := _read_part(scene, at)):
        return point
    return read_period(scene, index)


def _read_day_part(scene: Scene, index: int) -> Point | None:
    """Read "the night of 4-5 March" (both days), "the early hours of Friday", "the morning of March 4" (one day)."""
    low = scene.words.low
    at = index + (low[index] in {"early", "small"})
    if low[at] not in DAY_PARTS and low[at] != "hours":
        return None
    at += 1
    if low[at] not in {"of", "on", "from", "between"}:
        return None
    at += 1
    inner = read_simple(scene, at)
    if inner is None:
        return None
    joined = low[inner.stop] in {"-", "to", "and", "into"} or (low[inner.stop] == "/" and low[index] == "night")
    if low[index] == "night" and joined and inner.days.begin == inner.days.end:
        other = read_simple(scene, inner.stop + 1)
        if other and other.days.begin == other.days.end:
            begin = other.days.begin - timedelta(days=1)
            return inner._replace(
                first=index, stop=other.stop, days=Days(begin, other.days.end), rule="night-of-two-days"
            )
    single = (inner.days.end - inner.days.begin).days <= 1
    return inner._replace(first=index, rule="part-of-day") if single else None


def _read_part(scene: Scene, at: int) -> Point | None:
    """Read "early March", "mid-2022", "the end of last year", "late on Tuesday"."""
    low = scene.words.low
    part = _PARTS[low[at]]
    noun = low[at] in {"beginning", "start", "middle", "end", "dawn"}
    inner_at = at + 1
    if noun:
        if low[inner_at] != "of":
            return None
        inner_at += 1
    elif low[inner_at] in {"-", "in", "on"}:
        inner_at += 1
    inner = _read_this_unit(scene, inner_at) or read_period(scene, inner_at)
    if inner is None:
        return None
    if low[at] == "early" and low[inner_at] in {"last", "this"} and bare(low[inner_at + 1]) == "week" and noun:
        return None
    first = at - 1 if low[at - 1] == "the" and noun else at
    edge = low[first - 1]
    if noun and part == "late" and edge in {"by", "until", "till", "before"}:
        return inner._replace(first=first, days=Days(inner.days.end, inner.days.end), rule="end-of")
    return inner._replace(first=first, days=part_of(inner.days, part), rule=f"{part}-part")


def _read_this_unit(scene: Scene, index: int) -> Point | None:
    """Read "the year", "the month", "the week" inside a part: the current one."""
    low = scene.words.low
    unit = scene.unit_at(index + 1)
    if scene.anchor is None or low[index] != "the" or unit not in {"week", "month", "quarter", "year", "decade"}:
        return None
    if low[index + 2] in {"of", "in"} or low[index + 1].endswith("'s"):
        return None
    return Point(index, index + 2, unit_days(scene.anchor, unit), None, anchored=True, rule="this-unit")


def _read_season(scene: Scene, index: int) -> Point | None:
    words, low = scene.words, scene.words.low
    season = bare(low[index])
    if words.capital(index + 1) and not low[index + 1][:1].isdecimal():
        return None  # "Winter Olympics"
    at = index + 1 + (low[index + 1] in {"of", "in"})
    inner = read_year(scene, at) or (read_relative(scene, at) if low[at] in {"last", "this", "next"} else None)
    if inner and inner.rule in {"year", "last-year", "this-year", "next-year"}:
        stop = inner.stop
        if low[stop] in {"-", "/"} and low[stop + 1].isdecimal() and words.glued(stop + 1):
            stop += 2
        days = season_days(inner.days.begin.year, season, southern=scene.customs.southern)
        return Point(index, stop, days, None, inner.anchored, "season-year")
    if low[at] == "'" and (named := year_behind(scene, at)):
        days = season_days(named[0], season, southern=scene.customs.southern)
        return Point(index, named[1], days, None, anchored=False, rule="season-year")
    opener = low[index - 2] if low[index - 1] in {"the", "-"} else low[index - 1]
    if scene.anchor is None or opener not in _SEASON_OPENERS or (season == "fall" and low[index + 1] == "of"):
        return None
    if low[index + 1] == "of" or (low[index - 1] not in {"the", "since", "-", "by", "early", "late", "in", "until"}):
        return None
    candidates = around(scene.anchor.year, lambda year: season_days(year, season, southern=scene.customs.southern))
    chosen = choose(candidates, scene.anchor, scene.tense(index, index + 1))
    return chosen and Point(index, index + 1, chosen, "year", anchored=True, rule="season")


def _read_fiscal(scene: Scene, index: int) -> Point | None:
    """Read "fiscal first quarter", else a fiscal year."""
    low, at = scene.words.low, index + 1
    if low[index] in FISCAL_WORDS and low[at] in _NTH and low[at + 1] in {"quarter", "half"}:
        return _finish_part(scene, index, at + 2, low[at + 1], _NTH[low[at]], fiscal=True)
    return read_named_fiscal(scene, index)


def _read_glued_quarter(scene: Scene, index: int) -> Point | None:
    """Read "Q3 2022" and "H1" whose letter and digit are two words that touch."""
    words, low = scene.words, scene.words.low
    if low[index] not in {"q", "h"} or not words.capital(index) or not words.glued(index + 1):
        return None
    if low[index + 1] not in ({"1", "2", "3", "4"} if low[index] == "q" else {"1", "2"}):
        return None
    noun = "quarter" if low[index] == "q" else "half"
    if noun == "half" and not (low[index + 2].isdecimal() or low[index + 2] in {"of", "fy"}):
        return None
    return _finish_part(scene, index, index + 2, noun, int(low[index + 1]), fiscal=False)


def _finish_part(scene: Scene, first: int, at: int, noun: str, number: int, *, fiscal: bool) -> Point | None:
    """Find the year a quarter or half belongs to and return its days."""
    low = scene.words.low
    at_year = at + (low[at] in {"of", ",", "in"})
    at_year += low[at_year] == "the" and low[at_year + 1] in {"fiscal", "financial", "year", "current"}
    if low[at_year] in {"fiscal", "financial", "fy"}:
        named, stop = fiscal_name(scene, at_year + 1 + (low[at_year + 1] == "year"))
        if named is not None:
            return Point(
                first, abs(stop), _division(scene, named, noun, number, fiscal=True), None, anchored=False, rule=noun
            )
    year = read_year(scene, at_year) or (
        read_relative(scene, at_year) if low[at_year] in {"last", "this", "next"} else None
    )
    if year and year.days.begin.year == year.days.end.year and (year.days.end - year.days.begin).days > 300:
        days = _division(scene, year.days.begin.year, noun, number, fiscal=fiscal)
        return Point(first, year.stop, days, None, year.anchored, noun)
    if scene.anchor is None or (noun == "half" and low[at_year] != "year"):
        return None
    stop = at_year + 1 if low[at_year] == "year" else at
    if low[at_year] == "year" and not fiscal:
        days = _division(scene, scene.anchor.year, noun, number, fiscal=False)
        return Point(first, stop, days, None, anchored=True, rule=noun)
    candidates = around(scene.anchor.year, lambda y: _division(scene, y, noun, number, fiscal=fiscal))
    tense = "past" if low[stop] in _FIGURES else scene.tense(first, stop)  # "first-quarter results are due in May"
    chosen = choose(candidates, scene.anchor, tense, default="past")
    return chosen and Point(first, stop, chosen, "year", anchored=True, rule=noun)


def _division(scene: Scene, year: int, noun: str, number: int, *, fiscal: bool) -> Days:
    if noun == "quarter":
        return fiscal_quarter_days(year, number, scene.customs) if fiscal else quarter_days(year, number)
    start = fiscal_year_start(year, scene.customs) if fiscal else year
    month = scene.customs.fiscal_start if fiscal else 1
    return months_from(start, month + 6 * (number - 1), 6)


def _read_ordinal_part(scene: Scene, index: int) -> Point | None:
    """Read "the third quarter of 2022", "the first half of March", "the first six months of 2022"."""
    words, low = scene.words, scene.words.low
    number = _NTH.get(low[index]) or ORDINALS.get(low[index], 0)
    at = index + 1
    at += low[at] in {"st", "nd", "rd", "th"} and words.glued(at)
    fiscal = low[at] in {"fiscal", "financial"}
    at += fiscal
    at += low[at] == "-"
    noun = bare(low[at])
    if noun == "quarter" and number <= 4 and low[index] != "last":
        return _finish_part(scene, index, at + 1, noun, number, fiscal=fiscal)
    last = low[index] in {"last", "final"}
    if noun == "half" and number <= 2 and not last:
        return _finish_part(scene, index, at + 1, noun, number, fiscal=fiscal) or _half_of(scene, index, at + 1, number)
    count = 1.0
    if (low[at] in CARDINALS or low[at].isdecimal()) and (counted := scene.count_at(at)):
        count, at = counted
    unit = scene.unit_at(at)
    if unit not in {"day", "week", "fortnight", "month"} or low[at + 1] not in {"of", "in"} or not (1 <= count <= 60):
        return None
    inner = _read_this_unit(scene, at + 2) or read_simple(scene, at + 2)
    if inner is None or (inner.days.end - inner.days.begin).days < 27:
        return None
    days = _counted_part(inner.days, unit, count, 1 if last else number, last=last)
    return days and inner._replace(first=index, days=days, period=None, rule="counted-part")


def _half_of(scene: Scene, first: int, at: int, number: int) -> Point | None:
    """Read "the first half of March"."""
    low = scene.words.low
    inner = read_simple(scene, at + 1) if low[at] == "of" else None
    if inner is None or not 27 <= (inner.days.end - inner.days.begin).days <= 30:
        return None
    middle = inner.days.begin + timedelta(days=14)
    days = Days(inner.days.begin, middle) if number == 1 else Days(middle + timedelta(days=1), inner.days.end)
    return inner._replace(first=first, days=days, period=None, rule="half")


def _counted_part(whole: Days, unit: str, count: float, nth: int, *, last: bool) -> Days | None:
    if last:
        begin = shift(whole.end + timedelta(days=1), -count, unit)
        return Days(begin, whole.end) if begin and begin >= whole.begin else None
    begin = shift(whole.begin, nth - 1 if count == 1 else 0, unit)
    end = shift(begin, count, unit) if begin else None
    if begin is None or end is None or begin > whole.end:
        return None
    return Days(begin, min(end - timedelta(days=1), whole.end))


def _read_week_of(scene: Scene, index: int) -> Point | None:
    """Read "the week of March 4", "the week beginning Monday", "the week ending 6 March", "the month of March"."""
    low = scene.words.low
    word, at = low[index], index + 1
    if low[at] not in {"of", "beginning", "starting", "ending", "ended"}:
        return None
    inner = read_simple(scene, at + 1)
    if inner is None:
        return None
    length = (inner.days.end - inner.days.begin).days
    if word == "week" and length == 0:
        if low[at] == "of":
            return inner._replace(first=index, days=week_days(inner.days.begin), period=None, rule="week-of")
        six = timedelta(days=6)
        opens = low[at] in {"beginning", "starting"}
        days = Days(inner.days.begin, inner.days.end + six) if opens else Days(inner.days.begin - six, inner.days.end)
        return inner._replace(first=index, days=days, period=None, rule="week-of")
    return inner._replace(first=index) if word == "month" and low[at] == "of" and 27 <= length <= 30 else None


def read_months_to(scene: Scene, index: int, floor: int) -> Point | None:
    """Read "the three months to June 30", "the year ended March 31", "the quarter ending in June".

    Args:
        scene: The text and its day.
        index: The unit's word.
        floor: The first word that may be taken.
    """
    low = scene.words.low
    unit = scene.unit_at(index)
    at = index + 1
    if unit not in {"month", "quarter", "year", "week"} or low[at] not in {"to", "ended", "ending", "through"}:
        return None
    at += 1 + (low[at + 1] in {"in", "on"})
    number, first = 1.0, index
    if unit in {"month", "week"}:
        counted = scene.count_at(index - 1) if index - 1 >= floor else None
        if counted is None or counted[1] != index:
            return None
        number, first = counted[0], index - 1
    elif low[index - 1] not in {"the", "fiscal", "financial"}:
        return None
    inner = read_simple(scene, at)
    if inner is None or inner.rule == "year" or (inner.days.end - inner.days.begin).days > 31:
        return None
    end = inner.days.end
    begin = shift(end + timedelta(days=1), -number, unit)
    if begin is None:
        return None
    if unit in {"month", "quarter", "year"} and (end + timedelta(days=1)).day == 1:
        begin = shift_months(end + timedelta(days=1), round(-number * {"month": 1, "quarter": 3, "year": 12}[unit]))
    return inner._replace(first=first, days=Days(begin, end), period=None, rule="months-to")
