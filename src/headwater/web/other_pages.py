"""The comparison of two articles, and what the ledger says of itself: rejected inputs, versions, judgements.

Imports: ledger, records, report and this room only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from headwater.ledger import Ledger
from headwater.records import Reuse, Span
from headwater.report import Shelf
from headwater.report.alterations import altered_sheets
from headwater.report.contents import facts
from headwater.report.sheets import AlteredSheet, WordingSheet
from headwater.web.page import Ask, Page, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one side: shared (with the number of the passage), changed within it, or its own (number 0)."""

    text: str
    number: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One shared passage and what was changed in it, as (kind, earlier words, later words).

    Attributes:
        left_runs, right_runs: The words of each side in runs of (text, whether the other side has it otherwise).
    """

    number: int
    form: str
    kind: str
    left: str
    right: str
    left_first: bool
    directed: bool
    rule: str
    edits: tuple[tuple[str, str, str], ...]
    left_runs: tuple[tuple[str, bool], ...]
    right_runs: tuple[tuple[str, bool], ...]


def compare(ask: Ask) -> Page:
    """Two articles side by side with what they share; altered quotations with what was changed."""
    known = ask.desk.catalogue()
    with ask.desk.ledger() as ledger:
        left, right = ledger.document(ask.path["left"]), ledger.document(ask.path["right"])
        between = [
            r for r in ledger.reuse(left.doc_id) if {r.earlier.doc_id, r.later.doc_id} == {left.doc_id, right.doc_id}
        ]
        pair = {left.doc_id, right.doc_id}
        quoted = [r for r in ledger.altered_quotations(left.doc_id) if {r.fullest.doc_id, r.version.doc_id} == pair]
        altered = altered_sheets(Shelf.bare(ledger), quoted)
    between.sort(key=lambda r: (_side(r, left.doc_id).start, r.reuse_id))
    texts = {left.doc_id: left.text, right.doc_id: right.text}
    shared = tuple(_shared(number, one, texts, left.doc_id) for number, one in enumerate(between, start=1))
    lines = (known.documents[left.doc_id], known.documents[right.doc_id])
    sides = [{"line": line, "paragraphs": _paragraphs(texts[line.doc_id], line.doc_id, between)} for line in lines]
    rows = tuple(
        (s.number, s.form, s.kind, s.left, s.right, "; ".join(f"{k}: {a} > {b}" for k, a, b in s.edits)) for s in shared
    )
    columns = ("number", "form", "kind", "left", "right", "changes")
    return Page(
        template="compare.html",
        title=f"{lines[0].publisher} and {lines[1].publisher}",
        data={"sides": tuple(sides), "shared": shared, "altered_quotations": altered},
        tables={"shared": Table(columns=columns, rows=rows), "altered": altered_table(altered)},
    )


def altered_table(sheets: Iterable[AlteredSheet]) -> Table:
    """Return altered quotations as a spreadsheet gets them."""
    columns = (
        "fullest",
        "fullest_speaker",
        "fullest_outlet",
        "version",
        "version_speaker",
        "version_outlet",
        "changed",
    )
    rows = tuple(
        (*_cells(sheet.fullest), *_cells(sheet.version), ", ".join(sheet.changed)) for sheet in sheets
    )  # fmt: skip
    return Table(columns=columns, rows=rows)


def _cells(wording: WordingSheet) -> tuple[str, str, str]:
    return ("".join(text for text, _ in wording.runs), wording.speaker, wording.publisher)


def _side(reuse: Reuse, doc_id: str) -> Span:
    return reuse.earlier if reuse.earlier.doc_id == doc_id else reuse.later


def _shared(number: int, reuse: Reuse, texts: dict[str, str], left: str) -> Shared:
    def words(span: Span | None) -> str:
        return span.quote(texts[span.doc_id]) if span else ""

    other = reuse.later if reuse.earlier.doc_id == left else reuse.earlier
    return Shared(
        number=number, form=reuse.form.replace("-", " "), kind=reuse.kind, left=words(_side(reuse, left)),
        right=words(other), left_first=reuse.earlier.doc_id == left, directed=reuse.directed,
        rule=reuse.direction_rule or "",
        left_runs=_changed(texts, _side(reuse, left), reuse), right_runs=_changed(texts, other, reuse),
        edits=tuple((e.kind, words(e.earlier), words(e.later)) for e in reuse.edits),
    )  # fmt: skip


def _changed(texts: dict[str, str], side: Span, reuse: Reuse) -> tuple[tuple[str, bool], ...]:
    """Cut one side of a shared passage where it was changed."""
    edits = [s for e in reuse.edits for s in (e.earlier, e.later) if s and s.doc_id == side.doc_id]
    inside = {place for span in edits for place in (span.start, span.end) if side.start < place < side.end}
    return tuple(
        (texts[side.doc_id][start:end], any(s.start <= start and end <= s.end for s in edits))
        for start, end in pairwise(sorted({side.start, side.end} | inside))
    )


def _paragraphs(text: str, doc_id: str, between: list[Reuse]) -> tuple[tuple[Piece, ...], ...]:
    """Cut a text into paragraphs, and each where shared passages and changes begin and end.

    A place in two passages belongs to the first.
    """
    passages = [(_side(one, doc_id), number) for number, one in enumerate(between, start=1)]
    edits = [
        side for one in between for e in one.edits for side in (e.earlier, e.later) if side and side.doc_id == doc_id
    ]
    bounds = {place for span in (*(s for s, _ in passages), *edits) for place in (span.start, span.end)}
    found: list[tuple[Piece, ...]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        cuts = sorted({start, end, *(place for place in bounds if start < place < end)})
        pieces = []
        for left, right in pairwise(cuts):
            number = next((n for s, n in passages if s.start <= left and right <= s.end), 0)
            changed = any(s.start <= left and right <= s.end for s in edits)
            pieces.append(Piece(text=text[left:right], number=number, changed=changed))
        found += [tuple(pieces)] if line.strip() else []
        start = end + 1
    return tuple(found)


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
