"""Names joined by "and": one subject of two, what a plural noun calls both, a surname they share."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "he-of-two-men": (
        "Kicker Matt Doyle and fullback Sam Reece walked off together. [[He]] said {{it was cold}}.",
        [None],
    ),
    "she-of-a-woman-and-a-man": (
        "Ann Roe and Jon Vik won gold. [[She]] said {{it was close}}.",
        ["Ann Roe"],
    ),
    "a-role-both-hold": (
        "Trade Minister Ola Roe and Health Minister Jon Vik left early. [[The minister]] said {{it was done}}.",
        [None],
    ),
    "a-role-the-field-settles": (
        "Trade Minister Ola Roe and Health Minister Jon Vik left. [[The health minister]] said {{so}}.",
        ["Jon Vik"],
    ),
    "a-plural-noun-calls-both": (
        "The sisters Ann Poe and Eva Poe run it. [[Ann Poe]] said {{a}}. [[Her sister]] said {{b}}.",
        ["Ann Poe", "Eva Poe"],
    ),
    "a-shared-surname": (
        "Jack and Henry Dole run the farm. [[Mr Dole]] said {{a}}. [[Henry]] said {{b}}.",
        [None, "Henry Dole"],
    ),
    "two-unions": (
        "The Porters' Union and the Cooks' Union struck. [[The union]] said {{it was sorry}}.",
        [None],
    ),
    "two-ministries": (
        "The Ministry of Ports and the Ministry of Roads differ. [[The ministry]] said {{so}}.",
        [None],
    ),
    "two-companies": (
        "Orr Foods and Veldt Energy will merge. [[The company]] said {{jobs were safe}}.",
        [None],
    ),
    "one-company-against-another": (
        "Orr Foods sued Veldt Energy. [[The company]] said {{it was owed money}}.",
        ["Orr Foods"],
    ),
    "who-spoke-last-in-one-sentence": (
        "[[Premier Wen Lu]] said {{a}}, and [[the opposition's Gu Mir]] said {{b}}. [[She]] said {{c}}.",
        ["Wen Lu", "Gu Mir", "Gu Mir"],
    ),
    "a-counterpart-holds-the-same-office": (
        (
            "Rovers coach Al Tame was sent off and his City counterpart, Bo Dunn, soon joined him. "
            "[[The coach]] said {{a}}."
        ),
        [None],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted


def test_an_ampersand_of_a_firm_joins_nobody() -> None:
    assert meant(resolve("[[Orr & Vale]] said {{it was shut}}. [[The company]] said {{so}}.")) == ["Orr & Vale"] * 2
