"""Candidates, label paths and drafts: peaks, whole words, one source, one owner for every word of content."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from headwater.models.decoding import (
    B_CUE,
    CONTENT,
    CUE,
    EVIDENCE,
    I_CUE,
    NONE,
    REACH,
    SOURCE,
    Answer,
    Draft,
    Flags,
    Floats,
    Run,
    best_paths,
    blend,
    cue_candidates,
    distance_buckets,
    draft_relations,
    first_pieces,
    softmax,
)


def _tags(begins: list[float], goes_on: list[float]) -> Floats:
    tags = np.zeros((len(begins), 7), dtype=np.float32)
    tags[:, B_CUE], tags[:, I_CUE] = begins, goes_on
    rest = 1.0 - tags.sum(axis=1)
    tags[:, 0], tags[:, 1], tags[:, 5] = 0.4 * rest, 0.3 * rest, 0.3 * rest
    return tags


def _whole_words(count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.zeros(count, dtype=np.bool_)


CANDIDATES: dict[str, tuple[list[float], list[float], list[tuple[int, int]]]] = {
    "one-word": ([0.0, 0.9, 0.0], [0.0, 0.0, 0.0], [(1, 2)]),
    "two-words": ([0.9, 0.1, 0.0], [0.0, 0.8, 0.0], [(0, 2)]),
    "an-unlikely-neighbour-stays-outside": ([0.3, 0.9, 0.0], [0.0, 0.0, 0.25], [(1, 2)]),
    "two-cues-side-by-side": ([0.9, 0.9, 0.0], [0.0, 0.0, 0.0], [(0, 1), (1, 2)]),
    "a-weak-peak-counts": ([0.0, 0.25, 0.0], [0.0, 0.0, 0.0], [(1, 2)]),
    "below-the-floor": ([0.0, 0.15, 0.0], [0.0, 0.0, 0.0], []),
    "no-words": ([], [], []),
}


@pytest.mark.parametrize(("begins", "goes_on", "runs"), CANDIDATES.values(), ids=CANDIDATES)
def test_cue_candidates_around_peaks(begins: list[float], goes_on: list[float], runs: list[tuple[int, int]]) -> None:
    assert cue_candidates(_tags(begins, goes_on), _whole_words(len(begins))) == runs


def test_a_word_of_several_pieces_is_a_candidate_whole() -> None:
    continues = np.array([False, True, True, False])
    assert cue_candidates(_tags([0.9, 0.0, 0.0, 0.0], [0.0] * 4), continues) == [(0, 3)]
    assert first_pieces(continues).tolist() == [0, 0, 0, 3]


def test_distances_are_exact_near_the_cue_and_coarse_far_from_it() -> None:
    (row,) = distance_buckets(400, [(100, 102)])
    assert row[100] == row[101] == REACH
    assert [int(bucket) - REACH for bucket in row[92:100]] == [-8, -7, -6, -5, -4, -3, -2, -1]
    assert [int(bucket) - REACH for bucket in row[102:109]] == [1, 2, 3, 4, 5, 6, 7]
    assert row[0] - REACH == -29
    assert row[399] - REACH == 39


def test_a_lone_dissenter_costs_more_than_it_brings() -> None:
    probabilities = np.full((1, 5, 4), 0.05, dtype=np.float32)
    probabilities[0, :, CONTENT] = 0.85
    probabilities[0, 2, CONTENT], probabilities[0, 2, NONE] = 0.4, 0.5
    (labels,) = best_paths([(np.log(probabilities), _whole_words(5))])
    assert labels.tolist() == [[CONTENT] * 5]


@settings(deadline=None)
@given(
    logits=arrays.arrays(
        np.float32, st.tuples(st.integers(1, 3), st.integers(1, 9), st.just(4)), elements=st.floats(-5, 5, width=32)
    ),
    seed=st.integers(0, 2**9 - 1),
)
def test_paths_never_change_inside_a_word_and_beat_the_constant_ones(logits: Floats, seed: int) -> None:
    scores = np.log(softmax(logits))
    continues = np.array([index > 0 and bool(seed >> index & 1) for index in range(scores.shape[1])])
    (labels,) = best_paths([(scores, continues)], switch_cost=1.0)
    assert labels.shape == scores.shape[:2]
    assert (labels[:, 1:] == labels[:, :-1])[:, continues[1:]].all()
    value = np.take_along_axis(scores, labels[:, :, None], axis=2).sum(axis=(1, 2))
    value -= (labels[:, 1:] != labels[:, :-1]).sum(axis=1)
    assert (value >= scores.sum(axis=1).max(axis=1) - 1e-3).all()


WINDOW = st.tuples(
    arrays.arrays(
        np.float32, st.tuples(st.integers(1, 3), st.integers(1, 9), st.just(4)), elements=st.floats(-5, 5, width=32)
    ),
    st.integers(0, 2**9 - 1),
)


@settings(deadline=None)
@given(drawn=st.lists(WINDOW, max_size=4))
def test_windows_worked_out_together_do_not_change_each_other(drawn: list[tuple[Floats, int]]) -> None:
    windows = [
        (np.log(softmax(logits)), np.array([k > 0 and bool(seed >> k & 1) for k in range(logits.shape[1])]))
        for logits, seed in drawn
    ]
    together = best_paths(windows, switch_cost=1.0)
    assert [labels.tolist() for labels in together] == [
        best_paths([window], switch_cost=1.0)[0].tolist() for window in windows
    ]


def _roles(*rows: str) -> Floats:
    """One letter for each piece: s source, q cue, c content, . none; each with probability 0.94."""
    roles = np.full((len(rows), len(rows[0]), 4), 0.02, dtype=np.float32)
    for row, letters in enumerate(rows):
        for column, letter in enumerate(letters):
            roles[row, column, ".sqc".index(letter)] = 0.94
    return roles


def _draft(tags: Floats, runs: list[Run], roles: Floats, judge: Floats, continues: Flags) -> list[Draft]:
    (drafts,) = draft_relations([(Answer(tags=tags, runs=runs, roles=roles, judge=judge), continues)])
    return drafts


def test_a_draft_has_source_cue_and_broken_content() -> None:
    (draft,) = _draft(
        _tags([0.0] * 2 + [0.9] + [0.0] * 9, [0.0] * 12),
        [(2, 3)],
        _roles("ccqss..ccccc"),
        np.array([2.0], dtype=np.float32),
        _whole_words(12),
    )
    assert draft.source == (3, 5)
    assert draft.cue == (2, 3)
    assert draft.content == ((0, 2), (7, 12))
    assert len(draft.evidence) == len(EVIDENCE)
    assert draft.evidence[EVIDENCE.index("no_source")] == 0.0


def test_without_a_source_the_draft_says_so() -> None:
    (draft,) = _draft(
        _tags([0.0, 0.9, 0.0, 0.0, 0.0], [0.0] * 5),
        [(1, 2)],
        _roles(".qccc"),
        np.array([0.0], dtype=np.float32),
        _whole_words(5),
    )
    assert draft.source is None
    assert draft.evidence[EVIDENCE.index("no_source")] == 1.0


def test_two_candidates_never_share_a_word_of_content() -> None:
    drafts = _draft(
        _tags([0.9, 0.0, 0.0, 0.0, 0.0, 0.9], [0.0] * 6),
        [(0, 1), (5, 6)],
        _roles("qccccc", ".ccccq"),
        np.array([3.0, -1.0], dtype=np.float32),
        _whole_words(6),
    )
    assert [draft.content for draft in drafts] == [((1, 6),)]


def test_a_candidate_without_content_is_no_relation() -> None:
    tags = _tags([0.9, 0.0], [0.0, 0.0])
    assert _draft(tags, [(0, 1)], _roles("q."), np.array([9.0], dtype=np.float32), _whole_words(2)) == []


def test_the_cue_word_itself_is_at_the_middle_bucket() -> None:
    assert CUE == 2
    assert SOURCE == 1
    assert distance_buckets(1, [(0, 1)]).tolist() == [[REACH]]


def test_the_tagger_speaks_against_a_role_and_never_for_none() -> None:
    tags = np.zeros((2, 7), dtype=np.float32)
    tags[0, 0], tags[1, 5] = 1.0, 1.0
    blended = blend(_roles("cc"), tags)
    assert blended.sum(axis=2).tolist() == [pytest.approx([1.0, 1.0])]
    assert blended[0, 0, CONTENT] < 0.94 < blended[0, 1, CONTENT]
