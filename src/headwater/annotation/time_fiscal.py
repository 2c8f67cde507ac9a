"""Fiscal and tax years, and quarters named by their last month: "FY23", "the 2021-22 tax year", "June quarter".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date, timedelta

from headwater.annotation.days import Days, around, choose, fiscal_year_start, months_from, year_days
from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import Point, Scene
from headwater.annotation.time_years import read_year, year_behind

FISCAL_WORDS = frozenset(("fiscal", "financial"))
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "ongoing": 0, "next": 1, "coming": 1}
# First month and day of the year for which people are taxed; calendar years where nothing stands.
_TAX_YEAR_START = {"GB": (4, 6), "ZA": (3, 1), "NZ": (4, 1), "AU": (7, 1), "IN": (4, 1), "PK": (7, 1), "BD": (7, 1),
                   "HK": (4, 1), "LK": (4, 1), "UG": (7, 1)}  # fmt: skip
_ENDS = frozenset((".", "!", "?", "\n", ""))
_REACH = 30
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
    """Read "2022-23 fiscal", "2023 financial year", "2021-22 tax year" from the year."""
    low = scene.words.low
    year, stop = fiscal_name(scene, index)
    at = abs(stop)
    if year is None or len(low[index]) != 4 or low[at] not in FISCAL_WORDS | {"tax", "assessment"}:
        return None
    if low[at] != "fiscal" and low[at + 1] != "year":
        return None
    behind = at + 1 + (low[at + 1] == "year")
    if low[at] == "tax":
        return _tax_point(scene, index, year, stop)._replace(stop=behind)
    point = _fiscal_point(scene, index, year, stop)
    return point._replace(stop=behind)


def read_named_tax_year(scene: Scene, index: int) -> Point | None:
    """Read "tax year 2021-22" from its first word."""
    if scene.words.low[index] not in {"tax", "assessment"} or scene.words.low[index + 1] != "year":
        return None
    year, stop = fiscal_name(scene, index + 2)
    if year is None:
        return None
    make = _tax_point if scene.words.low[index] == "tax" else _fiscal_point
    return make(scene, index, year, stop)


def _tax_point(scene: Scene, index: int, year: int, stop: int) -> Point:
    """Return the year for which people are taxed; two years name it by both, one by the year it ends in."""
    month, day = _TAX_YEAR_START.get(scene.country or "", (1, 1))
    if (month, day) == (1, 1):
        if stop < 0:  # a country whose tax year is not known, yet two years are named
            return _fiscal_point(scene, index, year, stop)
        return Point(index, stop, year_days(year), None, anchored=False, rule="tax-year")
    year -= stop > 0
    days = Days(date(year, month, day), date(year + 1, month, day) - timedelta(days=1))
    return Point(index, abs(stop), days, None, anchored=False, rule="tax-year")


def read_two_years(scene: Scene, index: int) -> Point | None:
    """Read "2015-18" and "2018-19": a fiscal year where the sentence speaks of one, else the years themselves."""
    words, low = scene.words, scene.words.low
    joiner, short = low[index + 1], low[index + 2]
    if joiner not in {"-", "/"} or not (short.isascii() and short.isdecimal() and len(short) == 2):
        return None
    if not words.glued(index + 2) or (words.glued(index + 3) and low[index + 3] in {"-", "/"}):
        return None
    opening = read_year(scene, index)
    if opening is None or opening.rule != "year":
        return None
    begin, end = opening.days.begin.year, int(low[index][:2] + short) + 100 * (short == "00")
    if not begin < end or (joiner == "/" and end != begin + 1):
        return None
    if end == begin + 1 and begin >= 1900 and _speaks_of_fiscal_years(scene, index):
        return _fiscal_point(scene, index, begin, -(index + 3))
    days = Days(year_days(begin).begin, year_days(end).end)
    return Point(index, index + 3, days, None, anchored=False, rule="range")


def _speaks_of_fiscal_years(scene: Scene, index: int) -> bool:
    """Tell whether a sentence names a fiscal year, or a budget right beside the years."""
    low = scene.words.low
    if "budget" in {low[index - 1], low[index - 2], low[index + 3]} and scene.customs.fiscal_start in {4, 7}:
        return True
    for step in (-1, 1):
        at = index
        for _ in range(_REACH):
            at += step
            if at < 0 or low[at] in _ENDS:
                break
            if low[at] in {"fiscal", "fy"} or (low[at] == "financial" and low[at + 1] in {"year", "years"}):
                return True
    return False


def read_stepped_fiscal(scene: Scene, index: int) -> Point | None:
    """Read "this financial year", "last fiscal", "the current fiscal year"."""
    low, anchor = scene.words.low, scene.anchor
    at = index + 1
    if anchor is None or low[index] not in _STEPS or low[at] not in FISCAL_WORDS | {"tax"}:
        return None
    if low[at] == "tax":
        return _stepped_tax_year(scene, index, anchor) if low[at + 1] == "year" else None
    named = low[at + 1] == "year"
    closed = not low[at + 1][:1].isalnum() or low[at + 1] in _CLOSERS  # "last fiscal" may end there, "financial" not
    if not named and (low[at] == "financial" or not closed):
        return None
    start = scene.customs.fiscal_start
    year = anchor.year - (anchor.month < start) + _STEPS[low[index]]
    stop = at + 1 + named
    return Point(index, stop, months_from(year, start, 12), None, anchored=True, rule="stepped-fiscal-year")


def _stepped_tax_year(scene: Scene, index: int, anchor: date) -> Point:
    month, day = _TAX_YEAR_START.get(scene.country or "", (1, 1))
    year = anchor.year - ((anchor.month, anchor.day) < (month, day)) + _STEPS[scene.words.low[index]]
    days = Days(date(year, month, day), date(year + 1, month, day) - timedelta(days=1))
    return Point(index, index + 3, days, None, anchored=True, rule="stepped-tax-year")


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
