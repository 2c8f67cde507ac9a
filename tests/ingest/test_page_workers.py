"""extract_pages: drafts in the order of the pages; hostile pages cost only themselves."""

from dataclasses import replace

import pytest

from headwater.config import IngestConfig
from headwater.ingest import page_workers
from headwater.ingest.draft import Draft, Metadata, Page
from headwater.ingest.page_workers import extract_pages
from headwater.records import Rejection

PARAGRAPH = "<p>The mayor of Carrow told reporters on day {} that the city’s water would last for nine days.</p>"

ENDLESS = "<p " + " ".join(f"a{n}=1" for n in range(400_000)) + ">The dam held.</p>"  # quadratic in every parser


def page(number: int, data: str | None = None) -> Page:
    article = f"<article><h1>Dam holds on day {number}</h1>{PARAGRAPH.format(number) * 3}</article>"
    markup = data or f"<html><body>{article}</body></html>"
    return Page(
        kind="page", location=f"{number}.html", origin=f"{number}.html", record_id=str(number), explicit_id=None,
        metadata=Metadata(publisher="Velm Tribune"), retrieved_at=None, declared_encoding="utf-8", data=markup.encode(),
    )  # fmt: skip


def test_no_process_is_started_without_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_workers, "_Worker", None)
    assert extract_pages((), IngestConfig()) == ()


def test_pages_come_back_in_order_from_several_workers() -> None:
    pages = [page(number) for number in range(20)]
    found = extract_pages(pages, IngestConfig(extract_workers=2))
    assert [reading.location for reading in found] == [p.location for p in pages]
    for number, reading in enumerate(found):
        assert isinstance(reading, Draft)
        assert f"on day {number} that" in reading.text
        assert reading.metadata.publisher == "Velm Tribune"
        assert reading.metadata.headline == f"Dam holds on day {number}"
        assert reading.encoding == "utf-8 (declared)"


def test_an_outcome_does_not_depend_on_what_was_read_before_it() -> None:
    pages = [page(number) for number in range(6)]
    expected = extract_pages(pages, IngestConfig(extract_workers=1))
    assert extract_pages(pages[::-1], IngestConfig(extract_workers=1)) == expected[::-1]


def test_a_page_that_hangs_its_parser_is_a_timeout_and_the_next_is_read() -> None:
    config = IngestConfig(extract_workers=1, extract_seconds=1.0)
    hung, last = extract_pages([page(1, ENDLESS), page(2)], config)
    assert isinstance(last, Draft)
    assert isinstance(hung, Rejection)
    assert hung.reason == "timeout"
    assert "1 seconds of processor time" in hung.detail


def test_a_page_that_outlasts_the_clock_is_a_timeout() -> None:
    (hung,) = extract_pages([page(2, ENDLESS)], IngestConfig(extract_wall_seconds=0.5))
    assert isinstance(hung, Rejection)
    assert hung.detail == "reading the page took more than 0.5 seconds"


def test_a_page_that_needs_too_much_memory_is_a_rejection() -> None:
    wide = "<html><body>" + "<p>x</p>" * 700_000
    config = IngestConfig(extract_workers=1, extract_memory_bytes=250_000_000)
    refused, read = extract_pages([page(1, wide), page(2)], config)
    assert isinstance(refused, Rejection)
    assert refused.reason == "timeout"
    assert isinstance(read, Draft)


BAD: dict[str, tuple[str, str]] = {
    "no-article": ("<html><body></body></html>", "no-text"),
    "binary": ("%PDF-1.4", "binary"),
    "nuls": ("<html>\0</html>", "binary"),
    "empty": (" ", "empty"),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_page_without_words_is_a_rejection(data: str, reason: str) -> None:
    (refused,) = extract_pages([page(1, data)], IngestConfig())
    assert isinstance(refused, Rejection)
    assert refused.reason == reason


def test_entries_of_a_feed_are_numbered() -> None:
    item = f"<item><title>Dam</title><description>{'The dam held until dawn. ' * 20}</description></item>"
    feed = replace(page(1, f"<rss><channel>{item}<item><title>x</title></item></channel></rss>"), kind="feed")
    read, refused = extract_pages([feed], IngestConfig())
    assert isinstance(read, Draft)
    assert isinstance(refused, Rejection)
    assert (read.location, read.record_id, refused.location) == ("1.html:1", "1:1", "1.html:2")
