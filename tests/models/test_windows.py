"""Pieces point back at their words; windows own every piece once and cut only paragraphs that do not fit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from headwater.models.reader import WEIGHTS
from headwater.models.windows import Pieces, Window, pack_windows, split_pieces


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def _pieces(lengths: list[int]) -> Pieces:
    count = sum(lengths)
    return Pieces(
        ids=np.zeros(count, dtype=np.int64),
        start=np.arange(count),
        end=np.arange(count) + 1,
        continues=np.zeros(count, dtype=np.bool_),
        features=np.zeros((count, 3), dtype=np.int64),
        paragraph_ends=tuple(int(end) for end in np.cumsum(lengths)),
    )


def test_pieces_point_back_at_their_words(tokenizer: Tokenizer) -> None:
    text = "Mayor Ilse Öberg said 😀 “no”.\n\nShe left."
    pieces = split_pieces(text, tokenizer)
    words = [text[start:end] for start, end in zip(pieces.start, pieces.end, strict=True)]
    assert words[:2] == ["Mayor", "Il"]
    assert "".join(words).replace(" ", "") == "".join(text.split())
    assert pieces.paragraph_ends == (len(words) - 3, len(words))
    assert pieces.continues.sum() == len(words) - len(text.replace("“", " ").replace("”", " . ").split()) - 2


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_pieces_of_any_text_are_in_order_and_inside_it(tokenizer: Tokenizer, text: str) -> None:
    pieces = split_pieces(text, tokenizer)
    assert (pieces.start < pieces.end).all()
    assert (pieces.start[1:] >= pieces.start[:-1]).all()
    assert pieces.end.max(initial=0) <= len(text)
    assert pieces.paragraph_ends[-1:] == ((len(pieces.ids),) if len(pieces.ids) else ())


PACKED: dict[str, tuple[list[int], list[Window]]] = {
    "paragraphs-share-a-window": ([3, 4], [Window(begin=0, end=7, own_begin=0, own_end=7)]),
    "a-paragraph-that-does-not-fit-starts-the-next": (
        [6, 6],
        [Window(begin=0, end=6, own_begin=0, own_end=6), Window(begin=6, end=12, own_begin=6, own_end=12)],
    ),
    "a-long-paragraph-is-cut-with-overlap": (
        [2, 15],
        [
            Window(begin=0, end=2, own_begin=0, own_end=2),
            Window(begin=2, end=12, own_begin=2, own_end=10),
            Window(begin=8, end=17, own_begin=10, own_end=17),
        ],
    ),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("lengths", "windows"), PACKED.values(), ids=PACKED)
def test_windows_for_paragraphs_of(lengths: list[int], windows: list[Window]) -> None:
    assert pack_windows(_pieces(lengths), size=10, overlap=4) == windows


@given(lengths=st.lists(st.integers(1, 60)), size=st.integers(5, 30), overlap=st.integers(0, 4))
def test_every_piece_is_owned_by_exactly_one_window_that_shows_it(lengths: list[int], size: int, overlap: int) -> None:
    windows = pack_windows(_pieces(lengths), size=size, overlap=overlap)
    owned = [piece for window in windows for piece in range(window.own_begin, window.own_end)]
    assert owned == list(range(sum(lengths)))
    for window in windows:
        assert window.begin <= window.own_begin < window.own_end <= window.end
        assert window.end - window.begin <= size
