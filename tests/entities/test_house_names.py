"""Houses called again by short names, letters, clubs' places, and courts of several levels kept apart."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "letters-in-brackets": (
        "[[The Norland Food Agency (NAFA)]] said {{a}}. [[NAFA]] said {{b}}.",
        ["Norland Food Agency", "Norland Food Agency"],
    ),
    "club": (
        "[[Calder Athletic]] said {{a}}. [[Physio Ann Roe]] said {{b}}. [[Calder]] said {{c}}.",
        ["Calder Athletic", "Ann Roe", "Calder Athletic"],
    ),
    "head-alone": (
        "[[The Kisan Ekta Sabha]] said {{a}}. [[Ann Roe]] said {{b}}. [[The Sabha]] said {{c}}.",
        ["Kisan Ekta Sabha", "Ann Roe", "Kisan Ekta Sabha"],
    ),
    "two-of-one-head": (
        "The Kisan Sabha and the Velm Sabha met. [[The Sabha]] said {{a}}.",
        ["Sabha"],
    ),
    "court-of-another-level": (
        "[[The Supreme Court]] said {{a}}. [[The district court]] said {{b}}.",
        ["Supreme Court", "district court"],
    ),
    "unnamed-court-again": (
        "[[The Supreme Court]] said {{a}}. [[A district court]] said {{b}}. [[The court]] said {{c}}.",
        ["Supreme Court", "district court", "district court"],
    ),
    "surname-that-is-a-people": (
        "[[Investor Ada German]] said {{a}}. [[Ann Roe]] said {{b}}. [[German]] said {{c}}.",
        ["Ada German", "Ann Roe", "Ada German"],
    ),
    "vice-president": (
        "[[President Ann Roe]] said {{a}}. [[Vice President Max Orr]] said {{b}}. [[The president]] said {{c}}.",
        ["Ann Roe", "Max Orr", "Ann Roe"],
    ),
    "strategist-of-a-party": (
        "[[A top GOP strategist]] said {{a}}. [[Leaders across Europe]] said {{b}}.",
        ["top GOP strategist", "leaders across Europe"],
    ),
    "who-behind-a-copula": (
        "Ann Roe is the state attorney [[who]] said {{a}}.",
        ["Ann Roe"],
    ),
    "possessive-before-a-title": (
        "Velda's secretary Max Orr left. [[President Velda]] said {{a}}. [[He]] said {{b}}.",
        ["Velda", "Velda"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
