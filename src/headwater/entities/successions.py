"""Who took over from whom, and who stood against whom, as a sentence tells it of two people it names.

Offsets are code points. Imports: this room and the standard library only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from headwater.entities.page import Page
from headwater.entities.register import Draft
from headwater.entities.roster import Introduction

_BEAT = r"defeat|toppl|depos|edged out"
_FOLLOW = r"replac|succeed|tak(?:e|es|en|ing) over from|took over from|supplant|unseat|oust"
_BY = r" (?:as [a-z]+ |in [A-Z][a-z]+ |[a-z]+ )?by (?=(?:the |his |her |an? )?(?:[a-z-]+ ){0,3}[A-Z])"
_TURN = re.compile(rf"\b(?:(?P<beat>{_BEAT})|{_FOLLOW})(?:s|ed|es|ing|e)?\b(?P<by>{_BY})?")
_CONTEST = re.compile(
    r"\b(?:beats?|beating|defeat\w*|rivals?|race|runoff|run-off|against|unseat\w*|challeng\w+|oppos\w+|contest\w*|face[sd]?|"
    r"debate[sd]?|versus|vs|ahead of|behind|lost to|clash\w*|disput\w+)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be) (?:\w+ly )?$")
_OBJECT = re.compile(r" (?:him|her|them)\b")
_REACH = 40  # code points from a verb to the name it is about


@dataclass(frozen=True, slots=True)
class Succession:
    """Two people of whom one took the other's place.

    Attributes:
        new, old: Who came and who went.
        seated: The new one holds the other's office, as who merely beat him may not.
    """

    new: Draft
    old: Draft
    seated: bool


def successions(
    page: Page, names: Sequence[Introduction], person: Callable[[Introduction], Draft | None]
) -> Iterator[Succession]:
    """Yield who took over from whom in sentences that name two people.

    Args:
        page: The document.
        names: Its names in order.
        person: Gives the person a name means, None for other names.
    """
    for members in _by_sentence(page, names):
        people = [(name, draft) for name in members if (draft := person(name)) is not None]
        if len({id(draft) for _, draft in people}) != 2:
            continue
        start, end = page.sentence_range(members[0].name.start)
        for match in _TURN.finditer(page.folded, start, end):
            found = _read(page, match, people)
            if found is not None:
                yield found
                break


def _read(page: Page, match: re.Match[str], people: Sequence[tuple[Introduction, Draft]]) -> Succession | None:
    """Read one verb of succession: its object or its subject is named beside it, the other is the other one named."""
    passive = bool(match["by"]) or _PASSIVE.search(page.folded, max(0, match.start() - 20), match.start()) is not None
    behind = next((d for n, d in people if 0 < n.name.start - match.end() <= _REACH), None)
    before = next((d for n, d in reversed(people) if 0 < match.start() - n.name.end <= _REACH), None)
    pronoun = _OBJECT.match(page.folded, match.end()) is not None
    if behind is not None and not pronoun:
        named, is_new = behind, passive
    elif before is not None and (pronoun or passive):
        named, is_new = before, pronoun and not passive
    else:
        return None
    other = next((draft for _, draft in people if draft is not named), None)
    if other is None:
        return None
    seated = match["beat"] is None
    return Succession(named, other, seated) if is_new else Succession(other, named, seated)


def rivals(
    page: Page, names: Sequence[Introduction], person: Callable[[Introduction], Draft | None]
) -> Iterator[tuple[Draft, Draft]]:
    """Yield the pairs of people of whom a sentence that names just the two tells a contest."""
    for members in _by_sentence(page, names):
        people = {id(draft): draft for name in members if (draft := person(name)) is not None}
        if len(people) == 2 and _CONTEST.search(page.folded, *page.sentence_range(members[0].name.start)):
            one, other = people.values()
            yield one, other


def _by_sentence(page: Page, names: Sequence[Introduction]) -> Iterator[list[Introduction]]:
    """Yield the names of each sentence."""
    members: list[Introduction] = []
    for name in names:
        if members and page.sentence(members[0].name.start) != page.sentence(name.name.start):
            yield members
            members = []
        members.append(name)
    if members:
        yield members
