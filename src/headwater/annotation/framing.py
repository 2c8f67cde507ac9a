"""What stands around a number: bounds in front and behind, the other end of a range.

Indices count words of annotate.words.Words. Imports: lexicon, records and the neighbouring annotate modules only.
"""

from typing import NamedTuple

from headwater.annotation.bounds import (
    AFTER_OPENINGS,
    BEFORE_ENDINGS,
    LONGEST,
    Row,
    apply_bound,
    bound_after,
    bound_before,
)
from headwater.annotation.counted import is_plural
from headwater.annotation.currencies import money_at
from headwater.annotation.measures import is_money, read_unit
from headwater.annotation.numerals import Numeral, read_numeral
from headwater.annotation.phrasal import bounds_number
from headwater.annotation.words import Words
from headwater.records import Modifier

# Words between a bound and its number that change nothing: "more than another 50", "at least a further 20".
_FILLERS = frozenset("a an another the its their further additional".split())
_CHANGES = frozenset(
    "rose rise rises rising fell fall falls falling fallen risen grew grow grown growing increase increased "
    "increases increasing dropped drop drops dropping raised raise raises raising cut cuts cutting jumped jump jumps "
    "climbed climb climbs slipped slip dipped dip declined decline down up widened narrowed reduced reduce reducing "
    "doubled tripled soared surged lowered lower lowering moved went going gone expanded revised shrank shrunk "
    "swelled edged slid plunged lifted lift lifts lifting trimmed trim trimming shaved sank lost loses losing gained "
    "gain gains gaining added adds adding advanced eased easing ease leapt hiked hike hiking boosted boost pared "
    "slashed slash improved worsened upgraded downgraded dwindled ballooned rebounded recovered tumbled plummeted "
    "firmed strengthened weakened higher extended extend scaled upped bumped crept ticked inched accelerated slowed "
    "brought bring brings bringing took taking take takes changed change changing deepened mounted spiked sagged "
    "softened".split()
)
_ADDED = frozenset(
    "a an the his her its their another costs vat interest expenses tax taxes benefits fees bonus bonuses one two "
    "three extras postage".split()
)
_MONEY_LETTERS = {"m": 1e6, "b": 1e9}


class RangeEnd(NamedTuple):
    """Both ends of a range and the index behind it."""

    lower: float
    upper: float
    stop: int
    glued: bool
    digits: bool


def bound_in_front(words: Words, first: int, floor: int) -> tuple[int, Row | None]:
    """Return (where the bounded words begin, the row of the bound), looking back over one filler and two bounds."""
    low, begin, held = words.low, first, None
    at = first
    for _ in range(2):
        row, start = _match_before(words, at, floor, first)
        if row is None and at > floor and low[at - 1] in _FILLERS:
            row, start = _match_before(words, at - 1, floor, first)
        if row is None:
            break
        if row.modifier != "exact":
            begin, held = start, row if held is None or row.modifier in {"at_least", "at_most"} else held
        at = start
    return begin, held


def _match_before(words: Words, at: int, floor: int, first: int) -> tuple[Row | None, int]:
    low = words.low
    if at <= floor or low[at - 1] not in BEFORE_ENDINGS:
        return None, at
    for length in range(min(LONGEST, at - floor), 0, -1):
        row = bound_before(words.phrase(at - length, at))
        if row is None or (low[at - length] == "c" and words.capital(at - length)):  # "U.S.C. 1001" is no circa
            continue
        if bounds_number(words, at - length, at, first):
            return row, at - length
    return None, at


def extend_behind(words: Words, stop: int) -> tuple[int, Row | None]:
    """Return (index behind the bound, its row) for "or more", "-plus", "or so" behind a number or its unit."""
    if words.low[stop] not in AFTER_OPENINGS:
        return stop, None
    for length in range(LONGEST, 0, -1):
        row = bound_after(words.phrase(stop, stop + length))
        if row is None or (words.low[stop] == "at" and words.low[stop + length][:1].isalnum()):
            continue
        if words.low[stop] == "plus" and not words.glued(stop) and _adds(words, stop + 1):
            continue
        return stop + length, row
    return stop, None


def _adds(words: Words, at: int) -> bool:
    """Tell whether "plus" adds something: "£500 plus costs", "12 plus a driver", but not "40 plus people"."""
    word = words.low[at]
    return word in _ADDED or word[:1].isdecimal() or money_at(words, at) is not None


def settle(
    lower: float, upper: float, own: Row | None, front: Row | None, behind: Row | None
) -> tuple[float | None, float | None, Modifier]:
    """Return the interval and modifier of a number with the bounds around it; the outer bound decides."""
    bound = front or behind
    if bound is None or bound.modifier == "exact":
        return lower, upper, own.modifier if own else "exact"
    if own is not None and own.modifier == "range" and bound.modifier == "about":
        return lower, upper, "range"
    low, high = apply_bound(bound, lower, upper)
    return low, high, bound.modifier


def read_range_end(words: Words, left: Numeral, first: int, stop: int, unit: str) -> RangeEnd | None:
    """Return the range that goes on behind a number and its unit, or None when there is one number only.

    Args:
        words: The text's words.
        left: The first number.
        first: Its first word, or that of the currency before it.
        stop: The word behind the first number and its unit.
        unit: The canonical unit of the first number, "" when none stands with it.
    """
    low = words.low
    if low[stop] == "-" and low[stop + 1] == "odd":
        return _odd(left, stop + 2)
    if low[stop] == "odd" and not left.digits:
        return _odd(left, stop + 1)
    joined = _joiner(words, left, first, stop)
    if joined is None:
        return None
    at, glued = joined
    money = money_at(words, at)
    right = read_numeral(words, money[0] if money else at)
    if right is None:
        return None
    start = left.value
    if low[right.stop] in _MONEY_LETTERS and words.glued(right.stop) and not right.scaled and (money or is_money(unit)):
        scale = _MONEY_LETTERS[low[right.stop]]  # "£3m to £4m", "£3-4m"
        right = right._replace(value=right.value * scale, stop=right.stop + 1, scaled=True, scale=scale)
    if right.scaled or right.scale > 1:
        start = start * right.scale if not left.scaled and start < right.value / right.scale + 1e-9 else start
    if low[stop] == "or" and not start < right.value <= max(3 * start, start + 3):
        return None
    end = RangeEnd(start, right.value, right.stop, glued, right.digits)
    if low[stop] in {"to", "and"} and not _is_range(words, first, unit, money[1] if money else "", end):
        return None
    return end


def _is_range(words: Words, first: int, unit: str, money: str, end: RangeEnd) -> bool:
    """Tell two ends of a range from two numbers: a change and the level it leads to, one thing and another.

    "down 40 to 50 per cent" and "by 3 to 5 points" are ranges, "fell 12p to 340p" and "from 12 to 15" of what changed
    are not.
    """
    low, before = words.low, words.low[first - 1]
    behind = read_unit(words, end.stop, end.upper, digits=end.digits)
    right_unit = money or (behind[0] if behind else "")
    if unit and right_unit and unit != right_unit:
        return False
    if end.lower >= end.upper:
        # Odds and votes ("12 to 9 against") hold together, and are no range either; a change leaves two numbers.
        odds = end.upper == 1.0 and not unit and not right_unit
        return odds or not (unit or right_unit or _changes(words, first) or before in {"from", "by", "between"})
    if not _changes(words, first):
        return True
    if before == "from":
        return False
    if before == "by" or before in _CHANGES:
        close = end.upper <= 3 * end.lower
        return not unit and close and (bool(right_unit) or is_plural(low[end.stop]))
    return True


def _changes(words: Words, first: int) -> bool:
    return any(word in _CHANGES for word in words.low[max(0, first - 7) : first])


def _odd(left: Numeral, stop: int) -> RangeEnd | None:
    """Read "thirty-odd": up to the last number before the next round one."""
    step = 10 if left.value < 100 else 100 if left.value < 1000 else 1000
    return RangeEnd(left.value, left.value + step - 1, stop, glued=False, digits=False)


def _joiner(words: Words, left: Numeral, first: int, stop: int) -> tuple[int, bool] | None:
    """Return (index of the second number, whether the dash touches both) behind a joining word."""
    low, word = words.low, words.low[stop]
    if word == "-":
        if low[stop + 1] == "to" and low[stop + 2] == "-":
            return stop + 3, False
        if words.text[words.starts[stop]] == "—":
            return None
        glued = words.glued(stop) and words.glued(stop + 1)
        digits = left.digits and (low[stop + 1][:1].isdecimal() or money_at(words, stop + 1) is not None)
        spelled = not left.digits and glued and not left.scaled and read_numeral(words, stop + 1) is not None
        return (stop + 1, glued) if digits or spelled else None
    if word == "and":
        return (stop + 1, False) if low[first - 1] == "between" else None
    return (stop + 1, False) if word in {"to", "or"} else None
