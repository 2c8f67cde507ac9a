"""What-if: without removing anything the recount is the ledger's own count; a bottleneck's removal leaves no root."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import headwater
from headwater.ledger import Ledger
from headwater.report import Shelf
from headwater.web.recount import recount

COVERAGE = Path(headwater.__file__).parent / "cli" / "coverage"


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled sample coverage, traced."""
    path = tmp_path_factory.mktemp("coverage") / "sample.hw.db"
    headwater.trace([COVERAGE], path).close()
    return path


def test_removing_nothing_gives_the_count_of_the_ledger(coverage: Path) -> None:
    with Ledger.open(coverage) as ledger:
        shelf = Shelf(ledger)
        assert len(shelf.claims) > 10
        for claim in shelf.claims:
            assert recount(shelf, claim, ()).corroboration == shelf.corroborations[claim.claim_id]


def test_a_claim_has_no_root_without_its_bottleneck(coverage: Path) -> None:
    with Ledger.open(coverage) as ledger:
        shelf = Shelf(ledger)
        narrow = [claim for claim in shelf.claims if shelf.corroborations[claim.claim_id].bottlenecks]
        assert narrow
        for claim in narrow:
            for name in shelf.corroborations[claim.claim_id].bottlenecks:
                left = recount(shelf, claim, [name]).corroboration
                assert (left.roots_max, left.routes_max) == (0, 0)
