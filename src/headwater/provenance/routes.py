"""Routes and bottlenecks: how many ways from roots to the reader share no carrier and no root.

The graph holds every counted mention as a path: organisation, root, carriers from the innermost outwards, reader. A
document's own line stands on the path when the claim names it as a carrier or root; otherwise it is a mere place of
publication. The same graph serves both ends: at the lower end paths begin at the organisations that people count as,
at the upper end at the roots themselves. Imports: the standard library and this room only.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from itertools import pairwise

from headwater.provenance.graph import disjoint_paths, strongly_connected
from headwater.provenance.mentions import Placed, Sources
from headwater.provenance.roots import Tally, passages

# ("name", key), ("unnamed", group, line), ("line", line), ("organisation", key), ("group", key); and places where one
# of several roots could stand, which any number of routes may share.
_Vertex = tuple[Hashable, ...]


def names_on_path(mention: Placed, cited: Collection[str], sources: Sources) -> tuple[str, ...]:
    """Return the names a mention rests on, outermost carrier first, then the root, then its organisations."""
    own = (mention.own,) if mention.own in cited else ()
    root = (mention.root, *sources.ancestors(mention.root)) if mention.root else ()
    return tuple(dict.fromkeys((*own, *mention.carriers, *root)))


def bottlenecks(mentions: Sequence[Placed], cited: Collection[str], sources: Sources) -> tuple[str, ...]:
    """Return the names on every counted path, outermost first: exactly those whose removal leaves no route."""
    paths = [names_on_path(mention, cited, sources) for mention in mentions]
    if not paths:
        return ()
    common = set(paths[0]).intersection(*paths[1:])
    place: Counter[str] = Counter()
    for path in paths:
        place.update({name: index for index, name in enumerate(name for name in path if name in common)})
    return tuple(sorted(common, key=lambda name: (place[name], name)))


def routes(
    mentions: Sequence[Placed],
    tally: Tally,
    component: Mapping[str, str],
    cited: Collection[str],
    sources: Sources,
) -> tuple[int, int]:
    """Return the smallest and the largest number of routes of counted mentions; (0, 0) without any.

    Args:
        mentions: The counted ones.
        tally: Their roots.
        component: Member of a cycle to the first name of its cycle; a cycle is one vertex.
        cited: Names of the claim's carriers and roots; an own line among them is a vertex.
        sources: Of the story.
    """
    if not mentions:
        return 0, 0
    graph = _Graph(mentions, tally, component, cited, sources)
    upper = {graph.root(root) for root in tally.named if root not in tally.absorbed}
    upper |= {("unnamed", *place) for place in tally.unnamed} | {("line", line) for line in tally.lines}
    most = disjoint_paths(graph.edges, upper, graph.ends, graph.shared)
    lower = graph.add_lower_end()
    least = disjoint_paths(graph.edges, lower, graph.ends, graph.shared)
    # As in rule 6: whatever counts came to the reader somehow, also where no root is certain.
    return max(1, least), max(1, most)


class _Graph:
    """The claim's graph as edges; `shared` vertices stand for "one of these roots" and hold any number of routes."""

    def __init__(
        self,
        mentions: Sequence[Placed],
        tally: Tally,
        component: Mapping[str, str],
        cited: Collection[str],
        sources: Sources,
    ) -> None:
        self.edges: set[tuple[_Vertex, _Vertex]] = set()
        self.ends: set[_Vertex] = set()
        self.shared: set[_Vertex] = set()
        self._tally, self._component, self._sources = tally, component, sources
        passed = passages(mentions)
        for name, first in component.items():
            passed[name].add(first)
            passed[first].add(name)
        self._vertex = {name: min(names) for names in strongly_connected(passed) for name in names}
        for root in tally.named:
            for above in sources.ancestors(root):
                if above in tally.absorbed and root not in tally.absorbed:
                    self.edges.add((self._name(root), self._share("people", above)))
        for place in {place for places in tally.same.values() for place in places}:
            self.edges |= {(self.root(root), self._share("at", *place)) for root in tally.fit.members[place]}
        for mention in mentions:
            self._add_path(mention, cited)

    def root(self, root: str) -> _Vertex:
        """Return where paths of a named root begin: at the root, or at any of the people who stand for it."""
        first = self._component.get(root, root)
        return self._share("people", first) if first in self._tally.absorbed else self._name(first)

    def add_lower_end(self) -> set[_Vertex]:
        """Put organisations and groups before the roots; return those that count at the lower end."""
        tally = self._tally
        for root, organisation in tally.organisation.items():
            self.edges.add((("organisation", organisation), self.root(root)))
        for place, names in tally.fits.items():
            for name in names:
                fits = self._share("fits", name)
                self.edges.add((fits, ("unnamed", *place)))
                self.edges |= {(("organisation", one), fits) for one in tally.fit.organised[name]}
        for place, group in tally.groups.items():
            self.edges.add((("group", group), ("unnamed", *place)))
        organisations: set[_Vertex] = {("organisation", one) for one in tally.organisation.values()}
        return organisations | {("group", group) for group in tally.groups.values()}

    def _add_path(self, mention: Placed, cited: Collection[str]) -> None:
        outwards = (*reversed(mention.carriers), *((mention.own,) if mention.own in cited else ()))
        path = list(dict.fromkeys(self._name(name) for name in outwards))
        for start in self._starts(mention):
            steps = [start, *(vertex for vertex in path if vertex != start)]
            self.edges.update(pairwise(steps))
            self.ends.add(steps[-1])

    def _starts(self, mention: Placed) -> list[_Vertex]:
        line = self._component.get(mention.line, mention.line)
        if mention.root is None:
            return [("line", line)]
        if mention.key in self._tally.same:
            return [self._share("at", *place) for place in self._tally.same[mention.key]]
        if self._component.get(mention.root, mention.root) in self._tally.named:
            return [self.root(mention.root)]
        return [("unnamed", self._sources.group(mention.root), line)]

    def _name(self, name: str) -> _Vertex:
        return ("name", self._vertex.get(name, name))

    def _share(self, *vertex: Hashable) -> _Vertex:
        self.shared.add(vertex)
        return vertex
