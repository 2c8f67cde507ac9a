"""The provenance graph of one claim as an SVG drawing: time on the x axis, publishers as lanes, origins at the left.

Pure: a graph in, a string out. Shapes and line styles tell kinds apart, so nothing depends on colour; colours come from
the page's stylesheet by class, so a strict Content-Security-Policy holds. All text is escaped here.
Imports: the standard library only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Literal

NodeKind = Literal["named", "unnamed", "unattributed", "circular", "carrier", "article"]
EdgeKind = Literal["told", "passed", "derived"]

_WIDTH = 960
_ORIGIN_X = 14
_CARRIER_X = 236
_LANE_LABEL_X = 430
_TIME_LEFT, _TIME_RIGHT = 600, 930
_ROW = 26
_TOP = 34
_LABEL_CHARS = 30
_LANE_CHARS = 24
_MAX_LABELLED_ARTICLES = 200  # above this an article is a mark with a tooltip; the table twin has the words


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A root, a carrier or an article.

    Attributes:
        lane: Publisher whose lane an article stands in; "" for roots and carriers.
        moment: When an article was published; None for undated articles, roots and carriers.
        href: Where a click leads (an anchor or a page), or "".
    """

    key: str
    label: str
    kind: NodeKind
    lane: str
    moment: datetime | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """From whom to whom a claim went, by node keys; `derived` means shown by text reuse or a credit, not by words."""

    source: str
    target: str
    kind: EdgeKind


def draw_provenance(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], *, title: str, element_id: str) -> str:
    """Return an SVG element, 960 units wide, as high as its rows need.

    Args:
        nodes: Roots, carriers and articles; order is the order of drawing within a column or lane.
        edges: Pairs of node keys; an edge to a key that is not among the nodes is an error of the caller.
        title: What the drawing shows, for screen readers.
        element_id: Unique on the page; ids inside derive from it.

    Raises:
        KeyError: An edge names a node that is not given.
    """
    origins = [n for n in nodes if n.kind not in {"carrier", "article"}]
    carriers = [n for n in nodes if n.kind == "carrier"]
    articles = [n for n in nodes if n.kind == "article"]
    lanes = _lanes(articles)
    rows = max(len(origins), len(carriers), len(lanes), 1)
    height = _TOP + rows * _ROW + 16
    place: dict[str, tuple[float, float]] = {}
    place |= _column(origins, _ORIGIN_X, rows)
    place |= _column(carriers, _CARRIER_X, rows)
    scale = _TimeScale.of([n.moment for n in articles if n.moment])
    lane_y = {lane: _TOP + _ROW * (k + 0.5 + (rows - len(lanes)) / 2) for k, lane in enumerate(lanes)}
    place |= {n.key: (scale.x(n.moment), lane_y[n.lane]) for n in articles}
    kinds = {n.key: n.kind for n in nodes}
    safe_id = escape(element_id, quote=True)
    parts = [
        f'<svg class="provenance" viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-labelledby="{safe_id}-title">',
        f'<title id="{safe_id}-title">{escape(title)}</title>',
        *_axis(scale, height),
        *(_lane(lane, y) for lane, y in lane_y.items()),
        *(_edge(edge, place, kinds) for edge in edges),
        *(_origin(n, place[n.key]) for n in [*origins, *carriers]),
        *(_article(n, place[n.key], labelled=len(articles) <= _MAX_LABELLED_ARTICLES) for n in articles),
        "</svg>",
    ]
    return "".join(parts)


def _lanes(articles: Sequence[GraphNode]) -> list[str]:
    """Order lanes by first publication, undated last, then by name."""
    far = datetime.max.replace(tzinfo=UTC)
    first: dict[str, datetime] = {}
    for node in articles:
        first[node.lane] = min(first.get(node.lane, far), node.moment or far)
    return sorted(first, key=lambda lane: (first[lane], lane))


def _column(nodes: Sequence[GraphNode], x: float, rows: int) -> dict[str, tuple[float, float]]:
    offset = (rows - len(nodes)) / 2
    return {node.key: (x, _TOP + _ROW * (k + 0.5 + offset)) for k, node in enumerate(nodes)}


@dataclass(frozen=True, slots=True)
class _TimeScale:
    first: datetime | None
    last: datetime | None

    @classmethod
    def of(cls, moments: Sequence[datetime]) -> "_TimeScale":
        return cls(min(moments), max(moments)) if moments else cls(None, None)

    def x(self, moment: datetime | None) -> float:
        """Undated articles stand at the left edge of the time area; a single moment in its middle."""
        if moment is None or self.first is None or self.last is None:
            return _TIME_LEFT
        span = (self.last - self.first).total_seconds()
        share = (moment - self.first).total_seconds() / span if span else 0.5
        return round(_TIME_LEFT + 18 + share * (_TIME_RIGHT - _TIME_LEFT - 18), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """At most six days (or hours, within one day) with their places."""
        if self.first is None or self.last is None:
            return []
        hours = (self.last - self.first) <= timedelta(hours=30)
        step = timedelta(hours=1) if hours else timedelta(days=1)
        begin = self.first.replace(minute=0, second=0, microsecond=0)
        begin = begin if hours else begin.replace(hour=0)
        count = int((self.last - begin) / step) + 1
        stride = max(1, -(-count // 6))
        moments = [begin + step * k for k in range(0, count, stride)]
        return [(self.x(max(m, self.first)), f"{m:%H:%M}" if hours else f"{m.day} {m:%b}") for m in moments]


def _axis(scale: _TimeScale, height: float) -> list[str]:
    parts = [
        f'<text class="head" x="{_ORIGIN_X - 6}" y="16">said by</text>',
        f'<text class="head" x="{_CARRIER_X - 6}" y="16">carried by</text>',
        f'<text class="head" x="{_LANE_LABEL_X}" y="16">published by</text>',
    ]
    for x, label in scale.ticks():
        parts.append(f'<line class="tick" x1="{x}" y1="24" x2="{x}" y2="{height - 8:.0f}"/>')
        parts.append(f'<text class="when" x="{x}" y="16" text-anchor="middle">{escape(label)}</text>')
    return parts


def _lane(lane: str, y: float) -> str:
    return (
        f'<line class="lane" x1="{_LANE_LABEL_X}" y1="{y:.1f}" x2="{_TIME_RIGHT + 14}" y2="{y:.1f}"/>'
        f'<text class="lane-name" x="{_LANE_LABEL_X}" y="{y - 5:.1f}">{_short(lane, _LANE_CHARS)}</text>'
    )


def _edge(edge: GraphEdge, place: dict[str, tuple[float, float]], kinds: dict[str, NodeKind]) -> str:
    (x1, y1), (x2, y2) = place[edge.source], place[edge.target]
    start = x1 if kinds[edge.source] == "article" else x1 + _text_width(kinds[edge.source])
    if x2 <= start:
        start = x1
    bend = max(24.0, abs(x2 - start) / 2)
    return (
        f'<path class="edge {edge.kind}" d="M{start:.0f} {y1:.1f}C{start + bend:.0f} {y1:.1f} '
        f'{x2 - bend:.0f} {y2:.1f} {x2 - 6:.0f} {y2:.1f}"/>'
    )


def _text_width(kind: NodeKind) -> float:
    return 176.0 if kind == "carrier" else 206.0


def _origin(node: GraphNode, at: tuple[float, float]) -> str:
    x, y = at
    return _linked(
        node,
        f'<g class="node {node.kind}"><title>{escape(node.label)} ({node.kind})</title>{_shape(node.kind, x, y)}'
        f'<text x="{x + 12}" y="{y + 4:.1f}">{_short(node.label, _LABEL_CHARS)}</text></g>',
    )


def _article(node: GraphNode, at: tuple[float, float], *, labelled: bool) -> str:
    x, y = at
    when = f" {node.moment:%Y-%m-%d %H:%M}" if node.moment else ", undated"
    mark = f'<circle cx="{x}" cy="{y:.1f}" r="{5 if labelled else 3}"/>'
    return _linked(node, f'<g class="node article"><title>{escape(node.label)}{when}</title>{mark}</g>')


def _shape(kind: NodeKind, x: float, y: float) -> str:
    """A named root is a filled square, an unnamed one a hollow diamond, an unattributed line a hollow dashed circle."""
    if kind == "named":
        return f'<rect x="{x - 5}" y="{y - 5:.1f}" width="10" height="10"/>'
    if kind == "unnamed":
        return f'<path d="M{x} {y - 6:.1f}l6 6-6 6-6-6z"/>'
    if kind == "circular":
        return f'<circle cx="{x}" cy="{y:.1f}" r="5"/><circle cx="{x}" cy="{y:.1f}" r="2"/>'
    if kind == "carrier":
        return f'<path d="M{x - 5} {y - 5:.1f}l10 5-10 5z"/>'
    return f'<circle cx="{x}" cy="{y:.1f}" r="5"/>'


def _linked(node: GraphNode, body: str) -> str:
    return f'<a href="{escape(node.href, quote=True)}">{body}</a>' if node.href else body


def _short(label: str, limit: int) -> str:
    cut = label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
    return escape(cut)
