"""RawInput and Metadata: bytes as they are, and whose word goes first."""

import gzip
from pathlib import Path

import pytest

from headwater.ingest.draft import Metadata, RawInput, RefusalError, reject


def raw(body: bytes | None, path: Path | None = None) -> RawInput:
    return RawInput(location="a", record_id="a", name="a", head=b"", path=path, body=body)


def test_one_word_goes_before_another() -> None:
    first, second = Metadata(publisher="Velm Tribune"), Metadata(publisher="Other", headline="Dam holds")
    assert first.over(second) == Metadata(publisher="Velm Tribune", headline="Dam holds")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_bytes_come_unpacked_from_memory_and_disk(tmp_path: Path, pack: type[bytes]) -> None:
    path = tmp_path / "a"
    path.write_bytes(pack(b"The dam held."))
    assert raw(None, path).read(100) == raw(pack(b"The dam held.")).read(100) == b"The dam held."


REFUSED: dict[str, tuple[bytes, str]] = {
    "too-large": (b"x" * 101, "too-large"),
    "too-large-once-unpacked": (gzip.compress(b"x" * 10_000), "too-large"),
    "cut-off": (gzip.compress(b"The dam held.")[:-5], "malformed"),
    "no-gzip-after-the-mark": (b"\x1f\x8b\x08garbage that is no stream", "malformed"),
}


@pytest.mark.parametrize(("body", "reason"), REFUSED.values(), ids=REFUSED)
def test_bytes_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        raw(body).read(100)
    assert caught.value.reason == reason


def test_a_file_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(RefusalError, match="No such file") as caught:
        raw(None, tmp_path / "none").read(100)
    assert caught.value.reason == "unreadable"


def test_a_rejection_is_known_by_place_reason_and_detail() -> None:
    assert reject("a", "empty", "x") == reject("a", "empty", "x")
    assert reject("a", "empty", "x").rejection_id != reject("b", "empty", "x").rejection_id
