"""Two ways lead from every number of the explorer to its words, none longer than one click."""

import re
from collections.abc import Iterator
from typing import cast

import lxml.html
import pytest
from starlette.testclient import TestClient
from tests.web.demo import every_page, trace_demo

from headwater.web import create_app

NUMBER = re.compile(r"\d+(–\d+)?")
ROWS = "tr", "li", "dd", "p"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, lxml.html.HtmlElement]:
    """Every page that shows claims or sources; of the many pages of sources, twelve."""
    ledger = trace_demo(tmp_path_factory.mktemp("numbers"))
    wanted = re.compile(r"/(sources|claim/.*|stories|timeline|disagreements|unnamed)?")
    paths = every_page(ledger)
    paths = [path for path in paths if wanted.fullmatch(path)] + [p for p in paths if p.startswith("/source/")][:12]
    assert sum(path.startswith("/claim/") for path in paths) > 10
    with TestClient(create_app(ledger), base_url="http://127.0.0.1:8765") as client:
        return {path: lxml.html.fromstring(client.get(path).content) for path in paths}


def numbers(page: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield the innermost elements of a page's content that hold nothing but a number, outside of drawings."""
    for element in page.xpath("//main//*[not(ancestor-or-self::svg) and not(ancestor::select)]"):
        if not len(element) and NUMBER.fullmatch((element.text or "").strip()):
            yield element


def ways(element: lxml.html.HtmlElement) -> set[str]:
    """Return the addresses that a number, or the row it stands in, links to."""
    rows = [one for one in element.iterancestors() if one.tag in ROWS]
    around = [element, *element.iterancestors("a"), *(rows[:1])]
    return {str(href) for one in around for href in cast("list[object]", one.xpath(".//@href | ./@href"))}


def test_every_number_is_a_link_or_stands_beside_one(pages: dict[str, lxml.html.HtmlElement]) -> None:
    bare = [(path, number.text) for path, page in pages.items() for number in numbers(page) if not ways(number)]
    assert bare == []
    assert sum(1 for page in pages.values() for _ in numbers(page)) > 500


def test_two_ways_lead_from_the_counts_of_a_claim_in_a_list_to_its_words(
    pages: dict[str, lxml.html.HtmlElement],
) -> None:
    rows = pages["/"].xpath("//table[contains(@class, 'index')]/tbody/tr")
    assert len(rows) > 10
    for row in rows:
        hrefs = {str(href) for href in row.xpath(".//@href")}
        targets = {href.partition("#")[0] for href in hrefs}
        assert len(hrefs) >= 2
        assert len(targets) == 1
        assert pages[targets.pop()].xpath("//*[@id='words']//figure//mark/text()")


def test_two_ways_lead_from_the_counts_of_a_claim_to_its_words(pages: dict[str, lxml.html.HtmlElement]) -> None:
    for path, page in pages.items():
        if not path.startswith("/claim/"):
            continue
        counts = page.xpath("//*[@class='count']//b")
        assert len(counts) == 2
        assert all("#words" in "".join(ways(number)) for number in counts)
        drawn = {str(href) for href in page.xpath("//main//svg//@href")}
        table = {str(href) for href in page.xpath("//*[contains(@class, 'twin')]//a/@href")}
        words = {f"#{one}" for one in page.xpath("//*[@id='words']//figure/@id")}
        assert words
        assert table == words
        assert drawn <= words
