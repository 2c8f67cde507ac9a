"""What `annotate` writes of an attribution's speaker and chain: plain dictionaries, from records alone.

Imports: records and the standard library only.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from headwater.records import Attribution, Chain, Entity, EntityKind, StatedCount

SpeakerField = str | bool | int | None
NO_SPEAKER: Mapping[str, SpeakerField] = {
    "name": None, "kind": "none", "anonymous": False, "descriptor": None, "stated_count": None, "affiliation": None,
    "access_basis": None, "reason_given": None, "opinion": False,
}  # fmt: skip

__all__ = ["NO_SPEAKER", "describe_sources", "is_anonymous"]


def describe_sources(
    attributions: Sequence[Attribution], entities: Sequence[Entity], chains: Sequence[Chain]
) -> dict[str, dict[str, object]]:
    """Return, by attribution id, the "speaker" and "chain" parts of annotate's output.

    Args:
        attributions: Of one document.
        entities: That document's entities.
        chains: Its chains; an attribution without one, or with an empty one, has the speaker kind "none".
    """
    known = {entity.entity_id: entity for entity in entities}
    by_attribution = {chain.attribution_id: chain for chain in chains}
    described: dict[str, dict[str, object]] = {}
    for attribution in attributions:
        chain = by_attribution.get(attribution.attribution_id)
        hops = [known[hop.entity_id] for hop in chain.hops] if chain else []
        speaker = dict(NO_SPEAKER) if not hops else _speaker(hops[-1])
        if not hops:
            # Hearsay names nobody; a quotation whose speaker was not found is not hearsay.
            speaker["anonymous"] = attribution.cue is not None
        speaker["opinion"] = bool(chain and chain.opinion)
        described[attribution.attribution_id] = {"speaker": speaker, "chain": [entity.caption for entity in hops]}
    return described


def is_anonymous(entity: Entity) -> bool:
    """Tell whether no personal, organisational or document name identifies an entity (convention 6)."""
    return entity.kind == "unnamed" or entity.reason_given is not None


def _speaker(entity: Entity) -> dict[str, SpeakerField]:
    kind: EntityKind | Literal["none"] = entity.kind
    count: StatedCount | None = entity.stated_count
    return {
        "name": entity.caption,
        "kind": kind,
        "anonymous": is_anonymous(entity),
        "descriptor": entity.descriptor,
        "stated_count": count,
        "affiliation": entity.affiliation,
        "access_basis": entity.access_basis,
        "reason_given": entity.reason_given,
        "opinion": False,
    }
