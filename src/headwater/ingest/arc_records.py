"""Records of the ARC format, the predecessor of WARC, which fastwarc does not read.

A record is a line "URL IP date type length" (version 2: ten fields, the length last) and then that many bytes
(Internet Archive, "Arc File Format", 1996). URLs may hold spaces, so fields are counted from the right.
Imports: the standard library and headwater.ingest.draft only.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from headwater.ingest.draft import RefusalError

_MAX_LINE = 16_384
_HEADER = re.compile(rb"\S[^\r\n]* \d{8,17} \S+(?: [^\r\n]*)? (-?\d{1,15})\r?\n?$")
_FIELDS = {b"1": 5, b"2": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArcRecord:
    """One record: its address, its date as fourteen digits, the type its header gives, and its bytes."""

    url: str
    archived_at: str
    media_type: str
    block: bytes


def iter_arc(stream: BinaryIO, max_bytes: int) -> Iterator[ArcRecord | RefusalError]:
    """Yield every record after the file's own, and what is damaged in between.

    Args:
        stream: The file, unpacked.
        max_bytes: A longer record is refused and passed over.
    """
    fields = _FIELDS[b"1"]
    lost = first = True  # `lost`: damage here has been named already
    try:
        while line := stream.readline(_MAX_LINE):
            if not line.strip():
                continue
            header = _HEADER.match(line)
            length = int(header.group(1)) if header else -1
            if length < 0:
                if first or not lost:
                    yield RefusalError("malformed", "a record's header line cannot be read")
                lost, first = True, False
                continue
            lost = False
            if length > max_bytes:
                yield RefusalError("too-large", f"a record of {length:,} bytes")
                _pass_over(stream, length)
                continue
            block = stream.read(length)
            if line.startswith(b"filedesc://"):
                fields = _FIELDS.get(block[:1], fields)
            elif len(block) < length:
                yield RefusalError("malformed", f"cut off after {len(block):,} of {length:,} bytes")
            else:
                yield _record(line, fields, block)
            first = False
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield RefusalError("malformed", f"the gzip stream is damaged or cut off here ({error})")


def _record(line: bytes, fields: int, block: bytes) -> ArcRecord:
    parts = line.decode("latin-1").rsplit(None, fields - 1)
    url, _, archived_at, media_type = (*parts, "", "", "", "")[:4]
    return ArcRecord(url=url, archived_at=archived_at, media_type=media_type, block=block)


def _pass_over(stream: BinaryIO, length: int) -> None:
    while length > 0 and (part := stream.read(min(length, 1 << 20))):
        length -= len(part)
