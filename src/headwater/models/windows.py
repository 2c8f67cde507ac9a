"""Wordpieces of a document and the windows the encoder reads them in.

Windows are packed with whole paragraphs, so no overlap is needed: fewer than one relation in a hundred crosses a
paragraph. Only a paragraph longer than a window is cut, with overlap, and each of its pieces is *owned* by the
window that shows most around it; a relation belongs to the window that owns its cue.
Offsets are code points of the text; indices count wordpieces. Imports: the standard library, numpy, tokenizers
and headwater.errors.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from headwater.errors import ModelError
from headwater.models.features import Place, case_of, paragraphs, quote_states

Ints = npt.NDArray[np.int64]

_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The n wordpieces of one document, in order; every array has length n.

    Attributes:
        ids: Vocabulary indices.
        start: Offset of each piece's first code point.
        end: Offset after each piece's last code point.
        continues: Whether the piece goes on with the word of the piece before it.
        features: Columns case, quote and place, shape (n, 3).
        paragraph_ends: Index after each paragraph's last piece, in order, without empty paragraphs.
    """

    ids: Ints
    start: Ints
    end: Ints
    continues: npt.NDArray[np.bool_]
    features: Ints
    paragraph_ends: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of pieces [begin, end) read at once, and the part of it [own_begin, own_end) whose cues count."""

    begin: int
    end: int
    own_begin: int
    own_end: int


def load_tokenizer(path: Path) -> Tokenizer:
    """Load the encoder's tokenizer without truncation and padding.

    Raises:
        ModelError: The file is missing.
    """
    if not path.is_file():
        raise ModelError(f"{path} is missing; install headwater again")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def whole_characters(text: str) -> str:
    """Replace halves of surrogate pairs, which have no UTF-8 form, as the tokenizer needs it; offsets stay."""
    return _HALF_PAIR.sub("\ufffd", text)


def split_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut a text into wordpieces and look up what stands around each.

    Args:
        text: A document's text, of any length.
        tokenizer: The encoder's tokenizer, truncation and padding off.

    Returns:
        Pieces without the encoder's special tokens.
    """
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    continues: list[bool] = []
    features: list[tuple[int, int, int]] = []
    paragraph_ends: list[int] = []
    for paragraph_start, paragraph_end in paragraphs(text):
        paragraph = text[paragraph_start:paragraph_end]
        encoding = tokenizer.encode(whole_characters(paragraph), add_special_tokens=False)
        if not encoding.ids:
            continue
        quotes = quote_states(paragraph).tolist()
        last = len(encoding.ids) - 1
        ids.extend(encoding.ids)
        continues.extend(token.startswith("##") for token in encoding.tokens)
        for index, (start, end) in enumerate(encoding.offsets):
            starts.append(paragraph_start + start)
            ends.append(paragraph_start + end)
            place = Place.FIRST * (index == 0) + Place.LAST * (index == last)
            features.append((case_of(paragraph[start:end]), quotes[start], place))
        paragraph_ends.append(len(ids))
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        start=np.array(starts, dtype=np.int64),
        end=np.array(ends, dtype=np.int64),
        continues=np.array(continues, dtype=np.bool_),
        features=np.array(features, dtype=np.int64).reshape(-1, 3),
        paragraph_ends=tuple(paragraph_ends),
    )


def pack_windows(pieces: Pieces, *, size: int, overlap: int) -> list[Window]:
    """Pack whole paragraphs into windows of at most `size` pieces, in order; cut only longer paragraphs.

    Args:
        pieces: A document's pieces.
        size: Most pieces in a window, special tokens not counted.
        overlap: Pieces that neighbouring windows of one long paragraph share; less than `size`.

    Returns:
        Windows in order; every piece is owned by exactly one of them.
    """
    windows: list[Window] = []
    begin = start = 0
    for end in pieces.paragraph_ends:
        if end - begin > size and start > begin:
            windows.append(Window(begin=begin, end=start, own_begin=begin, own_end=start))
            begin = start
        if end - begin > size:
            windows.extend(_cut(begin, end, size, overlap))
            begin = end
        start = end
    if start > begin:
        windows.append(Window(begin=begin, end=start, own_begin=begin, own_end=start))
    return windows


def _cut(begin: int, end: int, size: int, overlap: int) -> list[Window]:
    """Cut one long paragraph into overlapping windows; neighbours meet in the middle of what they share."""
    starts = list(range(begin, end - overlap, size - overlap))
    windows = []
    for index, start in enumerate(starts):
        stop = min(start + size, end)
        own_begin = begin if index == 0 else start + overlap // 2
        own_end = end if index == len(starts) - 1 else stop - (overlap - overlap // 2)
        windows.append(Window(begin=start, end=stop, own_begin=own_begin, own_end=own_end))
    return windows
