"""From the paths of a claim to its graph: who stands where in the drawing, and what leads to what.

Imports: records and this room only.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from headwater.records import Claim, Corroboration, Path, published_instant
from headwater.report.provenance_svg import EdgeKind, GraphEdge, GraphNode, NodeKind, draw_provenance
from headwater.report.shelf import Shelf

# Hop rules that no sentence of the article states: method's derivations, but for a plain citation.
_DERIVED = frozenset({"wire-credit", "shared-passage", "shared-quotation", "shared-detail"})
_ORDER = {"named": 0, "unnamed": 1, "unattributed": 2, "circular": 3, "carrier": 4, "article": 5}


def draw_claim(
    shelf: Shelf, claim: Claim, paths: Sequence[Path], count: Corroboration, link: Callable[[Path], str]
) -> str:
    """Return the drawing of one claim.

    Args:
        shelf: Names, texts and statements.
        claim: The claim.
        paths: One for each statement.
        count: Its count, for the bottlenecks.
        link: Where a click on the article of a path leads.
    """
    nodes: dict[str, GraphNode] = {}
    edges: dict[tuple[str, str], GraphEdge] = {}
    for path in paths:
        article = _article(shelf, path, link(path))
        nodes[article.key] = _merged(nodes.get(article.key), article)
        inner = _walk(shelf, path, nodes, edges, set(count.bottlenecks))
        kind = _kind(path.hops[0].rule) if path.hops else "passed"
        if inner is None:
            continue
        _join(edges, GraphEdge(source=inner, target=article.key, kind=kind, counted=path.counted))
    drawn = sorted(nodes.values(), key=lambda n: (_ORDER[n.kind], n.label, n.key))
    return draw_provenance(drawn, [edges[key] for key in sorted(edges)], title=f"Where it comes from: {claim.caption}")


def signs_drawn(svg: str) -> tuple[str, ...]:
    """Return which signs a drawing shows, by the names of its legend."""
    classes = {
        "named": '"named', "unnamed": '"unnamed', "unattributed": '"unattributed', "circular": '"circular',
        "carrier": '"carrier', "article": '"article', "denial": 'article denies', "narrow": '"ring"',
        "passed": '"edge"', "derived": '"edge derived"', "aside": ' aside"',
    }  # fmt: skip
    return tuple(name for name, mark in classes.items() if mark in svg)


def _walk(
    shelf: Shelf,
    path: Path,
    nodes: dict[str, GraphNode],
    edges: dict[tuple[str, str], GraphEdge],
    narrow: set[str],
) -> str | None:
    """Add the members of a path from its origin outwards; return the key of the outermost.

    A line that names no source is an origin only where it counts: what was set aside leads from its carrier, or,
    told in the outlet's own voice, from nowhere (None).
    """
    made = [_member(shelf, path, hop.entity_id, narrow) for hop in reversed(path.hops)]
    kinds = [_kind(hop.rule) for hop in reversed(path.hops)]
    if path.root_id is None and path.counted and not (made and path.rule == "circular"):
        # Whose line it is, the drawing shows: it leads to the outlet.
        made.insert(0, _origin(f"unattributed:{path.line}", "no source named", "unattributed"))
        kinds.insert(0, "passed")
    for node in made:
        nodes[node.key] = _merged(nodes.get(node.key), node)
    for (inner, outer), kind in zip(pairwise(made), kinds, strict=False):
        if inner.key != outer.key:
            _join(edges, GraphEdge(source=inner.key, target=outer.key, kind=kind, counted=path.counted))
    return made[-1].key if made else None


def _kind(rule: str) -> EdgeKind:
    """Tell whether words name a member of a chain, or text reuse and credits show that it passed the words on."""
    return "derived" if rule in _DERIVED else "passed"


def _member(shelf: Shelf, path: Path, entity_id: str, narrow: set[str]) -> GraphNode:
    """Return the mark of one member of a chain: its root, or a carrier."""
    entity = shelf.entities[entity_id]
    kind: NodeKind = "carrier"
    if entity_id == path.root_id:
        kind = "unnamed" if entity.kind == "unnamed" else "named"
    elif path.rule == "circular" and entity_id == path.hops[-1].entity_id:
        kind = "circular"
    denies = shelf.statements[path.statement_id].stance == "deny" and kind in {"named", "unnamed"}
    node = _origin(f"{kind}:{entity_id}", entity.caption, kind)
    return replace(node, narrow=entity_id in narrow, denies=denies)


def _origin(key: str, label: str, kind: NodeKind) -> GraphNode:
    return GraphNode(key=key, label=label, kind=kind, lane="", moment=None, href="")


def _article(shelf: Shelf, path: Path, href: str) -> GraphNode:
    document, statement = shelf.documents[path.doc_id], shelf.statements[path.statement_id]
    publisher = shelf.publisher(path.doc_id)
    return GraphNode(
        key=f"article:{path.doc_id}",
        label=publisher,
        kind="article",
        lane=publisher,
        moment=published_instant(document),
        href=href,
        note=statement.value.text if statement.value and statement.stance == "support" else "",
        denies=statement.stance == "deny",
        aside=not path.counted,
    )


def _merged(held: GraphNode | None, made: GraphNode) -> GraphNode:
    """Several statements of one article are one mark: it denies, or is set aside, only when all are."""
    if held is None:
        return made
    return replace(
        held, denies=held.denies and made.denies, aside=held.aside and made.aside, note=held.note or made.note
    )


def _join(edges: dict[tuple[str, str], GraphEdge], edge: GraphEdge) -> None:
    """Keep one line for each pair; a counted one, and one that words show, win."""
    held = edges.get((edge.source, edge.target))
    if held is None or (edge.counted, edge.kind != "derived") > (held.counted, held.kind != "derived"):
        edges[edge.source, edge.target] = edge
