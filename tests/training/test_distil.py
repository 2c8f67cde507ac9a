"""Lessons and students: answers reach the right pieces, a student starts as its teacher, exported weights come back."""

import random
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from training.polnear import GoldRelation, Reading

from headwater.models.reader import WEIGHTS
from headwater.models.session import Session
from headwater.models.windows import pack_windows, split_pieces

torch = pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("onnx", reason="needs the train extra")

from training.distil import collate_lessons, lesson_losses  # noqa: E402 - after torch is known to be there
from training.ensemble import Ensemble  # noqa: E402
from training.examples import window_examples  # noqa: E402
from training.export import export  # noqa: E402
from training.network import Dropout, ReaderNetwork, student_of  # noqa: E402
from training.restore import restore  # noqa: E402
from training.teach import GOLD_SHARE, NOTHING, Teachers, cut_texts, lessons, make_lesson, other_marks  # noqa: E402

TEXT = "“We found cracks,” Ada Holm told reporters.\n\nThe port said that it would close."
READING = Reading(
    annotator="a",
    relations=(GoldRelation(source=((19, 27),), cue=((28, 32),), content=((0, 18),)),),
    discarded=(),
)


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


@pytest.fixture(scope="module")
def ensemble() -> Ensemble:
    return Ensemble([WEIGHTS, WEIGHTS], threads=1)


@pytest.fixture(scope="module")
def teachers() -> Teachers:
    return Teachers([restore(WEIGHTS)])


def test_an_ensemble_of_one_reader_twice_answers_like_that_reader(tokenizer: Tokenizer, ensemble: Ensemble) -> None:
    pieces = split_pieces(TEXT, tokenizer)
    (window,) = pack_windows(pieces, size=254, overlap=64)
    alone, together = Session(WEIGHTS, threads=1).ask(pieces, window), ensemble.ask(pieces, window)
    assert together.runs == alone.runs
    assert np.allclose(together.tags, alone.tags, atol=1e-6)
    assert np.allclose(together.roles, alone.roles, atol=1e-6)
    assert np.allclose(together.judge, alone.judge, atol=1e-3)


def test_teachers_answer_a_batch_as_they_answer_each_window(tokenizer: Tokenizer, teachers: Teachers) -> None:
    group = list(cut_texts([(TEXT, None), (TEXT[:40], None)], tokenizer, rng=drawn(1)))
    together = teachers.ask(group)
    for one, answer in zip(group, together, strict=True):
        (alone,) = teachers.ask([one])
        assert answer.runs == alone.runs
        assert np.allclose(answer.tags, alone.tags, atol=0.03)  # 16-bit floats round by the shape of the batch
        assert np.allclose(answer.roles, alone.roles, atol=0.05)
    exported = Session(WEIGHTS, threads=1).ask(group[0].pieces, group[0].window)
    assert together[0].runs == exported.runs
    assert np.allclose(together[0].tags, exported.tags, atol=0.1)


def test_a_lesson_of_an_annotated_window_is_half_mark_and_half_answer(tokenizer: Tokenizer, teachers: Teachers) -> None:
    (lesson,) = lessons([(TEXT, READING)], teachers, tokenizer, rng=drawn(1))
    pieces = split_pieces(TEXT, tokenizer)
    assert len(lesson.ids) == len(pieces.ids) + 2
    assert lesson.tags[0].sum() == 0  # [CLS] teaches nothing
    sums = lesson.tags[1:-1].float().sum(-1)
    assert torch.allclose(sums, torch.ones_like(sums), atol=0.01)
    begin = int(np.searchsorted(pieces.start, 28)) + 1
    assert lesson.tags[begin, 3] >= GOLD_SHARE  # "told" begins a cue, the annotator says
    assert [begin, begin + 1] in lesson.cues.tolist()
    assert float(lesson.judge[-1]) == 1.0


def test_a_student_with_all_layers_is_its_teacher(tokenizer: Tokenizer, teachers: Teachers) -> None:
    torch.manual_seed(5)
    teacher = ReaderNetwork(3).eval()
    (lesson,) = lessons([(TEXT, None)], teachers, tokenizer, rng=drawn(1))
    batch = collate_lessons([lesson])
    with torch.no_grad():
        wanted, _ = teacher.tag(batch.ids, batch.features, batch.mask)
        got, _ = student_of(teacher, [0, 1, 2]).eval().tag(batch.ids, batch.features, batch.mask)
        fewer, _ = student_of(teacher, [0, 2]).eval().tag(batch.ids, batch.features, batch.mask)
    assert torch.equal(got, wanted)
    assert not torch.allclose(fewer, wanted, atol=1e-3)


def test_studying_one_lesson_makes_its_losses_fall(tokenizer: Tokenizer, teachers: Teachers) -> None:
    torch.manual_seed(5)
    network = ReaderNetwork(1).train()
    group = list(lessons([(TEXT, READING)], teachers, tokenizer, rng=drawn(1)))
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3)
    seen = []
    for _ in range(12):
        loss = torch.stack(list(lesson_losses(network, group))).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        seen.append(float(loss.detach()))
    assert seen[-1] < 0.7 * seen[0]


@pytest.mark.filterwarnings("ignore")  # the exporter that writes plain graphs calls itself old and unsure
def test_exported_weights_come_back_within_their_rounding(tmp_path: Path) -> None:
    torch.manual_seed(5)
    network = ReaderNetwork(2).eval()
    with torch.no_grad():  # equal untrained weights would be exported as one
        for parameter in network.parameters():
            parameter.add_(0.02 * torch.randn_like(parameter))
    export(network, tmp_path, quantised=True)
    ids, features = torch.randint(1000, 2000, (1, 25)), torch.zeros(1, 25, 3, dtype=torch.int64)
    back = restore(tmp_path)
    with torch.no_grad():
        wanted, _ = network.tag(ids, features, torch.ones(1, 25))
        got, _ = back.tag(ids, features, torch.ones(1, 25))
    assert len(back.encoder.blocks) == 2
    assert float((got - wanted).abs().mean()) < 0.05
    assert all(
        torch.equal(value, back.state_dict()[name])
        for name, value in network.state_dict().items()
        if name.startswith(("conditional.blocks", "conditional.judge", "encoder.norm"))
    )


@pytest.mark.parametrize("seed", range(12))
def test_other_marks_move_no_offset_and_change_marks_only(seed: int) -> None:
    other = other_marks(TEXT, drawn(seed))
    assert len(other) == len(TEXT)
    assert all(a == b or (a in "“”" and b in '‘’"') for a, b in zip(TEXT, other, strict=True))


def test_dropout_zeroes_its_share_and_keeps_the_mean() -> None:
    torch.manual_seed(1)
    states = torch.ones(400, 384)
    dropped = Dropout(0.1).train()(states)
    assert 0.09 < float((dropped == 0).float().mean()) < 0.11
    assert 0.99 < float(dropped.mean()) < 1.01
    assert torch.equal(Dropout(0.1).eval()(states), states)


def test_make_lesson_leaves_unlabelled_answers_as_they_are(tokenizer: Tokenizer, ensemble: Ensemble) -> None:
    pieces = split_pieces(TEXT, tokenizer)
    (window,) = pack_windows(pieces, size=254, overlap=64)

    answer = ensemble.ask(pieces, window)
    (example,) = window_examples(pieces, NOTHING, size=254)
    lesson = make_lesson(example, answer, annotated=False)
    assert len(lesson.cues) == len(answer.runs)
    assert np.allclose(lesson.roles[:, 1:-1].float().numpy(), answer.roles, atol=1e-3)
