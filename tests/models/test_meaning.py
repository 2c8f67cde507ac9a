"""MeaningReader: vectors of length 1, near for one matter in other words, each read in its own sentence only."""

from pathlib import Path

import numpy as np
import pytest

from headwater.errors import ModelError
from headwater.models import MeaningReader
from headwater.models.meaning import WIDTH, Placed, cut_around
from headwater.models.reader import WEIGHTS
from headwater.models.windows import load_tokenizer


def alone(words: str) -> Placed:
    return words, 0, len(words)


def inside(sentence: str, words: str) -> Placed:
    start = sentence.index(words)
    return sentence, start, start + len(words)


DEAD = alone("nine bodies have been recovered from the river")
DIED = alone("nine people lost their lives")
BAKERY = alone("the mayor opened a bakery in the old town")


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
    assert np.isfinite(MeaningReader.load().vectors([alone(odd)])).all()


def test_a_sentence_says_what_its_words_mean() -> None:
    ferry = inside("The ferry Astrid ran aground off Velm, and it was towed to port.", "it was towed to port")
    trawler = inside("The trawler Odo lost its engine, and it was towed to port.", "it was towed to port")
    named = alone("the ferry Astrid was brought in by a tug")
    of_ferry, of_trawler, wanted = MeaningReader.load().vectors([ferry, trawler, named])
    assert float(of_ferry @ wanted) > float(of_trawler @ wanted)


def test_so_many_pieces_are_shown_around_a_wording_however_long_its_sentence() -> None:
    tokenizer = load_tokenizer(WEIGHTS / "tokenizer.json")
    sentence = "the pump was old " * 400 + "nine people lost their lives " + "in the night " * 400
    ids, own = cut_around(inside(sentence, "nine people lost their lives"), tokenizer)
    assert tokenizer.decode([int(k) for k in ids[own]]) == "nine people lost their lives"
    assert len(ids) == 28 + 5 + 20


def test_no_wordings_no_vectors() -> None:
    assert MeaningReader.load().vectors([]).shape == (0, WIDTH)


def test_a_folder_without_weights_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"meaning\.onnx is missing"):
        MeaningReader(tmp_path)
