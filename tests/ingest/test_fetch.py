"""fetch_url: nothing but the public web, every hop checked; no test here leaves this machine."""

from http.client import HTTPMessage
from io import BytesIO
from urllib.request import Request

import pytest

from headwater.config import IngestConfig
from headwater.ingest.draft import RefusalError
from headwater.ingest.fetch import _CheckedRedirects, _name, _read, check_public, fetch_url

PRIVATE = {
    "loopback": "http://127.0.0.1:8000/",
    "loopback-6": "http://[::1]/",
    "private": "http://192.168.1.1/admin",
    "metadata-service": "http://169.254.169.254/latest/",
    "unspecified": "http://0.0.0.0/",
    "mapped": "http://[::ffff:127.0.0.1]/",
}


@pytest.mark.parametrize("url", PRIVATE.values(), ids=PRIVATE)
def test_private_addresses_are_refused(url: str) -> None:
    with pytest.raises(RefusalError, match="not an address on the public web") as caught:
        fetch_url(url, IngestConfig(fetch_seconds=1))
    assert caught.value.reason == "network"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://v.example/a", "http://", "gopher://v.example"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(RefusalError, match="not an http or https address"):
        check_public(url)


def test_a_redirect_into_a_private_network_is_refused() -> None:
    with pytest.raises(RefusalError, match=r"127\.0\.0\.1"):
        _CheckedRedirects().redirect_request(
            Request("https://v.example/"),
            BytesIO(),
            302,
            "Found",
            HTTPMessage(),
            "http://127.0.0.1/",
        )


def test_a_body_over_the_limit_or_the_time_is_refused() -> None:
    assert _read(BytesIO(b"x" * 10), 10, deadline=float("inf")) == b"x" * 10
    with pytest.raises(RefusalError) as large:
        _read(BytesIO(b"x" * 11), 10, deadline=float("inf"))
    assert large.value.reason == "too-large"
    with pytest.raises(RefusalError, match="too slowly"):
        _read(BytesIO(b"x"), 10, deadline=0.0)


NAMES: dict[str, tuple[str, str, str]] = {
    "page": ("https://v.example/news/dam", "text/html", "dam.html"),
    "ending-kept": ("https://v.example/feed.rss", "application/rss+xml", "feed.rss"),
    "root": ("https://v.example/", "text/html", ".html"),
    "unknown-type": ("https://v.example/dam", "application/octet-stream", "dam"),
}


@pytest.mark.parametrize(("url", "media_type", "expected"), NAMES.values(), ids=NAMES)
def test_the_name_of_what_was_fetched_is(url: str, media_type: str, expected: str) -> None:
    assert _name(url, media_type) == expected
