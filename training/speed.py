"""Words a second of the shipped reader beside the same network in PyTorch's 32-bit floats, on the same cores, in turn.

`python -m training.speed --weights FOLDER --data POLNEAR`. Both read PolNeAR's development articles through the same
code for pieces, candidates and decoding, in as many processes of one thread as asked; rounds alternate, so that what
else the machine does falls on both.
"""

import argparse
import multiprocessing
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from headwater.models import Reader
from headwater.models.decoding import Answer, Run, softmax
from headwater.models.session import Encoded, Session
from headwater.models.windows import Pieces, Window
from training.examples import CLS, SEP
from training.network import ReaderNetwork, distance_buckets
from training.polnear import load_articles
from training.restore import restore


class Clocked(Session):
    """A session that adds up the seconds spent in the network itself."""

    seconds = 0.0

    def ask(self, pieces: Pieces, window: Window) -> Answer:
        """Run the network on one window."""
        begin = time.perf_counter()
        answer = super().ask(pieces, window)
        self.seconds += time.perf_counter() - begin
        return answer


class TorchSession(Clocked):
    """The network as training holds it, asked like the exported graphs."""

    def __init__(self, network: ReaderNetwork) -> None:
        self._network = network

    def encode(self, pieces: Pieces, window: Window) -> Encoded:
        """Run the encoder on one window of n pieces."""
        part = slice(window.begin, window.end)
        ids = torch.from_numpy(np.concatenate([[CLS], pieces.ids[part], [SEP]]))[None]
        features = torch.from_numpy(np.pad(pieces.features[part], ((1, 1), (0, 0))))[None]
        with torch.inference_mode():
            states = self._network.encoder(ids, features, None)
            projected, logits = self._network.conditional.piece(states), self._network.tagger(states)
        return Encoded(tags=softmax(logits[0, 1:-1].numpy()), states=states.numpy(), projected=projected.numpy())

    def link(self, encoded: Encoded, runs: list[Run]) -> Answer:
        """Run the linker for N candidate cues of an encoded window."""
        tags = encoded.tags
        if not runs:
            none = np.zeros((0, len(tags), 4), dtype=np.float32)
            return Answer(tags=tags, runs=runs, roles=none, judge=none[:, 0, 0])
        begins, ends = (torch.tensor(runs) + 1).unbind(1)
        states = torch.from_numpy(encoded.states[0])
        with torch.inference_mode():
            cues = torch.stack([states[b:e].mean(0) for b, e in zip(begins.tolist(), ends.tolist(), strict=True)])
            buckets = distance_buckets(len(tags) + 2, begins, ends)
            roles, judge = self._network.conditional.link(torch.from_numpy(encoded.projected), cues, buckets, None)
        return Answer(tags=tags, runs=runs, roles=softmax(roles[:, 1:-1].numpy()), judge=judge.numpy())


def load(weights: Path, kind: str) -> tuple[Reader, Clocked]:
    """Load the shipped reader, or one that asks PyTorch, with its session."""
    shipped = Reader.load(weights, threads=1)
    session = Clocked(weights, threads=1) if kind == "onnx" else TorchSession(restore(weights))
    return Reader(session=session, tokenizer=shipped.tokenizer, metadata=shipped.metadata), session


def work(weights: Path, kind: str, texts: list[str], gate: Any, seconds: Any) -> None:
    """Load, wait until every process of every kind has loaded, then read whenever it is this kind's turn."""
    torch.set_num_threads(1)
    reader, session = load(weights, kind)
    reader.read(texts[:1])
    gate.wait()
    while (turn := seconds.get()) is not None:
        session.seconds, begin = 0.0, time.perf_counter()
        reader.read(texts)
        turn.send((time.perf_counter() - begin, session.seconds))


def measure(weights: Path, texts: list[str], *, processes: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Return the best words a second of each kind over the rounds: of the whole reader, and of the network alone."""
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(2 * processes + 1)
    ordered = sorted(texts, key=len, reverse=True)
    queues: dict[str, list[Any]] = {
        kind: [context.SimpleQueue() for _ in range(processes)] for kind in ("onnx", "torch")
    }
    workers = [
        context.Process(target=work, args=(weights, kind, ordered[number::processes], gate, queue), daemon=True)
        for kind, kinds in queues.items()
        for number, queue in enumerate(kinds)
    ]
    for worker in workers:
        worker.start()
    gate.wait()
    words = sum(len(text.split()) for text in texts)
    best = dict.fromkeys(queues, (0.0, 0.0))
    for _ in range(rounds):
        for kind, kinds in queues.items():
            ends = []
            for queue in kinds:
                receiver, sender = context.Pipe(duplex=False)
                queue.put(sender)
                ends.append(receiver)
            whole, network = zip(*(receiver.recv() for receiver in ends), strict=True)
            best[kind] = max(best[kind][0], words / max(whole)), max(best[kind][1], words / max(network))
    for kinds in queues.values():
        for queue in kinds:
            queue.put(None)
    return best


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds dev/")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = [article.text for article in load_articles(options.data / "dev")]
    best = measure(options.weights, texts, processes=options.processes, rounds=options.rounds)
    for place, name in enumerate(("whole reader", "network alone")):
        ours, theirs = best["onnx"][place], best["torch"][place]
        print(f"{name}: onnx {ours:.0f} words/s, torch {theirs:.0f} words/s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
