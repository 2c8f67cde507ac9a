"""Where in a noun phrase a proper name stands, without titles and offices, and what kind of name it is.

Offsets are token indices of a Page. Imports: this room's page and phrase, lexicon and the standard library only.
"""

import re
from typing import Literal

from headwater.entities.name_kinds import PARTICLES, is_house_word
from headwater.entities.name_words import HEADS_BEFORE_OF, ORGANISATION_HEADS, OUTLET_MARKS
from headwater.entities.page import Page, bare
from headwater.entities.page_joints import joins_places
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import PERSON_CLASSES, SourceNoun, source_noun

_HANDLE_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+")
_PARTISANS = frozenset(("republican", "democrat"))
_DEMOCRATS = frozenset("liberal social christian free sweden".split())
_TENURES = frozenset(("then", "now", "ex"))
_HOUSE_ENDINGS = frozenset("hospital college university school court bank office house institute academy".split())
# Titles that are offices too; every other one at the end of a name is a surname ("William Barr").
_TITLED_OFFICES = frozenset(("justice", "lord", "lady"))
_SURNAMED = frozenset(("people", "rescuers", "residents"))  # trades, which are surnames too
_NAMESAKES = frozenset("duke king queen prince princess bishop dean baron earl lord marshal".split())
# Offices that are adjectives before the head of a house, however short the name: "General Hospital", "Marine Police".
_HOUSE_ADJECTIVES = frozenset("general executive principal marine native chief local".split())
_GENERALS = frozenset(
    "attorney governor secretary director inspector auditor solicitor surgeon consul comptroller postmaster".split()
)
# What an office before a name is of: "Commissioner of Police Musa Bello", "Leader of the Opposition Ann Roe".
_OFFICE_FIELDS = frozenset(
    "police state opposition house senate parliament assembly staff defence defense health justice finance education "
    "treasury board cabinet navy army prisons customs prosecutions affairs works agriculture commerce labor labour "
    "energy transport transportation interior environment information culture trade industry security".split()
)
_LAST_IN_HOUSES = frozenset(("justice", "representative"))
_IN_NAMES = frozenset("hotel bank company restaurant studio lab laboratory business giant".split())  # "Hotel Astoria"
_COMMON_LETTERS = frozenset("PAC PACs NGO NGOs CEOs MPs MEPs TDs".split())
_ORIGINS = ("-based", "-born", "-owned", "-backed", "-listed", "-led", "-run", "-headquartered")
_COURTESIES_BEFORE = frozenset("Mr Mrs Ms Miss Mx Cr Cllr".split())
_GUARDS = frozenset("coast national border revolutionary republican home civil".split())
_COMPOUNDS = {("coast", "guard"): "coastguard", ("head", "teacher"): "headteacher"}
_LONGEST_OFFICE = 7  # words behind the preposition, the name among them
_SAINTS = frozenset("san santa st saint los las santo sao são".split())
# Malay titles of two words, and the Burmese title that reads like an initial.
_RANK_LETTERS = frozenset("CP AIG DIG IG ADGP CJ JP".split())
_BEFORE_SRI = frozenset("tan puan datuk dato datin".split())
_NAME_LINKS = frozenset(
    "of for on in and the & - . de del van von der bin binti binte bint al el la le di da dos du to".split()
)
_HONOURS_BEHIND = frozenset("KC QC SC SAN MP MSP MLA TD MBE OBE CBE KBE JP PhD MD FRS".split())
_CLAUSE_LINKS = frozenset("of for on in and the to".split())


def trailing_name(page: Page, segment: list[int]) -> list[int]:
    """Return the token indices of the name words that end a segment, titles and offices among them taken off."""
    first = len(segment)
    for position in range(len(segment) - 1, -1, -1):
        word = page.tokens[segment[position]].text
        if page.is_name_word(segment[position]):
            first = position
        elif first == len(segment) or not _links_name(page, segment, position, word):
            break
    run = _past_company(page, _past_origin(page, segment[_with_office(page, segment, first) :]))
    while len(run) > 2 and page.tokens[run[-1]].text in _HONOURS_BEHIND:
        run = run[:-1]  # "Edmund Rook KC"
    if not run or _means_several(page, run):
        return []
    if len(run) > 1 and page.tokens[run[-2]].text.removesuffix(".") in _COURTESIES_BEFORE:
        return run[-1:]  # "Mrs Judge"
    for position in range(len(run) - 1, -1, -1):
        noun = _office_noun(bare(page.tokens[run[position]].text).removesuffix("."))
        if noun and not noun.plural and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title"):
            informal = noun.noun_class == "official" and is_given_name(page.tokens[run[position]].text)
            if _within_house(page, run, position, noun) or (informal and position < len(run) - 1):
                continue  # "Guy Lund" is no guy
            if position == len(run) - 1 > 0 and noun.noun_class == "title" and noun.lemma not in _TITLED_OFFICES:
                continue
            if position == len(run) - 1:
                if noun.lemma in _PARTISANS:
                    return []  # "Sen. Anna Roe, Norland Republican, said"
                paper = noun.noun_class == "official" and noun.lemma in OUTLET_MARKS  # "the Fen Observer"
                if position == 0 or not (paper or _bears(page, run, position, noun)):
                    return []
                continue
            return _behind_title(page, run[position + 1 :], noun.lemma)
    described = 0 < first < len(segment) and _is_person_noun(page, segment[first - 1])
    name = _past_honours(page, run)
    return name if len(name) < len(run) or (described and len(run) <= 3) else _from_given_name(page, run)


def _means_several(page: Page, run: list[int]) -> bool:
    """Tell whether a run of capitals names nobody: "Senate Democrats", "Senators" of a headline, "a super PAC"."""
    word = bare(page.tokens[run[-1]].text) if run else ""
    if word in _COMMON_LETTERS and (len(run) == 1 or word.endswith("s")):
        return True
    noun = _office_noun(word)
    if noun is None or not noun.plural or noun.noun_class not in PERSON_CLASSES:
        return False
    return len(run) == 1 or (noun.lemma in _PARTISANS and not _is_party(page, run))


def _with_office(page: Page, segment: list[int], first: int) -> int:
    """Return where a name begins, an office before it whose capital may be the sentence's taken in."""
    link = first - 1
    while link > 0 and page.tokens[segment[link]].text == "the":
        link -= 1
    return link - 1 if 0 < link < len(segment) and office_of(page, segment, link) else first


def _past_origin(page: Page, run: list[int]) -> list[int]:
    """Drop where somebody or something is from: "(Qatar-based) Safwa Airways"."""
    for position in range(len(run) - 1, -1, -1):
        if page.tokens[run[position]].text.endswith(_ORIGINS):
            return run[position + 1 :]
    return run


def _past_company(page: Page, run: list[int]) -> list[int]:
    """Drop a noun for companies whose capital is the sentence's: "(Importer) Crown & Palm"."""
    noun = source_noun(page.tokens[run[0]].text) if len(run) > 1 and run[0] in page.openers else None
    alike = noun is not None and noun.noun_class == "company" and not noun.plural and noun.lemma not in _IN_NAMES
    return run[1:] if alike and page.tokens[run[1]].text[0].isupper() else run


def _within_house(page: Page, run: list[int], position: int, noun: SourceNoun) -> bool:
    """Tell whether an office noun is part of a house's name: "Velm General Hospital", "Conservative Party"."""
    words = [page.tokens[i].text for i in run]
    if position < len(run) - 1 and _heads_department(words[:position]) and not _person_behind(words[position + 1 :]):
        return True  # "Department of Marine Resources"
    if noun.lemma == "guard" and position and words[position - 1].lower() in _GUARDS:
        return True  # "Karvian Coast Guard"
    last = position == len(run) - 1 and noun.lemma in _LAST_IN_HOUSES and _heads_department(words[:position])
    if last or words[-2:] == ["of", "America"] or _is_party(page, run):
        return True  # "Ministry of Justice", "Office of the Velm Trade Representative", "Boy Scouts of America"
    if page.owns(run[position]) and page.holds_possessive(run[position]):
        return True  # "King's College London"
    firm = noun.lemma in _HOUSE_ADJECTIVES and is_house_word(words[-1])  # "General Motors"
    if position == len(run) - 1 or not (firm or heads_house(words[-1])):
        return False
    if noun.lemma == "justice" and len(run) - position == 2:
        return True  # "the Justice Department" is no judge of that name
    if position or is_namesake(noun) or noun.lemma in _HOUSE_ADJECTIVES:
        return True
    if noun.noun_class == "title" or is_given_name(words[1]):
        return False  # "Senator Frank Church"
    return len(run) > 2 or noun.noun_class == "official"


def _is_party(page: Page, run: list[int]) -> bool:
    """Tell whether a name is a party's of Democrats: "the Liberal Democrats"."""
    words = [page.tokens[i].text for i in run]
    return len(words) == 2 and words[0].lower() in _DEMOCRATS and words[1] == "Democrats"


def _heads_department(words: list[str]) -> bool:
    """Tell whether words begin a house's name that its field follows: "Department of", "Ministry of Fisheries and"."""
    if len(words) < 2 or words[1] not in ("of", "for"):
        return False
    if words[0] == "Office" and words[2:3] == ["the"]:
        return True
    noun = source_noun(words[0])
    return noun is not None and noun.noun_class == "body"


def _person_behind(words: list[str]) -> bool:
    """Tell whether words behind an office are somebody's name: "(Department of Defence Secretary) Ann Roe"."""
    return len(words) > 1 and (is_given_name(words[0]) or source_noun(words[0]) is not None)


def _behind_title(page: Page, after: list[int], title: str) -> list[int]:
    """Return the name behind a title or office, what the office is of taken off."""
    after = _past_mission(page, after)
    while after and page.tokens[after[0]].text in (".", "of", "for", "and", "-", "'", "’"):
        after = _skip_office(page, after)
    if title in _BEFORE_SRI and len(after) > 1 and page.tokens[after[0]].text == "Sri":
        after = after[1:]  # "Dato Sri Ann Lim"
    return _past_honours(page, after)


def _past_honours(page: Page, run: list[int]) -> list[int]:
    """Drop titles that are no nouns of the lexicon because they are initials or names elsewhere: "U", "Tan Sri"."""
    words = [page.tokens[i].text for i in run[:3]]
    if len(words) > 1 and words[0] == "U" and words[1][0].isupper():
        return run[1:]
    if len(words) > 2 and words[0] in _RANK_LETTERS and not words[1].isupper():
        return run[1:]  # "CP Aisha Lawal"
    if len(words) > 2 and words[0] == "Don" and is_given_name(words[1]):
        return run[1:]  # "Don Hernán Ospina"
    if len(words) > 2 and words[1] == "Sri" and words[0].lower() in _BEFORE_SRI:
        return run[2:]
    return run


def honour_gender(words: list[str]) -> Literal["m", "f"] | None:
    """Return the gender that such a title tells.

    Args:
        words: The words before a name, as written.
    """
    if words[-1:] == ["U"] or words[-2:] == ["Tan", "Sri"]:
        return "m"
    return "f" if words[-2:] == ["Puan", "Sri"] else None


def _office_noun(word: str) -> SourceNoun | None:
    """Look up an office, also one marked as past ("Then-Secretary", "ex-minister")."""
    tenure, _, office = word.partition("-")
    return source_noun(office if office and tenure.lower() in _TENURES else word)


def _from_given_name(page: Page, run: list[int]) -> list[int]:
    """Drop the words of an unknown office before a known given name ("County Undersheriff James Gage")."""
    words = [page.tokens[i].text for i in run]
    if words and heads_house(words[-1]):
        return run  # "the Darnell Martin Foundation"
    for position in range(len(run) - 2, 0, -1):
        if words[position - 1].lower() in PARTICLES:
            continue  # "María del Carmen Ortiz"
        if not words[position - 1].isascii():
            continue  # "Trần Kim Ngân"
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
    """Drop what an office is of or for before a name: "(Ambassador) to the United Nations Nikki Haley"."""
    words = [page.tokens[i].text for i in after]
    if words[:1] and words[0] in ("to", "of", "for"):
        return after[_name_behind(words) :]
    return after


def _name_behind(words: list[str]) -> int:
    """Return where a person's name begins behind "of Police", "for Ashford", "of the House"; 0 when none is seen.

    Args:
        words: The words of a noun phrase from the preposition on.
    """
    for position in range(min(len(words), _LONGEST_OFFICE) - 2, 1, -1):
        before, word = words[position - 1], words[position]
        if not word[0].isupper() or source_noun(word) is not None:
            continue
        title = source_noun(before.removesuffix("."))
        if title is not None and title.noun_class == "title":
            return position
        named = is_given_name(word) and before.lower() not in _SAINTS and not is_given_name(before)
        if (named or before.lower() in _OFFICE_FIELDS) and words[position + 1][0].isupper():
            return position
    return 0


def _bears(page: Page, run: list[int], position: int, noun: SourceNoun) -> bool:
    """Tell whether an office noun is somebody's surname ("Kevin Major", "Zorin Baker")."""
    if is_given_name(page.tokens[run[position - 1]].text):
        return True
    if noun.lemma == "marine":
        return True  # "Tern Marine"
    if noun.noun_class != "official" or noun.group not in _SURNAMED or position > 2:
        return False
    words = [page.tokens[i].text for i in run[:position]]
    return not any(word.isupper() or country_of(word) or source_noun(word) or not word.isalpha() for word in words)


def _skip_office(page: Page, after: list[int]) -> list[int]:
    """Drop the rest of an office's name before a person's ("of State John Roe" leaves "John Roe")."""
    if page.tokens[after[0]].text == ".":
        return after[1:]
    return after[2:]


def _links_name(page: Page, segment: list[int], position: int, word: str) -> bool:
    """Tell whether a small word, or the preposition before it ("for the Study"), links two words of one name."""
    if page.joins_fields(segment[position]) or joins_places(page.tokens, segment[position]):
        return True
    if word not in _CLAUSE_LINKS or not position:
        return word in _NAME_LINKS
    return inside_name(page, segment, position) or (word == "the" and inside_name(page, segment, position - 1))


def inside_name(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a preposition links the words of one name ("Ministry of Defence", "Secretary of State John Roe")."""
    before = bare(page.tokens[segment[position - 1]].text)
    earlier = [source_noun(bare(page.tokens[i].text)) for i in segment[:position]]
    headed = any(noun and noun.noun_class in ("body", "company") for noun in earlier) or before in HEADS_BEFORE_OF
    following = [page.tokens[i].text for i in segment[position + 1 : position + 3]]
    alone = position == 1 and earlier[0] is not None and earlier[0].noun_class == "body"
    if page.tokens[segment[position]].text == "in" and (before.lower() in ORGANISATION_HEADS or alone):
        return False  # "the War Museum in Velm", "Police in Velm"
    after = next((word for word in following if word not in ("the", "a")), "")
    if not before[:1].isupper() or not after[:1].isupper():
        return False
    if page.tokens[segment[position]].text == "of" and following[:1] == ["America"] and position > 1:
        return True  # "Boy Scouts of America"
    of_state = before.lower().rpartition("-")[2] == "secretary" and after.lower() in _OFFICE_FIELDS
    return of_state or headed or office_of(page, segment, position)


def office_of(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a preposition stands within an office before a name: "Leader of the Opposition Keir Roe"."""
    words = [page.tokens[i].text for i in segment[max(0, position - 1) : position + _LONGEST_OFFICE]]
    noun = source_noun(words[0]) if position and words[0][0].isupper() else None
    if noun is None or noun.plural or noun.noun_class not in PERSON_CLASSES or words[1] not in ("of", "for", "to"):
        return False
    return _name_behind(words[1:]) > 0


def general_of(before: str, noun: SourceNoun) -> SourceNoun:
    """Return what two nouns name together: "attorney general", "coast guard"; else the noun itself.

    Args:
        before: The word before the noun, any case.
        noun: What the lexicon knows of the noun.
    """
    if whole := _COMPOUNDS.get((before.lower(), noun.lemma)):
        return source_noun(whole) or noun
    if noun.lemma != "general" or before.lower() not in _GENERALS:
        return noun
    return source_noun(f"{before.lower()}-general") or noun


def handle_words(page: Page, named: list[int]) -> tuple[str, ...]:
    """Return the words of a name written as a handle ("@realAdaHolm": Ada, Holm), empty where it is none."""
    first = page.tokens[named[0]]
    if len(named) != 1 or page.text[max(0, first.start - 1) : first.start] != "@":
        return ()
    words = tuple(_HANDLE_WORD.findall(bare(first.text)))
    return words if len(words) > 1 else ()
