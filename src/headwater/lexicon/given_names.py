"""Given names and the gender of most of their bearers, for choosing between "he" and "she".

Imports: headwater.errors and the standard library only.
"""

from functools import cache
from typing import Literal

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_FILE = "given_names.tsv"


def name_gender(given_name: str) -> Literal["m", "f"] | None:
    """Return m or f for a given name, any case; None when it is unknown or borne by both."""
    known = _names()
    folded = given_name.casefold()
    if folded in known["m"]:
        return None if folded in known["f"] else "m"
    return "f" if folded in known["f"] else None


def is_given_name(word: str) -> bool:
    """Tell whether a word, any case, is a given name the lexicon knows, whoever bears it."""
    folded = word.casefold()
    return any(folded in names for names in _names().values())


@cache
def _names() -> dict[str, frozenset[str]]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not three columns, or a gender other than m and f.
    """
    found: dict[str, frozenset[str]] = {"m": frozenset(), "f": frozenset()}
    for number, columns in read_rows(_FILE, ("gender", "names", "source")):
        if columns[0] not in found:
            raise LexiconError(_FILE, number, "gender (m or f), names and source are wanted")
        found[columns[0]] |= frozenset(columns[1].split())
    return found
