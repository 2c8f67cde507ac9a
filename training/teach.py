"""Write down what an ensemble says about every window of many texts: the lessons a smaller network learns from.

`python -m training.teach --data POLNEAR --unlabelled FILE.jsonl --out FOLDER --cut 1 RUN...`. Annotated windows keep
their gold marks beside the ensemble's answer; unlabelled news (one object a line, its `text`) has the answer alone.
Lessons lie in OUT/lessons-CUT-PART.pt; another cut has other window sizes and another choice of annotators.
"""

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from headwater.models.decoding import Answer, Floats, cue_candidates
from headwater.models.windows import Pieces, Window, load_tokenizer, pack_windows, split_pieces
from training.examples import CLS, IGNORED, OVERLAP, PAD, SEP, Example, window_examples
from training.network import ROLES, TAGS, ReaderNetwork, cue_means, distance_buckets
from training.polnear import Reading, load_articles
from training.train import DEVICE, Recipe, averaged_network, halves

_log = logging.getLogger("training")
NOTHING = Reading(annotator="", relations=(), discarded=())
# How much of an annotated window's target is what its annotator marked; the rest is the ensemble's answer. Two
# annotators agree on two relations of three, so that neither is all of it.
GOLD_SHARE = 0.5
BRITISH, STRAIGHT = 0.25, 0.1  # shares of texts shown with other quotation marks
BATCH = 16  # windows
CHARS_A_PIECE = 4.6  # in the training articles; for the log only


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One window of L pieces, special tokens included, with N candidate cues and what to say about them.

    Attributes:
        ids: Vocabulary indices, (L,) int32.
        features: Case, quote and place, (L, 3) int8.
        tags: Tag probabilities, (L, 7) float16; rows of zeros teach nothing.
        cues: Begin and end of each candidate, (N, 2) int32.
        roles: Role probabilities, (N, L, 4) float16.
        judge: Chance that the candidate makes a relation, (N,) float32.
    """

    ids: torch.Tensor
    features: torch.Tensor
    tags: torch.Tensor
    cues: torch.Tensor
    roles: torch.Tensor
    judge: torch.Tensor


def make_lesson(example: Example, answer: Answer, *, annotated: bool) -> Lesson:
    """Join what is marked in a window of L pieces with what the ensemble answered about its L - 2 own pieces."""
    length = len(example.ids)
    tags = np.zeros((length, len(TAGS)), dtype=np.float32)
    tags[1:-1] = answer.tags
    cues = np.array([(begin + 1, end + 1) for begin, end in answer.runs], dtype=np.int64).reshape(-1, 2)
    roles = np.zeros((len(cues), length, len(ROLES)), dtype=np.float32)
    roles[:, :, 0] = 1.0
    roles[:, 1:-1] = answer.roles
    judge = 1.0 / (1.0 + np.exp(-answer.judge.astype(np.float64)))
    if annotated:
        known = example.tags != IGNORED
        marked = np.eye(len(TAGS), dtype=np.float32)[np.where(known, example.tags, 0)]
        tags = np.where(known[:, None], GOLD_SHARE * marked + (1.0 - GOLD_SHARE) * tags, 0.0)
        is_cue = np.pad(np.isin(example.tags, [TAGS.index("B-cue"), TAGS.index("I-cue")]).cumsum(), (1, 0))
        meets = is_cue[cues[:, 1]] > is_cue[cues[:, 0]]
        judge = np.where(meets, judge, (1.0 - GOLD_SHARE) * judge)
        cues = np.concatenate([cues, example.cues])
        roles = np.concatenate([roles, np.eye(len(ROLES), dtype=np.float32)[example.roles]])
        judge = np.concatenate([judge, np.ones(len(example.cues))])
    return Lesson(
        ids=torch.from_numpy(example.ids.astype(np.int32)),
        features=torch.from_numpy(example.features.astype(np.int8)),
        tags=torch.from_numpy(tags.astype(np.float16)),
        cues=torch.from_numpy(cues.astype(np.int32)),
        roles=torch.from_numpy(roles.astype(np.float16)),
        judge=torch.from_numpy(judge.astype(np.float32)),
    )


def other_marks(text: str, rng: random.Random) -> str:
    """Give a text another house's quotation marks, or leave it; offsets stay what they were.

    PolNeAR's publishers all use double marks; a third of the lessons show single or straight ones.
    """
    drawn = rng.random()
    if drawn > BRITISH + STRAIGHT:
        return text
    if drawn > BRITISH:
        return text.translate(str.maketrans("“”", '""'))
    if text.count('"') % 2 == 0:
        for number in range(text.count('"')):
            text = text.replace('"', "‘’"[number % 2], 1)
    return text.translate(str.maketrans("“”", "‘’"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One window as it was printed, for the teachers, and as the student sees it."""

    pieces: Pieces
    window: Window
    example: Example
    annotated: bool


def cut_texts(
    texts: Sequence[tuple[str, Reading | None]], tokenizer: Tokenizer, *, rng: random.Random
) -> Iterator[Shown]:
    """Yield every window of the texts, each text cut at a size drawn anew."""
    for text, reading in texts:
        size = rng.randint(*Recipe().window_sizes)
        pieces = split_pieces(text, tokenizer)
        marked = split_pieces(other_marks(text, rng), tokenizer)
        if not np.array_equal(marked.start, pieces.start):
            marked = pieces
        windows = pack_windows(pieces, size=size, overlap=OVERLAP)
        examples = window_examples(marked, reading or NOTHING, size=size)
        for window, example in zip(windows, examples, strict=True):
            yield Shown(pieces=pieces, window=window, example=example, annotated=reading is not None)


class Teachers:
    """Trained networks that answer as one: they agree on the candidates, then vote on their roles with equal weight."""

    def __init__(self, networks: Sequence[ReaderNetwork]) -> None:
        """Take networks in evaluation mode, all on one device."""
        self._networks = networks
        self._device = networks[0].device

    def ask(self, group: Sequence[Shown]) -> list[Answer]:
        """Run all networks on a batch of windows; probabilities are means, the judge the logit of the mean chance."""
        with torch.inference_mode(), torch.autocast(self._device.type, torch.bfloat16, enabled=halves(self._device)):
            return self._ask(group)

    def _ask(self, group: Sequence[Shown]) -> list[Answer]:
        ids, features, mask = (one.to(self._device) for one in _padded(group))
        tagged = [network.tag(ids, features, mask) for network in self._networks]
        mean = torch.stack([torch.softmax(logits, -1) for _, logits in tagged]).mean(0).cpu().numpy()
        lengths = [one.window.end - one.window.begin for one in group]
        tags = [row[1 : length + 1] for row, length in zip(mean, lengths, strict=True)]
        runs = [
            cue_candidates(own, one.pieces.continues[one.window.begin : one.window.end])
            for own, one in zip(tags, group, strict=True)
        ]
        flat = [(row, begin + 1, end + 1) for row, found in enumerate(runs) for begin, end in found]
        roles, chance = self._link([states for states, _ in tagged], flat, mask)
        answers, at = [], 0
        for own, found, length in zip(tags, runs, lengths, strict=True):
            part = slice(at, at := at + len(found))
            judge = np.log(chance[part] / (1.0 - chance[part]))
            answers.append(Answer(tags=own, runs=found, roles=roles[part, 1 : length + 1], judge=judge))
        return answers

    def _link(
        self, states: Sequence[torch.Tensor], flat: Sequence[tuple[int, int, int]], mask: torch.Tensor
    ) -> tuple[Floats, Floats]:
        """Return mean roles (N, L, 4) and chances (N,) of N candidates: window, begin and end of each."""
        if not flat:
            return np.zeros((0, mask.shape[1], len(ROLES)), np.float32), np.zeros(0, np.float32)
        window, begins, ends = torch.tensor(flat, device=self._device).unbind(1)
        buckets = distance_buckets(mask.shape[1], begins, ends)
        votes = [
            network.conditional(own, window, cue_means(own, window, begins, ends), buckets, mask[window])
            for network, own in zip(self._networks, states, strict=True)
        ]
        roles = torch.stack([torch.softmax(logits.float(), -1) for logits, _ in votes]).mean(0)
        chance = torch.stack([torch.sigmoid(judged.float()) for _, judged in votes]).mean(0).clamp(1e-4, 1 - 1e-4)
        return roles.cpu().numpy(), chance.cpu().numpy()


def lessons(
    texts: Sequence[tuple[str, Reading | None]], teachers: Teachers, tokenizer: Tokenizer, *, rng: random.Random
) -> Iterator[Lesson]:
    """Yield a lesson for every window of the texts, the shortest windows first."""
    shown = sorted(cut_texts(texts, tokenizer, rng=rng), key=lambda one: len(one.example.ids))
    for group in (shown[at : at + BATCH] for at in range(0, len(shown), BATCH)):
        for one, answer in zip(group, teachers.ask(group), strict=True):
            yield make_lesson(one.example, answer, annotated=one.annotated)


def _padded(group: Sequence[Shown]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids (B, L), features (B, L, 3) and mask (B, L) of windows as they were printed."""
    length = 2 + max(one.window.end - one.window.begin for one in group)
    ids = torch.full((len(group), length), PAD, dtype=torch.int64)
    features = torch.zeros((len(group), length, 3), dtype=torch.int64)
    mask = torch.zeros((len(group), length))
    for row, one in enumerate(group):
        part = slice(one.window.begin, one.window.end)
        shown = np.concatenate([[CLS], one.pieces.ids[part], [SEP]])
        ids[row, : len(shown)] = torch.from_numpy(shown)
        features[row, 1 : len(shown) - 1] = torch.from_numpy(one.pieces.features[part])
        mask[row, : len(shown)] = 1.0
    return ids, features, mask


def main() -> None:
    """Parse the command line and write lessons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teachers", type=Path, nargs="+", help="folders of runs")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the pretrained encoder")
    parser.add_argument("--data", type=Path, help="folder that holds train/")
    parser.add_argument("--unlabelled", type=Path, help="news texts, one JSON object a line")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--part", type=int, default=0, help="which part of the texts, to teach in several processes")
    parser.add_argument("--parts", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="several processes of one thread beat one of several")
    parser.add_argument("--device", default=DEVICE, help="cpu or cuda")
    parser.add_argument("--cut", type=int, required=True, help="seed of window sizes and annotators")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    rng = random.Random(options.cut * 100 + options.part)  # noqa: S311 - no secret
    tokenizer = load_tokenizer(options.tokenizer)
    texts: list[tuple[str, Reading | None]] = []
    if options.data:
        articles = load_articles(options.data / "train")
        texts.extend((article.text, rng.choice(article.readings)) for article in articles)
    if options.unlabelled:
        rows = [json.loads(line)["text"] for line in options.unlabelled.read_text("utf-8").splitlines()]
        texts.extend((text, None) for text in rows)
    texts = texts[options.part :: options.parts]
    total = sum(len(text) for text, _ in texts) / CHARS_A_PIECE
    teachers = Teachers([averaged_network(run / "checkpoint.pt").to(options.device) for run in options.teachers])
    begun, written, seen = time.monotonic(), list[Lesson](), 0
    for lesson in lessons(texts, teachers, tokenizer, rng=rng):
        written.append(lesson)
        seen += len(lesson.ids)
        if len(written) % 500 == 0:
            _log.info("%d of about %d pieces, %.0f a second", seen, total, seen / (time.monotonic() - begun))
    options.out.mkdir(parents=True, exist_ok=True)
    fields = Lesson.__dataclass_fields__
    torch.save(
        [tuple(getattr(one, name) for name in fields) for one in written],
        options.out / f"lessons-{options.cut}-{options.part}.pt",
    )


if __name__ == "__main__":
    main()
