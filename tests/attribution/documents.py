"""A document around a text, for tests of the door."""

from headwater.records import Document, text_sha256


def document_of(text: str) -> Document:
    """Return an undated document of no outlet that holds the text."""
    return Document(
        doc_id="doc-1",
        record_id="1",
        location="-",
        url=None,
        publisher=None,
        headline=None,
        byline=None,
        dateline=None,
        published_at=None,
        modified_at=None,
        retrieved_at=None,
        language="en",
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        text_sha256=text_sha256(text),
        revision_of=None,
        offset_map=(),
    )
