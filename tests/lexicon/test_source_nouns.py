"""source_noun: singular, plural, class and gender."""

import pytest

from headwater.lexicon.source_nouns import source_noun

CASES: dict[str, tuple[str, str, bool, str]] = {
    "spokeswoman": ("Spokeswoman", "mouth", False, "f"),
    "irregular-plural": ("spokesmen", "mouth", True, "m"),
    "body": ("ministries", "body", True, "-"),
    "plural-only": ("authorities", "official", True, "-"),
}


@pytest.mark.parametrize(("word", "noun_class", "plural", "gender"), CASES.values(), ids=CASES)
def test_noun(word: str, noun_class: str, *, plural: bool, gender: str) -> None:
    noun = source_noun(word)
    assert noun is not None
    assert (noun.noun_class, noun.plural, noun.gender) == (noun_class, plural, gender)


def test_other_words_are_none() -> None:
    assert source_noun("rained") is None
