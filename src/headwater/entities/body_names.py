"""Names of organisations taken apart: what kind of body a name says it is, and which words tell it from its like.

Imports: this room's name_forms and variants, lexicon and the standard library only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.entities.name_forms import COMPANY_WORDS
from headwater.entities.variants import plain
from headwater.lexicon.countries import country_of
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, source_noun

_SMALL = frozenset("the of for and on in to at a an".split())
# Words that many bodies bear; they alone make no two names one.
GENERIC = frozenset(
    (
        "national central general federal state royal public international regional continental local united joint "
        "provincial coastal northern southern eastern western north south east west metropolitan city county district "
        "town municipal new first main senior chief country government"
    ).split()
)
_WIDE = frozenset("national federal international".split())
_NARROW = frozenset("local regional provincial district city county town municipal village".split())
# Heads that texts exchange for one another when they describe a body: "the weather agency" for a weather office.
_AGENCIES = frozenset(
    "agency authority office bureau service department administration board commission centre center institute".split()
)
_SHORTENED = {
    "met": ("meteorological", "metropolitan"), "dept": ("department",), "govt": ("government",), "natl": ("national",),
    "intl": ("international",), "assn": ("association",), "assoc": ("association",), "uni": ("university",),
    "comm": ("commission", "committee"), "auth": ("authority",), "min": ("ministry",), "fed": ("federal",),
}  # fmt: skip
_BANK_KINDS = frozenset("reserve central".split())
_BANK_KINDS_OF_A_COUNTRY = frozenset("national state peoples".split())


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of an organisation, or a description of one.

    Attributes:
        words: Plain words in order, without articles, small words and marks of possession.
        head: Lemma of the noun that says what the body is ("authority"); None where no word does ("Orrin Ratings").
        last: The name ends in its head, if it has one; False for "Reserve Bank of Velm".
        described: Written in lower case but for names within: "the state's disaster agency".
    """

    words: tuple[str, ...]
    head: str | None
    last: bool
    described: bool

    @property
    def modifiers(self) -> frozenset[str]:
        """The words beside the head."""
        return frozenset(word for word in self.words if self.head is None or _lemma(word) != self.head)

    @property
    def telling(self) -> frozenset[str]:
        """The words that tell this body from others of its kind."""
        return frozenset(word for word in self.modifiers if word not in GENERIC and _lemma(word) is None)

    @property
    def shortened(self) -> bool:
        """Whether it holds a word that headlines cut short ("Met Centre")."""
        return not _SHORTENED.keys().isdisjoint(self.words)


def body_name(caption: str) -> BodyName:
    """Take a name apart."""
    written = [word.removesuffix("'s").removesuffix("’s") for word in caption.split()]
    raw = [plain(word) for word in written]
    cut = raw.index("of") if "of" in raw[1:] else len(raw)
    head = _lemma(raw[cut - 1]) if raw else None
    if head is None and cut == len(raw) and len(raw) > 1 and raw[-1] in COMPANY_WORDS:
        head = "company"
    words = tuple(_one_spelling(word) for word in raw if word and word not in _SMALL)
    return BodyName(words, head, cut == len(raw), bool(written) and written[-1].islower())


def _lemma(word: str) -> str | None:
    noun = source_noun(word)
    return noun.lemma if noun and noun.noun_class in ORGANISATION_CLASSES else None


def _one_spelling(word: str) -> str:
    return {"defense": "defence", "center": "centre", "labor": "labour"}.get(word, word)


def is_company_noun(word: str) -> bool:
    """Tell whether a word is a noun for companies: "bank", "firms"."""
    noun = source_noun(word)
    return noun is not None and noun.noun_class == "company"


def is_company_name(name: BodyName) -> bool:
    """Tell whether a name says that its body does business."""
    return name.head is not None and (name.head == "company" or is_company_noun(name.head))


def meets(word: str, other: str) -> bool:
    """Tell whether two words of names are one: equal, short for it ("Met"), or country and its adjective."""
    if word == other or other in _SHORTENED.get(word, ()) or word in _SHORTENED.get(other, ()):
        return True
    land = country_of(word)
    return land is not None and land == country_of(other)


def covered(words: Sequence[str], by: Sequence[str]) -> bool:
    """Tell whether each word meets one of another name."""
    return all(any(meets(word, other) for other in by) for word in words)


def ends(short: BodyName, full: BodyName) -> bool:
    """Tell whether a longer name ends in a shorter one, or adds nothing but words that many bodies bear."""
    if not (short.last and full.last) or len(short.words) >= len(full.words):
        return False
    if all(map(meets, short.words, full.words[-len(short.words) :])):
        return True
    more = [word for word in full.words if not any(meets(word, other) for other in short.words)]
    return covered(short.words, full.words) and GENERIC.issuperset(more)


def begins(short: BodyName, full: BodyName) -> bool:
    """Tell whether a longer name begins with a shorter one."""
    return len(short.words) < len(full.words) and full.words[: len(short.words)] == short.words


def lands_conflict(left: BodyName, right: BodyName) -> bool:
    """Tell whether two names tie their bodies to different countries."""
    own, theirs = ({c for word in name.words if (c := country_of(word))} for name in (left, right))
    return bool(own and theirs and own.isdisjoint(theirs))


def tiers_conflict(left: BodyName, right: BodyName) -> bool:
    """Tell whether one name is of a whole country's body and the other of a part's."""
    wide, narrow = (not _WIDE.isdisjoint(left.words), not _WIDE.isdisjoint(right.words))
    return (wide and not _NARROW.isdisjoint(right.words)) or (narrow and not _NARROW.isdisjoint(left.words))


def heads_agree(left: BodyName, right: BodyName) -> bool:
    """Tell whether two heads leave room for one body; a description may say "agency" for any office of a state."""
    if left.head is None or right.head is None or left.head == right.head:
        return True
    exchanged = left.described or right.described
    return exchanged and ({left.head, right.head} <= _AGENCIES or (left.head == "company" and is_company_name(right)))


def is_central_bank(name: BodyName) -> bool:
    """Tell whether a name is one that central banks bear: "Reserve Bank of Velm", "Velm Monetary Authority"."""
    held = set(name.words)
    if {"federal", "reserve"} <= held or {"monetary", "authority"} <= held:
        return True
    return name.head == "bank" and bool(held & _BANK_KINDS or (not name.last and held & _BANK_KINDS_OF_A_COUNTRY))


def describes_central_bank(name: BodyName) -> bool:
    """Tell whether a description means a central bank: "Velm's central bank"."""
    return name.described and name.words[-2:] == ("central", "bank")
