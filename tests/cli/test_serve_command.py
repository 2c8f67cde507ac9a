"""`headwater serve --get` and `headwater judge`: a page without a server, a judgement without a browser."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger import invented

from headwater.cli.main import cli
from headwater.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "story.hw.db"
    invented.write_ledger(path)
    return path


def test_get_prints_one_page_and_ends(ledger: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", str(ledger), "--get", "/claim/clm-1.json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["c"]["caption"] == "At least 12 barges sank"


def test_a_page_that_is_not_there_is_exit_code_1(ledger: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", str(ledger), "--get", "/claim/none"])
    assert done.exit_code == 1
    assert "status 404" in done.stderr


def test_judge_stores_a_decision(ledger: Path) -> None:
    arguments = ["judge", str(ledger), "different", "ent-s-varga", "ent-s-official", "--by", "desk", "--because", "no"]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    with Ledger.open(ledger) as opened:
        made = {(j.left_id, j.right_id, j.verdict, j.reason) for j in opened.judgements()}
    assert ("ent-s-varga", "ent-s-official", "different", "no") in made


def test_judge_refuses_a_record_that_is_not_there(ledger: Path) -> None:
    done = CliRunner().invoke(cli, ["judge", str(ledger), "same", "ent-s-varga", "ent-none", "--by", "desk"])
    assert done.exit_code == 1
    assert "ent-none" in done.stderr
