"""tense_around: the nearest verb form before a time decides, else the one behind it."""

import pytest

from headwater.annotation.tense import tense_around
from headwater.annotation.words import split_words

CASES: dict[str, tuple[str, str | None]] = {
    "plain-past": ("The council voted on FRIDAY.", "past"),
    "plain-future": ("The council will vote on FRIDAY.", "future"),
    "nearest-wins": ("She said it would meet on FRIDAY.", "future"),
    "passive-infinitive": ("The vote, said to be held on FRIDAY.", "future"),
    "verb-behind": ("On FRIDAY the council will vote.", "future"),
    "because-of": ("It was dark due to snow on FRIDAY.", "past"),
    "could-not": ("He could not be reached on FRIDAY.", "past"),
    "participle-before-a-noun": ("They will study the proposed law on FRIDAY.", "future"),
    "other-sentence": ("It will rain. The harbour on FRIDAY.", None),
}


@pytest.mark.parametrize(("text", "tense"), CASES.values(), ids=CASES)
def test_tense_is(text: str, tense: str | None) -> None:
    words = split_words(text)
    at = words.low.index("friday")
    assert tense_around(words, at, at + 1) == tense
