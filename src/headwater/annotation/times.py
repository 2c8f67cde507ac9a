"""The grammar of times: words that mean days, as inclusive intervals read from the day of publication.

One pass over the words; at each word that can open a time a bounded parse is tried, and reading goes on behind it. The
conventions are docs/method.md's. Imports: text, lexicon, records and the neighbouring annotate modules only.
"""

from collections import deque
from collections.abc import Iterator
from datetime import date

from headwater.annotation.days import Days, fits_calendar, shift, timex_value
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import TIME_UNITS, Point, Scene
from headwater.annotation.time_feasts import opens_feast
from headwater.annotation.time_periods import read_months_to, read_point
from headwater.annotation.time_put_off import is_put_off
from headwater.annotation.time_relative import SEASONS, read_ago, read_beyond
from headwater.annotation.time_told import beside_feast, read_beside, read_from_told, settle
from headwater.annotation.time_weekdays import WEEKDAYS
from headwater.annotation.words import split_words
from headwater.lexicon.date_customs import country_of_url, date_customs
from headwater.lexicon.feasts import event_openers, feast_openers
from headwater.lexicon.numbers import ORDINALS
from headwater.records import Document, Span, TimeExpression, content_id, published_day

_UNTIL = frozenset(("until", "till", "through", "til"))
_RANGE_JOINERS = frozenset(("to", "until", "till", "through", "-", "til", "into"))
_TELLERS = frozenset(("following", "next", "previous"))
_TOLD = 4  # times that a later one may refer to
_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_TRIGGERS = (
    frozenset((*_NAMES, *TIME_UNITS, *SEASONS, *ORDINALS, "since", "between", "from", *_UNTIL))
    | {name + "'s" for name in (*_NAMES, *SEASONS, "today", "yesterday", "tomorrow", "tonight", "weekend")}
    | frozenset(
        "current ongoing today yesterday tomorrow tonight overnight last this next past coming previous earlier later "
        "early late mid middle beginning start end dawn so night morning afternoon evening hours small fiscal "
        "financial fy q h first final opening weekend following tax assessment eve twenties thirties forties fifties "
        "sixties seventies eighties nineties".split()
    )
)


def annotate_times(document: Document, *, country: str | None = None) -> tuple[TimeExpression, ...]:
    """Return the times of a document in reading order; spans do not overlap.

    Spans cover the words that settle the interval ("since August", "the past three months", "4-6 March 2022"), without
    other prepositions. Bare durations ("in two months"), recurring days ("every Friday") and names ("Friday prayers")
    are no times. Without a day of publication only times that need none are returned.

    Args:
        document: Any document; its text, url and day of publication are read.
        country: Publisher's country, ISO 3166 alpha-2, for the order of day and month, the hemisphere and fiscal years;
            None takes the country domain of the url.

    Returns:
        Times whose begin and end are inclusive days.
    """
    land = country.upper() if country else country_of_url(document.url)
    scene = Scene(words=split_words(document.text), anchor=_anchor(document), country=land, customs=date_customs(land))
    return tuple(_expression(document, scene, point) for point in _points(scene))


def _anchor(document: Document) -> date | None:
    day = published_day(document)
    return day if day and fits_calendar(day.year) else None


def _points(scene: Scene) -> Iterator[Point]:
    told: deque[Point] = deque(maxlen=_TOLD)
    free = 0
    for index in _openers(scene):
        if index < free:
            continue
        point = _read_at(scene, index, free, told)
        if point is not None and point.first >= free:
            free = point.stop
            told.append(point)
            yield point


def _openers(scene: Scene) -> list[int]:
    words, feasts, events = scene.words, feast_openers(), event_openers()
    return [
        index
        for index, word in enumerate(words.low[: words.count])
        if word in _TRIGGERS
        or word[0].isdecimal()
        or (word in feasts and opens_feast(words, index))
        or (word in events and words.capital(index))
    ]


def _read_at(scene: Scene, index: int, floor: int, told: deque[Point]) -> Point | None:
    """Read the time that a trigger word opens or closes."""
    word = scene.words.low[index]
    if word == "since":
        return _read_since(scene, index)
    if word in _UNTIL:
        point = _read_until(scene, index)
        return settle(scene, point, told) if point else None
    if word in {"between", "from"}:
        return _read_between(scene, index)
    if word in TIME_UNITS and (
        point := read_ago(scene, index, floor) or read_months_to(scene, index, floor) or read_beyond(scene, index)
    ):
        return point
    if (word in TIME_UNITS or word == "eve") and (point := read_beside(scene, index, floor)):
        return point
    if (word in TIME_UNITS or word in _TELLERS) and told and (point := read_from_told(scene, index, told, floor)):
        return point
    point = read_point(scene, index) if word != "following" else None
    if point is None:
        return None
    return _extend(scene, point) or beside_feast(scene, point) or settle(scene, point, told)


def _read_since(scene: Scene, index: int) -> Point | None:
    """Read "since August": from its first day to publication."""
    point = read_point(scene, _behind_clock(scene, index + 1))
    if point is None or scene.anchor is None:
        return point
    days = _moved(point, Days(scene.anchor, scene.anchor), before=True)
    if days.begin > scene.anchor:
        return point
    return point._replace(first=index, days=Days(days.begin, scene.anchor), period=None, anchored=True, rule="since")


def _read_until(scene: Scene, index: int) -> Point | None:
    """Read "until Friday": from publication to its last day, when that is ahead; "not until Friday" is that day."""
    point = read_point(scene, _behind_clock(scene, index + 1))
    if point is None or scene.anchor is None:
        return point
    if point.period and point.days.end < scene.anchor and scene.tense(index, point.stop) != "past":
        point = point._replace(days=_moved(point, Days(scene.anchor, scene.anchor), before=False))
    if point.days.end <= scene.anchor or is_put_off(scene.words, index):
        return point
    days = Days(scene.anchor, point.days.end)
    return point._replace(first=index, days=days, period=None, anchored=True, rule="until")


def _read_between(scene: Scene, index: int) -> Point | None:
    """Read "between March and May", "from Monday to Wednesday", "from 2014 until 2019"."""
    left = read_point(scene, _behind_clock(scene, index + 1))
    if left is None:
        return None
    joiners = {"and"} if scene.words.low[index] == "between" else _RANGE_JOINERS
    found = _join(scene, left, joiners)
    return found._replace(first=index) if found else left


def _behind_clock(scene: Scene, at: int) -> int:
    """Return the index behind "6 a.m.", "10.30pm on", "midnight on" or "at least", or the index itself."""
    low = scene.words.low
    start = at = at + 2 * (low[at : at + 2] == ["at", "least"])
    if low[at] in {"noon", "midnight", "midday"}:
        at += 1
    elif low[at][:1].isdecimal() and len(low[at]) <= 5:
        at += 1 + (low[at + 1] == "h")
        if low[at] in {"am", "pm", "gmt", "hours", "hrs"}:
            at += 1
        elif low[at] == "on" and (":" in low[at - 1] or len(low[at - 1]) == 4):
            pass
        elif low[at] in {"a", "p"} and low[at + 1 : at + 3] == [".", "m"]:
            at += 3 + (low[at + 3] == ".")
        else:
            return start
    return at + (low[at] == "on" and at > start)


def _extend(scene: Scene, left: Point) -> Point | None:
    """Read "Monday to Wednesday", "May-July 2021", "2014-2019"."""
    low = scene.words.low
    joiner = low[left.stop]
    if joiner not in _RANGE_JOINERS or low[left.first - 1] == "-":
        return None
    return _join(scene, left, _RANGE_JOINERS)


def _join(scene: Scene, left: Point, joiners: frozenset[str] | set[str]) -> Point | None:
    """Join a time with the one behind a joining word; whichever end leaves its week or year open follows the other."""
    if scene.words.low[left.stop] not in joiners or scene.words.text[scene.words.starts[left.stop]] == "—":
        return None
    right = read_point(scene, _behind_clock(scene, left.stop + 1))
    if right is None:
        return None
    begin, end = left.days, right.days
    onward = _moved(right, begin, before=False) if left.period == right.period == "year" else None
    if onward and scene.anchor and begin.begin <= scene.anchor <= onward.end:
        end = onward  # "between March and June", told in March
    elif left.period:
        begin = _moved(left, end, before=True)
    elif right.period:
        end = _moved(right, begin, before=False)
        if right.period == "year" and left.rule in {"date", "numeric-date", "month-year"}:
            end = _earliest(end, begin)
    if begin.begin > end.end:
        return None
    days = Days(begin.begin, end.end)
    return Point(left.first, right.stop, days, None, left.anchored or right.anchored, "range")


def _moved(point: Point, other: Days, *, before: bool) -> Days:
    """Move a recurring time by whole periods to the last one that begins by `other`'s begin, or the first after it."""
    if point.period is None:
        return point.days
    days = point.days
    unit = "week" if point.period == "week" else "year"
    for _ in range(8):
        too_late = before and days.begin > other.begin
        too_early = not before and days.end < other.end
        if not too_late and not too_early:
            break
        step = -1 if too_late else 1
        begin, end = shift(days.begin, step, unit), shift(days.end, step, unit)
        if begin is None or end is None:
            break
        days = Days(begin, end)
    return _latest(days, other, unit) if before else days


def _latest(days: Days, other: Days, unit: str) -> Days:
    """Move a time forward while it still begins by `other`: "from May to July 2021" means May 2021."""
    for _ in range(2000):
        begin, end = shift(days.begin, 1, unit), shift(days.end, 1, unit)
        if begin is None or end is None or begin > other.begin:
            break
        days = Days(begin, end)
    return days


def _earliest(days: Days, other: Days) -> Days:
    """Move a yearly time back while it still begins behind `other`: "between 3 May 2018 and 4 June" is one month."""
    for _ in range(2000):
        begin, end = shift(days.begin, -1, "year"), shift(days.end, -1, "year")
        if begin is None or end is None or begin < other.begin:
            break
        days = Days(begin, end)
    return days


def _expression(document: Document, scene: Scene, point: Point) -> TimeExpression:
    words = scene.words
    end = words.ends[point.stop - 1] - 2 * words.low[point.stop - 1].endswith("'s")
    span = Span(document.doc_id, words.starts[point.first], end)
    single = point.days.begin == point.days.end
    return TimeExpression(
        time_id=content_id("time", document.doc_id, span.start, span.end),
        span=span,
        timex_type="date" if single else "range",
        value=timex_value(point.days),
        begin=point.days.begin.isoformat(),
        end=point.days.end.isoformat(),
        anchor=scene.anchor.isoformat() if point.anchored and scene.anchor else None,
        rule=point.rule,
    )
