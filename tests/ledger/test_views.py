"""Views: a claim with its count, mentions and names in one object, whether it is read alone or with all others."""

from pathlib import Path

import pytest

from headwater.errors import NotFoundError
from headwater.ledger import Bounds, LedgerView


def test_a_claim_has_its_numbers_names_and_mentions(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        (claim,) = ledger.claims()
        assert claim.roots == Bounds(1, 2)
        assert (claim.roots.min, claim.roots.max, str(claim.roots), str(claim.routes)) == (1, 2, "1–2", "1")
        assert claim.bottlenecks == ("Osterby Harbour", "Ilse Varga")
        assert claim.publishers == 2
        assert claim.denying == Bounds(0, 1)
        assert [(m.words, m.chain, m.root, m.stance, m.counted) for m in claim.mentions] == [
            ("At least 12 barges sank", ("Ilse Varga",), "Ilse Varga", "support", True),
            ("15 barges sank", ("Fen Observer",), "unattributed", "support", True),
            ("denied it", ("official",), "official", "deny", False),
        ]
        assert [d.kind for d in claim.discrepancies] == ["number"]
        assert [c.kind for c in claim.position_changes] == ["figure_changed"]
        assert {root.root_id for root in claim.root_records} == {"rot-1", "rot-2"}
        assert claim.story.story.story_id == "sty-1"
        assert claim.mention("stm-2").doc_id == "doc-b"
        with pytest.raises(NotFoundError):
            claim.mention("stm-404")


def test_one_claim_alone_is_the_same_as_among_all(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        (among_all,) = ledger.claims()
        (of_story,) = ledger.claims("sty-1")
        for alone in (ledger.claim("clm-1"), of_story):
            assert alone.claim == among_all.claim
            assert alone.count == among_all.count
            assert alone.root_records == among_all.root_records
            assert [m.path for m in alone.mentions] == [m.path for m in among_all.mentions]
            assert [m.statement for m in alone.mentions] == [m.statement for m in among_all.mentions]


def test_a_document_has_what_stands_in_it(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        document = ledger.document("doc-a")
        assert len(document.attributions) == len(document.chains) == 2
        assert (len(document.entities), len(document.credits)) == (2, 1)
        assert (len(document.quantities), len(document.times)) == (1, 1)
        assert [one.doc_id for one in ledger.documents()] == ["doc-a", "doc-b"]


def test_a_story_has_its_documents_and_claims(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        (story,) = ledger.stories()
        assert [one.doc_id for one in story.documents] == ["doc-a", "doc-b"]
        assert [one.claim_id for one in story.claims] == ["clm-1"]


def test_a_line_is_called_after_its_outlet_or_its_document(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        assert ledger.line_name("ent-s-fen") == "Fen Observer"
        assert ledger.line_name("doc-b") == "record of doc-b"
        assert ledger.name(None) == "unattributed"
