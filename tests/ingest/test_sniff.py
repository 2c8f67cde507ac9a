"""tell_format: by content first, by name second."""

import pytest

from headwater.ingest.draft import RefusalError
from headwater.ingest.sniff import tell_format

FORMATS: dict[str, tuple[str, bytes, str]] = {
    "text": ("a.txt", b"The dam held.", "text"),
    "no-name": ("", b"The dam held.", "text"),
    "page-by-content": ("a.txt", b"\n<!DOCTYPE html><html><body>", "html"),
    "page-after-comments": ("a", b"<!-- a <rss> feed? no --><html lang=en>", "html"),
    "page-after-xml-declaration": ("a.xml", b'<?xml version="1.0"?><html xmlns="x">', "html"),
    "page-by-name": ("a.html", b"The dam held.", "html"),
    "text-that-begins-with-a-sign": ("a.txt", b"<3 the dam", "text"),
    "rss": ("a.txt", b'<?xml version="1.0"?><!-- <p> --><rss version="2.0"><channel>', "feed"),
    "atom": ("a", b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
    "rdf": ("a", b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
    "utf-16-feed": ("a", '\ufeff<?xml version="1.0"?><rss>'.encode("utf-16-le"), "feed"),
    "json-feed": ("a.json", b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}', "feed"),
    "lines-by-content": ("a.txt", b'{"text": "The dam held."}\n', "jsonl"),
    "lines-by-name": ("a.jsonl", b"not an object\n", "jsonl"),
    "text-in-braces": ("a.txt", b"{sic} The dam held.", "text"),
    "warc": ("a.txt", b"WARC/1.0\r\nWARC-Type: warcinfo", "archive"),
    "arc": ("a", b"filedesc://a.arc 127.0.0.1 20140216050221 text/plain 75", "archive"),
    "gzipped-name": ("a.html.gz", b"The dam held.", "html"),
}


@pytest.mark.parametrize(("name", "head", "expected"), FORMATS.values(), ids=FORMATS)
def test_format_is(name: str, head: bytes, expected: str) -> None:
    assert tell_format(name, head) == expected


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "pdf-under-a-text-name": ("a.txt", b"%PDF-1.4", "binary"),
    "table": ("a.csv", b"path,publisher\n", "unsupported"),
    "lone-annotations": ("a.ann", b"T1\tSource 0 4\tThey\n", "unsupported"),
}


@pytest.mark.parametrize(("name", "head", "reason"), REFUSED.values(), ids=REFUSED)
def test_is_refused(name: str, head: bytes, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        tell_format(name, head)
    assert caught.value.reason == reason


def test_an_installed_reader_takes_its_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.ingest.sniff.installed_endings", lambda: frozenset({"docx"}))
    assert tell_format("a.docx", b"PK\x03\x04") == "docx"
