"""is_verb: verbs are told from nouns and adjectives by their neighbours."""

import pytest

from headwater.claims.predicates import holds_verb, is_verb, stands_alone


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("the flood killed six children", "killed"),
        ("quake hits the island", "hits"),
        ("officials say nothing", "say"),
        ("to assemble boats", "assemble"),
        ("leaving dozens homeless", "leaving"),
        ("the dam was sound", "was"),
    ],
)
def test_a_verb_is_seen(words: str, verb: str) -> None:
    folded = words.split()
    assert is_verb(folded, folded.index(verb))


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Two people have died", True),
        ("killing two people", False),
        ("had been warned in November", False),
        ("it was passed as sound", False),
        ("at a depth of 10 km", False),
        ("a crack like thunder", False),
    ],
)
def test_a_caption_can_be_read_alone(words: str, alone: bool) -> None:
    assert stands_alone(words) is alone


@pytest.mark.parametrize(
    "words", ["the weaponised boats", "the talks", "a senior official at the ministry", "in the morning", "of meetings"]
)
def test_a_noun_phrase_holds_none(words: str) -> None:
    assert not holds_verb(words.split())
