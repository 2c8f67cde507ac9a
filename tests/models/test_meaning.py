"""MeaningReader: vectors of length 1, near for one matter in other words, each read alone."""

from pathlib import Path

import numpy as np
import pytest

from headwater.errors import ModelError
from headwater.models import MeaningReader

DEAD = "nine bodies have been recovered from the river"
DIED = "nine people lost their lives"
BAKERY = "the mayor opened a bakery in the old town"


def test_one_matter_in_other_words_is_nearer_than_another_matter() -> None:
    dead, died, bakery = MeaningReader.load().vectors([DEAD, DIED, BAKERY])
    assert float(dead @ died) > 0.3 + float(dead @ bakery)


def test_vectors_have_length_one_and_do_not_depend_on_what_stands_beside_them() -> None:
    reader = MeaningReader.load()
    together = reader.vectors([DEAD, DIED, DEAD])
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-4)
    assert np.array_equal(together[0], together[2])
    assert np.array_equal(together[1], reader.vectors([DIED])[0])


@pytest.mark.parametrize("odd", ["", "\ud800", "\u200b", "x" * 5000])
def test_odd_wordings_have_a_vector_too(odd: str) -> None:
    assert np.isfinite(MeaningReader.load().vectors([odd])).all()


def test_no_wordings_no_vectors() -> None:
    assert MeaningReader.load().vectors([]).shape == (0, 384)


def test_a_folder_without_weights_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"meaning\.onnx is missing"):
        MeaningReader(tmp_path)
