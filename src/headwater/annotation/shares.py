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
# A share as a pronoun stands before these: "nearly half say", "of which a third will come".
_SHARE_VERBS = frozenset(
    "are were have had has is was said say says will would can could may might must should do did not live lived work "
    "worked think thought believe believed want wanted come came go goes went died lost voted agree agreed back backed "
    "support supported oppose opposed report reported feel felt expect expected plan planned use used own owned earn "
    "earned know knew fear feared remain remained blame blamed admit admitted name named cite cited survive survived "
    "told need needed now never still also belong belonged describe described claim claimed speak spoke rely favour "
    "favoured favor favored prefer preferred see saw choose chose get got make made".split()
)
# A lone "a third" before these is many; before a singular verb it may be the third of several people.
_PLURAL_VERBS = frozenset(
    "are were have say live work think believe want come go agree back support oppose report feel expect plan use own "
    "earn know fear remain blame need rely favour favor prefer speak".split()
)
_CLAUSE_OPENERS = frozenset((",", ";", ":", "and", "but", "while", "whereas", "with", "that", "though", "although"))
_SHARES = frozenset("half halves quarter quarters thirds fifths majority minority % percent cent".split())
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


_HALVES_NAMED = frozenset("first second other last better latter - s next final this each".split())
_SENTENCE = 16
GROUPS = {"pair": 2.0, "trio": 3.0, "quartet": 4.0, "quintet": 5.0, "score": 20.0}
NOBODIES = frozenset(("nobody", "none", "not"))
_WAS = frozenset("was were is are has have had will".split())
_HARMED = frozenset("hurt harmed killed injured wounded missing dead arrested died detained".split())
_AFTER_NOT_ONE = frozenset("of but to for who that and or at in on by".split())
# One thing that comes in two parts.
_ONE_IN_PAIRS = frozenset("trousers jeans shorts scissors glasses pants pyjamas pajamas goggles binoculars".split())


def thousandths(share: float | None) -> float | None:
    """Return a share as it is written, in thousandths, small ones with three digits: 0.667, 0.083, 0.00125.

    Args:
        share: The exact share, bounds already applied; None stays open.
    """
    if share is None:
        return None
    return round(share, 3) if abs(share) >= 0.01 else float(f"{share:.3g}")


def read_ratio(words: Words, numeral: Numeral) -> Found | None:
    """Read "one in five", "1 in every 500", "nine out of 10", "two of every three"."""
    low, at = words.low, numeral.stop
    if numeral.value != int(numeral.value) or not 0 < numeral.value <= 99 or numeral.scaled:
        return None
    strict = True
    at += low[at : at + 2] == ["-", "in"]  # "a one-in-five chance"
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
    at += low[at] == "-" and low[at - 2] == "-"
    right = read_numeral(words, at + every)
    if right is None or right.value <= numeral.value or low[right.stop] in {"%", "percent", "per"}:
        return None
    unit = read_unit(words, right.stop, right.value, digits=right.digits)
    if strict and not every and not _is_share(words, numeral, right, unit):
        return None
    share = numeral.value / right.value
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
    low, word, before, after = words.low, words.low[index], words.low[index - 1], words.low[index + 1]
    if word == "half":
        return _read_half(words, index, floor)
    if word.endswith("s") or index - 1 < floor:
        return None
    if before in {"another", "further"} and after == "of":
        return _of_something(words, index, index + 1, 1 / DENOMINATORS[word])
    if before not in {"a", "an"}:
        return None
    opened = low[index - 2] in _SHARE_OPENERS and (after.endswith("ed") or after in _FRACTION_ENDS | _SHARE_VERBS)
    if after == "of" or opened or _is_pronoun(words, index - 1, index):
        return _of_something(words, index - 1, index + 1, 1 / DENOMINATORS[word])
    return None


def _read_half(words: Words, index: int, floor: int) -> Found | None:
    low, before, after = words.low, words.low[index - 1], words.low[index + 1]
    if low[index - 2 : index] == ["and", "a"] and index - 4 >= floor:
        return _and_a_half(words, index)
    if before in _HALVES_NAMED:
        return None
    if after in SCALES or (low[index + 2] in {"a", "an", *SCALES} and after == "-"):
        return _of_something(words, index, index + 1, 0.5)
    if after in {"a", "an", "of", "what", *_DETERMINERS}:
        return _of_something(words, index, index + 1, 0.5)
    first = index - 1 if before == "a" else index
    acting = after.endswith("ed") and (words.opens(first - 1) or words.opens(first - 2))
    opened = low[first - 1] in _SHARE_OPENERS and (acting or after in _FRACTION_ENDS | _SHARE_VERBS)
    if opened or (after == "as" and low[index + 2] in {"many", "much"}) or _is_pronoun(words, first, index):
        return first, index + 1, 0.5, 0.5, "ratio"
    return None


def _is_pronoun(words: Words, first: int, index: int) -> bool:
    """Tell whether a bare fraction stands for that share of what was named: "of which half were", "a quarter said".

    Args:
        words: The text's words.
        first: The article before the fraction, or the fraction itself.
        index: The fraction word.
    """
    low, after = words.low, words.low[index + 1]
    if low[first - 1] in {"which", "whom"} and low[first - 2] == "of":
        return after[:1].isalpha()
    if not (words.opens(first) or low[first - 1] in _CLAUSE_OPENERS) or after not in _SHARE_VERBS:
        return False
    if low[index] == "half" or (low[index] == "quarter" and after not in {"is", "was", "has", "had"}):
        return True
    before = low[max(0, first - _SENTENCE) : first]
    if any(word in _SHARES for word in before) or (low[first - 1] == "," and _opens_with_of(words, first)):
        return True
    return after in _PLURAL_VERBS and not (after == "have" and low[index + 2] == "a")


def _opens_with_of(words: Words, first: int) -> bool:
    """Tell whether the whole was named in front: "Of the money, a fifth has been spent"."""
    return any(words.low[at] == "of" and words.opens(at) for at in range(max(0, first - _SENTENCE), first))


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
    return first, stop, share, share, "ratio"


def _and_a_half(words: Words, index: int) -> Found | None:
    """Read "a year and a half", "an hour and a half"."""
    low = words.low
    unit = read_unit(words, index - 3, 1.0, digits=False)
    if unit is None or unit[1] != index - 2 or low[index - 4] not in {"a", "an", "one"}:
        return None
    return index - 4, index + 1, 1.5, 1.5, unit[0]


def read_multiple(words: Words, index: int, value: float) -> Found | None:
    """Read "double the number", "triple its size"."""
    if words.low[index + 1] in {"the", "its", "their", "that", "what", "last", "those", "his", "her", "our"}:
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
