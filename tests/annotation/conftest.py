"""A document made of one text, for every grammar of this room."""

from collections.abc import Callable

import pytest

from headwater.records import Document


def _document(text: str, published_at: str | None = "2022-11-17", url: str | None = None) -> Document:
    return Document(
        doc_id="d",
        record_id="d",
        location="-",
        url=url,
        publisher=None,
        headline=None,
        byline=None,
        dateline=None,
        published_at=published_at,
        modified_at=None,
        retrieved_at=None,
        language="en",
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        text_sha256="",
        revision_of=None,
        offset_map=(),
    )


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """Return a maker of documents: text, day of publication, url."""
    return _document
