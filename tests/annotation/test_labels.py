"""Numbers that name: school years, references, courts, addresses, telephones, clock times; and those that count."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.labels import is_clock, is_house_number, is_label
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

NAMES = (
    "Year 8 pupils sat still.", "Form 3 leavers and Grade 7 learners wept.",
    "Standard Six pupils and JHS 2 pupils ran.",
    "Primary 5 classes shut.", "Sector 17 residents fled.", "Constituency 12 voters queued.",
    "Quote reference 90311 of 2 June.", "Quote ref. 4471.", "Reference: 22/1905 of 4 June.", "See log 318 of May 9.",
    "They met at junction 6.", "Witness 4 wept.", "In Court 9 he wept.", "He had seat 22C in row 14.",
    "It stands at Marl Lane 18.", "It stands at Vestergata 7.", "She lives at 40 Marl Lane.",
    "She lives at 7 Rue Haute.",
    "She lives at Flat 4C.", "Call 101 now.", "Call officers on 101.", "Phone the line on 1800 404 015.",
    "Ring 116 006 at any hour.", "Text 60600 now.",
    "It opens at 9.15 on Friday.", "It begins at 7.40 this evening.", "The gates open at 8.30, staff said.",
    "Mass is said from 6.30 to 7.15 every morning.", "Buses run from 6 to 8pm.", "They left at 0645 hours.",
    "They marched at 1400 hours.", "It was half past nine.", "It was quarter to six.",
    "He rose at five in the morning.",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_these_numbers_name(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


COUNTS: dict[str, tuple[str, list[float]]] = {
    "every-year": ("Every year 40 pupils leave.", [40]),
    "this-year": ("This Year 9 Shops Closed In Velm", [9]),
    "judges": ("They asked 14 High Court judges.", [14]),
    "told-the-court": ("He lied to the Court 17 times.", [17]),
    "quoted": ("She was quoting 40 traders.", [40]),
    "price": ("The pound traded at 1.25 on Thursday.", [1.25]),
    "rate": ("It opened at 4.35%.", [4.35]),
    "decimals": ("He clocked 9.85 on Sunday.", [9.85]),
    "hours": ("It took 1400 hours.", [1400]),
    "called": ("They called 300 voters.", [300]),
    "aged": ("Aged 17, she won.", [17]),
    "temperature": ("It hit 41C.", [41]),
}


@pytest.mark.parametrize(("text", "values"), COUNTS.values(), ids=COUNTS)
def test_these_numbers_count(make_document: Maker, text: str, values: list[float]) -> None:
    assert [q.lower for q in annotate_quantities(make_document(text))] == values


def test_the_parts_agree() -> None:
    words = split_words("Year 9 pupils of 18 Marl Lane rose at 8.30 on Friday")
    assert is_label(words, 1, 2, digits=True, counted=True)
    assert is_house_number(words, 4, 5)
    assert is_clock(words, 9, 10)
    assert not is_clock(words, 1, 2)
