"""Statements that stand beside a claim without making it, and those of which that is uncertain.

A claim about a number is made by those who give the number, for the whole of the matter; "many houses were damaged" or
"70 others were hurt" comment on it and count for nobody. A statement that little ties to the others is doubtful.
Counting one of these as a certain root would invent independence, the worst error (method.md), so the doubtful count
at the upper end of the interval only.
Imports: records, config and this room only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.claims.denial import deniers
from headwater.claims.profile import Profile
from headwater.claims.values import compare_values
from headwater.config import ClaimConfig

Pair = tuple[int, int]


def set_asides(
    cluster: Sequence[int],
    profiles: Sequence[Profile],
    scores: Mapping[Pair, float],
    ways: Mapping[str, Sequence[str]],
    config: ClaimConfig,
) -> tuple[Profile, ...]:
    """Return the profiles of one claim: beside it with the stance `comment`, uncertain `doubtful`, against it `deny`.

    Args:
        cluster: Indexes of the claim's statements.
        profiles: Of all statements of the story.
        scores: Log-odds of the pairs of the story that were compared.
        ways: attribution_id -> who passes its words on, outermost first, ending in who speaks.
        config: `firm_tie` is the mean log-odds to the others that membership needs.
    """
    # In a large story a pair may not be compared for want of time, which says nothing about it.
    missing = config.missing_pair if len(profiles) <= config.small_story else None
    members = [profiles[k] for k in cluster]
    valued = [m for m in members if m.statement.value is not None]
    is_count = len({m.statement.doc_id for m in valued}) > 1 and len(valued) >= config.count_share * len(members)
    whole = [m for m in valued if not m.partial]
    found: list[Profile] = []
    opposed = deniers(members)
    for at, (k, member) in enumerate(zip(cluster, members, strict=True)):
        stance = member.statement.stance
        if at in opposed:
            # Its stance says from here on what its own negation said: the side it is on stays the same.
            statement = replace(member.statement, stance="deny")
            found.append(replace(member, negated=not member.negated, statement=statement))
            continue
        if stance == "support" and is_count and _is_beside(member, whole):
            stance = "comment"
        elif stance == "support" and _mean_tie(k, cluster, scores, missing) < config.firm_tie:
            stance = "doubtful"
        found.append(replace(member, statement=replace(member.statement, stance=stance)))
    supporting = [at for at, m in enumerate(members) if m.statement.stance == "support"]
    if supporting and not any(m.statement.stance == "support" for m in found):
        # Somebody makes the claim: whoever is tied to it best, of equals who says most about where it comes from.
        best = max(
            supporting,
            key=lambda at: (_mean_tie(cluster[at], cluster, scores, missing), len(_way(members[at], ways)), -at),
        )
        found[best] = members[best]
    return tuple(_with_same_source(found, members, ways))


def _with_same_source(
    found: Sequence[Profile], members: Sequence[Profile], ways: Mapping[str, Sequence[str]]
) -> Iterator[Profile]:
    """Yield statements, no longer doubtful where their source makes the claim, or passes it on, elsewhere.

    That adds no root: a carrier's own word beside what it has from somebody is one line.
    """
    firm = {name for m in found if m.statement.stance == "support" for name in _way(m, ways)}
    for one, member in zip(found, members, strict=True):
        way = _way(one, ways)
        yield member if one.statement.stance == "doubtful" and way and way[-1] in firm else one


def _way(member: Profile, ways: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return ways.get(member.statement.attribution_id or "", ())


def _is_beside(member: Profile, whole: Sequence[Profile]) -> bool:
    """Tell whether a statement gives no number for the whole of what a claim counts."""
    return member.statement.value is None or (member.partial and _is_part_of(member, whole))


def _is_part_of(member: Profile, whole: Sequence[Profile]) -> bool:
    """Tell whether the value of a part stands apart from some value of the whole."""
    return any(compare_values(member.statement.value, other.statement.value) == "apart" for other in whole)


def _mean_tie(k: int, cluster: Sequence[int], scores: Mapping[Pair, float], missing: float | None) -> float:
    """Mean log-odds of a statement and the others of its claim; infinite for a statement that stands alone.

    A pair that was not compared counts `missing`, or is left out where that is None.
    """
    others = [other for other in cluster if other != k]
    if not others:
        return float("inf")
    found = [scores.get((min(k, other), max(k, other)), missing) for other in others]
    told = [score for score in found if score is not None]
    return sum(told) / len(told) if told else float("-inf")
