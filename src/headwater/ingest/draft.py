"""What readers hand over: the bytes of one input, and what was made of them before ids are given.

A reader takes a RawInput and yields Readings: a Draft (text in hand), a Page (markup for the worker processes) or a
Rejection. Offsets are code points of Draft.text. Imports: the standard library, headwater.records and headwater.config.
"""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO, Literal, cast

from headwater.config import IngestConfig
from headwater.records import OffsetSegment, Rejection, RejectionReason, content_id

GZIP_MAGIC = b"\x1f\x8b"
PageKind = Literal["page", "feed"]


class RefusalError(Exception):
    """One input cannot be read; caught inside this room and turned into a Rejection, it never leaves it."""

    def __init__(self, reason: RejectionReason, detail: str) -> None:
        self.reason: RejectionReason = reason
        self.detail = detail
        super().__init__(detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is said about an article beside its text; None where nothing is said. Dates are ISO 8601."""

    url: str | None = None
    publisher: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return these fields, and the other's where these say nothing."""
        return Metadata(
            **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(Metadata)}  # all str | None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article read, before its id, its duplicates and its sidecar are known.

    Attributes:
        location: Where it was read: path, "path:number", URL or "-".
        origin: The path or URL of the whole input; the same for all lines of one file.
        record_id: The line's own id, or the file's name without its ending.
        explicit_id: The line's own id when it gave one; part of the doc_id.
        encoding: Name of the encoding and how it was decided.
    """

    location: str
    origin: str
    record_id: str
    explicit_id: str | None
    metadata: Metadata
    retrieved_at: str | None
    media_type: str
    encoding: str
    text: str
    offset_map: tuple[OffsetSegment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Markup whose text has still to be extracted, in a worker process, with what is already known about it.

    Attributes:
        declared_encoding: From the transport (an HTTP header), which goes before the page's own word.
    """

    kind: PageKind
    location: str
    origin: str
    record_id: str
    explicit_id: str | None
    metadata: Metadata
    retrieved_at: str | None
    declared_encoding: str | None
    data: bytes


Reading = Draft | Page | Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class RawInput:
    """The bytes of one input and what its place says about it.

    Attributes:
        name: File name, for its ending.
        head: The first bytes, unpacked when the input is gzipped: enough to tell the format.
        path: The file on disk, or None when the bytes are in memory (standard input, a fetched URL).
        body: The bytes in memory, still packed, or None.
        sidecar: What NAME.json beside the file says.
    """

    location: str
    record_id: str
    name: str
    head: bytes
    path: Path | None
    body: bytes | None
    metadata: Metadata = Metadata()
    declared_encoding: str | None = None
    retrieved_at: str | None = None

    def open_packed(self) -> BinaryIO:
        """Open the bytes as they are stored; the caller closes."""
        return self.path.open("rb") if self.path is not None else io.BytesIO(self.body or b"")

    def open(self) -> BinaryIO:
        """Open the bytes for reading, unpacked when gzipped; the caller closes."""
        stream = self.open_packed()
        magic = stream.read(len(GZIP_MAGIC))
        stream.seek(0)
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if magic == GZIP_MAGIC else stream

    def read(self, limit: int) -> bytes:
        """Return all bytes, unpacked.

        Raises:
            RefusalError: They are more than `limit`, cannot be read, or end before their gzip stream does.
        """
        try:
            with self.open() as stream:
                data = stream.read(limit + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise RefusalError("malformed", f"the gzip stream is damaged or cut off ({error})") from error
        except OSError as error:
            raise RefusalError("unreadable", f"the file could not be read ({error.strerror or error})") from error
        if len(data) > limit:
            raise RefusalError("too-large", f"more than {limit:,} bytes, the limit of one document")
        return data


Reader = Callable[[RawInput, IngestConfig], Iterator[Reading]]


def reject(location: str, reason: RejectionReason, detail: str) -> Rejection:
    """Return the rejection of one input, its id derived from place, reason and detail."""
    return Rejection(
        rejection_id=content_id("rejection", location, reason, detail), location=location, reason=reason, detail=detail
    )


def draft_from(raw: RawInput, *, text: str, encoding: str, metadata: Metadata, media_type: str) -> Draft:
    """Return the draft of an input that is one document as a whole."""
    return Draft(
        location=raw.location,
        origin=raw.location,
        record_id=raw.record_id,
        explicit_id=None,
        metadata=raw.metadata.over(metadata),
        retrieved_at=raw.retrieved_at,
        media_type=media_type,
        encoding=encoding,
        text=text,
        offset_map=(),
    )
