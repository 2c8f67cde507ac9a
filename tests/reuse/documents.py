"""Invented articles for the tests of this room."""

from headwater.records import Document, text_sha256


def make_document(
    doc_id: str,
    text: str,
    *,
    publisher: str | None = None,
    published_at: str | None = None,
    byline: str | None = None,
    headline: str | None = None,
) -> Document:
    """Return a document with the given text and nothing else known."""
    return Document(
        doc_id=doc_id,
        record_id=doc_id,
        location=doc_id,
        url=None,
        publisher=publisher,
        headline=headline,
        byline=byline,
        dateline=None,
        published_at=published_at,
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
