"""The child process that reads markup: `python -m headwater.ingest.page_worker`, requests in, answers out.

A request is a line of JSON and then as many bytes as it says; an answer is a line of JSON. Markup can hang or crash
any parser, so this process bounds its own memory and the processor time of each request, and the parent its wall
time. It opens no file and no network. Imports: the standard library and this room.
"""

import json
import logging
import math
import os
import signal
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from headwater.ingest.decode import check_text
from headwater.ingest.draft import RefusalError
from headwater.ingest.feed_entries import FeedEntry, feed_entries
from headwater.ingest.page_metadata import page_metadata
from headwater.ingest.page_text import article_text, decode_page, parse_page
from headwater.records import OffsetSegment

try:
    import resource
except ImportError:  # not a POSIX system: only the parent's wall limit holds there
    resource = None  # type: ignore[assignment]


def main(memory_bytes: int) -> None:
    """Answer requests until standard input ends.

    Args:
        memory_bytes: Address space this process may use.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(10_000)  # lxml trees of 255 levels pass through recursive extractors
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not look like an answer
    _send(answers, {"ready": True})
    while header := requests.readline():
        request = json.loads(header)
        _send(answers, _answer(request, requests.read(request["bytes"])))


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    _limit_processor_time(request["seconds"])
    try:
        if request["kind"] == "feed":
            return {
                "readings": [
                    _entry(entry) for entry in feed_entries(data, request["encoding"], request["min_entry_chars"])
                ]
            }
        return {"readings": [_page(data, request["encoding"])]}
    except RefusalError as refusal:
        return {"readings": [{"reason": refusal.reason, "detail": refusal.detail}]}
    except MemoryError:
        return {"failure": "memory"}
    except Exception as error:  # noqa: BLE001  the wall between hostile markup and the run: anything a parser raises
        name = type(error).__name__
        return {"readings": [{"reason": "malformed", "detail": f"the markup broke its parser ({name}: {error})"}]}


def _limit_processor_time(seconds: float) -> None:
    if resource is not None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(usage.ru_utime + usage.ru_stime + seconds), hard))


def _page(data: bytes, declared: str | None) -> dict[str, Any]:
    markup, encoding = decode_page(data, declared)
    check_text(markup)
    tree = parse_page(markup)
    found = article_text(tree)
    return {
        "text": found.text,
        "encoding": encoding,
        "media_type": "text/html",
        "metadata": asdict(page_metadata(tree)),
        "offset_map": _numbers(found.offset_map),
    }


def _entry(entry: FeedEntry) -> dict[str, Any]:
    if entry.refusal is not None:
        return {"number": entry.number, "reason": entry.refusal.reason, "detail": entry.refusal.detail}
    return {
        "number": entry.number,
        "text": entry.text,
        "encoding": entry.encoding,
        "media_type": entry.media_type,
        "metadata": asdict(entry.metadata),
        "offset_map": _numbers(entry.offset_map),
    }


def _numbers(offset_map: tuple[OffsetSegment, ...]) -> list[tuple[int, int, int, int]]:
    return [(run.start, run.end, run.origin_start, run.origin_end) for run in offset_map]


if __name__ == "__main__":
    main(int(sys.argv[1]))
