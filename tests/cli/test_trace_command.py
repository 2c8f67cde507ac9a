"""`headwater trace`: bad inputs among good ones, resuming, --without, the same bytes from any order."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from headwater.cli.main import cli
from headwater.ledger import Ledger


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(a) for a in arguments])
    return result.exit_code, result.stderr


def exported(ledger: Path, out: Path) -> bytes:
    assert run("export", str(ledger), "--format", "jsonl", "-o", str(out))[0] == 0
    return out.read_bytes()


def test_bad_inputs_are_named_and_the_good_ones_traced(coverage: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(coverage / "01_northlight_agency.txt", folder)
    bad = {"empty.txt": b"", "report.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "nuls.txt": b"\0" * 400}
    for name, data in bad.items():
        (folder / name).write_bytes(data)
    (folder / "dangling.txt").symlink_to(folder / "nowhere.txt")
    code, said = run("trace", str(folder), "--ledger", str(tmp_path / "x.hw.db"))
    assert code == 3
    with Ledger.open(tmp_path / "x.hw.db") as ledger:
        assert [d.record_id for d in ledger.documents()] == ["01_northlight_agency"]
        rejected = {Path(r.location).name: r for r in ledger.rejections()}
    assert set(rejected) == {*bad, "dangling.txt"}
    for name, rejection in rejected.items():
        assert name in said
        assert rejection.reason in said
        assert rejection.detail


@pytest.fixture(scope="module")
def few(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("few")
    names = ("01_northlight_agency", "02_carrow_gazette", "03_harbour_standard", "08_inland_post")
    for name in names:
        for ending in (".txt", ".json"):
            shutil.copy(coverage / (name + ending), folder)
    return [str(folder / (name + ".txt")) for name in names]


def test_two_runs_in_any_order_export_the_same_bytes(few: list[str], tmp_path: Path) -> None:
    one, two = tmp_path / "one.hw.db", tmp_path / "two.hw.db"
    assert run("trace", *few, "--ledger", str(one))[0] == 0
    assert run("trace", *reversed(few), "--ledger", str(two))[0] == 0
    assert exported(one, tmp_path / "one.jsonl") == exported(two, tmp_path / "two.jsonl")


def test_what_the_ledger_holds_is_not_read_again(few: list[str], tmp_path: Path) -> None:
    ledger = tmp_path / "x.hw.db"
    run("trace", *few, "--ledger", str(ledger))
    first = exported(ledger, tmp_path / "1.jsonl")
    code, said = run("trace", *few, "--ledger", str(ledger))
    assert code == 0
    assert "4 were in the ledger already" in said
    assert exported(ledger, tmp_path / "2.jsonl") == first


def test_without_removes_a_carrier_from_every_count(few: list[str], tmp_path: Path) -> None:
    ledger = tmp_path / "x.hw.db"
    run("trace", *few, "--ledger", str(ledger))
    before = [json.loads(line) for line in exported(ledger, tmp_path / "1.jsonl").decode().splitlines()]
    again = tmp_path / "y.hw.db"
    assert run("trace", *few, "--ledger", str(again), "--without", "Northlight Press Agency")[0] == 0
    after = [json.loads(line) for line in exported(again, tmp_path / "2.jsonl").decode().splitlines()]
    counts = [{c["claim_id"]: c["roots"] for c in records if c["type"] == "claim"} for records in (before, after)]
    assert counts[0].keys() == counts[1].keys()
    assert all(counts[1][key]["max"] <= counts[0][key]["max"] for key in counts[0])
    through = [c for c in before if c["type"] == "claim" and "Northlight Press Agency" in c["bottlenecks"]]
    assert through
    assert all(counts[1][claim["claim_id"]] == {"min": 0, "max": 0} for claim in through)
