"""Full-text search over articles and words, with facets in the query string.

Imports: ledger, records, report and this room only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from headwater.ledger import DocumentHit, Facets, Ledger, SpanHit, SpanKind
from headwater.records import Polarity, Span
from headwater.report.passages import Passage, cut_passage
from headwater.report.wording import day
from headwater.web.catalogue import Catalogue
from headwater.web.page import Ask, Cell, Page, Table

_HITS, _ASKED = 40, 100  # so many are shown of so many found: words that lie within better ones are left out
_BESIDE = 20  # articles shown below words that were found; finding the words of each in its text takes long
_CONTEXT = 70
_OUTLETS = 40
ARTICLES = "article"
SPAN_KINDS: tuple[SpanKind, ...] = get_args(SpanKind)
KINDS: tuple[str, ...] = (ARTICLES, *SPAN_KINDS)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
_FOUND = ("kind", "outlet", "published", "polarity", "words", "doc_id", "start", "end", "claim_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that were found, where they stand, and the claim they state; "" where they state none."""

    doc_id: str
    publisher: str
    published: str
    passage: Passage
    kind: str
    polarity: str
    claim_id: str
    statement_id: str


def search(ask: Ask) -> Page:
    """Articles and words that hold all words of `q`; facets: publisher, kind, polarity, since, until."""
    known = ask.desk.catalogue()
    query, kind, polarity = ask.one("q"), ask.one("kind"), ask.one("polarity")
    kind, polarity = kind if kind in KINDS else "", polarity if polarity in POLARITIES else ""
    facets = Facets(
        publisher=ask.one("publisher") or None, since=ask.one("since") or None, until=ask.one("until") or None,
        kind=next((one for one in SPAN_KINDS if one == kind), None),
        polarity=next((one for one in POLARITIES if one == polarity), None),
    )  # fmt: skip
    articles = 0 if polarity else {"": _BESIDE, ARTICLES: _HITS}.get(kind, 0)
    with ask.desk.ledger() as ledger:
        found = ledger.search(
            query,
            limit=articles,
            spans=0 if kind == ARTICLES else _ASKED,
            facets=facets,
        )
        hits = _hits(ledger, known, found.spans)
    return Page(
        template="search.html",
        title=f"Search: {query}" if query else "Search",
        data={
            "q": query, "publisher": facets.publisher or "", "kind": kind, "polarity": polarity,
            "since": facets.since or "", "until": facets.until or "", "kinds": KINDS, "polarities": POLARITIES,
            "publishers": known.publishers[:_OUTLETS], "documents": found.documents,
            "more": ask.here(kind=ARTICLES) if not kind and len(found.documents) == articles > 0 else "", "hits": hits,
            "narrowed": bool(kind or polarity or facets.publisher or facets.since or facets.until),
        },
        tables={"found": Table(columns=_FOUND, rows=_rows(found.documents, hits))},
    )  # fmt: skip


def _hits(ledger: Ledger, known: Catalogue, found: Sequence[SpanHit]) -> tuple[Hit, ...]:
    """Return the best hits, none of which lies within a better one of the same article."""
    kept: list[SpanHit] = []
    taken: dict[str, list[Span]] = {}
    for hit in sorted(found, key=lambda hit: hit.kind is None):  # a statement before the bare passage that holds it
        beside = taken.setdefault(hit.span.doc_id, [])
        if len(kept) < _HITS and not any(span.overlaps(hit.span) for span in beside):
            beside.append(hit.span)
            kept.append(hit)
    texts = ledger.texts(hit.span.doc_id for hit in kept)
    return tuple(_hit(known, texts[hit.span.doc_id], hit) for hit in kept)


def _hit(known: Catalogue, text: str, found: SpanHit) -> Hit:
    line = known.documents[found.span.doc_id]
    claims = {statement: claim for claim, statement in known.in_document.get(found.span.doc_id, ())}
    return Hit(
        doc_id=line.doc_id,
        publisher=line.publisher,
        published=line.published,
        passage=cut_passage(text, found.span, context=_CONTEXT),
        kind=found.kind or "",
        polarity=found.polarity or "",
        claim_id=claims.get(found.statement_id or "", ""),
        statement_id=found.statement_id or "",
    )


def _rows(documents: Sequence[DocumentHit], hits: Sequence[Hit]) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        (ARTICLES, d.publisher, day(d.published_at), None, d.headline, d.doc_id, None, None, None) for d in documents
    ]
    rows += [
        (
            h.kind or "words", h.publisher, h.published, h.polarity, h.passage.words, h.doc_id, h.passage.start,
            h.passage.end, h.claim_id,
        )
        for h in hits
    ]  # fmt: skip
    return tuple(rows)
