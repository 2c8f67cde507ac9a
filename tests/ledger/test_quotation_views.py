"""altered_quotations: both wordings in words, by ledger, story and document."""

from pathlib import Path

import pytest
from tests.ledger.invented import A, B

from headwater.errors import NotFoundError
from headwater.ledger import LedgerView, altered_quotations


def test_both_wordings_stand_side_by_side(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        (one,) = altered_quotations(ledger)
        assert (one.fullest_words, one.version_words) == ("At least 12 barges sank", "15 barges sank")
        assert (one.fullest_document, one.version_document) == (A, B)
        assert (one.fullest_speaker, one.version_speaker) == ("Ilse Varga", None)
        assert [(c.kind, c.fullest, c.version) for c in one.changes] == [
            ("truncation", "At least", ""),
            ("number", "12", "15"),
        ]
        assert one.kinds == ("number", "truncation")


def test_they_are_found_by_story_and_by_either_document(ledger_path: Path) -> None:
    with LedgerView.open(ledger_path) as ledger:
        everything = altered_quotations(ledger)
        assert altered_quotations(ledger, story_id="sty-1") == everything
        assert altered_quotations(ledger, doc_id="doc-a") == altered_quotations(ledger, doc_id="doc-b") == everything
        assert altered_quotations(ledger, doc_id="doc-404") == ()
        with pytest.raises(NotFoundError):
            altered_quotations(ledger, story_id="sty-404")
