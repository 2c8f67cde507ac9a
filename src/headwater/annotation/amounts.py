"""Reads one amount from the word that opens its number: bounds, ranges, ratios, fractions, multiples and units.

Indices count words of annotate.words.Words; every look-around is bounded. Imports: lexicon, records and the
neighbouring annotate modules only.
"""

from typing import NamedTuple

from headwater.annotation import number_traps as traps
from headwater.annotation.bounds import ALONE, Row, tidy
from headwater.annotation.compounds import is_odd_compound
from headwater.annotation.counted import is_plural
from headwater.annotation.currencies import currency_before
from headwater.annotation.framing import bound_in_front, extend_behind, read_range_end, settle
from headwater.annotation.labels import is_clock
from headwater.annotation.measures import is_money, read_unit
from headwater.annotation.numerals import Numeral, read_numeral, read_plain_digits
from headwater.annotation.pronouns import is_bare_one
from headwater.annotation.shares import (
    GROUPS,
    NOBODIES,
    Found,
    read_fraction,
    read_group,
    read_multiple,
    read_nobody,
    read_none,
    read_ratio,
    thousandths,
)
from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS, DENOMINATORS, FRACTION_SIGNS, MULTIPLES, SCALES
from headwater.lexicon.units import unit_words
from headwater.records import Modifier

_MULTIPLIERS = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
TRIGGERS = frozenset(
    (
        "a",
        "an",
        *CARDINALS,
        *SCALES,
        *ALONE,
        *DENOMINATORS,
        *FRACTION_SIGNS,
        *MULTIPLES,
        *_MULTIPLIERS,
        *NOBODIES,
        *GROUPS,
    )
) - frozenset(("mn", "mln", "mio", "bln", "tn", "trn"))
_DIGIT_PLURALS = frozenset((10.0, 100.0, 1e3, 1e4, 1e5, 1e6))
# "several dozen" means what "dozens" does.
_VAGUE_COUNTS = frozenset(("several", "few", "many", "couple"))
_VAGUE_OF_SCALE = {"dozen": "dozens", "hundred": "hundreds", "thousand": "thousands", "million": "millions",
                   "billion": "billions", "trillion": "trillions"}  # fmt: skip
_LETTER_SCALES = {"m": 1e6, "t": 1e12, "b": 1e9}
_AFTER_HANDFUL = frozenset(". , are were have had remain remained came come survived turned still more each".split())
_AFTER_ZERO = frozenset("- day sum tolerance hour in".split())
_SCORES_FOLLOWED_BY = frozenset("of more were are have had killed dead injured wounded missing".split())


class Amount(NamedTuple):
    """One quantity as words [first, stop) with its interval, before it becomes a record."""

    first: int
    stop: int
    lower: float | None
    upper: float | None
    unit: str
    modifier: Modifier
    rule: str


Reading = tuple[Amount | None, int]


def read_amount(words: Words, index: int, floor: int, *, listed: bool) -> Reading:
    """Return (amount, index behind it), or (None, index behind what is no amount).

    Args:
        words: The text's words.
        index: A word of TRIGGERS or one that begins with a digit.
        floor: The first word that may be taken in front of the number.
        listed: The number goes on a list of identifiers ("versions 5, 6 and 7").
    """
    word = words.low[index]
    if word == "no":
        return _wrap(words, floor, read_none(words, index), "none")
    if word in NOBODIES:
        return _wrap(words, floor, read_nobody(words, index), "none")
    if word in GROUPS:
        return _wrap(words, floor, read_group(words, index), "group")
    if word in MULTIPLES:
        return _wrap(words, floor, (index, index + 1, MULTIPLES[word], MULTIPLES[word], "times"), "multiple")
    if word in _MULTIPLIERS:
        return _wrap(words, floor, read_multiple(words, index, _MULTIPLIERS[word]), "multiple")
    if word in {"a", "an"}:
        return _read_article(words, index, floor)
    if word in ALONE and word != "zero":
        return _read_vague(words, index, floor)
    if word in DENOMINATORS and word not in CARDINALS:
        return _wrap(words, floor, read_fraction(words, index, floor), "fraction")
    return _read_number(words, index, floor, listed=listed)


def _wrap(words: Words, floor: int, found: Found | None, rule: str) -> Reading:
    """Bound what a rule found; nothing found refuses only the word itself."""
    if found is None:
        return None, 0
    return _bounded(words, floor, found, rule)


def _bounded(words: Words, floor: int, found: Found, rule: str, row: Row | None = None) -> Reading:
    first, stop, lower, upper, unit = found
    begin, front = bound_in_front(words, first, floor)
    end, behind = extend_behind(words, stop)
    low, high, modifier = settle(lower, upper, row, front, behind)
    if unit == "ratio":
        low, high = thousandths(low), thousandths(high)
    return Amount(begin, end, low, high, unit, modifier, rule), end


def _read_article(words: Words, index: int, floor: int) -> Reading:
    """Read "less than a week", "about a mile": the article counts only where a bound stands before it."""
    unit = read_unit(words, index + 1, 1.0, digits=False) if words.low[index + 1] in unit_words() else None
    if unit is None or bound_in_front(words, index, floor)[1] is None or words.low[unit[1]] in {"and", "ago"}:
        return None, 0
    return _bounded(words, floor, (index, unit[1], 1.0, 1.0, unit[0]), "article")


def _read_vague(words: Words, index: int, floor: int) -> Reading:
    """Read "dozens", "tens of thousands", "a handful of", "several hundred", "a couple of"."""
    low, word = words.low, words.low[index]
    row = ALONE[word]
    lower, upper = row.lower or 0.0, row.upper or 0.0
    first, stop = index, index + 1
    if word in {"handful", "couple"}:
        follows = low[stop] == "of" or low[stop] in (SCALES if word == "couple" else _AFTER_HANDFUL)
        if low[index - 1] not in {"a", "the", "small"} or not follows:
            return None, 0
        first = index - 1 if low[index - 1] == "a" else index - 2 if low[index - 2] == "a" else index
        if low[stop + (low[stop] == "of")] in _VAGUE_OF_SCALE:
            stop += 1 + (low[stop] == "of")
            lower, upper = 2 * SCALES[low[stop - 1]], 2 * SCALES[low[stop - 1]]
    elif (word == "tens" and not (low[stop] == "of" and low[stop + 1] in {"thousands", "millions", "billions"})) or (
        word == "scores"
        and (
            low[stop] not in _SCORES_FOLLOWED_BY or low[index - 1] in {"test", "exam", "the", "their", "high", "credit"}
        )
    ):
        return None, 0
    elif low[stop] == "of" and low[stop + 1][:-1] in SCALES and word != "millions":
        scale = SCALES[low[stop + 1][:-1]]
        lower, upper, stop = lower * scale, (upper + 1) * scale - 1, stop + 2
    unit = read_unit(words, stop + (low[stop] == "of"), lower, digits=False)
    if unit:
        return _bounded(words, floor, (max(first, floor), unit[1], lower, upper, unit[0]), "vague", row)
    return _bounded(words, floor, (max(first, floor), stop, lower, upper, ""), "vague", row)


def _read_digit_plural(words: Words, index: int, floor: int) -> Reading | None:
    """Read "100s of people", "100,000s" as the vague words of the same size; 1990s is a decade."""
    low, value = words.low, read_plain_digits(words.low[index])
    if low[index + 1] != "s" or not words.glued(index + 1) or value not in _DIGIT_PLURALS:
        return None
    return _bounded(words, floor, (index, index + 2, value, 10 * value - 1, ""), "vague", RANGE)


def _read_number(words: Words, index: int, floor: int, *, listed: bool) -> Reading:
    low = words.low
    if low[index][0].isdecimal() and (plural := _read_digit_plural(words, index, floor)):
        return plural
    if low[index][0].isdecimal() and (chain := traps.is_chain(words, index)):
        return None, chain
    first = index
    if low[index] in SCALES:
        if low[index - 1] in _VAGUE_COUNTS and low[index] in _VAGUE_OF_SCALE:
            return _read_several(words, index, floor)
        if low[index - 1] in {"a", "an"} and index > floor:
            first = index - 1
        elif low[index + 1] == "-" or low[index - 1] in {"per", "last", "next"}:
            return None, 0
    numeral = read_numeral(words, first)
    if numeral is None:
        return None, index + 1
    if share := read_ratio(words, numeral):
        return _bounded(words, floor, share, "ratio")
    if not numeral.digits and (share := read_fraction(words, numeral.stop, floor, numeral)):
        return _bounded(words, floor, share, "fraction")
    currency = currency_before(words, first) if first > floor else None
    numeral, letter_unit = _settle_letter(words, numeral, money=currency is not None)
    if currency is None and not letter_unit and _is_trap(words, numeral, listed=listed):
        return None, _behind_glued(words, numeral.stop)
    return _read_span(words, numeral, floor, currency, letter_unit)


def _read_several(words: Words, index: int, floor: int) -> Reading:
    """Read "several dozen", "a few hundred thousand" as the vague word of the same scale."""
    row = ALONE[_VAGUE_OF_SCALE[words.low[index]]]
    lower, upper, stop = row.lower or 0.0, row.upper or 0.0, index + 1
    if words.low[stop] in _VAGUE_OF_SCALE:
        scale = SCALES[words.low[stop]]
        lower, upper, stop = lower * scale, (upper + 1) * scale - 1, stop + 1
    first = index - 2 if words.low[index - 2] == "a" else index - 1
    unit = read_unit(words, stop, lower, digits=False) or ("", stop)
    return _bounded(words, floor, (max(first, floor), unit[1], lower, upper, unit[0]), "vague", row)


def _settle_letter(words: Words, numeral: Numeral, *, money: bool) -> tuple[Numeral, str]:
    """Tell what a letter behind digits means: "5m users", "£3m" millions; "a 10m wall" metres; "2t" tonnes."""
    low, at = words.low, numeral.stop
    letter = low[at]
    if letter not in _LETTER_SCALES or not numeral.digits or numeral.scaled:
        return numeral, ""
    if not words.glued(at) and not money:
        return numeral, ""
    counts = (
        any(is_plural(word) or word in {"barrels", "tonnes"} for word in low[at + 1 : at + 3]) or low[at + 2] == "users"
    )
    if money or (counts and letter == "m" and words.low[at + 1] not in {"waves", "long", "tall"}):
        scale = _LETTER_SCALES[letter]
        return numeral._replace(value=tidy(numeral.value * scale), stop=at + 1, scaled=True, scale=scale), ""
    return numeral, {"m": "m", "t": "tonne"}.get(letter, "")


def _is_trap(words: Words, numeral: Numeral, *, listed: bool) -> bool:
    low, first, stop = words.low, numeral.first, numeral.stop
    if (low[first] == "zero" and low[stop] in _AFTER_ZERO) or is_clock(words, first, stop):
        return True
    if low[first] == "one" and stop == first + 1 and not _is_compound(words, stop) and is_bare_one(words, first, stop):
        return bound_in_front(words, first, 0)[1] is None
    unit = read_unit(words, stop, numeral.value, digits=numeral.digits)
    if numeral.digits and unit is None and _sticks_to_letters(words, stop):
        return True
    if numeral.scaled:
        return False
    if unit is None and _is_compound(words, stop) and is_odd_compound(words, first, stop):
        return True
    if low[first - 1] == "magnitude" or (low[first - 1] == "-" and low[first - 2] == "magnitude"):
        return False
    if traps.is_name(words, first, stop, digits=numeral.digits):
        return True
    if numeral.digits and (traps.is_year(words, first) or traps.is_part_of_date(words, first, stop)):
        return stop == first + 1
    if numeral.digits and low[first - 1] == "," and low[stop] in {",", "."} and traps.is_age(words, first):
        return True
    return listed and unit is None and not is_plural(low[stop])


def _sticks_to_letters(words: Words, stop: int) -> bool:
    """Tell whether letters that are no unit touch the digits before them: "3rd", "4x4", not "10x" or "20plus"."""
    low = words.low
    if not words.glued(stop) or not low[stop][:1].isalpha() or low[stop] == "plus":
        return False
    return low[stop] != "x" or (words.glued(stop + 1) and low[stop + 1][:1].isdecimal())


def _is_compound(words: Words, at: int) -> bool:
    return words.low[at] == "-" and words.glued(at) and words.glued(at + 1)


def _behind_glued(words: Words, stop: int) -> int:
    """Return the index behind a number glued to a refused one by a dash: "3-1", "pages 5-9", "one-two"."""
    after = words.low[stop + 1]
    spelled = words.low[stop - 1] in CARDINALS and after in CARDINALS
    return stop + 2 if _is_compound(words, stop) and (after[:1].isdecimal() or spelled) else stop


def _read_span(
    words: Words, numeral: Numeral, floor: int, currency: tuple[str, int] | None, letter_unit: str
) -> Reading:
    """Finish a number: its range, unit, sign and bounds."""
    low = words.low
    first = currency[1] if currency else numeral.first
    lower = upper = numeral.value
    stop = numeral.stop + 1 if letter_unit else numeral.stop
    unit = letter_unit or (currency[0] if currency else "")
    early = None if unit else read_unit(words, stop, lower, digits=numeral.digits)
    rule, row = "number", None
    end = read_range_end(words, numeral, first, early[1] if early else stop, unit or (early[0] if early else ""))
    if end is not None:
        lower, upper, stop = end.lower, end.upper, end.stop
        if traps.is_score(words, numeral.first, stop, left=lower, right=upper, glued=end.glued) and not unit:
            return None, stop
        if lower >= upper:
            return None, stop
        rule, row, early = "range", RANGE, None if unit else read_unit(words, stop, upper, digits=end.digits)
        first = first - 1 if low[first - 1] in {"between", "from"} and first > floor else first
    if early:
        unit, stop = early
    elif (is_money(unit) or (end and letter_unit)) and read_unit(words, stop, upper, digits=True) == (unit, stop + 1):
        stop += 1  # "US$5 million dollars", "10m to 12m"
    unit, first, stop = _special_unit(words, unit, first, stop, floor)
    if low[first - 1] == "minus" or (
        unit in {"celsius", "fahrenheit", "degree", "percent"} and _is_negative(words, first)
    ):
        lower, upper, first = -upper, -lower, first - 1
    return _bounded(words, floor, (first, stop, lower, upper, unit), rule, row)


RANGE = Row("between|from|-|to|or", "alone", 1.0, 1.0, "range")


def _is_negative(words: Words, first: int) -> bool:
    return words.low[first - 1] == "-" and words.glued(first) and not words.glued(first - 1)


def _special_unit(words: Words, unit: str, first: int, stop: int, floor: int) -> tuple[str, int, int]:
    """Read units that stand elsewhere: "magnitude 6.1", "aged 45", "10-fold", "45 years old", "on the Richter"."""
    low = words.low
    if unit == "year" and (low[stop] == "old" or (low[stop] == "-" and low[stop + 1] == "old")):
        return unit, first, stop + 1 + (low[stop] == "-")
    if unit:
        return unit, first, stop
    if low[first - 1] in {"aged", "age"}:
        return "year", first, stop
    back = (
        2
        if low[first - 1] in {"-", "of"} and low[first - 2] == "magnitude"
        else 1
        if low[first - 1] == "magnitude"
        else 0
    )
    if back and first - back >= floor:
        return "magnitude", first - back, stop
    if low[stop : stop + 3] == ["on", "the", "richter"] or low[stop : stop + 2] == ["on", "richter"]:
        return "magnitude", first, stop
    hyphen = low[stop] == "-"
    if low[stop + hyphen] == "fold" or (low[stop] == "x" and words.glued(stop) and not low[stop + 1][:1].isdecimal()):
        return "times", first, stop + hyphen + 1
    return unit, first, stop
