"""Windows of annotated articles as training examples, and batches of them.

Indices count pieces of the window, special tokens included: position 0 is [CLS]. Imports: numpy, torch.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from headwater.models.windows import Pieces, Window, pack_windows, split_pieces
from training.network import ROLES, TAGS
from training.polnear import Article, Range, Reading

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

CLS, SEP, MASK, PAD = 101, 102, 103, 0
IGNORED = -100
OVERLAP = 64


class Sized(Protocol):
    """Whatever is studied: it has pieces."""

    @property
    def ids(self) -> Any:
        """One value for each piece."""


Studied = TypeVar("Studied", bound=Sized)
Padded = TypeVar("Padded", bound="DataclassInstance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One window of L pieces (with [CLS] and [SEP]) and what is marked in it.

    Attributes:
        ids: Vocabulary indices, (L,).
        features: Case, quote and place, (L, 3).
        tags: Index into TAGS, or IGNORED, (L,).
        cues: Begin and end of each relation's cue, (R, 2).
        roles: Each relation's role for every piece, (R, L).
    """

    ids: npt.NDArray[np.int64]
    features: npt.NDArray[np.int64]
    tags: npt.NDArray[np.int64]
    cues: npt.NDArray[np.int64]
    roles: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """B examples padded to L pieces; cue and role rows of all R relations, with the window each stands in."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    tags: Tensor
    window: Tensor
    cues: Tensor
    roles: Tensor


def split_articles(articles: Sequence[Article], tokenizer: Tokenizer) -> list[Pieces]:
    """Cut every article into pieces, once."""
    return [split_pieces(article.text, tokenizer) for article in articles]


def window_examples(pieces: Pieces, reading: Reading, *, size: int) -> list[Example]:
    """Turn one reading of one article into examples.

    Args:
        pieces: The article's pieces.
        reading: One annotator's marks.
        size: Most pieces in a window, special tokens not counted.

    Returns:
        One example for each window; relations with their cue outside a window's owned part are only tagged there.
    """
    count = len(pieces.ids)
    tags = np.zeros(count, dtype=np.int64)
    marked: list[tuple[int, int, npt.NDArray[np.int64]]] = []
    for relation in reading.relations:
        roles = np.zeros(count, dtype=np.int64)
        for role, spans in enumerate((relation.content, relation.source, relation.cue)):
            name = ("content", "source", "cue")[role]
            for span in spans:
                begin, end = piece_range(pieces, span)
                roles[begin:end] = ROLES.index(name)
                tags[begin:end] = TAGS.index(f"I-{name}")
                tags[begin : begin + (end > begin)] = TAGS.index(f"B-{name}")
        cue = np.flatnonzero(roles == ROLES.index("cue"))
        if len(cue):
            marked.append((int(cue[0]), int(cue[-1]) + 1, roles))
    for span in reading.discarded:
        begin, end = piece_range(pieces, span)
        tags[begin:end] = IGNORED
    windows = pack_windows(pieces, size=size, overlap=OVERLAP)
    return [_example(pieces, tags, marked, window) for window in windows]


def piece_range(pieces: Pieces, span: Range) -> tuple[int, int]:
    """Return the half-open range of pieces that meet a range of code points."""
    begin = int(np.searchsorted(pieces.end, span[0], side="right"))
    end = int(np.searchsorted(pieces.start, span[1], side="left"))
    return begin, max(begin, end)


def _example(
    pieces: Pieces, tags: npt.NDArray[np.int64], marked: list[tuple[int, int, npt.NDArray[np.int64]]], window: Window
) -> Example:
    part = slice(window.begin, window.end)
    inside = [mark for mark in marked if window.own_begin <= mark[0] < window.own_end and tags[mark[0]] != IGNORED]
    length = window.end - window.begin + 2
    own = [(begin - window.begin + 1, min(end, window.end) - window.begin + 1) for begin, end, _ in inside]
    roles = np.zeros((len(inside), length), dtype=np.int64)
    for row, mark in enumerate(inside):
        roles[row, 1:-1] = mark[2][part]
    return Example(
        ids=np.concatenate([[CLS], pieces.ids[part], [SEP]]),
        features=np.pad(pieces.features[part], ((1, 1), (0, 0))),
        tags=np.pad(tags[part], 1, constant_values=IGNORED),
        cues=np.array(own, dtype=np.int64).reshape(-1, 2),
        roles=roles,
    )


def epoch_examples(
    articles: Sequence[Article], pieces: Sequence[Pieces], *, rng: random.Random, sizes: tuple[int, int]
) -> list[Example]:
    """Cut all articles anew: another window size and, where there are several, another annotator each time."""
    examples: list[Example] = []
    for article, cut in zip(articles, pieces, strict=True):
        reading = rng.choice(article.readings)
        examples.extend(window_examples(cut, reading, size=rng.randint(*sizes)))
    return examples


def group_examples(examples: Sequence[Studied], *, tokens: int, rng: random.Random) -> list[list[Studied]]:
    """Group examples of like length, in shuffled order, so that each pads to about `tokens` pieces."""
    order = sorted(range(len(examples)), key=lambda index: (len(examples[index].ids) // 8, rng.random()))
    groups: list[list[Studied]] = []
    for index in order:
        example = examples[index]
        if groups and (len(groups[-1]) + 1) * len(example.ids) <= tokens:
            groups[-1].append(example)
        else:
            groups.append([example])
    rng.shuffle(groups)
    return groups


def moved(batch: Padded, device: torch.device) -> Padded:
    """Return a batch with all its tensors on a device."""
    names = [field.name for field in fields(batch)]
    return replace(batch, **{name: getattr(batch, name).to(device, non_blocking=True) for name in names})


def collate(group: Sequence[Example]) -> Batch:
    """Pad a group of examples into one batch."""
    count, length = len(group), max(len(example.ids) for example in group)
    ids = torch.full((count, length), PAD, dtype=torch.int64)
    features = torch.zeros((count, length, 3), dtype=torch.int64)
    mask = torch.zeros((count, length), dtype=torch.float32)
    tags = torch.full((count, length), IGNORED, dtype=torch.int64)
    relations = sum(len(example.cues) for example in group)
    window = torch.zeros(relations, dtype=torch.int64)
    cues = torch.zeros((relations, 2), dtype=torch.int64)
    roles = torch.full((relations, length), IGNORED, dtype=torch.int64)
    row = 0
    for index, example in enumerate(group):
        size = len(example.ids)
        ids[index, :size] = torch.from_numpy(example.ids)
        features[index, :size] = torch.from_numpy(example.features)
        mask[index, :size] = 1.0
        tags[index, :size] = torch.from_numpy(example.tags)
        for cue, role in zip(example.cues, example.roles, strict=True):
            window[row] = index
            cues[row] = torch.from_numpy(cue)
            roles[row, :size] = torch.from_numpy(role)
            row += 1
    return Batch(ids=ids, features=features, mask=mask, tags=tags, window=window, cues=cues, roles=roles)
