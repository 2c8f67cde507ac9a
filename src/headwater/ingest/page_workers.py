"""Pages to drafts, in worker processes with limits on processor time, memory and wall time.

No process is started before there is a page to read. A page that fails in a worker that has read others is tried
once more in a new one, so an outcome never depends on what was read before it.
Imports: the standard library, headwater.records, headwater.config and this room.
"""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Metadata, Page, reject
from headwater.ingest.text_reader import front_matter
from headwater.records import OffsetSegment, Rejection

_PAGES_PER_WORKER = 500  # then it is replaced: parsers leak
_PAGES_WORTH_A_WORKER = 8  # starting one costs as much as reading about so many pages


def extract_pages(pages: Sequence[Page], config: IngestConfig) -> tuple[Draft | Rejection, ...]:
    """Return at least one draft or rejection for each page, in the order of the pages.

    Raises:
        RuntimeError: The worker process cannot be started at all.
    """
    if not pages:
        return ()
    count = max(1, min(config.extract_workers, len(pages) // _PAGES_WORTH_A_WORKER))
    stop = threading.Event()
    numbers = iter(range(len(pages)))
    turn = threading.Lock()
    results: list[tuple[Draft | Rejection, ...]] = [()] * len(pages)

    def work() -> None:
        worker = _Worker(config)
        try:
            while not stop.is_set():
                with turn:
                    number = next(numbers, None)
                if number is None:
                    return
                results[number] = worker.read(pages[number])
        finally:
            worker.close()

    with ThreadPoolExecutor(max_workers=count) as threads:
        futures = [threads.submit(work) for _ in range(count)]
        try:
            for future in futures:
                future.result()
        finally:
            stop.set()
    return tuple(reading for readings in results for reading in readings)


class _Worker:
    """One child process, replaced whenever it dies or has read enough."""

    def __init__(self, config: IngestConfig) -> None:
        self._config = config
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def read(self, page: Page) -> tuple[Draft | Rejection, ...]:
        if self._served >= _PAGES_PER_WORKER:
            self.close()
        answer = self._ask(page)
        if "failure" in answer and self._served > 1:
            self.close()
            answer = self._ask(page)
        if "failure" in answer:
            self.close()
            return (reject(page.location, "timeout", self._explain(answer["failure"])),)
        return tuple(_reading(page, found) for found in answer["readings"])

    def close(self) -> None:
        process, self._process, self._served = self._process, None, 0
        if process is not None:
            process.kill()
            process.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-m", "headwater.ingest.page_worker", str(self._config.extract_memory_bytes)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  our own module
        if not _pipes(process)[1].readline():
            raise RuntimeError(f"the page worker could not be started (exit code {process.wait()})")
        return process

    def _ask(self, page: Page) -> dict[str, Any]:
        process = self._process = self._process or self._start()
        requests, answers = _pipes(process)
        self._served += 1
        header = {
            "kind": page.kind,
            "encoding": page.declared_encoding,
            "seconds": self._config.extract_seconds,
            "min_entry_chars": self._config.min_entry_chars,
            "bytes": len(page.data),
        }
        timed_out = threading.Event()

        def expire() -> None:
            timed_out.set()
            process.kill()

        timer = threading.Timer(self._config.extract_wall_seconds, expire)
        timer.start()
        try:
            requests.write(json.dumps(header).encode() + b"\n")
            requests.write(page.data)
            requests.flush()
            line = answers.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        code = process.wait()
        return {"failure": "wall" if timed_out.is_set() else "processor" if code == -signal.SIGXCPU else f"exit {code}"}

    def _explain(self, failure: str) -> str:
        limits = {
            "wall": f"took more than {self._config.extract_wall_seconds:g} seconds",
            "processor": f"took more than {self._config.extract_seconds:g} seconds of processor time",
            "memory": f"took more than {self._config.extract_memory_bytes / 1e6:,.0f} MB of memory",
        }
        return f"reading the page {limits.get(failure, f'ended its worker process ({failure})')}"


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the page worker was started without pipes")
    return process.stdin, process.stdout


def _reading(page: Page, found: dict[str, Any]) -> Draft | Rejection:
    number = f":{found['number']}" if "number" in found else ""
    location = page.location + number
    if "reason" in found:
        return reject(location, found["reason"], found["detail"])
    said = page.metadata.over(Metadata(**found["metadata"])).over(_text_alone(front_matter(found["text"])))
    return Draft(
        location=location,
        origin=page.origin,
        record_id=page.record_id + number,
        explicit_id=page.explicit_id,
        metadata=said,
        retrieved_at=page.retrieved_at,
        media_type=found["media_type"],
        encoding=found["encoding"],
        text=found["text"],
        offset_map=tuple(
            OffsetSegment(start=a, end=b, origin_start=c, origin_end=d) for a, b, c, d in found["offset_map"]
        ),
    )


def _text_alone(front: Metadata) -> Metadata:
    """Keep what the first lines of extracted text can tell; a page's first paragraph is no headline."""
    return Metadata(byline=front.byline, dateline=front.dateline, published_at=front.published_at)
