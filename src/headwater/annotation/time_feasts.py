"""Days that the calendar knows by name or by count: "Christmas Day", "New Year's Eve", "the first Monday in March".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date, timedelta

from headwater.annotation.days import Days, around, choose, one_day, safe_date
from headwater.annotation.scene import Point, Scene
from headwater.annotation.time_dates import read_month, year_behind
from headwater.annotation.time_names import WEEKDAYS
from headwater.lexicon.numbers import ORDINALS

# Feasts whose date is the same everywhere and every year; movable and national ones are left to the reader.
FEASTS: dict[tuple[str, ...], tuple[int, int]] = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26),
    ("new", "year's", "eve"): (12, 31), ("new", "year's", "day"): (1, 1), ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1), ("valentine's", "day"): (2, 14), ("halloween",): (10, 31),
    ("epiphany",): (1, 6),
}  # fmt: skip
FEAST_OPENERS = frozenset(words[0] for words in FEASTS)
_NTH = {word: number for word, number in ORDINALS.items() if number <= 5} | {"last": -1, "final": -1}
_DIGIT_NTH = {"1": 1, "2": 2, "3": 3, "4": 4}


def read_feast(scene: Scene, index: int) -> Point | None:
    """Read a feast with a fixed date: the one its year names, else the one the sentence means."""
    low = scene.words.low
    if not scene.words.capital(index):
        return None
    for names, (month, day) in FEASTS.items():
        stop = index + len(names)
        if low[index] != names[0] or tuple(low[index:stop]) != names:
            continue
        if named := year_behind(scene, stop):
            found = safe_date(named[0], month, day)
            return None if found is None else Point(index, named[1], one_day(found), None, anchored=False, rule="feast")
        if scene.anchor is None or low[index - 1] in {"every", "each", "a"}:
            return None
        days = around(scene.anchor.year, lambda year, m=month, d=day: one_day(date(year, m, d)))  # type: ignore[misc]
        chosen = choose(days, scene.anchor, scene.tense(index, stop))
        return chosen and Point(index, stop, chosen, "year", anchored=True, rule="feast")
    return None


def read_nth_weekday(scene: Scene, index: int) -> Point | None:
    """Read "first Monday in March", "last Friday of February 2022": that day of the month."""
    low = scene.words.low
    number, at = _NTH.get(low[index], 0), index + 1
    if low[index] in _DIGIT_NTH and low[at] in {"st", "nd", "rd", "th"} and scene.words.glued(at):
        number, at = _DIGIT_NTH[low[index]], at + 1
    weekday = WEEKDAYS.get(low[at])
    if not number or weekday is None or not scene.words.capital(at) or low[at + 1] not in {"in", "of"}:
        return None
    month = read_month(scene, at + 2)
    if month is None or not 27 <= (month.days.end - month.days.begin).days <= 30:
        return None
    day = _nth_of(month.days, weekday, number)
    return None if day is None else month._replace(first=index, days=one_day(day), rule="nth-weekday")


def _nth_of(month: Days, weekday: int, number: int) -> date | None:
    """Return the nth such weekday of a month, the last one for -1, None for a fifth that does not exist."""
    if number < 0:
        return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    day = month.begin + timedelta(days=(weekday - month.begin.weekday()) % 7 + 7 * (number - 1))
    return day if day <= month.end else None
