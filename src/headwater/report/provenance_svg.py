"""The provenance graph of one claim as an SVG drawing: origins, carriers, then publishers as lanes over time.

Pure: a graph in, a string out. Shapes and line styles tell kinds apart, so nothing depends on colour; colours come from
the page's stylesheet by class, so a strict Content-Security-Policy holds. All text is escaped here.
Imports: the standard library and this room's time axis only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Literal

from headwater.report.time_axis import TimeAxis

NodeKind = Literal["named", "unnamed", "unattributed", "circular", "carrier", "article"]
EdgeKind = Literal["told", "passed", "derived"]

_WIDTH = 960
_ORIGIN_X, _CARRIER_X = 12, 226
_LANE_LEFT, _LANE_LEAD, _TIME_RIGHT = 448, 26, 756
_LANE_LABEL_X = 776
_PASS_END = 384  # where lines that pass the carriers by begin to part for their lanes
_ROW = 27
_TOP = 40
_CHAR = 5.7  # mean advance of the drawing's 12 px sans-serif, to end a line where a label ends
_LABEL_CHARS, _WIDE_LABEL_CHARS, _CARRIER_CHARS, _LANE_CHARS = 33, 62, 27, 30
_NOTE_CHARS, _NOTE_ROOM = 20, 8
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
        aside: Nothing of it was counted.
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
    aside: bool = False


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


def draw_provenance(nodes: Sequence[GraphNode], edges: Sequence[GraphEdge], *, title: str) -> str:
    """Return an SVG element, 960 units wide, as high as its rows need.

    Marks of one look share one path element, so that the drawing of a thousand articles stays small.

    Args:
        nodes: Roots, carriers and articles; order decides among those that lead to the same lanes.
        edges: Pairs of node keys; an edge to a key that is not among the nodes is an error of the caller.
        title: What the drawing shows, for screen readers.

    Raises:
        KeyError: An edge names a node that is not given.
    """
    by_key = {node.key: node for node in nodes}
    articles = [node for node in nodes if node.kind == "article"]
    lanes = _lanes(articles)
    pull = _pull(by_key, edges, lanes)
    carriers = sorted((n for n in nodes if n.kind == "carrier"), key=lambda n: pull[n.key])
    origins = sorted((n for n in nodes if n.kind not in {"carrier", "article"}), key=lambda n: pull[n.key])
    middle = _middle(carriers, origins, by_key, edges, pull)
    rows = max(len(origins), len(middle), len(lanes), 1)
    height = _TOP + rows * _ROW + 10
    left = _LANE_LEFT if origins or carriers else _ORIGIN_X
    right = _TIME_RIGHT if origins or carriers else _WIDTH - _LANE_LEAD
    axis = TimeAxis.over([n.moment for n in articles if n.moment], left + _LANE_LEAD, right)
    lane_y = dict(zip(lanes, _heights(len(lanes), rows), strict=True))
    place = dict(zip((n.key for n in origins), ((_ORIGIN_X, y) for y in _heights(len(origins), rows)), strict=True))
    place |= dict(zip(middle, ((_CARRIER_X, y) for y in _heights(len(middle), rows)), strict=True))
    place |= {n.key: (round(axis.x(n.moment)), lane_y[n.lane]) for n in articles}
    labelled = len(articles) <= _MAX_LABELLED
    room = _LABEL_CHARS if carriers else _WIDE_LABEL_CHARS
    noted = _noted(articles, place)
    return "".join(
        [
            f'<svg class="provenance" viewBox="0 0 {_WIDTH} {height}" role="group" aria-label="{escape(title)}">',
            *_frame(axis, height, origins=bool(origins), carriers=bool(carriers)),
            *([_undated(left)] if axis.first and any(n.moment is None for n in articles) else []),
            *_lane_marks(lane_y, left, beside=bool(origins or carriers)),
            *_edges(edges, by_key, place, room),
            *(_origin(node, place[node.key], room) for node in (*origins, *carriers)),
            *(_article(node, place[node.key], labelled=labelled, note=node.key in noted) for node in articles),
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


def _middle(
    carriers: Sequence[GraphNode],
    origins: Sequence[GraphNode],
    nodes: Mapping[str, GraphNode],
    edges: Sequence[GraphEdge],
    pull: Mapping[str, float],
) -> list[str]:
    """Order the column of carriers; an origin whose lines pass them by has a row there too: none runs through a name.

    Such a row is named "past " and the origin's key.
    """
    if not carriers:
        return []
    held = {node.key: pull[node.key] for node in carriers}
    for origin in origins:
        direct = [nodes[e.target].lane for e in edges if e.source == origin.key and nodes[e.target].kind == "article"]
        if direct:
            held[_past(origin.key)] = sum(pull[e.target] for e in edges if e.source == origin.key) / max(1, len(direct))
    return sorted(held, key=lambda key: held[key])


def _past(key: str) -> str:
    return f"past {key}"


def _noted(articles: Sequence[GraphNode], place: Mapping[str, tuple[int, int]]) -> set[str]:
    """Return the articles whose values are written out: those of one lane must not run into each other."""
    free: dict[str, float] = {}
    kept: set[str] = set()
    for node in sorted((n for n in articles if n.note), key=lambda n: (place[n.key][0], n.key)):
        half = min(len(node.note), _NOTE_CHARS) * _CHAR / 2
        if place[node.key][0] - half >= free.get(node.lane, 0.0):
            free[node.lane] = place[node.key][0] + half + _NOTE_ROOM
            kept.add(node.key)
    return kept


def _heights(count: int, rows: int) -> list[int]:
    """Spread a column over the rows."""
    return [round(_TOP + _ROW * rows * (k + 0.5) / count) for k in range(count)]


def _frame(axis: TimeAxis, height: int, *, origins: bool, carriers: bool) -> list[str]:
    parts = [f'<text class="head" x="{_ORIGIN_X - 6}" y="16">comes from</text>'] if origins else []
    if carriers:
        parts.append(f'<text class="head" x="{_CARRIER_X - 6}" y="16">passed on by</text>')
    if origins or carriers:
        parts.append(f'<text class="head" x="{_LANE_LABEL_X}" y="16">published by</text>')
    ticks = axis.ticks()
    parts += [f'<text class="when" x="{x:.0f}" y="16">{escape(label)}</text>' for x, label in ticks]
    lines = "".join(f"M{x:.0f} 24V{height - 6}" for x, _ in ticks)
    return [*parts, f'<path class="tick" d="{lines}"/>'] if lines else parts


def _undated(left: int) -> str:
    return f'<text class="head" x="{left + _LANE_LEAD - 14}" y="30">undated</text>'


def _lane_marks(lane_y: Mapping[str, int], left: int, *, beside: bool) -> list[str]:
    """Lines with the outlets' names at their end, or in a drawing of articles alone above their beginning."""
    if not lane_y:
        return []
    right = _LANE_LABEL_X - 6 if beside else _WIDTH - 4
    x, up = (_LANE_LABEL_X, -4) if beside else (left, 7)
    lines = "".join(f"M{left} {y}H{right}" for y in lane_y.values())
    names = [
        f'<text x="{x}" y="{y - up}">{_tooltip(lane, _LANE_CHARS)}{_short(lane, _LANE_CHARS)}</text>'
        for lane, y in lane_y.items()
    ]
    return [f'<path class="lane" d="{lines}"/>', *names]


def _edges(
    edges: Sequence[GraphEdge], nodes: Mapping[str, GraphNode], place: Mapping[str, tuple[int, int]], room: int
) -> list[str]:
    """Lines of one look in one element; those that counting set aside lie beneath the others."""
    looks: dict[str, list[str]] = {"edge aside": [], "edge derived": [], "edge": []}
    for edge in edges:
        look = "edge aside" if not edge.counted else "edge derived" if edge.kind == "derived" else "edge"
        looks[look].append(_line(edge, nodes, place, room))
    return [f'<path class="{look}" d="{"".join(lines)}"/>' for look, lines in looks.items() if lines]


def _line(edge: GraphEdge, nodes: Mapping[str, GraphNode], place: Mapping[str, tuple[int, int]], room: int) -> str:
    """From the end of the source's label in a curve to the next column; along its lane to an article."""
    source, target = nodes[edge.source], nodes[edge.target]
    (x1, y1), (x2, y2) = place[edge.source], place[edge.target]
    left = x1
    if source.kind != "article":
        limit = _CARRIER_CHARS if source.kind == "carrier" else room
        x1 += 16 + round(min(len(source.label), limit) * _CHAR)
    tail = ""
    if target.kind == "article" and _past(edge.source) in place:
        height = place[_past(edge.source)][1]
        middle, bend = (x1 + _CARRIER_X - 8) // 2, (_PASS_END + _LANE_LEFT) // 2
        before = f"M{x1} {y1}C{middle} {y1} {middle} {height} {max(x1, _CARRIER_X - 8)} {height}H{_PASS_END}"
        return f"{before}C{bend} {height} {bend} {y2} {_LANE_LEFT} {y2}H{x2 - 6}"
    if target.kind == "article":
        tail, x2 = f"H{x2 - 6}", min(_LANE_LEFT, x2 - 6)
    else:
        x2 -= 8
    if x2 <= x1:  # a carrier that another in the same column passes on
        return f"M{left - 4} {y1}C{left - 30} {y1} {x2 - 26} {y2} {x2} {y2}"
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}{tail}"


def _origin(node: GraphNode, at: tuple[int, int], room: int) -> str:
    x, y = at
    limit = _CARRIER_CHARS if node.kind == "carrier" else room
    ring = f'<circle class="ring" cx="{x}" cy="{y}" r="9.5"/>' if node.narrow else ""
    words = f'<text x="{x + 14}" y="{y + 4}">{_short(node.label, limit)}</text>'
    body = f"{_tooltip(node.label, limit)}{ring}{_shape(node.kind, x, y)}{words}"
    return f'<g class="{node.kind}{" denies" if node.denies else ""}">{body}</g>'


def _article(node: GraphNode, at: tuple[int, int], *, labelled: bool, note: bool) -> str:
    x, y = at
    when = f"{node.moment:%Y-%m-%d %H:%M}" if node.moment else "undated"
    title = f"<title>{escape(node.label)}, {when}{', denies it' if node.denies else ''}</title>"
    if not labelled:
        return f'<circle class="mark" cx="{x}" cy="{y}" r="3">{title}</circle>'
    bar = f'<path d="M{x - 4} {y + 4}l8-8"/>' if node.denies else ""
    value = f'<text class="value" x="{x}" y="{y - 9}">{_short(node.note, _NOTE_CHARS)}</text>' if note else ""
    body = f'{title}<circle cx="{x}" cy="{y}" r="{4 if node.aside else 5.5}"/>{bar}{value}'
    look = f'class="article{" denies" if node.denies else ""}{" aside" if node.aside else ""}"'
    return f'<a {look} href="{escape(node.href)}">{body}</a>' if node.href else f"<g {look}>{body}</g>"


def _shape(kind: NodeKind, x: int, y: int) -> str:
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


def _tooltip(label: str, limit: int) -> str:
    return f"<title>{escape(label)}</title>" if len(label) > limit else ""


def _short(label: str, limit: int) -> str:
    cut = label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
    return escape(cut)
