"""Changes of position: one speaker, one claim, two positions at two times. Imports: records and this room only."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from headwater.claims.denial import denies, is_negation_of
from headwater.claims.discrepancy import Dated
from headwater.claims.profile import Profile
from headwater.claims.values import compare_values
from headwater.records import Attribution, PositionChange, PositionKind, content_id


def find_changes(
    claim_id: str, members: Sequence[Dated], attributions: Mapping[str, Attribution], speakers: Mapping[str, str]
) -> tuple[PositionChange, ...]:
    """Return where a speaker's later statement of a claim departs from the one before.

    Args:
        claim_id: The claim.
        members: Its statements in order of publication, within a document in reading order.
        attributions: Attributions by id.
        speakers: attribution_id -> entity of the story who speaks.
    """
    by_speaker: dict[str, list[Dated]] = {}
    for member in members:
        statement = member.profile.statement
        speaker = speakers.get(statement.attribution_id or "")
        if speaker is not None and statement.stance != "query":  # who asks takes no position
            by_speaker.setdefault(speaker, []).append(member)
    changes: list[PositionChange] = []
    for entity_id, said in sorted(by_speaker.items()):
        known = {_position(said[0], attributions)}
        for before, after in pairwise(said):
            kind = _kind(before, after, attributions)
            position = _position(after, attributions)
            # An article that retells the old position brings no change; only a position not taken before is one.
            is_new, known = position not in known, known | {position}
            if kind is not None and is_new:
                left, right = before.profile.statement.statement_id, after.profile.statement.statement_id
                changes.append(
                    PositionChange(
                        change_id=content_id("chg", claim_id, entity_id, left, right),
                        claim_id=claim_id,
                        entity_id=entity_id,
                        before_id=left,
                        after_id=right,
                        kind=kind,
                        rule="consecutive-statements-of-one-speaker",
                    )
                )
    return tuple(changes)


def _position(member: Dated, attributions: Mapping[str, Attribution]) -> tuple[object, ...]:
    value = member.profile.statement.value
    bounds = (value.lower, value.upper, value.unit) if value else None
    return denies(member.profile), _hedged(member, attributions), bounds


def _kind(before: Dated, after: Dated, attributions: Mapping[str, Attribution]) -> PositionKind | None:
    if _reverse(before.profile, after.profile):
        return "reversed"
    if compare_values(before.profile.statement.value, after.profile.statement.value) == "apart":
        return "figure_changed"
    hedged_before, hedged_after = (_hedged(m, attributions) for m in (before, after))
    if hedged_before == hedged_after:
        return None
    return "hedged" if hedged_after else "hardened"


def _reverse(before: Profile, after: Profile) -> bool:
    """Tell whether one statement denies what the other asserts: a negation of other words reverses nothing."""
    if denies(before) == denies(after):
        return False
    said = {before.statement.stance, after.statement.stance}
    denying, asserting = (before, after) if denies(before) else (after, before)
    return "deny" in said or is_negation_of(denying, asserting)


def _hedged(member: Dated, attributions: Mapping[str, Attribution]) -> bool:
    attribution_id = member.profile.statement.attribution_id
    return attribution_id is not None and attributions[attribution_id].polarity == "hedged"
