"""People whom a sentence mentions as another outlet's sources: "citing a port official", "who spoke to Velm FM".

They say nothing there, or nothing that was marked; what they say next came by way of that outlet all the same.
Offsets are code points. Imports: this room, records and the standard library only.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.entities.carriers import outlets_between
from headwater.entities.page import Page, Range
from headwater.entities.register import Register
from headwater.records import Attribution

# Each pattern starts at a fixed word and reads at most one bounded run behind it.
_CITING = re.compile(
    r"\b(?:citing|quoting) ([^,.;:()\n\"“”]{3,80}?)(?= (?:as |who |familiar |with |said|says|that )|[,.;])"
)
_SPOKE = re.compile(r"\bwho (?:spoke|talked|were speaking|was speaking) (?:to|with) ([^,.;:()\n\"“”]{3,60})")


@dataclass(frozen=True, slots=True)
class Aside:
    """A mention of somebody's sources.

    Attributes:
        offset: Where the mention is read.
        source: Range of the noun phrase; None where it is what "who" stands for.
        outlet: Range in which the outlet is named; None where it is the speaker of the sentence.
    """

    offset: int
    source: Range | None
    outlet: Range | None


def find_asides(page: Page, register: Register, attributions: Sequence[Attribution]) -> tuple[Aside, ...]:
    """Return the mentions of others' sources that no attribution has for its own source, in reading order."""
    taken = sorted({(a.source.start, a.source.end) for a in attributions if a.source})
    found: list[Aside] = []
    for match in _CITING.finditer(page.folded):
        start, end = match.span(1)
        if not _meets(taken, start, end) and not any(outlets_between(page, register, start, end)):
            found.append(Aside(start, (start, end), None))
    found.extend(
        Aside(match.start(), None, match.span(1))
        for match in _SPOKE.finditer(page.folded)
        if not _meets(taken, match.start(), match.start() + 1)
    )
    return tuple(sorted(found, key=lambda aside: aside.offset))


def _meets(taken: Sequence[Range], start: int, end: int) -> bool:
    """Tell whether [start, end) shares a code point with one of the ranges, which are in order."""
    at = bisect_left(taken, (end, 0))
    return any(a < end and start < b for a, b in taken[max(0, at - 3) : at])
