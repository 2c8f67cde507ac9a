"""What if a source or carrier were removed: the exact count of one claim again, from the paths in the ledger.

Imports: entities, lexicon, provenance, records, report's shelf only.
"""

from collections.abc import Collection
from functools import cache

from headwater.entities import compatible, publisher_name, unnamed_group
from headwater.errors import NotFoundError
from headwater.lexicon.outlets import OutletList
from headwater.provenance import Counted, Who, corroborate
from headwater.records import Claim, Entity, Path
from headwater.report import Shelf


def recount(shelf: Shelf, claim: Claim, without: Collection[str]) -> Counted:
    """Count a claim without some of the names that its paths run through.

    Args:
        shelf: Of this claim.
        claim: The claim.
        without: Story entity_ids to remove; none of them gives the count that the ledger holds.
    """
    place = {statement_id: number for number, statement_id in enumerate(claim.statement_ids)}
    paths = sorted(shelf.paths[claim.claim_id], key=lambda path: place[path.statement_id])
    entities = _entities(shelf, paths)
    publisher = {path.doc_id: _publisher(shelf, path, entities) for path in paths}
    entities |= {entity.entity_id: entity for entity in publisher.values()}

    def could_be(unnamed: Entity, other: Entity) -> bool:
        return compatible(unnamed, other, entities.get(other.parent_id or ""))

    who = Who(
        entities=entities,
        publisher=publisher,
        published_at={path.doc_id: shelf.documents[path.doc_id].published_at for path in paths},
        group_of=unnamed_group,
        could_be=could_be,
    )
    return corroborate(claim, paths, shelf.statements, who, without=without)


def _entities(shelf: Shelf, paths: Collection[Path]) -> dict[str, Entity]:
    """Return everybody on the paths, the reporting lines, and the organisations they belong to."""
    found: dict[str, Entity] = {}
    wanted = [hop.entity_id for path in paths for hop in path.hops] + [path.line for path in paths]
    while wanted:
        key = wanted.pop()
        if key in found:
            continue
        try:
            entity = shelf.entities[key]
        except NotFoundError:
            continue  # a line may be a document that names no outlet
        found[key] = entity
        wanted += [entity.parent_id] if entity.parent_id else []
    return found


def _publisher(shelf: Shelf, path: Path, entities: dict[str, Entity]) -> Entity:
    """Return the outlet of a path's document: the one of that name on the paths, else one of its own."""
    known = publisher_name(shelf.documents[path.doc_id], _outlets())
    name = _plain(known or shelf.publisher(path.doc_id))
    for entity in sorted(entities.values(), key=lambda e: (e.kind != "outlet", e.entity_id)):
        if entity.kind == "outlet" and name in {_plain(n) for n in (entity.caption, *entity.aliases)}:
            return entity
    if not path.hops and path.line in entities:
        return entities[path.line]
    return Entity(
        entity_id=f"outlet:{name}", doc_id=None, caption=shelf.publisher(path.doc_id), kind="outlet", aliases=(),
        member_ids=(), parent_id=None, mention_spans=(), descriptor=None, stated_count=None, affiliation=None,
        access_basis=None, reason_given=None, rules=(),
    )  # fmt: skip


@cache
def _outlets() -> OutletList:
    return OutletList.load()


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
