"""Tokens quote the text, in order, and lose no letter."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text import is_word, iter_tokens, tokenize

CASES: dict[str, tuple[str, list[str]]] = {
    "possessive": ("Iran's drones", ["Iran's", "drones"]),
    "initials": ("the U.S. said", ["the", "U.S.", "said"]),
    "thousands": ("1,500 of 6.1", ["1,500", "of", "6.1"]),
    "hyphens": ("Iranian-made ones", ["Iranian-made", "ones"]),
    "marks-stand-alone": ("“No,” he", ["“", "No", ",", "”", "he"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_tokens_are(text: str, expected: list[str]) -> None:
    assert [token.text for token in iter_tokens(text)] == expected


@given(st.text())
def test_tokens_quote_the_text_and_lose_nothing_visible(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())


def test_is_word_tells_words_and_numbers_from_marks() -> None:
    assert [is_word(token) for token in tokenize("No, 7!")] == [True, False, True, False]
