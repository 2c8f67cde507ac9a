"""Web archives: pages become readings, damage becomes rejections, and reading goes on."""

import base64
import gzip
import hashlib

import pytest

from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Page, RawInput, Reading, RefusalError
from headwater.ingest.warc_reader import read_archive
from headwater.records import Rejection

HTML = "<html><body><p>Dam holds at {}.</p></body></html>"


def http(body: bytes, headers: str = "Content-Type: text/html; charset=utf-8\r\n", status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body


def warc(block: bytes, kind: str = "response", extra: str = "", url: str = "https://v.example/1") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-04T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{hashlib.md5(block, usedforsecurity=False).hexdigest()}>\r\n{extra}"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def digest(block: bytes) -> str:
    return (
        f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()}\r\n"
    )


def page(number: int) -> bytes:
    return warc(http(HTML.format(number).encode()), url=f"https://v.example/{number}")


def read(data: bytes, name: str = "a.warc", limit: int = 1_000_000) -> tuple[Reading, ...]:
    head = gzip.decompress(data)[:200] if data.startswith(b"\x1f\x8b") and name == "gz-arc" else data[:200]
    raw = RawInput(location=name, record_id="a", name=name, head=head, path=None, body=data)
    return tuple(read_archive(raw, IngestConfig(max_input_bytes=limit)))


def shape(readings: tuple[Reading, ...]) -> list[str]:
    return [r.reason if isinstance(r, Rejection) else r.metadata.url or "" for r in readings]


def test_a_response_is_a_page_with_its_address_and_capture() -> None:
    (found,) = read(warc(b"software: test\r\n", "warcinfo") + page(1))
    assert isinstance(found, Page)
    assert found.location == "a.warc:2"
    assert (found.metadata.url, found.retrieved_at) == ("https://v.example/1", "2026-03-04T10:00:00+00:00")
    assert (found.declared_encoding, found.data) == ("utf-8", HTML.format(1).encode())


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
def test_records_follow_each_other(packed: bool) -> None:
    records = [page(number) for number in range(4)]
    data = b"".join(gzip.compress(record) if packed else record for record in records)
    assert shape(read(data)) == [f"https://v.example/{number}" for number in range(4)]


CODINGS: dict[str, bytes] = {
    "chunked": http(b"5\r\n<p>On\r\n2\r\ne.\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
    "gzipped": http(gzip.compress(b"<p>One."), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
    "undone-by-the-crawler": http(b"<p>One.", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
    "chunks-undone-by-the-crawler": http(b"<p>One.", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
    "bare-newlines": b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>One.",
}


@pytest.mark.parametrize("block", CODINGS.values(), ids=CODINGS)
def test_codings_are_undone(block: bytes) -> None:
    (found,) = read(warc(block))
    assert isinstance(found, Page)
    assert found.data == b"<p>One."


NO_COVERAGE: dict[str, bytes] = {
    "request": warc(b"GET / HTTP/1.1\r\n\r\n", "request"),
    "redirect": warc(http(b"<p>Moved", status="301 Moved")),
    "image": warc(http(b"\x89PNG", "Content-Type: image/png\r\n")),
    "empty-body": warc(http(b" ")),
}


@pytest.mark.parametrize("record", NO_COVERAGE.values(), ids=NO_COVERAGE)
def test_what_is_no_page_is_passed_over_and_an_archive_of_it_refused(record: bytes) -> None:
    assert shape(read(record + page(1))) == ["https://v.example/1"]
    with pytest.raises(RefusalError, match="without one page") as caught:
        read(record)
    assert caught.value.reason == "no-text"


DAMAGED: dict[str, tuple[bytes, list[str]]] = {
    "cut-off": (page(1) + page(2)[:-40], ["https://v.example/1", "malformed"]),
    "cut-off-in-a-header": (page(1) + page(2)[:40], ["https://v.example/1", "malformed"]),
    "garbage-between": (
        page(1) + b"garbage\r\n" * 9 + page(2),
        ["https://v.example/1", "malformed", "https://v.example/2"],
    ),
    "changed-bytes": (
        warc(http(b"<p>Nine died."), extra=digest(http(b"<p>Five died."))) + page(2),
        ["malformed", "https://v.example/2"],
    ),
    "right-digest": (warc(http(b"<p>One."), extra=digest(http(b"<p>One."))), ["https://v.example/1"]),
    "no-status-line": (warc(b"<p>One.") + page(2), ["malformed", "https://v.example/2"]),
    "packed-body-cut-off": (
        warc(http(b"\x1f\x8bgarbage", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")) + page(2),
        ["malformed", "https://v.example/2"],
    ),
}


@pytest.mark.parametrize(("data", "expected"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_a_rejection_and_reading_goes_on(data: bytes, expected: list[str]) -> None:
    assert shape(read(data)) == expected


def test_a_flipped_byte_in_a_gzipped_record_costs_that_record_alone() -> None:
    members = [gzip.compress(page(number)) for number in range(5)]
    broken = bytearray(members[2])
    broken[len(broken) // 2] ^= 0x55
    found = shape(read(b"".join([*members[:2], bytes(broken), *members[3:]])))
    assert [url for url in found if url != "malformed"] == [f"https://v.example/{n}" for n in (0, 1, 3, 4)]
    assert found.count("malformed") == 1


def test_a_gzipped_archive_that_is_cut_off_says_so() -> None:
    data = gzip.compress(page(1)) + gzip.compress(page(2))
    assert shape(read(data[:-30])) == ["https://v.example/1", "malformed"]


def test_a_record_over_the_limit_is_too_large() -> None:
    assert shape(read(warc(http(b"<p>" + b"x" * 5_000)) + page(2), limit=2_000)) == ["too-large", "https://v.example/2"]


def test_plain_text_records_are_read_as_text() -> None:
    (found,) = read(warc(b"Dam holds as river rises\nThe mayor spoke.", "conversion", "Content-Type: text/plain\r\n"))
    assert isinstance(found, Draft)
    assert found.metadata.headline == "Dam holds as river rises"


def test_an_arc_file_is_read_too() -> None:
    block = http(HTML.format(1).encode())
    data = (
        b"filedesc://a.arc 127.0.0.1 20260304100000 text/plain 11\n1 0 Headwtr\n"
        + f"https://v.example/1 192.0.2.1 20260304100000 text/html {len(block)}\n".encode()
        + block
    )
    for packed in (data, gzip.compress(data)):
        (found,) = read(packed, "gz-arc")
        assert isinstance(found, Page)
        assert (found.data, found.retrieved_at) == (HTML.format(1).encode(), "2026-03-04T10:00:00+00:00")
