"""The table of bounds: each word once, each interval as docs/method.md has it."""

import pytest

from headwater.annotation.bounds import ALONE, TABLE, apply_bound, bound_after, bound_before


def test_no_words_stand_twice_for_one_place() -> None:
    seen = [(words, row.place) for row in TABLE for words in row.words.split("|")]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("about", (90.0, 110.0)),
        ("nearly", (90.0, 100.0)),
        ("just over", (100.0, 110.0)),
        ("at least", (100.0, None)),
        ("up to", (0.0, 100.0)),
    ],
)
def test_a_bound_widens_a_hundred_to(words: str, interval: tuple[float | None, float | None]) -> None:
    row = bound_before(words)
    assert row is not None
    assert apply_bound(row, 100.0, 100.0) == interval


def test_vague_words_have_their_rows() -> None:
    assert {word: (row.lower, row.upper) for word, row in ALONE.items() if word in {"dozens", "scores", "handful"}} == {
        "handful": (3, 9),
        "dozens": (24, 99),
        "scores": (40, 99),
    }
    assert bound_after("or more") is not None
