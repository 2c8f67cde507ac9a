"""Days of a month that goes unnamed: "on the 28th", "by the 14th of next month", "Friday the 13th".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date

from headwater.annotation.days import Days, choose, one_day, safe_date, shift_months
from headwater.annotation.scene import Point, Scene
from headwater.annotation.words import Words
from headwater.lexicon.numbers import ORDINALS

_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_SPELLED = {word: number for word, number in ORDINALS.items() if number >= 13}
_OPENERS = frozenset("on for by until till since before from through to til between".split())
# What may stand behind a day; a noun would be what is counted ("the 14th floor").
_CLOSERS = frozenset(
    "and but or when at to with for after before because while as if where who which that he she they it we i you a an "
    "the his her their its our in by from until till through police officials".split()
)
_FIXED = frozenset("set fixed scheduled listed slated pencilled penciled planned billed due booked".split())
_JOINERS = frozenset(("and", "to", "-", "or", ",", "through"))
_HOLES = frozenset(
    "birdie birdies birdied bogey bogeys bogeyed par hole holes tee fairway putt putts putted inning innings".split()
)
_REACH = 20
_MONTHS_AROUND = 3
_MONTHS_TO_A_WEEKDAY = 20  # the longest wait for a Friday that is a 13th is fourteen months
_STEPS = {"last": -1, "this": 0, "next": 1}


def month_day_number(scene: Scene, index: int) -> tuple[int, int] | None:
    """Return (day, index behind it) for "28th" and "fourteenth"; None for bare digits and lower words."""
    low, token = scene.words.low, scene.words.low[index]
    if token in _SPELLED:
        return _SPELLED[token], index + 1
    if not (token.isascii() and token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= 31):
        return None
    return (int(token), index + 2) if low[index + 1] in _ENDINGS and scene.words.glued(index + 1) else None


def read_month_day(scene: Scene, index: int) -> Point | None:
    """Read "the 28th" behind "on", "by", "until" and the like: of this month or a neighbour, by the tense."""
    low, opening = scene.words.low, month_day_number(scene, index)
    if opening is None or scene.anchor is None or low[index - 1] != "the" or not _is_opened(low, index - 2):
        return None
    last, stop = opening
    if low[stop] in {"and", "to", "-"} and (closing := month_day_number(scene, stop + 1 + (low[stop + 1] == "the"))):
        last, stop = closing if closing[0] == opening[0] + 1 or low[stop] == "-" else opening
    if _speaks_of_holes(scene.words, index):
        return None
    if low[stop] in {"of", "last", "this", "next"}:
        return _read_of_month(scene, index, stop + (low[stop] == "of"), opening[0], last)
    uncounted = low[index - 2] != "for" or not _FIXED.isdisjoint(
        low[max(0, index - 6) : index]
    )  # not "for the 5th time"
    if not _is_closed(scene, stop) or last < opening[0] or not uncounted:
        return None
    here = scene.anchor.replace(day=1)
    months = [shift_months(here, k) for k in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    candidates = [days for month in months if (days := _days_in(month, opening[0], last))]
    ahead = "future" if low[index - 2] in {"by", "until", "till", "before", "for"} else "past"
    chosen = choose(candidates, scene.anchor, scene.tense(index, stop), default=ahead)  # type: ignore[arg-type]
    return chosen and Point(index, stop, chosen, None, anchored=True, rule="day-of-month")


def _is_opened(low: list[str], at: int) -> bool:
    return low[at] in _OPENERS or (low[at] in {"and", "-"} and low[at - 1] in _ENDINGS)


def _is_closed(scene: Scene, stop: int) -> bool:
    """Tell whether nothing behind a day is counted by it, stepping over further days ("the 28th, 29th and 30th")."""
    low = scene.words.low
    for _ in range(4):
        more = month_day_number(scene, stop + 1 + (low[stop + 1] == "the")) if low[stop] in _JOINERS else None
        if more is None:
            break
        stop = more[1]
    return low[stop] in _CLOSERS or not (low[stop][:1].isalnum() or low[stop] in {"-", "'", "%"})


def _speaks_of_holes(words: Words, index: int) -> bool:
    near = words.low[max(0, index - _REACH) : index + _REACH]
    return not _HOLES.isdisjoint(near)


def _read_of_month(scene: Scene, index: int, at: int, first: int, last: int) -> Point | None:
    """Read "the 14th of this month", "the 14th of next month"."""
    low, step = scene.words.low, _STEPS.get(scene.words.low[at])
    if scene.anchor is None or step is None or low[at + 1] != "month":
        return None
    days = _days_in(shift_months(scene.anchor.replace(day=1), step), first, last)
    return days and Point(index, at + 2, days, None, anchored=True, rule="day-of-month")


def _days_in(month: date, first: int, last: int) -> Days | None:
    begin, end = safe_date(month.year, month.month, first), safe_date(month.year, month.month, last)
    return Days(begin, end) if begin and end else None


def read_dated_weekday(scene: Scene, index: int, at: int, weekday: int) -> Point | None:
    """Read "Friday the 13th", "Tuesday 3rd": the last such weekday that is such a day, or the next one by the tense.

    Args:
        scene: The text and its day.
        index: The weekday's word.
        at: The word of the day's number.
        weekday: 0 (Monday) to 6.
    """
    number = month_day_number(scene, at)
    if number is None or scene.anchor is None or not _is_closed(scene, number[1]):
        return None
    here = scene.anchor.replace(day=1)
    months = [shift_months(here, k) for k in range(-_MONTHS_TO_A_WEEKDAY, _MONTHS_TO_A_WEEKDAY + 1)]
    days = [safe_date(month.year, month.month, number[0]) for month in months]
    candidates = [one_day(day) for day in days if day and day.weekday() == weekday]
    chosen = choose(candidates, scene.anchor, scene.tense(index, number[1]), default="past")
    return chosen and Point(index, number[1], chosen, None, anchored=True, rule="weekday-of-month")
