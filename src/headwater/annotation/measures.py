"""Finds units behind a number. Indices count words of annotate.words.Words.

Imports: lexicon and the neighbouring annotate modules only.
"""

from functools import cache

from headwater.annotation.words import Words, split_words
from headwater.lexicon.units import to_base, unit_words
from headwater.lexicon.units_letters import SIGNS

# One-letter and other units that are too common as words: they must touch the digits or stand right behind them.
_ONLY_AFTER_DIGITS = frozenset(
    "m g l t h ft mi ha kg km cm mm mg lb lbs oz sec min mins hr hrs yr yrs ms kw mw gw kb mb gb tb hz db pp bp bps "
    "pc pct kmh kph mph knots bbl yd w tl kr".split()
)
# Units only behind a hundred or more, or a scale: "won", "rand", "kip" are words and names too.
_ONLY_MONEY = frozenset(
    "won rand rands dong real sol soles buck nis rp rs rm tk dh dhs sh shs sar kip kina lari lev lei leu pula manat "
    "sle zk".split()
)
_COINS = {"p": "penny", "c": "US cent"}
_MOST_COINS = 10_000
_RESOLUTIONS = frozenset((480.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0, 4320.0))
_MARKETS = frozenset("share shares stock stocks price closed pence dividend target bid offer".split())
_WEATHER = frozenset("temperature temperatures mercury degrees hot heat forecast weather minus high cold warm".split())
_POUND_OBJECTS = frozenset(("of",))
_WEIGHING = frozenset("weigh weighs weighing weighed lose lost losing gain gained heavy".split())
_DURATIONS = frozenset("second minute hour day week month year decade century fortnight".split())


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
    if digits and low[index] in _COINS and words.glued(index) and not words.capital(index):
        return (_COINS[low[index]], index + 1) if _is_coin(words, index, value) else _celsius(words, index)
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


def _is_coin(words: Words, index: int, value: float) -> bool:
    """Tell whether a small "p" or "c" glued to digits is money: "95p", "50c", not "1080p", "3p.m.", "41c at noon"."""
    low = words.low
    if value >= _MOST_COINS or (low[index + 1] == "." and low[index + 2] == "m"):
        return False
    near = low[max(0, index - 9) : index - 1]
    if value in _RESOLUTIONS:
        return any(word in _MARKETS for word in near)
    return low[index] == "p" or not any(word in _WEATHER for word in near)


def _celsius(words: Words, index: int) -> tuple[str, int] | None:
    return ("celsius", index + 1) if words.low[index] == "c" else None


def _fits(words: Words, at: int, stop: int, value: float, *, digits: bool) -> bool:
    word = words.low[at]
    if len(word) > 3 and words.capital(at) and not words.in_headline(at):
        return False  # "two Times reporters"
    if word in _ONLY_MONEY and value < 100:
        return False
    if word in {"c", "f"}:
        part_of_more = words.glued(stop) and words.low[stop][:1].isalnum()
        return digits and words.glued(at) and words.capital(at) and not part_of_more  # "41C", not "3f", "4C5"
    if word == "second" and (words.low[stop] == "-" or value != 1):
        return False
    if word in _ONLY_AFTER_DIGITS and not digits:
        return False
    if word in {"m", "g", "l", "t", "h", "w"}:
        return words.low[stop] not in {"'", "."} or words.glued(at)
    if word in {"in", "foot"} and words.low[stop] in {"soldiers", "patrol", "patrols"}:
        return False
    return not (stop == at + 1 and word in SIGNS and words.glued(stop) and words.low[stop][:1].isdecimal())


def _is_mass(words: Words, index: int, stop: int, value: float) -> bool:
    if value >= 1e6 or words.low[stop] == "sterling":
        return False
    return words.low[stop] in _POUND_OBJECTS or any(w in _WEIGHING for w in words.low[max(0, index - 6) : index])


def is_duration(unit: str) -> bool:
    """Tell whether a unit measures time in words of a calendar or clock."""
    return unit in _DURATIONS


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return to_base(unit)[0].startswith("money:")
