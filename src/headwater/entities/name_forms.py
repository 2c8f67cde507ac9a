"""The forms one name takes: surnames alone, acronyms, names without legal form, and which of them are one person's.

Words are folded where nothing else is said. Imports: this room's word lists, lexicon and the standard library only.
"""

from collections.abc import Iterable

from headwater.entities.name_words import SUFFIXES
from headwater.lexicon.countries import country_of, is_region
from headwater.lexicon.given_names import fold_accents, has_two_surnames, is_given_name
from headwater.lexicon.source_nouns import source_noun

_LEGAL_FORMS = frozenset("inc corp corporation ltd llc plc co company ag gmbh sa nv group holdings".split())
# Words that only companies bear behind their first one.
COMPANY_WORDS = _LEGAL_FORMS | frozenset(
    "foods energy steel motors airlines airways labs laboratories technologies systems partners capital securities "
    "pharmaceuticals pharma software networks telecom industries entertainment studios chemicals logistics shipping "
    "mining petroleum oil gas electric electronics robotics aerospace dynamics breweries brewery insurance properties "
    "construction engineering consulting ventures solutions applications stores supermarkets infrastructure mills "
    "textiles cement tyres farms homes hotels brands lines retail".split()
)
# Last words of companies' names that are words of many other names too.
_TRADES = frozenset(
    "power health data seed seeds genetics realty weather events water media biotech therapeutics medical ports quays "
    "freight haulage transport transit coachlines coaches buses trains ferries cruises holidays travel resorts leisure "
    "hospitality living estates timber paper packaging plastics glass ceramics asphalt aggregates quarries metals "
    "aluminium aluminum tools machinery instruments semiconductors micro optics batteries solar wind renewables "
    "nuclear utilities grid cable wireless mobile games gaming toys sports apparel cosmetics wines spirits beverages "
    "dairy meats poultry seafood fisheries grains tobacco diagnostics imaging analytics cloud digital online "
    "interactive publishing books asset equity funds finance financial credit lending mortgage savings assurance "
    "reinsurance trading commodities imports exports wings biscuits pastures".split()
)
_CLUB_WORDS = frozenset("athletic united rovers wanderers rangers albion hotspur fc afc cf sc utd".split())
_SCHOOLS = frozenset("university college institution foundation institute".split())
_SEVERAL = 2
_SMALL = frozenset("of the for and on in to &".split())


def split_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return a name's words without "Jr." and the like, and that suffix folded ("jr"), "" where it has none."""
    last = words[-1].casefold().rstrip(".") if len(words) > 1 else ""
    return (words[:-1], last) if last in SUFFIXES else (words, "")


def name_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folded words of a name without "Jr" and the like, which come and go."""
    return tuple(fold_accents(word.rstrip(".")) for word in split_suffix(words)[0])


def untangled(words: tuple[str, ...], caption: str) -> tuple[tuple[str, ...], str]:
    """Return the name that a link's caption was glued into: "Roe Anna Lee RoeVelm" is Anna Lee Roe.

    Where the link stands behind the whole name, "Anna Roe Anna Lee RoeVelm Quits", that is it.
    """
    for first in (1, 2):
        whole = (words[0],) if first == 1 else words[:2]
        if first == 2 and words[2:3] != words[:1]:
            continue
        for last in range(first + 1, len(words)):
            glued = words[last].removeprefix(whole[-1])
            if glued != words[last] and glued[:1].isupper():
                name = whole if len(whole) > 1 else (*words[first:last], *whole)
                return name, " ".join(name)
    return words, caption


def acronyms(words: tuple[str, ...]) -> set[str]:
    """Return the acronyms a long name may go by: initials with and without small words and a country in front."""
    large = [word for word in words if word not in _SMALL]
    found = {"".join(word[0] for word in large), "".join(word[0] for word in words)}
    if "of" in words[3:]:
        found.add("".join(word[0] for word in words[: words.index("of", 3)] if word not in _SMALL))  # "of Velm"
    if country_of(large[0]):
        initials = "".join(word[0] for word in large[1:])
        found |= {initials, "us" + initials if country_of(large[0]) == "United States" else initials}
    if words[0] == "federal" and words[-1] == "reserve":
        found.add("fed")
    return {acronym for acronym in found if len(acronym) > 1}


def goes_by_first_word(caption: str, roles: Iterable[str]) -> bool:
    """Tell whether a text calls a name's bearer by its first word: a company, a club, a university.

    "Veldt" for Veldt Power, "Calder" for Calder Athletic, "the Velm poll" of Velm University.
    """
    words = caption.casefold().split()
    if len(words) < _SEVERAL:
        return False
    school = words[-1] in _SCHOOLS and country_of(words[0]) is None and not is_region(words[0])
    return is_company(caption, roles) or words[-1] in _CLUB_WORDS or words[-1] in _TRADES or school


def is_company(caption: str, roles: Iterable[str]) -> bool:
    """Tell whether a name of several words is a company's, which goes by its first word: "Veldt Foods", "Orr & Vale".

    Councils, hospitals and police are called after a place, whose name alone means the place.
    """
    words = {word.casefold().rstrip(".,") for word in caption.split()[1:]}
    called = any((noun := source_noun(role)) and noun.noun_class == "company" for role in roles)
    return called or bool(words & COMPANY_WORDS) or "&" in words


def core_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without legal form and leading country: "Trend Micro Inc", "US Geological Survey"."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept.pop()
    if len(kept) > 3 and kept[0] in ("department", "ministry") and kept[1] in ("of", "for"):
        kept = kept[2:]  # "Health and Human Services" for its department
    while len(kept) > 2 and (country_of(kept[0]) or kept[0] in ("u", "s", "national")):
        kept.pop(0)
    return tuple(kept)


def call_names(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the single words that somebody may be called by: given name, surname, and the first of two surnames."""
    first_of_two = has_two_surnames(words) or (len(words) == 3 and not is_given_name(words[1]) and len(words[1]) > 2)
    return (words[0], words[-1], *((words[-2],) if first_of_two else ()))


def surname_first(words: tuple[str, ...]) -> str:
    """Return the surname by which news calls somebody again: of two surnames the first ("Soto" of Ana Soto Ruiz)."""
    return words[-2] if has_two_surnames(words) else words[-1]


def same_person(full: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Tell whether one form of a person's name can be the other: same surname, given names equal, initial or absent."""
    if len(form) == 1:
        return form[0] in call_names(full)
    if len(full) == 1:
        return full[0] == form[-1]
    if full[-1] != form[-1]:
        return False
    if len(form) < len(full) and full[-len(form) :] == form and not is_given_name(form[0]):
        return True  # a surname of several words: "Ó Muirí", "Ortiz Vega"
    first, other = full[0], form[0]
    return first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])
