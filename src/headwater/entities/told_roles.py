"""What running text says that somebody is: "who chairs the board", "was named chief executive", "served as sheriff".

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re
from dataclasses import dataclass
from typing import Literal

from headwater.entities.page import Name, Page
from headwater.entities.phrase_count import NUMBERS
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_REACH = 90  # code points behind a name
_NOUN_REACH = 6  # words behind a verb in which its noun stands
# What somebody is who does this; the second form of each is past.
_DOES: dict[str, tuple[str, ...]] = {
    "chairs": ("chair", "chairman", "chairwoman"), "leads": ("leader", "head"), "heads": ("head", "chief"),
    "runs": ("head", "chief", "boss", "manager"), "directs": ("director",), "coaches": ("coach",),
    "manages": ("manager",), "owns": ("owner",), "edits": ("editor",), "captains": ("captain",),
    "teaches": ("teacher",),
    "founded": ("founder",), "designed": ("designer",), "wrote": ("author",), "studies": ("researcher", "scientist"),
    "farms": ("farmer",), "survived": ("survivor",), "witnessed": ("witness",), "commands": ("commander",),
    "presides": ("president",), "drives": ("driver",),
}  # fmt: skip
_DID = {
    "chaired": "chairs", "led": "leads", "headed": "heads", "ran": "runs", "directed": "directs", "coached": "coaches",
    "managed": "manages", "edited": "edits", "captained": "captains", "taught": "teaches", "commanded": "commands",
}  # fmt: skip
_WHO = re.compile(r",? who (?:now |also |has |had |currently |then |once |jointly |co-)?([a-z]+)\b")
_WAS = re.compile(r",? who (?:is|was|became) (?:the |an? )?([a-z])")
_ONCE = re.compile(r"[^.;]{0,40}? (?:from|until|till|between|for) (?:\d|the |his |her )")
_WHOSE = re.compile(r",? whose (?:late )?(husband|wife)\b(?P<lost> (?:was killed|died|was murdered|was shot|drowned))?")
_IS = re.compile(r" (?:is|was|became|remains|is now|was then) (?:the |an? |also )?([a-z])")
_SERVED = re.compile(r"(?P<still>,? (?:who )?has)?,? (?:who )?(?:serves|served) as (?:the |an? )?([a-z])")
_NAMED = re.compile(r" (?:as (?:its |their |his |her |the |an? )?|to be |the |its )?(?:new |next |acting )?([a-z])")
_AGE = re.compile(r"(?:, (?:now |aged )?| \(|,? aged )(\d{1,3})(?=[,.;)]| and\b)")
_YEARS = re.compile(r"\b(\d{1,3})[- ]year[- ]old,? (?:[A-Za-z-]+ ){0,3}$")
_YEARS_IN_WORDS = re.compile(rf"\b({'|'.join(NUMBERS)})-year-old,? (?:[a-z-]+ ){{0,3}}$")
_NAMING = frozenset("named appointed elected hired nominated picked chose installed promoted reappointed".split())
_TENURES = frozenset("former ex then acting deputy vice interim".split())
_STOPS = frozenset(', . ; : " who which that of for at in on to by with from and but no not'.split())


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of somebody beside his name.

    Attributes:
        roles: Lemmas of role nouns.
        modifiers: Words of tenure ("former").
        gender: As a spouse tells it.
        age: In years.
    """

    roles: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    gender: Literal["m", "f"] | None = None
    age: int | None = None


def told_age(page: Page, name: Name) -> int | None:
    """Return the age that stands right behind a name or before it: "Ann Roe, 54,", "54-year-old Ann Roe"."""
    match = _AGE.match(page.folded, name.end, name.end + _REACH)
    match = match or _YEARS.search(page.folded[max(0, name.start - _REACH) : name.start])
    if match is None:
        match = _YEARS_IN_WORDS.search(page.folded[max(0, name.start - _REACH) : name.start].lower())
        return NUMBERS[match.group(1)] if match else None
    return int(match.group(1))


def told_roles(page: Page, name: Name) -> Told:
    """Return what the words behind a name, and the verb before it, say that its bearer is."""
    behind = page.folded[name.end : name.end + _REACH]
    end = min(page.sentence_range(name.start)[1], name.end + _REACH)
    if name.possessive:
        return Told()
    if match := _WHOSE.match(behind):
        left = "widow" if match.group(1) == "husband" else "widower"
        return Told((left,) if match["lost"] else (), gender="f" if left == "widow" else "m")
    if match := _SERVED.match(behind):
        former = frozenset() if match["still"] or " serves" in match.group() else frozenset(("former",))
        roles, tenure = _noun_from(page, name.end + match.start(2), end)
        return Told(roles, tenure | former if roles else tenure)
    if match := _WAS.match(behind):
        roles, tenure = _noun_from(page, name.end + match.start(1), end)
        past = " was " in match.group() and roles and _ONCE.match(behind, match.start(1))
        return Told(roles, tenure | {"former"} if past else tenure)
    if match := _WHO.match(behind):
        verb = match.group(1)
        now = _DID.get(verb, verb)
        return Told(_DOES.get(now, ()), frozenset(("former",)) if verb in _DID else frozenset())
    if match := _IS.match(behind):
        return Told(*_noun_from(page, name.end + match.start(1), end))
    before = page.index(name.start) - 1
    if before >= 0 and page.tokens[before].text in _NAMING and (match := _NAMED.match(behind)):
        return Told(*_noun_from(page, name.end + match.start(1), end))
    return Told()


def _noun_from(page: Page, start: int, end: int) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the role noun that a noun phrase from an offset on ends in, and the words of tenure in it."""
    words: list[str] = []
    for index in page.between(start, end)[: _NOUN_REACH + 1]:
        word = page.tokens[index].text.lower()
        if word in _STOPS:
            break
        words.append(word)
    for position, word in enumerate(words[:_NOUN_REACH]):
        noun = source_noun(word)
        if noun is None or noun.plural or noun.noun_class not in PERSON_CLASSES:
            continue
        after = source_noun(words[position + 1]) if position + 1 < len(words) else None
        if after is None or after.noun_class not in PERSON_CLASSES:  # else "chief executive"
            return (noun.lemma,), frozenset(words[:position]) & _TENURES
    return (), frozenset()
