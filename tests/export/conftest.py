"""Fixtures: an invented ledger, and the checkout on the path so that tests of two rooms can share it."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger.invented import write_ledger


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A complete, unsealed ledger of one invented story with every kind of record; to be copied, not changed."""
    path = tmp_path_factory.mktemp("written") / "story.hw.db"
    write_ledger(path)
    return path


@pytest.fixture
def ledger_path(written: Path, tmp_path: Path) -> Path:
    """A copy of the invented ledger for one test."""
    return Path(shutil.copy(written, tmp_path))
