"""W3C PROV (PROV-JSON): articles, claims and statements as entities, sources as agents, the run as the activity.

Imports: records, ledger and this room only.
"""

import json
from pathlib import Path
from typing import Any, TextIO

from headwater.export.writing import require_finished, text_output
from headwater.ledger import Ledger, LedgerView
from headwater.records import Document, EntityKind

_AGENT_TYPES: dict[EntityKind, str] = {
    "person": "prov:Person",
    "organisation": "prov:Organization",
    "outlet": "prov:Organization",
    "document": "prov:Agent",
    "unnamed": "prov:Agent",
}

Bundle = dict[str, dict[str, Any]]


def export_prov(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger as PROV-JSON.

    Args:
        ledger: Open for reading.
        out: A file, or a stream of text.

    Raises:
        LedgerError: The ledger is unfinished or damaged.
    """
    require_finished(ledger)
    with text_output(out) as stream:
        json.dump(prov_document(ledger), stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def prov_document(ledger: Ledger) -> Bundle:
    """Return the PROV-JSON object of a ledger; kinds of statements without members are left out."""
    view = LedgerView(ledger)
    bundle: Bundle = {"prefix": {"hw": "urn:headwater:"}}
    for kind in ("entity", "activity", "agent"):
        bundle[kind] = {}
    run_id = ledger.info().run_id
    for run in ledger.runs():
        if run.run_id == run_id:
            bundle["activity"][_name(run.run_id)] = {"prov:label": f"headwater {run.headwater_version}"}
            bundle["used"] = {
                f"_:used-{doc_id}": {"prov:activity": _name(run.run_id), "prov:entity": _name(doc_id)}
                for doc_id in run.doc_ids
            }
    for entity in ledger.entities("story"):
        agent = {"prov:label": entity.caption, "prov:type": _type(_AGENT_TYPES[entity.kind]), "hw:kind": entity.kind}
        bundle["agent"][_name(entity.entity_id)] = agent
        if entity.parent_id is not None:
            bundle.setdefault("actedOnBehalfOf", {})[f"_:for-{entity.entity_id}"] = {
                "prov:delegate": _name(entity.entity_id),
                "prov:responsible": _name(entity.parent_id),
            }
    for document in ledger.documents():
        bundle["entity"][_name(document.doc_id)] = _article(document)
    _add_claims(bundle, view, run_id)
    for derivation in ledger.derivations():
        if derivation.used_doc is not None:
            bundle.setdefault("wasDerivedFrom", {})[f"_:{derivation.derivation_id}"] = {
                "prov:generatedEntity": _name(derivation.generated_doc),
                "prov:usedEntity": _name(derivation.used_doc),
                "hw:relation": derivation.relation,
                "hw:rule": derivation.rule,
                "hw:directed": derivation.directed,
            }
        elif derivation.used_entity is not None:
            bundle.setdefault("wasAttributedTo", {})[f"_:{derivation.derivation_id}"] = {
                "prov:entity": _name(derivation.generated_doc),
                "prov:agent": _name(derivation.used_entity),
                "hw:relation": derivation.relation,
                "hw:rule": derivation.rule,
            }
    return {kind: members for kind, members in bundle.items() if members}


def _add_claims(bundle: Bundle, view: LedgerView, run_id: str | None) -> None:
    for claim in view.claims():
        bundle["entity"][_name(claim.claim_id)] = {
            "prov:label": claim.caption,
            "prov:type": _type("hw:Claim"),
            "hw:publishers": claim.publishers,
            "hw:roots_min": claim.roots.min,
            "hw:roots_max": claim.roots.max,
        }
        if run_id is not None:
            bundle.setdefault("wasGeneratedBy", {})[f"_:made-{claim.claim_id}"] = {
                "prov:entity": _name(claim.claim_id),
                "prov:activity": _name(run_id),
            }
        for mention in claim.mentions:
            key = mention.statement.statement_id
            bundle["entity"][_name(key)] = {
                "prov:type": _type("hw:Statement"),
                "hw:start": mention.span.start,
                "hw:end": mention.span.end,
                "hw:stance": mention.stance,
            }
            bundle.setdefault("hadMember", {})[f"_:member-{key}"] = {
                "prov:collection": _name(claim.claim_id),
                "prov:entity": _name(key),
            }
            bundle.setdefault("wasDerivedFrom", {})[f"_:from-{key}"] = {
                "prov:generatedEntity": _name(key),
                "prov:usedEntity": _name(mention.doc_id),
            }
            if mention.path.root_id is not None:
                bundle.setdefault("wasAttributedTo", {})[f"_:root-{key}"] = {
                    "prov:entity": _name(key),
                    "prov:agent": _name(mention.path.root_id),
                }


def _article(document: Document) -> dict[str, Any]:
    described = {
        "prov:label": document.headline or document.record_id,
        "prov:type": _type("hw:Article"),
        "prov:location": document.url or document.location,
        "hw:publisher": document.publisher,
        "hw:published_at": document.published_at,
        "hw:text_sha256": document.text_sha256,
    }
    return {key: value for key, value in described.items() if value is not None}


def _name(local: str) -> str:
    return f"hw:{local}"


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
