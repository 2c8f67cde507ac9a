"""iter_arc: every record of an ARC file, and what is damaged in between."""

import io

import pytest

from headwater.ingest.arc_records import ArcRecord, iter_arc
from headwater.ingest.draft import RefusalError

FILE = b"filedesc://a.arc 127.0.0.1 20260304100000 text/plain 11\n1 0 Headwtr\n"


def record(url: str, block: bytes, length: int | None = None) -> bytes:
    header = f"{url} 192.0.2.1 20260304100000 text/html {len(block) if length is None else length}\n"
    return header.encode() + block + b"\n"


def read(data: bytes, limit: int = 1_000) -> list[ArcRecord | RefusalError]:
    return list(iter_arc(io.BytesIO(data), limit))


def test_records_are_read_and_the_files_own_is_none() -> None:
    first, second = read(FILE + record("https://v.example/1", b"One\n\nmore") + record("https://v.example/a b", b"Two"))
    assert first == ArcRecord(
        url="https://v.example/1", archived_at="20260304100000", media_type="text/html", block=b"One\n\nmore"
    )
    assert isinstance(second, ArcRecord)
    assert second.url == "https://v.example/a b"


def test_version_two_headers_hold_ten_fields() -> None:
    head = b"filedesc://a.arc 0.0.0.0 20260304100000 text/plain 200 - - 0 a.arc 11\n2 0 Headwtr\n"
    line = b"https://v.example/1 192.0.2.1 20260304100000 text/html 200 - - 0 a.arc 3\nOne\n"
    (found,) = read(head + line)
    assert isinstance(found, ArcRecord)
    assert (found.url, found.block) == ("https://v.example/1", b"One")


DAMAGED: dict[str, tuple[bytes, list[str]]] = {
    "cut-off": (record("https://v.example/1", b"One", 99), ["cut off after 4 of 99"]),
    "bad-header-once": (b"garbage\nmore garbage\n" + record("https://v.example/1", b"One"), ["header line", "One"]),
    "negative-length": (record("https://v.example/1", b"", -1), ["header line"]),
    "too-large": (
        record("https://v.example/1", b"x" * 2_000) + record("https://v.example/2", b"Two"),
        ["2,000 bytes", "Two"],
    ),
}


@pytest.mark.parametrize(("data", "expected"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_named_and_reading_goes_on(data: bytes, expected: list[str]) -> None:
    found = read(FILE + data)
    words = [item.detail if isinstance(item, RefusalError) else item.block.decode() for item in found]
    assert len(words) == len(expected)
    assert all(part in word for part, word in zip(expected, words, strict=True))
