"""Names that an article shows to be papers or stations by what people do with them: "told the Cape Argonaut it was".

Hundreds of papers are in no list and have no word like "Herald" in their names. A capitalised name with an article that
somebody told something, showed a document or gave an interview is a paper's, unless its own words make it a court's, a
parliament's, a party's or somebody's. A name without an article needs to publish elsewhere in the same article.
Offsets are code points of the folded text. Every pattern starts at a fixed word and reads a bounded run.
Imports: this room's word lists, lexicon and the standard library only.
"""

import re
from collections.abc import Iterator

from headwater.entities.name_words import ORGANISATION_HEADS
from headwater.lexicon.countries import country_of, country_of_capital, is_region
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import DOCUMENT_CLASSES, source_noun

_WORD = r"[A-Z][\w&'-]{0,24}"
_NAME = rf"({_WORD}(?: {_WORD}){{0,3}})"
# What follows a name that stands for itself; behind "the Orrin" a noun may follow whose name it is only part of.
_CLOSED = (
    r"(?=[,.;:!?\")\n]| -| (?:that|in|on|at|by|from|for|to|it|he|she|they|we|i|there|this|these|those|the|an?|his|her"
    r"|its|their|our|my|no|not|nobody|none|all|both|some|any|every|how|why|when|where|what|who|whether|if|as|after"
    r"|before|during|while|since|until|over|under|about|last|earlier|late|later|early|yesterday|today|tonight|via"
    r"|through|without|but|because|despite|shortly|just|only|exclusively|and (?:the|a|other)"
    r"|so|police|officials|people|staff|workers|residents|more|most|many|several|two|three|four|five|six|dozens|hundreds"
    r"|thousands|nearly|almost|around|nothing|everyone|everything|anyone|one|such|Mr|Mrs|Ms|Dr"
    r"|of (?:his|her|its|their|how|being|having))\b|$)"
)
_TOLD = r"\b(?:told|tells|telling|tell) "
_SPOKE_TO = (
    r"\b(?:interviews?|statement|e-?mails?|comments?|remarks|speaking|spoke|spoken|talking|talked|confirmed|admitted"
    r"|reply|answers|message) (?:(?:sent|given|provided|made|e?mailed) )?(?:to|with) "
)
_HELD_BY = (
    r"\b(?:seen|obtained|reviewed|viewed|first reported|interviewed|[Cc]ontacted|[Rr]eached|[Aa]pproached|[Aa]sked"
    r"|pressed|questioned) (?:\w+ ){0,2}by "
)
_ASKED_BY = r"\b(?:questions?|quer(?:y|ies)|requests?|inquir(?:y|ies)|enquir(?:y|ies)) (?:\w+ )?(?:from|by) "
_AIRED_BY = (
    r"\b(?:interview|remarks|comments|footage) (?:\w+ ){0,2}(?:published|aired|carried|broadcast|printed) (?:by|in|on) "
)
_WITH_ARTICLE = tuple(
    re.compile(f"{words}the {_NAME}{_CLOSED}") for words in (_TOLD, _SPOKE_TO, _HELD_BY, _ASKED_BY, _AIRED_BY)
)
# A noun right behind the name says what it is; "channel" or "site" alone, elsewhere, may be a body's own.
_KIND = (
    r"(?= (?:channel|network|station|website|site|portal|programme|program|podcast|show|newswire|news (?:site|website"
    r"|channel|portal|service|outlet|programme|network)|(?:TV|television|radio) (?:channel|station|show|programme"
    r"|network|program))\b)"
)
_OF_A_KIND = re.compile(rf"(?:{_TOLD}|{_SPOKE_TO}|\bspeaking on )(?:the )?{_NAME}{_KIND}")
# What scholars publish in: "a study published on Monday in Nature", "writing in the Lancet".
_JOURNAL = re.compile(
    r"\b(?:[Ww]riting in|(?:study|studies|paper|research|article|findings|analysis|trial|results|review)"
    r" (?:(?:that|which) )?"
    r"(?:(?:was|were|is|has been|to be) )?(?:\w+ )?(?:published|printed|appearing) (?:\w+ ){0,3}?in) (?:the )?"
    rf"(?:journals? |magazine )?{_NAME}(?:{_CLOSED}|(?= of (?:the )?[A-Z]"
    r"| (?:shows?|showed|finds?|found|says?|said|suggests?|suggested|concludes?|concluded|warns?|estimates?)\b))"
)
_LONE_JOURNAL = re.compile(r"(?:the|journals?|magazine) $")
_LONE_JOURNALS = frozenset("Nature Science Cell Pediatrics Neuron Thorax Neurology Circulation Ecology".split())
# "told Lebanon's An-Nur", "told Germany's Die Woche": a country's paper, unless it is a country's minister.
_OF_COUNTRY = re.compile(rf"{_TOLD}([A-Z][a-z]+(?: [A-Z][a-z]+)?)'s {_NAME}{_CLOSED}")
_LISTENER = re.compile(_TOLD + _NAME + _CLOSED)
_PUBLISHES = re.compile(
    rf"\b{_NAME} (?:first |has |had )?(?:report(?:ed|s)(?=,| (?:that|earlier|last|late|citing|quoting|on [A-Z])\b)"
    r"|(?:published|broadcast|aired|quoted) (?:an?|the|extracts|excerpts|parts|one|what)\b)"
)
# A name behind another capital is a surname as likely as not: "Anna Lee" where "Lee" is told something.
_SURNAME = re.compile(rf"\b(?!The )(?:[A-Z][\w'-]{{0,20}}|[A-Z][a-z]{{0,3}}\.) (?=({_WORD}))")
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)
# Words that papers end their names in beside those of every list ("Times", "Herald"), for a name people tell things.
_PAPER_ENDINGS = frozenset(
    "argonaut bee banner blade citizen gleaner leader pilot pioneer republic republican democrat independent "
    "monitor patriot progress reporter spectator statesman vanguard voice advocate reformer recorder transcript "
    "visitor world bugle press freeman countryman times post news journal star sun echo record review "
    "standard bulletin examiner observer telegraph".split()
)
_ALONE = frozenset(
    "argonaut bee banner blade gleaner monitor pioneer spectator statesman vanguard independent advocate".split()
)
# Endings that are somebody's, a state's or mankind's beside some words and every paper's beside others.
_PARTISAN = frozenset("democrat republican independent leader republic world citizen pilot".split())
_OF_PARTIES = frozenset(
    "senate house minority majority supreme party labour council opposition congress deputy group team first third "
    "free new muslim arab western islamic democratic federal chief senior private".split()
)
# Bodies, gatherings and places that people address; nouns of the lexicon such as "ministry" are looked up there.
_ADDRESSED = frozenset(
    (
        "commons lords senate sabha bundestag bundesrat knesset duma diet dail seanad oireachtas riksdag storting "
        "folketing sejm cortes rada majlis jirga kremlin pentagon vatican bailey hague see holyrood stormont senedd "
        "exchequer mint fed revenue customs met yard crown throne empire kingdom emirate summit conference festival "
        "dialogue convention symposium expo fair awards prize cup games olympics league championship marathon rally "
        "gala bill act code constitution bible street avenue road square bridge station hall tower arena stadium "
        "theatre theater inquiry inquest hearing trial case sea river gulf bay coast island ocean east west north "
        "south cross father soviet lama mufti patrol circle counsel guild chamber brigade regiment battalion corps "
        "international amnesty rights klan hand gael fail fein garda guardia yuan slam valley apple bang tribe "
        "forum lodge dal sena sangh brotherhood samiti parishad panchayat morcha duchy "
        "division guard guards staff cabinet team squad press-corps scouts way law project program programme "
        "initiative task plan deal agreement treaty accord series tour prison jail dream age court courts jury "
        "corporation enterprise enterprises holdings partners technologies systems inc ltd plc llc labs "
        "capital securities airlines airways motors energy foods pharmaceuticals"
    ).split()
)
_ALL_ADDRESSED = _ADDRESSED | ORGANISATION_HEADS


def heard_outlets(folded: str) -> Iterator[str]:
    """Yield the names, without "the", that an article treats as papers, stations or journals.

    Args:
        folded: Text with typography folded.
    """
    for pattern in _WITH_ARTICLE:
        for match in pattern.finditer(folded):
            words = _without_days(match.group(1))
            if words and _may_be_paper(words):
                yield " ".join(words)
    for match in _OF_COUNTRY.finditer(folded):
        words = _without_days(match.group(2))
        marked = len(words) > 1 or any(c == "-" or c.isdecimal() for word in words for c in word)
        if marked and country_of(match.group(1)) is not None and _is_house(words):
            yield " ".join(words)
    for match in _OF_A_KIND.finditer(folded):
        if _is_house(match.group(1).split()):
            yield match.group(1)
    for match in _JOURNAL.finditer(folded):
        words = _without_days(match.group(1))
        called = _LONE_JOURNAL.search(folded, max(0, match.start(1) - 9), match.start(1)) is not None
        alone = len(words) == 1 and not (called or words[0].isupper() or words[0] in _LONE_JOURNALS)
        if words and not alone and not _is_place(words):
            yield " ".join(words)
    told = {match.group(1) for match in _LISTENER.finditer(folded)}
    published = {match.group(1) for match in _PUBLISHES.finditer(folded)} if told else set()
    surnames = {match.group(1) for match in _SURNAME.finditer(folded)} if told & published else set()
    yield from (n for n in sorted(told & published) if _is_house(n.split()) and n.split()[0] not in surnames)


def _without_days(name: str) -> list[str]:
    """Return the words of a name without the day behind it: "told the Velm Pilot Tuesday"."""
    words = name.split()
    while words and words[-1] in _DAYS:
        words.pop()
    return words


def _may_be_paper(words: list[str]) -> bool:
    """Tell whether a name with an article is not shown by its own words to be a body, people, a person or a place."""
    last = words[-1].casefold()
    if len(words) == 1:
        return last in _ALONE or ("-" in last and last.rpartition("-")[2] in _PAPER_ENDINGS)
    if words[-1].endswith(("'s", "s'")) or _is_place(words) or is_given_name(words[0]):
        return False
    if last in _PAPER_ENDINGS:
        if last in _PARTISAN and ({word.casefold() for word in words} & _OF_PARTIES or _is_place(words[:-1])):
            return False
        return not any(_is_body(word) for word in words[:-1])
    people = last.endswith("s") and not last.endswith(("ss", "us", "is"))  # "the North Koreans", "the Joint Chiefs"
    return not people and not any(_is_body(word) for word in words)


def _is_body(word: str) -> bool:
    """Tell whether a word of a name makes it a body's, an office's or a person's."""
    noun = source_noun(word.removesuffix("."))
    known = noun is not None and noun.noun_class != "outlet" and noun.noun_class not in DOCUMENT_CLASSES
    return known or word.casefold() in _ALL_ADDRESSED


def _is_place(words: list[str]) -> bool:
    name = " ".join(words)
    return country_of(name) is not None or country_of_capital(name) is not None or is_region(name)


def _is_house(words: list[str]) -> bool:
    """Tell whether a name may be a paper's: no person's, no body's, no place's."""
    return not is_given_name(words[0]) and not any(_is_body(word) for word in words) and not _is_place(words)
