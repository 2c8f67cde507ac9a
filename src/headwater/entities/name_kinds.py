"""What a name is by its own words: a person's, an organisation's, or either.

Imports: this room's phrase, lexicon and the standard library only.
"""

from headwater.entities.phrase import NameKind
from headwater.lexicon.countries import country_of, country_of_capital, is_region
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun

PARTICLES = frozenset("de del della van von der bin bint al el la le di da dos du y e i binti binte ibn".split())
_LETTERS = frozenset("un eu sa ag co tv fed nato".split())
_SURNAMES_TOO = frozenset("Hall Cross Street Mills Rail Press Steel House".split())
_ORGANISATION_WORDS = frozenset(
    (
        "inc corp corporation ltd llc plc co ag gmbh sa holding survey institute house kremlin pentagon nations union "
        "fund trust labs systems technologies studios pictures records entertainment media tv radio television "
        "news times guard guards corps authority assembly academy chamber network international partners holdings "
        "capital securities airlines airways motors energy security affairs intelligence prison jail cross watch "
        "amnesty street hall ministry telecom pharmaceuticals software networks laboratories industries "
        "enforcement defence defense command nato un eu fed reserve hamas hezbollah taliban isis interpol europol "
        "academics brotherhood applications democrats republicans giants post journal tribune herald gazette "
        "chronicle press solutions ventures research "
        "foods farms mills steel chemicals pharma logistics shipping rail railways ferries insurance mutual properties "
        "homes construction engineering consulting brewery breweries brands stores supermarkets electronics robotics "
        "aerospace dynamics infrastructure electric mills atomics lines textiles cement tyres hotels "
        "grupo banco compagnie société empresa bhd gmbh oy srl kk"
    ).split()
)


def is_house_word(word: str) -> bool:
    """Tell whether a word of a name makes it an organisation's; letters do only in capitals ("Kim Jong Un")."""
    lowered = word.lower()
    return lowered in _ORGANISATION_WORDS and (lowered not in _LETTERS or word.isupper())


def _is_land(words: tuple[str, ...]) -> bool:
    """Tell whether a name of several words is a country's, its people's or a region's: "North Korea", "Nova Scotia"."""
    whole = " ".join(words)
    return country_of(whole) is not None or is_region(whole)


def name_kind(words: tuple[str, ...]) -> NameKind:
    """Tell what a name is by its own words: organisation words, an acronym, a known given name."""
    if len(words) == 2 and words[1] in _SURNAMES_TOO and is_given_name(words[0]):
        return "person"  # "Monty Hall"
    if "and" in words or any(is_house_word(word) for word in words):
        return "organisation"
    if len(words) > 1 and _is_land(words):
        return "organisation"
    nouns = [source_noun(word) for word in words]
    firm = len(words) > 1 and words[-1] == "Marine"  # "Tern Marine", which no name of a person ends in
    if firm or any(noun and noun.noun_class in ("body", "company", "outlet") for noun in nouns):
        return "organisation"
    if len(words) == 1:
        word = words[0]
        acronym = word.replace(".", "").isupper() and len(word) > 1
        return "organisation" if acronym or country_of(word) or country_of_capital(word) else "unknown"
    if is_given_name(words[0]) and sum(word.lower() not in PARTICLES for word in words) <= 4:
        return "person"
    return "unknown"
