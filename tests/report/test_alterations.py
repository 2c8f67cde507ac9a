"""Altered quotations as sheets: the runs of each wording are its words, marked exactly where they were changed."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger import invented

from headwater.ledger import Ledger
from headwater.records import AlteredQuotation, QuotationChange, Span
from headwater.report import Shelf
from headwater.report.alterations import altered_sheets, altered_within

FULLEST, VERSION = invented.at(invented.A, "At least 12 barges sank"), invented.at(invented.B, "15 barges sank")
CHANGED = QuotationChange(
    kind="number", fullest=invented.at(invented.A, "12"), version=invented.at(invented.B, "15")
)  # fmt: skip
CUT = QuotationChange(kind="truncation", fullest=invented.at(invented.A, "At least"), version=None)
RECORD = AlteredQuotation(
    altered_id="alt-1", fullest=FULLEST, version=VERSION, fullest_attribution_id="att-a1",
    version_attribution_id="att-b1", fullest_speaker_id="ent-s-varga", version_speaker_id=None, changes=(CUT, CHANGED),
    score=0.7, rule="r",
)  # fmt: skip


def test_each_wording_is_cut_where_it_was_changed(tmp_path: Path) -> None:
    invented.write_ledger(tmp_path / "l.db")
    with Ledger.open(tmp_path / "l.db") as ledger:
        (sheet,) = altered_sheets(Shelf.bare(ledger), [RECORD])
    assert sheet.fullest.runs == (("At least", True), (" ", False), ("12", True), (" barges sank", False))
    assert sheet.version.runs == (("15", True), (" barges sank", False))
    assert (sheet.fullest.speaker, sheet.version.speaker) == ("Ilse Varga", "nobody named")
    assert sheet.changed == ("cut short", "another number")


def test_words_that_changed_come_before_words_left_out(tmp_path: Path) -> None:
    invented.write_ledger(tmp_path / "l.db")
    shorter = replace(RECORD, altered_id="alt-0", changes=(CUT,))
    with Ledger.open(tmp_path / "l.db") as ledger:
        sheets = altered_sheets(Shelf.bare(ledger), [shorter, RECORD])
    assert [sheet.altered_id for sheet in sheets] == ["alt-1", "alt-0"]


def test_a_claim_shows_the_quotations_that_its_statements_meet() -> None:
    inside = Span(FULLEST.doc_id, FULLEST.start + 3, FULLEST.start + 5)
    assert altered_within([RECORD], [inside]) == (RECORD,)
    assert altered_within([RECORD], [Span(FULLEST.doc_id, FULLEST.end, FULLEST.end + 4)]) == ()
