"""Words that bound numbers elsewhere: "handed over 14", "asked about 12", "own up to 3", "passed 14 bills"."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.phrasal import bounds_number
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

UNBOUNDED: dict[str, tuple[str, str]] = {
    "hand": ("The jeweller handed over 14 bars.", "14"),
    "hand-money": ("Donors handed over $3m.", "$3m"),
    "turn": ("The chain turns over R60 million.", "R60 million"),
    "take": ("The group took over 12 shops.", "12"),
    "win": ("She won over 11 rebels.", "11"),
    "knock": ("It knocked over six bins.", "six"),
    "preside": ("He presided over 31 trials.", "31"),
    "row": ("A row over 900 job cuts went on.", "900"),
    "passive": ("He was charged over three deaths.", "three"),
    "during": ("Rain fell over three days.", "three days"),
    "during-money": ("They will spend £2bn over five years.", "five years"),
    "about": ("Police asked about 12 rifles.", "12"),
    "complaints": ("Complaints about two hotels were upheld.", "two"),
    "around": ("Tents were clustered around 14 wells.", "14"),
    "own-up": ("He owned up to four burglaries.", "four"),
    "add-up": ("The bills add up to £312.", "£312"),
    "bills": ("The house passed 14 bills.", "14"),
}


@pytest.mark.parametrize(("text", "words"), UNBOUNDED.values(), ids=UNBOUNDED)
def test_the_verb_has_the_word(make_document: Maker, text: str, words: str) -> None:
    found = annotate_quantities(make_document(text))[-1]
    assert (found.span.quote(text), found.modifier) == (words, "exact")
    assert found.lower == found.upper


BOUNDED: dict[str, tuple[str, str]] = {
    "employ": ("The mill employs over 70.", "over 70"),
    "take-statements": ("They took over 40 statements.", "over 40"),
    "take-time": ("It took over three years.", "over three years"),
    "take-money": ("The stall took over R40 million.", "over R40 million"),
    "arrest": ("Police arrested over 200 marchers.", "over 200"),
    "for-years": ("She has taught for over 20 years.", "over 20 years"),
    "distance": ("It lies over 12 km away.", "over 12 km"),
    "heard": ("They heard about 40 shots.", "about 40"),
    "tall": ("It would stand up to 50 metres tall.", "up to 50 metres"),
    "jail": ("He faces up to 10 years.", "up to 10 years"),
    "toll": ("The toll passed 300.", "passed 300"),
}


@pytest.mark.parametrize(("text", "words"), BOUNDED.values(), ids=BOUNDED)
def test_the_number_has_the_word(make_document: Maker, text: str, words: str) -> None:
    (found,) = annotate_quantities(make_document(text))
    assert (found.span.quote(text), found.modifier != "exact") == (words, True)


@pytest.mark.parametrize(("text", "bounds"), [("hands over 12 keys", False), ("has over 12 keys", True)])
def test_over_bounds(text: str, bounds: bool) -> None:
    assert bounds_number(split_words(text), 1, 2, 2) is bounds
