"""Fixtures: an invented ledger, and the checkout on the path so that tests of two rooms can share it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger.invented import write_ledger


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """A complete, unsealed ledger of one invented story with every kind of record."""
    path = tmp_path / "story.hw.db"
    write_ledger(path)
    return path
