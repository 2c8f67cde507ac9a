"""claims, claim, sources, stories, info, verify, export, report, annotate, explain on the bundled coverage."""

import json
import shutil
from pathlib import Path

import apsw
from click.testing import CliRunner, Result

from headwater.cli.main import cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def lines(*arguments: str) -> list[dict[str, object]]:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_claims_stand_by_the_gap_between_outlets_and_roots(demo_ledger: Path) -> None:
    claims = lines("claims", str(demo_ledger), "--json")
    gaps = [(c["publishers"] - c["roots"]["min"], c["publishers"] - c["roots"]["max"]) for c in claims]  # type: ignore[index]
    assert gaps == sorted(gaps, reverse=True)
    assert all(c["roots"]["min"] <= c["roots"]["max"] for c in claims)  # type: ignore[index]
    assert "outlets" in run("claims", str(demo_ledger)).stdout


def test_a_claim_shows_its_exact_words(demo_ledger: Path, coverage: Path) -> None:
    first = str(lines("claims", str(demo_ledger), "--json")[0]["claim_id"])
    (claim,) = lines("claim", str(demo_ledger), first, "--json")
    statements = [s for root in claim["root_sheets"] for s in root["statements"]]  # type: ignore[attr-defined]
    texts = [s for s in statements if (coverage / (s["record_id"] + ".txt")).exists()]
    assert texts
    for statement in texts:
        passage = statement["passage"]
        text = (coverage / (statement["record_id"] + ".txt")).read_text("utf-8")
        assert text[passage["start"] : passage["end"]] == passage["words"]
    assert "traced to" in run("claim", str(demo_ledger), first).stdout


def test_an_unknown_claim_is_named(demo_ledger: Path) -> None:
    result = run("claim", str(demo_ledger), "clm-nope")
    assert result.exit_code == 1
    assert "clm-nope" in result.stderr


def test_sources_and_stories(demo_ledger: Path) -> None:
    sources = lines("sources", str(demo_ledger), "--json")
    assert {"Tobias Renn", "Ines Calder"} <= {str(s["name"]) for s in sources}
    (story,) = lines("stories", str(demo_ledger), "--json")
    assert len(story["doc_ids"]) == 12  # type: ignore[arg-type]


def test_info_says_what_the_ledger_holds(demo_ledger: Path) -> None:
    (info,) = lines("info", str(demo_ledger), "--json")
    assert info["state"] == "complete"
    assert info["rows"]["document"] == 12  # type: ignore[index]


def test_verify_passes_and_a_changed_byte_is_exit_4_and_named(demo_ledger: Path, tmp_path: Path) -> None:
    assert run("verify", str(demo_ledger)).exit_code == 0
    broken = tmp_path / "broken.hw.db"
    shutil.copy(demo_ledger, broken)
    connection = apsw.Connection(str(broken))
    connection.execute(
        "UPDATE document SET text = replace(text, 'crack', 'creak') WHERE record_id = '03_harbour_standard'"
    )
    connection.close()
    result = run("verify", str(broken))
    assert result.exit_code == 4
    assert "document doc-" in result.stdout


def test_a_sealed_ledger_is_read_only(demo_ledger: Path, coverage: Path, tmp_path: Path) -> None:
    sealed = tmp_path / "sealed.hw.db"
    shutil.copy(demo_ledger, sealed)
    assert run("seal", str(sealed)).exit_code == 0
    assert run("verify", str(sealed)).exit_code == 0
    again = run("trace", str(coverage), "--ledger", str(sealed))
    assert again.exit_code == 1
    assert "sealed" in again.stderr


def test_report_is_one_file_without_addresses_to_load(demo_ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert run("report", str(demo_ledger), "-o", str(out)).exit_code == 0
    page = out.read_text("utf-8")
    assert "<script" not in page
    assert "src=" not in page
    assert "@import" not in page
    assert "Kestrel Dam" in page


def test_annotate_writes_offsets_into_the_file_as_it_stands(coverage: Path) -> None:
    (record,) = lines("annotate", str(coverage / "10_morning_ledger.txt"))
    text = (coverage / "10_morning_ledger.txt").read_bytes().decode("utf-8")
    words = [text[b:e] for a in record["attributions"] for b, e in a["content"]]  # type: ignore[attr-defined]
    assert any("We received the report on 14 November" in w for w in words)
    assert record["id"] == "10_morning_ledger"


def test_explain_quotes_what_two_articles_share(demo_ledger: Path) -> None:
    reasons = lines("explain", str(demo_ledger), "01_northlight_agency", "02_carrow_gazette", "--json")
    assert any("shared passage" in str(r["kind"]) and "spillway" in str(r["words"]) for r in reasons)
    unknown = run("explain", str(demo_ledger), "01_northlight_agency", "Nobody")
    assert unknown.exit_code == 1


def test_claims_say_where_a_quotation_was_altered(demo_ledger: Path) -> None:
    altered = [claim for claim in lines("claims", str(demo_ledger), "--json") if claim["altered_quotations"]]
    assert altered
    assert "quotation altered" in run("claims", str(demo_ledger)).stdout
