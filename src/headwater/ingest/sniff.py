"""Which format an input is in: told by its first bytes, and by its name only where they leave it open.

Imports: the standard library, headwater.registry and this room.
"""

import codecs
import re
from pathlib import PurePath

from headwater.ingest.decode import known_binary
from headwater.ingest.draft import RefusalError
from headwater.registry import installed_endings

HEAD_BYTES = 8_192
_LZ4_MAGIC = b"\x04\x22\x4d\x18"
_OBJECT = re.compile(r'\{\s*(?:"[^"\\]{1,80}"\s*:|\}\s*$)')
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_FEED_ROOT = re.compile(r"<(?:[a-z]{1,12}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_PAGE_ROOT = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|main|article|section|div|p|h[1-6]|table|span|script)[\s>/]",
    re.IGNORECASE,
)
_BY_ENDING: dict[str, str] = {
    "arc": "archive", "warc": "archive",
    "atom": "feed", "rss": "feed", "xml": "feed",
    "htm": "html", "html": "html", "shtml": "html", "xhtml": "html",
    "json": "jsonl", "jsonl": "jsonl", "ndjson": "jsonl",
}  # fmt: skip
_NOT_COVERAGE: dict[str, str] = {
    "ann": "brat annotations without the .txt they belong to beside them",
    "csv": "a table; metadata of articles is given with --meta",
    "tsv": "a table; metadata of articles is given with --meta",
}


def tell_format(name: str, head: bytes) -> str:
    """Return the name of the reader for an input.

    Args:
        name: File name, "" when there is none.
        head: First bytes, at most HEAD_BYTES of them, unpacked when the input is gzipped.

    Raises:
        RefusalError: It is binary, or of a kind headwater does not read.
    """
    ending = PurePath(name.lower().removesuffix(".gz").removesuffix(".lz4")).suffix.removeprefix(".")
    if ending in installed_endings():
        return ending
    if head.startswith((b"WARC/", b"filedesc://", _LZ4_MAGIC)):
        return "archive"
    kind = known_binary(head)
    if kind:
        raise RefusalError("binary", f"this is {kind}, not text")
    if ending in _NOT_COVERAGE:
        raise RefusalError("unsupported", _NOT_COVERAGE[ending])
    opening = _readable(head).lstrip()
    if opening.startswith("{") and (_OBJECT.match(opening) or _BY_ENDING.get(ending) == "jsonl"):
        return "feed" if "https://jsonfeed.org/version/" in opening.replace("\\/", "/") else "jsonl"
    if opening.startswith("<"):
        elements = _COMMENT.sub("", opening)
        feed, page = _FEED_ROOT.search(elements), _PAGE_ROOT.search(elements)
        if feed and (page is None or feed.start() < page.start()):
            return "feed"
        if page:
            return "html"
    return _BY_ENDING.get(ending, "text")


def _readable(head: bytes) -> str:
    """Return the head as characters good enough to tell a format by; not the text of a document."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
