"""The page that says why two records are linked or are not: every reason with its weight and its words.

Imports: config, errors, ledger, report and this room only.
"""

from dataclasses import dataclass

from headwater.config import Config
from headwater.errors import NotFoundError
from headwater.ledger import Ledger
from headwater.records import Span
from headwater.report.passages import Passage, cut_passage
from headwater.report.reasons import Reason, Reasons
from headwater.report.wording import FEATURES
from headwater.web.catalogue import Catalogue
from headwater.web.page import Ask, Cell, Page, Table

_COLUMNS = ("side", "reason", "weight", "words", "outlet", "doc_id", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that show a reason, in their context."""

    doc_id: str
    publisher: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReason:
    """One reason as the page shows it; `weight` is "" where a rule decides without one.

    Attributes:
        words: Words that show it and have no passage of their own.
    """

    side: str
    reason: str
    words: str
    weight: str
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecord:
    """One of the two, with the page that shows it."""

    key: str
    says: str
    href: str


def explain_page(ask: Ask) -> Page:
    """Why `a` and `b` are or are not linked; without them, a form that asks for two records."""
    a, b = ask.one("a"), ask.one("b")
    known = ask.desk.catalogue()
    pair: tuple[ShownRecord, ...] = ()
    shown: tuple[ShownReason, ...] = ()
    if a and b:
        with ask.desk.ledger() as ledger:
            reasons = Reasons(ledger, Config())
            shown = tuple(_shown(ledger, known, reason) for reason in reasons.explain(a, b))
            pair = tuple(_record(ledger, known, reasons.resolve(name)) for name in (a, b))
    rows: list[tuple[Cell, ...]] = []
    for one in shown:
        bare: tuple[Cell, ...] = (one.side, one.reason, one.weight)
        found: list[tuple[Cell, ...]] = [
            (w.passage.words, w.publisher, w.doc_id, w.passage.start, w.passage.end) for w in one.evidence
        ]
        rows += [(*bare, *cells) for cells in found or [(one.words, None, None, None, None)]]
    return Page(
        template="explain.html",
        title=f"Why: {pair[0].says} and {pair[1].says}" if pair else "Why",
        data={"a": a, "b": b, "pair": pair, "reasons": shown},
        tables={"reasons": Table(columns=_COLUMNS, rows=tuple(rows))},
    )


def _shown(ledger: Ledger, known: Catalogue, reason: Reason) -> ShownReason:
    def words(span: Span) -> Words:
        passage = cut_passage(ledger.document(span.doc_id).text, span)
        return Words(doc_id=span.doc_id, publisher=known.documents[span.doc_id].publisher, passage=passage)

    return ShownReason(
        side=reason.side,
        reason=FEATURES.get(reason.kind, reason.kind),
        words="" if reason.spans else reason.words,
        weight="" if reason.weight is None else f"{reason.weight:+.2f}",
        evidence=tuple(words(span) for span in reason.spans),
    )


def _record(ledger: Ledger, known: Catalogue, key: str) -> ShownRecord:
    begins = key.partition("-")[0]
    if begins == "doc":
        line = known.documents[key]
        return ShownRecord(key=key, says=f"{line.publisher}: {line.headline or line.record_id}", href=f"/article/{key}")
    if begins == "clm":
        return ShownRecord(key=key, says=f"“{known.claims[key].caption}”", href=f"/claim/{key}")
    if begins == "ent":
        return ShownRecord(key=key, says=ledger.entity(key).caption, href=f"/source/{key}")
    statement, claim = ledger.statement(key), ledger.claim_of(key)
    if claim is None:
        raise NotFoundError("claim of statement", key)
    words = statement.span.quote(ledger.document(statement.doc_id).text)
    publisher = known.documents[statement.doc_id].publisher
    return ShownRecord(key=key, says=f"“{words}” ({publisher})", href=f"/claim/{claim.claim_id}#{key}")
