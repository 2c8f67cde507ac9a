"""link_groups: average link on a sparse graph, must-links and cannot-links."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.stories.linkage import link_groups

EDGES = [(0, 1, 0.9), (1, 2, 0.5), (0, 2, 0.2), (3, 4, 0.8), (2, 3, 0.3)]


def test_groups_merge_while_their_average_is_high_enough() -> None:
    assert link_groups(5, EDGES, threshold=0.3) == ((0, 1, 2), (3, 4))
    assert link_groups(5, EDGES, threshold=0.6) == ((0, 1), (2,), (3, 4))


def test_a_chain_of_single_links_does_not_merge_two_groups() -> None:
    assert link_groups(4, [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.6)], threshold=0.3) == ((0, 1), (2, 3))


def test_pairs_that_must_or_must_not_stand_together() -> None:
    assert link_groups(5, EDGES, threshold=0.5, same={(2, 4)}) == ((0, 1), (2, 3, 4))
    assert link_groups(5, EDGES, threshold=0.3, different={(0, 1)}) == ((0,), (1, 2), (3, 4))


def test_what_must_not_stand_together_stays_apart_through_merges() -> None:
    edges = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.8)]
    assert link_groups(3, edges, threshold=0.1, different={(0, 2)}) == ((0, 1), (2,))


@given(
    edges=st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=30
    )
)
def test_every_article_is_in_exactly_one_group_whatever_the_order_of_edges(edges: dict[tuple[int, int], float]) -> None:
    rows = [(a, b, value) for (a, b), value in edges.items()]
    groups = link_groups(10, rows, threshold=0.4)
    assert sorted(article for group in groups for article in group) == list(range(10))
    assert link_groups(10, sorted(rows, reverse=True), threshold=0.4) == groups
