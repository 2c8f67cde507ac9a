"""Words that name the same matter in news, as classes: "killed", "dead" and "toll" are one.

Words are compared by their Snowball stems. Imports: snowballstemmer and headwater.errors only.
"""

from functools import cache
from importlib.resources import files

import snowballstemmer

from headwater.errors import LexiconError

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
    content = files("headwater.lexicon").joinpath("data", _FILE).read_text("utf-8")
    for number, line in enumerate(content.splitlines(), start=1):
        if not line or line.startswith(("#", "class\t")):
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            raise LexiconError(_FILE, number, f"{len(columns)} columns where class, words and source are wanted")
        name, words, _ = columns
        if name in seen:
            raise LexiconError(_FILE, number, f"class {name!r} stands twice")
        seen.add(name)
        for word in words.split():
            classes.setdefault(stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in classes.items()}
