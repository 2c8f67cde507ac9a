"""Shorter and longer names of one body across documents: one where nothing else fits, apart where something does."""

import pytest
from tests.entities.reading import OUTLETS, marked

from headwater.entities import resolve_document, resolve_story
from headwater.records import Entity


def _cast(*texts: str) -> tuple[Entity, ...]:
    pairs = [marked(text, name=f"doc{i}") for i, text in enumerate(texts)]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    return resolve_story([doc for doc, _ in pairs], sources, OUTLETS)


CASTS: dict[str, tuple[tuple[str, ...], list[tuple[str, int]]]] = {
    "first-word-of-a-bank": (
        ("[[The Quillon Savings Bank]] said {{a}}.", "[[Quillon]] said {{b}}."),
        [("Quillon Savings Bank", 2)],
    ),
    "first-word-of-two-bodies": (
        ("[[The Quillon Savings Bank]] said {{a}}.", "[[The Quillon Holiday Fund]] said {{b}}.",
         "[[Quillon]] said {{c}}."),
        [("Quillon", 1), ("Quillon Holiday Fund", 1), ("Quillon Savings Bank", 1)],
    ),
    "first-word-of-a-hospital-is-a-town": (
        ("[[The Orlenz General Hospital]] said {{a}}.", "[[Orlenz]] said {{b}}."),
        [("Orlenz", 1), ("Orlenz General Hospital", 1)],
    ),
    "a-place-that-a-bank-is-called-after": (
        ("[[The Quillon Savings Bank]] said {{a}}.", "[[Quillon]] said {{b}}. It rained in Quillon all day."),
        [("Quillon", 1), ("Quillon Savings Bank", 1)],
    ),
    "last-words": (
        ("[[The State Flood Relief Authority]] said {{a}}.", "[[The Flood Relief Authority]] said {{b}}."),
        [("State Flood Relief Authority", 2)],
    ),
    "last-words-of-two": (
        ("[[The Arran Flood Relief Authority]] said {{a}}.", "[[The Velm Flood Relief Authority]] said {{b}}.",
         "[[The Flood Relief Authority]] said {{c}}."),
        [("Arran Flood Relief Authority", 1), ("Flood Relief Authority", 1), ("Velm Flood Relief Authority", 1)],
    ),
    "another-force-of-the-town": (
        ("[[The Arran Police]] said {{a}}.", "[[The Arran Railway Police]] said {{b}}."),
        [("Arran Police", 1), ("Arran Railway Police", 1)],
    ),
    "a-description-with-a-mark-of-possession": (
        ("[[The State Flood Relief Authority]] said {{a}}.", "[[The state's flood authority]] said {{b}}."),
        [("State Flood Relief Authority", 2)],
    ),
    "a-bare-noun-behind-two-names-of-one-body": (
        ("[[The State Flood Relief Authority]] said {{a}}.", "[[The Flood Relief Authority]] said {{b}}.",
         "A report by [[the Authority]] said {{c}}."),
        [("State Flood Relief Authority", 3)],
    ),
    "central-bank": (
        ("[[The Reserve Bank of Ostrava]] said {{a}}.", "[[Ostrava's central bank]] said {{b}}."),
        [("Reserve Bank of Ostrava", 2)],
    ),
    "central-bank-of-another-country": (
        ("[[The Reserve Bank of Ostrava]] said {{a}}.", "[[Norland's central bank]] said {{b}}."),
        [("Norland's central bank", 1), ("Reserve Bank of Ostrava", 1)],
    ),
    "shortened-word": (
        ("[[The Coastal Meteorological Centre]] said {{a}}.", "[[The Met Centre]] said {{b}}."),
        [("Coastal Meteorological Centre", 2)],
    ),
    "title-of-an-office": (
        ("[[District Registrar Anna Fox]] said {{a}}.", "[[Anna Fox]] said {{b}}. The registrar of the district left."),
        [("Anna Fox", 2)],
    ),
    "a-longer-name": (
        ("[[Kim Jae Ho]] said {{a}}.", "[[Jae Ho]] said {{b}}."), [("Jae Ho", 1), ("Kim Jae Ho", 1)],
    ),
    "one-surname-two-given-names": (
        ("[[Anna Fox]] said {{a}}.", "[[Paula Fox]] said {{b}}."),
        [("Anna Fox", 1), ("Paula Fox", 1)],
    ),
    "bare-surname": (("[[Ivo Tarrok]] said {{a}}.", "[[Tarrok]] said {{b}}."), [("Ivo Tarrok", 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), CASTS.values(), ids=CASTS)
def test_cast_of(texts: tuple[str, ...], wanted: list[tuple[str, int]]) -> None:
    assert [(e.caption, len(e.member_ids)) for e in _cast(*texts)] == wanted


def test_a_union_names_its_rule_and_its_evidence() -> None:
    (bank,) = _cast("[[The Reserve Bank of Ostrava]] said {{a}}.", "[[The central bank]] said {{b}}.")
    assert any(rule.startswith("the only central bank the story names: ") for rule in bank.rules)


def test_a_name_taken_for_a_persons_in_one_text_is_the_body_of_the_others() -> None:
    body = "[[Quillon Savings Bank]], a lender, said {{a}}. Quillon Savings Bank is large."
    (bank,) = _cast(body, body.replace("large", "old"), "[[Quillon Savings Bank]] said {{b}}.")
    assert (bank.kind, len(bank.member_ids)) == ("organisation", 3)
