"""One JSON object a record, in a fixed order of types and fields: the same input gives the same bytes.

What is left out: when a run started, and mentions, times and quantities, which `headwater annotate` writes.
A span stands as [begin, end] when its record has one document (`doc_id`), else as {"doc_id", "span"}.
Imports: records, ledger and this room only.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TextIO

from headwater.export.writing import json_line, require_finished, text_output
from headwater.ledger import ClaimView, Ledger, LedgerView, MentionView
from headwater.records import Corroboration, Discrepancy, Root, Run, Span


def export_jsonl(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger as JSON lines.

    Args:
        ledger: Open for reading.
        out: A file, or a stream of text.

    Raises:
        LedgerError: The ledger is unfinished or damaged.
    """
    require_finished(ledger)
    with text_output(out) as stream:
        for line in jsonl_objects(ledger):
            stream.write(json_line(line))


def jsonl_objects(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Yield the objects of the export, each beginning with its "type"."""
    view = LedgerView(ledger)
    view.load_entities()
    claims = view.claims()
    roots = ledger.roots()
    yield from (_run(run) for run in ledger.runs() if run.run_id == ledger.info().run_id)
    yield from (_plain("document", one) for one in ledger.documents())
    yield from (_plain("rejection", one) for one in ledger.rejections())
    yield from (_plain("duplicate", one) for one in ledger.duplicates())
    yield from (_plain("attribution", one) for one in ledger.attributions())
    yield from (_plain("entity", one) for one in (*ledger.entities("document"), *ledger.entities("story")))
    yield from (_plain("chain", one) for one in ledger.chains())
    yield from (_plain("credit", one) for one in ledger.credits())
    yield from (_plain("story", one) for one in ledger.stories())
    yield from (_plain("reuse", one) for one in ledger.reuse())
    yield from (_plain("altered_quotation", one) for one in ledger.altered_quotations())
    yield from (_plain("statement", one) for one in ledger.statements())
    yield from (_claim(claim) for claim in claims)
    yield from (_plain("stance", one) for one in ledger.stances())
    yield from (_plain("discrepancy", one) for one in ledger.discrepancies())
    yield from (_plain("position_change", one) for one in ledger.position_changes())
    yield from (_plain("derivation", one) for one in ledger.derivations())
    yield from (_plain("path", one) for one in ledger.paths())
    yield from (_root(view, root) for root in roots)
    yield from (_corroboration(claim.count, claim.root_records) for claim in claims)
    yield from (_plain("judgement", one) for one in ledger.judgements())


def plain(value: Any, doc_id: str | None) -> Any:
    """Return a record's value as JSON has it.

    Args:
        value: A field, a record or a tuple of them.
        doc_id: The one document of the record, if it has one.
    """
    if isinstance(value, Span):
        place = [value.start, value.end]
        return place if value.doc_id == doc_id else {"doc_id": value.doc_id, "span": place}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), doc_id) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(element, doc_id) for element in value]
    return value


def mention_object(mention: MentionView) -> dict[str, Any]:
    """Return a claim's mention as the interface has it."""
    value = mention.value
    return {
        "doc_id": mention.doc_id,
        "span": [mention.span.start, mention.span.end],
        "chain": list(mention.chain),
        "root": mention.root,
        "value": None
        if value is None
        else {"lower": value.lower, "upper": value.upper, "unit": value.unit, "text": value.text},
        "stance": mention.stance,
        "counted": mention.counted,
        "statement_id": mention.statement.statement_id,
    }


def _plain(kind: str, record: Any) -> dict[str, Any]:
    doc_id = getattr(record, "doc_id", None)
    return {"type": kind, **{field.name: plain(getattr(record, field.name), doc_id) for field in fields(record)}}


def _run(run: Run) -> dict[str, Any]:
    return {name: value for name, value in _plain("run", run).items() if name != "started_at"}


def _claim(claim: ClaimView) -> dict[str, Any]:
    return {
        **_plain("claim", claim.claim),
        "publishers": claim.publishers,
        "roots": {"min": claim.roots.min, "max": claim.roots.max},
        "routes": {"min": claim.routes.min, "max": claim.routes.max},
        "bottlenecks": list(claim.bottlenecks),
        "mentions": [mention_object(mention) for mention in claim.mentions],
        "discrepancies": [_dispute(claim, one) for one in claim.discrepancies],
    }


def _dispute(claim: ClaimView, discrepancy: Discrepancy) -> dict[str, Any]:
    return {
        "kind": discrepancy.kind,
        "unit": discrepancy.unit,
        "values": [
            {
                "value": value.value,
                "roots": list(dict.fromkeys(claim.mention(one).root for one in value.statement_ids)),
                "statement_ids": list(value.statement_ids),
            }
            for value in discrepancy.values
        ],
        "over_time": discrepancy.over_time,
    }


def _root(view: LedgerView, root: Root) -> dict[str, Any]:
    return {**_plain("root", root), "name": view.name(root.entity_id)}


def _corroboration(count: Corroboration, roots: tuple[Root, ...]) -> dict[str, Any]:
    return {
        **_plain("corroboration", count),
        "root_ids": [root.root_id for root in roots if not root.denying],
        "denying_root_ids": [root.root_id for root in roots if root.denying],
    }
