"""Training examples: labels on the right pieces, every relation in one window, the same batches for the same seed."""

import random

import numpy as np
import pytest
from tokenizers import Tokenizer
from training.polnear import Article, GoldRelation, Reading

from headwater.models.reader import WEIGHTS
from headwater.models.windows import split_pieces

torch = pytest.importorskip("torch", reason="needs the train extra")

from training.network import ROLES, TAGS  # noqa: E402

from training import examples as ex  # noqa: E402 - after torch is known to be there

TEXT = "“No,” said Ada Holm, “not now.”\n\nIt emerged that she left."
READING = Reading(
    annotator="a",
    relations=(
        GoldRelation(source=((11, 19),), cue=((6, 10),), content=((0, 5), (21, 31))),
        GoldRelation(source=(), cue=((36, 43),), content=((44, 57),)),
    ),
    discarded=(),
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def test_every_relation_has_its_roles_in_the_window_of_its_cue(tokenizer: Tokenizer) -> None:
    pieces = split_pieces(TEXT, tokenizer)
    (example,) = ex.window_examples(pieces, READING, size=60)
    assert len(example.ids) == len(example.tags) == len(pieces.ids) + 2
    first, second = example.roles
    assert (first == ROLES.index("content")).sum() == 9
    assert (first == ROLES.index("source")).sum() == 2
    begin, end = example.cues[1]
    assert TEXT[pieces.start[begin - 1] : pieces.end[end - 2]] == "emerged"
    assert (second == ROLES.index("source")).sum() == 0
    assert (example.tags == TAGS.index("B-content")).sum() == 3


def test_windows_share_out_the_relations(tokenizer: Tokenizer) -> None:
    pieces = split_pieces(TEXT, tokenizer)
    found = ex.window_examples(pieces, READING, size=15)
    assert [len(example.cues) for example in found] == [1, 1]


def test_discarded_words_teach_nothing(tokenizer: Tokenizer) -> None:
    reading = Reading(annotator="a", relations=READING.relations, discarded=((33, 58),))
    (example,) = ex.window_examples(split_pieces(TEXT, tokenizer), reading, size=60)
    assert len(example.cues) == 1
    assert (example.tags[-7:] == ex.IGNORED).all()


def test_the_same_seed_gives_the_same_batches(tokenizer: Tokenizer) -> None:
    article = Article(name="x", text="\n\n".join([TEXT] * 30), readings=(READING,))
    pieces = ex.split_articles([article], tokenizer)

    def draw(seed: int) -> list[list[list[int]]]:
        rng = random.Random(seed)  # noqa: S311 - shuffling, no secret
        found = ex.epoch_examples([article], pieces, rng=rng, sizes=(20, 60))
        return [[example.ids.tolist() for example in group] for group in ex.group_examples(found, tokens=200, rng=rng)]

    assert draw(1) == draw(1)
    batch = ex.collate(ex.window_examples(pieces[0], READING, size=40))
    assert batch.mask.sum().item() == (batch.ids != ex.PAD).sum().item()
    assert np.array_equal(batch.window.numpy(), np.sort(batch.window.numpy()))
