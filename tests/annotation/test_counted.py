"""counted_after: the head noun behind a number."""

import pytest

from headwater.annotation.counted import counted_after
from headwater.annotation.words import split_words

CASES: dict[str, tuple[str, bool, str | None]] = {
    "adjectives": ("12 large Iranian-made drones fell", True, "drones"),
    "noun-before-noun": ("12 Marlin web users left", True, "users"),
    "of": ("12 of the miners left", True, "miners"),
    "adjective-as-head": ("12 dead and more", True, "dead"),
    "singular": ("1 young officer was hurt", False, "officer"),
    "nothing": ("12 were hurt", True, None),
}


@pytest.mark.parametrize(("text", "plural", "head"), CASES.values(), ids=CASES)
def test_counted_is(text: str, plural: bool, head: str | None) -> None:
    words = split_words(text)
    found = counted_after(words, 1, plural=plural)
    assert (words.phrase(*found) if found else None) == head
