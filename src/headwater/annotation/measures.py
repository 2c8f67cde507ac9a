"""Finds units behind (and currencies before) a number. Indices count words of annotate.words.Words.

Imports: lexicon and the neighbouring annotate modules only.
"""

from functools import cache

from headwater.annotation.words import Words, split_words
from headwater.lexicon.units import to_base, unit_words

_SIGNS = frozenset("$ £ € ¥ ₹ ₽ ₴ ₺ ₪ ₩ ฿ ₱ ₫ ₦ ৳".split())
# Letters that stand right before a dollar sign: "US$5m", "A$20".
_DOLLAR_LETTERS = frozenset("us a au c ca nz hk s nt r".split())
_CODES = frozenset(
    "usd eur gbp jpy inr rs pkr cny rmb rub uah aud cad nzd hkd sgd chf sek nok dkk pln czk huf krw thb idr rp rm myr "
    "php vnd zar ngn ksh kes egp sar aed tk bdt ghs qar".split()
)
# One-letter and other units that are too common as words: they must touch the digits or stand right behind them.
_ONLY_AFTER_DIGITS = frozenset(
    "m g l t h ft mi ha kg km cm mm mg lb lbs oz sec min mins hr hrs yr yrs ms kw mw gw kb mb gb tb hz db pp bp bps "
    "pc pct kmh kph mph knots bbl yd w".split()
)
# Units only behind a thousand or more, or a scale: "won", "rand", "lira" are words and names too.
_ONLY_MONEY = frozenset("won rand rands try dong real sol buck nis rp rs rm tk dh dhs ron".split())
_POUND_OBJECTS = frozenset(("of",))
_WEIGHING = frozenset("weigh weighs weighing weighed lose lost losing gain gained heavy".split())
_DURATIONS = frozenset("second minute hour day week month year decade century fortnight".split())
_DOLLARS_OF = {"us": "USD", "u.s": "USD", "australian": "AUD", "canadian": "CAD", "american": "USD"}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> phrases that begin with it, longest first, each with its canonical unit."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, name in unit_words().items():
        read = split_words(words)
        parts = tuple(read.low[: read.count])
        table.setdefault(parts[0], []).append((parts, name))
    return {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in table.items()}


def read_unit(words: Words, index: int, value: float, *, digits: bool) -> tuple[str, int] | None:
    """Return (canonical unit, index behind it) for the unit that begins at a word, or None.

    Args:
        words: The text's words.
        index: The word right behind the number; a hyphen before the unit ("10-km") is stepped over.
        value: The number, which tells money from homonyms ("won").
        digits: The number is written in digits.
    """
    low = words.low
    at = index + 1 if low[index] == "-" and (words.glued(index + 1) or not words.glued(index)) else index
    for phrase, name in _phrases().get(low[at], ()):
        stop = at + len(phrase)
        if len(phrase) > 1 and tuple(low[at:stop]) != phrase:
            continue
        if not _fits(words, at, stop, value, digits=digits):
            continue
        if name == "GBP" and low[at] in {"pound", "pounds"} and _is_mass(words, index, stop, value):
            return "pound", stop
        if name == "year" and low[stop : stop + 1] == ["old"]:
            return name, stop
        return name, stop
    return None


def _fits(words: Words, at: int, stop: int, value: float, *, digits: bool) -> bool:
    word = words.low[at]
    if len(word) > 3 and words.capital(at) and not words.in_headline(at):
        return False  # "two Times reporters"
    if word in _ONLY_MONEY and value < 100:
        return False
    if word in {"c", "f"}:
        return digits and words.glued(at) and words.capital(at) and not words.glued(stop + 1)  # "41C", not "3f"
    if word == "second" and (words.low[stop] == "-" or value != 1):
        return False
    if word in _ONLY_AFTER_DIGITS and not digits:
        return False
    if word in {"m", "g", "l", "t", "h", "w"}:
        return words.low[stop] not in {"'", "."} or words.glued(at)
    if word in {"in", "foot"} and words.low[stop] in {"soldiers", "patrol", "patrols"}:
        return False
    return not (stop == at + 1 and word in _SIGNS and words.glued(stop) and words.low[stop][:1].isdecimal())


def _is_mass(words: Words, index: int, stop: int, value: float) -> bool:
    if value >= 1e6 or words.low[stop] == "sterling":
        return False
    return words.low[stop] in _POUND_OBJECTS or any(w in _WEIGHING for w in words.low[max(0, index - 6) : index])


def currency_before(words: Words, index: int) -> tuple[str, int] | None:
    """Return (canonical currency, index of its first word) for a sign or code that stands right before a number."""
    low, before = words.low, words.low[index - 1] if index else ""
    if before in _SIGNS:
        first = index - 1
        if before == "$" and first and words.glued(first):
            if low[first - 1] in _DOLLAR_LETTERS:
                return unit_words()[low[first - 1] + "$"], first - 1
            if low[first - 1] == "." and low[first - 4 : first] == ["u", ".", "s", "."]:
                return "USD", first - 4
        return unit_words()[before], first
    if before in _CODES and (words.capital(index - 1) or before == "rs"):
        return unit_words()[before], index - 1
    if before == "." and index > 1 and low[index - 2] in {"rs", "rp"}:
        return unit_words()[low[index - 2]], index - 2
    return None


def is_duration(unit: str) -> bool:
    """Tell whether a unit measures time in words of a calendar or clock."""
    return unit in _DURATIONS


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return to_base(unit)[0].startswith("money:")
