"""Opening: what is no ledger, of another version, locked or sealed is refused with what was found and what to do."""

import sqlite3
import threading
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import apsw
import pytest
from tests.ledger import invented

from headwater.errors import LedgerError
from headwater.ledger import Ledger


def _no_sqlite(path: Path) -> None:
    path.write_text("not a ledger", "utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.mkdir()


def _other_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()


def _newer(path: Path) -> None:
    invented.write_ledger(path)
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 999")
    connection.close()


REFUSED = {
    "missing": (lambda _: None, "no such file"),
    "text": (_no_sqlite, "not an SQLite file"),
    "empty": (_empty, "not an SQLite file"),
    "folder": (_folder, "it is a folder"),
    "other-database": (_other_sqlite, "but no ledger"),
    "newer": (_newer, "ledger format 999"),
}


@pytest.mark.parametrize("read_only", [True, False], ids=["reading", "writing"])
@pytest.mark.parametrize(("make", "found"), REFUSED.values(), ids=REFUSED)
def test_refuses_what_is_no_ledger(tmp_path: Path, make: object, found: str, *, read_only: bool) -> None:
    path = tmp_path / "story.hw.db"
    assert callable(make)
    make(path)
    with pytest.raises(LedgerError, match=found) as caught:
        Ledger.open(path, read_only=read_only)
    assert caught.value.path == str(path)
    assert caught.value.remedy


def test_create_keeps_a_file_that_is_there(ledger_path: Path) -> None:
    before = ledger_path.read_bytes()
    with pytest.raises(LedgerError, match="there already"):
        Ledger.create(ledger_path)
    assert ledger_path.read_bytes() == before


def test_create_in_a_missing_folder_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        Ledger.create(tmp_path / "missing" / "story.hw.db")


def test_a_locked_ledger_says_so(ledger_path: Path) -> None:
    holder = apsw.Connection(str(ledger_path))
    holder.execute("BEGIN IMMEDIATE")
    with (
        Ledger.open(ledger_path, read_only=False, busy_seconds=0.05) as ledger,
        pytest.raises(LedgerError, match="another process is writing"),
    ):
        ledger.add_judgement(invented.JUDGEMENT)
    holder.execute("ROLLBACK")
    holder.close()


def test_readers_go_on_while_somebody_writes(ledger_path: Path) -> None:
    holder = apsw.Connection(str(ledger_path))
    holder.execute("BEGIN IMMEDIATE; DELETE FROM judgement")
    with Ledger.open(ledger_path, busy_seconds=0.05) as ledger:
        assert ledger.judgements() == (invented.JUDGEMENT,)
    holder.execute("ROLLBACK")
    holder.close()


def test_writers_at_the_same_time_lose_nothing(ledger_path: Path) -> None:
    each = 25

    def write(writer: int) -> None:
        with Ledger.open(ledger_path, read_only=False) as ledger:
            for number in range(each):
                ledger.add_judgement(replace(invented.JUDGEMENT, judgement_id=f"jud-{writer}-{number}"))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Ledger.open(ledger_path) as ledger:
        assert len(ledger.judgements()) == 4 * each + 1
        assert ledger.verify() == ()


def _write_documents(path: str, writer: int) -> None:
    with Ledger.open(path, read_only=False) as ledger:
        for number in range(10):
            doc_id = f"doc-{writer}-{number}"
            ledger.add_document(invented.document(doc_id, "Words.", None, None), (), config_sha256="c")


def test_processes_writing_documents_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "story.hw.db"
    Ledger.create(path).close()
    context = get_context("fork")
    workers = [context.Process(target=_write_documents, args=(str(path), writer)) for writer in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    with Ledger.open(path) as ledger:
        assert len(ledger.documents()) == 30
