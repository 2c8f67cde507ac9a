"""Statements as the encoders see them: in their sentences, their own pieces marked.

Imports: numpy, torch and the reader's cutting of wordings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from headwater.models.meaning import cut_around
from headwater.text.segment import range_at, split_sentences
from training.examples import CLS, PAD, SEP
from training.matters import Told
from training.network import Encoder

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A statement in its sentence: wordpieces (L,) and whether each belongs to the statement (L,)."""

    ids: Ints
    inside: npt.NDArray[np.bool_]


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return split_sentences(text)


def show(told: Told, tokenizer: Tokenizer) -> Shown:
    """Cut a statement's sentence into pieces, the statement's own and some on both sides."""
    ranges = _sentences(told.text)
    begin, end = told.start, told.end
    if ranges:
        first, last = range_at(ranges, told.start), range_at(ranges, max(told.start, told.end - 1))
        begin = min(begin, ranges[first][0]) if first >= 0 else begin
        end = max(end, ranges[last][1]) if last >= 0 else end
    ids, inside = cut_around((told.text[begin:end], told.start - begin, told.end - begin), tokenizer)
    return Shown(ids=ids, inside=inside)


def vectors(encoder: Encoder, shown: Sequence[Shown], *, context: bool) -> Tensor:
    """Return the mean state over the pieces of each statement, of length 1: (n, WIDTH).

    Args:
        encoder: Reads them.
        shown: Statements in their sentences.
        context: Whether the sentence is read too, the statement's own pieces marked in it.
    """
    cut = [one.ids if context else one.ids[one.inside] for one in shown]
    length = 2 + max(map(len, cut))
    ids = torch.full((len(shown), length), PAD, dtype=torch.int64)
    own = torch.zeros((len(shown), length), dtype=torch.int64)
    for row, (part, one) in enumerate(zip(cut, shown, strict=True)):
        ids[row, : len(part) + 2] = torch.tensor([CLS, *part.tolist(), SEP])
        own[row, 1 : len(part) + 1] = torch.from_numpy(one.inside.astype(np.int64)) if context else 1
    ids, own = ids.to(encoder.words.weight.device), own.to(encoder.words.weight.device)
    marks = encoder.features[0](own) if context else None
    states = encoder.plain(ids, (ids != PAD).float(), marks).float()
    return functional.normalize((states * own[:, :, None]).sum(1), dim=-1)
