"""What a time takes from one told before it: "the following day", "two years later", and the year of "until 30 March".

Indices count words; look-around is bounded. Imports: the neighbouring annotate modules only.
"""

from collections.abc import Sequence
from datetime import timedelta

from headwater.annotation.days import Days, month_days, next_weekday, one_day, safe_date, shift, unit_days
from headwater.annotation.scene import DAY_PARTS, Point, Scene, bare
from headwater.annotation.time_periods import read_period
from headwater.annotation.time_relative import count_before
from headwater.annotation.time_weekdays import WEEKDAYS, weekday_at
from headwater.annotation.words import Words

_SPEECH = frozenset("said says told tells added wrote tweeted".split())
_REPORTS = _SPEECH | frozenset("reported announced ruled confirmed revealed testified disclosed".split())
_LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}
_SENTENCE_REACH = 90
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen st sen rep gov jan feb mar apr jun jul aug sep sept oct nov dec no vs lt col sgt capt rev "
    "hon".split()
)
# Before a whole date these tell of a beginning long past, which dates nothing else in the sentence.
_ORIGINS = frozenset("born founded formed established dated built opened since incorporated".split())
_DATES = frozenset(("date", "numeric-date"))
_DAYS = _DATES | {"date-without-year", "feast", "day-of-month", "beside"}
_DURATION_WORDS = frozenset("over within during for throughout".split())
_RECENT_DAYS, _RECENT_MONTHS = 10, 62
_ASIDE_REACH = 8
_FAR = 9


def settle(scene: Scene, point: Point, told: Sequence[Point]) -> Point:
    """Return a time without its own year (or month) moved into the one that its sentence has told, else as it is.

    "Arrested on 3 March 2015 and held until 30 March": the second date is the first one on or after the first.

    Args:
        scene: The text and its day.
        point: The time just read.
        told: Times read before it, in reading order.
    """
    if point.rule not in {"date-without-year", "month", "day-of-month"} or scene.anchor is None:
        return point
    if bare(scene.words.low[point.first]) in WEEKDAYS:
        return point
    wanted = _DATES | {"month-year"} if point.rule == "month" else _DAYS if point.rule == "day-of-month" else _DATES
    prior = next((p for p in reversed(told) if p.rule in wanted), None)
    if prior is None or sentences_between(scene.words, prior.stop, point.first) or _tells_an_origin(scene, prior):
        return point
    if point.rule == "month" and _stands_aside(scene.words, prior):
        return point
    tense = scene.tense(point.first, point.stop)
    recent = 0 <= (scene.anchor - point.days.begin).days <= (_RECENT_MONTHS if point.rule == "month" else _RECENT_DAYS)
    ahead = tense == "future" and not _is_spoken_on(
        scene.words, prior, 3
    )  # "said on 3 May 2021 that he would go by June"
    if ahead or _is_spoken_on(scene.words, point, 4, _REPORTS) or (recent and point.rule != "day-of-month"):
        return point
    moved = _first_after(point, prior)
    return point if moved is None or moved.begin > scene.anchor else point._replace(days=moved)


def _first_after(point: Point, prior: Point) -> Days | None:
    """Return the first recurrence of a date, month or day of a month on or after another time."""
    begin, end, start = point.days.begin, point.days.end, prior.days.begin
    if point.rule == "day-of-month":
        months = [(start.year + (start.month + k - 1) // 12, (start.month + k - 1) % 12 + 1) for k in range(3)]
    elif point.rule == "month":
        days = month_days(start.year, begin.month)
        return days if days.end >= start else month_days(start.year + 1, begin.month)
    else:
        months = [(start.year + k, begin.month) for k in (0, 1)]
    for year, month in months:
        first, last = safe_date(year, month, begin.day), safe_date(year, month, end.day)
        if first and last and first >= start:
            return Days(first, last)
    return None


def read_from_told(scene: Scene, index: int, told: Sequence[Point], floor: int) -> Point | None:
    """Read "the following day", "the next Monday", "the day before", "the previous year", "two days later".

    Args:
        scene: The text and its day.
        index: "following", "next", "previous", or the unit's word.
        told: Times read before it, in reading order.
        floor: The first word that may be taken.
    """
    low = scene.words.low
    word, unit = low[index], scene.unit_at(index)
    if word in {"following", "next", "previous"}:
        return _read_adjoining(scene, index, told)
    if word == "day" and low[index - 1] == "the" and low[index + 1] in {"after", "before"}:
        if low[index + 2][:1].isalnum() and low[index + 2] not in {"and", "but", "when"}:
            return None
        return _step_day(scene, index - 1, index + 2, told, 1 if low[index + 1] == "after" else -1)
    if unit in _LENGTHS and low[index + 1] == "later" and low[index + 2] not in {"than", "this", "in"}:
        return _read_counted(scene, index, unit, told, floor)
    return None


def read_beside(scene: Scene, index: int, floor: int) -> Point | None:
    """Read "the day after Boxing Day", "two days before 5 May", "the eve of Republic Day" from the unit's word.

    Args:
        scene: The text and its day.
        index: "day", "days" or "eve".
        floor: The first word that may be taken.
    """
    low = scene.words.low
    eve = low[index] == "eve"
    if low[index + 1] not in ({"of"} if eve else {"after", "before"}) or scene.unit_at(index) not in {None, "day"}:
        return None
    inner = read_period(scene, index + 2)
    if inner is None or inner.rule not in _DAYS or inner.days.begin != inner.days.end:
        return None
    if low[inner.stop - 1].endswith("'s"):
        return None
    step, number, first = (1 if low[index + 1] == "after" else -1), 1.0, index - (low[index - 1] == "the")
    if first == index and not eve:
        counted = count_before(scene, index, floor)
        if counted is None:
            return None
        number, first = counted
    moved = shift(inner.days.begin, step * number, "day")
    return inner._replace(first=first, days=one_day(moved), period=None, rule="beside") if moved else None


def beside_feast(scene: Scene, point: Point) -> Point | None:
    """Return "the Monday after Easter Sunday" for the weekday it opens with; None when no such day follows."""
    low = scene.words.low
    if (
        point.rule != "weekday"
        or low[point.first - 1] not in {"the", "first"}
        or low[point.stop] not in {"after", "before"}
    ):
        return None
    inner = read_period(scene, point.stop + 1)
    weekday = WEEKDAYS.get(low[point.first])
    if inner is None or weekday is None or inner.rule not in _DAYS or low[inner.stop - 1].endswith("'s"):
        return None
    day = next_weekday(inner.days.end, weekday, 0)
    if low[point.stop] == "before":
        day = next_weekday(inner.days.begin - timedelta(days=8), weekday, 0)
    return inner._replace(first=point.first, days=one_day(day), period=None, rule="beside")


def _read_adjoining(scene: Scene, index: int, told: Sequence[Point]) -> Point | None:
    """Read what "the following", "the next" and "the previous" open."""
    low = scene.words.low
    step, at = (-1 if low[index] == "previous" else 1), index + 1
    if low[index - 1] != "the" or low[index - 2] in _DURATION_WORDS or (low[index], low[index - 2]) == ("next", "in"):
        return None
    noun, unit = bare(low[at]), scene.unit_at(at)
    stop = at + 1
    if noun == "day" or (noun in DAY_PARTS and noun not in {"noon", "midday", "midnight"}):
        stop += noun == "day" and low[stop] in DAY_PARTS
        return _step_day(scene, index - 1, stop, told, step)
    if step > 0 and (weekday := weekday_at(scene.words, at)) is not None:
        base = _base(scene, index - 1, told, "day")
        return base and _from(base, index - 1, stop, one_day(next_weekday(base.days.end, weekday, 0)))
    if unit in {"week", "month", "year"} and low[at] == unit:
        # "The previous year" twice in a row is one year, not two.
        known = told if step > 0 else [point for point in told if point.rule != "from-told"]
        base = _base(scene, index - 1, known, unit)
        moved = _shifted(base.days, step, unit) if base else None
        return _from(base, index - 1, stop, moved) if base and moved else None
    return None


def _step_day(scene: Scene, first: int, stop: int, told: Sequence[Point], step: int) -> Point | None:
    base = _base(scene, first, told, "day")
    return base and _from(base, first, stop, one_day(base.days.end + timedelta(days=step)))


def _read_counted(scene: Scene, index: int, unit: str, told: Sequence[Point], floor: int) -> Point | None:
    """Read "two days later": the day itself for days, the calendar week, month or year for longer units."""
    counted = count_before(scene, index, floor)
    base = _base(scene, index, told, unit)
    if counted is None or base is None or sentences_between(scene.words, base.stop, index):
        return None
    moved = shift(base.days.end, counted[0], unit)
    if moved is None:
        return None
    return _from(base, counted[1], index + 2, unit_days(moved, unit))


def _shifted(days: Days, step: int, unit: str) -> Days | None:
    """Return the unit beside a time: the same span a year on for whole years, else the neighbouring calendar unit."""
    if unit == "year" and (days.end - days.begin).days >= 364:
        begin, after = shift(days.begin, step, unit), shift(days.end + timedelta(days=1), step, unit)
        return Days(begin, after - timedelta(days=1)) if begin and after else None
    moved = shift(unit_days(days.begin, unit).begin, step, unit)
    return unit_days(moved, unit) if moved else None


def _base(scene: Scene, first: int, told: Sequence[Point], unit: str) -> Point | None:
    """Return the last time told, at most a sentence ago, that is no longer than a unit.

    A day on which somebody spoke ("she said on Tuesday") is none, unless what was said looks ahead.
    """
    spoken: Point | None = None
    for point in reversed(told):
        gap = sentences_between(scene.words, point.stop, first)
        if gap > 1:
            break
        if not _may_be_base(point, unit):
            continue
        if not _is_spoken_on(scene.words, point, 3):
            return point
        if spoken is None and gap == 0:
            spoken = point
    return spoken if spoken and scene.tense(first, first + 1) == "future" else None


def _may_be_base(point: Point, unit: str) -> bool:
    length = (point.days.end - point.days.begin).days + 1
    if unit == "day":
        return length == 1 or point.rule == "range"
    if unit == "week":
        return length <= 7
    long_ago = not point.anchored or length > 27 or point.rule in _DAYS
    return length <= _LENGTHS[unit] and long_ago and point.rule != "since"


def _is_spoken_on(words: Words, point: Point, reach: int, verbs: frozenset[str] = _SPEECH) -> bool:
    """Tell whether a verb of speech stands right before a time: "said on Tuesday", "told reporters on Tuesday"."""
    return not verbs.isdisjoint(words.low[max(0, point.first - reach) : point.first])


def _stands_aside(words: Words, point: Point) -> bool:
    """Tell whether a month stands in a relative clause or before a noun, where it dates nothing that follows."""
    low = words.low
    aside = not {"which", "who", "that", "whose"}.isdisjoint(low[max(0, point.first - _ASIDE_REACH) : point.first])
    return aside or (
        low[point.stop].isalpha() and low[point.stop] not in {"and", "but", "he", "she", "they", "it", "the"}
    )


def _tells_an_origin(scene: Scene, point: Point) -> bool:
    return not _ORIGINS.isdisjoint(scene.words.low[max(0, point.first - 3) : point.first + 1])


def sentences_between(words: Words, stop: int, first: int) -> int:
    """Return how many sentences end between two places, at most nine; far places count as that many."""
    if first - stop > _SENTENCE_REACH:
        return _FAR
    low = words.low
    ends = 0
    for at in range(stop, first):
        if low[at] in {"!", "?", "\n"}:
            ends += 1
        elif low[at] == "." and (words.capital(at + 1) or low[at + 1] in {'"', "'"}):
            ends += not (len(low[at - 1]) == 1 or low[at - 1] in _ABBREVIATIONS)
    return min(ends, _FAR)


def _from(base: Point, first: int, stop: int, days: Days) -> Point:
    return Point(first, stop, days, None, base.anchored, "from-told")
