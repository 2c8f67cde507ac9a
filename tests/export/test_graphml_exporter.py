"""GraphML: well-formed whatever names hold, edges end at nodes, information flows from roots to claims."""

import io
from dataclasses import replace
from pathlib import Path

from lxml import etree
from tests.ledger import invented
from tests.ledger.invented import STORY_RECORDS

from headwater.export import export_graphml
from headwater.ledger import Ledger
from headwater.records import Entity
from headwater.records import Path as ClaimPath

_NS = "{http://graphml.graphdrawing.org/xmlns}"


def _graph(path: Path) -> tuple[set[str], list[tuple[str, str]]]:
    stream = io.StringIO()
    with Ledger.open(path) as ledger:
        export_graphml(ledger, stream)
    root = etree.fromstring(stream.getvalue().encode("utf-8"))
    nodes = {str(node.get("id")) for node in root.iter(f"{_NS}node")}
    edges = [(str(edge.get("source")), str(edge.get("target"))) for edge in root.iter(f"{_NS}edge")]
    return nodes, edges


def test_edges_join_nodes_from_root_to_claim(ledger_path: Path) -> None:
    nodes, edges = _graph(ledger_path)
    assert {end for edge in edges for end in edge} <= nodes
    assert {("ent-s-varga", "doc-a"), ("doc-a", "clm-1"), ("doc-a", "doc-b"), ("ent-s-fen", "doc-b")} <= set(edges)


def test_a_statement_nobody_is_credited_with_joins_its_document_and_claim(ledger_path: Path) -> None:
    records = [replace(one, hops=(), root_id=None) if isinstance(one, ClaimPath) else one for one in STORY_RECORDS]
    with Ledger.open(ledger_path, read_only=False) as ledger:
        ledger.replace_story_level(invented.run(), records)
    _, edges = _graph(ledger_path)
    assert ("doc-a", "clm-1") in edges
    assert ("ent-s-varga", "doc-a") not in edges


def test_names_that_xml_cannot_hold_do_no_harm(ledger_path: Path) -> None:
    hostile = "]]></data><b>\x00\x0b\ufffe&"
    records = [replace(one, caption=hostile) if isinstance(one, Entity) else one for one in STORY_RECORDS]
    with Ledger.open(ledger_path, read_only=False) as ledger:
        ledger.replace_story_level(invented.run(), records)
    nodes, _ = _graph(ledger_path)
    assert "ent-s-varga" in nodes
