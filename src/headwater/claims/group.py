"""Statements into claims by correlation clustering: what speaks for and against is summed, not chained.

Candidate pairs come from shared rare stems, equal numbers and reuse; pairs that are never compared count a little
against a merge. Greedy additive edge contraction (Keuper et al., ICCV 2015) merges two clusters while their
summed log-odds are positive, the largest mean first. Deterministic: ties fall to the smaller ids.
Imports: records, config and this room only.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from headwater.claims.pairs import Rarity, rare_figure, score_pair
from headwater.claims.profile import Profile
from headwater.config import ClaimConfig
from headwater.records import ClaimLink

Pair = tuple[int, int]


def candidate_pairs(profiles: Sequence[Profile], rarity: Rarity, config: ClaimConfig) -> set[Pair]:
    """Return index pairs worth scoring: they share a rare stem or figure, or a matter and a name or value.

    A stem in more statements than `max_posting` proposes no pairs of its own; cost stays near linear in statements.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        rarest = sorted(profile.stems, key=lambda word: (-rarity.idf[word], word))[: config.rarest_stems]
        for word in rarest:
            postings[word].append(index)
        for matter in profile.matters:
            for partner in sorted(profile.names | profile.counted)[: config.rarest_stems]:
                postings[f"{matter}+{partner}"].append(index)
            if profile.statement.value is not None:
                postings[f"{matter}+value"].append(index)
        if profile.statement.value is not None:
            for counted in sorted(profile.counted):
                postings[f"number of {counted}"].append(index)
        figure = rare_figure(profile.statement.value)
        if figure is not None:
            postings[f"figure {figure}"].append(index)
    pairs: set[Pair] = set()
    for members in postings.values():
        if len(members) <= config.max_posting:
            pairs.update(combinations(members, 2))
    return pairs


def score_candidates(
    profiles: Sequence[Profile],
    pairs: Iterable[Pair],
    reused: frozenset[Pair],
    rarity: Rarity,
    speakers: Mapping[str, str],
    config: ClaimConfig,
) -> dict[Pair, ClaimLink]:
    """Return a weighed link for every candidate pair, judged pairs excepted (see `group`)."""
    said_by = [speakers.get(profile.statement.attribution_id or "") for profile in profiles]
    return {
        (a, b): score_pair(
            profiles[a],
            profiles[b],
            rarity,
            reused=(a, b) in reused,
            same_speaker=said_by[a] is not None and said_by[a] == said_by[b],
            config=config,
        )
        for a, b in sorted(set(pairs) | reused)
    }


def group(
    size: int, links: Mapping[Pair, ClaimLink], judged: Mapping[Pair, bool], config: ClaimConfig
) -> list[list[int]]:
    """Return clusters of 0 … size-1, each sorted, in order of their smallest member.

    Args:
        size: Number of statements.
        links: Scored pairs.
        judged: Pairs a person decided: True must stand together, False must not.
        config: `missing_pair` is the log-odds of a pair that was not compared.
    """
    weights: dict[int, dict[int, tuple[float, int]]] = {index: {} for index in range(size)}
    decided = {pair: config.judged_weight if same else -config.judged_weight for pair, same in judged.items()}
    for (a, b), score in sorted({**{p: link.score for p, link in links.items()}, **decided}.items()):
        weights[a][b] = weights[b][a] = (score, 1)
    members = {index: [index] for index in range(size)}
    heap = [(-_total(weights, members, a, b, config), a, b) for a in weights for b in weights[a] if a < b]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if negative >= 0:
            break
        if a not in members or b not in members or b not in weights[a]:
            continue
        if -negative != _total(weights, members, a, b, config):
            continue  # an outdated entry: the pair was queued again when either side grew
        _contract(weights, members, a, b)
        for c in sorted(weights[a]):
            low, high = min(a, c), max(a, c)
            heapq.heappush(heap, (-_total(weights, members, low, high, config), low, high))
    return sorted(sorted(cluster) for cluster in members.values())


def _total(
    weights: Mapping[int, Mapping[int, tuple[float, int]]],
    members: Mapping[int, list[int]],
    a: int,
    b: int,
    config: ClaimConfig,
) -> float:
    """Mean log-odds between two clusters; pairs that were not compared count `missing_pair` each."""
    score, compared = weights[a][b]
    size = len(members[a]) * len(members[b])
    return (score + (size - compared) * config.missing_pair) / size


def _contract(weights: dict[int, dict[int, tuple[float, int]]], members: dict[int, list[int]], a: int, b: int) -> None:
    """Merge cluster b into a, adding up their edges to every other cluster."""
    members[a] += members.pop(b)
    for c, (score, compared) in weights.pop(b).items():
        if c == a:
            continue
        del weights[c][b]
        old_score, old_compared = weights[a].get(c, (0.0, 0))
        weights[a][c] = weights[c][a] = (old_score + score, old_compared + compared)
    del weights[a][b]
