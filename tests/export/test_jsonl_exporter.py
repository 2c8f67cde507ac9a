"""JSON lines: types and fields as the interface has them, the same bytes for the same input."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.ledger import invented
from tests.ledger.invented import STORY_RECORDS, A, write_ledger

from headwater.errors import LedgerError
from headwater.export import export_jsonl
from headwater.ledger import Ledger

ORDER = (
    "run document rejection duplicate attribution entity chain credit story reuse altered_quotation statement claim "
    "stance discrepancy position_change derivation path root corroboration judgement"
).split()


def _objects(path: Path) -> list[dict[str, Any]]:
    stream = io.StringIO()
    with Ledger.open(path) as ledger:
        export_jsonl(ledger, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def _first(path: Path, kind: str) -> dict[str, Any]:
    return next(one for one in _objects(path) if one["type"] == kind)


def test_every_type_stands_in_its_order(ledger_path: Path) -> None:
    kinds = [one["type"] for one in _objects(ledger_path)]
    assert list(dict.fromkeys(kinds)) == ORDER
    assert kinds == sorted(kinds, key=ORDER.index)


def test_a_claim_carries_what_the_interface_promises(ledger_path: Path) -> None:
    claim = _first(ledger_path, "claim")
    start = A.text.index("At least 12 barges sank")
    assert claim["roots"] == {"min": 1, "max": 2}
    assert claim["routes"] == {"min": 1, "max": 1}
    assert claim["bottlenecks"] == ["Osterby Harbour", "Ilse Varga"]
    assert claim["publishers"] == 2
    assert claim["mentions"][0] == {
        "doc_id": "doc-a", "span": [start, start + len("At least 12 barges sank")], "chain": ["Ilse Varga"],
        "root": "Ilse Varga", "value": {"lower": 12.0, "upper": None, "unit": "", "text": "At least 12"},
        "stance": "support", "counted": True, "statement_id": "stm-1",
    }  # fmt: skip
    assert claim["mentions"][1]["root"] == "unattributed"
    assert claim["mentions"][2]["value"] is None
    (dispute,) = claim["discrepancies"]
    assert (dispute["kind"], dispute["over_time"]) == ("number", True)
    assert [(value["value"], value["roots"]) for value in dispute["values"]] == [
        ("At least 12", ["Ilse Varga"]), ("15", ["unattributed"]),
    ]  # fmt: skip


def test_other_records_carry_their_fields(ledger_path: Path) -> None:
    assert _first(ledger_path, "document")["record_id"] == "record of doc-a"
    assert "started_at" not in _first(ledger_path, "run")
    derivation = _first(ledger_path, "derivation")
    assert (derivation["generated_doc"], derivation["used_doc"], derivation["used_name"]) == (
        "doc-b", "doc-a", "Fen Observer",
    )  # fmt: skip
    assert derivation["evidence"] == [{"doc_id": "doc-b", "span": [0, len("According to the Fen Observer")]}]
    assert _first(ledger_path, "corroboration")["denying_root_ids"] == ["rot-2"]
    assert _first(ledger_path, "root")["name"] == "Ilse Varga"
    attribution = _first(ledger_path, "attribution")
    assert [A.text[begin:end] for begin, end in attribution["content"]] == ["“We lost 12,”"]


def test_the_same_input_gives_the_same_bytes_whenever_and_in_whatever_order(ledger_path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.hw.db"
    with Ledger.create(other) as ledger:
        ledger.add_judgement(invented.JUDGEMENT)
        for document, records in ((invented.B, invented.RECORDS_B), (invented.A, invented.RECORDS_A)):
            ledger.add_document(document, records, config_sha256=invented.CONFIG, model_sha256=invented.MODEL)
        ledger.replace_story_level(invented.run(run_id="earlier"), ())
        ledger.add_outcomes((invented.DUPLICATE, invented.REJECTION))
        ledger.replace_story_level(invented.run("2040-01-01T00:00:00+00:00"), reversed(STORY_RECORDS))
    exported = []
    for path in (ledger_path, other):
        with Ledger.open(path) as ledger:
            export_jsonl(ledger, tmp_path / "out.jsonl")
        exported.append((tmp_path / "out.jsonl").read_bytes())
    assert exported[0] == exported[1]
    assert b"\r" not in exported[0]
    assert "🌊".encode() in exported[0]


def test_half_a_run_is_not_exported_and_leaves_no_file(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "story.hw.db") as ledger:
        invented.add_documents(ledger)
        with pytest.raises(LedgerError, match="did not finish"):
            export_jsonl(ledger, tmp_path / "out.jsonl")
    assert not list(tmp_path.glob("out*"))


def test_a_failed_export_leaves_the_file_before_it(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before", "utf-8")
    write_ledger(tmp_path / "story.hw.db")
    ledger = Ledger.open(tmp_path / "story.hw.db")
    ledger.close()
    with pytest.raises(LedgerError):
        export_jsonl(ledger, out)
    assert out.read_text("utf-8") == "before"
    assert [path.name for path in tmp_path.glob("out*")] == ["out.jsonl"]
