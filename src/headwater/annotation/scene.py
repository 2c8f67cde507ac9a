"""What every rule of the grammar of times works on: the words, the day they are read from, and what a rule returns.

Imports: lexicon and the neighbouring annotate modules only.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from headwater.annotation.days import Days, Tense
from headwater.annotation.numerals import read_numeral
from headwater.annotation.tense import tense_around
from headwater.annotation.words import Words
from headwater.lexicon.date_customs import DateCustoms

Period = Literal["week", "year", "quarter"] | None

TIME_UNITS: dict[str, str] = {
    word: unit
    for unit in "second minute hour day week fortnight month quarter year decade century".split()
    for word in (unit, unit + "s", unit + "'s")
} | {"centuries": "century"}
DAY_PARTS = frozenset(
    "morning afternoon evening night lunchtime midday noon midnight dawn dusk nighttime overnight morning's night's "
    "afternoon's evening's".split()
)


class Point(NamedTuple):
    """One time as words [first, stop).

    Attributes:
        days: The days meant.
        period: By how much it recurs when the words leave that open ("Tuesday" a week, "August" a year), else None.
        anchored: It was read from the day of publication.
        rule: Name of the grammar rule.
    """

    first: int
    stop: int
    days: Days
    period: Period
    anchored: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One text and the day it is read from.

    Attributes:
        anchor: The day of publication; None leaves relative times unread.
        country: Publisher's country, ISO 3166 alpha-2, or None.
    """

    words: Words
    anchor: date | None
    country: str | None
    customs: DateCustoms

    def tense(self, first: int, stop: int) -> Tense:
        """Return the tense of the clause around the words [first, stop)."""
        return tense_around(self.words, first, stop)

    def unit_at(self, index: int) -> str | None:
        """Return the unit of time a word names, singular and plural alike."""
        return TIME_UNITS.get(self.words.low[index])

    def count_at(self, index: int) -> tuple[float, int] | None:
        """Return (number, index behind it) for "three", "3", "a", "a couple of"; None where no number stands."""
        low = self.words.low
        if low[index : index + 3] == ["a", "couple", "of"]:
            return 2.0, index + 3
        if low[index : index + 3] == ["half", "a", "dozen"]:
            return 6.0, index + 3
        numeral = read_numeral(self.words, index)
        if numeral is not None:
            return numeral.value, numeral.stop
        return (1.0, index + 1) if low[index] in {"a", "an"} else None


def bare(word: str) -> str:
    """Return a word without its possessive ending: "tuesday's" is "tuesday"."""
    return word.removesuffix("'s")
