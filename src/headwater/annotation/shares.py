"""Shares and multiples: fractions, "one in five", "double the", and "no" as a count of none.

Every reader returns (first word, word behind, lower, upper, unit) or None. Imports: lexicon and the neighbouring
annotate modules only.
"""

from headwater.annotation.counted import is_plural
from headwater.annotation.measures import read_unit
from headwater.annotation.numerals import Numeral, read_numeral
from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS, DENOMINATORS, SCALES

Found = tuple[int, int, float, float, str]

_DETERMINERS = frozenset("the its their his her our my these those this all".split())
_FRACTION_ENDS = frozenset(
    ". , ; : of the to in from since are is were was have had and or as less more lower higher on by this last between "
    "after while when for with said".split()
) | {"", "\n", ")"}
_SHARE_OPENERS = frozenset(
    "by about nearly almost over than least roughly around approximately only just under to lost up fully".split()
)
# What is absent is not counted in these: "no plans", "no signs".
_UNCOUNTED = frozenset(
    "plans reasons comments signs details indications doubts circumstances illusions words "
    "means terms limits intentions "
    "strings bounds odds guarantees excuses regrets apologies news politics series grounds thanks guns-blazing matters "
    "always less qualms ideas hopes prospects".split()
)
_SINGULAR_COUNTS = frozenset(
    "death injury casualty fatality survivor victim arrest person people deaths fatalities".split()
)


GROUPS = {"pair": 2.0, "trio": 3.0, "quartet": 4.0, "quintet": 5.0, "score": 20.0}
NOBODIES = frozenset(("nobody", "none", "not"))
_WAS = frozenset("was were is are has have had will".split())
_HARMED = frozenset("hurt harmed killed injured wounded missing dead arrested died detained".split())
_AFTER_NOT_ONE = frozenset("of but to for who that and or at in on by".split())
# One thing that comes in two parts.
_ONE_IN_PAIRS = frozenset("trousers jeans shorts scissors glasses pants pyjamas pajamas goggles binoculars".split())


def _three_digits(value: float) -> float:
    """Shares are written in thousandths: two-thirds is 0.667, one in 500 is 0.002."""
    return float(f"{value:.3g}")


def read_ratio(words: Words, numeral: Numeral) -> Found | None:
    """Read "one in five", "1 in every 500", "nine out of 10", "two of every three"."""
    low, at = words.low, numeral.stop
    if numeral.value != int(numeral.value) or not 0 < numeral.value <= 99 or numeral.scaled:
        return None
    strict = True
    if low[at : at + 2] == ["out", "of"]:
        at += 2
        strict = False
    elif low[at] in {"in", "of", "per", "for"}:
        at += 1
    else:
        return None
    every = low[at] == "every"
    if low[at - 1] in {"of", "for", "per"} and strict and not every:
        return None
    right = read_numeral(words, at + every)
    if right is None or right.value <= numeral.value or low[right.stop] in {"%", "percent", "per"}:
        return None
    unit = read_unit(words, right.stop, right.value, digits=right.digits)
    if strict and not every and not _is_share(words, numeral, right, unit):
        return None
    share = _three_digits(numeral.value / right.value)
    return numeral.first, right.stop, share, share, "ratio"


def _is_share(words: Words, left: Numeral, right: Numeral, unit: tuple[str, int] | None) -> bool:
    if unit is not None or (right.digits and 1900 <= right.value <= 2100):
        return False
    if left.value > 9 or words.low[right.stop] in {"-", "separate", "different"}:
        return False
    tens = right.value in {10.0, 20.0, 50.0} or (right.value >= 100 and right.value % 100 == 0)
    return left.value == 1 or tens or right.value <= 10


def read_fraction(words: Words, index: int, floor: int, numeral: Numeral | None = None) -> Found | None:
    """Read a fraction whose denominator stands at or right behind a word: "two-thirds", "half a million".

    Args:
        words: The text's words.
        index: The word behind the numerator, or the denominator itself when no numeral stands before it.
        floor: The first word that may be taken in front.
        numeral: The numerator, if it is a number word.
    """
    low = words.low
    if numeral is None:
        return _read_bare_fraction(words, index, floor)
    at = index + 1 if low[index] == "-" else index
    word = low[at]
    if word not in DENOMINATORS or not 0 < numeral.value < DENOMINATORS[word] or numeral.value != int(numeral.value):
        return None
    plural = word.endswith("s")
    if plural != (numeral.value > 1):
        return None
    if not plural and low[at + 1] not in _FRACTION_ENDS:
        return None
    if word == "quarters" and numeral.value != 3:
        return None
    return _of_something(words, numeral.first, at + 1, numeral.value / DENOMINATORS[word])


def _read_bare_fraction(words: Words, index: int, floor: int) -> Found | None:
    low, word, before = words.low, words.low[index], words.low[index - 1]
    after = low[index + 1]
    if word == "half":
        if low[index - 2 : index] == ["and", "a"] and index - 4 >= floor:
            return _and_a_half(words, index)
        if before in {
            "first",
            "second",
            "other",
            "last",
            "better",
            "latter",
            "-",
            "s",
            "next",
            "final",
            "this",
            "each",
        }:
            return None
        if after in {"a", "an"} or (after == "-" and low[index + 2] in {"a", "an", *SCALES}) or after in SCALES:
            return _of_something(words, index, index + 1, 0.5)
        if after in {"of", *_DETERMINERS}:
            return _of_something(words, index, index + 1, 0.5)
        first = index - 1 if before == "a" else index
        if low[first - 1] in _SHARE_OPENERS and after in _FRACTION_ENDS:
            return first, index + 1, 0.5, 0.5, "ratio"
        return None
    if before not in {"a", "an"} or index - 1 < floor or word.endswith("s"):
        return None
    if after == "of" or (low[index - 2] in _SHARE_OPENERS and after in _FRACTION_ENDS):
        return _of_something(words, index - 1, index + 1, 1 / DENOMINATORS[word])
    return None


def _of_something(words: Words, first: int, stop: int, share: float) -> Found:
    """Return a fraction of a scale or unit as an amount ("half a million"), of anything else as a ratio."""
    low, at = words.low, stop
    at += low[at] == "-"
    at += low[at] == "of"
    at += low[at] in {"a", "an"}
    at += low[at] == "-"
    if at > stop or low[at] in SCALES:
        if low[at] in SCALES:
            value = share
            while low[at] in SCALES and at < stop + 8:
                value, at = value * SCALES[low[at]], at + 1
            unit = read_unit(words, at, value, digits=False)
            return (first, unit[1], value, value, unit[0]) if unit else (first, at, value, value, "")
        unit = read_unit(words, at, 1.0, digits=False) if low[at - 1] in {"a", "an", "-"} else None
        if unit:
            return first, unit[1], share, share, unit[0]
    value = _three_digits(share)
    return first, stop, value, value, "ratio"


def _and_a_half(words: Words, index: int) -> Found | None:
    """Read "a year and a half", "an hour and a half"."""
    low = words.low
    unit = read_unit(words, index - 3, 1.0, digits=False)
    if unit is None or unit[1] != index - 2 or low[index - 4] not in {"a", "an", "one"}:
        return None
    return index - 4, index + 1, 1.5, 1.5, unit[0]


def read_multiple(words: Words, index: int, value: float) -> Found | None:
    """Read "double the number", "triple its size"."""
    if words.low[index + 1] in {"the", "its", "their", "that", "what", "last"}:
        return index, index + 1, value, value, "times"
    return None


def read_nobody(words: Words, index: int) -> Found | None:
    """Read "nobody was hurt", "none of the passengers", "not one call": none, where something is counted."""
    low, word = words.low, words.low[index]
    if word == "none":
        return (index, index + 1, 0.0, 0.0, "") if low[index + 1] == "of" else None
    if word == "not":
        if low[index + 1] == "one" and low[index + 2][:1].isalpha() and low[index + 2] not in _AFTER_NOT_ONE:
            return index, index + 2, 0.0, 0.0, ""
        return (index, index + 3, 0.0, 0.0, "") if low[index + 1 : index + 3] == ["a", "single"] else None
    harmed = any(low[at] in _HARMED for at in range(index + 2, index + 5)) and low[index + 1] in _WAS
    return (index, index + 1, 0.0, 0.0, "") if harmed else None


def read_group(words: Words, index: int) -> Found | None:
    """Read "a pair of gunmen", "a trio of ministers", "a score of riders": a number of whatever comes in the plural."""
    low = words.low
    if low[index - 1] != "a" or low[index + 1] != "of":
        return None
    counted = next((low[at] for at in range(index + 2, index + 5) if is_plural(low[at])), None)
    if counted is None or (low[index] == "pair" and counted in _ONE_IN_PAIRS):
        return None
    value = GROUPS[low[index]]
    return index - 1, index + 1, value, value, ""


def read_none(words: Words, index: int) -> Found | None:
    """Read "no casualties", "no deaths or injuries": a count of none before a plural noun within three words."""
    low = words.low
    if low[index + 1] == "one":
        harmed = low[index + 2] in _WAS and any(low[at] in _HARMED for at in range(index + 3, index + 6))
        return (index, index + 2, 0.0, 0.0, "") if harmed else None
    if low[index - 1] in {"there's", "-", "yes", "or", "said"} and low[index + 1] == ",":
        return None
    for at in range(index + 1, index + 4):
        word = low[at]
        if not word[:1].isalpha() or word in CARDINALS:
            return None
        if is_plural(word) and word != "more":
            return None if word in _UNCOUNTED else (index, index + 1, 0.0, 0.0, "")
        if word in _SINGULAR_COUNTS and at == index + 1:
            return index, index + 1, 0.0, 0.0, ""
        if (
            word in {"one", "longer", "fewer", "less", "doubt", "more", "way", "matter", "other", "such", "further"}
            and at == index + 1
            and word not in {"other", "such", "further"}
        ):
            return None
    return None
