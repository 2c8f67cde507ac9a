"""The reader: attributions in a text, found by a small trained network on the CPU, without a network connection.

Offsets are half-open code-point ranges into the text given. Imports: numpy, onnxruntime, tokenizers and
headwater.errors only.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from headwater.errors import ModelError
from headwater.models.decoding import EVIDENCE, Draft, draft_relations
from headwater.models.session import Session
from headwater.models.windows import Pieces, Window, load_tokenizer, pack_windows, split_pieces

WEIGHTS = Path(__file__).with_name("weights")
_TOGETHER = 16  # windows decoded at once; more are no faster and take more memory
FORMAT = 1  # of metadata.json and of the graphs' inputs and outputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution as the network reads it.

    Attributes:
        source: Who is credited; None when the text credits no one.
        cue: The words that attribute.
        content: What is attributed, in reading order; several ranges when something interrupts it.
        score: Calibrated chance that source and content are both right, between 0 and 1.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a set of weights must be read with, and how good it is.

    Attributes:
        name: Name of the weights, for the audit trail.
        window: Most pieces in a window.
        overlap: Pieces shared by neighbouring windows of one long paragraph.
        f1_threshold: Lowest score at which relation F1 was as good as greatest on the development part.
        strict_threshold: Least score at which source precision reached the operating point there.
        calibration: Weights of the evidence, in the order of decoding.EVIDENCE, and last the constant.
    """

    name: str
    window: int
    overlap: int
    f1_threshold: float
    strict_threshold: float
    calibration: tuple[float, ...]


class Reader:
    """Finds attributions. One reader may be used by one thread at a time; processes scale better than threads."""

    def __init__(self, *, session: Session, tokenizer: Tokenizer, metadata: Metadata) -> None:
        self._session = session
        self.tokenizer = tokenizer
        self.metadata = metadata

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> "Reader":
        """Load weights.

        Args:
            path: Folder with encoder.onnx, linker.onnx, tokenizer.json and metadata.json; None for the shipped one.
            threads: Threads for one window; answers do not depend on it.

        Returns:
            A reader.

        Raises:
            ModelError: A file is missing, or the files are of another format.
        """
        folder = WEIGHTS if path is None else path
        metadata = read_metadata(folder / "metadata.json")
        tokenizer = load_tokenizer(folder / "tokenizer.json")
        return cls(session=Session(folder, threads=threads), tokenizer=tokenizer, metadata=metadata)

    def read(self, texts: Sequence[str]) -> list[tuple[Relation, ...]]:
        """Find the attributions of each text.

        Args:
            texts: Texts of any length.

        Returns:
            For each text its relations with every score, in document order; compare `score` with
            `metadata.f1_threshold` or `metadata.strict_threshold`. A text's answer does not depend on the others.
        """
        return [tuple(relation for relation, _ in self.read_with_evidence(text)) for text in texts]

    def read_with_evidence(self, text: str) -> tuple[tuple[Relation, tuple[float, ...]], ...]:
        """Find the attributions of one text, each with the evidence its score was made from (calibration needs it)."""
        pieces = split_pieces(text, self.tokenizer)
        found: list[tuple[Relation, tuple[float, ...]]] = []
        windows = pack_windows(pieces, size=self.metadata.window, overlap=self.metadata.overlap)
        for begin in range(0, len(windows), _TOGETHER):
            for window, draft in self._drafts(pieces, windows[begin : begin + _TOGETHER]):
                found.append((self._relation(pieces, window, draft), draft.evidence))
        return tuple(sorted(found, key=lambda pair: _place(pair[0])))

    def _drafts(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[tuple[Window, Draft]]:
        answers = []
        for window in windows:
            continues = pieces.continues[window.begin : window.end].copy()
            # A window cut inside a word starts with the rest of it.
            continues[:1] = False
            answers.append((self._session.ask(pieces, window), continues))
        for window, drafts in zip(windows, draft_relations(answers), strict=True):
            for draft in drafts:
                if window.own_begin <= window.begin + draft.cue[0] < window.own_end:
                    yield window, draft

    def _relation(self, pieces: Pieces, window: Window, draft: Draft) -> Relation:
        def offsets(run: tuple[int, int]) -> tuple[int, int]:
            return int(pieces.start[window.begin + run[0]]), int(pieces.end[window.begin + run[1] - 1])

        *weights, constant = self.metadata.calibration
        logit = constant + sum(weight * value for weight, value in zip(weights, draft.evidence, strict=True))
        return Relation(
            source=None if draft.source is None else offsets(draft.source),
            cue=offsets(draft.cue),
            content=tuple(offsets(run) for run in draft.content),
            # Digits beyond these depend on the order in which a processor adds.
            score=round(1.0 / (1.0 + math.exp(-logit)), 4),
        )


def read_metadata(path: Path) -> Metadata:
    """Read what belongs to a set of weights.

    Args:
        path: metadata.json.

    Returns:
        The metadata.

    Raises:
        ModelError: The file is missing or of another format.
    """
    if not path.is_file():
        raise ModelError(f"{path} is missing; install headwater again, or export the model with training.export")
    held = json.loads(path.read_text("utf-8"))
    if held.get("format") != FORMAT or held.get("evidence") != list(EVIDENCE):
        raise ModelError(f"{path} has format {held.get('format')!r}, this version reads {FORMAT}; export again")
    return Metadata(
        name=held["name"],
        window=held["window"],
        overlap=held["overlap"],
        f1_threshold=held["f1_threshold"],
        strict_threshold=held["strict_threshold"],
        calibration=tuple(held["calibration"]),
    )


def _place(relation: Relation) -> tuple[tuple[int, int], tuple[tuple[int, int], ...]]:
    return relation.cue or relation.content[0], relation.content
