"""Moments of publication: as precise as the input was, never more."""

from dataclasses import replace
from datetime import date

import pytest

from headwater.records import Document, published_day, published_instant

BARE = Document(
    doc_id="doc-1", record_id="a", location="a.txt", url=None, publisher=None, headline=None, byline=None,
    dateline=None, published_at=None, modified_at=None, retrieved_at=None, language=None,
    media_type="text/plain", encoding="utf-8", text="x", text_sha256="", revision_of=None, offset_map=(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("stamp", "day", "instant"),
    [
        ("2026-03-04", date(2026, 3, 4), "2026-03-04T12:00:00+00:00"),
        ("2026-03-04T23:30:00-05:00", date(2026, 3, 4), "2026-03-04T23:30:00-05:00"),
        ("2026-03-04T23:30:00", date(2026, 3, 4), "2026-03-04T23:30:00+00:00"),
    ],
    ids=["a-day", "an-instant-keeps-the-publishers-day", "no-zone-is-utc"],
)
def test_day_and_instant(stamp: str, day: date, instant: str) -> None:
    document = replace(BARE, published_at=stamp)
    moment = published_instant(document)
    assert published_day(document) == day
    assert moment is not None
    assert moment.isoformat() == instant


def test_an_undated_document_has_neither() -> None:
    assert published_day(BARE) is None
    assert published_instant(BARE) is None
