"""Given names: the gender of most of their bearers, for choosing between "he" and "she", and how many surnames follow.

Imports: headwater.errors and the standard library only.
"""

import unicodedata
from functools import cache
from typing import Literal

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_FILE = "given_names.tsv"
_SHORTEST = 4  # letters; a shorter word in capitals is an acronym ("NIA", "IRA")
_LONG = 3  # words of a name that can hold two surnames
_FIRST_OF_TWO: dict[str, Literal["m", "f"]] = {"jean": "m"}  # alone it is a woman's name too


def name_gender(given_name: str) -> Literal["m", "f"] | None:
    """Return m or f for a given name, any case, with or without accents; None when it is unknown or borne by both.

    Of an unknown double name ("Jean-Paul") the first decides.
    """
    known = _names()
    folded = fold_accents(given_name)
    if folded not in known["m"] and folded not in known["f"] and "-" in folded:
        folded = folded.partition("-")[0]
        if folded in _FIRST_OF_TWO:
            return _FIRST_OF_TWO[folded]
    if folded in known["m"]:
        return None if folded in known["f"] else "m"
    return "f" if folded in known["f"] else None


def is_given_name(word: str) -> bool:
    """Tell whether a word, any case but a short one in capitals, is a known given name, whoever bears it."""
    if word.isupper() and len(word) < _SHORTEST:
        return False
    folded = fold_accents(word)
    parts = folded.split("-") if "-" in folded and not _known(folded) else [folded]  # "Jean-Pierre"
    return all(map(_known, parts))


def _known(folded: str) -> bool:
    return any(folded in names for names in _names().values())


def has_two_surnames(words: tuple[str, ...]) -> bool:
    """Tell whether a name follows the Spanish custom: a given name, then the father's surname, then the mother's.

    Args:
        words: Words of the name, any case ("Ana", "Soto", "Ruiz"); of two or fewer none is a second surname.
    """
    return len(words) >= _LONG and fold_accents(words[0]) in _two_surnames() and not is_given_name(words[-2])


def fold_accents(word: str) -> str:
    """Return a word in lower case without accents, which articles set and leave out ("López", "lopez")."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))


@cache
def _names() -> dict[str, frozenset[str]]:
    """Return the names of each gender."""
    found: dict[str, frozenset[str]] = {"m": frozenset(), "f": frozenset()}
    for gender, _, names in _rows():
        found[gender] |= names
    return found


@cache
def _two_surnames() -> frozenset[str]:
    """Return the names behind which two surnames are borne."""
    return frozenset(name for _, surnames, names in _rows() if surnames == "2" for name in names)


@cache
def _rows() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not four columns, a gender other than m and f, or surnames other than 1 and 2.
    """
    found: list[tuple[str, str, frozenset[str]]] = []
    for number, columns in read_rows(_FILE, ("gender", "surnames", "names", "source")):
        gender, surnames, names, _ = columns
        if gender not in ("m", "f") or surnames not in ("1", "2"):
            raise LexiconError(_FILE, number, "gender (m or f), surnames (1 or 2), names and source are wanted")
        found.append((gender, surnames, frozenset(names.split())))
    return tuple(found)
