"""align_words: local alignments of word hashes; blocks hold equal words and ascend on both sides."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text import Alignment, align_words, common_words, hash_words, measure_blocks

STORY = "the harbour of osterby will stay closed until friday because two of its nine pillars have cracked".split()


def align(left: list[str], right: list[str], bits: float = 10.0, least: float = 40.0) -> tuple[Alignment, ...]:
    ours, theirs = hash_words(" ".join(left)).hashes, hash_words(" ".join(right)).hashes
    return align_words(ours, theirs, np.full(len(ours), bits), least_bits=least)


EDITED: dict[str, tuple[list[str], int]] = {
    "verbatim": (STORY, 17),
    "substitution": ([*STORY[:6], "shut", *STORY[7:]], 16),
    "insertion": ([*STORY[:6], "firmly", *STORY[6:]], 17),
    "deletion": ([*STORY[:6], *STORY[7:]], 16),
    "edge-substitution": ([STORY[0], "port", *STORY[2:]], 16),
    "two-apart": ([*STORY[:4], "may", *STORY[5:12], "the", *STORY[13:]], 15),
}


@pytest.mark.parametrize(("right", "equal"), EDITED.values(), ids=EDITED)
def test_an_edited_passage_is_one_alignment(right: list[str], equal: int) -> None:
    (found,) = align(["before", *STORY, "after"], ["elsewhere", "other", *right, "different"])
    assert found.words == equal
    assert found.left == (1, 1 + len(STORY))


def test_passages_far_apart_are_two_alignments() -> None:
    filler = [f"filler{n}" for n in range(30)]
    found = align([*STORY[:8], *filler, *STORY[8:]], STORY)
    assert [a.right for a in found] == [(0, 8), (8, 17)]


def test_a_passage_may_move() -> None:
    found = align(STORY[:9] + STORY[9:], STORY[9:] + STORY[:9])
    assert sorted(a.left for a in found) == [(0, 9), (9, 17)]


def test_what_weighs_too_little_is_left_out() -> None:
    assert align(STORY, STORY, bits=1.0) == ()


def test_texts_of_one_repeated_word_do_not_explode() -> None:
    found = align(["tide"] * 3000, ["tide"] * 3000)
    assert found
    assert sum(a.words for a in found) <= 3000


def test_gaps_lower_the_bits() -> None:
    bits = np.full(20, 5.0)
    assert measure_blocks([(0, 0, 5), (6, 6, 5)], bits).bits < measure_blocks([(0, 0, 5), (5, 6, 5)], bits).bits + 1
    assert measure_blocks([(0, 0, 5)], bits).bits == 25.0


WORDS = st.lists(st.sampled_from("pier tide gale mast rope keel sail crew dock buoy".split()), max_size=60)


@given(left=WORDS, right=WORDS)
def test_blocks_hold_equal_words_and_no_word_is_used_twice(left: list[str], right: list[str]) -> None:
    used_left: set[int] = set()
    used_right: set[int] = set()
    for found in align(left, right, least=20.0):
        places = [(i + k, j + k) for i, j, n in found.blocks for k in range(n)]
        assert all(left[i] == right[j] for i, j in places)
        assert places == sorted(places)
        assert len({j for _, j in places}) == len(places)
        ours, theirs = set(range(*found.left)), set(range(*found.right))
        assert not ours & used_left
        assert not theirs & used_right
        used_left |= ours
        used_right |= theirs


@given(left=WORDS, right=WORDS)
def test_common_words_are_a_common_subsequence(left: list[str], right: list[str]) -> None:
    numbers = {word: number for number, word in enumerate(sorted(set(left + right)))}
    ours, theirs = [numbers[w] for w in left], [numbers[w] for w in right]
    places = [(i + k, j + k) for i, j, n in common_words(ours, theirs) for k in range(n)]
    assert all(ours[i] == theirs[j] for i, j in places)
    assert places == sorted(set(places))
