"""Fiscal years, and quarters named by their last month: "FY23", "last fiscal", "the 2022-23 fiscal", "June quarter".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.days import Days, around, choose, fiscal_year_start, months_from
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import Point, Scene
from headwater.annotation.time_dates import year_behind

FISCAL_WORDS = frozenset(("fiscal", "financial"))
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "ongoing": 0, "next": 1, "coming": 1}
_CLOSERS = frozenset("and but in to from by on at as was is were had has with for than".split())


def fiscal_name(scene: Scene, at: int) -> tuple[int | None, int]:
    """Return (year, index behind); the index is negated when two years are named and the first is meant."""
    words, low = scene.words, scene.words.low
    token = low[at]
    if not (token.isascii() and token.isdecimal() and len(token) in {2, 4}):
        return None, at
    if len(token) == 2 and not words.glued(at):
        return None, at
    year = int(token) if len(token) == 4 else 2000 + int(token)
    if not 1900 <= year <= 2100:
        return None, at
    if low[at + 1] in {"-", "/"} and low[at + 2].isdecimal() and words.glued(at + 2):
        return year, -(at + 3)
    return year, at + 1


def read_named_fiscal(scene: Scene, index: int) -> Point | None:
    """Read "fiscal 2022", "financial year 2021-22", "FY23" from their first word."""
    at = index + 1
    if scene.words.low[index] in FISCAL_WORDS:
        at += scene.words.low[at] in {"year", "years"}
    year, stop = fiscal_name(scene, at)
    return None if year is None else _fiscal_point(scene, index, year, stop)


def read_fiscal_behind(scene: Scene, index: int) -> Point | None:
    """Read "2022-23 fiscal", "2023 financial year" from the year."""
    low = scene.words.low
    year, stop = fiscal_name(scene, index)
    at = abs(stop)
    if year is None or len(low[index]) != 4 or low[at] not in FISCAL_WORDS:
        return None
    if low[at] == "financial" and low[at + 1] != "year":
        return None
    behind = at + 1 + (low[at + 1] == "year")
    point = _fiscal_point(scene, index, year, stop)
    return point._replace(stop=behind)


def read_stepped_fiscal(scene: Scene, index: int) -> Point | None:
    """Read "this financial year", "last fiscal", "the current fiscal year"."""
    low, anchor = scene.words.low, scene.anchor
    at = index + 1
    if anchor is None or low[index] not in _STEPS or low[at] not in FISCAL_WORDS:
        return None
    named = low[at + 1] == "year"
    closed = not low[at + 1][:1].isalnum() or low[at + 1] in _CLOSERS  # "last fiscal" may end there, "financial" not
    if not named and (low[at] == "financial" or not closed):
        return None
    start = scene.customs.fiscal_start
    year = anchor.year - (anchor.month < start) + _STEPS[low[index]]
    stop = at + 1 + named
    return Point(index, stop, months_from(year, start, 12), None, anchored=True, rule="stepped-fiscal-year")


def _fiscal_point(scene: Scene, index: int, year: int, stop: int) -> Point:
    begin = fiscal_year_start(year, scene.customs)
    if stop < 0:  # "2021-22" names both years
        begin, stop = year, -stop
    days = months_from(begin, scene.customs.fiscal_start, 12)
    return Point(index, stop, days, None, anchored=False, rule="fiscal-year")


def read_month_quarter(scene: Scene, index: int) -> Point | None:
    """Read "the December quarter", "the June quarter of 2022": the three months that end with the month."""
    low = scene.words.low
    month = MONTHS.get(low[index])
    if month is None or not scene.words.capital(index) or low[index + 1] != "quarter":
        return None

    def ending_in(year: int) -> Days:
        return months_from(year, month - 2, 3)

    stop = index + 2
    if named := year_behind(scene, stop):
        return Point(index, named[1], ending_in(named[0]), None, anchored=False, rule="month-quarter")
    if scene.anchor is None:
        return None
    chosen = choose(around(scene.anchor.year, ending_in), scene.anchor, scene.tense(index, stop), default="past")
    return chosen and Point(index, stop, chosen, "year", anchored=True, rule="month-quarter")
