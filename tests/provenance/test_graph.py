"""Strongly connected components and vertex-disjoint paths, against enumeration."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from headwater.provenance.graph import disjoint_paths, strongly_connected

VERTICES = range(6)
EDGES = st.sets(st.tuples(st.sampled_from(VERTICES), st.sampled_from(VERTICES)), max_size=14)
SOME = st.sets(st.sampled_from(VERTICES), min_size=1, max_size=4)


def simple_paths(edges: set[tuple[int, int]], starts: set[int], ends: set[int]) -> Iterator[frozenset[int]]:
    def onward(path: tuple[int, ...]) -> Iterator[frozenset[int]]:
        if path[-1] in ends:
            yield frozenset(path)
        for tail, head in edges:
            if tail == path[-1] and head not in path:
                yield from onward((*path, head))

    for start in starts:
        yield from onward((start,))


def most_disjoint(paths: list[frozenset[int]], shared: set[int]) -> int:
    return max((1 + most_disjoint([q for q in paths if not (p & q) - shared], shared) for p in paths), default=0)


def reachable(edges: set[tuple[int, int]], start: int) -> set[int]:
    found, grown = {start}, True
    while grown:
        more = {head for tail, head in edges if tail in found} - found
        found, grown = found | more, bool(more)
    return found


@given(edges=EDGES, starts=SOME, ends=SOME)
def test_as_many_disjoint_paths_as_enumeration_finds(
    edges: set[tuple[int, int]], starts: set[int], ends: set[int]
) -> None:
    # A path that holds another as a subset never helps, which keeps the enumeration small.
    every = set(simple_paths(edges, starts, ends))
    smallest = [path for path in every if not any(other < path for other in every)]
    assert disjoint_paths(edges, starts, ends) == most_disjoint(smallest, set())


@given(edges=EDGES, starts=SOME, ends=SOME)
def test_the_number_of_paths_is_the_size_of_the_smallest_cut(
    edges: set[tuple[int, int]], starts: set[int], ends: set[int]
) -> None:
    every = set(simple_paths(edges, starts, ends))
    cut = next(n for n in range(7) for c in combinations(VERTICES, n) if all(path & set(c) for path in every))
    assert disjoint_paths(edges, starts, ends) == cut


def test_a_shared_vertex_holds_any_number_of_paths() -> None:
    edges = {(0, 9), (1, 9), (9, 2), (9, 3)}
    assert disjoint_paths(edges, {0, 1}, {2, 3}) == 1
    assert disjoint_paths(edges, {0, 1}, {2, 3}, unlimited={9}) == 2


@given(edges=EDGES)
def test_components_hold_exactly_the_vertices_that_reach_each_other(edges: set[tuple[int, int]]) -> None:
    successors = {v: {head for tail, head in edges if tail == v} for v in VERTICES}
    components = strongly_connected(successors)
    assert sorted(v for names in components for v in names) == list(VERTICES)
    home = {v: i for i, names in enumerate(components) for v in names}
    for a, b in combinations(VERTICES, 2):
        assert (home[a] == home[b]) == (b in reachable(edges, a) and a in reachable(edges, b))


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    length = 50_000
    assert len(strongly_connected({i: {i + 1} for i in range(length)})) == length + 1
    assert disjoint_paths(((i, i + 1) for i in range(length)), {0}, {length}) == 1
