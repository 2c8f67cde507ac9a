"""Two statements read together: how pairs are shown, chosen, learnt and scored."""

import random

import numpy as np
import pytest
from training.matters import Told

from headwater.models.reader import WEIGHTS
from headwater.models.windows import load_tokenizer

torch = pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("safetensors", reason="needs the train extra")

from training.crossed import (  # noqa: E402 - after torch is known to be there
    Crossed,
    Recipe,
    Set,
    average_precision,
    batches,
    collate,
    make_set,
    near_pairs,
    score,
    train,
    training_pairs,
)
from training.network import Encoder  # noqa: E402
from training.shown import show  # noqa: E402

TOKENIZER = load_tokenizer(WEIGHTS / "tokenizer.json")
WORDS = [("a", "nine died"), ("a", "the flood killed nine"), ("b", "the bridge is closed"), ("c", "rain fell")]


def told(matter: str, words: str) -> Told:
    text = f"It was late. Officials said {words} on Monday. Nothing more."
    start = text.index(words)
    return Told(text=text, start=start, end=start + len(words), matter=matter)


@pytest.fixture(scope="module")
def some() -> Set:
    torch.manual_seed(3)
    return make_set("flood", [told(*one) for one in WORDS], Encoder(1).eval(), TOKENIZER, real=True)


def test_a_statement_is_shown_in_its_own_sentence_only() -> None:
    shown = show(told(*WORDS[1]), TOKENIZER)
    assert TOKENIZER.decode(shown.ids.tolist()) == "officials said the flood killed nine on monday."
    assert TOKENIZER.decode(shown.ids[shown.inside].tolist()) == "the flood killed nine"


def test_a_pair_has_the_marks_of_both_statements(some: Set) -> None:
    ids, marks = collate([(some.shown[0], some.shown[1])])
    row, kinds = ids[0].numpy(), marks[0].numpy()
    assert TOKENIZER.decode(row[kinds == 1].tolist()) == "nine died"
    assert TOKENIZER.decode(row[kinds == 3].tolist()) == "the flood killed nine"
    assert set(kinds[row == 102]) == {0}


def test_every_pair_is_in_exactly_one_batch(some: Set) -> None:
    pairs = [(a, b) for a in range(4) for b in range(a)]
    found = [k for group in batches(pairs, some.shown, 60, random.Random(1)) for k in group]  # noqa: S311 - shuffling
    assert sorted(found) == list(range(len(pairs)))


def test_near_pairs_are_the_nearest_of_each() -> None:
    vectors = np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.1, 0.9]], dtype=np.float32)
    assert near_pairs(vectors, 1, 0, random.Random(1)) == {(0, 1), (2, 3)}  # noqa: S311 - no secret


def test_all_pairs_of_one_matter_are_learnt_from(some: Set) -> None:
    recipe = Recipe(near=1, far=0)
    assert (0, 1) in training_pairs(some.told, some.vectors, recipe, random.Random(1))  # noqa: S311 - no secret


def test_training_tells_one_matter_from_another(some: Set) -> None:
    torch.manual_seed(3)
    model = Crossed(Encoder(1))
    pairs = [(0, 1), (0, 2), (1, 3), (2, 3)]
    recipe = Recipe(epochs=150, rate=1e-3, head_rate=1e-3, near=3, far=0, batch_pieces=400)
    train(model, [some], recipe, seconds=60.0)
    odds = score(model, some.shown, pairs)
    assert odds[0] > max(odds[1:])
    assert np.allclose(odds, score(model, some.shown, [(b, a) for a, b in pairs]), atol=0.2)


def test_pairs_that_were_not_scored_lower_the_average_precision() -> None:
    odds, same = np.array([2.0, 1.0, 0.0], dtype=np.float32), np.array([True, True, False])
    assert average_precision(odds, same, 0) == 1.0
    assert average_precision(odds, same, 2) == 0.5
