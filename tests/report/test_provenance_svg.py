"""draw_provenance: well-formed, escaped, deterministic, and loud about edges to nowhere."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.report.provenance_svg import GraphEdge, GraphNode, NodeKind, draw_provenance

START = datetime(2026, 3, 3, 7, 10, tzinfo=UTC)


def node(key: str, kind: NodeKind, label: str = "", hours: int | None = None, *, denies: bool = False) -> GraphNode:
    moment = None if hours is None else START + timedelta(hours=hours)
    lane = (label or key) if kind == "article" else ""
    return GraphNode(
        key=key, label=label or key, kind=kind, lane=lane, moment=moment, href="#" + key, denies=denies, narrow=denies
    )


def lines(svg: str) -> dict[str, int]:
    """Return how many lines each look of edges has."""
    root = ET.fromstring(svg)  # noqa: S314 our own
    paths = [(str(e.get("class")), str(e.get("d"))) for e in root.iter("path")]
    return {look: d.count("M") for look, d in paths if look.startswith("edge")}


def test_every_node_and_edge_is_drawn_in_its_own_look() -> None:
    nodes = [
        node("calder", "named"), node("official", "unnamed"), node("agency", "carrier"),
        node("d1", "article", "Gazette", 1), node("d2", "article", "Post", 2, denies=True),
    ]  # fmt: skip
    edges = [
        GraphEdge(source="calder", target="agency", kind="told"),
        GraphEdge(source="agency", target="d1", kind="derived"),
        GraphEdge(source="official", target="d2", kind="passed"),
        GraphEdge(source="calder", target="d2", kind="passed", counted=False),
    ]
    svg = draw_provenance(nodes, edges, title="who told whom")
    assert lines(svg) == {"edge": 2, "edge derived": 1, "edge aside": 1}
    classes = [element.get("class") or "" for element in ET.fromstring(svg).iter()]  # noqa: S314 our own
    for name in ("named", "unnamed", "carrier", "article", "article denies"):
        assert name in classes
    assert "passed on by" in svg


def test_a_drawing_without_origins_uses_the_whole_width_for_time() -> None:
    svg = draw_provenance([node("d1", "article", "A", 0), node("d2", "article", "B", 4)], [], title="t")
    assert "comes from" not in svg
    assert 'd="M12 ' in svg


def test_a_thousand_articles_are_marks_without_links_or_labels() -> None:
    nodes = [node(f"d{i}", "article", f"Outlet {i % 9}", i) for i in range(1000)]
    root = ET.fromstring(draw_provenance(nodes, [], title="t"))  # noqa: S314 our own
    assert sum(e.get("class") == "mark" for e in root.iter("circle")) == 1000
    assert not list(root.iter("a"))


# What XML cannot hold stands in no label here; HTML, where drawings stand, takes it.
_LABELS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


@given(label=st.text(alphabet=_LABELS, max_size=40))
def test_labels_are_escaped(label: str) -> None:
    nodes = [node("a", "unnamed", label), node("d", "article", label, 0)]
    svg = draw_provenance(nodes, [GraphEdge(source="a", target="d", kind="told")], title=label)
    assert ET.fromstring(svg).tag == "svg"  # noqa: S314 our own


def test_a_line_that_no_carrier_passes_on_runs_between_the_carriers() -> None:
    nodes = [node("calder", "named"), node("agency", "carrier"), node("d1", "article", "A", 1)]
    nodes += [node("d2", "article", "B", 2)]
    edges = [
        GraphEdge(source="calder", target="agency", kind="told"),
        GraphEdge(source="agency", target="d1", kind="passed"),
        GraphEdge(source="calder", target="d2", kind="passed"),
    ]
    root = ET.fromstring(draw_provenance(nodes, edges, title="t"))  # noqa: S314 our own
    (height,) = [float(str(e.get("y"))) - 4 for e in root.iter("text") if e.text == "agency"]
    (drawn,) = [str(e.get("d")) for e in root.iter("path") if e.get("class") == "edge"]
    past = drawn.split("M")[3]
    assert "H384" in past
    assert abs(float(past.split("H384")[0].split(" ")[-1]) - height) >= 20


def test_values_of_one_lane_do_not_run_into_each_other_and_undated_articles_are_named() -> None:
    nodes = [
        GraphNode(key=f"d{n}", label="A", kind="article", lane="A", moment=START, href="", note="more than 2,000")
        for n in range(3)
    ]
    svg = draw_provenance([*nodes, node("d9", "article", "B")], [], title="t")
    assert svg.count('class="value"') == 1
    assert ">undated</text>" in svg


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_provenance([node("a", "named")], [GraphEdge(source="a", target="b", kind="told")], title="t")


def test_later_articles_stand_further_right_and_undated_ones_at_the_left() -> None:
    nodes = [node("d1", "article", "A", 0), node("d2", "article", "B", 40), node("d3", "article", "C")]
    root = ET.fromstring(draw_provenance(nodes, [], title="t"))  # noqa: S314 our own
    places = {}
    for group in root.iter("a"):
        circle, title = group.find("circle"), group.find("title")
        assert circle is not None
        assert title is not None
        places[(title.text or "")[0]] = float(circle.get("cx") or 0)
    assert places["C"] < places["A"] < places["B"]


def test_the_same_graph_gives_the_same_drawing() -> None:
    nodes = [node("a", "named"), node("d", "article", "A", 3)]
    edges = [GraphEdge(source="a", target="d", kind="told")]
    assert draw_provenance(nodes, edges, title="t") == draw_provenance(list(nodes), list(edges), title="t")


def test_a_drawing_of_articles_alone_names_outlets_where_their_lines_begin() -> None:
    root = ET.fromstring(draw_provenance([node("d1", "article", "A")], [], title="t"))  # noqa: S314 our own
    (name,) = [e for e in root.iter("text") if "".join(e.itertext()).endswith("A")]
    assert float(str(name.get("x"))) < 100
    assert "published by" not in {e.text for e in root.iter("text")}
