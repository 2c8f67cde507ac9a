"""What a page says of itself: JSON-LD first, then meta tags, then its elements."""

import json

import pytest

from headwater.ingest.draft import Metadata
from headwater.ingest.page_metadata import page_metadata
from headwater.ingest.page_text import parse_page


def page(head: str = "", body: str = "<p>The dam held.</p><p>Nobody was hurt.</p>") -> str:
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Dam holds &amp; river rises",
    "author": [{"@type": "Person", "name": "Sanna Lund"}, "By Ole de Vries", {"name": "Sanna Lund"}],
    "publisher": {"@type": "Organization", "name": "Velm Tribune"},
    "datePublished": "2026-03-04T10:00:00Z",
    "dateModified": "2026-03-05T11:30:00+02:00",
    "mainEntityOfPage": {"@id": "https://velmtribune.example/dam"},
    "inLanguage": "en-GB",
}
STATED = Metadata(
    url="https://velmtribune.example/dam",
    publisher="Velm Tribune",
    headline="Dam holds & river rises",
    byline="Sanna Lund, Ole de Vries",
    published_at="2026-03-04T10:00:00+00:00",
    modified_at="2026-03-05T11:30:00+02:00",
    language="en",
)

PAGES: dict[str, tuple[str, Metadata]] = {
    "json-ld": (page(ld(ARTICLE)), STATED),
    "json-ld-graph": (page(ld({"@graph": [{"@type": "WebPage"}, ARTICLE]})), STATED),
    "json-ld-list-of-types": (page(ld([{**ARTICLE, "@type": ["Thing", "https://schema.org/NewsArticle"]}])), STATED),
    "json-ld-in-comment-marks": (page(ld(ARTICLE).replace(">{", "><!-- {").replace("}</", "} --></")), STATED),
    "json-ld-publisher-by-reference": (
        page(ld({"@graph": [{**ARTICLE, "publisher": {"@id": "#o"}}, {"@id": "#o", "name": "Velm Tribune"}]})),
        STATED,
    ),
    "broken-json-ld-then-meta": (
        page('<script type="application/ld+json">{"headline": </script><meta property="og:title" content="Dam holds">'
             '<meta name="date" content="2026-03-04">'),
        Metadata(headline="Dam holds", published_at="2026-03-04"),
    ),
    "meta": (
        page(
            '<meta property="og:title" content="Dam holds"><meta property="og:site_name" content="Velm Tribune">'
            '<meta name="author" content="By Sanna Lund"><meta property="article:author" content="https://x.example/s">'
            '<meta property="article:published_time" content="2026-03-04T10:00:00+0000">'
            '<meta property="article:modified_time" content="2026-03-05"><link rel="canonical" href="https://v.example/a">'
            '<meta property="og:locale" content="en_US">'
        ),
        Metadata(
            url="https://v.example/a", publisher="Velm Tribune", headline="Dam holds", byline="Sanna Lund",
            published_at="2026-03-04T10:00:00+00:00", modified_at="2026-03-05", language="en",
        ),
    ),
    "elements": (
        page(body='<h1>Dam <i>holds</i></h1><p class="byline">By Sanna Lund</p>'
                  '<time itemprop="datePublished" datetime="2026-03-04T10:00:00Z">Today</time><p>The dam held.</p>'),
        Metadata(headline="Dam holds", byline="Sanna Lund", published_at="2026-03-04T10:00:00+00:00"),
    ),
    "placeholder-date-gives-way": (
        page(ld({**ARTICLE, "datePublished": "0001-01-01T00:00:00Z"}) + '<meta name="date" content="2026-03-04">'),
        Metadata(published_at="2026-03-04").over(STATED),
    ),
    "nothing": (page(), Metadata()),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), PAGES.values(), ids=PAGES)
def test_a_page_says(markup: str, expected: Metadata) -> None:
    assert page_metadata(parse_page(markup)) == expected


def test_a_date_in_the_words_is_found_when_none_is_stated() -> None:
    found = page_metadata(parse_page(page(body="<p>Published on March 4, 2026</p><p>The dam held.</p>")))
    assert found.published_at == "2026-03-04"


@pytest.mark.parametrize(
    "value", [None, 5, "NewsArticle", [], [[[]]], {"@type": 5}, {"@type": "NewsArticle", "author": 7}]
)
def test_odd_json_ld_says_nothing(value: object) -> None:
    assert page_metadata(parse_page(page(ld(value)))) == Metadata()
