"""Spellings of names: which pairs are one, and by which rule."""

import pytest

from headwater.entities.variants import same_organisation_name, same_person_name, skeleton, sound

PEOPLE: dict[str, tuple[str, str, str | None]] = {
    "doubled-y": ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "variant spelling"),
    "ee-and-i": ("Ebrahim Raisi", "Ebrahim Raeesi", "variant spelling"),
    "vowels": ("Mohammed Karimi", "Muhammad Karimi", "same consonants"),
    "initial": ("J. Calder", "Jane Calder", "initial"),
    "other-given-name": ("Anna Calder", "Jane Calder", None),
    "known-names-that-differ": ("Maria Calder", "Mario Calder", None),
    "diacritics": ("José Núñez", "Jose Nunez", "same name"),
}
ORGANISATIONS: dict[str, tuple[str, str, str | None]] = {
    "country": ("US Geological Survey", "Geological Survey", "same name without country or legal form"),
    "legal-form": ("Veldt Energy Inc", "Veldt Energy", "same name without country or legal form"),
    "acronym": ("ISW", "Institute for the Study of War", "acronym"),
    "the-fed": ("Fed", "Federal Reserve", "acronym"),
    "other": ("Veldt Energy", "Veldt Water", None),
}


@pytest.mark.parametrize(("left", "right", "rule"), PEOPLE.values(), ids=PEOPLE)
def test_people(left: str, right: str, rule: str | None) -> None:
    assert same_person_name(tuple(left.split()), tuple(right.split())) == rule
    assert same_person_name(tuple(right.split()), tuple(left.split())) == rule


@pytest.mark.parametrize(("left", "right", "rule"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_organisations(left: str, right: str, rule: str | None) -> None:
    assert same_organisation_name(tuple(left.split()), tuple(right.split())) == rule


def test_sound_and_skeleton() -> None:
    assert sound("Zelenskyy") == sound("Zelensky")
    assert skeleton("Muhammad") == "mhmd"
