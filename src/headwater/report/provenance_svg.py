"""The provenance graph of one claim as an SVG drawing: origins at the left, carriers next, then time on the x axis with
publishers as lanes.

Pure: a graph in, a string out. Shapes and line styles tell kinds apart, so nothing depends on colour; colours come from
the page's stylesheet by class, so a strict Content-Security-Policy holds. All text is escaped here.
Imports: the standard library and this room's time axis only.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Literal

from headwater.report.time_axis import TimeAxis

NodeKind = Literal["named", "unnamed", "unattributed", "circular", "carrier", "article"]
EdgeKind = Literal["told", "passed", "derived"]

_WIDTH = 960
_ORIGIN_X, _CARRIER_X = 12, 238
_LANE_LEFT, _TIME_LEFT, _TIME_RIGHT = 448, 474, 772
_LANE_LABEL_X = 792
_ROW = 27
_TOP = 40
_CHAR = 6.1  # mean advance of the drawing's 11.5 px sans-serif, to end a line where a label ends
_LABEL_CHARS, _CARRIER_CHARS, _LANE_CHARS = 31, 28, 27
_MAX_LABELLED = 120  # articles; above this each is a mark with a tooltip, and the table twin has the words


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A root, a carrier or an article.

    Attributes:
        lane: Publisher whose lane an article stands in; "" for roots and carriers.
        moment: When an article was published; None for undated articles, roots and carriers.
        href: Where a click leads (an anchor or a page), or "".
        note: A short value to write beside an article ("1,200"), or "".
        narrow: Every counted path leads through it.
        denies: It denies the claim.
    """

    key: str
    label: str
    kind: NodeKind
    lane: str
    moment: datetime | None
    href: str
    note: str = ""
    narrow: bool = False
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """From whom to whom a claim went, by node keys.

    Attributes:
        kind: `derived` means shown by text reuse or a credit, not by words.
        counted: False when counting set the statement aside.
    """

    source: str
    target: str
    kind: EdgeKind
    counted: bool = True


def draw_provenance(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], *, title: str, element_id: str) -> str:
    """Return an SVG element, 960 units wide, as high as its rows need.

    Args:
        nodes: Roots, carriers and articles; order decides among those that lead to the same lanes.
        edges: Pairs of node keys; an edge to a key that is not among the nodes is an error of the caller.
        title: What the drawing shows, for screen readers.
        element_id: Unique on the page; ids inside derive from it.

    Raises:
        KeyError: An edge names a node that is not given.
    """
    by_key = {node.key: node for node in nodes}
    articles = [node for node in nodes if node.kind == "article"]
    lanes = _lanes(articles)
    pull = _pull(by_key, edges, lanes)
    carriers = sorted((n for n in nodes if n.kind == "carrier"), key=lambda n: pull[n.key])
    origins = sorted((n for n in nodes if n.kind not in {"carrier", "article"}), key=lambda n: pull[n.key])
    rows = max(len(origins), len(carriers), len(lanes), 1)
    height = _TOP + rows * _ROW + 10
    axis = TimeAxis.over([n.moment for n in articles if n.moment], _TIME_LEFT, _TIME_RIGHT)
    lane_y = dict(zip(lanes, _heights(len(lanes), rows), strict=True))
    place = dict(zip((n.key for n in origins), ((_ORIGIN_X, y) for y in _heights(len(origins), rows)), strict=True))
    place |= dict(zip((n.key for n in carriers), ((_CARRIER_X, y) for y in _heights(len(carriers), rows)), strict=True))
    place |= {n.key: (axis.x(n.moment), lane_y[n.lane]) for n in articles}
    safe_id = escape(element_id, quote=True)
    labelled = len(articles) <= _MAX_LABELLED
    return "".join(
        [
            f'<svg class="provenance" viewBox="0 0 {_WIDTH} {height}" role="group" aria-labelledby="{safe_id}-title">',
            f'<title id="{safe_id}-title">{escape(title)}</title>',
            *_frame(axis, height, carriers=bool(carriers)),
            *(_lane(lane, y) for lane, y in lane_y.items()),
            *(_edge(edge, by_key, place) for edge in sorted(edges, key=lambda e: e.counted)),
            *(_origin(node, place[node.key]) for node in (*origins, *carriers)),
            *(_article(node, place[node.key], labelled=labelled) for node in articles),
            "</svg>",
        ]
    )


def _lanes(articles: Sequence[GraphNode]) -> list[str]:
    """Order lanes by first publication, undated last, then by name."""
    far = datetime.max.replace(tzinfo=UTC)
    first: dict[str, datetime] = {}
    for node in articles:
        first[node.lane] = min(first.get(node.lane, far), node.moment or far)
    return sorted(first, key=lambda lane: (first[lane], lane))


def _pull(nodes: dict[str, GraphNode], edges: Sequence[GraphEdge], lanes: Sequence[str]) -> dict[str, float]:
    """Return the mean lane that a root or carrier leads to, so that few lines cross."""
    rank = {lane: float(index) for index, lane in enumerate(lanes)}
    pull = {key: rank[node.lane] for key, node in nodes.items() if node.kind == "article"}
    targets: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        targets[edge.source].append(edge.target)
    for kinds in (("carrier",), ("named", "unnamed", "unattributed", "circular")):
        for key, node in nodes.items():
            if node.kind in kinds:
                reached = [pull.get(target, 0.0) for target in targets[key]]
                pull[key] = sum(reached) / len(reached) if reached else float(len(lanes))
    return pull


def _heights(count: int, rows: int) -> list[float]:
    """Spread a column over the rows."""
    return [round(_TOP + _ROW * rows * (k + 0.5) / count, 1) for k in range(count)]


def _frame(axis: TimeAxis, height: int, *, carriers: bool) -> list[str]:
    parts = [f'<text class="head" x="{_ORIGIN_X - 6}" y="16">comes from</text>']
    if carriers:
        parts.append(f'<text class="head" x="{_CARRIER_X - 6}" y="16">passed on by</text>')
    parts.append(f'<text class="head" x="{_LANE_LABEL_X}" y="16">published by</text>')
    for x, label in axis.ticks():
        parts.append(f'<path class="tick" d="M{x} 24V{height - 6}"/>')
        parts.append(f'<text class="when" x="{x}" y="16" text-anchor="middle">{escape(label)}</text>')
    return parts


def _lane(lane: str, y: float) -> str:
    name = f"<title>{escape(lane)}</title>{escape(lane[: _LANE_CHARS - 1])}…" if len(lane) > _LANE_CHARS else escape(lane)
    return (
        f'<path class="lane" d="M{_LANE_LEFT} {y}H{_LANE_LABEL_X - 6}"/>'
        f'<text class="lane-name" x="{_LANE_LABEL_X}" y="{y + 4:.1f}">{name}</text>'
    )


def _edge(edge: GraphEdge, nodes: dict[str, GraphNode], place: dict[str, tuple[float, float]]) -> str:
    source, target = nodes[edge.source], nodes[edge.target]
    (x1, y1), (x2, y2) = place[edge.source], place[edge.target]
    if source.kind != "article":
        limit = _CARRIER_CHARS if source.kind == "carrier" else _LABEL_CHARS
        x1 += 16 + min(len(source.label), limit) * _CHAR
    tail = ""
    if target.kind == "article":
        tail, x2 = f"H{x2 - 6:.0f}", min(float(_LANE_LEFT), x2 - 6)
    else:
        x2 -= 8
    if x2 <= x1:  # a carrier that another carrier in the same column passes on
        x1, tail = place[edge.source][0] - 4, ""
        path = f"M{x1:.0f} {y1}C{x1 - 26:.0f} {y1} {x2 - 26:.0f} {y2} {x2:.0f} {y2}"
    else:
        middle = (x1 + x2) / 2
        path = f"M{x1:.0f} {y1}C{middle:.0f} {y1} {middle:.0f} {y2} {x2:.0f} {y2}{tail}"
    aside = "" if edge.counted else " aside"
    return f'<path class="edge {edge.kind}{aside}" d="{path}"/>'


def _origin(node: GraphNode, at: tuple[float, float]) -> str:
    x, y = at
    limit = _CARRIER_CHARS if node.kind == "carrier" else _LABEL_CHARS
    ring = f'<circle class="ring" cx="{x}" cy="{y}" r="9.5"/>' if node.narrow else ""
    classes = f"node {node.kind}{' denies' if node.denies else ''}"
    says = f"{node.label}, {_SPOKEN[node.kind]}{'; denies it' if node.denies else ''}"
    says += "; every counted path leads through it" if node.narrow else ""
    return _linked(
        node,
        says,
        f'<g class="{classes}"><title>{escape(says)}</title>{ring}{_shape(node.kind, x, y)}'
        f'<text x="{x + 14}" y="{y + 4:.1f}">{_short(node.label, limit)}</text></g>',
    )


_SPOKEN = {
    "named": "named root",
    "unnamed": "unnamed root",
    "unattributed": "no source given",
    "circular": "circular citation",
    "carrier": "carrier",
    "article": "article",
}


def _article(node: GraphNode, at: tuple[float, float], *, labelled: bool) -> str:
    x, y = at
    when = f", {node.moment:%Y-%m-%d %H:%M}" if node.moment else ", undated"
    says = f"{node.label}{when}{'; denies it' if node.denies else ''}"
    if not labelled:
        return f'<circle class="mark" cx="{x:.0f}" cy="{y:.0f}" r="3"><title>{escape(says)}</title></circle>'
    bar = f'<path d="M{x - 4} {y + 4}l8-8"/>' if node.denies else ""
    note = f'<text class="value" x="{x}" y="{y - 9:.1f}" text-anchor="middle">{_short(node.note, 12)}</text>'
    classes = f"node article{' denies' if node.denies else ''}"
    mark = f'<g class="{classes}"><title>{escape(says)}</title><circle cx="{x}" cy="{y}" r="5.5"/>{bar}'
    return _linked(node, says, f"{mark}{note if node.note else ''}</g>")


def _shape(kind: NodeKind, x: float, y: float) -> str:
    """A named root is a filled square, an unnamed one a hollow diamond, an unattributed line a hollow dashed circle."""
    if kind == "named":
        return f'<path d="M{x - 5} {y - 5}h10v10h-10z"/>'
    if kind == "unnamed":
        return f'<path d="M{x} {y - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z"/>'
    if kind == "circular":
        return f'<circle cx="{x}" cy="{y}" r="6"/><circle cx="{x}" cy="{y}" r="2.5"/>'
    if kind == "carrier":
        return f'<path d="M{x - 5} {y - 5.5}l10 5.5-10 5.5z"/>'
    return f'<circle cx="{x}" cy="{y}" r="5.5"/>'


def _linked(node: GraphNode, says: str, body: str) -> str:
    if not node.href:
        return body
    return f'<a href="{escape(node.href, quote=True)}" aria-label="{escape(says, quote=True)}">{body}</a>'


def _short(label: str, limit: int) -> str:
    cut = label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
    return escape(cut)
