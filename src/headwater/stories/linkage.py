"""Average-link clustering of a sparse graph, with pairs that must or must not stand together.

Deterministic: ties go to the smaller numbers. Imports: the standard library only.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable

Pair = tuple[int, int]

# Pairs without an edge count as 0 until this many pairs between two groups are known; above it, the known ones
# speak for all, as the search keeps only so many partners of an article of a large story.
_ENOUGH_PAIRS = 32


def link_groups(
    count: int,
    edges: Iterable[tuple[int, int, float]],
    *,
    threshold: float,
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
) -> tuple[tuple[int, ...], ...]:
    """Group articles so that, on average, every group's members are alike.

    Args:
        count: Number of articles n; they are numbered from 0 to n - 1.
        edges: (i, j, likeness), each pair once; pairs that are missing are taken for unlike.
        threshold: Two groups are merged while the average likeness of their pairs is at least this.
        same: Pairs that stand in one group whatever their likeness; they win over `different`.
        different: Pairs that are kept apart.

    Returns:
        The groups, members ascending, ordered by their first member.
    """
    groups = _Groups(count, edges)
    for left, right in sorted(same):
        groups.join(groups.group_of(left), groups.group_of(right))
    for left, right in sorted(different):
        groups.forbid(groups.group_of(left), groups.group_of(right))
    heap = [(-groups.likeness(i, j), i, j) for i in sorted(groups.links) for j in groups.links[i] if i < j]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if -negative < threshold:
            break
        if groups.are_current(left, right) and groups.likeness(left, right) == -negative:
            merged = groups.join(left, right)
            for other in groups.links[merged]:
                likeness = groups.likeness(merged, other)
                if likeness >= threshold:
                    heapq.heappush(heap, (-likeness, min(merged, other), max(merged, other)))
    return tuple(sorted(tuple(sorted(members)) for members in groups.members.values()))


class _Groups:
    """Groups under way: sums of likeness between groups; a group is named after its smallest member."""

    def __init__(self, count: int, edges: Iterable[tuple[int, int, float]]) -> None:
        self.members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self.links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self._apart: set[Pair] = set()
        self._home = list(range(count))
        for left, right, likeness in edges:
            self.links[left][right] = self.links[right][left] = (likeness, 1)

    def group_of(self, article: int) -> int:
        """Return the name of the group that holds an article."""
        return self._home[article]

    def are_current(self, left: int, right: int) -> bool:
        """Tell whether two names are groups that may be merged."""
        return left in self.members and right in self.members and (left, right) not in self._apart

    def forbid(self, left: int, right: int) -> None:
        """Keep two groups apart, unless they are one already."""
        if left != right:
            self._apart.add((min(left, right), max(left, right)))

    def likeness(self, left: int, right: int) -> float:
        """Return the average likeness of the pairs between two groups."""
        total, known = self.links[left].get(right, (0.0, 0))
        pairs = len(self.members[left]) * len(self.members[right])
        return total / max(known, min(pairs, _ENOUGH_PAIRS))

    def join(self, left: int, right: int) -> int:
        """Merge two groups and return the name of the result."""
        if left == right:
            return left
        kept, gone = min(left, right), max(left, right)
        moved = self.members.pop(gone)
        self.members[kept] += moved
        for article in moved:
            self._home[article] = kept
        mine = self.links[kept]
        for other, (total, known) in self.links.pop(gone, {}).items():
            del self.links[other][gone]
            if other != kept:
                before, count = mine.get(other, (0.0, 0))
                mine[other] = self.links[other][kept] = (before + total, count + known)
        if self._apart:
            self._rename_apart(gone, kept)
        return kept

    def _rename_apart(self, gone: int, kept: int) -> None:
        renamed = {(kept if a == gone else a, kept if b == gone else b) for a, b in self._apart}
        self._apart = {(min(a, b), max(a, b)) for a, b in renamed if a != b}
