"""search: words and phrases find documents and spans; nothing a person types raises."""

import json
from pathlib import Path
from typing import get_args

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.invented import UNHURRIED

from headwater.ledger import Facets, Ledger, SpanKind
from headwater.ledger.search import quote_query
from headwater.ledger.search_schema import FINDING_INDEXES

QUERIES = {
    "words": ("harbour  closed", '"harbour" "closed"'),
    "phrase": ('"harbour stays" closed', '"harbour stays" "closed"'),
    "operators": ("a AND (b* OR NOT c)", '"a" "AND" "(b*" "OR" "NOT" "c)"'),
    "lone-quote": ('say "no', '"say" "no"'),
    "no-words": ("*** -- ()", ""),
    "nul": ("a\x00b", '"a" "b"'),
}


@pytest.mark.parametrize(("typed", "expected"), QUERIES.values(), ids=QUERIES)
def test_every_token_is_quoted(typed: str, expected: str) -> None:
    assert quote_query(typed) == expected


def test_finds_documents_with_the_words_marked(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        found = ledger.search("fen observer")
    assert {hit.doc_id for hit in found.documents} == {"doc-a", "doc-b"}
    marked = [words for hit in found.documents for words, is_word in hit.snippet if is_word]
    assert {word.lower() for word in marked} == {"fen", "observer"}
    assert {hit.exact for hit in found.spans} >= {"Fen Observer", "the Fen Observer"}


def test_a_snippet_is_words_of_the_text(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        (hit,) = ledger.search("closed").documents
        text = ledger.document(hit.doc_id).text
    assert "".join(words for words, _ in hit.snippet).strip("…") in text


def test_accents_and_case_do_not_matter_and_phrases_stay_together(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        assert [hit.doc_id for hit in ledger.search("HÁRBOUR stays").documents] == ["doc-b"]
        assert ledger.search('"stays harbour"').documents == ()
        assert len(ledger.search("barges", limit=1).documents) == 1


FACETS = {
    "publisher": (Facets(publisher="Fen Observer"), {"doc-a"}),
    "language": (Facets(language="de"), set()),
    "since": (Facets(since="2031-03-05"), {"doc-b"}),
    "until": (Facets(until="2031-03-05"), {"doc-a", "doc-b"}),
    "between": (Facets(since="2031-03-01", until="2031-03-04", language="en"), {"doc-a"}),
}


@pytest.mark.parametrize(("facets", "expected"), FACETS.values(), ids=FACETS)
def test_facets_limit_documents_and_spans(ledger_path: Path, facets: Facets, expected: set[str]) -> None:
    with Ledger.open(ledger_path) as ledger:
        found = ledger.search("barges", facets=facets)
    assert {hit.doc_id for hit in found.documents} == expected
    assert {hit.span.doc_id for hit in found.spans} == expected


@settings(UNHURRIED, max_examples=150)
@given(
    query=st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.text('"*()^:-+ NEARAND{}', max_size=12)
)
def test_nothing_a_person_types_raises(written: Path, query: str) -> None:
    with Ledger.open(written) as ledger:
        found = ledger.search(query)
    assert len(found.documents) <= 2


def test_naughty_strings_find_or_find_nothing(shared: Path, ledger_path: Path) -> None:
    files = sorted((shared / "data" / "hostile").rglob("*naughty*.json")) + sorted(
        (shared / "data" / "hostile").rglob("blns*.json")
    )
    if not files:
        pytest.skip("no list of naughty strings beside the checkout")
    strings = [string for string in json.loads(files[0].read_text("utf-8")) if isinstance(string, str)]
    with Ledger.open(ledger_path) as ledger:
        assert all(len(ledger.search(string).documents) <= 2 for string in strings)
    assert strings


def test_spans_are_narrowed_by_what_they_are_and_how_they_are_said(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        everything = {hit.exact: hit for hit in ledger.search("barges").spans}
        assert everything["At least 12 barges sank"].kind == "statement"
        assert everything["At least 12 barges sank"].statement_id is not None
        sources = ledger.search("varga", facets=Facets(kind="source")).spans
        assert {(hit.exact, hit.kind) for hit in sources} == {("harbour master Ilse Varga", "source")}
        quoted = ledger.search("lost", facets=Facets(kind="quotation")).spans
        assert [hit.exact for hit in quoted] == ["“We lost 12,”"]
        denied = ledger.search("it", facets=Facets(polarity="denied")).spans
        assert denied
        assert {hit.polarity for hit in denied} == {"denied"}
        assert ledger.search("it", facets=Facets(polarity="hedged")).spans == ()


def test_what_is_not_asked_for_is_not_looked_for(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        assert ledger.search("barges", limit=0, spans=5).documents == ()
        assert ledger.search("barges", limit=0, spans=5).spans
        assert ledger.search("barges", limit=5, spans=0).spans == ()


def test_a_ledger_without_the_finding_indexes_finds_the_same_and_gets_them_when_opened_for_writing(
    ledger_path: Path,
) -> None:
    facets = [Facets(), *(Facets(kind=kind) for kind in get_args(SpanKind)), Facets(polarity="denied")]
    with Ledger.open(ledger_path) as ledger:
        expected = [ledger.search("it barges", facets=each) for each in facets]
    older = apsw.Connection(str(ledger_path))
    older.execute("".join(f"DROP INDEX {name};" for name in sorted(FINDING_INDEXES)))
    older.close()
    with Ledger.open(ledger_path) as ledger:
        assert [ledger.search("it barges", facets=each) for each in facets] == expected
        assert ledger.verify() == ()
    Ledger.open(ledger_path, read_only=False).close()
    newer = apsw.Connection(str(ledger_path), flags=apsw.SQLITE_OPEN_READONLY)
    assert {name for (name,) in newer.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")} >= FINDING_INDEXES
    newer.close()
