"""trim: ends of a clause lose what belongs to the sentence; figures and quotations stay whole."""

import pytest

from headwater.claims.trimming import trim
from headwater.text import tokenize

CASES = {
    "after-in-front-of-a-clause": ("after the dam gave way", "the dam gave way"),
    "after-in-front-of-a-noun": ("after the flood", "after the flood"),
    "before-a-noun-and-a-verb": ("before his campaign and left town", "before his campaign and left town"),
    "if-stays": ("if the dam gives way", "if the dam gives way"),
    "when-in-front-of-two-subjects": ("when Dorn and his wife were away", "Dorn and his wife were away"),
    "as-many-as-stays": ("as many as ten left", "as many as ten left"),
    "an-open-bracket-is-kept-closed": ("10 km (six miles)", "10 km (six miles)"),
    "a-relative-behind-its-preposition": ("a meeting was held that year in which", "a meeting was held that year"),
    "a-loose-adverb": ("killing two and seriously", "killing two"),
    "even-as": ("even as the dam gave way", "the dam gave way"),
    "marks-at-both-ends": ("– “we waited, and", "we waited"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_belongs_to_the_sentence_goes(text: str, expected: str) -> None:
    kept = trim(tokenize(text), frozenset())
    assert text[kept[0].start : kept[-1].end] == expected


def test_a_value_in_front_is_never_taken_away() -> None:
    text = "plus 12 percent was lost"
    assert trim(tokenize(text), {0})[0].text == "plus"


def test_the_mark_that_closes_a_quotation_is_taken_back() -> None:
    text = "it is “a full stop,” he said"
    tokens = tokenize(text)
    kept = trim(tokens[:6], frozenset(), tokens[6:])
    assert text[kept[0].start : kept[-1].end] == "it is “a full stop,”"
