"""Nouns by which a text calls again whom it introduced with a narrower one: "the lawmaker" for a senator.

Words are lower-cased singulars. Imports: headwater.errors and the standard library only.
"""

from collections.abc import Collection
from functools import cache
from importlib.resources import files

from headwater.errors import LexiconError

_FILE = "broader_nouns.tsv"


def may_be_called(noun: str, roles: Collection[str]) -> bool:
    """Tell whether somebody introduced with some of these roles may be called by a noun later on.

    Args:
        noun: The later noun, a lower-cased singular ("lawmaker").
        roles: Role nouns and titles the text has given ("senator", "dr").
    """
    return noun in roles or not _narrower().get(noun, frozenset()).isdisjoint(roles)


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """Read the data file once.

    Raises:
        LexiconError: A line has not three columns, or a noun stands twice.
    """
    found: dict[str, frozenset[str]] = {}
    content = files("headwater.lexicon").joinpath("data", _FILE).read_text("utf-8")
    for number, line in enumerate(content.splitlines(), start=1):
        if not line or line.startswith(("#", "broader\t")):
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            raise LexiconError(_FILE, number, f"{len(columns)} columns where broader, narrower, source are wanted")
        broader, narrower, _ = columns
        if broader in found:
            raise LexiconError(_FILE, number, f"{broader!r} stands twice")
        found[broader] = frozenset(narrower.split())
    return found
