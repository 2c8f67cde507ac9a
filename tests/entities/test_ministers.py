"""Ministers belong to their ministry; words of rank before an office name no organisation."""

import pytest
from tests.entities.reading import OUTLETS, marked

from headwater.entities import resolve_document, resolve_story
from headwater.entities.ministers import before_office, fields_of
from headwater.records import Entity


@pytest.mark.parametrize(
    ("words", "role", "kept"),
    [
        (["Prime"], "minister", 0),
        (["Veldian", "Foreign"], "minister", 0),
        (["White", "House", "Press"], "secretary", 2),
        (["Supreme"], "leader", 0),
        (["Managing"], "director", 0),
        (["National", "Security"], "adviser", 0),
        (["Police"], "chief", 1),
        (["Trend", "Micro"], "director", 2),
    ],
)
def test_words_of_rank_before_an_office_name_no_organisation(words: list[str], role: str, kept: int) -> None:
    assert before_office(words, [role]) == kept


def test_only_ministers_and_secretaries_have_a_field() -> None:
    assert fields_of({"deputy", "defense", "veldian"}, {"minister"}) == ("field: defence", "nation: veldian")
    assert fields_of({"health"}, {"reporter"}) == ()
    assert fields_of({"prime"}, {"minister"}) == ()


def story(*texts: str) -> tuple[Entity, ...]:
    """Return the entities of documents that tell one story."""
    read = [marked(text, name=f"doc-{number}") for number, text in enumerate(texts)]
    documents = [document for document, _ in read]
    return resolve_story(documents, [resolve_document(doc, own, OUTLETS) for doc, own in read], OUTLETS)


def parent_of(entities: tuple[Entity, ...], name: str) -> str | None:
    """Return the caption of the organisation a person speaks for."""
    person = next(entity for entity in entities if entity.caption == name)
    return next((e.caption for e in entities if e.entity_id == person.parent_id), None)


MINISTER = "[[Norlandic Foreign Minister Bo Rask]] said {{the talks were over}}."


def test_a_minister_belongs_to_the_only_ministry_of_that_field_in_the_story() -> None:
    entities = story(MINISTER, "[[The Foreign Ministry]] said {{nothing was signed}}.")
    assert parent_of(entities, "Bo Rask") == "Foreign Ministry"


def test_a_ministry_of_another_field_or_two_of_one_field_settle_nothing() -> None:
    assert parent_of(story(MINISTER, "[[The Health Ministry]] said {{nothing was signed}}."), "Bo Rask") is None
    two = "[[The Veldian Foreign Ministry]] said {{no}}. [[The Ondaran Foreign Ministry]] said {{yes}}."
    assert parent_of(story(MINISTER, two), "Bo Rask") is None


def test_of_two_ministries_of_one_field_a_minister_belongs_to_his_country_s() -> None:
    two = "[[The Norlandic Foreign Ministry]] said {{no}}. [[The Ondaran Foreign Ministry]] said {{yes}}."
    assert parent_of(story(MINISTER, two), "Bo Rask") == "Norlandic Foreign Ministry"


def test_a_person_s_former_lawyer_does_not_speak_for_him() -> None:
    text = (
        "[[Veldt's former lawyer Ada Holm]] said {{he knew}}. [[Carl Veldt]] said {{he did not}}. [[He]] said {{no}}."
    )
    assert parent_of(story(text), "Ada Holm") is None
    elsewhere = story("[[Veldt's former lawyer Ada Holm]] said {{he knew}}.", "[[Carl Veldt]] said {{he did not}}.")
    assert parent_of(elsewhere, "Ada Holm") is None


def test_a_word_of_the_page_that_owns_a_lawyer_is_no_organisation() -> None:
    assert parent_of(story("[[MORE's former lawyer Ada Holm]] said {{he knew}}."), "Ada Holm") is None
