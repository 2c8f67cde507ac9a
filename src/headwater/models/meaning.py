"""Vectors of short wordings, by the pretrained sentence encoder, on the CPU, without a network connection.

Imports: numpy, onnxruntime, tokenizers and headwater.errors only.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from headwater.errors import ModelError

_WEIGHTS = Path(__file__).with_name("weights")
_CLS, _SEP, _MOST = 101, 102, 128
WIDTH = 384


class MeaningReader:
    """Gives wordings their vectors. Each is read alone, so that its vector does not depend on the others."""

    def __init__(self, folder: Path) -> None:
        for name in ("meaning.onnx", "tokenizer.json"):
            if not (folder / name).is_file():
                raise ModelError(f"{folder / name} is missing; install headwater again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "meaning.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

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
        # Half a surrogate pair has no UTF-8 form, which the tokenizer needs.
        clean = wording.encode("utf-8", "replace").decode("utf-8")
        pieces = self._tokenizer.encode(clean, add_special_tokens=False).ids[:_MOST]
        ids = np.array([[_CLS, *pieces, _SEP]], dtype=np.int64)
        return np.asarray(self._session.run(None, {"ids": ids})[0], dtype=np.float32)


@cache
def _shipped() -> MeaningReader:
    return MeaningReader(_WEIGHTS)
