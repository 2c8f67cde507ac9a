"""draw_provenance: well-formed, escaped, deterministic, and loud about edges to nowhere."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.report.provenance_svg import GraphEdge, GraphNode, NodeKind, draw_provenance

START = datetime(2026, 3, 3, 7, 10, tzinfo=UTC)


def node(key: str, kind: NodeKind, label: str = "", hours: int | None = None) -> GraphNode:
    moment = None if hours is None else START + timedelta(hours=hours)
    lane = (label or key) if kind == "article" else ""
    return GraphNode(key=key, label=label or key, kind=kind, lane=lane, moment=moment, href="#" + key)


def test_every_node_and_edge_is_drawn() -> None:
    nodes = [node("calder", "named"), node("agency", "carrier"), node("d1", "article", "Gazette", 1)]
    edges = [
        GraphEdge(source="calder", target="agency", kind="told"),
        GraphEdge(source="agency", target="d1", kind="derived"),
    ]
    root = ET.fromstring(draw_provenance(nodes, edges, title="who told whom", element_id="g"))  # noqa: S314 our own
    classes = [element.get("class") or "" for element in root.iter()]
    assert sum(name.startswith("node") for name in classes) == 3
    assert sum(name.startswith("edge") for name in classes) == 2


@given(label=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_labels_are_escaped(label: str) -> None:
    nodes = [node("a", "unnamed", label), node("d", "article", label, 0)]
    svg = draw_provenance(nodes, [GraphEdge(source="a", target="d", kind="told")], title=label, element_id=label)
    assert ET.fromstring(svg).tag == "svg"  # noqa: S314 our own


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_provenance(
            [node("a", "named")], [GraphEdge(source="a", target="b", kind="told")], title="t", element_id="g"
        )


def test_later_articles_stand_further_right_and_undated_ones_at_the_left() -> None:
    nodes = [node("d1", "article", "A", 0), node("d2", "article", "B", 40), node("d3", "article", "C")]
    root = ET.fromstring(draw_provenance(nodes, [], title="t", element_id="g"))  # noqa: S314 our own
    places = {}
    for group in root.iter("g"):
        circle, title = group.find("circle"), group.find("title")
        assert circle is not None
        assert title is not None
        places[(title.text or "")[0]] = float(circle.get("cx") or 0)
    assert places["C"] < places["A"] < places["B"]


def test_the_same_graph_gives_the_same_drawing() -> None:
    nodes = [node("a", "named"), node("d", "article", "A", 3)]
    edges = [GraphEdge(source="a", target="d", kind="told")]
    first = draw_provenance(nodes, edges, title="t", element_id="g")
    assert first == draw_provenance(list(nodes), list(edges), title="t", element_id="g")
