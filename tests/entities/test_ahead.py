"""People whom a text names only further on."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "opening-quotation": (
        ('"I have seen worse," [[she]] said {{a}}, folding the net. Lina Prado, 61, has fished here since 1980.'),
        ["Lina Prado"],
    ),
    "of-the-other-sex": (
        '"I have seen worse," [[he]] said {{a}}. Lina Prado, 61, has fished here since 1980.',
        [None],
    ),
    "no-person-follows": (
        '"It was dark," [[he]] said {{a}}. Velm Council has shut the bridge.',
        [None],
    ),
    "somebody-came-before": (
        'Ann Roe left. "It was dark," [[she]] said {{a}}. Petra Poe, 40, lives here.',
        ["Ann Roe"],
    ),
    "judge": (
        (
            "A federal judge halted the sale on Monday. [[A federal judge]] said {{a}}. [[U.S. "
            "District Judge Amy Stone]] wrote {{b}}."
        ),
        ["Amy Stone", "Amy Stone"],
    ),
    "two-judges": (
        "[[A judge]] said {{a}}. Judge Amy Stone heard it in May and Judge Bo Lin in June.",
        ["judge"],
    ),
    "an-official-is-not-the-one-named": (
        "[[An official]] said {{a}}. [[Senior official Amy Stone]] said {{b}}.",
        ["official", "Amy Stone"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
