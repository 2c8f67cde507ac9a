"""Days with a name (feasts, public holidays) and events that are called by their day, with the rules that date them.

Names are compared without case, apostrophes and points. Imports: headwater.errors and the standard library only.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_FEASTS = "feasts.tsv"
_EVENTS = "named_events.tsv"
_FEAST_COLUMNS = ("names", "rule", "years", "countries")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RULE = re.compile(r"(?:(mon|tue|wed|thu|fri|sat|sun)([<>])=)?(\d\d)-(\d\d)|(easter|orthodox)([+-]\d+)|-")
_YEARS = re.compile(r"(\d{4})?-(\d{4})?")

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """One way to date a named day.

    Attributes:
        rule: As feasts.tsv has it.
        first_year, last_year: Years in which the rule holds, both inclusive.
        countries: ISO 3166 alpha-2 codes of publishers; "*" stands for any.
        even: The rule holds in even years only.
    """

    rule: str
    first_year: int
    last_year: int
    countries: frozenset[str]
    even: bool

    def day(self, year: int) -> date | None:
        """Return the day in a year from 1 to 9998, or None where the rule gives none."""
        if not self.first_year <= year <= self.last_year or (self.even and year % 2):
            return None
        found = _RULE.fullmatch(self.rule)
        if found is None or self.rule == "-":
            return None
        weekday, direction, month, day, church, offset = found.groups()
        if church:
            return (easter(year) if church == "easter" else orthodox_easter(year)) + timedelta(days=int(offset))
        fixed = date(year, int(month), int(day))
        if weekday is None:
            return fixed
        away = _WEEKDAYS.index(weekday) - fixed.weekday()
        return fixed + timedelta(days=away % 7 if direction == ">" else -(-away % 7))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """An event that its day names.

    Attributes:
        alone: Forms that mean it by themselves.
        with_noun: Forms that mean it before one of the nouns, as its month and day do.
    """

    day: date
    alone: frozenset[str]
    with_noun: frozenset[str]
    nouns: frozenset[str]


def feast_named(name: Name, country: str | None) -> tuple[Feast, ...]:
    """Return the rules of a named day for a publisher's country, the first that fits a year holds; none when unknown.

    Args:
        name: Its words as `fold_name` returns them.
        country: ISO 3166 alpha-2, or None when it is not known.
    """
    own = {"*", country} if country else {"*"}
    fitting = tuple(feast for feast in _feasts().get(name, ()) if feast.countries & own)
    first = next((feast for feast in fitting if feast.first_year == 1 and feast.last_year == 9999), None)
    return fitting if first is None else fitting[: fitting.index(first) + 1]


@cache
def names_opening_with() -> dict[str, tuple[Name, ...]]:
    """Return first word -> names of feasts that begin with it, the longest first."""
    found: dict[str, set[Name]] = {}
    for name in _feasts():
        found.setdefault(name[0], set()).add(name)
    return {word: tuple(sorted(names, key=lambda name: (-len(name), name))) for word, names in found.items()}


@cache
def feast_openers() -> frozenset[str]:
    """Return the first words of names of feasts, lower-cased, with their apostrophes, as a text may have them."""
    written = (names.casefold() for _, (names, *_) in read_rows(_FEASTS, _FEAST_COLUMNS))
    return frozenset(name.split()[0].replace(".", "") for names in written for name in names.split("|")) | frozenset(
        names_opening_with()
    )


@cache
def event_openers() -> frozenset[str]:
    """Return the first words of the forms of named events: "9", "boxing"."""
    forms = {form for event in named_events() for form in event.alone | event.with_noun}
    return frozenset(re.split(r"[ /]", form)[0] for form in forms)


@cache
def named_events() -> tuple[NamedEvent, ...]:
    """Return the events that news calls by their day.

    Raises:
        LexiconError: A line has not four columns, or its day is none.
    """
    found: list[NamedEvent] = []
    for number, (day, alone, with_noun, nouns) in read_rows(_EVENTS, ("day", "alone", "with_noun", "nouns")):
        try:
            happened = date.fromisoformat(day)
        except ValueError as error:
            raise LexiconError(_EVENTS, number, f"{day!r} is no day") from error
        found.append(
            NamedEvent(day=happened, alone=_forms(alone), with_noun=_forms(with_noun), nouns=frozenset(nouns.split()))
        )
    return tuple(found)


def fold_name(name: str) -> Name:
    """Return the words of a name without case, apostrophes and points: "St. Patrick's Day" is st, patricks, day."""
    return tuple(name.casefold().replace("'", "").replace("’", "").replace(".", "").replace("-", " ").split())


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches in a year of the Gregorian calendar (Meeus/Jones/Butcher)."""
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    golden = year % 19
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches as a Gregorian date (Meeus, from the Julian calendar)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days the Julian calendar lags
    return date(year, month, day + 1) + timedelta(days=behind)


@cache
def _feasts() -> dict[Name, tuple[Feast, ...]]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not four columns, or a rule or a run of years that cannot be read.
    """
    found: dict[Name, list[Feast]] = {}
    for number, (names, rule, years, countries) in read_rows(_FEASTS, _FEAST_COLUMNS):
        span = _YEARS.fullmatch("-" if years == "even" else years)
        if span is None or not _RULE.fullmatch(rule):
            raise LexiconError(_FEASTS, number, f"rule {rule!r} or years {years!r} cannot be read")
        feast = Feast(
            rule=rule,
            first_year=int(span[1] or 1),
            last_year=int(span[2] or 9999),
            countries=frozenset(countries.split()),
            even=years == "even",
        )
        for name in names.split("|"):
            found.setdefault(fold_name(name), []).append(feast)
    return {name: tuple(feasts) for name, feasts in found.items()}


def _forms(column: str) -> frozenset[str]:
    return frozenset() if column == "-" else frozenset(column.casefold().split("|"))
