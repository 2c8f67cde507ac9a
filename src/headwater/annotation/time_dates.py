"""Calendar dates: weekdays, days of months, months and numeric dates.

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date, timedelta

from headwater.annotation.days import (
    Days,
    around,
    choose,
    month_days,
    next_weekday,
    one_day,
    safe_date,
    week_days,
)
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import DAY_PARTS, Point, Scene, bare
from headwater.annotation.time_events import year_of_event
from headwater.annotation.time_month_days import read_dated_weekday
from headwater.annotation.time_names import month_at
from headwater.annotation.time_weekdays import weekday_at
from headwater.annotation.time_years import year_behind
from headwater.lexicon.numbers import ORDINALS

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ARRANGED = frozenset(
    "election elections midterms midterm primary primaries runoff referendum poll polls vote ballot summit conference "
    "trial hearing hearings deadline debate debates convention tournament championship championships launch opening "
    "wedding session inauguration budget congress plebiscite".split()
)
# Behind "3 May" these go on with the sentence; a verb would make it "Number 3 may sue".
_AFTER_MAY = frozenset(
    "in at and to for when as he she they it we i you the a an his her their its after before with by or but until "
    "till from on of that which who was were had is said this last next".split()
)
_JOINERS = frozenset(("-", "to", "and", "through", "or", "until"))


def read_weekday(scene: Scene, index: int) -> Point | None:
    """Read "Tuesday", "Tuesday night", "Tuesday last week", "Tuesday, March 4, 2022"."""
    words, low = scene.words, scene.words.low
    weekday = weekday_at(words, index)
    if weekday is None:
        return None
    stop = index + 1
    if bare(low[index]) != low[index]:
        return _recurring_day(scene, index, stop, weekday)
    at = stop + (low[stop] == ".")
    at += low[at] in {",", "("}
    at += low[at] == "the"
    if low[at] in MONTHS or low[at][:1].isdecimal():
        dated = read_day_month(scene, at) or read_month(scene, at, weekday=weekday) or read_numeric(scene, at)
        if dated is not None and dated.days.begin == dated.days.end:
            return dated._replace(first=index, stop=dated.stop + (low[dated.stop] == ")" and low[at - 1] == "("))
        if dated is None and (numbered := read_dated_weekday(scene, index, at, weekday)):
            return numbered
    if low[stop] in {"week", "fortnight"} and scene.anchor and low[stop + 1] not in {"of", "in", "-"}:  # "Tuesday week"
        day = next_weekday(scene.anchor, weekday, 2 if low[stop] == "fortnight" else 1)
        return Point(index, stop + 1, one_day(day), None, anchored=True, rule="weekday-week")
    if low[stop] in DAY_PARTS:
        stop += 1
    at = stop + (low[stop] in {"of", "in"})
    if low[at] in {"last", "this", "next"} and low[at + 1] == "week" and scene.anchor:
        offset = {"last": -7, "this": 0, "next": 7}[low[at]]
        monday = week_days(scene.anchor).begin + timedelta(days=offset)
        return Point(
            index, at + 2, one_day(monday + timedelta(days=weekday)), None, anchored=True, rule="weekday-of-week"
        )
    return _recurring_day(scene, index, stop, weekday)


def _recurring_day(scene: Scene, first: int, stop: int, weekday: int) -> Point | None:
    if scene.anchor is None:
        return None
    monday = week_days(scene.anchor).begin
    candidates = [one_day(monday + timedelta(days=weekday + 7 * k)) for k in (-2, -1, 0, 1, 2)]
    chosen = choose(candidates, scene.anchor, scene.tense(first, stop), default="past")
    return chosen and Point(first, stop, chosen, "week", anchored=True, rule="weekday")


def day_number(scene: Scene, index: int) -> tuple[int, int] | None:
    """Return (day of a month, index behind it) for "4", "4th", "fourth"; None for anything else."""
    low, token = scene.words.low, scene.words.low[index]
    if token.isascii() and token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= 31:
        ordinal = low[index + 1] in _ORDINAL_ENDINGS and scene.words.glued(index + 1)
        return int(token), index + 1 + ordinal
    if token in ORDINALS and low[index + 1] == "of":
        return ORDINALS[token], index + 1
    return None


def read_day_month(scene: Scene, index: int) -> Point | None:
    """Read "4 March 2022", "4th of March", "4-6 March", "4 and 5 March"."""
    words, low = scene.words, scene.words.low
    opening = day_number(scene, index)
    if opening is None or (words.glued(index) and low[index - 1] not in {"(", '"', "'", "-"}):
        return None
    last, at = opening
    if low[at] in _JOINERS and (closing := day_number(scene, at + 1)) and closing[0] > opening[0]:
        last, at = closing
    at += low[at] == "of"
    at += low[at] == "-" and words.glued(at)
    if (
        low[at] not in MONTHS
        or month_at(words, at) is None
        or (low[at] == "may" and low[at + 1][:1].isalpha() and low[at + 1] not in _AFTER_MAY)
    ):
        return None
    month = MONTHS[bare(low[at])]
    return _dated(scene, index, _behind_month(scene, at), month, opening[0], last)


def read_month(scene: Scene, index: int, *, weekday: int | None = None) -> Point | None:
    """Read "March", "March 4", "March 4-6, 2022", "March 2022", "March last year"."""
    words, low = scene.words, scene.words.low
    month = month_at(words, index)
    if month is None:
        return None
    if bare(low[index]) != low[index]:
        return _recurring_month(scene, index, index + 1, month)
    at = _behind_month(scene, index)
    day_at = at + (low[at] == "the")
    opening = day_number(scene, day_at)
    if opening is not None and not _is_clock(low, opening[1]):
        last, stop = opening
        if (
            low[stop] in _JOINERS
            and (closing := day_number(scene, stop + 1))
            and _closes_range(scene, closing, opening)
        ):
            last, stop = closing
        return _dated(scene, index, stop, month, opening[0], last, weekday)
    if found := year_behind(scene, at):
        year, stop = found
        return Point(index, stop, month_days(year, month), None, anchored=False, rule="month-year")
    if found := _relative_year(scene, at):
        year, stop = found
        return Point(index, stop, month_days(year, month), None, anchored=True, rule="month-relative-year")
    return _recurring_month(scene, index, at, month)


def _behind_month(scene: Scene, index: int) -> int:
    """Return the index behind a month's name and the point of its abbreviation; other points end the sentence."""
    words, low = scene.words, scene.words.low
    short = len(low[index]) <= 4 and low[index] not in {"may", "june", "july"}
    return index + 1 + (short and low[index + 1] == "." and words.glued(index + 1))


def _closes_range(scene: Scene, closing: tuple[int, int], opening: tuple[int, int]) -> bool:
    """Tell whether the second number is a day: "March 4 and 5", not "March 4 and 12 others"."""
    low, joiner = scene.words.low, scene.words.low[opening[1]]
    if closing[0] <= opening[0] or low[closing[1]] in {"percent", "%", ":"}:
        return False
    return (
        joiner in {"-", "to", "through"} or not low[closing[1]][:1].isalpha() or low[closing[1]] in {"in", "at", "when"}
    )


def _is_clock(low: list[str], stop: int) -> bool:
    return low[stop] in {":", "am", "pm", "%", "percent"} or (low[stop] in {"a", "p"} and low[stop + 1] == ".")


def _dated(
    scene: Scene, first: int, stop: int, month: int, opening: int, closing: int, weekday: int | None = None
) -> Point | None:
    """Return a day, or the days of one month, in the year that stands behind or that the sentence means."""

    def days_in(year: int) -> Days | None:
        begin, end = safe_date(year, month, opening), safe_date(year, month, closing)
        return Days(begin, end) if begin and end else None

    found = year_behind(scene, stop) or _relative_year(scene, stop) or year_of_event(scene, stop, month, opening)
    if found:
        days = days_in(found[0])
        return days and Point(first, found[1], days, None, anchored=False, rule="date")
    if scene.anchor is None:
        return None
    candidates = around(scene.anchor.year, days_in)
    fitting = [days for days in candidates if weekday is not None and days.begin.weekday() == weekday]
    level = _is_arranged(scene, first, stop)
    chosen = choose(fitting or candidates, scene.anchor, scene.tense(first, stop), level=level)
    if chosen is None and fitting:
        chosen = choose(candidates, scene.anchor, scene.tense(first, stop))
    return chosen and Point(first, stop, chosen, "year", anchored=True, rule="date-without-year")


def _recurring_month(scene: Scene, first: int, stop: int, month: int) -> Point | None:
    if scene.anchor is None:
        return None
    candidates = around(scene.anchor.year, lambda year: month_days(year, month))
    level = _is_arranged(scene, first, stop)
    chosen = choose(candidates, scene.anchor, scene.tense(first, stop), level=level)
    return chosen and Point(first, stop, chosen, "year", anchored=True, rule="month")


def _is_arranged(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a date stands beside what is held on a day set before: "the November election", "a trial in May"."""
    low = scene.words.low
    return not _ARRANGED.isdisjoint(low[stop : stop + 3]) or not _ARRANGED.isdisjoint(low[max(0, first - 3) : first])


def _relative_year(scene: Scene, at: int) -> tuple[int, int] | None:
    low = scene.words.low
    at += low[at] in {"of", ","} and low[at + 1] in {"last", "this", "next"}
    if scene.anchor and low[at] in {"last", "this", "next"} and bare(low[at + 1]) == "year":
        return scene.anchor.year + {"last": -1, "this": 0, "next": 1}[low[at]], at + 2
    return None


def _two_digit_year(short: int) -> int:
    """Numeric dates also write birthdays and terms that end far ahead, so the century does not turn at publication."""
    return 2000 + short if short < 50 else 1900 + short


def read_numeric(scene: Scene, index: int) -> Point | None:
    """Read "2022-11-10", "10/11/2022" by the publisher's country, "10.11.2022"."""
    words, low = scene.words, scene.words.low
    parts = low[index].split(".")
    stop = index + 1
    if len(parts) != 3:
        if words.glued(index) and low[index - 1] in {"-", "/"}:
            return None
        glued = all(words.glued(k) for k in range(index + 1, index + 5))
        if not glued or low[index + 1] not in {"-", "/"} or low[index + 3] != low[index + 1]:
            return None
        parts, stop = [low[index], low[index + 2], low[index + 4]], index + 5
    if not all(part.isascii() and part.isdecimal() and len(part) in {1, 2, 4} for part in parts):
        return None
    if words.glued(stop) and (low[stop] in {"-", "/"} or low[stop][:1].isdecimal()):
        return None
    day = _numeric_day(scene, parts, slash=low[index + 1] == "/")
    return Point(index, stop, one_day(day), None, anchored=False, rule="numeric-date") if day else None


def _numeric_day(scene: Scene, parts: list[str], *, slash: bool) -> date | None:
    if len(parts[0]) == 4:
        return safe_date(int(parts[0]), int(parts[1]), int(parts[2]))
    if len(parts[2]) == 4 or (slash and len(parts[2]) == 2):
        year = int(parts[2]) if len(parts[2]) == 4 else _two_digit_year(int(parts[2]))
        left, right = int(parts[0]), int(parts[1])
        by_custom = safe_date(year, right, left) if scene.customs.day_first else safe_date(year, left, right)
        return by_custom or (safe_date(year, left, right) if scene.customs.day_first else safe_date(year, right, left))
    return None
