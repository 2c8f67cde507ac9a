"""The words of a page: paragraphs one a line, each run with its place in the page's own text."""

import lxml.html
import pytest

from headwater.ingest.draft import RefusalError
from headwater.ingest.offset_map import PUT_IN
from headwater.ingest.page_text import article_text, decode_page, lines_of, page_text, parse_page

PAGE = """<!doctype html><html lang="en"><head><title>Velm Tribune | Dam holds as river rises</title>
<script type="application/ld+json">{"headline": "Dam holds as river rises"}</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Dam holds as river rises</h1>
<p>The mayor of Carrow, <b>Linnea Voss</b>, told reporters
   on Tuesday that the city’s water would last for nine days.</p>
<p>“After that we will need tankers,” she said.<br>Nobody was hurt when the spillway broke on Monday night.</p>
<!-- nobody sees this -->
<p>About 1,500&nbsp;people have left their homes, according to the emergency service of the valley.</p>
</article></main><footer>© Velm Tribune</footer></body></html>"""


def test_paragraphs_stand_one_a_line_with_white_space_folded() -> None:
    lines = article_text(parse_page(PAGE)).text.split("\n")
    assert lines[-4:] == [
        "The mayor of Carrow, Linnea Voss, told reporters on Tuesday that the city’s water would last for nine days.",
        "“After that we will need tankers,” she said.",
        "Nobody was hurt when the spillway broke on Monday night.",
        "About 1,500 people have left their homes, according to the emergency service of the valley.",
    ]


def test_every_run_is_the_pages_own_words_and_all_words_are_mapped() -> None:
    tree = parse_page(PAGE)
    found, page = article_text(tree), page_text(tree)
    mapped = [run for run in found.offset_map if run.origin_start != PUT_IN]
    assert all(found.text[r.start : r.end] == page[r.origin_start : r.origin_end] for r in mapped)
    put_in = [found.text[r.start : r.end] for r in found.offset_map if r.origin_start == PUT_IN]
    assert "".join(put_in).strip() == ""


def test_the_headline_is_mapped_to_where_a_reader_sees_it() -> None:
    tree = parse_page(PAGE)
    found, page = article_text(tree), page_text(tree)
    first = found.offset_map[0]
    assert found.text.startswith("Dam holds as river rises")
    assert first.origin_start == page.rindex("Dam holds as river rises")


def test_the_page_is_left_as_it_was() -> None:
    tree = parse_page(PAGE)
    before = lxml.html.tostring(tree)
    article_text(tree)
    assert lxml.html.tostring(tree) == before


LINES: dict[str, tuple[str, str]] = {
    "blocks": ("<div><p>One</p><p>Two</p></div>", "One\nTwo"),
    "inline": ("<p>The <b>dam</b> <i>held</i>.</p>", "The dam held."),
    "break": ("<p>One<br>Two</p>", "One\nTwo"),
    "list": ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
    "folded": ("<p> One\n\t two </p>", "One two"),
    "scripts-hold-no-words": ("<div>One<script>two()</script><style>p {}</style> three</div>", "One three"),
    "comments-hold-no-words": ("<div>One<!-- two --> three</div>", "One three"),
    "nothing": ("<div></div>", ""),
    "deep": ("<div>" * 150 + "One" + "</div>" * 150, "One"),
}


@pytest.mark.parametrize(("markup", "expected"), LINES.values(), ids=LINES)
def test_lines_are(markup: str, expected: str) -> None:
    assert lines_of(lxml.html.fromstring(markup)) == expected


NO_ARTICLE: dict[str, tuple[str, str]] = {
    "nothing-in-it": ("<html><body></body></html>", "no words in the page|no elements"),
    "too-deep": ("<html><body>" + "<div>" * 400 + "The dam held.", "more than 200 deep"),
}


@pytest.mark.parametrize(("markup", "words"), NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_an_article_says_what_stood_in_the_way(markup: str, words: str) -> None:
    with pytest.raises(RefusalError, match=words) as caught:
        article_text(parse_page(markup))
    assert caught.value.reason == "no-text"


ENCODINGS: dict[str, tuple[bytes, str | None, str]] = {
    "meta-charset": ('<meta charset="iso-8859-2">Wałęsa'.encode("iso-8859-2"), None, "iso-8859-2 (declared)"),
    "meta-http-equiv": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Волна'.encode("cp1251"),
        None,
        "windows-1251 (declared)",
    ),
    "xml-declaration": (
        '<?xml version="1.0" encoding="iso-8859-2"?><html>Wałęsa'.encode("iso-8859-2"),
        None,
        "iso-8859-2 (declared)",
    ),
    "transport-goes-first": ('<meta charset="iso-8859-1">Østby'.encode(), "utf-8", "utf-8 (declared)"),
    "undeclared": ("<p>Østby".encode(), None, "utf-8 (valid)"),
}


@pytest.mark.parametrize(("data", "declared", "expected"), ENCODINGS.values(), ids=ENCODINGS)
def test_encoding_of_a_page_is(data: bytes, declared: str | None, expected: str) -> None:
    markup, encoding = decode_page(data, declared)
    assert encoding == expected
    assert "<?xml" not in markup
