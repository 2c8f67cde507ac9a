"""Outcomes of reading: every input ends as exactly one of Document, Duplicate or Rejection.

Terms follow schema.org NewsArticle; the outlet is the publisher, never the "source".
Moments are ISO 8601 strings as precise as the input was: "2026-03-04" is a day,
"2026-03-04T09:30:00+00:00" an instant with its zone. Imports: the standard library and records only.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

RejectionReason = Literal[
    "unreadable",  # the bytes could not be fetched from disk
    "empty",  # nothing but white space
    "binary",  # NULs, or bytes of a known binary format (PDF, image, archive)
    "undecodable",  # no encoding fits
    "malformed",  # the format's own rules are broken (JSON, WARC record)
    "no-text",  # a page or object without an article in it
    "too-large",  # above the limits of the configuration
    "timeout",  # extraction ran out of its time or memory
    "unsupported",  # a format headwater does not read
    "network",  # a URL without --fetch, or a fetch that failed
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetSegment:
    """One run of Document.text and where the same run stands in the text of the page it was taken from.

    Attributes:
        start, end: Half-open range in Document.text.
        origin_start, origin_end: Half-open range in the page's own text (all text nodes in order), or equal
            and -1 when the run (a paragraph break) was put in by the extraction.
    """

    start: int
    end: int
    origin_start: int
    origin_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as one outlet published it.

    Attributes:
        doc_id: Derived from text, publisher, url and record_id.
        publisher: The outlet's name as the page, sidecar or line gives it; None when nothing does.
        published_at, modified_at, retrieved_at: ISO 8601, a day or an instant with its zone.
        language: ISO 639-1 code, or None when the text is too short to tell.
        text: The article, never normalised; every span of every record counts its code points.
        encoding: The encoding the bytes were decoded with, and how that was decided ("utf-8 (declared)").
        record_id: The input line's own id, or the file's name without its ending.
        location: Path, "path:line", URL or "-": where it was read.
        revision_of: doc_id of an earlier version of the same url, if any.
        offset_map: For extracted text, how it maps back to the page's text; empty for plain text.
    """

    doc_id: str
    record_id: str
    location: str
    url: str | None
    publisher: str | None
    headline: str | None
    byline: str | None
    dateline: str | None
    published_at: str | None
    modified_at: str | None
    retrieved_at: str | None
    language: str | None
    media_type: str
    encoding: str
    text: str
    text_sha256: str
    revision_of: str | None
    offset_map: tuple[OffsetSegment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """An input that is the same article as a document already read: same words, same outlet, same address."""

    duplicate_id: str
    location: str
    record_id: str
    doc_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that could not become a document, with the reason and a sentence for a person."""

    rejection_id: str
    location: str
    reason: RejectionReason
    detail: str


Outcome = Document | Duplicate | Rejection


def published_day(document: Document) -> date | None:
    """Return the calendar day of publication in the zone the publisher gave, or None."""
    return date.fromisoformat(document.published_at[:10]) if document.published_at else None


def published_instant(document: Document) -> datetime | None:
    """Return the moment of publication for ordering: noon UTC when only the day is known, None when nothing is."""
    if not document.published_at:
        return None
    if len(document.published_at) == len("2026-03-04"):
        return datetime.fromisoformat(document.published_at + "T12:00:00+00:00")
    moment = datetime.fromisoformat(document.published_at)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
