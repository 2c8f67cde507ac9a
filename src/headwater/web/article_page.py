"""The page of one article: its full text with marks, and beside each paragraph who says what and where else it stands.

Offsets are half-open ranges of code points of Document.text. Imports: ledger, records, report and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from headwater.ledger import Ledger
from headwater.records import Attribution, Chain, Document, Path, Reuse, Span, Statement
from headwater.report import Shelf
from headwater.report.contents import document_sheet
from headwater.web.catalogue import Catalogue, ClaimLine
from headwater.web.page import Ask, Page, Table

LAYERS = ("claims", "sources", "attributions", "quantities", "times", "shared")
_DEFAULT_LAYERS = ("claims", "sources")
_MAX_CHARS = 400_000  # a longer text is shown to here, and says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one paragraph that carry the same marks; `anchors` are ids that begin here."""

    text: str
    marks: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note in the margin."""

    kind: str
    anchor: str
    words: str
    way: tuple[str, ...]
    detail: str
    claim: ClaimLine | None
    other_doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph with its notes.

    Attributes:
        said: Statements by who says them, (way, notes), in the order of the text.
        notes: Notes of other kinds, but for shared passages.
        shared: Shared passages, one note for each other article.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    said: tuple[tuple[tuple[str, ...], tuple[Note, ...]], ...]
    notes: tuple[Note, ...]
    shared: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    layer: str
    anchor: str


def article(ask: Ask) -> Page:
    """One article; `show` names the layers of marks, `at` a place such as 120-180 to lead to."""
    known = ask.desk.catalogue()
    layers = tuple(layer for layer in LAYERS if layer in ask.every("show")) or _DEFAULT_LAYERS
    with ask.desk.ledger() as ledger:
        shelf = Shelf.bare(ledger)
        document = ledger.document(ask.path["key"])
        attributions = ledger.attributions(document.doc_id)
        marks, notes = _read(ledger, known, shelf, document, attributions)
        sheet = document_sheet(shelf, document, len(attributions))
    marks += _place(document, ask.one("at"))
    shown = [mark for mark in marks if mark.layer in (*layers, "found") and mark.span.end <= _MAX_CHARS]
    visible = [(at, note) for at, note in notes if note.kind in {"claims", "shared"} or note.kind in layers]
    paragraphs = _paragraphs(document.text[:_MAX_CHARS], shown, visible)
    rows = tuple((n.kind, n.words, " > ".join(n.way), n.detail, n.claim.claim_id if n.claim else "") for _, n in notes)
    return Page(
        template="article.html",
        title=document.headline or document.record_id,
        data={
            "d": sheet,
            "byline": document.byline or "",
            "language": document.language or "",
            "layers": LAYERS,
            "show": layers,
            "paragraphs": paragraphs,
            "cut": max(0, len(document.text) - _MAX_CHARS),
            "shared_with": tuple(
                known.documents[key] for key in dict.fromkeys(n.other_doc for _, n in notes if n.other_doc)
            ),
        },
        tables={"notes": Table(columns=("kind", "words", "way", "detail", "claim_id"), rows=rows)},
    )


def _place(document: Document, at: str) -> list[_Mark]:
    """Return the mark of a place named in the address; none when it is no place of this text."""
    start, _, end = at.partition("-")
    if not (start.isascii() and start.isdecimal() and end.isascii() and end.isdecimal()) or len(at) > 20:
        return []
    span = Span(document.doc_id, int(start), int(end))
    return [_Mark(span, "found", "at")] if span.start < span.end <= len(document.text) else []


def _read(
    ledger: Ledger, known: Catalogue, shelf: Shelf, document: Document, attributions: Sequence[Attribution]
) -> tuple[list[_Mark], list[tuple[int, Note]]]:
    marks: list[_Mark] = []
    notes: list[tuple[int, Note]] = []
    stated = known.in_document.get(document.doc_id, ())
    statements = {s.statement_id: s for s in ledger.statements_in(document.doc_id)}
    paths = {p.statement_id: p for p in ledger.paths_of([statement_id for _, statement_id in stated])}
    for claim_id, key in stated:
        _add_statement(known.claims[claim_id], document, shelf, (statements[key], paths[key]), marks, notes)
    names = {e.entity_id: e.caption for e in ledger.entities("document", document.doc_id)}
    chains = {chain.attribution_id: chain for chain in ledger.chains(document.doc_id)}
    for attribution in attributions:
        marks += [_Mark(span, "attributions", "") for span in attribution.content]
        marks += [_Mark(attribution.source, "sources", "")] if attribution.source else []
        notes.append((_start(attribution), _attribution_note(document, attribution, chains, names)))
    for quantity in ledger.quantities(document.doc_id):
        marks.append(_Mark(quantity.span, "quantities", ""))
        bounds = f"{_bound(quantity.lower)} to {_bound(quantity.upper)} {quantity.unit} {quantity.counted}"
        notes.append((quantity.span.start, _plain_note("quantities", quantity.span.quote(document.text), bounds)))
    for time in ledger.times(document.doc_id):
        marks.append(_Mark(time.span, "times", ""))
        days = time.begin if time.begin == time.end else f"{time.begin} to {time.end}"
        notes.append((time.span.start, _plain_note("times", time.span.quote(document.text), days)))
    for reuse in ledger.reuse(document.doc_id):
        _add_reuse(known, document, reuse, marks, notes)
    return marks, notes


def _add_statement(
    line: ClaimLine,
    document: Document,
    shelf: Shelf,
    pair: tuple[Statement, Path],
    marks: list[_Mark],
    notes: list[tuple[int, Note]],
) -> None:
    statement, path = pair
    way = tuple(shelf.name(hop.entity_id) for hop in reversed(path.hops)) or ("no source named",)
    marks.append(_Mark(statement.span, "claims", statement.statement_id))
    words = statement.span.quote(document.text)
    detail = {"deny": "denies", "decline": "declined to comment", "query": "asks", "comment": "comments"}
    detail["doubtful"] = "may be about another matter"
    notes.append(
        (
            statement.span.start,
            Note(
                kind="claims", anchor=statement.statement_id, words=words, way=way, claim=line, other_doc="",
                detail=detail.get(statement.stance, ""),
            ),
        )
    )  # fmt: skip


def _attribution_note(
    document: Document, attribution: Attribution, chains: dict[str, Chain], names: dict[str, str]
) -> Note:
    chain = chains.get(attribution.attribution_id)
    way = tuple(names.get(hop.entity_id, hop.entity_id) for hop in reversed(chain.hops)) if chain else ()
    words = " … ".join(span.quote(document.text) for span in attribution.content)
    kind = f"{attribution.quote_type}, {attribution.cue_class}, {attribution.polarity}"
    return Note(
        kind="attributions", anchor="", words=words, way=way or ("no source named",),
        detail=f"{kind}; found by {attribution.rule}, {attribution.score:.2f}", claim=None, other_doc="",
    )  # fmt: skip


def _add_reuse(
    known: Catalogue, document: Document, reuse: Reuse, marks: list[_Mark], notes: list[tuple[int, Note]]
) -> None:
    own, other = (
        (reuse.earlier, reuse.later) if reuse.earlier.doc_id == document.doc_id else (reuse.later, reuse.earlier)
    )
    line = known.documents[other.doc_id]
    way = "also in" if not reuse.directed else "later in" if own is reuse.earlier else "earlier in"
    marks.append(_Mark(own, "shared", ""))
    note = Note(
        kind="shared",
        anchor="",
        words=own.quote(document.text)[:120],
        way=(line.publisher,),
        detail=f"{way} {line.publisher}" + ("" if reuse.kind == "verbatim" else f" ({reuse.kind})"),
        claim=None,
        other_doc=other.doc_id,
    )
    notes.append((own.start, note))


def _plain_note(kind: str, words: str, detail: str) -> Note:
    return Note(kind=kind, anchor="", words=words, way=(), detail=detail, claim=None, other_doc="")


def _bound(value: float | None) -> str:
    return "open" if value is None else f"{value:g}"


def _start(attribution: Attribution) -> int:
    spans = [*attribution.content, *(s for s in (attribution.source, attribution.cue) if s)]
    return min((span.start for span in spans), default=0)


def _paragraphs(text: str, marks: Sequence[_Mark], notes: Iterable[tuple[int, Note]]) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs, each into runs of equal marks; every character stands in exactly one run."""
    placed = sorted(notes, key=lambda pair: (pair[0], pair[1].kind, pair[1].words))
    found = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        if piece.strip():
            inside = [m for m in marks if m.span.start < end and start < m.span.end]
            own = tuple(note for at, note in placed if start <= at < end or (at == end == start))
            said: dict[tuple[str, ...], list[Note]] = defaultdict(list)
            for note in own:
                if note.kind == "claims":
                    said[note.way].append(note)
            shared = {note.other_doc: note for note in own if note.kind == "shared"}
            found.append(
                Paragraph(
                    start=start,
                    end=end,
                    runs=_runs(text, start, end, inside),
                    said=tuple((way, tuple(notes_of)) for way, notes_of in said.items()),
                    notes=tuple(note for note in own if note.kind not in {"claims", "shared"}),
                    shared=tuple(shared.values()),
                )
            )
        start = end + 1
    return tuple(found)


def _runs(text: str, start: int, end: int, marks: Sequence[_Mark]) -> tuple[Run, ...]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(start, mark.span.start), min(end, mark.span.end)}
    bounds = sorted(cuts)
    runs = []
    for left, right in pairwise(bounds):
        here = [m for m in marks if m.span.start <= left and right <= m.span.end]
        anchors = tuple(dict.fromkeys(m.anchor for m in here if m.anchor and m.span.start == left))
        layers = tuple(sorted({m.layer for m in here}))
        runs.append(Run(text=text[left:right], marks=layers, anchors=anchors))
    return tuple(runs)
