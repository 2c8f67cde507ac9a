"""feed_entries: each entry of RSS, Atom and JSON Feed with its text, or why it is none."""

import json

import pytest

from headwater.ingest.draft import Metadata, RefusalError
from headwater.ingest.feed_entries import FeedEntry, feed_entries

LONG = "The mayor of Carrow told reporters on Tuesday that the city’s water would last for nine days. " * 3
MARKUP = f"<p>{LONG}</p><p>“After that we will need <b>tankers</b>,” she said.</p>"
TEXT = LONG.strip() + "\n“After that we will need tankers,” she said."

RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Velm Tribune</title>
<language>en-gb</language>
<item><title>Dam &amp;amp; river</title><link>https://velmtribune.example/1</link><author>Sanna Lund</author>
<pubDate>Tue, 03 Mar 2026 19:00:00 GMT</pubDate><description><![CDATA[{MARKUP}]]></description></item>
<item><title>Teaser</title><description>Read more.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Velm Tribune</title><entry><title>Dam &amp; river</title>
<link href="https://velmtribune.example/1"/><author><name>Sanna Lund</name></author>
<published>2026-03-03T19:00:00Z</published><updated>2026-03-04T08:00:00Z</updated><summary>Short.</summary>
<content type="html"><![CDATA[{MARKUP}]]></content></entry></feed>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Velm Tribune", "language": "en",
    "items": [{"title": "Dam & river", "url": "https://velmtribune.example/1", "authors": [{"name": "Sanna Lund"}],
               "date_published": "2026-03-03T19:00:00Z", "content_html": MARKUP}, "no object"],
})  # fmt: skip
SAID = Metadata(
    url="https://velmtribune.example/1", publisher="Velm Tribune", headline="Dam & river", byline="Sanna Lund",
    published_at="2026-03-03T19:00:00+00:00",
)  # fmt: skip

FEEDS: dict[str, tuple[bytes, str, Metadata]] = {
    "rss": (RSS.encode(), "application/rss+xml", Metadata(language="en").over(SAID)),
    "atom": (ATOM.encode(), "application/atom+xml", Metadata(modified_at="2026-03-04T08:00:00+00:00").over(SAID)),
    "json-feed": (JSON.encode(), "application/feed+json", Metadata(language="en").over(SAID)),
}


def entries(data: bytes) -> list[FeedEntry]:
    return list(feed_entries(data, None, 200))


@pytest.mark.parametrize(("data", "media_type", "said"), FEEDS.values(), ids=FEEDS)
def test_an_entry_is_an_article(data: bytes, media_type: str, said: Metadata) -> None:
    entry = entries(data)[0]
    assert entry.refusal is None
    assert entry.text == TEXT
    assert entry.media_type == media_type
    assert entry.metadata == said
    assert entry.offset_map[-1].end == len(TEXT)


@pytest.mark.parametrize("data", [RSS.encode(), JSON.encode()], ids=["rss", "json-feed"])
def test_a_teaser_is_refused_and_numbered(data: bytes) -> None:
    teaser = entries(data)[1]
    assert teaser.number == 2
    assert teaser.refusal is not None
    assert teaser.refusal.reason == "no-text"


def test_a_feed_that_declares_its_encoding_is_decoded_so() -> None:
    words = "Старшина города сообщил во вторник, что воды хватит на девять дней. " * 5
    item = f"<item><description>{words}</description></item>"
    data = f'<?xml version="1.0" encoding="windows-1251"?><rss><channel>{item}</channel></rss>'
    (entry,) = entries(data.encode("windows-1251"))
    assert entry.text == words.strip()
    assert entry.encoding == "windows-1251 (declared)"


NONE: dict[str, bytes] = {
    "no-entries": b"<rss><channel><title>Velm Tribune</title></channel></rss>",
    "no-feed": b"<xml>no feed</xml>",
    "no-items": b'{"version": "https://jsonfeed.org/version/1", "items": []}',
    "items-are-no-list": b'{"version": "https://jsonfeed.org/version/1", "items": {}}',
}


@pytest.mark.parametrize("data", NONE.values(), ids=NONE)
def test_a_feed_without_entries_is_refused(data: bytes) -> None:
    with pytest.raises(RefusalError, match="a feed without entries") as caught:
        entries(data)
    assert caught.value.reason == "no-text"


def test_a_feed_is_never_taken_for_a_path_or_an_address() -> None:
    for data in (b"/etc/hostname", b"https://velmtribune.example/rss"):
        with pytest.raises(RefusalError, match="a feed without entries"):
            entries(data)
