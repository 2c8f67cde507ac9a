"""JSON lines: one object a document; one bad line is one rejection and the others are read.

A file that is a single JSON object over several lines is one document too. Imports: the standard library,
headwater.config and this room.
"""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from headwater.config import IngestConfig
from headwater.ingest.decode import check_text
from headwater.ingest.draft import Draft, Page, RawInput, Reading, RefusalError, reject
from headwater.ingest.metadata import metadata_from, parse_object
from headwater.ingest.text_reader import front_matter

_UTF8_MARK = b"\xef\xbb\xbf"
_DECODED = "utf-8 (JSON)"


def read_jsonl(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    """Yield one reading for each line that is not blank.

    Raises:
        RefusalError: The file cannot be read or holds no line at all.
    """
    whole = _whole_object(raw, config)
    if whole is not None:
        yield _from_object(raw, raw.location, whole)
        return
    found = 0
    for number, line in _lines(raw, config.max_input_bytes):
        found += 1
        location = f"{raw.location}:{number}"
        try:
            if isinstance(line, RefusalError):
                raise line
            yield _from_object(raw, location, parse_object(line))
        except RefusalError as refusal:
            yield reject(location, refusal.reason, refusal.detail)
    if not found:
        raise RefusalError("empty", "not one line with an object on it")


def _whole_object(raw: RawInput, config: IngestConfig) -> dict[str, object] | None:
    """Return the object of a file named .json that is one object; None when it has to be read by lines."""
    if not raw.name.lower().removesuffix(".gz").endswith(".json"):
        return None
    data = raw.read(config.max_input_bytes).removeprefix(_UTF8_MARK)
    # One line is one line: its rejection then names the line.
    if b"\n" not in data.strip():
        return None
    try:
        return parse_object(data)
    except RefusalError as refusal:
        if _opens_with_an_object(data):
            return None  # JSON lines under the name .json
        raise refusal from refusal.__cause__


def _opens_with_an_object(data: bytes) -> bool:
    try:
        parse_object(data.lstrip().partition(b"\n")[0])
    except RefusalError:
        return False
    return True


def _lines(raw: RawInput, limit: int) -> Iterator[tuple[int, bytes | RefusalError]]:
    """Yield (number, line) for lines with something on them; damage ends the file and is named in its place."""
    number = 0
    try:
        with raw.open() as stream:
            while line := stream.readline(limit + 1):
                number += 1
                if len(line) > limit:
                    yield number, RefusalError("too-large", f"a line of more than {limit:,} bytes")
                    _skip_line(stream, limit)
                    continue
                line = (line.removeprefix(_UTF8_MARK) if number == 1 else line).strip()
                if line:
                    yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield number + 1, RefusalError("malformed", f"the gzip stream is damaged or cut off here ({error})")
    except OSError as error:
        yield number + 1, RefusalError("unreadable", f"reading stopped here ({error.strerror or error})")


def _skip_line(stream: BinaryIO, limit: int) -> None:
    while (part := stream.readline(limit)) and not part.endswith(b"\n"):
        pass


def _from_object(raw: RawInput, location: str, found: dict[str, object]) -> Reading:
    explicit_id = _explicit_id(found.get("id"))
    number = location.removeprefix(raw.location)  # ":12" in a file of lines, nothing in a file that is one object
    record_id = explicit_id or raw.record_id + number
    said = metadata_from(found).over(raw.metadata)
    text, html = found.get("text"), found.get("html")
    if isinstance(text, str):
        check_text(text)
        return Draft(
            location=location, origin=raw.location, record_id=record_id, explicit_id=explicit_id,
            metadata=said.over(front_matter(text)), retrieved_at=raw.retrieved_at, media_type="text/plain",
            encoding=_DECODED, text=text, offset_map=(),
        )  # fmt: skip
    if isinstance(html, str):
        check_text(html)
        return Page(
            kind="page", location=location, origin=raw.location, record_id=record_id, explicit_id=explicit_id,
            metadata=said, retrieved_at=raw.retrieved_at, declared_encoding="utf-8", data=html.encode("utf-8"),
        )  # fmt: skip
    if text is None and html is None:
        raise RefusalError("no-text", 'neither "text" nor "html" in the object')
    raise RefusalError("malformed", '"text" or "html" is not a string')


def _explicit_id(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise RefusalError("malformed", '"id" is neither a string nor a whole number')
    check_text(value)
    return value
