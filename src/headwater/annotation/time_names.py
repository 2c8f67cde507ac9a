"""Names of months and weekdays, and when they are something else: "May said", "Friday prayers", "the March on Rome".

Indices count words of annotate.words.Words. Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.number_traps import MONTHS
from headwater.annotation.scene import bare
from headwater.annotation.words import Words

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_DAY_NAME_BEFORE = frozenset(
    "good black cyber super ash palm bloody easter ruby fat shrove maundy holy whit sheffield throwback taco casual "
    "every each any alternate most girl man's giving stormy freaky".split()
)
_BEFORE_GIVEN_NAMES = frozenset("and by mr mrs dr chief comrade engr alhaji pastor senator governor prof sgt".split())
_DAY_NAME_AFTER = frozenset(
    "prayers prayer mass school times mirror telegraph express mail roast best papers newspapers addams league "
    "sermon sermons service services worship herald sun star post people world tribune night-live brunch club".split()
)
_MONTH_PREPOSITIONS = frozenset(
    "in since until till during last next this early late mid by through throughout after "
    "before from to between of and "
    "every around".split()
)
_FIRM_PREPOSITIONS = frozenset("in since until during last next this early late mid throughout the".split())
_MAY_PREPOSITIONS = frozenset("in since until till during last next this early late mid throughout".split())
# Weaker contexts that are enough for names of months that are little else.
_PEOPLE = frozenset(("april", "may", "june", "august", "march", "jan", "mar", "dec", "nov"))
_SPEECH = frozenset("said says told added adds asked argued insisted replied".split())
_MARCH_ON = frozenset("on for of against through to".split())
_MONTH_NAME_BEFORE = frozenset("black red bloody theresa brian james elaine peter imelda fredric robert".split())


def weekday_at(words: Words, index: int) -> int | None:
    """Return 0 (Monday) to 6 when a word means a day of the week, None when it is a name or a recurring day."""
    low = words.low
    word = bare(low[index])
    number = WEEKDAYS.get(word)
    if number is None or not words.capital(index):
        return None
    if len(word) <= 5 and not _abbreviates(words, index):
        return None
    before, after = low[index - 1], low[index + 1]
    if before in _DAY_NAME_BEFORE or (
        before == "on" and low[index - 2] in {"mail", "scotland", "independent", "wales"}
    ):
        return None
    if before in {"first", "second", "third", "fourth", "last", "patch"} and (after == "of" or before == "patch"):
        return None
    if (
        after in _DAY_NAME_AFTER
        and word == low[index]
        and not (after in {"service", "services", "people", "club"} and words.opens(index))
    ):
        return None
    if after == "night" and low[index + 2] in {"live", "football", "lights", "fever", "raw"}:
        return None
    if _names_somebody(words, index):
        return None
    if before in {"a", "one"} and after in {"in", "on", "or", "and", ",", ".", "at", "is", "was", "when", "like"}:
        return None
    return number


def _names_somebody(words: Words, index: int) -> bool:
    """Tell whether a weekday is a given name: "Sunday Okoro", "Chief Monday Eze", not "on Sunday Okoro said"."""
    low, after = words.low, words.low[index + 1]
    if not words.capital(index + 1) or not after[:1].isalpha() or after in MONTHS or after in {"am", "pm", "gmt"}:
        return False
    return (
        words.opens(index) or low[index - 1] in _BEFORE_GIVEN_NAMES or low[index - 2] in _BEFORE_GIVEN_NAMES - {"and"}
    )


def _abbreviates(words: Words, index: int) -> bool:
    """Tell whether "Tue", "Sat" or "Sun" stands in a date: a point, a comma or a number and a month follow."""
    low = words.low
    at = index + 1 + (low[index + 1] in {".", ","})
    at += low[at] == ","
    return low[at] in MONTHS or (low[at][:1].isdecimal() and low[at + 1] in MONTHS)


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
        return number if before in _MONTH_PREPOSITIONS and (point or word != "mar") else None
    if before in _MONTH_NAME_BEFORE or after in _SPEECH:
        return None
    if before == "-" and low[index - 2] in {"mid", "early", "late"}:
        return number
    if word == "may":
        firm = before in _MAY_PREPOSITIONS
        part = before == "of" and (
            low[index - 2] in {"end", "start", "beginning", "middle", "month", "half", "week"} | {"th", "st"}
        )
        named = before == "the" and after[:1].isalpha() and after not in _SPEECH and not words.capital(index + 1)
        relative = after in {"last", "next", "this"} and low[index + 2] in {"year", "year's"}
        closing = before in {"to", "ended", "ending", "through"} and low[index - 2] in {"months", "quarter", "year"}
        return number if firm or part or relative or named or closing or _opens_month_range(low, index) else None
    if word == "march" and after in _MARCH_ON:
        ranged = after == "to" and low[index + 2] in MONTHS
        return (
            number
            if ranged or (before in _MONTH_PREPOSITIONS and before not in {"of", "by", "and", "to", "this"})
            else None
        )
    if word in _PEOPLE and words.capital(index + 1) and after not in MONTHS and after[:1].isalpha():
        return number if before in _FIRM_PREPOSITIONS else None
    if (
        word in _PEOPLE
        and words.capital(index - 1)
        and not words.opens(index - 1)
        and before not in _MONTH_PREPOSITIONS
    ):
        return None
    return number


def _opens_month_range(low: list[str], index: int) -> bool:
    joined = low[index + 1] in {"to", "and", "until", "through", "-"} and low[index + 2] in MONTHS
    return joined or (low[index - 1] in {"to", "and", "-", "through"} and low[index - 2] in MONTHS)


def _is_day_or_year(token: str) -> bool:
    if not token.isascii() or not token.isdecimal():
        return False
    return (len(token) <= 2 and 1 <= int(token) <= 31) or (len(token) == 4 and 1000 <= int(token) <= 2100)
