"""Units of measure and money: their words in news, and factors that make two of them comparable.

Factors lead to the base of a dimension: metre, kilogram, litre, second, one. Money has one dimension a currency,
because no rate of exchange is known here. Imports: the standard library and headwater.errors only.
"""

from dataclasses import dataclass
from functools import cache

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_FILE = "units.tsv"
COUNT_DIMENSION = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit: canonical name, what it measures, and its size in the base of that dimension."""

    name: str
    dimension: str
    factor: float
    words: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """Return canonical name -> unit, read once from the data file.

    Raises:
        LexiconError: A line has not five columns, a factor is no number, or a unit stands twice.
    """
    table: dict[str, Unit] = {}
    for number, columns in read_rows(_FILE, ("unit", "dimension", "factor", "words", "source")):
        name, dimension, factor, words, _ = columns
        if name in table:
            raise LexiconError(_FILE, number, f"unit {name!r} stands twice")
        try:
            size = float(factor)
        except ValueError as error:
            raise LexiconError(_FILE, number, f"factor {factor!r} is no number") from error
        phrases = tuple(word.replace("_", " ") for word in words.split())
        table[name] = Unit(name=name, dimension=dimension, factor=size, words=phrases)
    return table


@cache
def unit_words() -> dict[str, str]:
    """Return words of a unit as lower-cased text ("square km", "%") -> its canonical name.

    Raises:
        LexiconError: One word belongs to two units.
    """
    names: dict[str, str] = {}
    for unit in units().values():
        for word in unit.words:
            if word in names:
                raise LexiconError(_FILE, 0, f"{word!r} belongs to {names[word]!r} and to {unit.name!r}")
            names[word] = unit.name
    return names


def to_base(unit: str) -> tuple[str, float]:
    """Return (dimension, factor): a quantity times the factor stands in the base of its dimension.

    Args:
        unit: Canonical name ("km", "USD", "percent"), or the noun that is counted, or "".

    Returns:
        ("length", 1000.0) for "km"; ("count", 1.0) for whatever is no unit, since counted things are counted in ones.
    """
    known = units().get(unit)
    return (known.dimension, known.factor) if known else (COUNT_DIMENSION, 1.0)
