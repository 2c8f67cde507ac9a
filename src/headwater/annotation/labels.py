"""Numbers that tell one thing from its like: school years, references, courts, addresses, telephones, clock times.

Indices count words of annotate.words.Words; look-around is bounded. Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.counted import is_plural
from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS
from headwater.lexicon.units import unit_words

# Labels that are also plain words: they name with a capital ("Year 9 pupils", "Court 4"), the number being small.
_SCHOOLING = frozenset(
    "year standard std primary senior junior grade form class jss sss js ss jhs shs pp basic level stage "
    "kindergarten".split()
)
_PLACES = frozenset(
    "court division band tier zone ward dock berth stand pitch hall cell wing camp lane pole pool squad squadron "
    "battalion brigade platoon barangay purok km kilometre kilometer mile cohort batch plot erf ring area annexe bay "
    "campus studio screen field pier cluster lodge villa chalet cabin tent caravan carriage wagon bore borehole "
    "well shaft pit quarry mill lock bridge site constituency euro".split()
)
_MAX_SCHOOL_YEAR = 13
_NOT_LABELLED_BY = frozenset("this last next every per a each new leap school financial past one first".split())
# Labels in any case: what stands behind them is a name of letters and digits.
_REFERENCES = frozenset(
    "reference ref refs log cad incident quoting juror witness junction exit grid extension ext pobox serial "
    "registration passport licence license permit ticket invoice barcode isbn patent motion row text sms "
    "whatsapp".split()
)
_CALLS = frozenset(
    "call calls calling called phone phoned phoning ring rang telephone dial dialled contact text helpline "
    "hotline lifeline freephone".split()
)
_CALLED = frozenset("100 101 102 104 105 108 111 112 119 122 123 199 311 767 911 999 1098".split())
_STREETS = frozenset(
    "street road avenue lane drive boulevard st rd ave blvd terrace crescent mews way close plaza "
    "parkway highway quay row gardens grove walk hill wharf embankment parade estate marg nagar colony".split()
)
# "18 Inns Court", but "12 High Court judges".
_STREETS_OR_BODIES = frozenset("court park circle square place green".split())
_FOREIGN_STREETS = frozenset("rue via calle avenida rua jalan jln piazza ulica boulevard avenue".split())
_STREET_ENDINGS = ("strasse", "straße", "gasse", "gatan", "straat", "laan", "veien", "gata", "allee", "platz")
_CLOCK_BEFORE = frozenset("at from by until till before after around about since between and to".split())
_PAIRING = frozenset(("to", "and", "-", "until", "till"))
_CLOSING = frozenset((".", ",", ";", ")", "\n", "", "and", "but", "when", "for", "with", "in"))
_DAY_OPENINGS = frozenset("on this last every each the in that from".split())
_DAY_PARTS = frozenset("morning afternoon evening night".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight mon tue tues wed thu "
    "thurs fri sat sun noon sharp local gmt daily".split()
)
_EVENTS = frozenset(
    "begin begins began beginning start starts started starting open opens opened opening close closes closing kick "
    "kicks kick-off kickoff off leave leaves left depart departs departed arrive arrives arrived meet meets met "
    "resume resumes resumed gather gathered convene convenes convened scheduled due happened occurred struck "
    "broadcast aired airs screened service mass train bus ferry flight meeting hearing alarm".split()
)
_PRICED = frozenset(
    "trade traded trades quoted settled valued priced price rate index percent "
    "dollar euro pound naira rand rupee peso shares share stock yen odds rated averaging average gpa magnitude".split()
)


def is_label(words: Words, first: int, stop: int, *, digits: bool, counted: bool) -> bool:
    """Tell whether the word before a number makes it a name, though a plural may follow: "Year 9 pupils".

    Args:
        words: The text's words.
        first: The number's first word.
        stop: The word behind the number.
        digits: The number is written in digits.
        counted: What stands behind could be counted.
    """
    low, before = words.low, words.low[first - 1]
    if before in {"flat", "apartment", "seat"} and len(low[stop]) == 1 and words.glued(stop):
        return True  # "Flat 4C"
    if low[stop] in unit_words():
        return False  # "told the Court 17 times"
    if before in _SCHOOLING and words.capital(first - 1) and stop == first + 1:
        value = int(low[first]) if low[first].isdecimal() and len(low[first]) < 3 else CARDINALS.get(low[first], 99)
        return value <= _MAX_SCHOOL_YEAR and low[first - 2] not in _NOT_LABELLED_BY
    if not digits:
        return False
    if before in _PLACES and words.capital(first - 1):
        return low[first].isdecimal() and not (counted and words.in_headline(first))
    if before in {".", ":"} and low[first - 2] in {"ref", "reference", "ext"}:
        return True
    if before in _REFERENCES:
        return not counted
    return _is_telephone(words, first) or _is_behind_street(words, first, counted=counted)


def _is_telephone(words: Words, first: int) -> bool:
    low, before = words.low, words.low[first - 1]
    if low[first] in _CALLED and (before == "on" or before in _CALLS):
        return True
    if "," in low[first] or len(low[first]) < 3 or not any(word in _CALLS for word in low[max(0, first - 8) : first]):
        return False
    groups = low[first + 1].isdecimal() or (before.isdecimal() and not words.glued(first))
    return groups or before == "on"


def _is_behind_street(words: Words, first: int, *, counted: bool) -> bool:
    """Read the house number that stands behind its street: "Harrow Lane 18", "Kungsgatan 44"."""
    before = words.low[first - 1]
    if counted or not words.capital(first - 1) or not words.low[first].isdecimal() or len(words.low[first]) > 4:
        return False
    return before.endswith(_STREET_ENDINGS) or (before in _STREETS and words.capital(first - 2))


def is_house_number(words: Words, first: int, stop: int) -> bool:
    """Tell whether a number opens an address: "18 Harrow Lane", not "12 High Court judges"."""
    low = words.low
    if not low[first].isdecimal() or not words.capital(stop):
        return False
    if low[stop] in _FOREIGN_STREETS:
        return True
    for at in range(stop, stop + 4):
        if not words.capital(at):
            return False
        if at > stop and low[at] in _STREETS | _STREETS_OR_BODIES:
            counted = low[at] in _STREETS_OR_BODIES and is_plural(low[at + 1]) and not words.capital(at + 1)
            return not counted
    return False


def is_clock(words: Words, first: int, stop: int) -> bool:
    """Tell whether a number is a time of day without a colon: "at 8.30 on Thursday", "1400 hours", "half past nine"."""
    low, before = words.low, words.low[first - 1]
    if before == "past" and (low[first - 2] in {"half", "quarter", "minutes"} or low[first - 2] in CARDINALS):
        return True
    if before == "to" and low[first - 2] == "quarter":
        return True
    if low[stop] == "past" and low[stop + 1] in CARDINALS and before == "at":
        return True
    if low[stop] in _PAIRING and low[stop + 1].isdecimal() and _is_half_day(words, stop + 2):
        return low[first].isdecimal()  # "from 6 to 8pm"
    if before not in _CLOCK_BEFORE:
        return False
    if low[stop] in {"hours", "hrs", "h"} and len(low[first]) == 4 and low[first].isdecimal():
        return int(low[first][:2]) <= 24 and int(low[first][2:]) < 60
    if _in_day_part(words, first, stop):
        return True
    return _has_point(low[first]) and _tells_time(words, first, stop)


def _is_half_day(words: Words, at: int) -> bool:
    low = words.low
    return low[at] in {"am", "pm"} or (low[at] in {"a", "p"} and low[at + 1 : at + 3] == [".", "m"])


def _in_day_part(words: Words, first: int, stop: int) -> bool:
    """Read "at eight in the morning", "by 9 at night"."""
    low = words.low
    hour = int(low[first]) if low[first].isdecimal() and len(low[first]) < 3 else CARDINALS.get(low[first], 0)
    if not 1 <= hour <= 12 or stop != first + 1:
        return False
    return (low[stop : stop + 2] == ["in", "the"] and low[stop + 2] in _DAY_PARTS) or (
        low[stop : stop + 2] == ["at", "night"]
    )


def _has_point(token: str) -> bool:
    hour, point, minute = token.partition(".")
    if not point or not 1 <= len(hour) <= 2 or len(minute) != 2 or not (hour + minute).isdecimal():
        return False
    return int(hour) <= 24 and int(minute) < 60 and int(minute) % 5 == 0


def _tells_time(words: Words, first: int, stop: int) -> bool:
    low = words.low
    around = low[max(0, first - 7) : first]
    event = any(word in _EVENTS for word in around)
    if any(word in _PRICED for word in around) and not event:
        return False
    if low[stop] in _PAIRING and _has_point(low[stop + 1]):
        stop += 2  # "from 7.30 to 9.15 on Sunday"
    after = low[stop]
    if after in _DAYS or after in {"am", "pm"} or (after in _DAY_OPENINGS and _day_follows(words, stop)):
        return True
    pair = low[first - 1] in _PAIRING and _has_point(low[first - 2])
    return event and (pair or low[first - 1] in {"at", "by", "around", "from"}) and after in _CLOSING


def _day_follows(words: Words, stop: int) -> bool:
    low = words.low
    return low[stop + 1] in _DAYS or low[stop + 1] in _DAY_PARTS or low[stop + 2] in _DAY_PARTS
