"""Names that others of the text are short for, and words that are places rather than anybody's names.

Words are folded. Imports: this room's draft, lexicon and the standard library only.
"""

from collections.abc import Iterable
from itertools import islice

from headwater.entities.draft import Draft
from headwater.entities.name_words import ORGANISATION_HEADS
from headwater.lexicon.countries import country_of, country_of_capital, is_region
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun

MOST = 64  # names of one first word that are looked through, so that a text of nothing else stays linear
_SHORT = 3  # words of a name that its first ones may stand for
# Last words of places' names, which are never people or companies unless the text says so.
SITES = frozenset(
    "county island islands river valley street avenue bay beach hill hills lake park square airport bridge road tower "
    "plaza stadium arena mountain mountains coast creek heights springs falls point port harbour harbor".split()
)


def begun_with(longer: Iterable[Draft], key: tuple[str, ...]) -> Draft | None:
    """Return the one draft whose name some words begin: "Skyline" for Skyline Weather; None for given names and lands.

    Args:
        longer: Drafts whose names begin with the first word.
        key: The words of the short name.
    """
    if is_given_name(key[0]) or is_land(key[0]) or key[0] in ORGANISATION_HEADS:
        return None  # "the House" is not the House Oversight Committee
    whole = [d for d in islice(longer, MOST) if d.words[: len(key)] == key != d.words and len(d.words) <= _SHORT]
    whole = [d for d in whole if (d.spoke or not d.guessed) and not _is_public(d)]
    return whole[0] if len(whole) == 1 else None


def _is_public(draft: Draft) -> bool:
    """Tell whether a name ends in a noun for a body, which is called after a place: "Velm Council"."""
    noun = source_noun(draft.words[-1])
    return noun is not None and noun.noun_class == "body"


def of_other_lands(words: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Tell whether two names begin with different countries: "Norlandic Foreign Ministry" and another one."""
    own, other = country_of(words[0]) if words else None, country_of(key[0])
    return own is not None and other is not None and own != other


def is_land(word: str) -> bool:
    """Tell whether a folded word is a country's, a capital's or a region's name."""
    return country_of(word) is not None or country_of_capital(word) is not None or is_region(word)
