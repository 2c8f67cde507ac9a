"""Currencies that stand before a number: signs, codes and letters, told from roads, vitamins and paper sizes.

Indices count words of annotate.words.Words; every look-around is bounded. Imports: lexicon and the neighbouring
annotate modules only.
"""

from headwater.annotation.words import Words
from headwater.lexicon.numbers import GLUED_SCALES, SCALES
from headwater.lexicon.units import unit_words
from headwater.lexicon.units_letters import (
    CODES,
    DOLLAR_LETTERS,
    GLUED_CODES,
    MIXED_CASE,
    RARE_LETTERS,
    SIGNS,
    SINGLE_LETTERS,
)

Currency = tuple[str, int]

_LONGEST_CURRENCY = 4
_REACH = 3
_BESIDE = 25
_SUMS_BESIDE = 3
# What speaks of money in front of a number: "cost R500", "a fine of P200".
_PAYING = frozenset(
    "cost costs costing pay pays paid paying worth price prices priced fee fees fine fined fines fare fares charge "
    "charged charges charging earn earns earned earning spend spends spent spending sold sell sells selling bought "
    "buy buys buying wage wages salary salaries bribe bribed bail bond debt owes owed owing donated demanded "
    "demanding collected saves saved tax levy grant grants pension deposit deposited withdrew lent lend borrowed "
    "invested steal stole robbed refund refunded rent rental cash money budget bill savings toll gave give gives "
    "given giving handed offer offers offering receive receives received get gets got asked asking raised "
    "contributed".split()
)
# What is sold by these has its price behind "is", "at" or "for": "a bag of meal is K320".
_SOLD_BY = frozenset(
    "bag sack kilo kg kilogram litre crate loaf dozen tin basket bunch ticket tickets trip bottle packet bundle tray "
    "pack gallon cylinder quintal tonne cup plate bowl head person unit piece pair".split()
)
_PRICE_LINKS = frozenset("is was are were at for to from now about around only just over".split())
# The same behind it: "R350 grant", "N500 note"; the second lot may also stand behind a road.
_PAID = frozenset(
    "note notes coin coins fine fee grant bribe bond bail bill ticket voucher levy tax allowance stipend wage fare "
    "salary pension loan deposit subsidy discount coupon cheque prize reward".split()
)
_PAID_OFTEN = frozenset("each apiece only charge daily monthly weekly yearly annually minimum extra per".split())
_ROAD_ARTICLES = frozenset(("the", "on", "along", "via", "off"))
_ROAD_WORDS = frozenset(
    "road roads route highway freeway motorway junction interchange bypass toll corridor near towards bound".split()
)


def currency_before(words: Words, index: int) -> Currency | None:
    """Return (canonical currency, index of its first word) for a sign, code or letter right before a number."""
    low, before = words.low, words.low[index - 1] if index else ""
    if before in SIGNS or before == "¢":
        return _sign_before(words, index)
    if before in CODES:
        if before == "shs" and _is_upper(words, index - 1) and not words.glued(index):
            return None  # "SHS 2 pupils" are at a senior high school
        fits = words.capital(index - 1) if before in MIXED_CASE else _is_upper(words, index - 1)
        return (CODES[before], index - 1) if fits or before in {"rs", "sh", "shs"} else None
    if before == "." and index > 1 and words.glued(index - 1) and low[index - 2] in MIXED_CASE:
        return (CODES[low[index - 2]], index - 2) if words.capital(index - 2) or low[index - 2] == "rs" else None
    if before == "re" and words.capital(index - 1):
        return ("INR", index - 1) if low[index] == "1" or low[index].startswith(("0.", "1.")) else None
    if before in GLUED_CODES and words.capital(index - 1) and not words.glued(index - 1):
        sums = words.glued(index) and (_speaks_of_money(words, index) or _has_money_beside(words, index))
        return (GLUED_CODES[before], index - 1) if sums or _is_plainly_money(words, index) else None
    if before == "/" and low[index - 2] == "s" and words.capital(index - 2) and words.glued(index):
        return ("PEN", index - 2) if words.glued(index - 1) and not words.glued(index - 2) else None
    if words.capital(index - 1) and _letter_is_money(words, index):
        return (SINGLE_LETTERS.get(before) or RARE_LETTERS[before]), index - 1
    return None


def money_at(words: Words, index: int) -> tuple[int, str] | None:
    """Return (index of the number, canonical currency) where a currency begins at a word, or None."""
    for at in range(index + 1, index + 1 + _LONGEST_CURRENCY):
        if words.low[at][:1].isdecimal():
            found = currency_before(words, at)
            return (at, found[0]) if found is not None and found[1] == index else None
    return None


def _is_upper(words: Words, index: int) -> bool:
    return words.text[words.starts[index] : words.ends[index]].isupper()


def _sign_before(words: Words, index: int) -> Currency | None:
    low, before, first = words.low, words.low[index - 1], index - 1
    if before in {"¢", "₵"}:
        if first and low[first - 1] == "gh" and words.glued(first):
            return "GHS", first - 1
        return ("GHS", first) if before == "₵" or _is_plainly_money(words, index) else None
    if before == "$" and first and words.glued(first):
        if low[first - 1] in DOLLAR_LETTERS:
            return unit_words()[low[first - 1] + "$"], first - 1
        if low[first - 1] == "." and low[first - 4 : first] == ["u", ".", "s", "."]:
            return "USD", first - 4
    return unit_words()[before], first


def _letter_is_money(words: Words, index: int) -> bool:
    """Tell whether a capital letter that touches digits is a currency: "R3,000", "P5 each", not "R101", "N95 masks"."""
    low, letter = words.low, words.low[index - 1]
    if letter in RARE_LETTERS and words.glued(index) and not words.glued(index - 1):
        return "," in low[index] or _has_scale(words, index + 1)
    if letter in SINGLE_LETTERS and not words.glued(index):  # "R 3 million", but "Vitamin K 1,200"
        return _is_plainly_money(words, index) and not words.capital(index - 2)
    if letter not in SINGLE_LETTERS or (words.glued(index - 1) and low[index - 2] not in {"-", "–", "—"}):
        return False
    if _is_plainly_money(words, index):
        return True
    if not low[index].isdecimal():
        return False
    if _is_paid(words, index):
        return True
    if _is_road(words, index):
        return False
    if _speaks_of_money(words, index):
        return True
    round_sum = len(low[index]) >= 4 and int(low[index][-2:]) % 50 == 0
    return (round_sum and low[index - 2] not in {"a", "an", "the"}) or _has_money_beside(words, index)


def _is_plainly_money(words: Words, index: int) -> bool:
    """Tell whether a number has groups of three digits, two decimals or a scale: "3,000", "12.50", "2.3bn"."""
    token = words.low[index]
    return "," in token or token[-3:-2] == "." or _has_scale(words, index + 1)


def _has_scale(words: Words, index: int) -> bool:
    low = words.low
    if low[index] in GLUED_SCALES and words.glued(index):
        return True
    return low[index + (low[index] == "-")] in SCALES


def _speaks_of_money(words: Words, index: int) -> bool:
    low = words.low
    if _is_paid(words, index) or low[index + 1] in _PAID_OFTEN:
        return True
    if low[index - 2] in _PRICE_LINKS and any(word in _SOLD_BY for word in low[max(0, index - 10) : index - 2]):
        return True
    return any(word in _PAYING for word in low[max(0, index - 2 - _REACH) : index - 1])


def _is_paid(words: Words, index: int) -> bool:
    """Tell whether money is named behind a number, or what it buys or how often it falls due: "R350 a month"."""
    low, after = words.low, words.low[index + 1]
    return after in _PAID or (after == "a" and low[index + 2][:1].isalpha() and low[index + 3] != "ago")


def _is_road(words: Words, index: int) -> bool:
    low = words.low
    return low[index - 2] in _ROAD_ARTICLES or low[index - 2] in _ROAD_WORDS or low[index + 1] in _ROAD_WORDS


def _has_money_beside(words: Words, index: int) -> bool:
    """Tell whether the same letter writes a sum nearby: "from R3,000 to R500"; a thing named so stays ("N95 masks")."""
    low, letter = words.low, words.low[index - 1]
    if low[index + 1].endswith("s") and not words.capital(index + 1) and low[index + 1][:1].isalpha():
        return False
    near = range(max(1, index - _BESIDE), min(words.count, index + _BESIDE))
    sums = [at for at in near if at != index and low[at - 1] == letter and words.glued(at) and low[at][:1].isdecimal()]
    return any(
        _is_plainly_money(words, at) or (_speaks_of_money(words, at) and not _is_road(words, at))
        for at in sums[:_SUMS_BESIDE]
    )
