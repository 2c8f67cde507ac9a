"""Outlets in a stretch of text: listed ones, and names that their own or their neighbours' words mark as one.

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from headwater.entities.name_words import OUTLET_MARKS
from headwater.entities.outlet_unnamed import unnamed_outlets
from headwater.entities.page import Name, Page, Range
from headwater.entities.register import Draft, Register
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, PERSON_CLASSES, source_noun

LastOutlet = Callable[[str], Draft | None]

_LONE_MARKS = OUTLET_MARKS - frozenset("news radio tv television magazine broadcasting newspaper".split())
_PAPERS = _LONE_MARKS - frozenset("daily weekly wire review".split())
_NOUNS_AFTER = frozenset("newspaper daily tabloid magazine weekly radio television tv broadcaster".split())
_NOUNS_BEFORE = _NOUNS_AFTER | frozenset("channel network website station journal newswire".split())
# "news agency", "media outlet", "music site": alone the second word may be anybody's.
_PAIRS_BEFORE = frozenset("agency site portal service outlet wire".split())
_OF_NEWS = frozenset(
    "news press wire photo media sports sport music gossip celebrity entertainment technology tech business "
    "financial".split()
)
_AGENCIES = frozenset(
    (("press", "agency"), ("news", "agency"), ("press", "bureau"), ("press", "trust"), ("news", "service"))
)
# "The State" is a paper; with a capital from its place, "State television" is a description.
_ADJECTIVES = frozenset("State National Public Independent Local Private Regional Foreign Daily Weekly".split())
_WIRES = frozenset({"wire", "agency", "state media"})
_LINKS = frozenset("tell tells told telling informed by with to from".split())
_MOST_PLACE_WORDS, _MOST_FIGURES, _LONGEST_TAIL = 2, 3, 120
_LONGEST_NAME = 120  # code points before or behind a listed name
_SUN = " Sun"
_STATION_ENDINGS = ("-tv", "-fm", "-am", "newsradio", "talkradio", "newschannel")
_STATION_LETTERS = re.compile(r"(?!CC)[A-Z]{1,3}TV\d?")
_AGENCY_ENDINGS = ("press", "inform", "newswire", "presse")
_ENGLISH = frozenset("press express empress cypress compress inform".split())
_EDITIONS = frozenset(("daily", "weekly"))  # "the Daily Loom"
# Papers whose names are no English: "Diario Gol", "Velmer Tageblatt".
_PAPERS_FIRST = frozenset(
    "diario gazeta gazzetta gazette jornal correio corriere giornale dagens tele periodico agencia agence novaya "
    "prensa hurriyet dainik".split()
)
_PAPERS_LAST = frozenset(
    "zeitung tageblatt allgemeine nachrichten rundschau anzeiger kurier morgenpost abendblatt shimbun ilbo dagblad "
    "dagbladet tidende tidning posten sanomat gazeta gazetesi pravda novosti vedomosti izvestia samachar jagran "
    "patrika prensa noticias diario".split()
)
_BEFORE_DAYS = frozenset("the The told tells".split())
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# "NewsChannel 9", "Action News 4": a station by its number.
_NUMBERED = re.compile(
    r"\b(?:(?:[A-Z][a-z]+ )?(?:News ?)?Channel|NewsChannel|(?:[A-Z][a-z]+ )?News) \d{1,3}\b(?!\S*[,.]\d)"
)
# "Fox 5", "WQXB 7", "Coast 98.2 FM": stations of a network that the list has, and others by where they are heard.
_HEARD_AT = re.compile(
    r"\b(?:ABC|CBS|NBC|FOX|Fox|[KW][A-Z]{3}) ?\d{1,2}\b(?: News\b)?(?![,.]\d|[\w-])"
    r"|\b[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})? \d{2,3}(?:\.\d)? ?FM\b"
)
# Names that "of" carries on: "the Journal of Estuary Ecology", "the Press Bureau of Hind".
_CARRIED_ON = frozenset(
    "journal annals review reviews bulletin proceedings archives transactions letters voice times bureau agency trust "
    "echo".split()
)
_OF = re.compile(
    r" of (?:the )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w'-]{1,24}(?:(?: (?:and|of|in|for|the|&)){0,2} [A-Z][\w'-]{1,24}){0,5}"
)
_SCHOLARLY = frozenset("journal annals proceedings transactions archives".split())
# "told this newspaper", "our correspondent", "told us": the document's own outlet.
_OWN = re.compile(
    r"\b(?:this (?:newspaper|paper|website|magazine|channel|network|station|publication|news (?:agency|site))"
    r"|our (?:reporter|reporters|correspondent|correspondents|newsroom|newspaper|paper|sister paper)"
    r"|(?<=told )us\b)",
    re.IGNORECASE,
)


def outlets_between(
    page: Page, register: Register, start: int, end: int, last_outlet: LastOutlet | None = None
) -> Iterator[tuple[int, int, Draft]]:
    """Yield the outlets named, described or meant within [start, end)."""
    taken: list[Range] = []
    for found in (
        _heard_at(page, register, start, end),
        _listed(page, register, start, end),
        _numbered(page, register, start, end),
        _named(page, register, start, end),
        unnamed_outlets(page, register, start, end),
    ):
        for first, stop, draft in found:
            if not any(first < b and a < stop for a, b in taken):
                taken.append((first, stop))
                yield first, stop, draft
    for match in _OWN.finditer(page.folded, start, end):
        yield match.start(), match.end(), register.own_outlet(match.group())
    for index in page.between(start, end) if last_outlet else ():
        noun = source_noun(page.tokens[index].text)
        called = noun and (noun.noun_class == "outlet" or noun.lemma == "agency") and not noun.plural
        lead = index - 1 - (index > 1 and page.tokens[index - 1].text == "same")  # "told the same station"
        if noun and last_outlet and called and index and page.tokens[lead].text.lower() == "the":
            meant = last_outlet(noun.lemma)
            if meant is not None and (noun.lemma != "agency" or _is_agency(page, meant)):
                yield page.tokens[lead].start, page.tokens[index].end, meant


def _heard_at(page: Page, register: Register, start: int, end: int) -> Iterator[tuple[int, int, Draft]]:
    """Yield stations by a network's letters and a number, which are not the network itself."""
    for match in _HEARD_AT.finditer(page.folded, start, end):
        yield match.start(), match.end(), outlet_draft(register, page.text[match.start() : match.end()])


def _listed(page: Page, register: Register, start: int, end: int) -> Iterator[tuple[int, int, Draft]]:
    for first, stop, words in register.outlets.find(page.text, start, end):
        if is_described(page, first, stop):
            continue  # "State television", "National radio"
        if (longer := _longer_name(page, first, stop)) is not None and register.outlet_named(longer) is None:
            continue  # "the Velm Herald" is not the "Herald" of the list
        outlet = register.outlet_named(
            page.text[first - 4 : stop] if page.folded[max(0, first - 4) : first].lower() == "the " else words
        )
        if outlet is not None:
            yield first, stop, register.of_outlet(outlet, words)


def _numbered(page: Page, register: Register, start: int, end: int) -> Iterator[tuple[int, int, Draft]]:
    for match in _NUMBERED.finditer(page.folded, start, end):
        stop = _placed(page, match.start(), match.end())
        yield match.start(), stop, outlet_draft(register, page.text[match.start() : stop])


def _placed(page: Page, start: int, stop: int) -> int:
    """Return where a numbered station's name ends, the place behind it included ("Channel 6 Belport")."""
    name = next(page.names(start, min(page.sentence_range(start)[1], stop + _LONGEST_NAME)), None)
    if name is None or name.start != start or name.end <= stop:
        return stop
    added = page.text[stop : name.end].split()
    titled = any((noun := source_noun(word)) and noun.noun_class in PERSON_CLASSES | {"title"} for word in added)
    return stop if titled or len(added) > _MOST_PLACE_WORDS else name.end


def _named(page: Page, register: Register, start: int, end: int) -> Iterator[tuple[int, int, Draft]]:
    for name in _names(page, start, end):
        known = register.known(tuple(word.casefold() for word in name.words))
        if is_outlet_name(page, name) or (known is not None and known.kind == "outlet"):
            stop = _whole(page, name, end)
            yield name.start, stop, outlet_draft(register, page.text[name.start : stop])


def outlet_written(page: Page, name: Name) -> Range | None:
    """Return the range of the outlet that a name is written in, days and "of Estuary Ecology" included; else None."""
    start, end = page.sentence_range(name.start)
    full = _extended(page, name, start, end)
    return (full.start, _whole(page, full, end)) if is_outlet_name(page, full) else None


def _names(page: Page, start: int, end: int) -> Iterator[Name]:
    """Yield the names within [start, end), those included that begin or end in a day: "Sunday Herald", "Velm Sun"."""
    for name in page.names(start, end):
        yield _extended(page, name, start, end)


def _extended(page: Page, name: Name, start: int, end: int) -> Name:
    found, first, stop = name, page.index(name.start), name.end + len(_SUN)
    if page.folded.startswith(_SUN, name.end) and stop <= end and not page.folded[stop : stop + 1].isalnum():
        found = Name(name.start, stop, (*name.words, _SUN.strip()), name.possessive)
    day = page.tokens[first - 1] if first > 1 and page.tokens[first - 2].text in _BEFORE_DAYS else None
    if day is not None and day.text in _DAYS and name.start - day.end == 1 and day.start >= start:
        found = Name(day.start, found.end, (day.text, *found.words), found.possessive)
    return found


def _whole(page: Page, name: Name, end: int) -> int:
    """Return where a name ends with what belongs to it: figures set close ("Lokal24") and "of Estuary Ecology"."""
    stop = name.end
    while stop < min(end, name.end + _MOST_FIGURES) and page.text[stop].isdecimal():
        stop += 1
    if name.words[-1].casefold() in _CARRIED_ON and (
        match := _OF.match(page.folded, stop, min(end, stop + _LONGEST_TAIL))
    ):
        return match.end()
    return stop


def _longer_name(page: Page, start: int, end: int) -> str | None:
    """Return the outlet's name that a listed name stands in ("Velm Herald" around "Herald"); None when in none."""
    first, (opens, closes) = page.index(start), page.sentence_range(start)
    opens, closes = max(opens, start - _LONGEST_NAME), min(closes, end + _LONGEST_NAME)
    while first > 0 and page.tokens[first - 1].start >= opens and page.is_name_word(first - 1):
        first -= 1
    for name in _names(page, page.tokens[first].start, closes):
        if name.start > start:
            break
        body = source_noun(name.words[-1])
        if name.start < start < name.end <= end and is_outlet_name(page, name):
            return page.text[name.start : name.end]
        if name.start <= start and name.end > end and body is not None and body.noun_class in ORGANISATION_CLASSES:
            return page.text[name.start : name.end]  # "the National Weather Office"
        if name.start <= start and name.end > end and name.words[-1].lower() in _PAPERS and is_outlet_name(page, name):
            return page.text[name.start : name.end]  # "the Atlantic Courier"
        if name.end >= end > name.start and (stop := _whole(page, name, closes)) > name.end:
            return page.text[name.start : stop]  # "the Journal of Estuary Ecology"
    return None


def is_described(page: Page, start: int, stop: int) -> bool:
    """Tell whether a listed one-word name is another word where it stands: "State television said", "People think"."""
    word = page.text[start:stop]
    opens = page.index(start) in page.openers and page.folded[stop : stop + 2].strip().islower()
    return opens and (word in _ADJECTIVES or word == "People")


def paper_of_a_day(page: Page, start: int, stop: int) -> Range | None:
    """Return the range of a paper's name that begins with a day and fills a phrase: "the Sunday Ledger"."""
    first = start + 4 if page.folded.startswith(("the ", "The "), start) else start
    if page.folded[first:stop].partition(" ")[0] not in _DAYS:
        return None
    found = next(_names(page, first, stop), None)
    whole = found is not None and (found.start, found.end) == (first, stop) and is_outlet_name(page, found)
    return (first, stop) if whole else None


def station_named(page: Page, start: int, stop: int) -> Range | None:
    """Return the range of a station by letters and number that a phrase opens with, only its place behind it."""
    match = _HEARD_AT.match(page.folded, start + 4 if page.folded.startswith(("the ", "The "), start) else start, stop)
    if match is None or not all(word[0].isupper() for word in page.text[match.end() : stop].split()):
        return None
    return match.span()


def is_outlet_name(page: Page, name: Name) -> bool:
    """Tell whether a name that no list holds is an outlet's by its own or its neighbours' words."""
    words = [word.lower() for word in name.words]
    if words[-1].endswith(_STATION_ENDINGS) or _STATION_LETTERS.fullmatch(name.words[-1]):
        return True  # "WQZT-TV", "KTV"
    if _ends_like_paper(words[-1]):
        words[-1] = words[-1].rpartition("-")[2]  # "the Courier-Star"
    if tuple(words) in page.shown and not (len(words) == 2 and is_given_name(name.words[0])):
        return True
    if len(words) > 1 and (
        words[-1] in OUTLET_MARKS
        or words[0] in ("radio", "tv", "channel")
        or words[0] in _PAPERS_FIRST
        or words[-1] in _PAPERS_LAST
        or (words[0] in _EDITIONS and name.words[0].istitle() and _is_led_to(page, name.start))
        or (name.words[-1] == "FM" and country_of(words[0]) is None)  # "Norland FM" is its foreign minister
        or any(pair in _AGENCIES for pair in pairwise(words))
    ):
        return True
    if words[-1] in _SCHOLARLY and page.folded.startswith(" of ", name.end) and _is_led_to(page, name.start):
        return True
    built = (
        len(words) == 1 and words[0].endswith(_AGENCY_ENDINGS) and words[0] not in _ENGLISH and name.words[0].istitle()
    )
    if built and _is_led_to(page, name.start):
        return True  # "told Tarninform"
    after, before = page.index(name.end), page.index(name.start) - 1
    if _bears_article(page, name, before) and country_of(f"The {words[0]}") is None:
        return True
    if len(words) == 1 and words[0] in _LONE_MARKS and before >= 0 and page.tokens[before].text.lower() == "the":
        return True  # "told the Courier"
    after += after < len(page.tokens) and page.tokens[after].text == "!"  # "told Hello! magazine"
    following = [page.tokens[i].text.lower() for i in range(after, min(after + 2, len(page.tokens)))]
    is_place = country_of(" ".join(name.words)) is not None  # "the US newspaper" names no outlet yet
    placed = after + 1 < len(page.tokens) and page.is_name_word(after + 1)  # "the Velm daily Slovo"
    if (
        not is_place
        and not placed
        and ((following[:1] and following[0] in _NOUNS_AFTER) or following == ["news", "agency"])
    ):
        return True
    if before > 0 and page.tokens[before].text == "The":
        before -= 1  # "local newspaper The Coastal Tide"
    return before >= 0 and is_outlet_noun(*(page.tokens[max(0, i)].text.lower() for i in (before - 1, before)))


def _is_led_to(page: Page, start: int) -> bool:
    """Tell whether an article or a word such as "told" stands right before a name."""
    before = page.index(start) - 1
    return before >= 0 and page.tokens[before].text.lower() in _LINKS | {"the"}


def is_outlet_noun(before: str, word: str) -> bool:
    """Tell whether a noun before a name makes it an outlet's ("tabloid"), with the word before it ("news agency")."""
    return word in _NOUNS_BEFORE or (word in _PAIRS_BEFORE and before in _OF_NEWS)


def _ends_like_paper(word: str) -> bool:
    """Tell whether two papers' names were joined into one: "Courier-Star", "Times-Herald"."""
    first, dash, last = word.rpartition("-")
    return bool(dash) and first in _LONE_MARKS and last in _LONE_MARKS


def _bears_article(page: Page, name: Name, before: int) -> bool:
    """Tell whether a name has an article of its own that somebody is told through: "told The Longshore"."""
    if before < 1 or page.tokens[before].text != "The" or before in page.openers or name.possessive:
        return False
    at = page.sentence(name.start)
    link, after = page.tokens[before - 1].text, page.text[name.end : name.end + 1]
    return link in _LINKS and not page.titled[at] and after not in ("-", "'", "’")


def outlet_draft(register: Register, caption: str) -> Draft:
    """Return the draft of an outlet that no list holds."""
    words = tuple(caption.casefold().split())
    draft = register.outlet_called(words) or register.organisation(caption, words)
    draft.kind = "outlet"
    return draft


def _is_agency(page: Page, draft: Draft) -> bool:
    """Tell whether "the agency" can mean an outlet, where a text names no agency that is none."""
    words = draft.caption.casefold().split()
    if "Agency" in page.proper and "agency" not in words:
        return False
    if draft.outlet is not None:
        return draft.outlet.kind in _WIRES
    return any(word in words for word in ("agency", "press", "wire", "bureau", "trust"))
