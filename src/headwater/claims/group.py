"""Statements into claims by correlation clustering: what speaks for and against is summed, not chained.

Candidate pairs come from near meanings, shared rare stems, equal numbers and reuse; pairs that are never compared count
against a merge. Greedy additive edge contraction (Keuper et al., ICCV 2015) merges two clusters while their
summed log-odds are positive, the largest mean first. Deterministic: ties fall to the smaller ids.
Imports: records, config and this room only.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from headwater.claims.meaning import Likeness
from headwater.claims.pairs import Rarity, explain_pair, pair_features, rare_figure, weigh_pair
from headwater.claims.profile import Profile
from headwater.config import ClaimConfig
from headwater.records import ClaimLink

Pair = tuple[int, int]


def compared_pairs(profiles: Sequence[Profile], rarity: Rarity, likeness: Likeness, config: ClaimConfig) -> set[Pair]:
    """Return index pairs worth scoring: candidate_pairs, and each statement with those nearest in meaning."""
    likely = likeness.nearest(config.meaning_partners, config.least_meaning)
    return candidate_pairs(profiles, rarity, config) | likely


def candidate_pairs(profiles: Sequence[Profile], rarity: Rarity, config: ClaimConfig) -> set[Pair]:
    """Return index pairs worth scoring: they share a rare stem or figure, or a matter and a name or value.

    In a long list of statements that share something each meets its neighbours and the first ones, and of all a
    statement meets the `max_partners` with which it shares most, so cost stays near linear in statements.
    """
    shared: Counter[Pair] = Counter()
    for members in _postings(profiles, rarity, config).values():
        if len(members) <= config.max_posting:
            shared.update(combinations(members, 2))
            continue
        for place, member in enumerate(members):
            first = max(place - config.posting_band, 0)
            earlier = {*members[first:place], *members[: min(place, config.posting_anchors)]}
            shared.update((other, member) for other in earlier)
    partners: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for pair, count in shared.items():
        for member in pair:
            partners[member].append((-count, pair))
    kept: set[Pair] = set()
    for found in partners.values():
        best = found if len(found) <= config.max_partners else heapq.nsmallest(config.max_partners, found)
        kept.update(pair for _, pair in best)
    return kept


def _postings(profiles: Sequence[Profile], rarity: Rarity, config: ClaimConfig) -> dict[str, list[int]]:
    """What statements can share -> the statements, in order."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        value = profile.statement.value
        rarest = sorted(profile.stems, key=lambda word: (-rarity.idf[word], word))[: config.rarest_stems]
        keys = {f"stem {word}" for word in rarest}
        for matter in profile.matters:
            keys |= {f"{matter}+{name}" for name in sorted(profile.names | profile.counted)[: config.rarest_stems]}
            keys |= {f"{matter}+value"} if value is not None else set()
        keys |= {f"number of {counted}" for counted in profile.counted} if value is not None else set()
        figure = rare_figure(value)
        keys |= {f"figure {figure}"} if figure is not None else set()
        for key in keys:
            postings[key].append(index)
    return postings


class PairScorer:
    """Scores pairs of one story's statements; reasons are worked out again only for pairs that are told."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        rarity: Rarity,
        reused: frozenset[Pair],
        speakers: Mapping[str, str],
        config: ClaimConfig,
        likeness: Likeness,
    ) -> None:
        self._likeness = likeness
        self._profiles, self._rarity, self._reused, self._config = tuple(profiles), rarity, reused, config
        self._said_by = [speakers.get(profile.statement.attribution_id or "") for profile in profiles]

    def scores(self, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """Return the log-odds of every pair, and of those that share a passage."""
        weights, bias = dict(self._config.pair_weights), self._config.pair_bias
        return {pair: weigh_pair(self._features(pair), weights, bias) for pair in sorted({*pairs, *self._reused})}

    def explain(self, pair: Pair) -> ClaimLink:
        """Return the link of one pair with its reasons."""
        return explain_pair(self._profiles[pair[0]], self._profiles[pair[1]], self._features(pair), self._config)

    def _features(self, pair: Pair) -> tuple[tuple[str, float], ...]:
        a, b = pair
        ours, theirs = self._said_by[a], self._said_by[b]
        return pair_features(
            self._profiles[a],
            self._profiles[b],
            self._rarity,
            same_speaker=None if ours is None or theirs is None else ours == theirs,
            meaning=self._likeness.of(a, b),
        )


def group(size: int, scores: Mapping[Pair, float], judged: Mapping[Pair, bool], config: ClaimConfig) -> list[list[int]]:
    """Return clusters of 0 … size-1, each sorted, in order of their smallest member.

    Args:
        size: Number of statements.
        scores: Log-odds of the pairs that were compared.
        judged: Pairs a person decided: True must stand together, False must not.
        config: `missing_pair` is the log-odds of a pair that was not compared, for each has others nearer to it;
            `unsampled_pair` that of one in a large story, where a matter may have more statements than are compared.
    """
    missing = config.missing_pair if size <= config.small_story else config.unsampled_pair
    weights: dict[int, dict[int, tuple[float, int]]] = {index: {} for index in range(size)}
    decided = {pair: config.judged_weight if same else -config.judged_weight for pair, same in judged.items()}
    for (a, b), score in sorted({**scores, **decided}.items()):
        weights[a][b] = weights[b][a] = (score, 1)
    members = {index: [index] for index in range(size)}
    heap = [(-_total(weights, members, a, b, config, missing), a, b) for a in weights for b in weights[a] if a < b]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if negative >= 0:
            break
        if a not in members or b not in members or b not in weights[a]:
            continue
        if -negative != _total(weights, members, a, b, config, missing):
            continue  # an outdated entry: the pair was queued again when either side grew
        _contract(weights, members, a, b)
        for c in sorted(weights[a]):
            low, high = min(a, c), max(a, c)
            heapq.heappush(heap, (-_total(weights, members, low, high, config, missing), low, high))
    return sorted(sorted(cluster) for cluster in members.values())


def _total(
    weights: Mapping[int, Mapping[int, tuple[float, int]]],
    members: Mapping[int, list[int]],
    a: int,
    b: int,
    config: ClaimConfig,
    missing: float,
) -> float:
    """Mean log-odds between two clusters; pairs that were not compared count `missing` each.

    Between large clusters the compared pairs are a sample: at most `unseen_for_seen` times as many count as missing.
    """
    score, compared = weights[a][b]
    size = min(len(members[a]) * len(members[b]), (1 + config.unseen_for_seen) * compared)
    return (score + (size - compared) * missing) / size


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
