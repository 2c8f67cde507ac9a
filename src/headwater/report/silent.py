"""Bodies that declined to comment in an article in which unnamed people of theirs speak (method.md, "denial").

Imports: text, records and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from headwater.records import Attribution, Chain, Entity, Span
from headwater.text import fold_case

_SILENT = frozenset({"decline", "unreachable"})
_LOOSE_WORDS = frozenset("the a an of for s".split())


def silent_bodies(
    unnamed: Iterable[Entity],
    entities: Iterable[Entity],
    chains: Iterable[Chain],
    attributions: Iterable[Attribution],
) -> dict[str, tuple[Span, ...]]:
    """Return entity_id of an unnamed source -> the words by which its body declined or was not reached, in order.

    A body is the one the text says the source belongs to; its spokesman declines for it.

    Args:
        unnamed: Unnamed sources of some documents.
        entities: All entities of those documents.
        chains: Chains of their attributions.
        attributions: Their attributions.
    """
    by_id = {entity.entity_id: entity for entity in entities}
    silent = {a.attribution_id: a for a in attributions if a.cue_class in _SILENT}
    said: dict[str, list[tuple[Entity, Span]]] = defaultdict(list)
    for chain in chains:
        attribution = silent.get(chain.attribution_id)
        if attribution is not None and chain.hops:
            said[chain.doc_id].append((by_id[chain.hops[-1].entity_id], _words(attribution)))
    found: dict[str, tuple[Span, ...]] = {}
    for source in unnamed:
        body = source.affiliation or ""
        spans = {span for who, span in said[source.doc_id or ""] if any(_is_body(body, n) for n in _names(who, by_id))}
        if spans:
            found[source.entity_id] = tuple(sorted(spans))
    return found


def _words(attribution: Attribution) -> Span:
    """From who is silent to the end of the words that say so."""
    spans = sorted(span for span in (attribution.source, attribution.cue, *attribution.content) if span is not None)
    cue = attribution.cue or spans[-1]
    return Span(attribution.doc_id, min(spans[0].start, cue.start), max(cue.end, (attribution.source or cue).end))


def _names(who: Entity, by_id: Mapping[str, Entity]) -> tuple[str, ...]:
    """Names of the body that a silent source is or speaks for."""
    parent = by_id.get(who.parent_id or "")
    bodies = [one for one in (who, parent) if one is not None and one.kind in {"organisation", "outlet"}]
    return (*(name for body in bodies for name in (body.caption, *body.aliases)), *filter(None, (who.affiliation,)))


def _is_body(affiliation: str, name: str) -> bool:
    """Tell whether a name means the body a source belongs to: "the ministry" may be the Defence Ministry."""
    wanted, named = _content(affiliation), _content(name)
    if not wanted or not named:
        return False
    # "American officials" are not the American Chess Federation's; a body called by its noun alone is that body.
    return named <= wanted or (wanted <= named and affiliation == affiliation.lower())


def _content(name: str) -> frozenset[str]:
    return frozenset(fold_case(word) for word in name.split()) - _LOOSE_WORDS
