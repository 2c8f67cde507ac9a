"""Figures: which figure of a sentence a clause states."""

import pytest
from tests.claims.invented import reading

from headwater.claims.figures import Figures

CASES = {
    "a-count-before-where": ("In one village alone they counted 30 bodies", "30"),
    "how-long-yields": ("In four years the firm bought six rivals", "six"),
    "so-long-ago-yields": ("Two weeks ago nine boats sank", "nine"),
    "how-long-alone-stays": ("The quake lasted for 15 seconds", "15 seconds"),
    "parts-before-the-whole": ("They found it in four of nine samples", "four"),
    "a-train-named-by-its-time": ("The 6:52 a.m. train was carrying 116 people", "116"),
    "a-known-toll-counts": ("They named the six dead", "six"),
    "a-large-known-count-counts": ("It buried the 23 sailors", "23"),
    "a-small-known-count-does-not": ("It met the two sailors", None),
    "an-age-describes-its-noun": ("A 43-year-old man fled", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_clause_states(text: str, expected: str | None) -> None:
    read = reading("d", text)
    quantity, clock = Figures(read.document, read.quantities, (0, len(text))).first_in((0, len(text)), text)
    figure = quantity or clock
    assert (figure.span.quote(text) if figure else None) == expected
