"""seal: one plain file that opens anywhere, takes nothing more, and was whole when it was closed."""

import asyncio
import shutil
from pathlib import Path

import apsw
import httpx
import pytest
from datasette.app import Datasette
from tests.ledger import invented

from headwater.errors import LedgerError
from headwater.ledger import Ledger


@pytest.fixture
def sealed_path(ledger_path: Path) -> Path:
    with Ledger.open(ledger_path, read_only=False) as ledger:
        ledger.seal()
    return ledger_path


def test_a_sealed_ledger_is_one_file_whose_root_was_given(ledger_path: Path) -> None:
    with Ledger.open(ledger_path, read_only=False) as ledger:
        root = ledger.seal()
    assert [path.name for path in ledger_path.parent.iterdir()] == [ledger_path.name]
    with Ledger.open(ledger_path) as ledger:
        assert ledger.info().chained_root == root
        assert ledger.info().state == "sealed"
        assert ledger.verify() == ()


def test_a_sealed_ledger_reads_where_nothing_can_be_written(sealed_path: Path) -> None:
    before = sealed_path.read_bytes()
    sealed_path.chmod(0o444)
    sealed_path.parent.chmod(0o555)
    try:
        with Ledger.open(sealed_path) as ledger:
            assert ledger.documents() == invented.DOCUMENTS
            assert ledger.verify() == ()
    finally:
        sealed_path.parent.chmod(0o755)
    assert sealed_path.read_bytes() == before


def test_a_sealed_ledger_takes_no_more(sealed_path: Path) -> None:
    with pytest.raises(LedgerError, match="sealed and takes no more records"):
        Ledger.open(sealed_path, read_only=False)
    with pytest.raises(LedgerError, match="sealed"):
        Ledger.open_or_create(sealed_path)


def test_what_is_unfinished_is_not_sealed(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "story.hw.db") as ledger:
        invented.add_documents(ledger)
        with pytest.raises(LedgerError, match="did not finish"):
            ledger.seal()


def test_what_does_not_hold_is_not_sealed(ledger_path: Path) -> None:
    connection = apsw.Connection(str(ledger_path))
    connection.execute("UPDATE span SET exact = 'x' WHERE span_id = (SELECT min(span_id) FROM span)")
    connection.close()
    with Ledger.open(ledger_path, read_only=False) as ledger, pytest.raises(LedgerError, match="do not hold"):
        ledger.seal()


def test_a_ledger_that_is_open_elsewhere_is_not_sealed(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as reader:
        assert reader.documents()
        with (
            Ledger.open(ledger_path, read_only=False, busy_seconds=0.05) as ledger,
            pytest.raises(LedgerError, match="another process"),
        ):
            ledger.seal()
        assert reader.info().state == "complete"


def _ask(path: Path, *addresses: str) -> list[httpx.Response]:
    """What Datasette answers about a sealed ledger under the name "story"."""
    copy = Path(shutil.copy(path, path.with_name("story.db")))

    async def ask() -> list[httpx.Response]:
        datasette = Datasette([], immutables=[str(copy)])
        await datasette.invoke_startup()
        return [await datasette.client.get(address) for address in addresses]

    return asyncio.run(ask())


def test_datasette_searches_documents_and_spans(sealed_path: Path) -> None:
    answers = _ask(
        sealed_path,
        "/story/document.json?_search=harbour+closed&_shape=array",
        "/story/span.json?_search=varga&_shape=array",
        "/story/span.json?_search=nowhere&_shape=array",
    )
    documents, spans, none = (answer.json() for answer in answers)
    assert [row["doc_id"] for row in documents] == ["doc-b"]
    assert {row["doc_id"] for row in spans} == {"doc-a"}
    assert none == []


LINKS = {
    "statement": ("/story/document/doc-a", "/story/attribution/att-a1", "/story/span/doc-a"),
    "claim_statement": ("/story/claim/clm-1", "/story/statement/stm-2"),
    "path_hop": ("/story/path/pth-stm-1", "/story/entity/ent-s-varga"),
}


@pytest.mark.parametrize(("table", "targets"), LINKS.items(), ids=LINKS)
def test_datasette_links_rows_to_the_rows_they_point_at(
    sealed_path: Path, table: str, targets: tuple[str, ...]
) -> None:
    (page,) = _ask(sealed_path, f"/story/{table}")
    assert {target for target in targets if f'href="{target}' not in page.text} == set()


def test_datasette_opens_the_row_that_a_link_names(sealed_path: Path) -> None:
    (page,) = _ask(sealed_path, "/story/claim_statement?_size=1")
    target = page.text.split('href="/story/statement/', 1)[1].split('"', 1)[0]
    span = _ask(sealed_path, "/story/statement")[0].text.split('href="/story/span/', 1)[1].split('"', 1)[0]
    assert [one.status_code for one in _ask(sealed_path, f"/story/statement/{target}", f"/story/span/{span}")] == [
        200
    ] * 2


def test_datasette_shows_every_view(sealed_path: Path) -> None:
    views = ("claims_counted", "claim_mentions", "attributions_in_words", "unnamed_sources")
    answers = _ask(sealed_path, *(f"/story/{view}.json?_shape=array" for view in views))
    claims, mentions, attributions, unnamed = (answer.json() for answer in answers)
    assert claims[0]["bottlenecks"] == "Osterby Harbour > Ilse Varga"
    assert {(row["root"], row["words"]) for row in mentions} == {
        ("Ilse Varga", "At least 12 barges sank"), ("unattributed", "15 barges sank"), ("official", "denied it"),
    }  # fmt: skip
    assert {row["source"] for row in attributions} == {
        "harbour master Ilse Varga", "she", "the Fen Observer", "An official",
    }  # fmt: skip
    assert [row["stated_count"] for row in unnamed] == ["one"]
