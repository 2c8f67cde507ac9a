"""The record of one source phrase, and the closed word classes its readers share.

Offsets are code points of Document.text. Imports: this room's page, lexicon and the standard library only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.entities.page import Name, Range
from headwater.lexicon.source_nouns import SourceNoun

Determiner = Literal["a", "the", "other", "number", "his", ""]
NameKind = Literal["person", "organisation", "unknown"]
Count = int | Literal["one", "some"]

PRONOUNS = frozenset(
    "he she it they him her them who which i we you whom one himself herself itself that what this his their "
    "its our my these".split()
)
PREPOSITIONS = frozenset(
    "of at from with for in on to by near inside within among around outside across under behind against about along "
    "beyond beside between throughout".split()
)
POSTMODIFIERS = frozenset(
    (
        "familiar close briefed involved aware privy knowledgeable based living working speaking owned informed "
        "present quoted cited interviewed contacted reached who which whose that known identified tasked assigned "
        "linked representing whom where led headed run conducted published commissioned released issued "
        "carried written "
        "compiled sponsored funded prepared filed obtained seen "
        "reviewed leaked posted shared available viewed reported"
    ).split()
)
PLACES = frozenset(
    (
        "village city town district province county area region neighbourhood neighborhood island street state suburb"
    ).split()
)
# What people have where they post: "on the Facebook page of", "on its X account".
ACCOUNTS = frozenset("page pages account accounts feed channel profile group site website blog".split())
DETERMINERS: dict[str, Determiner] = {
    "a": "a", "an": "a", "the": "the", "this": "the", "these": "the", "that": "the", "those": "the", "both": "the",
    "another": "other", "other": "other", "others": "other", "second": "other", "third": "other",
    "his": "his", "her": "his", "its": "his", "their": "his", "our": "his", "my": "his",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a source phrase says of its speaker.

    Attributes:
        form: name, nominal ("the doctor") or pronoun.
        name: The proper name without titles; None for nominals and pronouns.
        name_kind: What the phrase itself shows the name to be.
        head: The head noun, as the lexicon knows it; None when it does not.
        head_word: The head noun as written, lower-cased.
        roles: Lemmas of the nouns the phrase calls its speaker.
        modifiers: Lower-cased words before the head.
        determiner, count: How many the phrase speaks of; None for names.
        plural: The phrase names several.
        descriptor: Head noun phrase without article and number.
        affiliation: Words that name or describe the organisation or country of the speaker.
        issuer: For "X's statement", "data from X": who issued it.
        place: The affiliation is a country or a place, not an organisation.
        alias: A short form given in brackets.
        gender: m or f when the phrase shows it.
        joint: Where a second speaker of the same phrase begins.
    """

    start: int
    end: int
    form: Literal["name", "nominal", "pronoun"]
    name: Name | None = None
    name_kind: NameKind = "unknown"
    head: SourceNoun | None = None
    head_word: str = ""
    roles: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    determiner: Determiner = ""
    count: Count | None = None
    plural: bool = False
    descriptor: Range | None = None
    affiliation: Range | None = None
    place: bool = False
    alias: str | None = None
    gender: Literal["m", "f"] | None = None
    joint: int | None = None
