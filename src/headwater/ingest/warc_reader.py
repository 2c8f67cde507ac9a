"""Web archives: every HTML page in a WARC or ARC file, also compressed, becomes an outcome of its own.

Read are responses with status 200 and resource and conversion records, when they hold HTML or plain text; requests,
images, redirects and the like are no coverage and no outcomes. A damaged record is a rejection at its place, and
reading goes on at the next record that can be found. Imports: the standard library, fastwarc and this room.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from fastwarc import ArchiveIterator, WarcRecord
from fastwarc.warc import WarcRecordType

from headwater.config import IngestConfig
from headwater.ingest.arc_records import ArcRecord, iter_arc
from headwater.ingest.dates import iso_moment
from headwater.ingest.decode import check_text, decode
from headwater.ingest.draft import GZIP_MAGIC, Draft, Page, RawInput, Reading, RefusalError, reject
from headwater.ingest.text_reader import front_matter

_HTML = ("text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]{2,40})", re.IGNORECASE)
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payload:
    """What one record holds, its HTTP headers read and its transfer coding undone."""

    url: str
    media_type: str
    charset: str | None
    captured_at: str | None
    data: bytes


def read_archive(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    """Yield a reading for each page of an archive and a rejection for each damaged record.

    Raises:
        RefusalError: There is not one page in it.
    """
    arc = raw.head.startswith(b"filedesc://")
    found = False
    for number, payload in _arc_payloads(raw, config) if arc else _warc_payloads(raw, config):
        found = True
        location = f"{raw.location}:{number}"
        if isinstance(payload, RefusalError):
            yield reject(location, payload.reason, payload.detail)
        else:
            yield _reading(raw, location, f"{raw.record_id}:{number}", payload)
    if not found:
        raise RefusalError("no-text", "an archive without one page in it")


def _reading(raw: RawInput, location: str, record_id: str, payload: _Payload) -> Reading:
    known = replace(raw.metadata, url=payload.url or None, headline=None)
    if payload.media_type != _PLAIN:
        return Page(
            kind="page", location=location, origin=raw.location, record_id=record_id, explicit_id=None, metadata=known,
            retrieved_at=payload.captured_at, declared_encoding=payload.charset, data=payload.data,
        )  # fmt: skip
    try:
        text, encoding = decode(payload.data, payload.charset)
        check_text(text)
    except RefusalError as refusal:
        return reject(location, refusal.reason, refusal.detail)
    return Draft(
        location=location, origin=raw.location, record_id=record_id, explicit_id=None,
        metadata=known.over(front_matter(text)), retrieved_at=payload.captured_at, media_type=_PLAIN,
        encoding=encoding, text=text, offset_map=(),
    )  # fmt: skip


def _warc_payloads(raw: RawInput, config: IngestConfig) -> Iterator[tuple[int, _Payload | RefusalError]]:
    """Yield (record number, payload or damage); numbers count all records that could be read."""
    number = 0
    named = False  # damage has been named and no whole record read since: marks inside compressed data fail at once
    with raw.open_packed() as stream:
        packed = stream.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        marker = GZIP_MAGIC + b"\x08" if packed else b"\nWARC/1."
        start: int | None = 0
        while start is not None:
            damage: str | None = None
            resume = start + 1
            stream.seek(start)
            try:
                for record in ArchiveIterator(stream, parse_http=False, fsspec_args=False):
                    number += 1
                    named = False
                    at = start + record.stream_pos
                    resume = at + 1 if packed else at + record.content_length
                    payload = _warc_payload(record, config)
                    if payload is not None:
                        yield number, payload
            except (OSError, ValueError) as error:
                damage = str(error)
            if damage is None:
                return
            if not named:
                named = True
                number += 1
                yield number, RefusalError("malformed", f"the record is damaged or cut off ({damage})")
            start = _find_next(stream, marker, resume)


def _find_next(stream: BinaryIO, marker: bytes, start: int) -> int | None:
    """Return where the next record may begin at or after an offset, or None."""
    stream.seek(start)
    held, base = b"", start
    while block := stream.read(_BLOCK):
        held += block
        place = held.find(marker)
        if place >= 0:
            return base + place + marker.startswith(b"\n")
        keep = len(marker) - 1
        base, held = base + len(held) - keep, held[-keep:]
    return None


def _warc_payload(record: WarcRecord, config: IngestConfig) -> _Payload | RefusalError | None:
    """Return the page in a record, None when it holds none, or what is wrong with it."""
    length = record.content_length
    if not record.record_type & _WANTED:
        passed = record.consume()
        return RefusalError("malformed", _cut_off(passed, length)) if passed < length else None
    if length > config.max_input_bytes:
        return RefusalError("too-large", f"a record of {length:,} bytes")
    block = record.reader.read()
    if len(block) < length:
        return RefusalError("malformed", _cut_off(len(block), length))
    record.set_bytes_content(block)
    if "WARC-Block-Digest" in record.headers and not record.verify_block_digest():
        return RefusalError("malformed", "the block does not match its WARC-Block-Digest: bytes were changed")
    captured = record.record_date
    moment = captured.replace(microsecond=0).isoformat() if captured is not None else None
    url = _web_address(record.headers.get("WARC-Target-URI") or "")
    if record.record_type == WarcRecordType.response:
        return _http_payload(block, url, moment, config.max_input_bytes)
    media_type = (
        record.headers.get("WARC-Identified-Payload-Type") or record.headers.get("Content-Type") or ""
    ).lower()
    return _payload(url, media_type, moment, block)


def _http_payload(block: bytes, url: str, moment: str | None, limit: int) -> _Payload | RefusalError | None:
    """Return the page in an HTTP response, its transfer and content coding undone."""
    try:
        status, content_type, data = _open_response(block, "all", limit)
    except (OSError, ValueError) as error:
        # Archives often keep the headers of a coding that the crawler had undone already: then the page stands bare.
        status, content_type, data = _open_response(block, "none", limit)
        if not data.lstrip().startswith(b"<"):
            return RefusalError("malformed", f"the HTTP response cannot be unpacked ({error})")
    if status is None:
        return RefusalError("malformed", "a response without an HTTP status line")
    if status != 200:
        return None
    if len(data) > limit:
        return RefusalError("too-large", f"a page of more than {limit:,} bytes")
    return _payload(url, content_type, moment, data)


def _open_response(block: bytes, coding: Literal["all", "none"], limit: int) -> tuple[int | None, str, bytes]:
    """Return status, content type and body, the body no longer than limit + 1 bytes."""
    response = WarcRecord()
    response.init_headers(WarcRecordType.response)
    response.is_http = True
    response.set_bytes_content(block)
    response.parse_http(auto_decode=coding, quirks_mode=True)
    headers = response.http_headers
    return headers.status_code, headers.get("Content-Type") or "", response.reader.read(limit + 1)


def _payload(url: str, content_type: str, moment: str | None, data: bytes) -> _Payload | None:
    """Return the payload when it is HTML or plain text; None for images, scripts and whatever else there is."""
    media_type, _, parameters = content_type.partition(";")
    media_type = media_type.strip().lower()
    if media_type not in (*_HTML, _PLAIN) or not data.strip():
        return None
    charset = _CHARSET.search(parameters)
    return _Payload(
        url=url, media_type=media_type, charset=charset.group(1) if charset else None, captured_at=moment, data=data
    )


def _arc_payloads(raw: RawInput, config: IngestConfig) -> Iterator[tuple[int, _Payload | RefusalError]]:
    with raw.open() as stream:
        for number, record in enumerate(iter_arc(stream, config.max_input_bytes), start=1):
            payload = record if isinstance(record, RefusalError) else _arc_payload(record, config)
            if payload is not None:
                yield number, payload


def _arc_payload(record: ArcRecord, config: IngestConfig) -> _Payload | RefusalError | None:
    digits = record.archived_at
    moment = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}T{digits[8:10]}:{digits[10:12]}:{digits[12:14]}+00:00"
    captured = iso_moment(moment) if len(digits) == 14 else None
    url = _web_address(record.url)
    if not record.block.startswith(b"HTTP/"):
        return _payload(url, record.media_type, captured, record.block)
    return _http_payload(record.block, url, captured, config.max_input_bytes)


def _web_address(uri: str) -> str:
    uri = uri.strip("<> ")
    return uri if uri.startswith(("http://", "https://")) else ""


def _cut_off(found: int, length: int) -> str:
    return f"cut off after {found:,} of {length:,} bytes"
