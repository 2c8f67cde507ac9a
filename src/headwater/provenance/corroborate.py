"""The count of each claim as records: roots with their statements, and the corroboration that sums them up.

Imports: lexicon, records and this room only.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.lexicon.units import to_base
from headwater.provenance.independence import Count, CountedRoot, count_claim
from headwater.provenance.mentions import CountedMention, CountedSource, CountedValue, SourceKind
from headwater.records import Claim, Corroboration, Entity, Path, Root, Statement, Value, ValueCount, content_id

_KINDS: Mapping[str, SourceKind] = {
    "person": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "document": "document",
    "unnamed": "anonymous",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who is who in one story, as counting needs it.

    Attributes:
        entities: entity_id -> entity of the story.
        publisher: doc_id -> entity of the story that published it.
        published_at: doc_id -> ISO 8601, or None.
        group_of: Names the group of unnamed sources that may be one.
        could_be: Tells whether a source could be another entity: an unnamed one, or one under a fuller name.
    """

    entities: Mapping[str, Entity]
    publisher: Mapping[str, Entity]
    published_at: Mapping[str, str | None]
    group_of: Callable[[Entity], str]
    could_be: Callable[[Entity, Entity], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One claim counted: its paths as kept or dropped, its roots and their sum."""

    paths: tuple[Path, ...]
    roots: tuple[Root, ...]
    corroboration: Corroboration


def corroborate(
    claim: Claim,
    paths: Sequence[Path],
    statements: Mapping[str, Statement],
    who: Who,
    *,
    without: Collection[str] = (),
) -> Counted:
    """Count one claim.

    Args:
        claim: The claim.
        paths: One for each of its statements.
        statements: statement_id -> statement.
        who: Entities, publishers and how unnamed sources compare.
        without: entity_ids to remove before counting.
    """
    mentions = [_mention(path, statements[path.statement_id]) for path in paths]
    named = {hop.entity_id for path in paths for hop in path.hops}
    own_line = {path.doc_id: who.publisher[path.doc_id].entity_id for path in paths}
    count = count_claim(_sources(named | set(own_line.values()), who), mentions, own_line, without=without)
    rules = {trace.mention: trace for trace in count.trace}
    kept = tuple(
        replace(path, line=rules[path.statement_id].line, counted=rules[path.statement_id].counted,
                rule=rules[path.statement_id].rule)
        for path in paths
    )  # fmt: skip
    by_statement = {path.statement_id: path for path in paths}
    roots = tuple(_root(claim, root, by_statement, who) for root in count.roots)
    return Counted(paths=kept, roots=roots, corroboration=_corroboration(claim, kept, statements, count, who))


def _mention(path: Path, statement: Statement) -> CountedMention:
    return CountedMention(
        key=path.statement_id,
        doc=path.doc_id,
        chain=tuple(hop.entity_id for hop in path.hops),
        root=path.root_id,
        value=_value(statement.value),
        stance=statement.stance,
    )


def _value(value: Value | None) -> CountedValue | None:
    """Values of one dimension share a base, so that "four" and "four people", "1 km" and "1,000 m" are one value."""
    if value is None:
        return None
    dimension, factor = to_base(value.unit)
    lower, upper = (None if bound is None else bound * factor for bound in (value.lower, value.upper))
    return CountedValue(lower=lower, upper=upper, unit=value.unit if value.unit.startswith("clock") else dimension)


def _sources(entity_ids: Collection[str], who: Who) -> tuple[CountedSource, ...]:
    """The named entities with their parents; each lists those of them that it could be."""
    wanted = set(entity_ids)
    frontier = list(wanted)
    while frontier:
        parent = who.entities[frontier.pop()].parent_id
        if parent is not None and parent in who.entities and parent not in wanted:
            wanted.add(parent)
            frontier.append(parent)
    entities = [who.entities[key] for key in sorted(wanted)]
    return tuple(
        CountedSource(
            key=entity.entity_id,
            kind=_KINDS[entity.kind],
            name=entity.caption,
            parent=entity.parent_id if entity.parent_id in who.entities else None,
            group=who.group_of(entity) if entity.kind == "unnamed" else None,
            compatible_with=tuple(
                other.entity_id
                for other in entities
                if entity.kind != "outlet" and other.kind not in {"unnamed", "outlet"} and who.could_be(entity, other)
            ),
        )
        for entity in entities
    )


def _root(claim: Claim, root: CountedRoot, paths: Mapping[str, Path], who: Who) -> Root:
    docs = {paths[key].doc_id for key in root.mentions}
    moments = sorted(moment for doc in docs if (moment := who.published_at[doc]))
    entity_id = next((name for name in root.names if name in who.entities), None)
    return Root(
        root_id=content_id("rot", claim.claim_id, root.kind, root.key, root.line, root.denying),
        claim_id=claim.claim_id,
        kind=root.kind,
        entity_id=None if root.kind == "unattributed" else entity_id,
        line=root.line,
        publishers=tuple(sorted({who.publisher[doc].caption for doc in docs})),
        statement_ids=root.mentions,
        first_seen_at=moments[0] if moments else None,
        denying=root.denying,
        in_min=root.in_min,
        in_max=root.in_max,
    )


def _corroboration(
    claim: Claim, paths: Sequence[Path], statements: Mapping[str, Statement], count: Count, who: Who
) -> Corroboration:
    supporting = [path for path in paths if statements[path.statement_id].stance == "support"]
    texts: dict[CountedValue, str] = {}
    for path in paths:
        statement = statements[path.statement_id]
        key = _value(statement.value)
        if key is not None and statement.value is not None:
            texts.setdefault(key, statement.value.text)
    return Corroboration(
        claim_id=claim.claim_id,
        publishers=len({who.publisher[path.doc_id].entity_id for path in supporting}),
        roots_min=count.roots_min,
        roots_max=count.roots_max,
        routes_min=count.routes_min,
        routes_max=count.routes_max,
        bottlenecks=count.bottlenecks,
        denying_min=count.denying_min,
        denying_max=count.denying_max,
        circular=count.circular,
        by_value=tuple(
            ValueCount(
                value=texts[value.value],
                publishers=len({who.publisher[doc].entity_id for doc in value.docs}),
                roots_min=value.roots_min,
                roots_max=value.roots_max,
            )
            for value in count.by_value
        ),
    )
