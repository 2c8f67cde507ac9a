"""The outlet whose own reporting a text is, told by the text alone: "told the Tribune", "seen by the Tribune".

Corpora give articles without their publisher. An outlet that people tell things, twice or more, and that is nowhere
cited ("the Tribune reported"), is taken to speak of itself; one such marker alone is as often a citation. Wires are
left out: their customers print their words. Imports: this room, lexicon and records only.
"""

import re
from collections import defaultdict

from headwater.entities.resolve_document import DocumentSources
from headwater.lexicon.outlets import OutletList
from headwater.records import Document

_ENOUGH = 2  # five labelled stories: two markers were right in five articles of five, one in three of six
_OPENING_RULES = frozenset({"told-recipient", "holder"})
_OPENING = re.compile(
    r" (?:understands|(?:has|have) (?:learned|learnt|seen|obtained)|can (?:exclusively )?(?:reveal|report))\b"
)
_WIRES = frozenset({"wire", "agency"})


def own_outlet(document: Document, sources: DocumentSources, outlets: OutletList) -> str | None:
    """Return the document's entity of the outlet whose reporting it is, or None when its words do not show one.

    Args:
        document: An article that names no publisher.
        sources: Its sources.
        outlets: Known outlets.
    """
    if any(credit.kind != "with-files-from" for credit in sources.credits):
        return None
    names = {entity.entity_id: entity.caption for entity in sources.entities if entity.kind == "outlet"}
    opening: dict[str, set[int]] = defaultdict(set)
    cited: set[str] = set()
    for chain in sources.chains:
        for hop in chain.hops:
            if hop.entity_id not in names or hop.span is None:
                continue
            if hop.rule in _OPENING_RULES or _OPENING.match(document.text, hop.span.end):
                opening[hop.entity_id].add(hop.span.start)
            elif hop.span.start not in opening[hop.entity_id]:
                cited.add(hop.entity_id)
    found = [key for key, places in opening.items() if len(places) >= _ENOUGH and key not in cited]
    known = outlets.by_name(names[found[0]]) if found else None
    return found[0] if len(found) == 1 and (known is None or known.kind not in _WIRES) else None
