"""Names of months, and when they are something else: "May said", "the March on Rome", "the August family".

Indices count words of annotate.words.Words. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import bare
from headwater.annotation.time_people import has_firm_title
from headwater.annotation.words import Words
from headwater.lexicon.given_names import is_given_name

_MONTH_PREPOSITIONS = frozenset(
    "in since until till during last next this early late mid by through throughout after "
    "before from to between of and around".split()
)
_FIRM_PREPOSITIONS = frozenset("in since until during last next this early late mid throughout the".split())
_MAY_PREPOSITIONS = frozenset("in since until till during last next this early late mid throughout".split())
# Beside a bare abbreviation ("in Jan", but "from Jan de Wit"): weaker words need the other end of a range.
_SHORT_PREPOSITIONS = frozenset("in since until till during last next this early late mid by through".split())
_RANGE_WORDS = frozenset(("to", "and", "until", "till", "through", "-", "/"))
_PARTICLES = frozenset("de van von der den ter ten el al bin ibn di da du la le dos".split())
# Weaker contexts that are enough for names of months that are little else.
_PEOPLE = frozenset(("april", "may", "june", "august", "march", "jan", "mar", "dec", "nov"))
_SPEECH = frozenset("said says told added adds asked argued insisted replied".split())
_MARCH_ON = frozenset("on for of against through to".split())
_MONTH_NAME_BEFORE = frozenset("black red bloody theresa brian james elaine peter imelda fredric robert".split())
_BODIES = frozenset("group foundation trust society movement project".split())
_RECURRING = frozenset(("every", "each", "any"))
_KIN = frozenset("family families household brothers sisters siblings twins clan".split())
# Behind "the August family" these show that the words end there: "the March family holiday" is a time.
_AFTER_KIN = frozenset(
    "had has have was were is are said says of in at on from to who and , . ' 's ; : ) home house left moved lived "
    "lost owned".split()
)
# What people do and months do not.
_DEEDS = frozenset(
    "took scored bowled pleaded denied denies admitted admits testified resigned tweeted wrote joined married smiled "
    "laughed nodded recalled explained claimed won batted confessed apologised apologized declined "
    "refused".split()
)
_LISTED = frozenset(("a", "an", "the", "who", "whose", "aged"))


def month_at(words: Words, index: int) -> int | None:
    """Return 1 to 12 when a word means a month, None when it is a verb, a modal, a march or a person."""
    low = words.low
    word = bare(low[index])
    number = MONTHS.get(word)
    if number is None or not words.capital(index):
        return None
    before = low[index - 1]
    point = low[index + 1] == "." and words.glued(index + 1)
    after = low[index + 1 + point]
    if (
        _is_day_or_year(after)
        or (_is_day_or_year(before) and not words.opens(index))
        or before in {"th", "st", "nd", "rd"}
    ):
        return number
    if len(word) < 4 and word != "may":
        return number if _is_short_month(words, index, point=point) else None
    if before in _MONTH_NAME_BEFORE | _RECURRING or after in _SPEECH or _names_somebody(words, index):
        return None
    if before == "-" and low[index - 2] in {"mid", "early", "late"}:
        return number
    if word == "may":
        return number if _is_may(words, index) else None
    if word == "march" and after in _MARCH_ON:
        ranged = after == "to" and low[index + 2] in MONTHS
        firm = before in _MONTH_PREPOSITIONS and before not in {"of", "by", "and", "to", "this"}
        return number if ranged or firm else None
    return number if not _is_half_a_name(words, index) else None


def _is_half_a_name(words: Words, index: int) -> bool:
    """Tell whether a capitalised word beside a month makes a name of both: "April Stone", "Joel August"."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    if words.capital(index + 1) and after in _BODIES:
        return True
    if words.capital(index - 1) and is_given_name(before) and before not in MONTHS:
        return low[index - 2] not in _FIRM_PREPOSITIONS | {
            "at",
            "to",
            "from",
            "near",
        }  # "Ricky January", "in Paris June"
    if bare(low[index]) not in _PEOPLE:
        return False
    if words.capital(index + 1) and after not in MONTHS and after[:1].isalpha():
        return before not in _FIRM_PREPOSITIONS
    return words.capital(index - 1) and not words.opens(index - 1) and before not in _MONTH_PREPOSITIONS


def _is_may(words: Words, index: int) -> bool:
    """Tell whether "May" is the month rather than a modal or a name."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    part = before == "of" and (
        low[index - 2] in {"end", "start", "beginning", "middle", "month", "half", "week"} | {"th", "st"}
    )
    named = before == "the" and after[:1].isalpha() and after not in _SPEECH and not words.capital(index + 1)
    relative = after in {"last", "next", "this"} and low[index + 2] in {"year", "year's"}
    closing = before in {"to", "ended", "ending", "through"} and low[index - 2] in {"months", "quarter", "year"}
    return before in _MAY_PREPOSITIONS or part or relative or named or closing or _opens_month_range(low, index)


def _is_short_month(words: Words, index: int, *, point: bool) -> bool:
    """Tell whether "Jan" or "Dec" is a month: a point, a preposition or the other end of a range stands beside it."""
    low = words.low
    before = low[index - 1]
    if point:
        return before in _MONTH_PREPOSITIONS
    if _is_range_end(low, index + 1, index + 2) or _is_range_end(low, index - 1, index - 2):
        return True
    named = words.capital(index + 1) or low[index + 1] in _PARTICLES or low[index + 1] in _SPEECH
    return before in _SHORT_PREPOSITIONS and not named and bare(low[index]) != "mar"


def _is_range_end(low: list[str], joiner: int, other: int) -> bool:
    return low[joiner] in _RANGE_WORDS and bare(low[other]) in MONTHS


def _names_somebody(words: Words, index: int) -> bool:
    """Tell whether a month's name is a person's: "Mr March", "the August family", "March, the seamer, took"."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    if has_firm_title(words, index):
        return True
    if after in _KIN:
        return low[index + 2] in _AFTER_KIN or low[index + 2].endswith("ed")
    if bare(low[index]) not in _PEOPLE or before in _MONTH_PREPOSITIONS | _FIRM_PREPOSITIONS | {"a", "each", "-"}:
        return False
    if after in _DEEDS:
        return True
    if after != "," or (before in {",", "and"} and bare(low[index - 2]) in MONTHS):
        return False
    aged = low[index + 2].isdecimal() and len(low[index + 2]) == 2 and low[index + 3] == ","
    return low[index + 2] in _LISTED or aged


def _opens_month_range(low: list[str], index: int) -> bool:
    joined = low[index + 1] in {"to", "and", "until", "through", "-"} and low[index + 2] in MONTHS
    other = index - 2 - (low[index - 2].isdecimal() and len(low[index - 2]) == 4)
    return joined or (low[index - 1] in {"to", "and", "-", "through"} and low[other] in MONTHS)


def _is_day_or_year(token: str) -> bool:
    if not token.isascii() or not token.isdecimal():
        return False
    return (len(token) <= 2 and 1 <= int(token) <= 31) or (len(token) == 4 and 1000 <= int(token) <= 2100)
