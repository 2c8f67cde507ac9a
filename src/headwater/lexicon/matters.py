"""Words that name the same matter in news, as classes: "killed", "dead" and "toll" are one.

Words are compared by their Snowball stems. Imports: snowballstemmer and headwater.errors only.
"""

from functools import cache

import snowballstemmer

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

_STEMMER = snowballstemmer.stemmer("english")
_FILE = "matters.tsv"


@cache
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of a lower-cased English word; a possessive ending is dropped first."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return str(_STEMMER.stemWord(bare))


@cache
def matter_classes() -> dict[str, frozenset[str]]:
    """Return stem -> classes it belongs to, read once from the data file.

    Raises:
        LexiconError: A line has not three columns, or a class stands twice.
    """
    classes: dict[str, set[str]] = {}
    seen: set[str] = set()
    for number, columns in read_rows(_FILE, ("class", "words", "source")):
        name, words, _ = columns
        if name in seen:
            raise LexiconError(_FILE, number, f"class {name!r} stands twice")
        seen.add(name)
        for word in words.split():
            classes.setdefault(stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}
