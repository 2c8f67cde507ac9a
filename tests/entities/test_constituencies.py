"""Which state and party the text ties somebody to, and that a phrase for another one does not mean him."""

import pytest
from tests.entities.reading import meant, resolve

from headwater.entities.constituencies import party_of, regions_in

CASES: dict[str, tuple[str, list[str | None]]] = {
    "state-before-the-office": (
        (
            "[[Ohio Senator Ann Voss]] said {{a}}. [[Texas Senator Max Orr]] said {{b}}. "
            "[[The Ohio senator]] said {{c}}."
        ),
        ["Ann Voss", "Max Orr", "Ann Voss"],
    ),
    "state-in-brackets": (
        (
            "[[Sen. Ann Voss (D-Ariz.)]] said {{a}}. [[Sen. Max Orr (R-Tex.)]] said {{b}}. "
            "[[The Texas senator]] said {{c}}."
        ),
        ["Ann Voss", "Max Orr", "Max Orr"],
    ),
    "state-before-a-stop": (
        "[[Max Orr]] said {{a}} beside Sen. Ann Voss, R-Iowa. [[The Florida senator]] said {{b}}.",
        ["Max Orr", "Max Orr"],
    ),
    "state-behind-of": (
        "[[Gov. Ann Voss of Maine]] said {{a}}. [[The Ohio governor]] said {{b}}.",
        ["Ann Voss", "Ohio governor"],
    ),
    "noun-for-somebody-of-a-state": (
        "[[Sen. Ann Voss of Vermont]] said {{a}}. [[Rep. Max Orr of Texas]] said {{b}}. [[The Vermonter]] said {{c}}.",
        ["Ann Voss", "Max Orr", "Ann Voss"],
    ),
    "party": (
        "[[Republican Ann Voss]] said {{a}}. [[Democrat Max Orr]] said {{b}}. [[The Republican]] said {{c}}.",
        ["Ann Voss", "Max Orr", "Ann Voss"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_state_or_party_tells_who_is_meant(text: str, expected: list[str | None]) -> None:
    assert meant(resolve(text)) == expected


def test_regions_are_found_in_words_and_shortenings_are_not_names() -> None:
    assert regions_in("the South Carolina governor") == {"US-SC"}
    assert regions_in("North Carolina and Ohio") == {"US-NC", "US-OH"}
    assert regions_in("the Velm governor") == frozenset()


def test_two_parties_tell_nothing() -> None:
    assert party_of({"democratic", "senator"}) == "democrat"
    assert party_of({"gop", "democratic"}) is None
    assert party_of({"d"}) is None
