"""The Python interface: trace into a ledger, open it, annotate one text; two stories by the same outlets."""

import json
from pathlib import Path

import pytest

import headwater

FLOOD = [
    ("The Fen Observer", "Two people died when the Kestrel spillway gave way on Tuesday, the emergency service said."),
    ("The Inland Post", "Three people have died since the Kestrel spillway gave way, the emergency service said."),
]
VOTE = [
    ("The Fen Observer", "Voters in Osterby elected Sanna Lund as mayor of the harbour town, the council said."),
    ("The Inland Post", "Sanna Lund was elected mayor of the harbour town of Osterby, the council said on Friday."),
]


def write(folder: Path, articles: list[tuple[str, str]], day: str) -> list[Path]:
    paths = []
    for number, (publisher, text) in enumerate(articles):
        path = folder / f"{day}-{number}.txt"
        path.write_text(f"{text} {text.split(',')[0]}.\n", "utf-8")
        path.with_suffix(".json").write_text(json.dumps({"publisher": publisher, "published_at": day}))
        paths.append(path)
    return paths


def test_trace_returns_a_ledger_whose_claims_know_roots_routes_and_mentions(tmp_path: Path) -> None:
    ledger = headwater.trace(write(tmp_path, FLOOD, "2026-03-03"), tmp_path / "x.hw.db")
    shared = [claim for claim in ledger.claims() if claim.publishers > 1]
    assert shared
    for claim in shared:
        assert 0 <= claim.roots.min <= claim.roots.max
        assert claim.routes.min <= claim.routes.max
        for mention in claim.mentions:
            assert mention.words == mention.document.text[mention.span.start : mention.span.end]
    again = headwater.open(tmp_path / "x.hw.db")
    assert [claim.claim_id for claim in again.claims()] == [claim.claim_id for claim in ledger.claims()]


def test_the_same_outlets_in_two_stories(tmp_path: Path) -> None:
    inputs = [*write(tmp_path, FLOOD, "2026-03-03"), *write(tmp_path, VOTE, "2026-05-20")]
    ledger = headwater.trace(inputs, tmp_path / "x.hw.db")
    assert len(ledger.stories()) == 2
    assert ledger.ledger.verify() == ()


def test_annotate_reads_one_text_in_memory() -> None:
    text = "“We counted 14 cracks,” engineer Piet Arran told The Fen Observer on Tuesday."
    read = headwater.annotate(text, published_at="2026-03-05")
    (attribution,) = [a for a in read.attributions if a.source]
    assert attribution.source is not None
    assert "Piet Arran" in attribution.source.quote(text)
    assert [q.lower for q in read.quantities] == [14]
    assert [(t.begin, t.end) for t in read.times] == [("2026-03-03", "2026-03-03")]


def test_annotate_refuses_a_text_without_words() -> None:
    with pytest.raises(headwater.InputError):
        headwater.annotate("   ")


def test_opening_what_is_no_ledger_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.hw.db").write_text("no")
    with pytest.raises(headwater.LedgerError, match=r"x\.hw\.db"):
        headwater.open(tmp_path / "x.hw.db")


def test_claims_documents_and_stories_show_themselves_in_a_notebook(tmp_path: Path) -> None:
    ledger = headwater.trace(write(tmp_path, FLOOD, "2026-03-03"), tmp_path / "x.hw.db")
    for shown in (ledger.claims()[0], ledger.documents()[0], ledger.stories()[0]):
        page = shown._repr_html_()
        assert "headwater-cell" in page
        assert "<script" not in page
