"""Names joined by "and": two people as one subject, what a plural noun calls both, and a surname they share.

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.entities.page import Name, Page
from headwater.entities.roster import Introduction
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_ARTICLES = frozenset("the a an The A An his her its their His Her Its Their".split())
_LINK_REACH = 48  # code points between two joined names and the words that introduce them
# "and his City counterpart, ", "and the striker ": an article and lower-case words may stand before a joined name.
_AND = re.compile(r",? (?:and|&) (?:(?:the|his|her|their|its|an?) )?(?:[a-z-]+ ){0,2}$")
_VERB = re.compile(r" (?!and )[a-z]+(?:ed|s|t|d|k|w|n|ght)(?: (?:the|a|an|its|his|her))? ")
_COMMA = re.compile(r", $")
# Words before a name that open a clause of their own, in which it is the subject.
_CONJUNCTIONS = frozenset("and but while whereas although though as because".split())


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined to one another, in order of the text.

    Attributes:
        members: At least two.
        start: Where the words that introduce the first begin, in code points.
        called: Lemma of the plural noun before them ("brothers"), None where there is none.
    """

    members: tuple[Introduction, ...]
    start: int
    called: str | None


def joined_names(page: Page, names: Sequence[Introduction]) -> tuple[Group, ...]:
    """Return the groups of names that "and" joins, in order of the text."""
    groups: list[Group] = []
    run: list[Introduction] = []
    for name in (*names, None):
        link = _link(page, run[-1], name) if run and name is not None else None
        if link is None:
            _close(page, run, groups)
            run = []
        if name is not None:
            run.append(name)
        if link == "and":
            _close(page, run, groups)
            run = []
    return tuple(groups)


def _close(page: Page, run: Sequence[Introduction], groups: list[Group]) -> None:
    """Take a finished run in when its last two names are joined by "and"."""
    if len(run) > 1 and _link(page, run[-2], run[-1]) == "and":
        start = run[0].phrase.start
        before = page.index(start) - 1
        opens = page.tokens[before].start if before >= 0 and page.tokens[before].text in _ARTICLES else start
        groups.append(Group(tuple(run), opens, _plural_before(page, start)))


def _link(page: Page, before: Introduction, after: Introduction) -> str | None:
    """Return what joins two names that follow one another: "and", a comma, or None."""
    if before.name.possessive or page.sentence(before.name.start) != page.sentence(after.name.start):
        return None
    end, start = max(before.name.end, before.phrase.end), after.phrase.start
    if end > start:
        end = before.name.end  # the apposition of the first was read up to the second
    if not end < start <= end + _LINK_REACH:
        return None
    between = page.folded[end:start]
    if _AND.fullmatch(between):
        return "and"
    return "," if _COMMA.fullmatch(between) and start == after.name.start else None


def _plural_before(page: Page, start: int) -> str | None:
    """Return the lemma of a plural noun for people right before some names: "the brothers", "two senators, "."""
    index = page.index(start) - 1
    if index >= 0 and page.tokens[index].text in (",", ":"):
        index -= 1
    noun = source_noun(page.tokens[index].text) if index >= 0 else None
    told = noun is not None and noun.plural and noun.noun_class in PERSON_CLASSES
    return noun.lemma if noun is not None and told and page.sentence(start) == _sentence_of(page, index) else None


def _sentence_of(page: Page, index: int) -> int:
    return page.sentence(page.tokens[index].start)


def shared_surnames(names: Sequence[Introduction], groups: Sequence[Group]) -> dict[tuple[int, int], Name]:
    """Return the whole names of people joined by given name alone: "David and Simon Kiprono" has two Kipronos.

    Returns:
        Range of the given name -> a name of given name and surname, whose range is that of the given name.
    """
    first_names = {name.name.words[0] for name in names if len(name.name.words) > 1}
    found: dict[tuple[int, int], Name] = {}
    for group in groups:
        *before, last = (member.name for member in group.members)
        if len(last.words) != 2:
            continue
        for name in before:
            alone = len(name.words) == 1 and is_given_name(name.words[0]) and name.words[0] not in first_names
            if alone and group.members[0].phrase.name_kind != "organisation":
                whole = (name.words[0], last.words[1])
                found[name.start, name.end] = Name(name.start, name.end, whole, possessive=False)
    return found


class Subjects:
    """Tells which mentions are what their clause speaks of."""

    def __init__(self, page: Page, groups: Sequence[Group], names: Sequence[Introduction]) -> None:
        """Remember where joined names stand and where the words that introduce a name begin."""
        self._page = page
        self._groups = sorted((g.start, g.members[-1].name.end) for g in groups)
        self._opens = {name.name.start: name.phrase.start for name in names}
        self._objects = set(self._behind_another(names))

    def _behind_another(self, names: Sequence[Introduction]) -> Iterator[int]:
        """Yield where names begin that a verb parts from one before: Veldt in "Orr Foods sued Veldt"."""
        for before, name in pairwise(names):
            start, end = name.phrase.start, max(before.name.end, before.phrase.end)
            near = self._page.sentence(before.name.start) == self._page.sentence(name.name.start) and end < start
            if near and not before.name.possessive and _VERB.fullmatch(self._page.folded, end, start):
                yield name.name.start

    def is_object(self, offset: int) -> bool:
        """Tell whether a verb stands between another name and the one that begins at an offset."""
        return offset in self._objects

    def leader(self, offset: int) -> int:
        """Return where the first of the names begins to which the one at an offset is joined, else where it begins."""
        at = bisect_right(self._groups, (offset, len(self._page.text))) - 1
        if at >= 0 and offset < self._groups[at][1]:
            return self._groups[at][0]
        return offset

    def opens_clause(self, offset: int) -> bool:
        """Tell whether a mention opens a clause behind another one: "..., and the chief, Ann Roe, said"."""
        page = self._page
        first = self.leader(offset)
        index = page.index(self._opens.get(first, first)) - 1
        while index > 0 and page.tokens[index].text in _ARTICLES:
            index -= 1
        return index > 0 and (page.tokens[index].text in _CONJUNCTIONS or page.tokens[index].text == ";")
