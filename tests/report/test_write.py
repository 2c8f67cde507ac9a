"""The report: one file, no request, every statement with its words, the same bytes each time."""

import sys
from pathlib import Path
from typing import cast

import lxml.html
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger import invented

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.report import Shelf, claim_sheet, render_report, write_report
from headwater.report.notebook import claim_html, document_html, story_html
from headwater.report.rendering import running_head


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "story.hw.db"
    invented.write_ledger(path)
    return path


def found(page: str, xpath: str) -> list[str]:
    return [str(one) for one in cast("list[object]", lxml.html.fromstring(page.encode()).xpath(xpath))]


def test_every_statement_stands_there_with_its_exact_words_and_place(ledger: Path, tmp_path: Path) -> None:
    output = tmp_path / "story.html"
    write_report(ledger, output)
    page = output.read_text("utf-8")
    with Ledger.open(ledger) as opened:
        texts = {document.doc_id: document.text for document in opened.documents()}
        places = {s.span: s.span.quote(texts[s.doc_id]) for s in opened.statements()}
    marked = found(page, "//figure//mark/text()")
    assert sorted(marked) == sorted(places.values())
    captions = " ".join(found(page, "//figcaption//text()"))
    for span in places:
        assert f"[{span.start}, {span.end})" in captions


def test_the_report_asks_for_nothing_and_runs_nothing(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        page = render_report(opened)
    assert found(page, "//script | //link | //img | //iframe | //@src | //@style | //@onclick") == []
    (policy,) = found(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_links_within_the_report_lead_to_ids_that_are_there_once(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        page = render_report(opened)
    ids = found(page, "//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found(page, "//@href") if link.startswith("#")} <= set(ids)


def test_the_same_ledger_gives_the_same_bytes(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        assert render_report(opened) == render_report(opened)


def test_it_says_what_was_not_read_and_what_was_counted_with_what(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        page = render_report(opened)
        root = opened.info().chained_root
    text = " ".join(found(page, "//body//text()"))
    for words in ("PDF bytes, not text", "Numbers that cannot all hold", "Unnamed sources", "Method and limits", root):
        assert words in text
    assert "2 outlets → 1–2 roots" in text


def test_an_empty_ledger_still_makes_a_report(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Ledger.create(path).close()
    with Ledger.open(path) as opened:
        assert "No article could be read" in render_report(opened)


def test_a_place_that_cannot_be_written_is_an_error_in_words(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="the report cannot be written"):
        write_report(ledger, tmp_path / "missing" / "story.html")


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        shelf = Shelf(opened, "clm")
        sheet = claim_sheet(shelf, shelf.claims[0])
    assert (sheet.publishers, sheet.roots, sheet.documents) == (2, "1–2", 2)
    assert [statement.number for root in sheet.root_sheets for statement in root.statements] == [1, 2, 3]


def test_a_running_head_cannot_end_the_style_it_stands_in() -> None:
    head = running_head('</style><script>"; } \\ é')
    assert head.count('"') == 2
    assert not set("<>\\'") & set(head.replace("\\00", "").split('"')[1]) - {"\\"}


def test_notebook_cells_come_from_the_same_templates(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        claim, story, document = opened.claims()[0], opened.stories()[0], opened.documents()[0]
        cells = [claim_html(opened, claim), story_html(opened, story), document_html(document)]
    for cell in cells:
        assert "@scope (.headwater-cell)" in cell
        assert "@page" not in cell
        assert "<script" not in cell
    assert "<mark>At least 12 barges sank</mark>" in cells[0]
    assert "Barges sink at Osterby" in cells[2]
