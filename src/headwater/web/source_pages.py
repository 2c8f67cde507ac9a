"""Pages about who speaks: all sources, one source over time, unnamed sources.

Imports: ledger, records, report and this room only.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.ledger import Ledger
from headwater.records import Entity, published_instant
from headwater.report import Shelf
from headwater.report.contents import unnamed_sheets
from headwater.report.passages import Passage, cut_passage
from headwater.report.provenance_svg import GraphNode, draw_provenance
from headwater.report.wording import day
from headwater.web.catalogue import Catalogue
from headwater.web.page import Ask, Page, Table, cut

_ROWS = 100
_DOCUMENTS = 60  # of one source on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing a source says, or passes on, in one article."""

    doc_id: str
    publisher: str
    published: str
    passage: Passage
    way: tuple[str, ...]
    carries: bool
    polarity: str
    quote_type: str
    cue_class: str


def sources(ask: Ask) -> Page:
    """Everybody who speaks or passes on, by the number of claims they are a root of; `kind` limits it."""
    known = ask.desk.catalogue()
    kind = ask.one("kind")
    with ask.desk.ledger() as ledger:
        entities = ledger.entities("story")
    kinds = tuple(sorted({entity.kind for entity in entities}))
    wanted = [entity for entity in entities if not kind or entity.kind == kind]
    wanted.sort(key=lambda e: (-len(known.of_root.get(e.entity_id, ())), -len(e.mention_spans), e.caption.casefold()))
    names = {entity.entity_id: entity.caption for entity in entities}
    rows = [
        (e.entity_id, e.caption, e.kind, names.get(e.parent_id or "", ""), len(e.member_ids), len(e.mention_spans),
         len(known.of_root.get(e.entity_id, ())), ", ".join(e.aliases), e.parent_id or "")
        for e in wanted
    ]  # fmt: skip
    part = cut(len(rows), ask.number("page", 1), _ROWS)
    columns = (
        "entity_id", "source", "kind", "speaks_for", "articles", "mentions", "root_of_claims", "also_called",
        "speaks_for_id",
    )  # fmt: skip
    return Page(
        template="sources.html",
        title="Sources",
        data={"sources": tuple(rows[part.start : part.end]), "kinds": kinds, "kind": kind, "part": part},
        tables={"sources": Table(columns=columns, rows=tuple(rows))},
    )


def source(ask: Ask) -> Page:
    """Everything one person, organisation, outlet, document or unnamed source says, in time."""
    known = ask.desk.catalogue()
    with ask.desk.ledger() as ledger:
        shelf = Shelf.bare(ledger)
        entity = ledger.entity(ask.path["key"])
        members = [entity] if entity.doc_id else [ledger.entity(key) for key in entity.member_ids]
        members.sort(key=lambda m: _when(known.documents[m.doc_id].published_at if m.doc_id else None))
        part = cut(len(members), ask.number("page", 1), _DOCUMENTS)
        said = [one for member in members[part.start : part.end] for one in _said(ledger, shelf, member)]
        claims = tuple(known.claims[key] for key in known.of_root.get(entity.entity_id, ()))
        changes = [c for c in ledger.position_changes() if c.entity_id == entity.entity_id]
        parent = ledger.entity(entity.parent_id) if entity.parent_id else None
        svg = _drawn(ledger, known, members[part.start : part.end], {u.doc_id for u in said}, entity.caption)
    rows = tuple(
        (u.published, u.publisher, u.passage.words, " > ".join(u.way), u.carries, u.polarity, u.quote_type, u.doc_id,
         u.passage.start, u.passage.end)
        for u in said
    )  # fmt: skip
    columns = ("published", "outlet", "words", "way", "carries", "polarity", "quotation", "doc_id", "start", "end")
    return Page(
        template="source.html",
        title=entity.caption,
        data={
            "entity": entity,
            "named_at": next((span for member in members for span in member.mention_spans), None),
            "parent": parent,
            "claims": claims,
            "said": tuple(said),
            "articles": tuple(known.documents[key] for key in dict.fromkeys(u.doc_id for u in said)),
            "svg": svg,
            "changes": tuple({"claim": known.claims[c.claim_id], "kind": c.kind} for c in changes),
            "part": part,
        },
        tables={"said": Table(columns=columns, rows=rows)},
    )


def _drawn(ledger: Ledger, known: Catalogue, members: Sequence[Entity], said: set[str], caption: str) -> str:
    """Return the articles that a source stands in over time, those in which it is `said` to say something linked to it.

    A single article is not drawn: "".
    """
    nodes = []
    for doc_id in dict.fromkeys(member.doc_id for member in members if member.doc_id):
        line = known.documents[doc_id]
        moment = published_instant(ledger.document(doc_id))
        nodes.append(
            GraphNode(
                key=doc_id, label=f"{line.publisher}: {line.headline}", kind="article", lane=line.publisher,
                moment=moment, href=f"#{doc_id}" if doc_id in said else f"/article/{doc_id}",
            )
        )  # fmt: skip
    return draw_provenance(nodes, [], title=f"Articles in which {caption} stands") if len(nodes) > 1 else ""


def _when(moment: str | None) -> tuple[bool, str]:
    return (moment is None, moment or "")


def _said(ledger: Ledger, shelf: Shelf, member: Entity) -> list[Utterance]:
    """Return what a source of one document says or passes on in it, in reading order."""
    if member.doc_id is None:
        return []
    document = shelf.documents[member.doc_id]
    chains = {
        chain.attribution_id: chain
        for chain in ledger.chains(member.doc_id)
        if any(hop.entity_id == member.entity_id for hop in chain.hops)
    }
    found = []
    for attribution in ledger.attributions(member.doc_id) if chains else ():
        chain = chains.get(attribution.attribution_id)
        if chain is None or not attribution.content:
            continue
        named = [hop.span for hop in chain.hops if hop.span is not None]
        found.append(
            Utterance(
                doc_id=document.doc_id,
                publisher=shelf.publisher(document.doc_id),
                published=day(document.published_at),
                passage=cut_passage(document.text, attribution.content[0], named),
                way=tuple(shelf.name(hop.entity_id) for hop in reversed(chain.hops)),
                carries=chain.hops[-1].entity_id != member.entity_id,
                polarity=attribution.polarity,
                quote_type=attribution.quote_type,
                cue_class=attribution.cue_class,
            )
        )
    return found


def unnamed(ask: Ask) -> Page:
    """Unnamed sources, typed by what the text says of them; `doc` limits them to one article."""
    doc_id = ask.one("doc")
    with ask.desk.ledger() as ledger:
        shelf = Shelf.bare(ledger)
        entities = ledger.entities("document", ledger.document(doc_id).doc_id if doc_id else None)
        everybody = sorted((e for e in entities if e.kind == "unnamed" and e.mention_spans), key=_described)
        part = cut(len(everybody), ask.number("page", 1), _ROWS)
        sheets = unnamed_sheets(shelf, ledger, everybody[part.start : part.end])
    kinds = Counter((e.descriptor or e.caption).casefold() for e in everybody).most_common(12)
    columns = ("entity_id", "described_as", "how_many", "of", "knows_because", "unnamed_because", "doc_id")
    rows = tuple(
        (e.entity_id, e.descriptor or e.caption, str(e.stated_count or ""), e.affiliation, e.access_basis,
         e.reason_given, e.doc_id)
        for e in everybody
    )  # fmt: skip
    return Page(
        template="unnamed.html",
        title="Unnamed sources",
        data={"unnamed": sheets, "part": part, "kinds": tuple(kinds)},
        tables={"unnamed": Table(columns=columns, rows=rows)},
    )


def _described(entity: Entity) -> tuple[str, str]:
    return ((entity.descriptor or entity.caption).casefold(), entity.entity_id)
