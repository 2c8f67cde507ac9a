"""Pronouns told by names, titles and what people say of themselves."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "no-man-is-she": (
        "[[Judge Vera Lund]] said {{a}}. [[Femi Layan]] said {{b}}. [[She]] said {{c}}.",
        ["Vera Lund", "Femi Layan", "Vera Lund"],
    ),
    "who-said-he-is-no-she": (
        "[[Vera Lund]] said {{a}}. [[The engineer, Zorin Kee]], said he {{b}}. [[She]] said {{c}}.",
        ["Vera Lund", "Zorin Kee", "Vera Lund"],
    ),
    "last-woman": (
        "[[Ann Roe]] said {{a}}. [[Petra Poe]] said {{b}}. [[She]] said {{c}}.",
        ["Ann Roe", "Petra Poe", "Petra Poe"],
    ),
    "own-paragraph": (
        (
            "[[Mayor Ann Roe]] said {{a}}. It rained. Trams stopped.\n\nPetra Poe, 29, missed her train. "
            "It was late, [[she]] said {{b}}."
        ),
        ["Ann Roe", "Petra Poe"],
    ),
    "burmese-titles": (
        "[[U Kyaw Zin]] said {{a}}. [[Daw Aye Mon]] said {{b}}. [[He]] said {{c}}. [[She]] said {{d}}.",
        ["Kyaw Zin", "Aye Mon", "Kyaw Zin", "Aye Mon"],
    ),
    "they-of-one-whose-sex-nothing-tells": (
        "[[Robin Lund, whose film opened the fair]], said {{a}}. [[They]] said {{b}}.",
        ["Robin Lund", "Robin Lund"],
    ),
    "they-may-be-residents": (
        "[[Robin Lund]] said {{a}}. Residents cheered. [[They]] said {{b}}.",
        ["Robin Lund", None],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
