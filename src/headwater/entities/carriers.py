"""Who passed a speaker's words on, as the sentence says: "told AFP", "in an interview with", "seen by", "on CNN".

Only outlets carry this way: known ones, and names that a word like "newspaper" or "radio" marks as one.
Offsets are code points. Imports: this room, lexicon, records and the standard library only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from headwater.entities.page import Name, Page, Range
from headwater.entities.phrase import OUTLET_MARKS
from headwater.entities.register import Draft, Register
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, source_noun
from headwater.records import Attribution

_LONE_MARKS = OUTLET_MARKS - frozenset("news radio tv television magazine broadcasting newspaper".split())
_OUTLET_NOUNS_AFTER = frozenset("newspaper daily tabloid magazine weekly radio television tv broadcaster".split())
_OUTLET_NOUNS_BEFORE = _OUTLET_NOUNS_AFTER | frozenset("channel network website station journal newswire".split())
_TELLING = frozenset("tell tells told telling informed".split())
_SPEAKING = frozenset(
    (
        "said say says saying spoke speak speaks speaking statement interview interviews email e-mail message "
        "sent comments comment remarks talking talked confirmed given gave provided leaked disclosed released "
        "wrote emailed letter explained added according acknowledged admitted briefing shared interviewed quoted "
        "insisted phone call denied"
    ).split()
)
_HOLDING = frozenset(
    (
        "seen obtained reviewed published quoted cited reported released posted carried conducted viewed "
        "broadcast interviewed aired leaked"
    ).split()
)
_AIRING = frozenset(
    (
        "interview interviewed said says appearing appearance appeared speaking wrote writing told aired "
        "published broadcast show op-ed column article interviews program programme essay editorial tells spoke "
        "report reported telling remarks comments quoted"
    ).split()
)
_SKIPPED = frozenset(
    "the a an us local british french german italian russian turkish state-run state news newspaper agency "
    "television network broadcaster channel daily magazine wire private independent leading".split()
)
_STATION_ENDINGS = ("-tv", "-fm", "-am")
# "NewsChannel 9", "Action News 4": a station by its number.
_NUMBERED = re.compile(
    r"\b(?:(?:[A-Z][a-z]+ )?(?:News ?)?Channel|NewsChannel|(?:[A-Z][a-z]+ )?News) \d{1,3}\b(?!\S*[,.]\d)"
)
_ARTICLES = frozenset("the a an its their our his her".split())
_LINKS = _TELLING | frozenset("to with by on in for".split())
_MOST_DESCRIBING = 5
_REACH = 12
# "told this newspaper", "our correspondent", "told us": the document's own outlet.
_OWN = re.compile(
    r"\b(?:this (?:newspaper|paper|website|magazine|channel|network|station|publication|news (?:agency|site))"
    r"|our (?:reporter|reporters|correspondent|correspondents|newsroom|newspaper|paper|sister paper)"
    r"|(?<=told )us)\b",
    re.IGNORECASE,
)


LastOutlet = Callable[[str], Draft | None]


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet that passed words on, where it is named, and the rule that says so."""

    draft: Draft
    span: Range
    rule: str


def find_carriers(
    page: Page, register: Register, attribution: Attribution, last_outlet: LastOutlet
) -> tuple[Carrier, ...]:
    """Return the carriers that an attribution's own sentence names, outermost first.

    Args:
        page: The document.
        register: Its entities so far.
        attribution: Its content is not searched; what stands around source and cue is.
        last_outlet: What "the newspaper" or "the publication" means here, by its noun.
    """
    found: list[Carrier] = []
    for start, end in _gaps(page, attribution):
        for name_start, name_end, draft in outlets_between(page, register, start, end, last_outlet):
            rule = _rule_before(page, name_start, start)
            if rule == "told-recipient" and _told_by_another(page, attribution, name_start, name_end):
                continue
            if rule and all(carrier.draft is not draft for carrier in found):
                found.append(Carrier(draft, (name_start, name_end), rule))
    return tuple(found)


def _gaps(page: Page, attribution: Attribution) -> Iterator[Range]:
    """Yield the stretches of the attribution's sentences that are neither content nor another clause's quotation."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return
    start, end = page.sentence_range(anchor.start)
    if attribution.source is not None:
        source_start, source_end = page.sentence_range(attribution.source.start)
        start, end = min(start, source_start), max(end, source_end)
    inside = sorted((s.start, s.end) for s in attribution.content if s.start < end and s.end > start)
    at = start
    for content_start, content_end in inside:
        if content_start > at:
            yield at, content_start
        at = max(at, content_end)
    if at < end:
        yield at, end


def _told_by_another(page: Page, attribution: Attribution, start: int, end: int) -> bool:
    """Tell whether a clause before the own source has its own "told": "Officials told the Post, CNN reported"."""
    source = attribution.source
    if source is None or source.start < end or page.text[end : source.start].strip() != ",":
        return False
    before = page.index(start) - 1
    while before > 0 and page.tokens[before].text.lower() in _SKIPPED:
        before -= 1
    return before >= 0 and page.tokens[before].text.lower() in ("told", "tells")


def outlets_between(
    page: Page, register: Register, start: int, end: int, last_outlet: LastOutlet | None = None
) -> Iterator[tuple[int, int, Draft]]:
    """Yield the outlets named or meant within [start, end)."""
    taken: list[Range] = []
    for first, stop, words in register.outlets.find(page.text, start, end):
        if (longer := _longer_name(page, first, stop)) is not None and register.outlet_named(longer) is None:
            continue  # "the Velm Herald" is not the "Herald" of the list
        outlet = register.outlet_named(
            page.text[first - 4 : stop] if page.folded[max(0, first - 4) : first].lower() == "the " else words
        )
        if outlet is not None:
            taken.append((first, stop))
            yield first, stop, register.of_outlet(outlet, words)
    for match in _NUMBERED.finditer(page.folded, start, end):
        if not any(match.start() < b and a < match.end() for a, b in taken):
            taken.append(match.span())
            yield match.start(), match.end(), outlet_draft(register, match.group())
    for name in page.names(start, end):
        if not any(name.start < b and a < name.end for a, b in taken) and is_outlet_name(page, name):
            taken.append((name.start, name.end))
            yield name.start, name.end, outlet_draft(register, page.text[name.start : name.end])
    for match in _OWN.finditer(page.folded, start, end):
        yield match.start(), match.end(), register.own_outlet(match.group())
    for index in page.between(start, end) if last_outlet else ():
        noun = source_noun(page.tokens[index].text)
        called = noun and noun.noun_class == "outlet" and not noun.plural
        if noun and last_outlet and called and index and page.tokens[index - 1].text.lower() == "the":
            meant = last_outlet(noun.lemma)
            if meant is not None:
                yield page.tokens[index - 1].start, page.tokens[index].end, meant


def _longer_name(page: Page, start: int, end: int) -> str | None:
    """Return the outlet's name that a listed name stands in ("Velm Herald" around "Herald"); None when in none."""
    first, opens = page.index(start), page.sentence_range(start)[0]
    while first > 0 and page.tokens[first - 1].start >= opens and page.is_name_word(first - 1):
        first -= 1
    for name in page.names(page.tokens[first].start, page.sentence_range(start)[1]):
        if name.start > start:
            break
        body = source_noun(name.words[-1])
        if name.end == end and name.start < start and is_outlet_name(page, name):
            return page.text[name.start : name.end]
        if name.start <= start and name.end > end and body is not None and body.noun_class in ORGANISATION_CLASSES:
            return page.text[name.start : name.end]  # "the National Weather Office"
    return None


def is_outlet_name(page: Page, name: Name) -> bool:
    """Tell whether a name that no list holds is an outlet's by its own or its neighbours' words."""
    words = [word.lower() for word in name.words]
    if words[-1].endswith(_STATION_ENDINGS):
        return True  # "WQZT-TV"
    if _ends_like_paper(words[-1]):
        words[-1] = words[-1].rpartition("-")[2]  # "the Courier-Star"
    if tuple(words) in page.shown and not (len(words) == 2 and is_given_name(name.words[0])):
        return True
    if len(words) > 1 and (
        words[-1] in OUTLET_MARKS
        or words[0] in ("radio", "tv", "channel")
        or words[-2:] in (["news", "agency"], ["press", "agency"])
    ):
        return True
    after, before = page.index(name.end), page.index(name.start) - 1
    if _bears_article(page, name, before) and country_of(f"The {words[0]}") is None:
        return True
    if len(words) == 1 and words[0] in _LONE_MARKS and before >= 0 and page.tokens[before].text.lower() == "the":
        return True  # "told the Courier"
    following = [page.tokens[i].text.lower() for i in range(after, min(after + 2, len(page.tokens)))]
    is_place = country_of(" ".join(name.words)) is not None  # "the US newspaper" names no outlet yet
    if not is_place and ((following[:1] and following[0] in _OUTLET_NOUNS_AFTER) or following == ["news", "agency"]):
        return True
    if before > 0 and page.tokens[before].text == "The":
        before -= 1  # "local newspaper The Coastal Tide"
    return before >= 0 and page.tokens[before].text.lower() in _OUTLET_NOUNS_BEFORE


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
    return link in _TELLING | {"by", "with", "to"} and not page.titled[at] and after not in ("-", "'", "’")


def outlet_draft(register: Register, caption: str) -> Draft:
    """Return the draft of an outlet that no list holds."""
    words = tuple(caption.casefold().split())
    draft = register.outlet_called(words) or register.organisation(caption, words)
    draft.kind = "outlet"
    return draft


def _rule_before(page: Page, start: int, limit: int) -> str | None:
    """Return the rule by which the words before an outlet's name make it a carrier, or None."""
    first = page.index(start)
    words = [
        page.tokens[i].text.lower() for i in range(max(0, first - _REACH), first) if page.tokens[i].start >= limit - 80
    ]
    words = words[: len(words) - _described(words)]
    if not words:
        return None
    last, before = words[-1], set(words[:-1])
    if last in _TELLING:
        return "told-recipient"
    if last in ("to", "with") and before & _SPEAKING:
        return "told-recipient"
    if last == "by" and before & _HOLDING and "whose" not in before:
        return "holder"  # not of "Skylar, whose picture was published by": the picture went that way
    if last in ("on", "in", "for") and before & _AIRING:
        return "appeared-in"
    return None


def _described(words: list[str]) -> int:
    """Return how many words right before an outlet's name describe it: "the public broadcaster", "Velm-based"."""
    count = 0
    while count < min(len(words), _MOST_DESCRIBING) and words[-1 - count] not in _LINKS:
        word = words[-1 - count]
        if not word[0].isalnum():
            return 0
        count += 1
        if word in _ARTICLES:
            while count < len(words) and words[-1 - count] in _SKIPPED:
                count += 1  # "told local newspaper The Coastal Tide"
            return count  # whatever stands between an article and the name belongs to the name
    plain = 0
    while plain < len(words) and (
        words[-1 - plain] in _SKIPPED or words[-1 - plain].endswith(("'s", "’s", "-based", "-owned", "-run"))
    ):
        plain += 1
    return plain
