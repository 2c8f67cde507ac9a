"""The door of a story: entities of several documents united by rules that can be read, overruled by judgements.

Deterministic and independent of the order of documents: entities are compared in a fixed order, and every union has a
rule line that names its evidence. Unnamed sources of two documents are never united; the counting stage groups them.
Imports: this room, lexicon, records and the standard library only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from headwater.entities.ministers import with_parents
from headwater.entities.publisher import is_own_outlet
from headwater.entities.register import acronyms, core_name, is_company
from headwater.entities.resolve_document import DocumentSources
from headwater.entities.same_body import later_unions
from headwater.entities.same_people import one_a_caption, same_people
from headwater.entities.unions import Union, union
from headwater.entities.variants import (
    head_last,
    plain,
    same_organisation_name,
)
from headwater.lexicon.countries import country_of
from headwater.lexicon.outlets import OutletList
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Document, Entity, Judgement, content_id

# "the Authority" is the only one once its longer names are one: later rules run again on what they united.
_ROUNDS = 3
_SMALL = frozenset("of the for and on in to a an at".split())


class _Clusters:
    """Union-find that refuses to unite what a judgement keeps apart."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {entity_id: entity_id for entity_id in ids}
        self.apart: dict[str, set[str]] = {entity_id: set() for entity_id in self.parent}
        self.rules: dict[str, list[str]] = {entity_id: [] for entity_id in self.parent}

    def find(self, entity_id: str) -> str:
        while self.parent[entity_id] != entity_id:
            self.parent[entity_id] = self.parent[self.parent[entity_id]]
            entity_id = self.parent[entity_id]
        return entity_id

    def separate(self, left: str, right: str) -> None:
        a, b = self.find(left), self.find(right)
        if a != b:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def unite(self, left: str, right: str, rule: str) -> None:
        a, b = sorted((self.find(left), self.find(right)))
        if a == b or b in {self.find(other) for other in self.apart[a]}:
            return
        self.parent[b] = a
        self.apart[a] |= self.apart[b]
        for other in self.apart[b]:
            self.apart[self.find(other)].add(a)
        self.rules[a] += [*self.rules[b], rule]


def resolve_story(
    documents: Sequence[Document],
    sources: Sequence[DocumentSources],
    outlets: OutletList,
    judgements: Sequence[Judgement] = (),
) -> tuple[Entity, ...]:
    """Unite the entities of a story's documents.

    Args:
        documents: Of one story, in any order.
        sources: What resolve_document returned for each, in the same order.
        outlets: Known outlets, so that an outlet named two ways is one.
        judgements: "same" and "different" between entities, given by a document's or a story's entity id; they
            overrule every rule, the later one where two contradict.

    Returns:
        One entity a cluster, each member in exactly one, ordered by caption and id.
    """
    found = sorted((entity for source in sources for entity in source.entities), key=lambda e: e.entity_id)
    members = {entity.entity_id: entity for entity in found}
    unions = sorted(_unions(list(members.values()), outlets), key=lambda u: (u.rank, u.left, u.right))
    plain_clusters = _cluster(members, unions, ())
    for _ in range(_ROUNDS):
        groups = _groups(plain_clusters)
        again = later_unions([[members[key] for key in group] for group in groups.values()], documents)
        unions += sorted(again, key=lambda u: (u.rank, u.left, u.right))
        plain_clusters = _cluster(members, unions, ())
        if len(_groups(plain_clusters)) == len(groups):
            break
    named_by_story = {_story_id(group): group[0] for group in _groups(plain_clusters).values()}
    verdicts = _verdicts(judgements, members, named_by_story)
    clusters = _cluster(members, unions, verdicts) if verdicts else plain_clusters
    return _entities(members, clusters)


def _verdicts(
    judgements: Sequence[Judgement], members: dict[str, Entity], stories: dict[str, str]
) -> tuple[tuple[str, str, str, str], ...]:
    """Return (left, right, verdict, rule line) of the judgements on these entities, one a pair, the latest."""
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.made_at, j.judgement_id)):
        ids = [i if i in members else stories.get(i) for i in (judgement.left_id, judgement.right_id)]
        if ids[0] and ids[1] and ids[0] != ids[1]:
            latest[min(ids[0], ids[1]), max(ids[0], ids[1])] = judgement
    return tuple(
        (*pair, j.verdict, f"judged {j.verdict} by {j.made_by}: {j.reason or 'no reason given'}")
        for pair, j in sorted(latest.items())
    )


def _cluster(
    members: dict[str, Entity], unions: Sequence[Union], verdicts: Sequence[tuple[str, str, str, str]]
) -> _Clusters:
    clusters = _Clusters(sorted(members))
    for left, right, verdict, rule in verdicts:
        if verdict == "same":
            clusters.unite(left, right, rule)
    for left, right, verdict, _ in verdicts:
        if verdict == "different":
            clusters.separate(left, right)
    for one in unions:
        clusters.unite(one.left, one.right, one.rule)
    return clusters


def _groups(clusters: _Clusters) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for entity_id in sorted(clusters.parent):
        groups.setdefault(clusters.find(entity_id), []).append(entity_id)
    return groups


def _story_id(member_ids: Sequence[str]) -> str:
    return content_id("ent", *sorted(member_ids))


def _unions(entities: list[Entity], outlets: OutletList) -> Iterator[Union]:
    """Yield every union some rule proposes."""
    yield from _same_captions(entities, outlets)
    people = [e for e in entities if e.kind == "person"]
    organisations = [e for e in entities if e.kind in ("organisation", "outlet")]
    yield from same_people(people, organisations)
    yield from _organisations(organisations)
    yield from _described(organisations)
    yield from _bare_nouns(organisations)


def _same_captions(entities: list[Entity], outlets: OutletList) -> Iterator[Union]:
    """Unite entities of one name; documents only when the name is a proper one."""
    first: dict[tuple[str, ...], Entity] = {}
    for entity in sorted(entities, key=lambda e: e.entity_id):
        loose = entity.kind == "document" and entity.caption.islower()
        if entity.kind == "unnamed" or loose or is_own_outlet(entity):
            continue
        family = "organisation" if entity.kind == "outlet" else entity.kind
        outlet = outlets.by_name(entity.caption) if family == "organisation" else None
        name = outlet.name if outlet else entity.caption
        key = (family, "".join(plain(word) for word in name.split() if word.lower() != "the"))
        if key in first:
            yield union(0, first[key], entity, "same name")
        else:
            first[key] = entity


def _organisations(organisations: list[Entity]) -> Iterator[Union]:
    """Unite names with and without country, legal form or as acronyms of the only long form."""
    forms = one_a_caption(sorted(organisations, key=lambda e: e.entity_id))
    by_key: dict[tuple[str, ...], list[Entity]] = {}
    long_forms: dict[str, list[Entity]] = {}
    for entity in forms:
        words = _words(entity)
        if not words:
            continue
        by_key.setdefault(core_name(head_last(words)), []).append(entity)
        if len(words) > 1:
            for acronym in acronyms(words):
                long_forms.setdefault(acronym, []).append(entity)
    for block in by_key.values():
        for index, left in enumerate(block[:200]):
            for right in block[index + 1 : 200]:
                rule = same_organisation_name(head_last(_words(left)), head_last(_words(right)))
                if rule and rule != "acronym":
                    yield union(1, left, right, rule)
    yield from _first_words(forms)
    for entity in forms:
        words = _words(entity)
        found = long_forms.get(words[0], []) if len(words) == 1 else []
        if (found and len({plain(e.caption) for e in found}) == 1) or (found and _one_core(found)):
            yield union(1, entity, found[0], "acronym of the only such name")


def _first_words(forms: list[Entity]) -> Iterator[Union]:
    """Unite "Veldt" with Veldt Foods, the only company of the story whose name begins so."""
    companies: dict[str, list[Entity]] = {}
    for entity in forms:
        roles = [rule.removeprefix("called: ") for rule in entity.rules if rule.startswith("called: ")]
        if len(_words(entity)) > 1 and is_company(entity.caption, roles):
            companies.setdefault(_words(entity)[0], []).append(entity)
    for entity in forms:
        words = _words(entity)
        found = companies.get(words[0], []) if len(words) == 1 and not entity.caption.islower() else []
        if found and _one_core(found):
            yield union(2, entity, found[0], "first word of the only such company")


def _one_core(found: list[Entity]) -> bool:
    """Tell whether long forms of one acronym are one name but for country and legal form."""
    return all(same_organisation_name(head_last(_words(found[0])), head_last(_words(other))) for other in found[1:])


def _described(organisations: list[Entity]) -> Iterator[Union]:
    """Unite "national disaster agency" with the only named agency whose name holds all those words."""
    named: dict[str, list[Entity]] = {}
    for entity in organisations:
        words = _words(entity)
        head = next(
            (n.lemma for word in reversed(words) if (n := source_noun(word)) and n.noun_class in ("body", "company")),
            None,
        )
        if head and len(words) > 1:
            named.setdefault(head, []).append(entity)
    for block in named.values():
        for entity in block:
            held = frozenset(_words(entity)) - _SMALL
            state = not held.isdisjoint(("ministry", "department"))
            if not (entity.caption.islower() or state) or len(held) < 2:
                continue
            wider = [e for e in block if held < frozenset(_words(e)) - _SMALL and not _other_country(e, entity)]
            if wider and len({plain(e.caption) for e in wider}) == 1:
                yield union(3, entity, wider[0], "words of the only such name")


def _bare_nouns(organisations: list[Entity]) -> Iterator[Union]:
    """Unite "police", "the ministry" with the only organisation of the story that bears the noun in its name."""
    named: dict[str, list[Entity]] = {}
    for entity in organisations:
        words = _words(entity)
        for word in set(words) if len(words) > 1 else ():
            named.setdefault(word, []).append(entity)
    for entity in organisations:
        words = _words(entity)
        noun = source_noun(words[0]) if len(words) == 1 else None
        if noun is None or noun.plural or noun.noun_class != "body" or not entity.caption.islower():
            continue
        forms = one_a_caption(sorted(named.get(words[0], []), key=lambda e: e.entity_id))
        if forms and _one_core(forms):
            yield union(3, entity, forms[0], f"the only {words[0]} the story names")


def _other_country(left: Entity, right: Entity) -> bool:
    own = {c for word in left.caption.split() if (c := country_of(word))}
    theirs = {c for word in right.caption.split() if (c := country_of(word))}
    return bool(own and theirs and own != theirs)


def _words(entity: Entity) -> tuple[str, ...]:
    words = (plain(word) for word in entity.caption.replace("United States", "US").split())
    return tuple("defence" if word == "defense" else word for word in words if word and word != "the")


def _entities(members: dict[str, Entity], clusters: _Clusters) -> tuple[Entity, ...]:
    groups = _groups(clusters)
    story_ids = {member: _story_id(group) for group in groups.values() for member in group}
    found = [_united(members, group, clusters.rules[root], story_ids) for root, group in groups.items()]
    return with_parents(sorted(found, key=lambda e: (e.caption.casefold(), e.entity_id)))


def _united(members: dict[str, Entity], group: list[str], rules: list[str], story_ids: dict[str, str]) -> Entity:
    """Return the story's entity of one cluster; its caption is the fullest name, the commonest of those."""
    own = [members[entity_id] for entity_id in group]
    counts = Counter(entity.caption for entity in own)
    kinds = Counter((entity.caption, entity.kind) for entity in own)
    full = [f" {e.caption}" for e in own if e.kind == "person" and " " in e.caption]

    def last(entity: Entity) -> tuple[object, ...]:
        titled = any(entity.caption.endswith(name) for name in full)  # "Harbour Master Ann Fox"
        often = (-counts[entity.caption], entity.caption, -kinds[entity.caption, entity.kind])
        return (entity.kind != "outlet", titled, -len(entity.caption.split()), *often)

    lead = min(own, key=last)
    parents = Counter(story_ids[e.parent_id] for e in own if e.parent_id in story_ids)
    parent = min(parents, key=lambda p: (-parents[p], p)) if parents else None
    entity_id = _story_id(group)
    names = {name for e in own for name in (e.caption, *e.aliases)} - {lead.caption}
    called = {rule for e in own for rule in e.rules if rule.startswith(("called: ", "of: ", "field: ", "nation: "))}
    return Entity(
        entity_id=entity_id,
        doc_id=None,
        caption=lead.caption,
        kind=lead.kind,
        aliases=tuple(sorted(names)),
        member_ids=tuple(group),
        parent_id=parent if parent != entity_id else None,
        mention_spans=tuple(sorted(span for e in own for span in e.mention_spans)),
        descriptor=lead.descriptor,
        stated_count=lead.stated_count,
        affiliation=lead.affiliation,
        access_basis=lead.access_basis,
        reason_given=lead.reason_given,
        rules=(*sorted(called), *rules),
    )
