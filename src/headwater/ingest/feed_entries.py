"""The entries of a feed: text and metadata of each, as feedparser reads them.

Runs in the worker processes alone. Imports: the standard library, feedparser, lxml and this room.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import feedparser
import lxml.html
from lxml.etree import LxmlError

from headwater.ingest.dates import iso_moment
from headwater.ingest.decode import check_text
from headwater.ingest.draft import Metadata, RefusalError
from headwater.ingest.metadata import parse_object
from headwater.ingest.offset_map import align
from headwater.ingest.page_text import decode_page, lines_of
from headwater.records import OffsetSegment


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of a feed, counted from 1: its text, or why it is none."""

    number: int
    text: str
    encoding: str
    media_type: str
    metadata: Metadata
    offset_map: tuple[OffsetSegment, ...]
    refusal: RefusalError | None


def feed_entries(data: bytes, declared: str | None, min_chars: int) -> Iterator[FeedEntry]:
    """Yield every entry of a feed, in its order.

    Args:
        data: RSS, Atom or JSON Feed.
        declared: The encoding the transport says it is in.
        min_chars: An entry with fewer characters of text is a teaser and refused.

    Raises:
        RefusalError: The feed has no entries, or is none.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_feed(data, min_chars)
        return
    markup, encoding = decode_page(data, declared)
    # A file object, never a string, which feedparser takes for a URL or a path; decoded here, because feedparser
    # reads what declares no encoding as windows-1252.
    feed = feedparser.parse(io.BytesIO(markup.encode()), response_headers={"content-type": "text/xml; charset=utf-8"})
    if not feed.entries:
        reason = f" ({feed.bozo_exception})" if feed.get("bozo") else ""
        raise RefusalError("no-text", f"a feed without entries{reason}")
    media_type = "application/atom+xml" if str(feed.get("version")).startswith("atom") else "application/rss+xml"
    publisher = _plain(feed.feed.get("publisher") or feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        metadata = Metadata(
            url=_address(entry.get("link")),
            publisher=_plain(entry.get("source", {}).get("title")) or publisher,
            headline=_plain(entry.get("title")),
            byline=_plain(entry.get("author")),
            published_at=_moment(entry, "published") or _moment(entry, "created"),
            modified_at=_moment(entry, "updated"),
            language=_language(entry.get("language") or feed.feed.get("language")),
        )
        yield _entry(number, _markup(entry), metadata, min_chars, form=(encoding, media_type))


def _markup(entry: Mapping[str, Any]) -> str:
    """Return the longest of an entry's contents and its summary, as HTML."""
    values = [*entry.get("content", ()), entry.get("summary_detail", {})]
    return max((str(value.get("value") or "") for value in values), key=len)


def _entry(number: int, markup: str, metadata: Metadata, min_chars: int, *, form: tuple[str, str]) -> FeedEntry:
    text, page, refusal = "", "", None
    try:
        text, page = _fragment_text(markup)
        _check_length(text, min_chars)
        check_text(text)
    except RefusalError as error:
        refusal = error
    offset_map = align(text, page) if refusal is None else ()
    encoding, media_type = form
    return FeedEntry(
        number=number, text=text, encoding=encoding, media_type=media_type, metadata=metadata,
        offset_map=offset_map, refusal=refusal,
    )  # fmt: skip


def _check_length(text: str, min_chars: int) -> None:
    if len(text) < min_chars:
        raise RefusalError("no-text", f"an entry with {len(text)} characters of text: a teaser, not an article")


def _fragment_text(markup: str) -> tuple[str, str]:
    """Return the lines of a piece of markup and its own text."""
    if "<" not in markup and "&" not in markup:
        return "\n".join(line for line in (" ".join(line.split()) for line in markup.splitlines()) if line), markup
    try:
        tree = lxml.html.fromstring(f"<div>{markup}</div>")
    except (LxmlError, ValueError) as error:
        raise RefusalError("malformed", f"the entry's markup cannot be parsed ({error})") from error
    return lines_of(tree), "".join(str(part) for part in tree.itertext())


def _json_feed(data: bytes, min_chars: int) -> Iterator[FeedEntry]:
    """JSON Feed 1 and 1.1 (jsonfeed.org), which feedparser does not read."""
    feed = parse_object(data.removeprefix(b"\xef\xbb\xbf"))
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise RefusalError("no-text", "a feed without entries")
    for number, item in enumerate(items, start=1):
        entry = item if isinstance(item, dict) else {}
        authors = entry.get("authors") or [entry.get("author")]
        names = [a.get("name") for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
        metadata = Metadata(
            url=_address(entry.get("url")),
            publisher=_plain(feed.get("title")),
            headline=_plain(entry.get("title")),
            byline=", ".join(name for name in names if isinstance(name, str)) or None,
            published_at=iso_moment(entry.get("date_published")),
            modified_at=iso_moment(entry.get("date_modified")),
            language=_language(entry.get("language") or feed.get("language")),
        )
        markup = next((v for k in ("content_html", "content_text") if isinstance(v := entry.get(k), str) and v), "")
        yield _entry(number, markup, metadata, min_chars, form=("utf-8 (JSON)", "application/feed+json"))


def _moment(entry: dict[str, Any], name: str) -> str | None:
    # dict.get, because feedparser's own get answers with "published" where nothing is "updated".
    words, parsed = dict.get(entry, name), dict.get(entry, f"{name}_parsed")
    if stated := iso_moment(words):
        return stated
    return iso_moment(f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}") if parsed else None


def _plain(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    text = _fragment_text(value)[0] if "<" in value or "&" in value else value
    return " ".join(text.split()) or None


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _language(value: object) -> str | None:
    code = value.strip()[:2].lower() if isinstance(value, str) else ""
    return code if len(code) == 2 and code.isalpha() else None
