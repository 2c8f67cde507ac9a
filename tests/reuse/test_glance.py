"""A glance never counts fewer agreeing words than there are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.reuse.glance import Glance

_VOCABULARY = np.array([7, 1 << 24, 5 << 24, 0xFFFFFFFF, 0x80000000], np.uint32)


def _agreeing(hashes: np.ndarray, left: int, right: int, first: int, words: int) -> int:
    def at(place: int) -> int:
        return int(hashes[min(max(place, 0), len(hashes) - 1)])

    return max(sum(at(left + first + k) == at(right + first + k + shift) for k in range(words)) for shift in (-1, 0, 1))


@given(
    numbers=st.lists(st.integers(0, 4), min_size=1, max_size=60),
    words=st.integers(1, 8),
    first=st.sampled_from([-6, 0, 5]),
    data=st.data(),
)
def test_it_bounds_the_agreeing_words_from_above(
    numbers: list[int], words: int, first: int, data: st.DataObject
) -> None:
    hashes = _VOCABULARY[numbers]
    left, right = (data.draw(st.integers(0, len(hashes) - 1)) for _ in "lr")
    seen = Glance(hashes).most(np.array([left]), np.array([right]), first=first, words=words)
    assert words >= seen[0] >= _agreeing(hashes, left, right, first, words)


def test_words_that_differ_in_their_first_bits_are_told_apart() -> None:
    hashes = (np.arange(1, 41, dtype=np.uint32)) << np.uint32(24)
    assert Glance(hashes).most(np.array([10]), np.array([30]), first=0, words=8)[0] == 0
    assert Glance(hashes).most(np.array([10]), np.array([10]), first=0, words=8)[0] == 8
    assert Glance(hashes).most(np.array([10]), np.array([11]), first=0, words=8)[0] == 8  # shifted by one
