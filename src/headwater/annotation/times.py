"""The grammar of times: words that mean days, as inclusive intervals read from the day of publication.

One pass over the words; at each word that can open a time a bounded parse is tried, and reading goes on behind it. The
conventions are docs/method.md's. Imports: text, lexicon, records and the neighbouring annotate modules only.
"""

from collections.abc import Iterator
from datetime import date

from headwater.annotation.days import Days, fits_calendar, shift, timex_value
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import TIME_UNITS, Point, Scene
from headwater.annotation.time_feasts import FEAST_OPENERS
from headwater.annotation.time_names import WEEKDAYS
from headwater.annotation.time_periods import read_months_to, read_point
from headwater.annotation.time_relative import SEASONS, read_ago, read_beyond
from headwater.annotation.words import split_words
from headwater.lexicon.date_customs import country_of_url, date_customs
from headwater.lexicon.numbers import ORDINALS
from headwater.records import Document, Span, TimeExpression, content_id, published_day

_UNTIL = frozenset(("until", "till", "through", "til"))
_RANGE_JOINERS = frozenset(("to", "until", "till", "through", "-", "til", "into"))
_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_TRIGGERS = (
    frozenset((*_NAMES, *TIME_UNITS, *SEASONS, *ORDINALS, "since", "between", "from", *_UNTIL))
    | FEAST_OPENERS
    | {name + "'s" for name in (*_NAMES, *SEASONS, "today", "yesterday", "tomorrow", "tonight", "weekend")}
    | frozenset(
        "current ongoing today yesterday tomorrow tonight overnight last this next past coming previous earlier later "
        "early late mid middle beginning start end dawn so night morning afternoon evening hours small fiscal "
        "financial fy q h first final opening weekend twenties thirties forties fifties sixties seventies eighties "
        "nineties".split()
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
    scene = Scene(
        words=split_words(document.text),
        anchor=_anchor(document),
        customs=date_customs(country or country_of_url(document.url)),
    )
    return tuple(_expression(document, scene, point) for point in _points(scene))


def _anchor(document: Document) -> date | None:
    day = published_day(document)
    return day if day and fits_calendar(day.year) else None


def _points(scene: Scene) -> Iterator[Point]:
    low = scene.words.low
    free = 0
    openers = [i for i, word in enumerate(low[: scene.words.count]) if word in _TRIGGERS or word[0].isdecimal()]
    for index in openers:
        if index < free:
            continue
        point = _read_at(scene, index, free)
        if point is not None and point.first >= free:
            free = point.stop
            yield point


def _read_at(scene: Scene, index: int, floor: int) -> Point | None:
    """Read the time that a trigger word opens or closes."""
    word = scene.words.low[index]
    if word == "since":
        return _read_since(scene, index)
    if word in _UNTIL:
        return _read_until(scene, index)
    if word in {"between", "from"}:
        return _read_between(scene, index)
    if word in TIME_UNITS and (
        point := read_ago(scene, index, floor) or read_months_to(scene, index, floor) or read_beyond(scene, index)
    ):
        return point
    point = read_point(scene, index)
    if point is None:
        return None
    return _extend(scene, point) or point


def _read_since(scene: Scene, index: int) -> Point | None:
    """Read "since August": from its first day to publication."""
    point = read_point(scene, index + 1)
    if point is None or scene.anchor is None:
        return point
    days = _moved(point, Days(scene.anchor, scene.anchor), before=True)
    if days.begin > scene.anchor:
        return point
    return point._replace(first=index, days=Days(days.begin, scene.anchor), period=None, anchored=True, rule="since")


def _read_until(scene: Scene, index: int) -> Point | None:
    """Read "until Friday": from publication to its last day, when that is still ahead."""
    point = read_point(scene, index + 1)
    if point is None or scene.anchor is None:
        return point
    if point.period and point.days.end < scene.anchor and scene.tense(index, point.stop) != "past":
        point = point._replace(days=_moved(point, Days(scene.anchor, scene.anchor), before=False))
    if point.days.end <= scene.anchor:
        return point
    days = Days(scene.anchor, point.days.end)
    return point._replace(first=index, days=days, period=None, anchored=True, rule="until")


def _read_between(scene: Scene, index: int) -> Point | None:
    """Read "between March and May", "from Monday to Wednesday", "from 2014 until 2019"."""
    left = read_point(scene, index + 1)
    if left is None:
        return None
    joiners = {"and"} if scene.words.low[index] == "between" else _RANGE_JOINERS
    found = _join(scene, left, joiners)
    return found._replace(first=index) if found else left


def _extend(scene: Scene, left: Point) -> Point | None:
    """Read "Monday to Wednesday", "May-July 2021", "2014-2019", "2015-18"."""
    low = scene.words.low
    joiner = low[left.stop]
    if joiner not in _RANGE_JOINERS or low[left.first - 1] == "-":
        return None
    if joiner == "-" and left.rule == "year" and _short_year(scene, left.stop + 1):
        end = int(low[left.first][:2] + low[left.stop + 1])
        days = Days(left.days.begin, left.days.end.replace(year=end))
        return left._replace(stop=left.stop + 2, days=days, rule="range") if end > left.days.begin.year else None
    return _join(scene, left, _RANGE_JOINERS)


def _short_year(scene: Scene, index: int) -> bool:
    token = scene.words.low[index]
    return len(token) == 2 and token.isascii() and token.isdecimal() and scene.words.glued(index)


def _join(scene: Scene, left: Point, joiners: frozenset[str] | set[str]) -> Point | None:
    """Join a time with the one behind a joining word; whichever end leaves its week or year open follows the other."""
    if scene.words.low[left.stop] not in joiners or scene.words.text[scene.words.starts[left.stop]] == "—":
        return None
    right = read_point(scene, left.stop + 1)
    if right is None:
        return None
    begin, end = left.days, right.days
    if left.period:
        begin = _moved(left, end, before=True)
    elif right.period:
        end = _moved(right, begin, before=False)
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
