"""W3C Web Annotation (JSON-LD): every attribution and every statement as an annotation of its article.

TextPositionSelector counts code points, as Span does; TextQuoteSelector carries the words with their surroundings for
pages whose text has moved. Imports: records, ledger and this room only.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from headwater.export.writing import require_finished, text_output
from headwater.ledger import Ledger, LedgerView
from headwater.records import Attribution, Document, Span

_CONTEXT_CHARS = 32
_URN = "urn:headwater:"


def export_web_annotation(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger as one AnnotationCollection with its page of annotations.

    Args:
        ledger: Open for reading.
        out: A file, or a stream of text.

    Raises:
        LedgerError: The ledger is unfinished or damaged.
    """
    require_finished(ledger)
    items = list(annotations(ledger))
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{_URN}{ledger.info().run_id}",
        "type": "AnnotationCollection",
        "label": "Attributions and statements",
        "total": len(items),
        "first": {"id": f"{_URN}{ledger.info().run_id}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    with text_output(out) as stream:
        json.dump(collection, stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def annotations(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Yield one annotation an attribution, then one a statement."""
    documents = {document.doc_id: document for document in ledger.documents()}
    for attribution in ledger.attributions():
        yield _of_attribution(attribution, documents)
    for claim in LedgerView(ledger).claims():
        for mention in claim.mentions:
            yield {
                "id": f"{_URN}{mention.statement.statement_id}",
                "type": "Annotation",
                "motivation": "linking",
                "body": [
                    {"id": f"{_URN}{claim.claim_id}", "purpose": "linking"},
                    _words(f"{claim.caption} — {mention.root} ({mention.stance})", "describing"),
                ],
                "target": _target(mention.span, documents),
            }


def _of_attribution(one: Attribution, documents: Mapping[str, Document]) -> dict[str, Any]:
    text = documents[one.doc_id].text
    said_by = one.source.quote(text) if one.source else "no source"
    roles = [("source", (one.source,)), ("cue", (one.cue,)), ("content", one.content)]
    return {
        "id": f"{_URN}{one.attribution_id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            _words(f"{said_by}: {one.quote_type}, {one.polarity}", "describing"),
            _words(one.cue_class, "tagging"),
        ],
        "target": [
            {**_target(span, documents), "headwater:role": role} for role, spans in roles for span in spans if span
        ],
    }


def _words(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _target(span: Span, documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents[span.doc_id]
    text = document.text
    return {
        "source": document.url or f"{_URN}{document.doc_id}",
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.quote(text),
                "prefix": text[max(0, span.start - _CONTEXT_CHARS) : span.start],
                "suffix": text[span.end : span.end + _CONTEXT_CHARS],
            },
        ],
    }
