"""Likeness: cosines by index, nearest pairs, the same whatever the size of the band."""

import numpy as np
import pytest

from headwater.claims import meaning
from headwater.claims.meaning import Likeness

VECTORS = np.array([[1, 0], [0.8, 0.6], [0, 1], [-1, 0]], dtype=np.float32)


def test_a_cosine_is_the_product_of_two_vectors() -> None:
    likeness = Likeness(VECTORS)
    assert likeness.of(0, 1) == likeness.of(1, 0) == 0.8
    assert likeness.of(0, 3) == -1.0


def test_each_statement_meets_its_nearest_ones_above_the_least_cosine() -> None:
    assert Likeness(VECTORS).nearest(1, 0.5) == {(0, 1), (1, 2)}
    assert Likeness(VECTORS).nearest(3, 0.7) == {(0, 1)}
    assert Likeness(VECTORS).nearest(0, 0.0) == set()
    assert Likeness(VECTORS[:0]).nearest(3, 0.0) == set()


def test_bands_of_rows_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = np.random.default_rng(7).normal(size=(40, 8)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    whole = Likeness(drawn).nearest(4, 0.2)
    monkeypatch.setattr(meaning, "_BAND", 7)
    assert Likeness(drawn).nearest(4, 0.2) == whole
    assert whole
