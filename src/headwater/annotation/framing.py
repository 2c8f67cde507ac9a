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
from headwater.annotation.numerals import Numeral, read_numeral
from headwater.annotation.words import Words
from headwater.records import Modifier

# Words between a bound and its number that change nothing: "more than another 50", "at least a further 20".
_FILLERS = frozenset("a an another the its their further additional".split())
_CHANGES = frozenset(
    "rose rise rises rising fell fall falls falling grew grow increase increased increases "
    "increasing dropped drop drops "
    "raised raise raising cut cuts cutting jumped climbed climb slipped dipped declined down "
    "up widened narrowed reduced "
    "doubled tripled soared surged lowered moved went expanded revised shrank swelled edged slid plunged".split()
)
_SIGNS = frozenset("$ £ € ¥ ₹ ₦".split())
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
        row, start = _match_before(words, at, floor)
        if row is None and at > floor and low[at - 1] in _FILLERS:
            row, start = _match_before(words, at - 1, floor)
        if row is None:
            break
        if row.modifier != "exact":
            begin, held = start, row if held is None or row.modifier in {"at_least", "at_most"} else held
        at = start
    return begin, held


def _match_before(words: Words, at: int, floor: int) -> tuple[Row | None, int]:
    low = words.low
    if at <= floor or low[at - 1] not in BEFORE_ENDINGS:
        return None, at
    for length in range(min(LONGEST, at - floor), 0, -1):
        row = bound_before(words.phrase(at - length, at))
        if row is not None and not (
            low[at - length] == "c" and words.capital(at - length)
        ):  # "U.S.C. 1001" is no circa
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
        return stop + length, row
    return stop, None


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


def read_range_end(words: Words, left: Numeral, stop: int) -> RangeEnd | None:
    """Return the range that goes on behind a number and its unit, or None when there is one number only.

    Args:
        words: The text's words.
        left: The first number.
        stop: The word behind the first number and its unit.
    """
    low = words.low
    if low[stop] == "-" and low[stop + 1] == "odd":
        return _odd(left, stop + 2)
    if low[stop] == "odd" and not left.digits:
        return _odd(left, stop + 1)
    joined = _joiner(words, left, stop)
    if joined is None:
        return None
    at, glued = joined
    at += low[at] in _SIGNS
    right = read_numeral(words, at)
    if right is None or right.stop == at:
        return None
    start = left.value
    money = low[at - 1] in _SIGNS or low[left.first - 1] in _SIGNS
    if low[right.stop] in _MONEY_LETTERS and words.glued(right.stop) and money and not right.scaled:
        scale = _MONEY_LETTERS[low[right.stop]]  # "£3m to £4m", "£3-4m"
        right = right._replace(value=right.value * scale, stop=right.stop + 1, scaled=True, scale=scale)
    if right.scaled or right.scale > 1:
        start = start * right.scale if not left.scaled and start < right.value / right.scale + 1e-9 else start
    if low[stop] == "or" and not start < right.value <= max(3 * start, start + 3):
        return None
    return RangeEnd(start, right.value, right.stop, glued, right.digits)


def _odd(left: Numeral, stop: int) -> RangeEnd | None:
    """Read "thirty-odd": up to the last number before the next round one."""
    step = 10 if left.value < 100 else 100 if left.value < 1000 else 1000
    return RangeEnd(left.value, left.value + step - 1, stop, glued=False, digits=False)


def _joiner(words: Words, left: Numeral, stop: int) -> tuple[int, bool] | None:
    """Return (index of the second number, whether the dash touches both) behind a joining word."""
    low, word, before = words.low, words.low[stop], words.low[left.first - 1]
    before = words.low[left.first - 2] if before in _SIGNS else before
    if word == "-":
        if low[stop + 1] == "to" and low[stop + 2] == "-":
            return stop + 3, False
        if words.text[words.starts[stop]] == "—":
            return None
        glued = words.glued(stop) and words.glued(stop + 1)
        digits = left.digits and (low[stop + 1][:1].isdecimal() or low[stop + 1] in _SIGNS)
        spelled = not left.digits and glued and not left.scaled and read_numeral(words, stop + 1) is not None
        return (stop + 1, glued) if digits or spelled else None
    if word == "and":
        return (stop + 1, False) if before == "between" else None
    if word == "to":
        changed = any(w in _CHANGES for w in low[max(0, left.first - 7) : left.first])
        return None if changed and before in {"from", "by"} | _CHANGES else (stop + 1, False)
    if word == "or":
        return stop + 1, False
    return None
