"""Invented documents and profiles for the tests of this room."""

from datetime import date

from tests.attribution.rules_reader import RulesReader

from headwater.annotation import annotate_quantities, annotate_times
from headwater.attribution import find_attributions
from headwater.claims.profile import Profile
from headwater.claims.statements import Reading, find_statements
from headwater.records import Document, Story, text_sha256

DAY = date(2026, 3, 3)


def document(doc_id: str, text: str, *, publisher: str = "", published_at: str | None = "2026-03-03") -> Document:
    return Document(
        doc_id=doc_id, record_id=doc_id, location=f"{doc_id}.txt", url=None, publisher=publisher or doc_id,
        headline=None, byline=None, dateline=None, published_at=published_at, modified_at=None, retrieved_at=None,
        language="en", media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text),
        revision_of=None, offset_map=(),
    )  # fmt: skip


def reading(doc_id: str, text: str, *, publisher: str = "", published_at: str | None = "2026-03-03") -> Reading:
    """A document read by rules: no model, so that a test depends on this room's neighbours only."""
    made = document(doc_id, text, publisher=publisher, published_at=published_at)
    return Reading(
        document=made, attributions=find_attributions(made, reader=RulesReader()), quantities=annotate_quantities(made),
        times=annotate_times(made), boilerplate=(), credits=(),
    )  # fmt: skip


def profiles(doc_id: str, text: str) -> tuple[Profile, ...]:
    return find_statements(reading(doc_id, text), DAY)


def story(*readings: Reading) -> Story:
    return Story(
        story_id="story-1", caption="c", doc_ids=tuple(r.document.doc_id for r in readings), first_published_at=None,
        last_published_at=None,
    )  # fmt: skip
