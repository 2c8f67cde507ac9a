"""Sheets: a disagreement lists each value once, however it is written; only words that name a source are marked so."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger import invented

from headwater.ledger import Ledger
from headwater.records import Discrepancy, DisputedValue, Hop, Value
from headwater.report import Shelf, claim_sheet
from headwater.report.sheets import ClaimSheet


def test_values_that_differ_in_their_writing_alone_are_listed_once(tmp_path: Path) -> None:
    invented.write_ledger(tmp_path / "l.db")
    with Ledger.open(tmp_path / "l.db") as ledger:
        shelf = Shelf(ledger, "clm-1")
        for key, (number, words) in {"stm-1": (4, "Four"), "stm-2": (4, "four"), "stm-3": (9, "nine")}.items():
            span = shelf.statements[key].span
            value = Value(lower=number, upper=number, unit="people", text=words, span=span)
            shelf.statements[key] = replace(shelf.statements[key], value=value)
        given = [DisputedValue(value=w, statement_ids=(k,)) for w, k in (("Four", "stm-1"), ("nine", "stm-3"))]
        given.append(DisputedValue(value="four", statement_ids=("stm-2",)))
        made = Discrepancy(
            discrepancy_id="dis-1", claim_id="clm-1", kind="number", unit="people", over_time=False, rule="r",
            values=tuple(given),
        )  # fmt: skip
        shelf.discrepancies["clm-1"] = [made]
        (dispute,) = claim_sheet(shelf, shelf.claims[0]).disputes
    listed = {words: [s.statement_id for s in statements] for words, statements in dispute.values}
    assert listed == {"Four": ["stm-1", "stm-2"], "nine": ["stm-3"]}


def test_words_that_two_articles_share_are_not_marked_as_naming_a_source(tmp_path: Path) -> None:
    invented.write_ledger(tmp_path / "l.db")
    with Ledger.open(tmp_path / "l.db") as ledger:
        found = {}
        for rule in ("source", "shared-passage"):
            shelf = Shelf(ledger, "clm-1")
            hop = Hop(entity_id="ent-s-varga", span=invented.at(invented.A, "harbour master Ilse Varga"), rule=rule)
            shelf.paths["clm-1"] = [replace(path, hops=(hop,)) for path in shelf.paths["clm-1"]]
            found[rule] = marked(claim_sheet(shelf, shelf.claims[0]))
    assert "harbour master Ilse Varga" in found["source"]
    assert found["shared-passage"] == set()


def marked(sheet: ClaimSheet) -> set[str]:
    """Return the words that a claim's passages mark as naming a source."""
    passages = [s.passage for root in sheet.root_sheets for s in root.statements]
    return {words for p in passages for words, names in (*p.before_runs, *p.after_runs) if names}
