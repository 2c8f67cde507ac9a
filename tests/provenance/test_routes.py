"""Routes and bottlenecks of small claims, against enumeration of the graph that the method describes."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.provenance.mentions import CountedSource, Placed, Sources
from headwater.provenance.roots import tally
from headwater.provenance.routes import bottlenecks, names_on_path, routes

ROOTS, CARRIERS, READER = ("r1", "r2", "r3", "r4"), ("c1", "c2", "c3", "c4"), "the reader"
SOURCES = Sources(
    CountedSource(key=key, kind="person", name=key, parent=None, group=None, compatible_with=()) for key in ROOTS
)


def placed(number: int, carriers: tuple[str, ...], root: str, own: str) -> Placed:
    return Placed(f"m{number}", f"d{number}", carriers, root, carriers[-1] if carriers else own, own, None)


# Carriers in descending order from the outside inwards, so that no two can carry each other.
CLAIMS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(CARRIERS), max_size=3).map(lambda names: tuple(sorted(names, reverse=True))),
        st.sampled_from(ROOTS),
    ),
    min_size=1,
    max_size=7,
).map(lambda many: [placed(i, carriers, root, f"d{i}") for i, (carriers, root) in enumerate(many)])


def paths_to_the_reader(mentions: list[Placed]) -> list[frozenset[str]]:
    edges: set[tuple[str, str]] = set()
    for one in mentions:
        steps = [one.root or "", *reversed(one.carriers), READER]
        edges |= set(pairwise(steps))

    def onward(path: tuple[str, ...]) -> Iterator[frozenset[str]]:
        for tail, head in edges:
            if tail == path[-1]:
                if head == READER:
                    yield frozenset(path)
                else:
                    yield from onward((*path, head))

    return sorted({path for one in mentions for path in onward((one.root or "",))}, key=sorted)


def most_disjoint(paths: list[frozenset[str]]) -> int:
    if not paths:
        return 0
    first, rest = paths[0], paths[1:]
    return max(most_disjoint(rest), 1 + most_disjoint([path for path in rest if not path & first]))


@settings(deadline=None)
@given(mentions=CLAIMS)
def test_routes_are_the_most_disjoint_paths_that_enumeration_finds(mentions: list[Placed]) -> None:
    cited = {name for one in mentions for name in one.carriers}
    found = routes(mentions, tally(mentions, (), {}, SOURCES), {}, cited, SOURCES)
    every = paths_to_the_reader(mentions)
    shortest = [path for path in every if not any(other < path for other in every)]
    expected = most_disjoint(shortest)
    assert found == (expected, expected)


@settings(deadline=None)
@given(mentions=CLAIMS)
def test_one_route_is_left_exactly_when_there_is_a_bottleneck(mentions: list[Placed]) -> None:
    cited = {name for one in mentions for name in one.carriers}
    _, most = routes(mentions, tally(mentions, (), {}, SOURCES), {}, cited, SOURCES)
    names = bottlenecks(mentions, cited, SOURCES)
    assert (most == 1) == bool(names)
    assert set(names) == frozenset.intersection(*paths_to_the_reader(mentions))


def test_bottlenecks_stand_outermost_first() -> None:
    mentions = [placed(0, ("c4", "c2", "c1"), "r1", "d0"), placed(1, ("c2", "c3", "c1"), "r1", "d1")]
    assert bottlenecks(mentions, {"c1"}, SOURCES) == ("c2", "c1", "r1")


def test_an_own_line_is_on_the_path_only_when_the_claim_names_it() -> None:
    mention = placed(0, (), "r1", "paper")
    assert names_on_path(mention, {"paper"}, SOURCES) == ("paper", "r1")
    assert names_on_path(mention, set(), SOURCES) == ("r1",)


def test_nothing_counted_leaves_no_route() -> None:
    assert routes([], tally([], (), {}, SOURCES), {}, set(), SOURCES) == (0, 0)
    assert bottlenecks([], set(), SOURCES) == ()
