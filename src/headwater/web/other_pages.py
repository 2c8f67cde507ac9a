"""Search, the comparison of two articles, and what the ledger says of itself: rejected inputs, versions, judgements.

Imports: ledger, records, report and this room only.
"""

from dataclasses import dataclass
from itertools import pairwise

from headwater.ledger import Facets, Ledger, SpanHit
from headwater.records import Attribution, Reuse, Span
from headwater.report.contents import facts
from headwater.report.wording import day
from headwater.web.page import Ask, Cell, Page, Table

_HITS = 40
_KINDS = ("articles", "words")
_POLARITIES = ("affirmed", "denied", "hedged")
_OUTLETS = 40
_FOUND = ("kind", "outlet", "published", "words", "doc_id", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that were found, and where they stand."""

    doc_id: str
    publisher: str
    published: str
    start: int
    end: int
    words: str
    polarity: str


def search(ask: Ask) -> Page:
    """Articles and words that hold all words of `q`; facets: publisher, kind, polarity, since, until."""
    known = ask.desk.catalogue()
    query, kind, polarity = ask.one("q"), ask.one("kind"), ask.one("polarity")
    facets = Facets(
        publisher=ask.one("publisher") or None, since=ask.one("since") or None, until=ask.one("until") or None
    )
    with ask.desk.ledger() as ledger:
        found = ledger.search(query, limit=_HITS, facets=facets)
        documents = found.documents if kind != "words" and not polarity else ()
        hits = [_hit(ledger, span, polarity) for span in found.spans] if kind != "articles" else []
    if polarity in _POLARITIES:
        hits = [hit for hit in hits if hit.polarity == polarity]
    unique = tuple({(hit.doc_id, hit.start, hit.end): hit for hit in hits}.values())
    rows: list[tuple[Cell, ...]] = [
        ("article", d.publisher, day(d.published_at), d.headline, d.doc_id, None, None) for d in documents
    ]
    rows += [("words", h.publisher, h.published, h.words, h.doc_id, h.start, h.end) for h in unique]
    return Page(
        template="search.html",
        title=f"Search: {query}" if query else "Search",
        data={
            "q": query, "publisher": facets.publisher or "", "kind": kind, "polarity": polarity,
            "since": facets.since or "", "until": facets.until or "", "kinds": _KINDS, "polarities": _POLARITIES,
            "publishers": known.publishers[:_OUTLETS], "documents": documents, "hits": unique,
        },
        tables={"found": Table(columns=_FOUND, rows=tuple(rows))},
    )  # fmt: skip


def _hit(ledger: Ledger, found: SpanHit, polarity: str) -> Hit:
    """Return a hit; the polarity of its words is looked up only when that was asked for."""
    attributions = ledger.attributions(found.span.doc_id) if polarity else ()
    return Hit(
        doc_id=found.span.doc_id, publisher=found.publisher or "", published=day(found.published_at),
        start=found.span.start, end=found.span.end, words=found.exact, polarity=_polarity(attributions, found.span),
    )  # fmt: skip


def _polarity(attributions: tuple[Attribution, ...], span: Span) -> str:
    """Return the polarity of the innermost attribution whose content holds or meets a span; "" outside any."""
    around = [
        (sum(c.end - c.start for c in a.content), a.polarity)
        for a in attributions
        if any(c.overlaps(span) for c in a.content)
    ]
    return min(around)[1] if around else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one side: shared (with the number of the passage), changed within it, or its own (number 0)."""

    text: str
    number: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One shared passage and what was changed in it, as (kind, earlier words, later words)."""

    number: int
    form: str
    kind: str
    left: str
    right: str
    left_first: bool
    directed: bool
    rule: str
    edits: tuple[tuple[str, str, str], ...]


def compare(ask: Ask) -> Page:
    """Two articles side by side with what they share; altered quotations with what was changed."""
    known = ask.desk.catalogue()
    with ask.desk.ledger() as ledger:
        left, right = ledger.document(ask.path["left"]), ledger.document(ask.path["right"])
        between = [
            r for r in ledger.reuse(left.doc_id) if {r.earlier.doc_id, r.later.doc_id} == {left.doc_id, right.doc_id}
        ]
    between.sort(key=lambda r: (_side(r, left.doc_id).start, r.reuse_id))
    texts = {left.doc_id: left.text, right.doc_id: right.text}
    shared = tuple(_shared(number, one, texts, left.doc_id) for number, one in enumerate(between, start=1))
    lines = (known.documents[left.doc_id], known.documents[right.doc_id])
    sides = [{"line": line, "pieces": _pieces(texts[line.doc_id], line.doc_id, between)} for line in lines]
    rows = tuple(
        (s.number, s.form, s.kind, s.left, s.right, "; ".join(f"{k}: {a} > {b}" for k, a, b in s.edits)) for s in shared
    )
    columns = ("number", "form", "kind", "left", "right", "changes")
    return Page(
        template="compare.html",
        title=f"{lines[0].publisher} and {lines[1].publisher}",
        data={"sides": tuple(sides), "shared": shared},
        tables={"shared": Table(columns=columns, rows=rows)},
    )


def _side(reuse: Reuse, doc_id: str) -> Span:
    return reuse.earlier if reuse.earlier.doc_id == doc_id else reuse.later


def _shared(number: int, reuse: Reuse, texts: dict[str, str], left: str) -> Shared:
    def words(span: Span | None) -> str:
        return span.quote(texts[span.doc_id]) if span else ""

    other = reuse.later if reuse.earlier.doc_id == left else reuse.earlier
    return Shared(
        number=number, form=reuse.form.replace("-", " "), kind=reuse.kind, left=words(_side(reuse, left)),
        right=words(other), left_first=reuse.earlier.doc_id == left, directed=reuse.directed,
        rule=reuse.direction_rule or "", edits=tuple((e.kind, words(e.earlier), words(e.later)) for e in reuse.edits),
    )  # fmt: skip


def _pieces(text: str, doc_id: str, between: list[Reuse]) -> tuple[Piece, ...]:
    """Cut a text where shared passages and changes begin and end; a place in two passages belongs to the first."""
    passages = [(_side(one, doc_id), number) for number, one in enumerate(between, start=1)]
    edits = [
        side for one in between for e in one.edits for side in (e.earlier, e.later) if side and side.doc_id == doc_id
    ]
    cuts = sorted(
        {
            0,
            len(text),
            *(p for s, _ in passages for p in (s.start, s.end)),
            *(p for s in edits for p in (s.start, s.end)),
        }
    )
    pieces = []
    for start, end in pairwise(cuts):
        number = next((n for s, n in passages if s.start <= start and end <= s.end), 0)
        changed = any(s.start <= start and end <= s.end for s in edits)
        pieces.append(Piece(text=text[start:end], number=number, changed=changed))
    return tuple(pieces)


def rejected(ask: Ask) -> Page:
    """Inputs that became no article, each with its reason, and those that were read already."""
    with ask.desk.ledger() as ledger:
        rejections, duplicates = ledger.rejections(), ledger.duplicates()
    lines = tuple((r.location, r.reason, r.detail) for r in rejections)
    return Page(
        template="rejected.html",
        title="Not read",
        data={"rejected": lines, "duplicates": tuple((d.location, d.doc_id) for d in duplicates)},
        tables={
            "rejected": Table(columns=("input", "reason", "found"), rows=lines),
            "duplicates": Table(columns=("input", "doc_id"), rows=tuple((d.location, d.doc_id) for d in duplicates)),
        },
    )


def about(ask: Ask) -> Page:
    """Versions, hashes, row counts, and the method; with `verify=yes` every word and hash is checked."""
    with ask.desk.ledger() as ledger:
        told, info = facts(ledger), ledger.info()
        findings = ledger.verify() if ask.one("verify") == "yes" else None
    return Page(
        template="about.html",
        title="About this ledger",
        data={
            "facts": told,
            "rows": info.row_counts,
            "bytes": info.bytes,
            "name": ask.desk.path.name,
            "findings": findings if findings is None else tuple(str(finding) for finding in findings[:100]),
        },
        tables={"rows": Table(columns=("table", "rows"), rows=info.row_counts)},
    )


def judgements(ask: Ask) -> Page:
    """People's decisions, and the form for another; `left` and `right` name the records it begins with."""
    known = ask.desk.catalogue()
    with ask.desk.ledger() as ledger:
        made = ledger.judgements()
        pair = tuple({"id": key, "says": _says(ledger, key)} for key in (ask.one("left"), ask.one("right")))
    rows = tuple((j.left_id, j.right_id, j.verdict, j.made_by, j.made_at, j.reason) for j in made)
    columns = ("left", "right", "verdict", "made_by", "made_at", "reason")
    return Page(
        template="judgements.html",
        title="Judgements",
        data={"judgements": made, "pair": pair, "sealed": ask.desk.sealed, "stories": len(known.stories)},
        tables={"judgements": Table(columns=columns, rows=rows)},
    )


def _says(ledger: Ledger, key: str) -> str:
    """Return what a record is, in words, for a person who judges it; "" for none."""
    if not key:
        return ""
    if key.startswith("ent"):
        entity = ledger.entity(key)
        return f"{entity.caption} ({entity.kind})"
    if key.startswith("clm"):
        return f"“{ledger.claim(key).caption}”"
    document = ledger.document(key)
    return f"{document.publisher or document.record_id}: {document.headline or ''}"
