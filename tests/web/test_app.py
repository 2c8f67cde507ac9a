"""The explorer: every page and link of a ledger, three forms of each page, errors as pages."""

import csv
import io
from html import unescape
from itertools import pairwise
from typing import cast
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from starlette.testclient import TestClient


def found(content: bytes, xpath: str) -> list[str]:
    """Return what an XPath finds in a page, as strings."""
    return [str(one) for one in cast("list[object]", lxml.html.fromstring(content).xpath(xpath))]


PAGES = {
    "/": "At least 12 barges sank",
    "/stories": "Barges sink at Osterby",
    "/claim/clm-1": "At least 12 barges sank",
    "/article/doc-a": "harbour master",
    "/compare/doc-a/doc-b": "barges sank",
    "/source/ent-s-varga": "Ilse Varga",
    "/sources": "Ilse Varga",
    "/unnamed": "official",
    "/disagreements": "Numbers that cannot all hold",
    "/timeline": "Harbour Standard",
    "/rejected": "PDF bytes, not text",
    "/judgements": "@mention: not the same",
    "/search?q=barges": "barges",
    "/explain?a=doc-a&b=doc-b": "Harbour Standard",
    "/about": "configuration SHA-256",
}


@pytest.mark.parametrize(("path", "words"), PAGES.items(), ids=PAGES)
def test_a_page_shows_its_words_as_html_and_as_json(client: TestClient, path: str, words: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert words in unescape(page.text)
    bare, _, query = path.partition("?")
    twin = client.get(f"{'/index' if bare == '/' else bare}.json?{query}")
    assert twin.status_code == 200
    assert twin.json()["title"]


def test_every_link_of_every_page_leads_somewhere_and_every_anchor_is_there(client: TestClient) -> None:
    todo, wanted = ["/"], []
    anchors: dict[str, set[str]] = {}
    while todo:
        path = todo.pop()
        if path in anchors:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        anchors[path] = set()
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        anchors[path] = set(found(answer.content, "//@id"))
        for link in found(answer.content, "//@href | //@src"):
            parts = urlsplit(urljoin("http://here" + path, link))
            if parts.netloc == "here":
                target = parts.path + (f"?{parts.query}" if parts.query else "")
                todo.append(target)
                wanted += [(target, parts.fragment)] if parts.fragment else []
    assert len(anchors) > 60
    assert [(path, anchor) for path, anchor in wanted if anchor not in anchors[path]] == []


def test_ids_on_a_page_are_unique(client: TestClient) -> None:
    for path in PAGES:
        ids = found(client.get(path).content, "//@id")
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("path", ["/claim/clm-9", "/article/none", "/source/ent-9", "/nothing", "/?story=sty-9"])
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text
    assert "Traceback" not in answer.text


def test_a_table_is_csv_without_formulas(client: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/judgements.csv").text)))
    assert rows[0] == ["left", "right", "verdict", "made_by", "made_at", "reason"]
    assert rows[1][-1] == "'@mention: not the same"
    assert client.get("/judgements.csv?table=nothing").status_code == 404


def test_facets_narrow_a_search(client: TestClient) -> None:
    everything = client.get("/search.json?q=barges").json()
    narrowed = client.get("/search.json?q=barges&publisher=Fen+Observer").json()
    assert {hit["doc_id"] for hit in everything["hits"]} == {"doc-a", "doc-b"}
    assert {hit["doc_id"] for hit in narrowed["hits"]} == {"doc-a"}
    assert client.get("/search.json?q=barges&since=2031-03-05").json()["documents"][0]["doc_id"] == "doc-b"
    denied = client.get("/search.json?q=it&polarity=denied").json()
    assert [hit["polarity"] for hit in denied["hits"]] == ["denied"] * len(denied["hits"])
    assert client.get("/search.json?q=barges&kind=article").json()["hits"] == []
    for kind in ("statement", "quotation", "paraphrase", "source"):
        hits = client.get(f"/search.json?q=barges&kind={kind}").json()["hits"]
        assert {hit["kind"] for hit in hits} <= {kind, "statement"}, kind
    stated = client.get("/search.json?q=barges&kind=statement").json()["hits"]
    assert {(hit["claim_id"], hit["passage"]["words"]) for hit in stated} >= {("clm-1", "At least 12 barges sank")}


def test_hits_of_one_article_do_not_overlap(client: TestClient) -> None:
    hits = client.get("/search.json?q=barges").json()["hits"]
    places = sorted((hit["doc_id"], hit["passage"]["start"], hit["passage"]["end"]) for hit in hits)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(places))


def test_an_explanation_lists_reasons_for_and_against_with_their_weights(client: TestClient) -> None:
    page = client.get("/explain.json?a=doc-a&b=doc-b").json()
    assert {reason["side"] for reason in page["reasons"]} <= {"about", "for", "against"}
    assert any(reason["evidence"] for reason in page["reasons"])
    assert client.get("/explain?a=doc-a&b=ent-s-varga").status_code == 404
    assert client.get("/explain?a=doc-a&b=nobody").status_code == 404
    assert "every reason for and against" in client.get("/explain").text


def test_removing_a_root_in_the_address_counts_again(client: TestClient) -> None:
    page = client.get("/claim/clm-1.json?without=Ilse+Varga").json()
    assert page["without"] == ["Ilse Varga"]
    assert page["again"]["roots"] == "0"
    assert client.get("/claim/clm-1.json").json()["again"] is None
    assert client.get("/claim/clm-1.json?without=Nobody+here").json()["unknown"] == ["nobody here"]


def test_every_mark_of_an_article_can_be_asked_for(client: TestClient) -> None:
    text = client.get("/article/doc-a?show=quantities&show=times&show=shared&show=attributions&show=claims").text
    for layer in ("quantities", "times", "shared", "attributions", "claims"):
        assert f"m-{layer}" in text
    words = "".join(found(text.encode(), "//div[@class='text']//p//text()"))
    assert "“We lost 12,” she said." in words


def test_the_feed_is_atom_with_a_stable_id_for_each_claim(client: TestClient) -> None:
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    tree = lxml.html.etree.fromstring(answer.content)
    ids = [e.text for e in tree.iter("{http://www.w3.org/2005/Atom}id")]
    assert ids == ["urn:headwater:claims:", "urn:headwater:clm-1"]


def test_static_files_are_those_we_ship_and_no_others(client: TestClient) -> None:
    for name in ("explorer.css", "explorer.mjs", "report.css", "mark.svg"):
        assert client.get(f"/static/{name}").status_code == 200
    for name in ("..%2fapp.py", "app.py", "%2e%2e/app.py"):
        assert client.get(f"/static/{name}").status_code == 404


def test_about_checks_every_word_when_asked(client: TestClient) -> None:
    assert "every hash and reference holds" in client.get("/about?verify=yes").text


def test_the_list_says_where_a_quotation_was_altered_and_leads_to_both_wordings(client: TestClient) -> None:
    listed = client.get("/?single=yes").text
    assert 'href="/claim/clm-1#altered">quotation altered</a>' in listed
    shown = client.get("/claim/clm-1").text
    assert 'id="altered"' in shown
