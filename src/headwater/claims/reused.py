"""Statements that stand at the same place of a shared passage. Imports: records and this room only."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from headwater.claims.profile import Profile
from headwater.records import Reuse

# Edits shift places inside a passage; two statements match when their relative places differ by less.
_PLACE_SLACK = 0.08
_PLACE_SLACK_CHARS = 24


def reused_pairs(profiles: Sequence[Profile], reuse: Sequence[Reuse]) -> frozenset[tuple[int, int]]:
    """Return index pairs of statements that a shared passage holds at corresponding places.

    Args:
        profiles: Statements of one story.
        reuse: Shared passages; boilerplate is left out.
    """
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        by_document[profile.statement.doc_id].append(index)
    starts = {doc: [profiles[k].statement.span.start for k in held] for doc, held in by_document.items()}
    pairs: set[tuple[int, int]] = set()
    for link in reuse:
        if link.form == "boilerplate":
            continue
        sides = []
        for side in (link.earlier, link.later):
            held, first = by_document.get(side.doc_id, []), starts.get(side.doc_id, [])
            sides.append(
                [k for k in held[bisect_left(first, side.start) :] if side.contains(profiles[k].statement.span)]
            )
        for a in sides[0]:
            place_a = _place(profiles[a], link.earlier.start, link.earlier.end)
            for b in sides[1]:
                place_b = _place(profiles[b], link.later.start, link.later.end)
                length = max(link.earlier.end - link.earlier.start, link.later.end - link.later.start)
                slack = max(_PLACE_SLACK, _PLACE_SLACK_CHARS / length)
                if abs(place_a - place_b) <= slack and profiles[a].stems & profiles[b].stems:
                    pairs.add((min(a, b), max(a, b)))
    return frozenset(pairs)


def _place(profile: Profile, start: int, end: int) -> float:
    span = profile.statement.span
    return ((span.start + span.end) / 2 - start) / (end - start)
