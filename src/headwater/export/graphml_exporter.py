"""GraphML for Gephi, yEd, igraph and NetworkX: sources, outlets, documents and claims, and what joins them.

Edges point the way information flows: root → carrier → document → claim, and earlier → later for derivations.
Imports: records, ledger and this room only.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from headwater.export.writing import require_finished, text_output
from headwater.ledger import Ledger, LedgerView, MentionView

# What XML 1.0 cannot hold at all, not even escaped.
_NO_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_KEYS = (
    ("label", "all", "string"),
    ("kind", "all", "string"),
    ("published_at", "node", "string"),
    ("publishers", "node", "int"),
    ("roots_min", "node", "int"),
    ("roots_max", "node", "int"),
    ("claim", "edge", "string"),
)

Values = dict[str, str | int | None]


def export_graphml(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger's sources, documents and claims as one directed graph.

    Args:
        ledger: Open for reading.
        out: A file, or a stream of text.

    Raises:
        LedgerError: The ledger is unfinished or damaged.
    """
    require_finished(ledger)
    view = LedgerView(ledger)
    view.load_entities()
    with text_output(out) as stream:
        stream.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        )
        for name, owner, kind in _KEYS:
            stream.write(f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n')
        stream.write('<graph edgedefault="directed">\n')
        stream.writelines(_element("node", f"id={_attribute(node)}", values) for node, values in _nodes(view))
        for source, target, values in sorted(_edges(view), key=str):
            stream.write(_element("edge", f"source={_attribute(source)} target={_attribute(target)}", values))
        stream.write("</graph>\n</graphml>\n")


def _nodes(view: LedgerView) -> Iterator[tuple[str, Values]]:
    for entity in view.ledger.entities("story"):
        yield entity.entity_id, {"label": entity.caption, "kind": entity.kind}
    for document in view.ledger.documents():
        label = document.headline or document.record_id
        yield document.doc_id, {"label": label, "kind": "article", "published_at": document.published_at}
    for claim in view.claims():
        numbers: Values = {"publishers": claim.publishers, "roots_min": claim.roots.min, "roots_max": claim.roots.max}
        yield claim.claim_id, {"label": claim.caption, "kind": "claim", **numbers}


def _edges(view: LedgerView) -> Iterator[tuple[str, str, Values]]:
    for claim in view.claims():
        for mention in claim.mentions:
            yield from _path(mention, claim.claim_id)
    for derivation in view.ledger.derivations():
        used = derivation.used_doc or derivation.used_entity
        if used is not None:
            yield used, derivation.generated_doc, {"kind": derivation.relation, "label": derivation.rule}
    for entity in view.ledger.entities("story"):
        if entity.parent_id is not None:
            yield entity.entity_id, entity.parent_id, {"kind": "member-of"}


def _path(mention: MentionView, claim_id: str) -> Iterator[tuple[str, str, Values]]:
    passed = [*(hop.entity_id for hop in reversed(mention.path.hops)), mention.doc_id]
    for source, target in pairwise(passed):
        yield source, target, {"kind": "passed-on", "claim": claim_id}
    yield mention.doc_id, claim_id, {"kind": mention.stance, "label": mention.statement.statement_id}


def _element(name: str, attributes: str, values: Values) -> str:
    data = "".join(
        f'<data key="{key}">{escape(_NO_XML.sub("", str(value)))}</data>'
        for key, value in values.items()
        if value is not None
    )
    return f"<{name} {attributes}>{data}</{name}>\n"


def _attribute(value: str) -> str:
    return quoteattr(_NO_XML.sub("", value))
