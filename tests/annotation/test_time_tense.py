"""The present that means days ahead, and clauses that look back though a sentence looks ahead."""

import pytest

from headwater.annotation.tense import tense_around
from headwater.annotation.words import split_words

CASES: dict[str, tuple[str, str | None]] = {
    "passive": ("Classes are suspended in Velm on FRIDAY.", "future"),
    "passive-of-a-charge": ("Two men are accused of theft on FRIDAY.", "past"),
    "passive-and-a-cause": ("Schools are closed after floods on FRIDAY.", "past"),
    "plural": ("Both sides return to the table on FRIDAY.", "future"),
    "plural-noun": ("He missed the return on FRIDAY.", "past"),
    "singular": ("The trial continues on FRIDAY.", "future"),
    "place": ("The minister is in Oslo on FRIDAY.", "future"),
    "there-are": ("There are no trains on FRIDAY.", "future"),
    "shared-auxiliary": ("The test will be held and the results declared on FRIDAY.", "future"),
    "own-verb": ("The test will be held and the mayor resigned on FRIDAY.", "past"),
    "shared-past": ("The test was held and the results declared on FRIDAY.", "past"),
    "despite": ("She has no plans to stop, despite two raids on FRIDAY.", "past"),
    "mishap": ("A man will appear in court over a stabbing on FRIDAY.", "past"),
    "head-of-a-clause": ("He said that FRIDAY's derby would be close.", "future"),
    "head-of-a-past-clause": ("He will say that on FRIDAY he saw nobody.", "past"),
    "aside": ("Prices, up 3% on FRIDAY, may rise again.", None),
    "expired": ("The deadline, FRIDAY, has passed.", "past"),
    "month-behind-to": ("Sales rose in the year to March, FRIDAY.", "past"),
    "until-it-is": ("They will not sell until a deal is signed on FRIDAY.", "future"),
    "host-is-a-noun": ("The Velm News host Ted Pell showed a film on FRIDAY.", "past"),
    "title-ends-nothing": ("He will beat Democratic Sen. Kaine on FRIDAY.", "future"),
    "progressive": ("They will be weighing the hype and the fees paid on FRIDAY.", "past"),
    "short-past": ("Two died on FRIDAY.", "past"),
}


@pytest.mark.parametrize(("text", "tense"), CASES.values(), ids=CASES)
def test_tense_is(text: str, tense: str | None) -> None:
    words = split_words(text)
    at = next(k for k, word in enumerate(words.low) if word in {"friday", "friday's"})
    assert tense_around(words, at, at + 1) == tense
