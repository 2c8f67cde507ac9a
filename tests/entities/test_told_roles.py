"""told_roles: what running text says that somebody is."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "who-chairs": (
        "[[Sir Alan Poe, who chairs the board]], said {{a}}. [[The chairman]] said {{b}}.",
        ["Alan Poe", "Alan Poe"],
    ),
    "who-led-is-a-former-one": (
        "Sir Alan Poe, who headed the Mint, left. [[Ann Roe]] said {{a}}. [[The former Mint chief]] said {{b}}.",
        ["Ann Roe", "Alan Poe"],
    ),
    "was-named": (
        "Ann Roe was named head coach on Monday. [[Jo Lunt]] said {{a}}. [[The coach]] said {{b}}.",
        ["Jo Lunt", "Ann Roe"],
    ),
    "named-as": (
        "The club named Ann Roe as head coach. [[Jo Lunt]] said {{a}}. [[The coach]] said {{b}}.",
        ["Jo Lunt", "Ann Roe"],
    ),
    "who-was-until": (
        (
            "[[Hal Pym, who was mayor until 1998]], said {{a}}. [[Mayor Sue Bligh]] said {{b}}. "
            "[[The former mayor]] said {{c}}."
        ),
        ["Hal Pym", "Sue Bligh", "Hal Pym"],
    ),
    "whose-husband-died": (
        ("[[Nel Voll]], whose husband died at sea, said {{a}}. [[Arne Dahl]] said {{b}}. [[The widow]] said {{c}}."),
        ["Nel Voll", "Arne Dahl", "Nel Voll"],
    ),
    "is-no-doctor": (
        "Ann Roe is no doctor. [[Ann Roe]] said {{a}}. [[The doctor]] said {{b}}.",
        ["Ann Roe", "doctor"],
    ),
    "who-runs-no-trade": (
        "[[Ann Roe, who runs the bakery]], said {{a}}. [[The baker]] said {{b}}.",
        ["Ann Roe", "baker"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
