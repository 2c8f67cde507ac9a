"""Values of statements: which quantity a statement gives, and whether two can both hold.

Two values disagree only when their intervals do not meet; an open end reaches to infinity. Units are compared after
conversion to a base ("six miles", "10 km"), with the rounding of the words allowed for. Imports: lexicon and records
only.
"""

import re
from math import inf
from typing import Literal

from headwater.claims.clock import CLOCK_UNIT, clocks_meet, is_clock
from headwater.claims.persons import PERSON_NOUN
from headwater.lexicon.matters import matter_classes, stem
from headwater.lexicon.numbers import ORDINALS
from headwater.lexicon.units import to_base
from headwater.records import Quantity, Span, Value

Comparison = Literal["meet", "apart", "incomparable"]

# A converted figure is rounded on its way ("10 km (six miles)"), so bounds widen when units differ.
_CONVERSION_SLACK = 0.05
# "$600 million" and "$601 million" are one figure, written to other precisions.
_ROUNDING = 0.005


def value_of(quantity: Quantity, text: str) -> Value:
    """Return a quantity as a statement's value, with its exact words."""
    return Value(
        lower=quantity.lower,
        upper=quantity.upper,
        unit=quantity.unit or quantity.counted,
        text=quantity.span.quote(text),
        span=quantity.span,
    )


_ONE = r"(?:an?|one|another|his|her|their)\s(?:[\w\-]+\s){0,2}?" + PERSON_NOUN + r"\b"
# "killed a child", "his wife and a young boy were missing"; whoever stands behind "by" or "with" did something.
_PERSONS = re.compile(rf"(?<!by )(?<!with )\b{_ONE}(?P<second>\sand\s{_ONE})?", re.IGNORECASE)
# "a ninth worker", "the third victim": whoever is the ninth makes nine. His second son makes no two.
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join(word for word in ORDINALS if word != 'first')}|\d{{1,3}}(?:st|nd|rd|th))\s(?:[\w\-]+\s)?"
    r"(?:person|man|woman|worker|victim|patient|passenger|resident|miner|soldier|officer|body|death|fatality|casualty)\b",
    re.IGNORECASE,
)
_MORE_OF_THEM = re.compile(r"\s(?:and|or)\s")
_BEFALLS = frozenset({"death", "injury", "missing", "trapped", "arrest", "rescue"})


def implied_value(span: Span, text: str) -> Value | None:
    """Return how many persons something befell where words without a number tell it ("killed a child"), else None.

    Args:
        span: The statement's span.
        text: Document.text, n code points.
    """
    words = span.quote(text)
    nth = _NTH.search(words)
    found = nth or _PERSONS.search(words)
    classes = matter_classes()
    if found is None or not any(
        not _BEFALLS.isdisjoint(classes.get(stem(word), ())) for word in words.casefold().split()
    ):
        return None
    if _MORE_OF_THEM.match(words, found.end()):
        return None  # "his wife and children": how many is not said
    place = Span(span.doc_id, span.start + found.start(), span.start + found.end())
    number = _rank(nth["nth"]) if nth else 2.0 if found["second"] else 1.0
    return Value(lower=number, upper=number, unit="people", text=found.group(), span=place)


def _rank(words: str) -> float:
    return float(ORDINALS.get(words.casefold()) or words[:-2])


def compare_values(left: Value | None, right: Value | None) -> Comparison:
    """Tell whether two values meet, stand apart or cannot be compared (no value, or other dimensions)."""
    if left is None or right is None or is_clock(left.unit) != is_clock(right.unit):
        return "incomparable"
    if is_clock(left.unit):
        meet = clocks_meet(left, right)
        return "incomparable" if meet is None else "meet" if meet else "apart"
    left_dimension, left_factor = to_base(left.unit)
    right_dimension, right_factor = to_base(right.unit)
    if left_dimension != right_dimension:
        return "incomparable"
    slack = _CONVERSION_SLACK if left.unit != right.unit and left_factor != right_factor else 0.0
    low_left, high_left = _bounds(left, left_factor, slack)
    low_right, high_right = _bounds(right, right_factor, slack)
    if low_left <= high_right and low_right <= high_left:
        return "meet"
    gap = max(low_left, low_right) - min(high_left, high_right)
    return "meet" if gap <= _ROUNDING * min(high_left, high_right) else "apart"


def _bounds(value: Value, factor: float, slack: float) -> tuple[float, float]:
    lower = -inf if value.lower is None else value.lower * factor
    upper = inf if value.upper is None else value.upper * factor
    return lower - abs(lower) * slack if lower != -inf else lower, upper + abs(upper) * slack if upper != inf else upper


def dimension_of(value: Value) -> str:
    """Return the dimension a value is compared in ("length", "count", "percent", ...)."""
    return CLOCK_UNIT if is_clock(value.unit) else to_base(value.unit)[0]


def in_base(value: Value) -> tuple[float | None, float | None, str]:
    """Return bounds and dimension after conversion, so that "five" and "5 people", "1 km" and "1,000 m" are equal."""
    if is_clock(value.unit):
        return value.lower, value.upper, value.unit
    dimension, factor = to_base(value.unit)
    return (
        None if value.lower is None else round(value.lower * factor, 6),
        None if value.upper is None else round(value.upper * factor, 6),
        dimension,
    )


def values_conflict(left: Value | None, right: Value | None) -> bool:
    """Tell whether two values cannot both hold; a missing value conflicts with nothing."""
    return compare_values(left, right) == "apart"
