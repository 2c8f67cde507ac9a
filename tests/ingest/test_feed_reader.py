"""read_feed: one feed, handed on; its own address and title are no entry's."""

from headwater.config import IngestConfig
from headwater.ingest.draft import Metadata, Page, RawInput
from headwater.ingest.feed_reader import read_feed


def test_a_feed_is_handed_on_without_its_own_address() -> None:
    raw = RawInput(
        location="a.rss", record_id="a", name="a.rss", head=b"<rss>", path=None, body=b"<rss>",
        metadata=Metadata(publisher="Velm Tribune", url="https://velmtribune.example/rss", headline="News"),
    )  # fmt: skip
    (page,) = read_feed(raw, IngestConfig())
    assert isinstance(page, Page)
    assert page.kind == "feed"
    assert page.metadata == Metadata(publisher="Velm Tribune")
