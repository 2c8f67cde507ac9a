"""Derivations shown by rare details: figures that two documents give and hardly anybody else does.

Copying is inferred from many common values that few others give, above all shared errors (Dong, Berti-Équille and
Srivastava, VLDB 2009). It shows that two documents have something in common, not which took it, and is evidence only:
no count rests on it. Imports: records and this room only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from headwater.records import Derivation, Discrepancy, Document, Entity, Span, Statement, Value, content_id

# One odd figure can be misread twice from one release; two in a row are no accident.
_FEWEST_DETAILS = 2
# A figure is rare when so few outlets give it and more outlets give others; small ones agree by chance.
_MOST_OUTLETS = 3
_SMALL = 12

Pair = tuple[str, str]


def shared_details(
    documents: Sequence[Document],
    discrepancies: Iterable[Discrepancy],
    statements: Mapping[str, Statement],
    speakers: Mapping[str, str],
    publisher: Mapping[str, Entity],
    derivations: Sequence[Derivation],
) -> tuple[Derivation, ...]:
    """Return derivations between documents of two outlets that share at least two rare figures.

    A figure that both have from one named source is that source's; documents whose common text another derivation
    explains need no second one; figures that change over time are common to whoever writes at one time.

    Args:
        documents: Of one story.
        discrepancies: Of its claims; those about numbers are read.
        statements: By statement_id.
        speakers: attribution_id -> entity of the story that speaks.
        publisher: doc_id -> entity of the story that published it.
        derivations: Those that cites, credits and passages show.
    """
    shared: dict[Pair, list[tuple[Span, Span]]] = defaultdict(list)
    for one in discrepancies:
        if one.kind == "number" and not one.over_time:
            for pair, spans in _rare_figures(one, statements, speakers, publisher).items():
                shared[pair].append(spans)
    order = {d.doc_id: (d.published_at or "~", d.doc_id) for d in documents}
    explained = _explained(derivations)
    found = [
        _derivation(max(pair, key=order.__getitem__), min(pair, key=order.__getitem__), spans)
        for pair, spans in sorted(shared.items())
        if len(spans) >= _FEWEST_DETAILS and frozenset(pair) not in explained
    ]
    return tuple(found)


def _rare_figures(
    one: Discrepancy, statements: Mapping[str, Statement], speakers: Mapping[str, str], publisher: Mapping[str, Entity]
) -> dict[Pair, tuple[Span, Span]]:
    """Return the pairs of documents that share a rare value of one disagreement, with the words of either."""
    givers = [[statements[key] for key in value.statement_ids] for value in one.values]
    outlets = [{publisher[s.doc_id].entity_id for s in given} for given in givers]
    found: dict[Pair, tuple[Span, Span]] = {}
    for given, own in zip(givers, outlets, strict=True):
        others = set().union(*(other for other in outlets if other is not own)) - own
        if not 1 < len(own) <= min(_MOST_OUTLETS, len(others) - 1) or not _is_telling(given[0].value):
            continue
        for left, right in combinations(sorted(given, key=lambda s: s.span), 2):
            if publisher[left.doc_id].entity_id == publisher[right.doc_id].entity_id:
                continue
            said_by = {speakers.get(s.attribution_id or "") for s in (left, right)}
            if len(said_by) == 1 and None not in said_by:
                continue
            found.setdefault((left.doc_id, right.doc_id), (_figure(left), _figure(right)))
    return found


def _is_telling(value: Value | None) -> bool:
    """Tell whether a value is one exact figure of some size: "249" or "6.1", not "five" or "hundreds"."""
    if value is None or value.lower is None or value.lower != value.upper:
        return False
    return value.lower > _SMALL or value.lower != int(value.lower)


def _figure(statement: Statement) -> Span:
    return statement.value.span if statement.value is not None else statement.span


def _explained(derivations: Sequence[Derivation]) -> Collection[frozenset[str]]:
    """Return the pairs of documents of which one took from the other, or both from a third."""
    takers: dict[str, set[str]] = defaultdict(set)
    pairs: set[frozenset[str]] = set()
    for one in derivations:
        for used in filter(None, (one.used_doc, one.used_entity)):
            takers[used].add(one.generated_doc)
        if one.used_doc:
            pairs.add(frozenset((one.generated_doc, one.used_doc)))
    for together in takers.values():
        pairs.update(frozenset(pair) for pair in combinations(sorted(together), 2))
    return pairs


def _derivation(later: str, earlier: str, spans: Sequence[tuple[Span, Span]]) -> Derivation:
    turned = [pair if pair[0].doc_id == later else pair[::-1] for pair in spans]
    return Derivation(
        derivation_id=content_id("der", later, "shared-detail", earlier),
        generated_doc=later,
        used_doc=earlier,
        used_entity=None,
        used_name=None,
        relation="shared-detail",
        evidence=tuple(span for pair in turned for span in pair),
        directed=False,
        rule="rare-figures-in-common",
        score=0.5,
    )
