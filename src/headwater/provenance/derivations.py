"""Which documents took something from elsewhere, and the words that show it.

Evidence is of three kinds: the text cites an outlet, the document credits a wire, or it shares a passage. Boilerplate
and public documents are no derivations; neither is a mere quotation, which two reporters can hear at one podium.
Imports: records and this room only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.provenance.shelf import Shelf
from headwater.records import Chain, Credit, Derivation, Document, Entity, Relation, Reuse, Span, content_id

# A passage already explained by another derivation of the same document needs no second one.
_COVERED_SHARE = 0.5
_SENTENCE_CHARS = 120


def derive(
    documents: Sequence[Document],
    chains: Sequence[Chain],
    credits_: Sequence[Credit],
    story_entity: Mapping[str, Entity],
    publisher: Mapping[str, Entity],
    wires: Collection[str],
    reuse: Sequence[Reuse],
) -> tuple[Derivation, ...]:
    """Return the derivations among documents and from outlets, in order of document, then of relation and name.

    Args:
        documents: Documents of one story.
        chains: Chains of their attributions.
        credits_: Bylines, datelines and trailers that credit a wire or another outlet.
        story_entity: Document-level entity_id -> entity of the story.
        publisher: doc_id -> entity of the story that published it.
        wires: entity_ids of outlets that sell their text to others.
        reuse: Shared passages among the documents.
    """
    shelf = Shelf(documents, publisher)
    openings = {document.doc_id: _opening(document) for document in documents}
    named = [*_citations(chains, story_entity, publisher), *_credits(credits_, story_entity, publisher, openings)]
    whole = {(c.doc_id, story_entity[c.entity_id].entity_id) for c in credits_ if c.kind != "with-files-from"}
    found = [
        _with_rule(one, openings[one.generated_doc], in_part=(one.generated_doc, one.used_entity) not in whole)
        for one in (_from_outlet(relation, doc, outlet, spans, shelf) for relation, doc, outlet, spans in named)
    ]
    passages = _passages(reuse)
    found += passages
    found += _printed_wires(named, passages, wires, shelf)
    return tuple(sorted(found, key=lambda d: (d.generated_doc, d.relation, d.used_name or "", d.derivation_id)))


def _with_rule(one: Derivation, opening: Span, *, in_part: bool) -> Derivation:
    """Tell a credit in a byline field, and one for a contribution, from a credit for the whole article."""
    if one.relation != "wire-credit":
        return one
    return replace(one, rule="byline-field" if one.evidence == (opening,) else "contribution" if in_part else one.rule)


_Named = tuple[Relation, str, Entity, tuple[Span, ...]]


def _citations(
    chains: Sequence[Chain], story_entity: Mapping[str, Entity], publisher: Mapping[str, Entity]
) -> list[_Named]:
    """Outlets in chains, with every place that names them; the document's own publisher is no derivation."""
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    outlets: dict[str, Entity] = {}
    for chain in chains:
        for hop in chain.hops:
            entity = story_entity[hop.entity_id]
            if entity.kind == "outlet" and hop.span and entity.entity_id != publisher[chain.doc_id].entity_id:
                places[chain.doc_id, entity.entity_id].append(hop.span)
                outlets[entity.entity_id] = entity
    return [("cites", doc, outlets[key], tuple(sorted(set(spans)))) for (doc, key), spans in sorted(places.items())]


def _opening(document: Document) -> Span:
    """The first line of a text: what shows that a credit in a byline field speaks of this article."""
    begin = len(document.text) - len(document.text.lstrip())
    end = document.text.find("\n", begin)
    return Span(document.doc_id, begin, end if end > begin else len(document.text))


def _credits(
    credits_: Sequence[Credit],
    story_entity: Mapping[str, Entity],
    publisher: Mapping[str, Entity],
    openings: Mapping[str, Span],
) -> list[_Named]:
    """Outlets credited with a document, with the crediting words; for a byline field the line that opens the text."""
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    outlets: dict[str, Entity] = {}
    for credit in credits_:
        entity = story_entity[credit.entity_id]
        if entity.entity_id != publisher[credit.doc_id].entity_id:
            outlets[entity.entity_id] = entity
            places[credit.doc_id, entity.entity_id] += [credit.span or openings[credit.doc_id]]
    return [("wire-credit", doc, outlets[key], tuple(sorted(set(at)))) for (doc, key), at in sorted(places.items())]


def _printed_wires(
    named: Sequence[_Named],
    passages: Sequence[Derivation],
    wires: Collection[str],
    shelf: Shelf,
) -> list[Derivation]:
    """Documents that share a passage and cite one and the same wire, and no other, print that wire's text.

    So does a document that cites nobody but shares a passage beside the very words in which the other cites its wire;
    where several wires are possible, the one beside whose citations most text is shared.
    """
    cited: dict[str, dict[str, tuple[Entity, tuple[Span, ...]]]] = defaultdict(dict)
    credited = {doc for relation, doc, _, _ in named if relation == "wire-credit"}
    for relation, doc, outlet, spans in named:
        if relation == "cites" and outlet.entity_id in wires:
            cited[doc][outlet.entity_id] = (outlet, spans)
    citing = {doc for relation, doc, _, _ in named if relation == "cites"}
    printing: set[str] = set()
    beside: dict[str, dict[str, tuple[Entity, set[Span]]]] = defaultdict(dict)
    for passage in passages:
        pair = (passage.generated_doc, passage.used_doc or "")
        held = [cited.get(doc, {}) for doc in pair]
        if len(held[0]) == 1 and held[0].keys() == held[1].keys() and _shares_more(passage, held):
            printing.update(pair)
        for own, other, doc in ((held[0], held[1], pair[0]), (held[1], held[0], pair[1])):
            if not own and doc not in citing and len(other) == 1:
                ((outlet, spans),) = other.values()
                if shared := _shared_beside(doc, spans, passage.evidence):
                    beside[doc].setdefault(outlet.entity_id, (outlet, set()))[1].update(shared)
    found = [(doc, *next(iter(cited[doc].values())), "shares-a-passage-and-cites-one-wire") for doc in printing]
    for doc, wires_of in beside.items():
        outlet, shown = max(wires_of.values(), key=lambda wire: (_length(wire[1]), wire[0].entity_id))
        found.append((doc, outlet, tuple(sorted(shown)), "shares-a-passage-where-the-other-cites-a-wire"))
    return [
        replace(_from_outlet("wire-credit", doc, outlet, spans, shelf), rule=rule)
        for doc, outlet, spans, rule in sorted(found, key=lambda item: item[0])
        if doc not in credited
    ]


def _shares_more(passage: Derivation, held: Sequence[Mapping[str, tuple[Entity, tuple[Span, ...]]]]) -> bool:
    """Tell whether two documents share text away from the words that cite the wire: both may quote it and credit it."""
    cites = [span for cited in held for _, spans in cited.values() for span in spans]
    return any(not _beside(cites, (span,)) for span in passage.evidence)


def _shared_beside(doc_id: str, cites: Iterable[Span], evidence: Sequence[Span]) -> list[Span]:
    """Return the spans of a document whose twin stands beside a citation; evidence alternates later, earlier."""
    pairs = zip(evidence[::2], evidence[1::2], strict=True)
    turned = (pair if pair[0].doc_id == doc_id else pair[::-1] for pair in pairs)
    return [own for own, twin in turned if _beside(cites, (twin,))]


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _beside(places: Iterable[Span], passages: Iterable[Span]) -> bool:
    """Tell whether one of the places stands in a passage or within a sentence's length of it."""
    return any(
        place.doc_id == passage.doc_id
        and place.start < passage.end + _SENTENCE_CHARS
        and place.end > passage.start - _SENTENCE_CHARS
        for place in places
        for passage in passages
    )


def _from_outlet(relation: Relation, doc_id: str, outlet: Entity, spans: tuple[Span, ...], shelf: Shelf) -> Derivation:
    """A derivation from a name, and from the document of that outlet which is most likely meant."""
    return Derivation(
        derivation_id=content_id("der", doc_id, relation, outlet.entity_id),
        generated_doc=doc_id,
        used_doc=shelf.meant(doc_id, outlet.entity_id),
        used_entity=outlet.entity_id,
        used_name=outlet.caption,
        relation=relation,
        evidence=spans,
        directed=True,
        rule="outlet-in-chain" if relation == "cites" else "credit-line",
        score=1.0,
    )


def _passages(reuse: Sequence[Reuse]) -> list[Derivation]:
    """One derivation for each pair of documents that the shared text needs; what a third pair explains is left out.

    Pairs are taken by the length of what they share; a pair adds a derivation while most of its passages in the later
    document are not yet explained by an earlier pair, so that five copies of one wire text give four edges, not ten.
    """
    shared: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for link in reuse:
        if link.form == "passage":
            shared[link.later.doc_id, link.earlier.doc_id].append(link)
    explained: dict[str, list[Span]] = defaultdict(list)
    found = []
    for (later, earlier), links in sorted(shared.items(), key=lambda item: (-_chars(item[1]), item[0])):
        fresh = [link for link in links if not _is_covered(link.later, explained[later])]
        if not fresh:
            continue
        explained[later] += [link.later for link in fresh]
        explained[earlier] += [link.earlier for link in fresh]
        found.append(
            Derivation(
                derivation_id=content_id("der", later, "shared-passage", earlier),
                generated_doc=later,
                used_doc=earlier,
                used_entity=None,
                used_name=None,
                relation="shared-passage",
                evidence=tuple(span for link in links for span in (link.later, link.earlier)),
                directed=all(link.directed for link in links),
                rule="text-reuse",
                score=max(link.score for link in links),
            )
        )
    return found


def _chars(links: Iterable[Reuse]) -> int:
    return sum(link.later.end - link.later.start for link in links)


def _is_covered(span: Span, spans: Sequence[Span]) -> bool:
    covered = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in spans)
    return covered >= _COVERED_SHARE * (span.end - span.start)
