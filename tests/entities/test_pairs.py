"""Whom "the former" and "the latter" mean after exactly two people or two bodies."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "two-people": (
        "The cousins Geoff Dale and Martin Dale fell out. [[The latter]] said {{a}}. [[The former]] said {{b}}.",
        ["Martin Dale", "Geoff Dale"],
    ),
    "two-bodies": (
        "Kestrel Bank and Orsay Trust will merge. [[The latter]] said {{so}}.",
        ["Orsay Trust"],
    ),
    "a-show-is-no-third-person": (
        "Two men run the Farrow Valley Fete: Geoff Dale and Martin Pike. [[The former]] said {{so}}.",
        ["Geoff Dale"],
    ),
    "three-people": (
        "Ann Roe, Bo Lin and Cy Dun were there. [[The latter]] said {{so}}.",
        [None],
    ),
    "nobody-before": (
        "It rained. [[The former]] said {{so}}.",
        [None],
    ),
    "an-adjective": (
        "[[The former minister]] said {{so}}.",
        ["former minister"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
