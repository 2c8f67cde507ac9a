"""The door of the room: statements of a story into claims, with why, where they disagree and who changed.

Imports: numpy (vectors), records, config and this room only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from heapq import nlargest

from headwater.claims.changes import find_changes
from headwater.claims.days import named_days
from headwater.claims.discrepancy import Dated, find_discrepancies
from headwater.claims.firmness import set_asides
from headwater.claims.group import PairScorer, compared_pairs, group
from headwater.claims.meaning import Likeness, Meanings
from headwater.claims.pairs import measure_rarity
from headwater.claims.predicates import stands_alone
from headwater.claims.profile import Profile
from headwater.claims.reused import reused_pairs
from headwater.claims.statements import Reading, find_statements
from headwater.config import ClaimConfig
from headwater.records import (
    Claim,
    ClaimLink,
    Discrepancy,
    Judgement,
    PositionChange,
    Reuse,
    Stance,
    Statement,
    Story,
    TimeExpression,
    content_id,
    published_day,
    published_instant,
)

_NEAR_MISS = -1.0  # log-odds; pairs below it are not stored
_ENOUGH_STEMS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSet:
    """Everything the claims of one story consist of; statements outside every claim are left out."""

    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    links: tuple[ClaimLink, ...]
    stances: tuple[Stance, ...]
    discrepancies: tuple[Discrepancy, ...]
    position_changes: tuple[PositionChange, ...]


def find_claims(
    story: Story,
    readings: Sequence[Reading],
    ways: Mapping[str, Sequence[str]],
    reuse: Sequence[Reuse],
    *,
    config: ClaimConfig,
    meanings: Meanings,
    judgements: Sequence[Judgement] = (),
) -> ClaimSet:
    """Group the statements of one story into claims.

    Args:
        story: The story; only its documents are read.
        readings: Documents with what was read from them, in any order.
        ways: attribution_id -> story entities that pass its words on, outermost first, ending in who speaks.
        reuse: Shared passages and quotations among the documents.
        config: Weights and limits.
        meanings: Gives wordings their vectors.
        judgements: Decisions about two statements, which are obeyed.

    Returns:
        Claims with at least two statements, and attributed statements that stand alone, in order of first publication.
    """
    ordered = _in_order(story, readings)
    speakers = {key: way[-1] for key, way in ways.items() if way}
    usual_day = _usual_day(ordered)
    profiles = [profile for reading in ordered for profile in find_statements(reading, usual_day)]
    published = {r.document.doc_id: published_instant(r.document) for r in ordered}
    rarity = measure_rarity(profiles)
    texts = {r.document.doc_id: r.document.text for r in ordered}
    likeness = Likeness(meanings([placed(profile, texts) for profile in profiles]))
    pairs = compared_pairs(profiles, rarity, likeness, config)
    scorer = PairScorer(profiles, rarity, reused_pairs(profiles, reuse), speakers, config, likeness)
    judged = _judged(profiles, judgements)
    scores = scorer.scores(pairs | judged.keys())
    clusters = group(len(profiles), scores, judged, config)
    outlet = {r.document.doc_id: r.document.publisher or r.document.doc_id for r in ordered}
    kept = [cluster for cluster in clusters if _is_claim([profiles[k] for k in cluster], outlet)]
    attributions = {a.attribution_id: a for r in ordered for a in r.attributions}
    times = {r.document.doc_id: r.times for r in ordered}
    claims: list[Claim] = []
    discrepancies: list[Discrepancy] = []
    changes: list[PositionChange] = []
    for cluster in kept:
        for k, profile in zip(cluster, set_asides(cluster, profiles, scores, ways, config), strict=True):
            profiles[k] = profile
        members = [_dated(profiles[k], published, times, texts) for k in cluster]
        claim = _claim(story, members, texts)
        claims.append(claim)
        discrepancies += find_discrepancies(claim.claim_id, members)
        changes += find_changes(claim.claim_id, members, attributions, speakers)
    return ClaimSet(
        statements=tuple(profiles[k].statement for cluster in kept for k in cluster),
        claims=tuple(claims),
        links=_told_links(kept, scores, scorer, config.told_links),
        stances=_stances(claims, kept, profiles, attributions_scores={k: a.score for k, a in attributions.items()}),
        discrepancies=tuple(discrepancies),
        position_changes=tuple(changes),
    )


def _usual_day(readings: Sequence[Reading]) -> date | None:
    """The day in the middle of a story's days of publication."""
    days = sorted(day for r in readings if (day := published_day(r.document)))
    return days[len(days) // 2] if days else None


def placed(profile: Profile, texts: Mapping[str, str]) -> tuple[str, int, int]:
    """Return a statement's sentence and the half-open range of the statement in it.

    Args:
        profile: The statement's.
        texts: doc_id -> text.
    """
    span, (start, end) = profile.statement.span, profile.sentence
    return texts[span.doc_id][start:end], span.start - start, span.end - start


def _in_order(story: Story, readings: Sequence[Reading]) -> list[Reading]:
    """The story's documents by publication, undated ones last, then by id."""
    far, inside = datetime.max.replace(tzinfo=UTC), set(story.doc_ids)
    return sorted(
        (r for r in readings if r.document.doc_id in inside),
        key=lambda r: (published_instant(r.document) or far, r.document.doc_id),
    )


def _told_links(
    kept: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float], scorer: PairScorer, most: int
) -> tuple[ClaimLink, ...]:
    """Links inside claims, and the near misses between them: what a person may ask about.

    Of a statement with very many, the strongest are told, or a claim of n statements would have n squared.
    """
    cluster_of = {k: number for number, cluster in enumerate(kept) for k in cluster}
    told = [
        (a, b)
        for (a, b), score in sorted(scores.items())
        if a in cluster_of and b in cluster_of and (cluster_of[a] == cluster_of[b] or score > _NEAR_MISS)
    ]
    of_statement: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in told:
        for end in pair:
            of_statement[end].append(pair)
    strongest = {pair for held in of_statement.values() for pair in nlargest(most, held, key=lambda p: scores[p])}
    return tuple(scorer.explain(pair) for pair in told if pair in strongest)


def _is_claim(members: Sequence[Profile], outlet: Mapping[str, str]) -> bool:
    """Statements of several outlets are a claim; those of one only when somebody is credited and they say enough.

    An outlet repeating its own unattributed words is its style, or what it prints under everything.
    """
    if len({outlet[member.statement.doc_id] for member in members}) > 1:
        return True
    said = [m for m in members if m.statement.attribution_id is not None]
    return any(len(m.stems) >= _ENOUGH_STEMS or m.statement.value is not None for m in said)


def _judged(profiles: Sequence[Profile], judgements: Sequence[Judgement]) -> dict[tuple[int, int], bool]:
    index = {profile.statement.statement_id: k for k, profile in enumerate(profiles)}
    decided: dict[tuple[int, int], bool] = {}
    for judgement in sorted(judgements, key=lambda j: (j.made_at, j.judgement_id)):
        if judgement.left_id in index and judgement.right_id in index and judgement.verdict != "unsure":
            a, b = sorted((index[judgement.left_id], index[judgement.right_id]))
            decided[a, b] = judgement.verdict == "same"
    return decided


def _dated(
    profile: Profile,
    published: Mapping[str, datetime | None],
    times: Mapping[str, Sequence[TimeExpression]],
    texts: Mapping[str, str],
) -> Dated:
    span = profile.statement.span
    text = texts[span.doc_id]
    inside = tuple(time for time in times.get(span.doc_id, ()) if span.contains(time.span))
    days = named_days(text, span.start, span.end)
    return Dated(profile=profile, text=text, published=published[span.doc_id], times=inside, days=days)


def _claim(story: Story, members: Sequence[Dated], texts: Mapping[str, str]) -> Claim:
    statements = [member.profile.statement for member in members]
    earliest = next((s for s in statements if not s.headline), statements[0])
    moments = [member.published for member in members if member.published is not None]
    attribution_ids = dict.fromkeys(s.attribution_id for s in statements if s.attribution_id is not None)
    return Claim(
        # The earliest statement names the claim, so that adding later coverage keeps its id.
        claim_id=content_id("clm", story.story_id, earliest.statement_id),
        story_id=story.story_id,
        caption=_caption(statements, texts),
        statement_ids=tuple(s.statement_id for s in statements),
        attribution_ids=tuple(attribution_ids),
        first_stated_at=min(moments).isoformat() if moments else None,
    )


def _caption(statements: Sequence[Statement], texts: Mapping[str, str]) -> str:
    """The earliest wording that can be read alone: in the text before a headline, with its subject before its verb."""
    wordings = [(s, s.span.quote(texts[s.doc_id])) for s in sorted(statements, key=lambda s: s.headline)]
    making = [(s, words) for s, words in wordings if s.stance not in {"comment", "doubtful"}] or wordings
    return next((words for _, words in making if stands_alone(words)), making[0][1])


def _stances(
    claims: Sequence[Claim],
    clusters: Sequence[Sequence[int]],
    profiles: Sequence[Profile],
    attributions_scores: Mapping[str, float],
) -> tuple[Stance, ...]:
    found: dict[tuple[str, str], Stance] = {}
    for claim, cluster in zip(claims, clusters, strict=True):
        for k in cluster:
            statement = profiles[k].statement
            if statement.attribution_id is not None:
                found[claim.claim_id, statement.attribution_id] = Stance(
                    claim_id=claim.claim_id,
                    attribution_id=statement.attribution_id,
                    stance=statement.stance,
                    score=attributions_scores[statement.attribution_id],
                )
    return tuple(found[key] for key in sorted(found))
