"""Reading documents gives one answer, however many processes share the work and in whatever blocks."""

import pytest
from tests.attribution.documents import document_of

from headwater import reading
from headwater.lexicon.outlets import OutletList
from headwater.reading import ReadDocument, read_documents

SENTENCE = "The dam at Carrow failed on Tuesday, killing 14 people, the water board told the Northlight Post. "
DOCUMENTS = [document_of(f"Report {number}. " + SENTENCE * repeats) for number, repeats in enumerate((40, 200, 7, 600))]


def read(processes: int) -> list[ReadDocument]:
    return list(read_documents(DOCUMENTS, OutletList.of([]), score="f1", processes=processes))


def test_nothing_to_read() -> None:
    assert list(read_documents([], OutletList.of([]), score="f1", processes=2)) == []


def test_processes_and_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(1)
    assert [one.document for one in alone] == DOCUMENTS
    assert all(one.attributions and one.quantities for one in alone)
    assert read(3) == alone
    monkeypatch.setattr(reading, "_BLOCK", 2)
    assert read(2) == alone
