"""tells_others: a speaker's carriers do not hold for what he told others."""

import pytest
from tests.entities.reading import chains, resolve

HEARERS = [
    ("lawmakers", []),
    ("the court", []),
    ("Parliament", []),
    ("the Tarn Council", []),
    ("reporters", []),
    ("Hannigan", ["Reuters"]),
    ("me", ["Reuters"]),
    ("the presenter", ["Reuters"]),
    ("that", ["Reuters"]),
]


@pytest.mark.parametrize(("hearers", "carriers"), HEARERS)
def test_carriers_of_words_told_to(hearers: str, carriers: list[str]) -> None:
    text = f"Sean Hannigan asked. [[Ines Calder]] told Reuters {{{{so}}}}. [[She]] told {hearers} {{{{it was over}}}}."

    assert chains(resolve(text))[1] == [*carriers, "Ines Calder"]
