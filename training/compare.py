"""Compare the two linkers on the development part, on the same states of the same network.

`python -m training.compare --run RUN --pretrained FOLDER --weights FOLDER --data POLNEAR --scorer FILE`. *Biaffine*:
the tagger's best path gives spans; each content goes to the cue with the highest bilinear score, and each cue takes
the source with the highest score above even chances. *Conditional*: as shipped, in 32-bit floats.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from headwater.models import Reader, Relation
from headwater.models.windows import Pieces, Window, load_tokenizer, pack_windows, split_pieces
from training.evaluate import Development, Scorer, as_roles, summary
from training.examples import CLS, OVERLAP, SEP
from training.export import export, write_metadata, write_tokenizer
from training.network import TAGS, ReaderNetwork, cue_means, distance_buckets
from training.polnear import load_articles
from training.train import Recipe, averaged_network

Span = tuple[int, int]
FORBIDDEN = -1e4


def best_tags(log_probabilities: npt.NDArray[np.float32]) -> list[int]:
    """Return the best tag path (n,) in which an inside tag follows its own begin or inside tag only."""
    allowed = np.array([[FORBIDDEN * (to.startswith("I-") and before[2:] != to[2:]) for to in TAGS] for before in TAGS])
    best = log_probabilities[0] + np.array([FORBIDDEN * tag.startswith("I-") for tag in TAGS])
    back = []
    for row in log_probabilities[1:]:
        ways = best[:, None] + allowed
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def spans_of(path: list[int], role: str) -> list[Span]:
    """Return the runs of one role in a tag path."""
    spans: list[Span] = []
    for index, tag in enumerate(path):
        if TAGS[tag] == f"B-{role}":
            spans.append((index, index + 1))
        elif TAGS[tag] == f"I-{role}":
            spans[-1] = (spans[-1][0], index + 1)
    return spans


def biaffine_relations(network: ReaderNetwork, pieces: Pieces, window: Window) -> list[Relation]:
    """Read one window with the tagger and the biaffine linker."""
    part = slice(window.begin, window.end)
    ids = torch.from_numpy(np.concatenate([[CLS], pieces.ids[part], [SEP]]))[None]
    features = torch.from_numpy(np.pad(pieces.features[part], ((1, 1), (0, 0))))[None]
    with torch.no_grad():
        states, logits = network.tag(ids, features, torch.ones(ids.shape))
        path = best_tags(torch.log_softmax(logits[0, 1:-1], dim=-1).numpy())
        cues = [span for span in spans_of(path, "cue") if window.own_begin <= window.begin + span[0] < window.own_end]
        if not cues:
            return []
        begins, ends = (torch.tensor(cues) + 1).unbind(1)
        means = cue_means(states, torch.zeros(len(cues), dtype=torch.int64), begins, ends)
        buckets = distance_buckets(ids.shape[1], begins, ends)
        scores = network.biaffine(states, torch.zeros(len(cues), dtype=torch.int64), means, buckets)[:, 1:-1].numpy()

    def offsets(span: Span) -> Span:
        return int(pieces.start[window.begin + span[0]]), int(pieces.end[window.begin + span[1] - 1])

    contents: list[list[Span]] = [[] for _ in cues]
    for span in spans_of(path, "content"):
        contents[int(scores[:, slice(*span), 1].mean(axis=1).argmax())].append(offsets(span))
    relations = []
    for row, cue in enumerate(cues):
        scored = [(float(scores[row, slice(*span), 0].mean()), span) for span in spans_of(path, "source")]
        strength, source = max(scored, default=(-1.0, (0, 0)))
        if contents[row]:
            found = offsets(source) if strength > 0.0 else None
            relations.append(Relation(source=found, cue=offsets(cue), content=tuple(contents[row]), score=1.0))
    return relations


def main() -> None:
    """Parse the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("run", "pretrained", "weights", "data", "scorer"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    network = averaged_network(options.run / "checkpoint.pt")
    tokenizer = load_tokenizer(options.weights / "tokenizer.json")
    scorer = Scorer(options.scorer)
    parts = []
    for article in load_articles(options.data / "dev"):
        pieces = split_pieces(article.text, tokenizer)
        found = [
            as_roles(relation)
            for window in pack_windows(pieces, size=Recipe().window_sizes[1], overlap=OVERLAP)
            for relation in biaffine_relations(network, pieces, window)
        ]
        document, gold = scorer.gold(article, options.data / "dev")
        parts.append((1.0, scorer.tool.score_doc(document, gold, scorer.tool.build(document, found))))
    print("biaffine   ", summary(scorer.tool.report(parts, 0)))
    with tempfile.TemporaryDirectory() as folder:
        export(network, Path(folder), quantised=False)
        write_tokenizer(options.pretrained, Path(folder))
        write_metadata(options.run, Path(folder), calibrated_like=options.weights)
        reader = Reader.load(Path(folder))
        development = Development(reader, scorer, options.data / "dev")
    weights, threshold = np.array(reader.metadata.calibration), reader.metadata.f1_threshold
    print("conditional", summary(development.report(weights, threshold)))


if __name__ == "__main__":
    main()
