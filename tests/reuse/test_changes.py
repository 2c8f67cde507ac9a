"""tell_change, read_numbers: a spelling is no other word, a number no other number in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reuse.changes import read_numbers, tell_change

CHANGES: dict[str, tuple[str, str, str]] = {
    "british-and-american": ("organised", "organized", "spelling"),
    "colour": ("the colour", "the color", "spelling"),
    "hyphen": ("self-doubt", "self doubt", "spelling"),
    "contraction": ("do not", "don’t", "spelling"),
    "cannot": ("cannot", "can’t", "spelling"),
    "transliterated-name": ("Zhelenskyy", "Zhelensky", "spelling"),
    "figures-for-words": ("eleven", "11", "spelling"),
    "grouped-figures": ("1,500", "1500", "spelling"),
    "another-number": ("eleven", "17", "number"),
    "another-number-among-words": ("at least 1,500", "about 1,600", "number"),
    "same-number-other-words": ("nearly 12", "over 12", "substitution"),
    "negation": ("will", "won’t", "substitution"),
    "negation-of-a-can": ("can", "cannot", "substitution"),
    "two-dictionary-words": ("public", "publish", "substitution"),
    "will-and-well": ("will", "well", "substitution"),
    "inflection": ("crack", "cracks", "substitution"),
    "two-countries": ("Austria", "Australia", "substitution"),
    "two-days": ("Tuesday", "Thursday", "substitution"),
    "four-is-not-for": ("four", "for", "substitution"),
    "abbreviation": ("the Harbour Board", "the HB", "substitution"),
}


@pytest.mark.parametrize(("ours", "theirs", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_told_by_what_it_changes(ours: str, theirs: str, expected: str) -> None:
    assert tell_change(ours, theirs) == expected
    assert tell_change(theirs, ours) == expected


NUMBERS: dict[str, tuple[str, tuple[float, ...]]] = {
    "figures": ("at least 1,500 of 2.5", (1500.0, 2.5)),
    "words": ("forty-five people", (45.0,)),
    "scales": ("two hundred and fifty thousand", (250_000.0,)),
    "dozen": ("a dozen, three dozen", (12.0, 36.0)),
    "mixed": ("1.2 million", (1_200_000.0,)),
    "none": ("nobody at all", ()),
    "version-number": ("6.1.2", (0.0,)),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_read_in_figures_and_words(text: str, expected: tuple[float, ...]) -> None:
    assert read_numbers(text) == expected


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_two_texts_have_a_change_and_order_does_not_matter(ours: str, theirs: str) -> None:
    assert tell_change(ours, theirs) == tell_change(theirs, ours)
