"""Reads one numeral: digits, words, scales and mixed fractions, also in wire texts whose marks stand apart ("1, 500").

Indices count words of annotate.words.Words. Every look-ahead is bounded, so reading a text is linear.
Imports: lexicon and the neighbouring annotate modules only.
"""

import re
from typing import NamedTuple

from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS, FRACTION_SIGNS, GLUED_SCALES, SCALES, TENS, UNITS

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA_DECIMAL = re.compile(r"\d{1,3},\d{1,2}")
_HARD_BLANKS = "\u00a0\u202f\u2009"
_MAX_DIGITS = 18
_MAX_WORDS = 14
# What may follow a decimal whose point stands apart ("6. 1 - magnitude"): otherwise the point ends a sentence.
_AFTER_LOOSE_DECIMAL = frozenset(
    "- magnitude % percent per million billion trillion bn mn m km kilometers kilometres miles mile metres meters feet "
    "tonnes tons degrees crore lakh on".split()
)
_BEFORE_LOOSE_DECIMAL = frozenset(("$", "£", "€", "¥", "₹", "magnitude", "-", "of"))
_HALVES = {"half": 0.5, "quarter": 0.25}


class Numeral(NamedTuple):
    """One number as read: words [first, stop), its value, and how it was written."""

    first: int
    stop: int
    value: float
    digits: bool  # written in digits
    scaled: bool = False  # a scale word or letter belongs to it ("3 million", "5bn")
    scale: float = 1.0  # the product of its scales


def read_numeral(words: Words, index: int) -> Numeral | None:
    """Return the numeral that begins at a word, or None.

    Args:
        words: The text's words.
        index: Where the numeral's first word stands; a word that belongs to an earlier numeral gives a part of it.
    """
    word = words.low[index]
    if not word:
        return None
    if word[0].isdecimal():
        return _read_digits(words, index)
    if word in FRACTION_SIGNS:
        return _scaled(words, Numeral(index, index + 1, FRACTION_SIGNS[word], digits=True))
    if word in ("a", "an") and words.low[index + 1] in SCALES:
        return _read_spelled(words, index + 1, index)
    if word in CARDINALS or (word in SCALES and len(word) > 3):
        return _read_spelled(words, index, index)
    return None


def read_plain_digits(token: str) -> float | None:
    """Return the value of a token of digits and separators, or None when it is no number (times, versions, lists)."""
    if len(token) > _MAX_DIGITS:
        return None
    if _PLAIN.fullmatch(token):
        return float(token)
    if _GROUPED.fullmatch(token):
        return float(token.replace(",", ""))
    if _DOTTED.fullmatch(token):
        return float(token.replace(".", ""))
    return None


def _read_digits(words: Words, index: int) -> Numeral | None:
    low = words.low
    value = read_plain_digits(low[index])
    if value is None:
        value = _decimal_comma(words, index)
    if value is None:
        return None
    text, stop = _join_spaced(words, index)
    if stop == index + 1:
        text, stop = _join_loose(words, index)
    if stop > index + 1:
        value = float(text)
    if words.glued(stop) and low[stop] in FRACTION_SIGNS:
        value, stop = value + FRACTION_SIGNS[low[stop]], stop + 1
    elif low[stop : stop + 3] == ["and", "a", "half"] or low[stop : stop + 3] == ["and", "a", "quarter"]:
        value, stop = value + _HALVES[low[stop + 2]], stop + 3
    elif low[stop + 1] == "/" and not words.glued(stop) and words.glued(stop + 1) and low[stop + 2] in {"2", "3", "4"}:
        top = read_plain_digits(low[stop]) if low[stop][:1].isdecimal() else None
        if top is not None and top < float(low[stop + 2]):
            value, stop = value + top / float(low[stop + 2]), stop + 3
    return _scaled(words, Numeral(index, stop, value, digits=True))


def _decimal_comma(words: Words, index: int) -> float | None:
    """Read "1,2 billion" and "4,5%", as South African papers write them; without a scale or a % it is a list."""
    low, behind = words.low, words.low[index + 1]
    if not _COMMA_DECIMAL.fullmatch(low[index]):
        return None
    scaled = behind in SCALES or (behind in GLUED_SCALES and words.glued(index + 1))
    shares = behind in {"%", "percent"} or low[index + 1 : index + 3] == ["per", "cent"]
    return float(low[index].replace(",", ".")) if scaled or shares else None


def _join_spaced(words: Words, index: int) -> tuple[str, int]:
    """Join "12 000" and "R1 250 000", whose groups a blank parts: zeros, a currency or a hard blank tells them."""
    low, text, stop = words.low, words.low[index], index + 1
    if not text.isdecimal() or not 1 <= len(text) <= 3 or text[0] == "0":
        return text, stop
    told = words.glued(index)
    while stop <= index + 3 and low[stop].isdecimal() and len(low[stop]) == 3:
        if words.starts[stop] != words.ends[stop - 1] + 1:
            break
        told = told or low[stop] == "000" or words.text[words.ends[stop - 1]] in _HARD_BLANKS
        text, stop = text + low[stop], stop + 1
    return (text, stop) if told else (low[index], index + 1)


def _join_loose(words: Words, index: int) -> tuple[str, int]:
    """Join "1 , 500" and "6 . 1" of wire texts whose marks were set apart from the digits that follow."""
    low, text, stop = words.low, words.low[index].replace(",", ""), index + 1
    groups = 0
    while (
        groups < 4
        and len(low[index]) <= 3
        and low[stop] == ","
        and len(low[stop + 1]) == 3
        and low[stop + 1].isdecimal()
        and not words.glued(stop + 1)
        and low[index].isdecimal()
    ):
        text, stop, groups = text + low[stop + 1], stop + 2, groups + 1
    if groups:
        listed = low[stop] in {"and", "or", ","} and low[stop + 1][:1].isdecimal()
        round_enough = text.endswith("00") or len(low[index]) < 3
        return (text, stop) if round_enough and not listed else (low[index].replace(",", ""), index + 1)
    if (
        low[stop] == "."
        and low[stop + 1].isdecimal()
        and len(low[stop + 1]) <= 2
        and not words.glued(stop + 1)
        and low[index].isdecimal()
        and (low[stop + 2] in _AFTER_LOOSE_DECIMAL or low[index - 1] in _BEFORE_LOOSE_DECIMAL)
    ):
        return text + "." + low[stop + 1], stop + 2
    return text, stop


def _scaled(words: Words, numeral: Numeral) -> Numeral:
    """Take the scale letters and words behind a numeral into it: "5bn", "3 million", "2 lakh crore"."""
    low = words.low
    value, stop, scaled, product = numeral.value, numeral.stop, False, 1.0
    if words.glued(stop) and low[stop] in GLUED_SCALES and low[stop] not in {"m", "t", "b"}:
        product = GLUED_SCALES[low[stop]]
        return numeral._replace(value=value * product, stop=stop + 1, scaled=True, scale=product)
    for _ in range(3):
        at = stop + 1 if low[stop] == "-" and low[stop + 1] in SCALES else stop
        if low[at] not in SCALES or (words.capital(at) and not words.in_headline(at)):
            break
        product, stop, scaled = product * SCALES[low[at]], at + 1, True
    return numeral._replace(value=round(value * product, 6), stop=stop, scaled=scaled, scale=product)


def _read_spelled(words: Words, index: int, first: int) -> Numeral | None:
    """Read number words: hundreds and lower are added up, larger scales close a group."""
    low = words.low
    total, current, at, scaled, product = 0.0, 1.0 if low[index] in SCALES else 0.0, index, False, 1.0
    last = ""
    for _ in range(_MAX_WORDS):
        word = low[at]
        if word in CARDINALS and _may_follow(last, word):
            current, last, at = current + CARDINALS[word], word, at + 1
        elif word in SCALES:
            scale = SCALES[word]
            product *= scale
            if scale <= 100:
                current, last = (current or 1.0) * scale, "hundred"
            else:
                total, current, last = (
                    (total + current) * scale if total < scale else total + current * scale,
                    0.0,
                    word,
                )
                scaled = True
            at += 1
        elif word == "and" and low[at + 1] in {"a", "one"} and low[at + 2] in _HALVES:
            current, at = current + _HALVES[low[at + 2]], at + 3
        elif word == "-" and low[at + 1 : at + 5] == ["and", "-", "a", "-"] and low[at + 5] in _HALVES:
            current, at = current + _HALVES[low[at + 5]], at + 6
        elif word == "point" and low[at + 1] in UNITS and low[index - 1] != "at":  # "at one point one of them"
            current, at = current + UNITS[low[at + 1]] / 10, at + 2
        elif (word == "and" and last in SCALES and low[at + 1] in CARDINALS) or (
            word == "-" and (low[at + 1] in SCALES or (last in TENS and 0 < UNITS.get(low[at + 1], 0) < 10))
        ):
            at += 1
        else:
            break
    if at == index:
        return None
    return Numeral(first, at, round(total + current, 6), digits=False, scaled=scaled or product > 1, scale=product)


def _may_follow(last: str, word: str) -> bool:
    if not last:
        return True
    if last in TENS:
        return 0 < UNITS.get(word, 0) < 10
    return last in SCALES
