"""Organisations called again by nouns that words of their names allow."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "workers-alliance-is-a-union": (
        "[[The Porters' Alliance]] said {{a}}. [[Corrib Foods]] said {{b}}. [[The union]] said {{c}}.",
        ["Porters' Alliance", "Corrib Foods", "Porters' Alliance"],
    ),
    "company-is-no-union": (
        "[[Loxley Motors]] said {{a}}. [[The union]] said {{b}}.",
        ["Loxley Motors", "union"],
    ),
    "ministry-of-labour-is-no-union": (
        "[[The Ministry of Labour]] said {{a}}. [[The union]] said {{b}}.",
        ["Ministry of Labour", "union"],
    ),
    "general-secretary-of-a-union": (
        "[[RMW general secretary Mick Dunn]] said {{a}}. [[The union]] said {{b}}.",
        ["Mick Dunn", "RMW"],
    ),
    "employers-body": (
        "[[The Mill Employers' Forum]] said {{a}}. [[The employers' body]] said {{b}}.",
        ["Mill Employers' Forum", "Mill Employers' Forum"],
    ),
    "fire-service": (
        "[[Ann Roe of Carrow Fire and Rescue]] said {{a}}. [[The fire service]] said {{b}}.",
        ["Ann Roe", "Carrow Fire and Rescue"],
    ),
    "weather-service": (
        "[[The Velm Weather Office]] said {{a}}. [[The weather service]] said {{b}}. [[The agency]] said {{c}}.",
        ["Velm Weather Office", "Velm Weather Office", "Velm Weather Office"],
    ),
    "coast-guard": (
        "[[The Karv Coast Guard]] said {{a}}. [[Captain Ada Drake]] said {{b}}. [[The coast guard]] said {{c}}.",
        ["Karv Coast Guard", "Ada Drake", "Karv Coast Guard"],
    ),
    "club": (
        "Carrow Rovers lost. [[The club]] said {{a}}.",
        ["Carrow Rovers"],
    ),
    "company-is-no-club": (
        "[[Loxley Motors]] said {{a}}. [[The club]] said {{b}}.",
        ["Loxley Motors", "club"],
    ),
    "company-whose-shares-fell": (
        "Shares in Harrow Vale fell. [[The retailer]] said {{a}}.",
        ["Harrow Vale"],
    ),
    "not-where-the-analyst-works": (
        ("Investors in Calder Pits sold. [[Joan Petty at Ferris Capital]] said {{a}}. [[The company]] said {{b}}."),
        ["Joan Petty", "Calder Pits"],
    ),
    "a-page-is-its-owners": (
        "[[A post on the Facebook page of Velm Theatre]] said {{a}}. [[The theatre]] said {{b}}.",
        ["Velm Theatre", "Velm Theatre"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
