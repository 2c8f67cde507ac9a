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
from training.meaning import (  # noqa: E402
    Answers,
    Recipe,
    Studied,
    contrast,
    labelled,
    marked,
    moved_part_way,
    order_precision,
    sample,
    train,
)
from training.network import Encoder  # noqa: E402
from training.shown import show, vectors  # noqa: E402

STATED = [
    ("a", "nine people died in the flood"),
    ("a", "the flood killed nine"),
    ("b", "the bridge will be closed until March"),
    ("b", "no traffic may cross before spring"),
]
TOLD = [
    Told(text=f"Officials said {words} on Monday.", start=15, end=15 + len(words), matter=matter)
    for matter, words in STATED
]


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


@pytest.fixture
def studied(tokenizer: Tokenizer) -> Studied:
    return labelled(TOLD, tokenizer, 1.0)


def test_training_brings_statements_of_one_matter_nearer(studied: Studied, encoder: Encoder) -> None:
    def loss() -> float:
        with torch.no_grad():
            found = contrast(vectors(encoder, studied.shown, context=True), torch.from_numpy(studied.same), 1 / 14)
        assert found is not None
        return float(found)

    before = loss()
    train(encoder, [studied], Recipe(epochs=60, warm_up=5, rate=1e-3), context=True)
    assert loss() < 0.5 * before


def test_without_two_statements_of_a_matter_there_is_nothing_to_learn(studied: Studied, encoder: Encoder) -> None:
    with torch.no_grad():
        assert contrast(vectors(encoder, studied.shown[1:3], context=False), torch.zeros(2, 2), 1 / 14) is None


def test_the_exported_graph_reads_a_statement_as_training_does(studied: Studied, encoder: Encoder) -> None:
    with torch.no_grad():
        wanted = vectors(encoder, studied.shown, context=True)
        got = [
            MeaningGraph(encoder)(
                torch.tensor([[101, *one.ids.tolist(), 102]]), torch.tensor([[0, *one.inside.tolist(), 0]]).long()
            )
            for one in studied.shown
        ]
    assert torch.allclose(torch.stack(got), wanted, atol=1e-4)


def test_a_statement_alone_is_read_without_its_sentence(tokenizer: Tokenizer, encoder: Encoder) -> None:
    words = STATED[0][1]
    bare = show(Told(text=words, start=0, end=len(words), matter="a"), tokenizer)
    with torch.no_grad():
        both = vectors(encoder, [show(TOLD[0], tokenizer), bare], context=False)
    assert torch.allclose(both[0], both[1], atol=1e-5)


def test_answers_of_several_are_averaged_and_pairs_without_one_are_different(tokenizer: Tokenizer) -> None:
    pairs = np.array([[0, 1]], dtype=np.int32)
    answers: list[Answers] = [
        {"s.pairs": pairs, "s.odds": np.array([odds], dtype=np.float16)} for odds in (30.0, -30.0)
    ]
    same = marked(TOLD, tokenizer, "s", answers, 1.0).same
    assert same[0, 1] == same[1, 0] == pytest.approx(0.5)
    assert float(same.sum()) == pytest.approx(1.0)


def test_weights_move_part_of_the_way() -> None:
    before, after = {"w": torch.zeros(2)}, {"w": torch.ones(2)}
    assert torch.equal(moved_part_way(before, after, 0.0)["w"], before["w"])
    assert torch.allclose(moved_part_way(before, after, 0.25)["w"], torch.full((2,), 0.25))
    assert torch.equal(moved_part_way(before, after, 1.0)["w"], after["w"])


def test_average_precision_is_one_for_a_perfect_order_and_the_share_of_pairs_for_a_random_one() -> None:
    matters = np.array(["a", "a", "b", "b", "c", "c"])
    matched = matters[:, None] == matters[None, :]
    assert order_precision(matched.astype(np.float32), matched) == 1.0
    rng = random.Random(1)  # noqa: S311 - no secret
    many = np.array([rng.choice("abcdefghij") for _ in range(200)])
    drawn = np.random.default_rng(1).random((200, 200), dtype=np.float32)
    assert 0.07 < order_precision(drawn, many[:, None] == many[None, :]) < 0.14


def test_statements_that_are_alone_are_drawn_last() -> None:
    same = np.zeros((5, 5), dtype=np.float32)
    same[0, 2] = same[2, 0] = 1.0
    drawn = sample(same, 3, random.Random(1))  # noqa: S311 - shuffling
    assert set(drawn[:2]) == {0, 2}
    assert len(drawn) == 3
