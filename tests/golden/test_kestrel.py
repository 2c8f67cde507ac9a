"""The bundled coverage and what must be found in it: what the tutorial promises, not every byte."""

import shutil
from pathlib import Path

import apsw
import pytest

from headwater.api import trace_into
from headwater.config import Config
from headwater.ledger import Ledger, LedgerView, altered_quotations
from headwater.records import Claim, Corroboration

COVERAGE = Path(__file__).resolve().parents[2] / "src" / "headwater" / "cli" / "coverage"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kestrel") / "kestrel.hw.db"
    trace_into(path, [str(COVERAGE)], config=Config())
    return path


@pytest.fixture(scope="module")
def ledger(file: Path) -> Ledger:
    return Ledger.open(file)


def claim_with(ledger: Ledger, *words: str) -> tuple[Claim, Corroboration]:
    """The claim most of whose statements hold all the words."""
    texts = {d.doc_id: d.text for d in ledger.documents()}
    statements = {s.statement_id: s.span.quote(texts[s.doc_id]) for s in ledger.statements()}

    def fit(claim: Claim) -> int:
        return sum(all(word in statements[key] for word in words) for key in claim.statement_ids)

    best = max(ledger.claims(), key=lambda claim: (fit(claim), claim.claim_id))
    assert fit(best), words
    (count,) = ledger.corroborations(best.claim_id)
    return best, count


def names(ledger: Ledger, keys: tuple[str, ...]) -> set[str]:
    return {ledger.entity(key).caption for key in keys}


def test_all_twelve_articles_are_one_story_by_eight_outlets(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    assert len(story.doc_ids) == 12
    assert len({d.publisher for d in ledger.documents()}) == 8


def test_the_circular_citation_has_no_root(ledger: Ledger) -> None:
    _, count = claim_with(ledger, "contract", "cancelled last year")
    assert (count.publishers, count.roots_min, count.roots_max) == (2, 0, 0)
    assert count.circular


def test_the_wire_copy_adds_no_root(ledger: Ledger) -> None:
    _, count = claim_with(ledger, "crack like thunder")
    assert count.publishers == 3
    assert count.roots_max <= 2
    assert "Northlight Press Agency" in names(ledger, count.bottlenecks)


def test_the_warning_rests_on_fewer_roots_than_outlets_and_is_an_interval(ledger: Ledger) -> None:
    _, count = claim_with(ledger, "warned of cracks")
    assert count.publishers >= 5
    assert 1 <= count.roots_min < count.roots_max <= count.publishers


def test_the_toll_rises_over_time(ledger: Ledger) -> None:
    claim, _ = claim_with(ledger, "people have died")
    (numbers,) = [d for d in ledger.discrepancies(claim.claim_id) if d.kind == "number"]
    assert numbers.over_time
    assert len(numbers.values) >= 2


def test_the_altered_quotation_stands_side_by_side(ledger: Ledger) -> None:
    claim, _ = claim_with(ledger, "passed as sound")
    assert len(claim.statement_ids) >= 2
    assert ledger.discrepancies(claim.claim_id)


def test_altered_quotations_stand_beside_their_fullest_version(ledger: Ledger) -> None:
    found = altered_quotations(LedgerView(ledger))
    changes = {(change.kind, change.fullest, change.version) for one in found for change in one.changes}
    assert ("substitution", "September", "December") in changes
    assert ("truncation", "and we should have acted on it", "") in changes
    assert {one.version_speaker for one in found if "speaker-unnamed" in one.kinds} == {"farmer in Lower Sallow"}
    assert all(one.version_words in one.version_document.text for one in found)


def test_the_repeated_sign_up_line_is_no_claim(ledger: Ledger) -> None:
    captions = " ".join(claim.caption for claim in ledger.claims())
    assert "Sign up" not in captions
    assert "newsdesk" not in captions


ORPHANS = {
    "derivations": "SELECT derivation_id FROM derivation WHERE derivation_id NOT IN "
    "(SELECT derivation_id FROM derivation_evidence)",
    "reuse": "SELECT reuse_id FROM reuse WHERE earlier NOT IN (SELECT span_id FROM span) "
    "OR later NOT IN (SELECT span_id FROM span)",
    "claim links": "SELECT left_id, right_id FROM claim_link WHERE features = '[]'",
    "statements of a claim": "SELECT a.statement_id FROM claim_statement a JOIN claim_statement b "
    "ON b.claim_id = a.claim_id AND b.statement_id <> a.statement_id GROUP BY a.claim_id, a.statement_id "
    "HAVING NOT EXISTS (SELECT 1 FROM claim_link l JOIN claim_statement c ON c.claim_id = a.claim_id AND "
    "((l.left_id = a.statement_id AND l.right_id = c.statement_id) OR "
    "(l.right_id = a.statement_id AND l.left_id = c.statement_id)))",
    "paths": "SELECT path_id FROM path WHERE statement_id NOT IN (SELECT statement_id FROM claim_statement)",
    "roots": "SELECT root_id FROM root WHERE root_id NOT IN (SELECT root_id FROM root_statement)",
    "disagreements": "SELECT discrepancy_id FROM discrepancy WHERE discrepancy_id NOT IN "
    "(SELECT discrepancy_id FROM disputed_value_statement)",
}


@pytest.mark.parametrize("query", ORPHANS.values(), ids=ORPHANS)
def test_every_edge_has_its_evidence(file: Path, query: str) -> None:
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.execute(query).fetchall() == []


def test_without_a_bottleneck_no_route_is_left(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.hw.db"
    shutil.copy(file, again)
    trace_into(again, [str(COVERAGE)], config=Config(), without=["Northlight Press Agency"])
    before, after = Ledger.open(file), Ledger.open(again)
    counts = {count.claim_id: count for count in after.corroborations()}
    rested = [c for c in before.corroborations() if "Northlight Press Agency" in names(before, c.bottlenecks)]
    assert rested
    assert all((counts[c.claim_id].routes_max, counts[c.claim_id].roots_min) == (0, 0) for c in rested)


def test_the_ledger_verifies(ledger: Ledger) -> None:
    assert ledger.verify() == ()
