"""Names that may be one: from the vaguer to the fuller, never against kind, country or given name."""

from dataclasses import replace

import pytest

from headwater.entities.compatible_names import may_be_named
from headwater.records import Entity, EntityKind, Span, content_id


def _entity(kind: EntityKind, caption: str, rules: tuple[str, ...] = ()) -> Entity:
    return Entity(
        entity_id=content_id("ent", kind, caption), doc_id=None, caption=caption, kind=kind, aliases=(), member_ids=(),
        parent_id=None, mention_spans=(), descriptor=None, stated_count=None, affiliation=None, access_basis=None,
        reason_given=None, rules=rules,
    )  # fmt: skip


# kind and caption of the vaguer, kind and caption of the fuller, may be one
CASES: dict[str, tuple[EntityKind, str, EntityKind, str, bool]] = {
    "town-and-its-hospital": ("organisation", "Orlenz", "organisation", "Orlenz General Hospital", True),
    "fuller-is-never-vaguer": ("organisation", "Orlenz General Hospital", "organisation", "Orlenz", False),
    "bare-noun": ("organisation", "Authority", "organisation", "Orlenz Ports Authority", True),
    "bare-noun-of-another-kind": ("organisation", "ministry", "organisation", "Orlenz Ports Authority", False),
    "the-firm": ("organisation", "firm", "organisation", "Quillon Foods", True),
    "the-firm-and-a-council": ("organisation", "firm", "organisation", "Quillon Council", False),
    "force-and-its-union": ("organisation", "Arran Police", "organisation", "Arran Police Federation", False),
    "two-forces": ("organisation", "Arran Police", "organisation", "Arran Railway Police", True),
    "described-agency": ("organisation", "weather agency", "organisation", "National Weather Office", True),
    "another-tier": ("organisation", "local weather agency", "organisation", "National Weather Office", False),
    "another-country": ("organisation", "French Navy", "organisation", "Indian Coastal Navy", False),
    "only-common-words": ("organisation", "National Office", "organisation", "National Weather Office", False),
    "central-bank": ("organisation", "Norland's central bank", "organisation", "Reserve Bank of Norland", True),
    "given-name": ("person", "Odalys", "person", "Odalys Brenk", True),
    "surname": ("person", "Brenk", "person", "Odalys Brenk", True),
    "other-given-name": ("person", "Anna Brenk", "person", "Odalys Brenk", False),
    "initial": ("person", "O. Brenk", "person", "Odalys Brenk", True),
    "other-initial": ("person", "A. Brenk", "person", "Odalys Brenk", False),
    "voice-of-a-firm": ("person", "Quillon spokesman", "organisation", "Quillon Savings Bank", True),
    "mayor-and-police": ("person", "Arran mayor", "organisation", "Arran Police", False),
    "unplaced-surname": ("organisation", "Brenk", "person", "Odalys Brenk", True),
    "part-of-a-body": ("organisation", "Office's laboratory", "organisation", "Arran Weather Office", True),
    "part-of-another": ("organisation", "Ministry's laboratory", "organisation", "Arran Weather Office", False),
    "body-of-a-place": ("organisation", "Arran's laboratory", "organisation", "Arran Weather Office", False),
    "post": ("document", "post", "document", "social media post", True),
    "video-and-post": ("document", "video", "document", "social media post", False),
    "two-reports": ("document", "audit report", "document", "police report", False),
    "titled-text": ("document", "Assessment", "document", "Flood Assessment", False),
    "noun-and-person": ("organisation", "managing", "person", "managing director", False),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "caption", "other_kind", "other", "wanted"), CASES.values(), ids=CASES)
def test_may_be(kind: EntityKind, caption: str, other_kind: EntityKind, other: str, wanted: bool) -> None:
    assert may_be_named(_entity(kind, caption), _entity(other_kind, other)) == wanted


def test_two_names_that_one_document_gives_are_two_bodies() -> None:
    short, full = _entity("organisation", "Arran Police"), _entity("organisation", "Arran Railway Police")
    here, there = Span("doc-1", 0, 5), Span("doc-1", 9, 15)
    assert not may_be_named(replace(short, mention_spans=(here,)), replace(full, mention_spans=(there,)))


def test_people_tied_to_different_countries_are_two() -> None:
    short, full = _entity("person", "Brenk", ("of: France",)), _entity("person", "Odalys Brenk", ("of: India",))
    assert not may_be_named(short, full)
