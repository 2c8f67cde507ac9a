"""Countries by their names, demonyms and capitals; states and provinces by name.

Imports: headwater.errors and the standard library only.
"""

from functools import cache

from headwater.lexicon.table import read_rows

_FILE = "countries.tsv"
_REGIONS = "regions.tsv"


def country_of(name: str) -> str | None:
    """Return the canonical country for a country's name, demonym or abbreviation ("American", "U.S."), or None."""
    return _names().get(_fold(name))


def country_of_capital(name: str) -> str | None:
    """Return the country that a capital stands for when it speaks ("Moscow said"), or None."""
    return _capitals().get(_fold(name))


def country_code(name: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of a country given by any of its names, or None."""
    country = country_of(name)
    return _codes()[country] if country else None


def region_code(name: str) -> str | None:
    """Return the ISO 3166-2 code of a state or province by its name or as news shortens it ("Ariz."), else None."""
    return _regions().get(_fold(name))


def is_region(name: str) -> bool:
    """Tell whether a name is a state's or province's ("Ohio", "Uttar Pradesh")."""
    code = _regions().get(_fold(name))
    return code is not None and "." not in name


def _fold(name: str) -> str:
    folded = name.casefold().replace("’", "'").removesuffix("'s").removeprefix("the ")
    return folded.replace(".", "").replace(" ", "") if "." in folded else folded


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], str, str], ...]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not four columns.
    """
    rows: list[tuple[str, tuple[str, ...], str, str]] = []
    for _, columns in read_rows(_FILE, ("country", "names", "capital", "code")):
        rows.append((columns[0], tuple(columns[1].split("|")), columns[2], columns[3]))
    return tuple(rows)


@cache
def _names() -> dict[str, str]:
    return {_fold(name): row[0] for row in _rows() for name in (row[0], *row[1])}


@cache
def _capitals() -> dict[str, str]:
    return {_fold(row[2]): row[0] for row in _rows()}


@cache
def _codes() -> dict[str, str]:
    return {row[0]: row[3] for row in _rows()}


@cache
def _regions() -> dict[str, str]:
    rows = [columns for _, columns in read_rows(_REGIONS, ("region", "code", "shortened"))]
    return {_fold(name): row[1] for row in rows for name in (row[0], *row[2].split("|")) if name != "-"}
