"""The child process: one line of JSON for each request, whatever the markup does."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

MARKUP = (
    b"<html><body><p>"
    + b"The mayor of Carrow said that the water would last nine days. " * 5
    + b"</p><p>More.</p></body></html>"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-P", "-m", "headwater.ingest.page_worker", "2000000000"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"ready": True}
        yield process
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def ask(worker: subprocess.Popen[bytes], kind: str, data: bytes) -> list[dict[str, object]]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    header = {"kind": kind, "encoding": None, "seconds": 20, "min_entry_chars": 20, "bytes": len(data)}
    worker.stdin.write(json.dumps(header).encode() + b"\n" + data)
    worker.stdin.flush()
    readings: list[dict[str, object]] = json.loads(worker.stdout.readline())["readings"]
    return readings


def test_a_page_comes_back_with_its_text_and_map(worker: subprocess.Popen[bytes]) -> None:
    (reading,) = ask(worker, "page", MARKUP)
    assert str(reading["text"]).startswith("The mayor of Carrow")
    assert reading["encoding"] == "utf-8 (valid)"
    assert reading["offset_map"]


def test_a_page_without_words_comes_back_with_its_reason_and_the_worker_lives(worker: subprocess.Popen[bytes]) -> None:
    (reading,) = ask(worker, "page", b"\0\0")
    assert reading["reason"] == "binary"
    assert "text" in ask(worker, "page", MARKUP)[0]


def test_entries_come_back_numbered(worker: subprocess.Popen[bytes]) -> None:
    entry = b"<item><description>The dam held until the early morning.</description></item>"
    readings = ask(worker, "feed", b"<rss><channel>" + entry + b"<item/>" + b"</channel></rss>")
    assert [reading["number"] for reading in readings] == [1, 2]
    assert readings[1]["reason"] == "no-text"
