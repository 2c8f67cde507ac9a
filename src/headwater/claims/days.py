"""Calendar days that words name without a year: "March 12", "the night of Saturday 3 May", "12th of Feb.".

An article without a date resolves none of them to days of a year, and yet two articles that name two of them disagree.
Imports: the standard library only.
"""

import re

Day = tuple[int, int]
"""Month 1 to 12, day 1 to 31."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?P<day{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
# Bounded, so that matching is linear. A month's name is read in its capitalised form only: "may 3" is a verb.
_DAY = re.compile(
    rf"\b(?:{_MONTH.format(1)} {_NUMBER.format(1)}(?![:.,]\d)|{_NUMBER.format(2)} (?:of )?{_MONTH.format(2)})",
    re.IGNORECASE,
)


def named_days(text: str, start: int, end: int) -> tuple[Day, ...]:
    """Return the distinct calendar days that text[start:end] names, in reading order.

    Args:
        text: Any string.
        start: Code points.
        end: Exclusive.
    """
    found: dict[Day, None] = {}
    for match in _DAY.finditer(text, start, end):
        which = 1 if match["month1"] else 2
        month = match[f"month{which}"]
        if month[0].isupper():
            found[_MONTHS.index(month[:3].lower()) + 1, int(match[f"day{which}"])] = None
    return tuple(found)
