"""Dates of publication as ISO 8601, as precise as the words were: a day, or an instant with its zone.

A time without a zone, or with an ambiguous one ("IST"), gives the day alone. What is no date gives None: dates in
the wild are dirty and never a reason to lose an article. Every pattern is anchored and bounded.
Imports: the standard library only.
"""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? {1,2})?"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_MONTH} {{1,2}}{_DAY},? {{0,2}}{_YEAR}(?!\d)",
        rf"{_DAY} {{1,2}}(?:of )?{_MONTH},? {{1,2}}{_YEAR}(?!\d)",
        rf"{_ISO}(?!\d)",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
    )
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?$", re.ASCII)
_INSTANT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})? ?(Z|[+-]\d{2}:?\d{2})$", re.ASCII | re.IGNORECASE
)
# "10/11/2022" is a day of two months; only a number above twelve decides. With full stops the day stands first.
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)", re.ASCII)
# "/2026/03/04/", "/2026/mar/04/" or "/2026-03-04-": a whole day between the parts of a path.
_IN_PATH = re.compile(
    r"/(?P<year>\d{4})(?P<between>[/-])(?P<month>\d{1,2}|[a-z]{3,9})(?P=between)(?P<day>\d{1,2})(?=[/-]|$)",
    re.ASCII | re.IGNORECASE,
)
_MAX_CHARS = 120
_MAX_URL = 1000
_FIRST_YEAR, _LAST_YEAR = 1800, 2100  # outside: placeholders such as 0001-01-01 or 9999-12-31


def iso_moment(value: object) -> str | None:
    """Return a value from metadata as an ISO 8601 day or instant, or None when it is no date.

    Args:
        value: Usually a string ("2026-03-04T09:30:00Z", "Tue, 03 Mar 2026 19:00:00 GMT", "March 4, 2026").
    """
    if not isinstance(value, str) or not (cleaned := " ".join(value[:_MAX_CHARS].split())):
        return None
    instant = _INSTANT.match(cleaned)
    if instant:
        return _checked_instant(*instant.groups(""))
    return _mail_date(cleaned) or _compact_day(cleaned) or leading_day(cleaned)[0]


def leading_day(words: str) -> tuple[str | None, int]:
    """Return the ISO day that a string begins with, and where its words end; (None, 0) when it begins with no date."""
    for form in _FORMS:
        match = form.match(words)
        if match:
            month = match["month"]
            number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
            return _day(int(match["year"]), number, int(match["day"])), match.end()
    match = _DOTTED.match(words)
    if match:
        return _day(int(match[3]), int(match[2]), int(match[1])), match.end()
    match = _SLASHED.match(words)
    if match:
        first, second, year = (int(part) for part in match.groups())
        if first > 12 or second > 12 or first == second:
            month, day = (first, second) if second > 12 else (second, first)
            return _day(year, month, day), match.end()
    return None, 0


def day_in_url(url: str | None) -> str | None:
    """Return the ISO day that an address carries in its path ("/2026/03/04/"), or None."""
    match = _IN_PATH.search(re.split("[?#]", (url or "")[:_MAX_URL])[0])
    if not match:
        return None
    month = match["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
    return _day(int(match["year"]), number, int(match["day"]))


def _day(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _checked_instant(day: str, minutes: str, seconds: str, zone: str) -> str | None:
    zone = "+00:00" if zone in {"Z", "z"} else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        moment = datetime.fromisoformat(f"{day}T{minutes}{seconds or ':00'}{zone}")
    except ValueError:
        return leading_day(day)[0]
    return moment.isoformat() if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def _mail_date(words: str) -> str | None:
    """RFC 2822, as feeds and HTTP headers write it; "-0000" means that the zone is not known."""
    if words.count(":") == 0:
        return None
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    zoned = moment.tzinfo is not None and not re.search(r"[A-Za-z]{3,}$", words.removesuffix("GMT").removesuffix("UTC"))
    return moment.replace(microsecond=0).isoformat() if zoned else moment.date().isoformat()


def _compact_day(words: str) -> str | None:
    match = _COMPACT.match(words)
    return _day(*(int(part) for part in match.groups())) if match else None
