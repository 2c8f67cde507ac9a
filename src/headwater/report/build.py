"""Records of a ledger into the sheets that pages show: joined once, in bulk, whatever the number of claims.

Imports: ledger, records and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from headwater.ledger import Ledger
from headwater.records import (
    Attribution,
    Claim,
    Corroboration,
    Discrepancy,
    Document,
    Entity,
    Path,
    PositionChange,
    Root,
    Span,
    Statement,
    published_instant,
)
from headwater.report.provenance_svg import GraphEdge, GraphNode, draw_provenance
from headwater.report.sheets import (
    ChangeSheet,
    ClaimSheet,
    DisputeSheet,
    HopSheet,
    RootSheet,
    StatementSheet,
    cut_passage,
    interval,
)

UNATTRIBUTED = "unattributed"


class Shelf:
    """Everything of a ledger that claims need, read in a dozen queries and kept by id."""

    def __init__(self, ledger: Ledger, claim_id: str | None = None) -> None:
        """Read a whole ledger, or what one claim needs of it."""
        self.documents: dict[str, Document] = {d.doc_id: d for d in ledger.documents()}
        self.entities: dict[str, Entity] = {e.entity_id: e for e in ledger.entities("story")}
        self.attributions: dict[str, Attribution] = {a.attribution_id: a for a in ledger.attributions()}
        self.stories = {s.story_id: s for s in ledger.stories()}
        self.claims: tuple[Claim, ...] = (ledger.claim(claim_id),) if claim_id else ledger.claims()
        self.statements = {s.statement_id: s for s in ledger.statements(claim_id)}
        self.corroborations = {c.claim_id: c for c in ledger.corroborations(claim_id)}
        self.paths = _by_claim(ledger.paths(claim_id))
        self.roots = _by_claim(ledger.roots(claim_id))
        self.discrepancies = _by_claim(ledger.discrepancies(claim_id))
        self.changes = _by_claim(ledger.position_changes(claim_id))

    def name(self, key: str) -> str:
        """Return the caption of an entity, the outlet of a document, or the key itself when it is neither."""
        if key in self.entities:
            return self.entities[key].caption
        return self.publisher(key) if key in self.documents else key

    def publisher(self, doc_id: str) -> str:
        """Return the outlet of a document, or a phrase that says it is not known."""
        document = self.documents[doc_id]
        return document.publisher or f"outlet of {document.record_id}"


def _by_claim(records: Iterable[Path | Root | Discrepancy | PositionChange]) -> dict[str, list]:  # type: ignore[type-arg]
    held = defaultdict(list)
    for record in records:
        held[record.claim_id].append(record)
    return held


def claim_sheets(shelf: Shelf) -> tuple[ClaimSheet, ...]:
    """Return all claims, the widest gap between outlets and roots first; ties by number of outlets, then caption."""
    sheets = [claim_sheet(shelf, claim) for claim in shelf.claims]
    return tuple(sorted(sheets, key=lambda s: (-s.gap, -s.publishers, -s.documents, s.first_stated, s.claim_id)))


def claim_sheet(shelf: Shelf, claim: Claim) -> ClaimSheet:
    """Return one claim with statements grouped by root, disputes, changes and its drawing."""
    count = shelf.corroborations[claim.claim_id]
    paths: Mapping[str, Path] = {path.statement_id: path for path in shelf.paths[claim.claim_id]}
    sheets = {
        statement_id: _statement(shelf, shelf.statements[statement_id], paths[statement_id])
        for statement_id in claim.statement_ids
    }
    roots = _roots(shelf, shelf.roots[claim.claim_id], sheets)
    return ClaimSheet(
        claim_id=claim.claim_id,
        caption=claim.caption,
        story=shelf.stories[claim.story_id].caption,
        publishers=count.publishers,
        documents=len({shelf.statements[key].doc_id for key in claim.statement_ids}),
        roots=interval(count.roots_min, count.roots_max),
        roots_min=count.roots_min,
        roots_max=count.roots_max,
        routes=interval(count.routes_min, count.routes_max),
        bottlenecks=tuple(shelf.name(key) for key in count.bottlenecks),
        circular=count.circular,
        denying=interval(count.denying_min, count.denying_max) if count.denying_max else "",
        gap=count.publishers - count.roots_min,
        first_stated=_day(claim.first_stated_at),
        by_value=_by_value(count),
        root_sheets=roots,
        disputes=tuple(_dispute(d, sheets) for d in shelf.discrepancies[claim.claim_id]),
        changes=tuple(_change(shelf, c, sheets) for c in shelf.changes[claim.claim_id]),
        svg=_draw(shelf, claim, list(paths.values())),
    )


def _by_value(count: Corroboration) -> tuple[tuple[str, int, str], ...]:
    return tuple((v.value, v.publishers, interval(v.roots_min, v.roots_max)) for v in count.by_value)


def _statement(shelf: Shelf, statement: Statement, path: Path) -> StatementSheet:
    document = shelf.documents[statement.doc_id]
    kind = shelf.entities[path.root_id].kind if path.root_id else ""
    return StatementSheet(
        statement_id=statement.statement_id,
        doc_id=document.doc_id,
        record_id=document.record_id,
        publisher=shelf.publisher(document.doc_id),
        published=_day(document.published_at),
        headline=document.headline or "",
        url=document.url or "",
        passage=cut_passage(document.text, statement.span),
        hops=tuple(_hop(shelf, hop.entity_id, hop.span, hop.rule) for hop in path.hops),
        root=shelf.name(path.root_id) if path.root_id else UNATTRIBUTED,
        root_kind={"": "unattributed", "unnamed": "unnamed"}.get(kind, "named"),
        stance=statement.stance,
        value=statement.value.text if statement.value else "",
        rule=path.rule,
    )


def _hop(shelf: Shelf, entity_id: str, span: Span | None, rule: str) -> HopSheet:
    entity = shelf.entities[entity_id]
    words = span.quote(shelf.documents[span.doc_id].text) if span else ""
    return HopSheet(name=entity.caption, kind=entity.kind, words=words, rule=rule)


def _roots(shelf: Shelf, roots: Sequence[Root], sheets: Mapping[str, StatementSheet]) -> tuple[RootSheet, ...]:
    """Roots that count first, then the statements that counting set aside, each once."""
    made, shown = [], set()
    for root in roots:
        shown.update(root.statement_ids)
        made.append(
            RootSheet(
                name=_root_name(shelf, root),
                kind=root.kind,
                in_min=root.in_min,
                in_max=root.in_max,
                denying=root.denying,
                statements=tuple(sheets[key] for key in root.statement_ids),
            )
        )
    aside = tuple(sheet for key, sheet in sheets.items() if key not in shown)
    if aside:
        made.append(
            RootSheet(
                name="Set aside", kind="unattributed", in_min=False, in_max=False, denying=False, statements=aside
            )
        )
    return tuple(made)


def _root_name(shelf: Shelf, root: Root) -> str:
    if root.entity_id is not None:
        via = f", by way of {shelf.name(root.line)}" if root.line else ""
        return shelf.name(root.entity_id) + via
    return f"{shelf.name(root.line)}, without a source" if root.line else UNATTRIBUTED


def _dispute(discrepancy: Discrepancy, sheets: Mapping[str, StatementSheet]) -> DisputeSheet:
    return DisputeSheet(
        kind=discrepancy.kind,
        unit=discrepancy.unit,
        over_time=discrepancy.over_time,
        values=tuple((v.value, tuple(sheets[key] for key in v.statement_ids)) for v in discrepancy.values),
    )


def _change(shelf: Shelf, change: PositionChange, sheets: Mapping[str, StatementSheet]) -> ChangeSheet:
    return ChangeSheet(
        speaker=shelf.name(change.entity_id),
        kind=change.kind,
        before=sheets[change.before_id],
        after=sheets[change.after_id],
    )


def _draw(shelf: Shelf, claim: Claim, paths: Sequence[Path]) -> str:
    """Roots at the left, carriers that are no article here between, articles in their outlets' lanes."""
    nodes: dict[str, GraphNode] = {}
    edges: dict[tuple[str, str], GraphEdge] = {}
    for path in paths:
        article = _article_node(shelf, path)
        nodes[article.key] = article
        inner = None
        for hop in reversed(path.hops):
            entity = shelf.entities[hop.entity_id]
            is_root = hop.entity_id == path.root_id
            kind = ("unnamed" if entity.kind == "unnamed" else "named") if is_root else "carrier"
            key = f"{kind}:{entity.entity_id}"
            nodes[key] = GraphNode(key=key, label=entity.caption, kind=kind, lane="", moment=None, href="")  # type: ignore[arg-type]
            if inner is not None and inner != key:
                edges[inner, key] = GraphEdge(source=inner, target=key, kind="told")
            inner = key
        if inner is None:
            inner = f"unattributed:{path.line}"
            label = f"no source: {shelf.name(path.line)}"
            nodes[inner] = GraphNode(key=inner, label=label, kind="unattributed", lane="", moment=None, href="")
        derived = bool(path.hops) and path.hops[0].span is None
        edges[inner, article.key] = GraphEdge(source=inner, target=article.key, kind="derived" if derived else "passed")
    order = {"named": 0, "unnamed": 1, "unattributed": 2, "circular": 3, "carrier": 4, "article": 5}
    drawn = sorted(nodes.values(), key=lambda n: (order[n.kind], n.label, n.key))
    title = f"Who told whom: {claim.caption}"
    return draw_provenance(drawn, [edges[k] for k in sorted(edges)], title=title, element_id=f"g-{claim.claim_id}")


def _article_node(shelf: Shelf, path: Path) -> GraphNode:
    document = shelf.documents[path.doc_id]
    moment: datetime | None = published_instant(document)
    label = f"{shelf.publisher(path.doc_id)}: {document.headline or document.record_id}"
    return GraphNode(
        key=f"article:{path.doc_id}", label=label, kind="article", lane=shelf.publisher(path.doc_id), moment=moment,
        href=f"#{path.statement_id}",
    )  # fmt: skip


def _day(moment: str | None) -> str:
    return moment[:16].replace("T", " ") if moment else ""
