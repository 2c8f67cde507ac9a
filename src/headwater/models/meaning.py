"""Vectors of short wordings, by the sentence encoder, on the CPU, without a network connection.

Imports: numpy and this room only.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from headwater.models.session import open_graph
from headwater.models.windows import load_tokenizer, whole_characters

_WEIGHTS = Path(__file__).with_name("weights")
_UNKNOWN, _CLS, _SEP, _MOST = 100, 101, 102, 128
WIDTH = 384


class MeaningReader:
    """Gives wordings their vectors. Each is read alone, so that its vector does not depend on the others."""

    def __init__(self, folder: Path) -> None:
        self._graph = open_graph(folder / "meaning.onnx", threads=1)
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")

    @classmethod
    def load(cls) -> "MeaningReader":
        """Load the shipped weights, once for each process.

        Raises:
            ModelError: A file is missing.
        """
        return _shipped()

    def vectors(self, wordings: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return one vector of length 1 for each wording, (n, WIDTH); of long ones the first pieces are read."""
        known: dict[str, npt.NDArray[np.float32]] = {}
        for wording in wordings:
            if wording not in known:
                known[wording] = self._vector(wording)
        return np.stack([known[wording] for wording in wordings]) if wordings else np.zeros((0, WIDTH), np.float32)

    def _vector(self, wording: str) -> npt.NDArray[np.float32]:
        pieces = self._tokenizer.encode(whole_characters(wording), add_special_tokens=False).ids[:_MOST]
        # The vector is a mean over pieces, and a wording of nothing but blanks has none.
        ids = np.array([[_CLS, *(pieces or [_UNKNOWN]), _SEP]], dtype=np.int64)
        return np.asarray(self._graph.run(None, {"ids": ids})[0], dtype=np.float32)


@cache
def _shipped() -> MeaningReader:
    return MeaningReader(_WEIGHTS)
