"""FollowTheMoney: entities point at entities, and the `followthemoney` package, where installed, validates them."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from headwater.export import export_followthemoney
from headwater.ledger import Ledger


@pytest.fixture
def exported(ledger_path: Path) -> list[dict[str, Any]]:
    stream = io.StringIO()
    with Ledger.open(ledger_path) as ledger:
        export_followthemoney(ledger, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_articles_sources_and_claims_are_there_and_joined(exported: list[dict[str, Any]]) -> None:
    schemas = [one["schema"] for one in exported]
    assert {name: schemas.count(name) for name in sorted(set(schemas))} == {
        "Article": 2, "Documentation": 4, "LegalEntity": 1, "Note": 1, "Organization": 2, "Person": 1,
    }  # fmt: skip
    known = {one["id"] for one in exported}
    pointed = {
        value for one in exported for name in ("document", "entity") for value in one["properties"].get(name, [])
    }
    assert pointed <= known
    assert all(isinstance(values, list) and values for one in exported for values in one["properties"].values())


def test_the_followthemoney_package_accepts_every_entity(exported: list[dict[str, Any]]) -> None:
    ftm = pytest.importorskip("followthemoney", reason="the followthemoney package is not installed")
    for one in exported:
        entity = ftm.model.get_proxy(one, cleaned=False)
        assert {name: set(values) for name, values in one["properties"].items()} == {
            prop.name: set(entity.get(prop)) for prop in entity.iterprops()
        }
