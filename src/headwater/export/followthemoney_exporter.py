"""FollowTheMoney entities as JSON lines, for Aleph and OpenSanctions tools.

Articles become Article, sources Person, Organization, Document or LegalEntity (unnamed ones), their appearance in an
article Documentation, and a claim a Note about its roots. Imports: records, ledger and this room only.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from headwater.export.writing import json_line, require_finished, text_output
from headwater.ledger import Ledger, LedgerView
from headwater.records import EntityKind, content_id

_SCHEMAS: dict[EntityKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "outlet": "Organization",
    "document": "Document",
    "unnamed": "LegalEntity",
}


def export_followthemoney(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger's articles, sources and claims as FollowTheMoney entities.

    Args:
        ledger: Open for reading.
        out: A file, or a stream of text.

    Raises:
        LedgerError: The ledger is unfinished or damaged.
    """
    require_finished(ledger)
    with text_output(out) as stream:
        for entity in ftm_entities(ledger):
            stream.write(json_line(entity))


def ftm_entities(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Yield entities as {"id", "schema", "properties": {name: [values]}}; properties without a value are left out."""
    view = LedgerView(ledger)
    for document in ledger.documents():
        yield _entity(
            document.doc_id,
            "Article",
            title=document.headline,
            fileName=document.record_id,
            author=document.byline,
            publisher=document.publisher,
            sourceUrl=document.url,
            publishedAt=document.published_at,
            bodyText=document.text,
        )
    documents_of = {one.entity_id: one.doc_id for one in ledger.entities("document")}
    for one in ledger.entities("story"):
        name = "title" if one.kind == "document" else "name"
        alias: dict[str, Any] = {} if one.kind == "document" else {"alias": list(one.aliases)}
        described = "; ".join(part for part in (one.descriptor, one.affiliation, one.access_basis) if part)
        summary = "summary" if one.kind != "document" else "description"
        yield _entity(one.entity_id, _SCHEMAS[one.kind], **{name: one.caption, summary: described or None}, **alias)
        for doc_id in sorted({documents_of[member] for member in one.member_ids} - {None}, key=str):
            key = content_id("ftm", one.entity_id, doc_id)
            yield _entity(key, "Documentation", document=doc_id, entity=one.entity_id, role=one.kind)
    for claim in view.claims():
        described = f"publishers {claim.publishers}, roots {claim.roots}, routes {claim.routes}"
        roots = [root.entity_id for root in claim.root_records if root.entity_id is not None]
        yield _entity(claim.claim_id, "Note", name=claim.caption, description=described, entity=sorted(set(roots)))


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    given = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in given.items() if values}}
