"""Where in a noun phrase a proper name stands, without titles and offices, and what kind of name it is.

Offsets are token indices of a Page. Imports: this room's page and phrase, lexicon and the standard library only.
"""

import re

from headwater.entities.page import Page, bare
from headwater.entities.phrase import OUTLET_MARKS, NameKind
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import PERSON_CLASSES, SourceNoun, source_noun

_HANDLE_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+")
_PARTISANS = frozenset(("republican", "democrat"))
_TENURES = frozenset(("then", "now", "ex"))
_HOUSE_ENDINGS = frozenset("hospital college university school court bank office house institute academy".split())
# Titles that are offices too; every other one at the end of a name is a surname ("William Barr").
_TITLED_OFFICES = frozenset(("justice", "lord", "lady"))
_NAMESAKES = frozenset("duke king queen prince princess bishop dean baron earl lord marshal".split())
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
        "chronicle press solutions ventures research "
        "foods farms mills steel chemicals pharma logistics shipping rail railways ferries insurance mutual properties "
        "homes construction engineering consulting brewery breweries brands stores supermarkets electronics robotics "
        "aerospace dynamics infrastructure"
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
        noun = _office_noun(bare(page.tokens[run[position]].text).removesuffix("."))
        if noun and noun.plural and len(run) == 1 and noun.noun_class in PERSON_CLASSES:
            return []  # "Republicans", "Senators" of a headline
        if noun and not noun.plural and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title"):
            if position < len(run) - 1 and heads_house(page.tokens[run[-1]].text) and (position or is_namesake(noun)):
                continue  # "Velm General Hospital", "Duke University"
            if noun.lemma == "justice" and len(run) - position == 2 and heads_house(page.tokens[run[-1]].text):
                continue  # "the Justice Department" is no judge of that name
            if position == len(run) - 1 > 0 and noun.noun_class == "title" and noun.lemma not in _TITLED_OFFICES:
                continue
            if position == len(run) - 1:
                if noun.lemma in _PARTISANS:
                    return []  # "Sen. Anna Roe, Norland Republican, said"
                paper = noun.noun_class == "official" and noun.lemma in OUTLET_MARKS  # "the Fen Observer"
                if position == 0 or not (paper or _bears(page, run, position)):
                    return []
                continue
            after = _past_mission(page, run[position + 1 :])
            while after and page.tokens[after[0]].text in (".", "of", "for", "and", "-"):
                after = _skip_office(page, after)
            return after
    described = 0 < first < len(segment) and _is_person_noun(page, segment[first - 1])
    return run if described and len(run) <= 3 else _from_given_name(page, run)


def _office_noun(word: str) -> SourceNoun | None:
    """Look up an office, also one marked as past ("Then-Secretary", "ex-minister")."""
    tenure, _, office = word.partition("-")
    return source_noun(office if office and tenure.lower() in _TENURES else word)


def _from_given_name(page: Page, run: list[int]) -> list[int]:
    """Drop the words of an unknown office before a known given name ("County Undersheriff James Gage")."""
    words = [page.tokens[i].text for i in run]
    for position in range(len(run) - 2, 0, -1):
        if len(run) - position <= 3 and is_given_name(words[position]) and len(words[position - 1]) > 2:
            return run if is_given_name(words[position - 1]) or is_given_name(words[0]) else run[position:]
    return run


def _is_person_noun(page: Page, index: int) -> bool:
    """Tell whether a word before a name says who bears it ("manager Jeb Stuart Magruder": the name is whole)."""
    noun = source_noun(page.tokens[index].text)
    return noun is not None and noun.noun_class in PERSON_CLASSES


def is_namesake(noun: SourceNoun | None) -> bool:
    """Tell whether an office or title is often the name of a house: "Duke University", "King County"."""
    return noun is not None and noun.lemma in _NAMESAKES


def heads_house(word: str) -> bool:
    """Tell whether a name's last word makes it an organisation's."""
    noun = source_noun(bare(word))
    return (noun is not None and not noun.plural and noun.noun_class in ("body", "company")) or (
        word.lower() in _HOUSE_ENDINGS
    )


def _past_mission(page: Page, after: list[int]) -> list[int]:
    """Drop what an office is for before a given name: "(Ambassador) to the United Nations Nikki Haley"."""
    words = [page.tokens[i].text for i in after]
    if words[:1] and words[0] in ("to", "of", "for"):
        for position in range(len(after) - 2, 1, -1):
            if is_given_name(words[position]):
                return after[position:]
    return after


def _bears(page: Page, run: list[int], position: int) -> bool:
    """Tell whether an office noun is somebody's surname ("Kevin Major")."""
    return position == 1 and is_given_name(page.tokens[run[0]].text)


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
    return before.lower().rpartition("-")[2] == "secretary" or headed


def handle_words(page: Page, named: list[int]) -> tuple[str, ...]:
    """Return the words of a name written as a handle ("@realAdaHolm": Ada, Holm), empty where it is none."""
    first = page.tokens[named[0]]
    if len(named) != 1 or page.text[max(0, first.start - 1) : first.start] != "@":
        return ()
    words = tuple(_HANDLE_WORD.findall(bare(first.text)))
    return words if len(words) > 1 else ()


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
    if is_given_name(words[0]) and len(words) <= 4:
        return "person"
    return "unknown"
