"""Where in a noun phrase a proper name stands, without titles and offices, and what kind of name it is.

Offsets are token indices of a Page. Imports: this room's page and phrase, lexicon and the standard library only.
"""

from headwater.entities.page import Page, bare
from headwater.entities.phrase import NameKind
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.given_names import name_gender
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_NAME_LINKS = frozenset("of for on in and the & - . de del van von der bin al el la le di da dos du to".split())
_CLAUSE_LINKS = frozenset("of for on in and the to".split())
_ORGANISATION_WORDS = frozenset(
    (
        "inc corp corporation ltd llc plc co ag gmbh sa survey institute house kremlin pentagon nations union "
        "fund trust labs systems technologies studios pictures records entertainment media tv radio television "
        "news times guard guards corps authority assembly academy chamber network international partners holdings "
        "capital securities airlines airways motors energy security affairs intelligence prison jail cross watch "
        "amnesty street hall ministry telecom pharmaceuticals software networks laboratories industries "
        "enforcement defence defense command nato un eu fed reserve hamas hezbollah taliban isis interpol europol "
        "academics brotherhood applications democrats republicans giants post journal tribune herald gazette "
        "chronicle press solutions ventures research"
    ).split()
)


def trailing_name(page: Page, segment: list[int]) -> list[int]:
    """Return the token indices of the name words that end a segment, titles and offices among them taken off."""
    first = len(segment)
    for position in range(len(segment) - 1, -1, -1):
        word = page.tokens[segment[position]].text
        if page.is_name_word(segment[position]):
            first = position
        elif first == len(segment) or not _links_name(page, segment, position, word):
            break
    run = segment[first:]
    for position in range(len(run) - 1, -1, -1):
        noun = source_noun(bare(page.tokens[run[position]].text).removesuffix("."))
        if noun and not noun.plural and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title"):
            if position == len(run) - 1:
                if position == 0 or (noun.noun_class in ("office", "mouth") and not _bears(page, run, position)):
                    return []
                continue
            after = run[position + 1 :]
            while after and page.tokens[after[0]].text in (".", "of", "for", "and", "-"):
                after = _skip_office(page, after)
            return after
    return _from_given_name(page, run)


def _from_given_name(page: Page, run: list[int]) -> list[int]:
    """Drop the words of an unknown office before a known given name ("County Undersheriff James Gage")."""
    words = [page.tokens[i].text for i in run]
    for position in range(len(run) - 2, 0, -1):
        if len(run) - position <= 3 and name_gender(words[position]) and len(words[position - 1]) > 2:
            return run if name_gender(words[position - 1]) or name_gender(words[0]) else run[position:]
    return run


def _bears(page: Page, run: list[int], position: int) -> bool:
    """Tell whether an office noun is somebody's surname ("Kevin Major")."""
    return position == 1 and name_gender(page.tokens[run[0]].text) is not None


def _skip_office(page: Page, after: list[int]) -> list[int]:
    """Drop the rest of an office's name before a person's ("of State John Roe" leaves "John Roe")."""
    if page.tokens[after[0]].text == ".":
        return after[1:]
    return after[2:]


def _links_name(page: Page, segment: list[int], position: int, word: str) -> bool:
    """Tell whether a small word, or the preposition before it ("for the Study"), links two words of one name."""
    if word not in _CLAUSE_LINKS or not position:
        return word in _NAME_LINKS
    return inside_name(page, segment, position) or (word == "the" and inside_name(page, segment, position - 1))


def inside_name(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a preposition links the words of one name ("Ministry of Defence", "Secretary of State John Roe")."""
    before = bare(page.tokens[segment[position - 1]].text)
    earlier = [source_noun(bare(page.tokens[i].text)) for i in segment[:position]]
    headed = any(noun and noun.noun_class in ("body", "company") for noun in earlier)
    following = [page.tokens[i].text for i in segment[position + 1 : position + 3]]
    after = next((word for word in following if word not in ("the", "a")), "")
    if not before[:1].isupper() or not after[:1].isupper():
        return False
    return before.lower() == "secretary" or headed


def name_kind(words: tuple[str, ...]) -> NameKind:
    """Tell what a name is by its own words: organisation words, an acronym, a known given name."""
    if any(word.lower() in _ORGANISATION_WORDS for word in words):
        return "organisation"
    nouns = [source_noun(word) for word in words]
    if any(noun and noun.noun_class in ("body", "company", "outlet") for noun in nouns):
        return "organisation"
    if len(words) == 1:
        word = words[0]
        acronym = word.replace(".", "").isupper() and len(word) > 1
        return "organisation" if acronym or country_of(word) or country_of_capital(word) else "unknown"
    if name_gender(words[0]) and len(words) <= 4:
        return "person"
    return "unknown"
