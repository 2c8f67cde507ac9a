"""PROV: every name used is declared, and the `prov` package, where it is installed, reads the file."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from headwater.export import export_prov
from headwater.ledger import Ledger

RELATIONS = ("used", "wasDerivedFrom", "wasAttributedTo", "wasGeneratedBy", "actedOnBehalfOf", "hadMember")


@pytest.fixture
def exported(ledger_path: Path) -> str:
    stream = io.StringIO()
    with Ledger.open(ledger_path) as ledger:
        export_prov(ledger, stream)
    return stream.getvalue()


def test_relations_hold_between_declared_things(exported: str) -> None:
    bundle: dict[str, dict[str, Any]] = json.loads(exported)
    declared = {name for kind in ("entity", "agent", "activity") for name in bundle[kind]}
    assert set(bundle) == {"prefix", "entity", "agent", "activity", *RELATIONS}
    for relation in RELATIONS:
        for member in bundle[relation].values():
            ends = {value for key, value in member.items() if key.startswith("prov:")}
            assert len(ends) == 2
            assert ends <= declared


def test_the_prov_package_reads_it(exported: str) -> None:
    prov = pytest.importorskip("prov.model", reason="the prov package is not installed")
    document = prov.ProvDocument.deserialize(content=exported, format="json")
    assert len(document.get_records()) > 10
