"""Fixtures: the invented ledger served to a test client, and the checkout on the path to share it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger.invented import write_ledger

from headwater.web import create_app

HOME = "http://127.0.0.1:8765"


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """A complete, unsealed ledger of one invented story with every kind of record."""
    path = tmp_path / "story.hw.db"
    write_ledger(path)
    return path


@pytest.fixture
def client(ledger_path: Path) -> Iterator[TestClient]:
    """The explorer of that ledger, as this machine's own browser would ask it."""
    with TestClient(create_app(ledger_path), base_url=HOME, raise_server_exceptions=True) as made:
        yield made
