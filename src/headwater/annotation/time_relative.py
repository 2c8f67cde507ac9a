"""Times read from the day of publication: "yesterday", "last week", "the past three months", "two weeks ago".

Indices count words; every reader returns a Point or None. Imports: the neighbouring annotate modules only.
"""

from datetime import date, timedelta

from headwater.annotation.days import (
    Days,
    around,
    choose,
    month_days,
    next_weekday,
    one_day,
    season_days,
    shift,
    unit_days,
    week_days,
    weekend_days,
)
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import DAY_PARTS, Point, Scene, bare
from headwater.annotation.time_names import month_at
from headwater.annotation.time_weekdays import weekday_at

_NEAR_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_BACK = frozenset(("past", "last", "previous", "preceding"))
_AHEAD = frozenset(("next", "coming", "following"))
_STEPS = {"last": -1, "this": 0, "next": 1, "current": 0, "coming": 1, "past": -1, "previous": -1}
_BOUND_WORDS = frozenset("about around roughly nearly almost just some over approximately only barely exactly".split())
_WHOLE_UNITS = frozenset(("week", "month", "quarter", "year", "decade", "century"))
_MAX_NUMBER_WORDS = 6


def read_near_day(scene: Scene, index: int) -> Point | None:
    """Read "today", "yesterday afternoon", "the day before yesterday", "tonight", "overnight"."""
    low, anchor = scene.words.low, scene.anchor
    if anchor is None:
        return None
    word = bare(low[index])
    if word == "overnight":
        return _read_overnight(scene, index, anchor)
    if (
        word == "day"
        and low[index - 1] == "the"
        and low[index + 1 : index + 3] in (["before", "yesterday"], ["after", "tomorrow"])
    ):
        offset = -2 if low[index + 1] == "before" else 2
        return _anchored(index - 1, index + 3, one_day(anchor + timedelta(days=offset)), "near-day")
    if word not in _NEAR_DAYS:
        return None
    if word == "today" and low[index - 1] in {"usa", "russia"}:
        return None
    stop = index + 1 + (low[index + 1] in DAY_PARTS)
    return _anchored(index, stop, one_day(anchor + timedelta(days=_NEAR_DAYS[word])), "near-day")


def read_beyond(scene: Scene, index: int) -> Point | None:
    """Read "the week before last", "the month after next" from the unit's word: two calendar units away."""
    low, unit, anchor = scene.words.low, scene.unit_at(index), scene.anchor
    if anchor is None or unit not in _WHOLE_UNITS or low[index - 1] != "the":
        return None
    step = {("before", "last"): -2, ("after", "next"): 2}.get((low[index + 1], low[index + 2]))
    moved = shift(unit_days(anchor, unit).begin, step, unit) if step and unit else None
    return _anchored(index - 1, index + 3, unit_days(moved, unit), "beyond") if moved and unit else None


def _read_overnight(scene: Scene, index: int, anchor: date) -> Point:
    """The night before publication; with a weekday, the night that begins on it: both days."""
    low = scene.words.low
    at = index + 1 + (low[index + 1] in {"on", "from", "into", "to"})
    evening = weekday_at(scene.words, at)
    if evening is None:
        ahead = scene.tense(index, index + 1) == "future"
        first = anchor if ahead else anchor - timedelta(days=1)
        return _anchored(index, index + 1, Days(first, first + timedelta(days=1)), "overnight")
    monday = week_days(anchor).begin
    days = [one_day(monday + timedelta(days=evening + 7 * k)) for k in (-2, -1, 0, 1, 2)]
    chosen = choose(days, anchor, scene.tense(index, at + 1), default="past") or one_day(anchor)
    if low[index + 1] in {"into", "to"}:
        return _anchored(index, at + 1, Days(chosen.begin - timedelta(days=1), chosen.begin), "overnight")
    stop = at + 1
    if low[stop] in {"into", "to", "-"} and weekday_at(scene.words, stop + 1) is not None:
        stop += 2
    return _anchored(index, stop, Days(chosen.begin, chosen.begin + timedelta(days=1)), "overnight")


def read_relative(scene: Scene, index: int) -> Point | None:
    """Read what "last", "this", "next", "past", "coming", "earlier" and "later" open."""
    low = scene.words.low
    if scene.anchor is None:
        return None
    word = low[index]
    if word in {"earlier", "later"}:
        return _read_earlier(scene, index)
    if word == "so" and low[index + 1 : index + 4] in (
        ["far", "this", "year"],
        ["far", "this", "month"],
        ["far", "this", "week"],
    ):
        unit = unit_days(scene.anchor, low[index + 3])
        return _anchored(index, index + 4, Days(unit.begin, scene.anchor), "so-far")
    if word not in _STEPS and word not in _BACK and word not in _AHEAD:
        return None
    at = index + 1
    step = _STEPS.get(word, 0)
    if word == "this" and low[at] in {"past", "coming"}:
        step, at = _STEPS[low[at]], at + 1
    if word == "next" and low[index - 1] == "the" and scene.unit_at(at):
        return None  # "the next day" is read from what was told before, not from publication
    return _read_counted(scene, index, at, ahead=word in _AHEAD) or _read_stepped(scene, index, at, step)


def _read_earlier(scene: Scene, index: int) -> Point | None:
    low, anchor = scene.words.low, scene.anchor
    unit = scene.unit_at(index + 2)
    if anchor is None or unit is None:
        return None
    if low[index + 1] == "this" and unit in _WHOLE_UNITS:
        whole = unit_days(anchor, unit)
        days = Days(whole.begin, anchor) if low[index] == "earlier" else Days(anchor, whole.end)
        return _anchored(index, index + 3, days, f"{low[index]}-this")
    if low[index + 1] in {"last", "next"} and unit in _WHOLE_UNITS:
        return _read_stepped(scene, index + 1, index + 2, _STEPS[low[index + 1]])
    if low[index + 1 : index + 3] == ["in", "the"] and (unit := scene.unit_at(index + 3)) in _WHOLE_UNITS and unit:
        whole = unit_days(anchor, unit)
        days = Days(whole.begin, anchor) if low[index] == "earlier" else Days(anchor, whole.end)
        return _anchored(index, index + 4, days, f"{low[index]}-this")
    return None


def _read_counted(scene: Scene, index: int, at: int, *, ahead: bool) -> Point | None:
    """Read "the past three months", "the next two weeks", "the past year": the same day N back, or ahead, and today."""
    low, anchor = scene.words.low, scene.anchor
    if anchor is None:
        return None
    at += low[at] in _BOUND_WORDS
    the = low[index - 1] == "the"
    counted = (
        scene.count_at(at) if low[at] not in {"a", "an"} or low[at + 1] == "couple" or low[at + 1] == "dozen" else None
    )
    if low[at : at + 3] == ["half", "-", "dozen"]:
        counted = (6.0, at + 3)
    if low[at : at + 2] == ["couple", "of"]:
        counted = (2.0, at + 2)
    if counted is None:
        unit = scene.unit_at(at)
        if not (the and low[index] in {"past", "last", "coming"} and unit and not low[at].endswith("'s")):
            return None
        if low[index] == "last" and (unit == "day" or low[at + 1] == "of"):
            return None
        counted = (1.0, at)
    number, unit_at = counted
    unit = scene.unit_at(unit_at)
    if unit is None or number <= 0 or low[unit_at + 1] == "of":
        return None
    ahead = ahead or low[index] == "coming"
    other = shift(anchor, number if ahead else -number, unit)
    if other is None:
        return None
    days = Days(anchor, other) if ahead else Days(other, anchor)
    return _anchored(index - the, unit_at + 1, days, "counted-ahead" if ahead else "counted-back")


def _read_stepped(scene: Scene, index: int, at: int, step: int) -> Point | None:
    """Read "last week", "this month", "next year", "last Tuesday", "this summer", "last weekend", "last night"."""
    words, low, anchor = scene.words, scene.words.low, scene.anchor
    if anchor is None:
        return None
    word = bare(low[at])
    unit = scene.unit_at(at)
    plural = low[at].endswith("s") and word == low[at]
    if word in _WHOLE_UNITS and unit and not plural:
        if low[index - 1] == "the" and step:
            return None
        moved = shift(unit_days(anchor, unit).begin, step, unit)
        if unit == "week" and moved and (weekday := weekday_at(words, at + 1)) is not None:  # "last week Thursday"
            stop = at + 2 + (low[at + 2] in DAY_PARTS)
            return _anchored(index, stop, one_day(moved + timedelta(days=weekday)), "weekday-of-week")
        return _anchored(index, at + 1, unit_days(moved, unit), f"{low[index]}-{unit}") if moved else None
    if word in {"weekend", "fortnight"}:
        return _read_weekend(scene, index, at, step, word)
    if word in DAY_PARTS and step <= 0 and word not in {"noon", "midday"}:
        day = anchor - timedelta(days=1) if step and word in {"night", "evening"} else anchor if step == 0 else None
        return _anchored(index, at + 1, one_day(day), "day-part") if day else None
    if word in SEASONS:
        return _read_named_season(scene, index, at, step)
    if (weekday := weekday_at(words, at)) is not None:
        return _read_named_weekday(scene, index, at, step, weekday)
    if word in MONTHS and (month := month_at(words, at)) and not low[at + 1].isdecimal():
        if step == 0:
            chosen: Days | None = month_days(anchor.year, month)
        else:
            candidates = around(anchor.year, lambda year: month_days(year, month))
            before = [days for days in candidates if days.end < anchor]
            after = [days for days in candidates if days.begin > anchor]
            chosen = before[-1] if step < 0 else after[0]
        return chosen and _anchored(index, at + 1, chosen, f"{low[index]}-month-name")
    return None


def _read_weekend(scene: Scene, index: int, at: int, step: int, word: str) -> Point | None:
    anchor = scene.anchor
    if anchor is None:
        return None
    if word == "fortnight":
        other = anchor + timedelta(days=14 if step > 0 else -14)
        return _anchored(index, at + 1, Days(min(anchor, other), max(anchor, other)), "fortnight") if step else None
    if scene.words.low[index + 1] == "past":
        chosen = choose([weekend_days(anchor + timedelta(days=7 * k)) for k in (-1, 0)], anchor, "past")
        return chosen and _anchored(index, at + 1, chosen, "weekend")
    return _anchored(index, at + 1, weekend_days(anchor + timedelta(days=7 * step)), "weekend")


def _read_named_weekday(scene: Scene, index: int, at: int, step: int, weekday: int) -> Point | None:
    anchor = scene.anchor
    if anchor is None:
        return None
    if step == 0:
        day = week_days(anchor).begin + timedelta(days=weekday)
    else:
        away = (anchor.weekday() - weekday) % 7 or 7
        day = (
            anchor - timedelta(days=away)
            if step < 0
            else anchor + timedelta(days=(weekday - anchor.weekday()) % 7 or 7)
        )
    stop = at + 1 + (scene.words.low[at + 1] in DAY_PARTS)
    return _anchored(index, stop, one_day(day), "stepped-weekday")


def _read_named_season(scene: Scene, index: int, at: int, step: int) -> Point | None:
    anchor = scene.anchor
    if anchor is None:
        return None
    season = bare(scene.words.low[at])
    candidates = around(anchor.year, lambda year: season_days(year, season, southern=scene.customs.southern))
    if step < 0:
        chosen = [days for days in candidates if days.end < anchor][-1]
    elif step > 0:
        chosen = next(days for days in candidates if days.begin > anchor)
    else:
        chosen = choose(candidates, anchor, scene.tense(index, at + 1)) or candidates[0]
    return _anchored(index, at + 1, chosen, "stepped-season")


def read_weekend(scene: Scene, index: int) -> Point | None:
    """Read "over the weekend", "at the weekend": the one the tense means."""
    low, anchor = scene.words.low, scene.anchor
    if anchor is None or bare(low[index]) != "weekend" or low[index - 1] != "the":
        return None
    candidates = [weekend_days(anchor + timedelta(days=7 * k)) for k in (-2, -1, 0, 1)]
    chosen = choose(candidates, anchor, scene.tense(index, index + 1), default="past")
    return chosen and _anchored(index - 1, index + 1, chosen, "weekend")


def read_ago(scene: Scene, index: int, floor: int) -> Point | None:
    """Read "three days ago", "a couple of months ago", "two weeks from now", "in ten days' time".

    Args:
        scene: The text and its day.
        index: The unit's word ("days").
        floor: The first word that may be taken.
    """
    low, anchor = scene.words.low, scene.anchor
    unit = scene.unit_at(index)
    if anchor is None or unit is None:
        return None
    at = index + 1 + (low[index + 1] == "'")
    if low[index + 1 : index + 3] == ["or", "so"]:
        at = index + 3
    if low[at] == "ago":
        direction, stop = -1, at + 1
    elif low[at : at + 2] in (["from", "now"], ["from", "today"]):
        direction, stop = 1, at + 2
    elif low[at] == "hence":
        direction, stop = 1, at + 1
    elif (
        low[at] in {"on", "from"}
        and unit in {"week", "fortnight"}
        and (ahead := weekday_at(scene.words, at + 1)) is not None
    ):
        return _weeks_after(scene, index, at + 2, floor, ahead)
    elif low[at] == "time" and (low[index + 1] == "'" or low[index].endswith("'s")):
        direction, stop = 1, at + 1
    else:
        return None
    found = count_before(scene, index, floor)
    if found is None:
        return None
    number, first = found
    if unit in {"hour", "minute", "second"}:
        number, unit = number // {"hour": 24, "minute": 1440, "second": 86400}[unit], "day"
    moved = shift(anchor, direction * number, unit)
    if moved is None:
        return None
    exact = unit == "day" or (direction > 0 and unit in {"week", "fortnight"})
    days = one_day(moved) if exact else unit_days(moved, "year" if unit in {"decade", "century"} else unit)
    return _anchored(first, stop, days, "ago" if direction < 0 else "from-now")


def _weeks_after(scene: Scene, index: int, stop: int, floor: int, weekday: int) -> Point | None:
    """Read "a week on Friday", "a fortnight from Monday": so many weeks behind the next such day."""
    found, anchor = count_before(scene, index, floor), scene.anchor
    if found is None or anchor is None or found[0] != 1:
        return None
    weeks = 2 if scene.unit_at(index) == "fortnight" else 1
    return _anchored(found[1], stop, one_day(next_weekday(anchor, weekday, weeks)), "weeks-after-weekday")


def count_before(scene: Scene, index: int, floor: int) -> tuple[float, int] | None:
    """Return (number, its first word) for the longest number that ends right before a word, from `floor` on."""
    end = index - (scene.words.low[index - 1] == "-")
    for first in range(max(floor, end - _MAX_NUMBER_WORDS), end):
        found = scene.count_at(first)
        if found is not None and found[1] == end:
            return found[0], first
    return None


def _anchored(first: int, stop: int, days: Days, rule: str) -> Point:
    return Point(first, stop, days, None, anchored=True, rule=rule)
