"""hash_words: the same words whatever their typography, offsets that point at them; shingle: runs of words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text import hash_words, shingle, shorten

SAME: dict[str, tuple[str, str]] = {
    "case": ("The Harbour", "the harbour"),
    "typography": ("he said, “don’t”", 'he said , "don\'t"'),
    "wire-tokens": ("a 6.1-magnitude quake killed 1,500", "a 6. 1 - magnitude quake killed 1, 500"),
    "accents": ("Café Élan", "cafe elan"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_equal_words_have_equal_hashes(one: str, other: str) -> None:
    assert hash_words(one).hashes.tolist() == hash_words(other).hashes.tolist()


def test_a_word_hashes_alike_wherever_it_stands() -> None:
    words = hash_words("pillar " * 50_000)
    assert len(words) == 50_000
    assert len(set(words.hashes.tolist())) == 1


def test_ideographs_are_words_one_by_one() -> None:
    assert len(hash_words("港口 關閉")) == 4


def test_one_word_longer_than_a_chunk_is_read() -> None:
    words = hash_words("a" * 700_000 + " pier")
    assert (len(words), words.hashes[1]) == (2, hash_words("pier").hashes[0])


def test_capitals_are_told() -> None:
    assert hash_words("Marta said 5 Éclairs").capital.tolist() == [True, False, False, True]


@given(text=st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_offsets_cover_exactly_the_letters_and_digits_of_the_basic_plane(text: str) -> None:
    words = hash_words(text)
    covered = {i for start, end in zip(words.starts, words.ends, strict=True) for i in range(start, end)}
    assert covered == {i for i, char in enumerate(text) if char.isalnum() and ord(char) < 0xFFFF}
    assert all(a <= b for a, b in zip(words.ends[:-1], words.starts[1:], strict=True))


@given(words=st.lists(st.sampled_from(["pier", "tide", "gale"]), max_size=30), size=st.integers(1, 6))
def test_equal_runs_have_equal_shingles_and_others_do_not(words: list[str], size: int) -> None:
    hashes = hash_words(" ".join(words)).hashes
    for values in (hashes, shorten(hashes)):
        runs = shingle(values, size).tolist()
        expected = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
        assert len(runs) == len(expected)
        assert len(set(zip(runs, expected, strict=True))) == len(set(runs)) == len(set(expected))


def test_no_words_give_no_runs() -> None:
    assert shingle(np.empty(0, np.uint64), 5).tolist() == []
