"""Nouns that credit a source ("spokeswoman", "ministry", "statement"), with what they say of the speaker.

Words are looked up lower-cased. Imports: headwater.errors and the standard library only.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows

NounClass = Literal[
    "title",
    "office",
    "mouth",
    "staff",
    "reporter",
    "official",
    "body",
    "company",
    "outlet",
    "issued",
    "artefact",
    "hearsay",
]
Gender = Literal["m", "f", "-"]

PERSON_CLASSES: frozenset[NounClass] = frozenset({"office", "mouth", "staff", "reporter", "official"})
ORGANISATION_CLASSES: frozenset[NounClass] = frozenset({"body", "company"})
DOCUMENT_CLASSES: frozenset[NounClass] = frozenset({"issued", "artefact", "hearsay"})

_FILE = "source_nouns.tsv"
_SHORTEST_BUILT = 6
_REMEMBERED = 16384  # words; a lookup is asked for every word of a text, several times
_PREFIXES = frozenset("vice deputy ex co former sub under assistant then".split())
_PERSONAL_MAKERS = frozenset("filmmaker lawmaker policymaker peacemaker kingmaker troublemaker moneymaker".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNoun:
    """One noun form.

    Attributes:
        lemma: The singular, lower-cased (the form itself for nouns without one).
        plural: This form is plural only.
        gender: m or f when the noun itself says so, "-" otherwise.
        group: Kind of unnamed speaker it belongs to ("officials", "residents"), "-" when it is none.
    """

    lemma: str
    plural: bool
    noun_class: NounClass
    gender: Gender
    group: str


@lru_cache(maxsize=_REMEMBERED)
def source_noun(word: str) -> SourceNoun | None:
    """Return what the lexicon knows of a noun form, any case; None for other words.

    Words built by rule need no line of their own: "-ologist" names an expert, "-maker" a company, and "vice-", "ex-"
    and the like leave a noun what it is.
    """
    lowered = word.lower()
    known = _nouns().get(lowered)
    if known is not None or len(lowered) < _SHORTEST_BUILT:
        return known
    return _built(lowered)


def _built(word: str) -> SourceNoun | None:
    singular = word.removesuffix("s")
    plural = singular != word
    if singular.endswith("ologist"):
        return SourceNoun(lemma=singular, plural=plural, noun_class="staff", gender="-", group="experts")
    if singular.endswith("maker") and singular not in _PERSONAL_MAKERS:
        return SourceNoun(lemma=singular, plural=plural, noun_class="company", gender="-", group="companies")
    prefix, hyphen, rest = word.partition("-")
    return _nouns().get(rest) if hyphen and prefix in _PREFIXES else None


@cache
def _nouns() -> dict[str, SourceNoun]:
    """Read the data file once; the first line that gives a form wins.

    Raises:
        LexiconError: A line has not five columns, or an unknown class or gender.
    """
    found: dict[str, SourceNoun] = {}
    for number, columns in read_rows(_FILE, ("class", "gender", "group", "nouns", "source")):
        noun_class, gender, group, words, _ = columns
        if noun_class not in get_args(NounClass) or gender not in get_args(Gender):
            raise LexiconError(_FILE, number, f"unknown class {noun_class!r} or gender {gender!r}")
        for word in words.split():
            for form, lemma, plural in _forms(word):
                found.setdefault(
                    form,
                    SourceNoun(
                        lemma=lemma,
                        plural=plural,
                        noun_class=cast("NounClass", noun_class),
                        gender=cast("Gender", gender),
                        group=group,
                    ),
                )
    return found


def _forms(word: str) -> tuple[tuple[str, str, bool], ...]:
    """Return (form, lemma, plural) of one entry of the file; see its header for the notation."""
    if word[0] in "=+":
        return ((word[1:], word[1:], word[0] == "+"),)
    singular, _, plural = word.partition("/")
    return ((singular, singular, False), (plural or singular + "s", singular, True))
