"""The comparison of statements: its loss pulls matters together, weights move part of the way, pairs are ordered."""

import random

import numpy as np
import pytest
from tokenizers import Tokenizer
from training.matters import Told

from headwater.models.reader import WEIGHTS

torch = pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("safetensors", reason="needs the train extra")

from training.export_meaning import MeaningGraph  # noqa: E402 - after torch is known to be there
from training.meaning import Recipe, average_precision, contrast, moved_part_way, sample, train, vectors  # noqa: E402
from training.network import Encoder  # noqa: E402

STATED = [
    ("a", "nine people died in the flood"),
    ("a", "the flood killed nine"),
    ("b", "the bridge will be closed until March"),
    ("b", "no traffic may cross before spring"),
]
TOLD = [Told(text=words, start=0, end=len(words), matter=matter) for matter, words in STATED]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    found.no_padding()
    return found


@pytest.fixture
def encoder() -> Encoder:
    torch.manual_seed(3)
    encoder = Encoder(1)
    encoder.eval()
    return encoder


def test_training_brings_statements_of_one_matter_nearer(tokenizer: Tokenizer, encoder: Encoder) -> None:
    def loss() -> float:
        with torch.no_grad():
            found = contrast(vectors(encoder, tokenizer, TOLD), [one.matter for one in TOLD], 1 / 14)
        assert found is not None
        return float(found)

    before = loss()
    train(encoder, tokenizer, [(TOLD, 1.0)], Recipe(epochs=60, warm_up=5, rate=1e-3))
    assert loss() < 0.5 * before


def test_without_two_statements_of_a_matter_there_is_nothing_to_learn(tokenizer: Tokenizer, encoder: Encoder) -> None:
    with torch.no_grad():
        assert contrast(vectors(encoder, tokenizer, TOLD[1:3]), ["a", "b"], 1 / 14) is None


def test_the_exported_graph_reads_a_statement_as_training_does(tokenizer: Tokenizer, encoder: Encoder) -> None:
    with torch.no_grad():
        wanted = vectors(encoder, tokenizer, TOLD)
        pieces = [tokenizer.encode(one.words, add_special_tokens=False).ids for one in TOLD]
        got = [MeaningGraph(encoder)(torch.tensor([[101, *own, 102]])) for own in pieces]
    assert torch.allclose(torch.stack(got), wanted, atol=1e-4)


def test_weights_move_part_of_the_way() -> None:
    before, after = {"w": torch.zeros(2)}, {"w": torch.ones(2)}
    assert torch.equal(moved_part_way(before, after, 0.0)["w"], before["w"])
    assert torch.allclose(moved_part_way(before, after, 0.25)["w"], torch.full((2,), 0.25))
    assert torch.equal(moved_part_way(before, after, 1.0)["w"], after["w"])


def test_average_precision_is_one_for_a_perfect_order_and_the_share_of_pairs_for_a_random_one() -> None:
    matters = ["a", "a", "b", "b", "c", "c"]
    perfect = np.array([[float(x == y) for x in matters] for y in matters], dtype=np.float32)
    assert average_precision(perfect, matters) == 1.0
    rng = random.Random(1)  # noqa: S311 - no secret
    many = [rng.choice("abcdefghij") for _ in range(200)]
    drawn = np.random.default_rng(1).random((200, 200), dtype=np.float32)
    assert 0.07 < average_precision(drawn, many) < 0.14


def test_statements_that_are_alone_are_drawn_last() -> None:
    told = [Told(text="ab", start=0, end=1, matter=matter) for matter in ("x", "y", "x", "z", "w")]
    drawn = [one.matter for one in sample(told, 3, random.Random(1))]  # noqa: S311 - shuffling
    assert drawn[:2] == ["x", "x"]
    assert len(drawn) == 3
