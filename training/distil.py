"""Train a smaller reader on an ensemble's lessons.

`python -m training.distil --lessons FOLDER --like RUN --run RUN --layers 0 1 3 5`. The student starts as some of a
trained reader's layers with its heads and learns to answer as the ensemble answers (training.teach). Resumes like
training.train; imports torch.
"""

import argparse
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import PAD, group_examples, moved
from training.network import ReaderNetwork, cue_means, distance_buckets, student_of
from training.teach import Lesson
from training.train import DEVICE, Recipe, averaged_network, endless, hide_pieces, jitter, run, start, with_batch

_log = logging.getLogger("training")
CANDIDATES = 24  # of about 70 in a batch of 2,048 pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonBatch:
    """B lessons padded to L pieces, and their N candidates with the window each stands in."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    tags: Tensor
    window: Tensor
    cues: Tensor
    roles: Tensor
    judge: Tensor


def load_lessons(folder: Path) -> list[list[Lesson]]:
    """Read every cut's lessons, by cut; equal names are other views of the same texts or other texts."""
    names = Lesson.__dataclass_fields__
    return [
        [Lesson(**dict(zip(names, row, strict=True))) for row in torch.load(path, weights_only=True)]
        for path in sorted(folder.glob("lessons-*.pt"))
    ]


def collate_lessons(group: Sequence[Lesson]) -> LessonBatch:
    """Pad a group of lessons into one batch."""
    count, length = len(group), max(len(lesson.ids) for lesson in group)
    ids = torch.full((count, length), PAD, dtype=torch.int64)
    features = torch.zeros((count, length, 3), dtype=torch.int64)
    mask = torch.zeros((count, length))
    tags = torch.zeros((count, length, group[0].tags.shape[1]))
    roles = torch.zeros((sum(len(lesson.cues) for lesson in group), length, group[0].roles.shape[2]))
    row = 0
    for index, lesson in enumerate(group):
        size = len(lesson.ids)
        ids[index, :size] = lesson.ids
        features[index, :size] = lesson.features
        mask[index, :size] = 1.0
        tags[index, :size] = lesson.tags
        roles[row : row + len(lesson.cues), :size] = lesson.roles
        row += len(lesson.cues)
    counts = torch.tensor([len(lesson.cues) for lesson in group])
    return LessonBatch(
        ids=ids,
        features=features,
        mask=mask,
        tags=tags,
        window=torch.arange(count).repeat_interleave(counts),
        cues=torch.cat([lesson.cues for lesson in group]).to(torch.int64),
        roles=roles,
        judge=torch.cat([lesson.judge for lesson in group]),
    )


def lesson_losses(network: ReaderNetwork, group: list[Lesson]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the tag, link and judge losses of one batch against the ensemble's probabilities, and no biaffine loss."""
    batch = moved(collate_lessons(group), network.device)
    states, tag_logits = network.tag(hide_pieces(batch.ids), batch.features, batch.mask)
    tag_loss = -(batch.tags * torch.log_softmax(tag_logits, dim=-1)).sum() / batch.tags.sum()
    zero = tag_loss * 0.0
    if not len(batch.window):
        return tag_loss, zero, zero, zero
    # The linker knows its work already; all candidates of every batch would double the time.
    most = max(1, round(CANDIDATES * batch.ids.numel() / Recipe().batch_pieces))
    chosen = torch.randperm(len(batch.window), device=network.device)[:most]
    window, cues, roles, judge = (
        batch.window[chosen],
        jitter(batch.cues[chosen]),
        batch.roles[chosen],
        batch.judge[chosen],
    )
    cue = cue_means(states, window, cues[:, 0], cues[:, 1])
    buckets = distance_buckets(states.shape[1], cues[:, 0], cues[:, 1])
    role_logits, judged = network.conditional(states, window, cue, buckets, batch.mask[window])
    judge_loss = functional.binary_cross_entropy_with_logits(judged.float(), judge)
    # What a doubtful candidate would take matters as much as the candidate is likely.
    each = -(roles * torch.log_softmax(role_logits.float(), dim=-1)).sum(dim=(1, 2))
    link_loss = (each * judge).sum() / (64.0 * judge.sum().clamp(min=1.0))
    return tag_loss, link_loss, judge_loss, zero


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lessons", type=Path, required=True, help="folder of lessons-CUT-PART.pt")
    parser.add_argument("--like", type=Path, required=True, help="run whose network the student starts from")
    parser.add_argument("--layers", type=int, nargs="+", required=True, help="which of its layers are kept")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoint and curve")
    parser.add_argument("--pieces", type=float, default=8e6, help="pieces to see")
    parser.add_argument("--batch", type=int, default=Recipe().batch_pieces, help="pieces in a batch")
    parser.add_argument("--seconds", type=float, default=inf, help="be done by then")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default=DEVICE, help="cpu or cuda")
    options = parser.parse_args()
    recipe = Recipe(seed=options.seed, layers=len(options.layers), encoder_rate=2e-4, head_rate=4e-4)
    recipe = with_batch(recipe, options.batch)
    torch.manual_seed(recipe.seed)
    network = student_of(averaged_network(options.like / "checkpoint.pt"), options.layers).to(options.device)
    network.biaffine.requires_grad_(requires_grad=False)
    trainer = start(recipe, network, options.run, threads=options.threads)
    cuts = load_lessons(options.lessons)
    _log.info("%d lessons, %.0f pieces to see", sum(map(len, cuts)), options.pieces)
    pool = [lesson for cut in cuts for lesson in cut]

    def epoch_groups(rng: random.Random) -> list[list[Lesson]]:
        return group_examples(pool, tokens=recipe.batch_pieces, rng=rng)

    groups = endless(epoch_groups, recipe.seed, skip=trainer.steps)
    run(trainer, groups, lesson_losses, options.pieces, options.run, seconds=options.seconds)


if __name__ == "__main__":
    main()
