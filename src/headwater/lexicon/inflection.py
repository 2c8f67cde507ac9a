"""Forms of English verbs: which lemma a word may belong to, and in which form.

Irregular verbs come from data/verbs.tsv (columns lemma, past, participle; empty for regular verbs), which also
lists common verbs that are no cues, so that a clause can be told from a noun phrase.
Imports: the standard library and headwater.errors only.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

from headwater.errors import LexiconError

VerbForm = Literal["base", "third", "past", "participle", "gerund"]

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


@cache
def verb_table() -> dict[str, tuple[str, str]]:
    """Return past and participle of every verb of verbs.tsv by lemma; empty strings for regular verbs.

    Raises:
        LexiconError: A line has not three columns.
    """
    table: dict[str, tuple[str, str]] = {}
    lines = files("headwater.lexicon").joinpath("data/verbs.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(lines[1:], start=2):
        columns = line.split("\t")
        if len(columns) != 3:
            raise LexiconError("verbs.tsv", number, f"{len(columns)} columns instead of 3")
        table[columns[0]] = (columns[1], columns[2])
    return table


@cache
def inflect(lemma: str) -> dict[VerbForm, str]:
    """Return the five forms of a verb, by rule unless verbs.tsv knows better ("tell": tells, told, told, telling)."""
    past, participle = verb_table().get(lemma, ("", ""))
    doubles = past == lemma + lemma[-1] + "ed"
    return {
        "base": lemma,
        "third": _third(lemma),
        "past": past or _past(lemma),
        "participle": participle or _past(lemma),
        "gerund": _gerund(lemma, doubles=doubles),
    }


@cache
def verb_forms() -> dict[str, frozenset[VerbForm]]:
    """Return every form of every verb of verbs.tsv with the forms it can be ("read": base, past, participle)."""
    forms: dict[str, set[VerbForm]] = {}
    for lemma in verb_table():
        for form, word in inflect(lemma).items():
            forms.setdefault(word, set()).add(form)
    return {word: frozenset(kinds) for word, kinds in forms.items()}


def _third(lemma: str) -> str:
    if lemma.endswith(_SIBILANTS):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return "has" if lemma == "have" else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str, *, doubles: bool) -> str:
    if doubles or lemma in _DOUBLING:
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return lemma + "ing"


_DOUBLING = frozenset(
    "begin run get put set cut let sit win hit shut split bet bid quit rid swim spin spit forget upset dig".split()
)
