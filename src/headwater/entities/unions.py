"""A union: two documents' entities that some rule takes for one, with the rule and its evidence.

Imports: records and the standard library only.
"""

from dataclasses import dataclass

from headwater.records import Entity


@dataclass(frozen=True, slots=True)
class Union:
    """Two documents' entities that a rule unites; stronger rules come first.

    Attributes:
        rank: 0 is the strongest.
        left: entity_id, the smaller one.
        right: entity_id.
        rule: The rule with both names and their documents.
    """

    rank: int
    left: str
    right: str
    rule: str


def union(rank: int, left: Entity, right: Entity, rule: str) -> Union:
    """Return the union of two entities by a rule."""
    a, b = sorted((left, right), key=lambda e: e.entity_id)
    return Union(rank, a.entity_id, b.entity_id, f"{rule}: {a.caption!r} ({a.doc_id}) and {b.caption!r} ({b.doc_id})")
