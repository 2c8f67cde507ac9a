"""The desk: one ledger a reader, an index that follows the file, and no write to a sealed ledger."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger import invented

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.records import Claim
from headwater.web.desk import Desk


def test_the_index_is_kept_until_the_file_changes(ledger_path: Path) -> None:
    desk = Desk(ledger_path)
    first = desk.catalogue()
    assert desk.catalogue() is first
    with Ledger.open(ledger_path, read_only=False) as ledger:
        records = [
            replace(record, caption="Other words") if isinstance(record, Claim) else record
            for record in invented.STORY_RECORDS
        ]
        ledger.replace_story_level(invented.run(run_id="run-2"), records)
    assert desk.catalogue().claims["clm-1"].caption == "Other words"


def test_claims_documents_and_roots_find_each_other(ledger_path: Path) -> None:
    known = Desk(ledger_path).catalogue()
    assert known.claims["clm-1"].documents == 2
    assert {claim for claim, _ in known.in_document["doc-b"]} == {"clm-1"}
    assert known.of_root["ent-s-varga"] == ("clm-1",)
    assert known.documents["doc-a"].story_id == "sty-1"


def test_many_readers_at_once_get_the_same(ledger_path: Path) -> None:
    desk = Desk(ledger_path)

    def read(_: int) -> int:
        with desk.ledger() as ledger:
            return len(ledger.statements("clm-1"))

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(read, range(64))) == {3}
    desk.close()


def test_a_sealed_ledger_takes_no_judgement(ledger_path: Path) -> None:
    with Ledger.open(ledger_path, read_only=False) as ledger:
        ledger.seal()
    desk = Desk(ledger_path)
    with pytest.raises(LedgerError, match="sealed"):
        desk.judge(invented.JUDGEMENT)


def test_what_is_no_ledger_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no ledger", "utf-8")
    with pytest.raises(LedgerError, match="no ledger"):
        Desk(path)


def test_a_judgement_leaves_the_index_as_it_is(ledger_path: Path) -> None:
    desk = Desk(ledger_path)
    first = desk.catalogue()
    desk.judge(replace(invented.JUDGEMENT, judgement_id="jdg-another"))
    assert desk.catalogue() is first
