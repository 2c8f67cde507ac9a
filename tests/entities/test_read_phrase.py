"""read_phrase: what a source phrase says of its speaker, and offsets that fit whatever stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.entities.reading import document

from headwater.entities.page import Page
from headwater.entities.read_phrase import read_phrase

NAMES: dict[str, tuple[str, str, str | None]] = {
    "office-of-state": ("Secretary of State Otto Brandt", "Otto Brandt", None),
    "organisation-and-role": ("Veldt Security Alliance director Otto Brandt", "Otto Brandt", "Veldt Security Alliance"),
    "described-house": ("national harbour agency spokesman Zorin Quell", "Zorin Quell", "national harbour agency"),
    "of-house": ("Zorin Quell of the National Harbour Agency", "Zorin Quell", "National Harbour Agency"),
    "field-then-house": ("Otto Brandt, director of security for Veldt", "Otto Brandt", "Veldt"),
    "hyphen-set-apart": ("Agence - Veldt Presse", "Agence - Veldt Presse", None),
    "state-behind-a-party": ("Otto Brandt, D-Norland", "Otto Brandt", None),
    "surname-that-is-a-title": ("Attorney General Otto P. Barr", "Otto P. Barr", None),
    "courtesy-before-such-a-surname": ("Mr. Barr", "Barr", None),
    "house-of-justice": ("the Justice Department", "Justice Department", None),
    "place-run-into-the-name": ("Yemen, Attorney General Otto Brandt", "Otto Brandt", None),
    "former-office-of-state": ("Then-Secretary of State Otto Brandt", "Otto Brandt", None),
    "spaced-initial": ("Rusk M. Salen", "Rusk M. Salen", None),
}


@pytest.mark.parametrize(("text", "name", "affiliation"), NAMES.values(), ids=NAMES)
def test_name_and_affiliation(text: str, name: str, affiliation: str | None) -> None:
    page = Page.of(document(f"Today {text} said so."))
    phrase = read_phrase(page, 6, 6 + len(text))
    assert phrase is not None
    assert phrase.name is not None
    assert page.text[phrase.name.start : phrase.name.end] == name
    assert (page.text[slice(*phrase.affiliation)] if phrase.affiliation else None) == affiliation


@settings(deadline=None)  # the machine may be busy; offsets are what is tested
@given(st.text(alphabet="Ab cé.,'’-–()\"“of andthesaid", max_size=60))
def test_ranges_fit_the_text(text: str) -> None:
    page = Page.of(document(text + " x"))
    phrase = read_phrase(page, 0, len(text))
    ranges = [phrase.descriptor, phrase.affiliation] if phrase else []
    assert all(0 <= r[0] < r[1] <= len(page.text) for r in ranges if r)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Police in Velm", "Police in Velm"),
        ("Courts in Velm", "Courts in Velm"),
        ("an internal memo first reported by Reuters", "internal memo"),
    ],
)
def test_a_description_ends_where_its_clause_begins(text: str, caption: str) -> None:
    page = Page.of(document(f"{text} said so."))
    phrase = read_phrase(page, 0, len(text))
    assert phrase is not None
    assert phrase.form == "nominal"
    assert phrase.descriptor is not None
    assert page.text[slice(*phrase.descriptor)] == caption
