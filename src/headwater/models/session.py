"""The two ONNX graphs of the reader: the encoder, run once for each window, and the linker, once for its cues.

A window is always run alone. Quantised graphs scale their activations by the largest value they see, so windows
that shared a batch would change each other's answers; alone, each has the same answer whatever stands beside it,
and on a CPU batches of one are as fast as any. Imports: numpy, onnxruntime and headwater.errors.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from headwater.errors import ModelError
from headwater.models.decoding import Answer, Floats, Ints, Run, cue_candidates, distance_buckets, softmax
from headwater.models.windows import Pieces, Window

_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One window of n pieces after the encoder.

    Attributes:
        tags: Tag probabilities (n, 7), without the special tokens.
        states: (1, n + 2, WIDTH).
        projected: States as the linker wants them, (1, n + 2, LINK_WIDTH).
    """

    tags: Floats
    states: Floats
    projected: Floats


class Session:
    """Both graphs, loaded and ready."""

    def __init__(self, folder: Path, *, threads: int) -> None:
        self._encoder = open_graph(folder / "encoder.onnx", threads=threads)
        self._linker = open_graph(folder / "linker.onnx", threads=threads)

    def ask(self, pieces: Pieces, window: Window) -> Answer:
        """Run the network on one window.

        Args:
            pieces: A document's pieces.
            window: Which of them.

        Returns:
            The answer, without the special tokens the encoder wants.
        """
        encoded = self.encode(pieces, window)
        return self.link(encoded, cue_candidates(encoded.tags, pieces.continues[window.begin : window.end]))

    def encode(self, pieces: Pieces, window: Window) -> Encoded:
        """Run the encoder on one window of n pieces."""
        part = slice(window.begin, window.end)
        ids = np.concatenate(([_CLS], pieces.ids[part], [_SEP]))[None, :]
        features = np.pad(pieces.features[part], ((1, 1), (0, 0)))[None, :]
        states, projected, logits = self._encoder.run(None, {"ids": ids, "features": features})
        return Encoded(tags=softmax(logits[0, 1:-1]), states=states, projected=projected)

    def link(self, encoded: Encoded, runs: list[Run]) -> Answer:
        """Run the linker for N candidate cues of an encoded window."""
        tags = encoded.tags
        if not runs:
            none = np.zeros((0, len(tags), 4), dtype=np.float32)
            return Answer(tags=tags, runs=runs, roles=none, judge=none[:, 0, 0])
        # The linker reads the special tokens too, as it did in training.
        shifted = [(begin + 1, end + 1) for begin, end in runs]
        cues: Floats = np.stack([encoded.states[0, begin:end].mean(axis=0) for begin, end in shifted])
        buckets: Ints = distance_buckets(len(tags) + 2, shifted)
        roles, judge = self._linker.run(None, {"pieces": encoded.projected, "cues": cues, "buckets": buckets})
        return Answer(tags=tags, runs=runs, roles=softmax(roles[:, 1:-1]), judge=judge)


def open_graph(path: Path, *, threads: int) -> onnxruntime.InferenceSession:
    """Open an exported graph for the CPU.

    Raises:
        ModelError: The file is missing.
    """
    if not path.is_file():
        raise ModelError(f"{path} is missing; install headwater again, or export the model with training.export")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        # Fused, a sum and its normalisation take five times as long as one after the other (onnxruntime 1.32).
        disabled_optimizers=["SkipLayerNormFusion"],
    )
