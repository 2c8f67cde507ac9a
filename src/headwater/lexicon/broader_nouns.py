"""Nouns by which a text calls again whom it introduced with a narrower one: "the lawmaker" for a senator.

Words are lower-cased singulars. Imports: headwater.errors and the standard library only.
"""

from collections.abc import Collection
from functools import cache

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_SCHOLARS = frozenset("scientist researcher expert academic specialist".split())  # whatever "-ologist" it is
_FILE = "broader_nouns.tsv"


def may_be_called(noun: str, roles: Collection[str]) -> bool:
    """Tell whether somebody introduced with some of these roles may be called by a noun later on.

    Args:
        noun: The later noun, a lower-cased singular ("lawmaker").
        roles: Role nouns and titles the text has given ("senator", "dr").
    """
    if noun in roles or not _narrower().get(noun, frozenset()).isdisjoint(roles):
        return True
    return noun in _SCHOLARS and any(role.endswith("ologist") for role in roles)


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not three columns, or a noun stands twice.
    """
    found: dict[str, frozenset[str]] = {}
    for number, columns in read_rows(_FILE, ("broader", "narrower", "source")):
        broader, narrower, _ = columns
        if broader in found:
            raise LexiconError(_FILE, number, f"{broader!r} stands twice")
        found[broader] = frozenset(narrower.split())
    return found
