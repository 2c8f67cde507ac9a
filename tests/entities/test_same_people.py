"""People of several documents: short forms of given names, father and son, chambers that are nobody's short name."""

import pytest
from tests.entities.reading import OUTLETS, marked

from headwater.entities import resolve_document, resolve_story

STORIES: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "short-form": (("[[Stephen Bann]] said {{a}}.", "[[Steve Bann]] said {{b}}."), ["Stephen Bann"]),
    "another-short-form": (("[[Jeffrey Orr]] said {{a}}.", "[[Geoff Orr]] said {{b}}."), ["Geoff Orr", "Jeffrey Orr"]),
    "father-and-son-in-one-text": (
        (
            "[[Donal Roe]] said {{a}}. [[Donal Roe Jr.]] said {{b}}. [[Roe Jr.]] said {{c}}.",
            "[[Donal Roe]] said {{d}}.",
        ),
        ["Donal Roe", "Donal Roe Jr."],
    ),
    "one-text-leaves-the-suffix-out": (
        ("[[Robert P. Case Jr.]] said {{a}}.", "[[Robert Case]] said {{b}}."),
        ["Robert P. Case Jr."],
    ),
    "the-house-is-not-the-white-house": (
        ("[[The White House]] said {{a}}.", "[[The House]] said {{b}}."),
        ["House", "White House"],
    ),
}


@pytest.mark.parametrize(("texts", "wanted"), STORIES.values(), ids=STORIES)
def test_people_of_a_story(texts: tuple[str, ...], wanted: list[str]) -> None:
    pairs = [marked(text, name=f"doc{number}") for number, text in enumerate(texts)]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    cast = resolve_story([doc for doc, _ in pairs], sources, OUTLETS)
    assert sorted(entity.caption for entity in cast) == wanted


PARENTS: dict[str, tuple[str, str | None]] = {
    "now": ("[[White House counsel Ann Roe]] said {{a}}.", "White House"),
    "former": ("[[Former White House counsel Ann Roe]] said {{a}}.", None),
    "former-behind-the-name": ("[[Ann Roe, a former Velm Mills director]], said {{a}}.", None),
    "party": ("[[Republican Sen. Ann Roe]] said {{a}}.", None),
    "letters-of-the-house": ("[[Ann Roe, head of the Civil Flight Office (CFO)]], said {{a}}.", "Civil Flight Office"),
}


@pytest.mark.parametrize(("text", "parent"), PARENTS.values(), ids=PARENTS)
def test_whom_somebody_speaks_for(text: str, parent: str | None) -> None:
    document, found = marked(text, name="doc")
    entities = resolve_document(document, found, OUTLETS).entities
    (person,) = (entity for entity in entities if entity.kind == "person")
    assert next((e.caption for e in entities if e.entity_id == person.parent_id), None) == parent
    assert not any(alias.isupper() for alias in person.aliases)
