"""The bundled coverage and what must be found in it: what the tutorial promises, not every byte."""

from pathlib import Path

import pytest

from headwater.api import trace_into
from headwater.config import Config
from headwater.ledger import Ledger, LedgerView, altered_quotations
from headwater.records import Claim, Corroboration

COVERAGE = Path(__file__).resolve().parents[2] / "src" / "headwater" / "cli" / "coverage"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    path = tmp_path_factory.mktemp("kestrel") / "kestrel.hw.db"
    trace_into(path, [str(COVERAGE)], config=Config())
    return Ledger.open(path)


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


def test_every_derivation_has_evidence_or_a_byline(ledger: Ledger) -> None:
    for derivation in ledger.derivations():
        assert derivation.evidence or derivation.relation == "wire-credit"


def test_the_ledger_verifies(ledger: Ledger) -> None:
    assert ledger.verify() == ()
