"""judge, then trace again: the next run groups as people decided, for statements, sources and documents."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from headwater.cli.main import cli
from headwater.ledger import Ledger


@pytest.fixture
def ledger(demo_ledger: Path, tmp_path: Path) -> Path:
    path = tmp_path / "judged.hw.db"
    shutil.copy(demo_ledger, path)
    return path


def run(*arguments: str) -> list[str]:
    result = CliRunner().invoke(cli, ["-q", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def judge_and_trace(ledger: Path, coverage: Path, verdict: str, left: str, right: str) -> None:
    run("judge", str(ledger), verdict, left, right, "--by", "desk", "--because", "read both")
    run("trace", str(coverage), "--ledger", str(ledger))
    assert run("verify", str(ledger)) is not None


def reasons(ledger: Path, left: str, right: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("explain", str(ledger), left, right, "--json")]


def of_statement(ledger: Path, statement_id: str) -> frozenset[str]:
    with Ledger.open(ledger) as opened:
        return next(frozenset(c.statement_ids) for c in opened.claims() if statement_id in c.statement_ids)


def of_document(ledger: Path, doc_id: str) -> frozenset[str]:
    with Ledger.open(ledger) as opened:
        return next(frozenset(s.doc_ids) for s in opened.stories() if doc_id in s.doc_ids)


def of_source(ledger: Path, member_id: str) -> frozenset[str]:
    with Ledger.open(ledger) as opened:
        return next(frozenset(e.member_ids) for e in opened.entities("story") if member_id in e.member_ids)


def groups(ledger: Path, kind: str) -> list[tuple[str, ...]]:
    """Groups of one kind, by size: two with a member each are what the tests part and join."""
    with Ledger.open(ledger) as opened:
        found = {
            "statement": [c.statement_ids for c in opened.claims()],
            "document": [s.doc_ids for s in opened.stories()],
            "source": [e.member_ids for e in opened.entities("story") if e.kind == "person"],
        }[kind]
    return sorted((g for g in found if g), key=lambda g: (-len(g), g))


LOOK_UP: dict[str, Callable[[Path, str], frozenset[str]]] = {
    "statement": of_statement,
    "document": of_document,
    "source": of_source,
}


@pytest.mark.parametrize("kind", LOOK_UP)
def test_what_is_judged_different_is_parted_and_the_reason_is_shown(ledger: Path, coverage: Path, kind: str) -> None:
    left, right = groups(ledger, kind)[0][:2]
    judge_and_trace(ledger, coverage, "different", left, right)
    assert right not in LOOK_UP[kind](ledger, left)
    told = reasons(ledger, left, right)
    assert any(r["side"] == "against" and str(r["kind"]).startswith("judged different by desk") for r in told)


@pytest.mark.parametrize("kind", ["statement", "source"])
def test_what_is_judged_the_same_is_put_together(ledger: Path, coverage: Path, kind: str) -> None:
    found = groups(ledger, kind)
    left, right = found[0][0], found[1][0]
    assert right not in LOOK_UP[kind](ledger, left)
    judge_and_trace(ledger, coverage, "same", left, right)
    assert right in LOOK_UP[kind](ledger, left)
    assert any(str(r["kind"]).startswith("judged same by desk") for r in reasons(ledger, left, right))


def test_unsure_changes_nothing(ledger: Path, coverage: Path) -> None:
    before = groups(ledger, "statement")
    judge_and_trace(ledger, coverage, "unsure", before[0][0], before[0][1])
    assert groups(ledger, "statement") == before
