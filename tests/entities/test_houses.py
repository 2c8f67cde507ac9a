"""Organisations that later nouns mean again, and what a spokesman without a named house is."""

import pytest
from tests.entities.reading import resolve, speaker

CASES: dict[str, tuple[str, int, str]] = {
    "party": ("[[The Workers' Front]] said {{a}}. [[The party]] said {{b}}.", 1, "Workers' Front"),
    "bloc": ("[[The United Shores Alliance]] said {{a}}. [[The bloc]] said {{b}}.", 1, "United Shores Alliance"),
    "maker": ("[[Oduya Steel]] said {{a}}. [[The steelmaker]] said {{b}}.", 1, "Oduya Steel"),
    "last-word-of-the-name": ("[[The Velm Victory Fund]] said {{a}}. [[the fund]] said {{b}}.", 1, "Velm Victory Fund"),
    "the-only-police": ("Officers of the Velm Police came. [[Police]] said {{a}}.", 0, "Velm Police"),
    "office-inside-a-name": ("[[Velm General Hospital]] said {{a}}.", 0, "Velm General Hospital"),
    "owner-inside-a-name": ("[[The Velm County Attorney's Office]] said {{a}}.", 0, "Velm County Attorney's Office"),
    "he-of-a-spokesman": ("[[A police spokesman]] said {{a}}. [[He]] said {{b}}.", 1, "police"),
}


@pytest.mark.parametrize(("text", "number", "caption"), CASES.values(), ids=CASES)
def test_later_words_mean(text: str, number: int, caption: str) -> None:
    assert speaker(resolve(text), number).caption == caption


def test_a_spokesman_of_a_house_without_a_name_is_unnamed() -> None:
    found = speaker(resolve("[[A union representative]] said {{it rained}}."))
    assert (found.kind, found.descriptor, found.affiliation) == ("unnamed", "union representative", "union")


def test_a_suspect_is_no_house_his_lawyer_speaks_for() -> None:
    assert speaker(resolve("[[The suspect's lawyer]] said {{it rained}}.")).kind == "unnamed"


def test_the_statement_stays_its_issuers_although_another_is_named_between() -> None:
    text = "In a statement, [[Veldt Energy]] said {{a}}. [[Norland]] agreed {{b}}. [[The statement]] said {{c}}."
    sources = resolve("In a statement, [[Veldt Energy]] said {{z}}. [[The statement]] said {{y}}. " + text[16:])
    assert [speaker(sources, number).caption for number in (1, 4)] == ["Veldt Energy", "Veldt Energy"]
