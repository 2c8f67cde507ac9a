"""People whom a sentence mentions as another outlet's sources: "citing a port official", "who spoke to Velm FM".

They say nothing there, or nothing that was marked; what they say next came by way of that outlet all the same. Of
"Radio Velm, which quoted a clerk" the clerk is who said what Radio Velm is credited with.
Offsets are code points. Imports: this room, records and the standard library only.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.entities.carrier_rules import ground_before
from headwater.entities.outlet_names import outlets_between
from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.records import Attribution

# Each pattern starts at a fixed word and reads at most one bounded run behind it.
_SOURCE = r"([^,.;:()\n\"“”]{3,80}?)(?= (?:as |who |familiar |with |said|says|that )|[,.;]|$)"
_CITING = re.compile(rf"\b(?:citing|quoting) {_SOURCE}")
_QUOTED = re.compile(rf", which (?:also |had |has )?(?:quoted|quotes|cited|cites|was quoting|was citing) {_SOURCE}")
_SPOKE = re.compile(r"\bwho (?:spoke|talked|were speaking|was speaking) (?:to|with) ([^,.;:()\n\"“”]{3,60})")
_TOLD = re.compile(r"\b(?:told|tells) ")
_LISTENER_REACH, _SUBJECT_REACH = 60, 100  # code points behind and before "told"
_SAID_BARE = frozenset(("police",))  # "police said" needs no name either
_BOUNDS = ',;:"“”()—\n'
_AT_ONCE = 8  # sentences over which words that nobody marked tell the way of those that follow


@dataclass(frozen=True, slots=True)
class Aside:
    """A mention of somebody's sources.

    Attributes:
        offset: Where the mention is read.
        source: Range of the noun phrase; None where it is what "who" stands for.
        outlet: Range in which the outlet is named; None where it is the speaker of the sentence.
        clause: Where ", which quoted" begins; None for every other mention.
    """

    offset: int
    source: Range | None
    outlet: Range | None
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class _Way:
    outlet: Draft
    offset: int
    told: bool


class Ways:
    """By way of which outlet people spoke whom asides mention, and whom outlets quoted in a clause of their own."""

    def __init__(self, page: Page) -> None:
        """Start with none."""
        self._page = page
        self._ways: dict[int, _Way] = {}
        self._quoted: dict[int, tuple[Draft, Draft, Range]] = {}

    def note(self, aside: Aside, speaker: Draft, outlet: Draft) -> None:
        """Remember one aside, once it is known whom it means."""
        told = aside.source is not None and aside.outlet is not None
        self._ways.setdefault(id(speaker), _Way(outlet, aside.offset, told))
        if aside.clause is not None and aside.source is not None:
            self._quoted[aside.clause] = (outlet, speaker, aside.source)

    def of(self, speaker: Draft, offset: int) -> Draft | None:
        """Return the outlet by way of which a speaker's words at an offset came, as an aside tells."""
        way = self._ways.get(id(speaker))
        if way is None or not way.told:
            return way.outlet if way else None
        ahead = self._page.sentence(offset) - self._page.sentence(way.offset)
        return way.outlet if offset > way.offset and ahead <= _AT_ONCE else None

    def quoted_behind(self, source: Range, outlet: Draft) -> tuple[Draft, Range] | None:
        """Return whom an outlet quoted in the clause right behind its mention, or in it: ", which quoted a clerk"."""
        for start in (source[1], source[1] + 1, *(source[0] + m.start() for m in self._clauses_in(source))):
            found = self._quoted.get(start)
            if found is not None and found[0] is outlet and found[1] is not outlet:
                return found[1], found[2]
        return None

    def _clauses_in(self, source: Range) -> Iterator[re.Match[str]]:
        return re.finditer(r", which ", self._page.folded[source[0] : source[1]])


def find_asides(page: Page, register: Register, attributions: Sequence[Attribution]) -> tuple[Aside, ...]:
    """Return the mentions of others' sources that no attribution has for its own source, in reading order."""
    taken = sorted({(a.source.start, a.source.end) for a in attributions if a.source})
    found: list[Aside] = []
    for pattern in (_CITING, _QUOTED):
        for match in pattern.finditer(page.folded):
            start, end = match.span(1)
            since = match.start() if pattern is _QUOTED else 0
            if not _meets(taken, start, end, since) and not any(outlets_between(page, register, start, end)):
                found.append(Aside(start, (start, end), None, match.start() if pattern is _QUOTED else None))
    found.extend(
        Aside(match.start(), None, match.span(1))
        for match in _SPOKE.finditer(page.folded)
        if not _meets(taken, match.start(), match.start() + 1)
    )
    found.extend(_told(page, register, attributions))
    return tuple(sorted(found, key=lambda aside: aside.offset))


def is_cited_unnamed(page: Page, phrase: Phrase) -> bool:
    """Tell whether an outlet cites a spokesman of no named house: "quoting a military spokesman"."""
    first = page.index(phrase.start)
    if phrase.determiner != "a" or not first or page.tokens[first - 1].text.lower() not in ("quoting", "citing"):
        return False
    if phrase.affiliation is None:
        return bool(phrase.modifiers)  # "a naval spokesman"; a bare one is of the house spoken of
    house = page.text[slice(*phrase.affiliation)]
    return house.islower() and house not in _SAID_BARE


def _told(page: Page, register: Register, attributions: Sequence[Attribution]) -> Iterator[Aside]:
    """Yield who told an outlet something, where no attribution has it: "a guard told Velm FM"."""
    known = sorted({(span.start, span.end) for a in attributions for span in (a.cue, a.source) if span})
    for match in _TOLD.finditer(page.folded):
        start, end = match.span()
        if _meets(known, start - 2, end) or page.in_quotation(start):
            continue
        subject = _subject(page, start)
        stop = min(end + _LISTENER_REACH, page.sentence_range(start)[1])
        heard = next(iter(outlets_between(page, register, end, stop)), None) if subject else None
        ground = ground_before(page, heard[:2], start) if heard else None
        if subject and heard and ground and ground.rule == "told-recipient":
            yield Aside(subject[0], subject, heard[:2])


def _subject(page: Page, verb: int) -> Range | None:
    """Return the noun phrase that is the whole of a clause before its verb, a clause of "who" included; else None."""
    opens = max(page.sentence_range(verb)[0], verb - _SUBJECT_REACH)
    bound = max((page.folded.rfind(mark, opens, verb) for mark in _BOUNDS), default=-1)
    start, end = max(opens, bound + 1), verb
    while start < end and page.text[start].isspace():
        start += 1
    while end > start and page.text[end - 1].isspace():
        end -= 1
    phrase = read_phrase(page, start, end) if start < end else None
    if phrase is None or phrase.form == "pronoun" or (phrase.determiner == "" and not (phrase.name or phrase.head)):
        return None
    whole = phrase.name.end if phrase.name else phrase.descriptor[1] if phrase.descriptor else start
    clause = page.folded.find(" who ", start, end)
    return (start, end) if whole in (end, clause) else None


def _meets(taken: Sequence[Range], start: int, end: int, since: int = 0) -> bool:
    """Tell whether [start, end) shares a code point with a range that begins at `since` or later; ranges in order."""
    at = bisect_left(taken, (end, 0))
    return any(since <= a < end and start < b for a, b in taken[max(0, at - 3) : at])
