"""Numbers before a hyphen: people and things are counted, set phrases and qualities are not."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.compounds import counts, is_odd_compound
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

COUNTED: dict[str, tuple[str, float]] = {
    "judges": ("A five-judge bench sat.", 5),
    "members": ("The 14-member panel met.", 14),
    "crew": ("A two-man crew bailed out.", 2),
    "seats": ("A 33-seater bus and its driver were lost.", 33),
    "strong": ("The 60-strong choir sang.", 60),
    "people-of-the-lexicon": ("A four-officer patrol was ambushed.", 4),
    "rooms": ("A three-bedroom house burned.", 3),
    "vehicles": ("A seven-vehicle pile-up shut the road.", 7),
    "sport": ("He got an eight-match ban.", 8),
    "majority": ("They hold a one-seat majority.", 1),
}


@pytest.mark.parametrize(("text", "value"), COUNTED.values(), ids=COUNTED)
def test_what_a_hyphen_joins_is_counted(make_document: Maker, text: str, value: float) -> None:
    (found,) = annotate_quantities(make_document(text))
    assert (found.lower, found.upper) == (value, value)


ODD = (
    "A five-star hotel.", "A four-wheel drive.", "A one-way street.", "Two-tier pricing.", "A two-state solution.",
    'The "two-state" solution.', "A two-horse race.", "A three-point plan.", "A six-figure sum.", "A one-two punch.",
    "A one-man show.", "A one-off.", "Three-piece suits.", "A two-party system.",
)  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_what_a_hyphen_joins_is_no_count(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


def test_words_are_told_by_what_follows() -> None:
    words = split_words("a six-point lead and a six-point plan")
    assert counts(words, 3)
    assert not counts(words, 9)
    assert not is_odd_compound(words, 1, 2)
    assert is_odd_compound(words, 7, 8)
