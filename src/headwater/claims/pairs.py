"""How much two statements look like one claim: named features, weighed and added to log-odds.

Every feature is a number a person can follow (a shared share of words, equal values, the same matter), so that
`headwater explain` can quote each with its weight. Imports: records, config, lexicon and this room only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from headwater.claims.profile import Profile
from headwater.claims.values import compare_values
from headwater.config import ClaimConfig
from headwater.records import ClaimLink

_UNSEEN_IDF = 4.0
_LONG_RUN = 5


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse document frequency of stems among the statements of one story."""

    idf: Mapping[str, float]

    def weight(self, stems: frozenset[str]) -> float:
        """Return the summed squared rarity of a set of stems."""
        return sum(self.idf.get(word, _UNSEEN_IDF) ** 2 for word in stems)

    def cosine(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the rarity-weighted cosine of two sets, 0 to 1."""
        shared = left & right
        return self.weight(shared) / sqrt(self.weight(left) * self.weight(right)) if shared else 0.0


def pair_features(left: Profile, right: Profile, rarity: Rarity, *, reused: bool) -> tuple[tuple[str, float], ...]:
    """Return the features of a pair in a fixed order; symmetric in its arguments.

    Args:
        left: One statement's profile.
        right: Another's.
        rarity: Rarity of stems among all statements of the story.
        reused: A shared passage or quotation holds both spans at the same place.
    """
    values = compare_values(left.statement.value, right.statement.value)
    both_valued = left.statement.value is not None and right.statement.value is not None
    one_valued = (left.statement.value is None) != (right.statement.value is None)
    return (
        ("words", rarity.cosine(left.stems, right.stems)),
        ("sentence", rarity.cosine(left.context, right.context)),
        ("run", min(1.0, _longest_run(left.order, right.order) / _LONG_RUN)),
        ("same-matter", float(bool(left.matters & right.matters))),
        ("other-matter", float(bool(left.matters and right.matters) and not left.matters & right.matters)),
        ("same-value", float(values == "meet")),
        ("other-value", float(values == "apart")),
        ("other-unit", float(values == "incomparable" and both_valued)),
        ("one-value", float(one_valued)),
        ("other-counted", float(bool(left.counted and right.counted) and not left.counted & right.counted)),
        ("reused", float(reused)),
        ("one-document", float(left.statement.doc_id == right.statement.doc_id)),
    )


def score_pair(left: Profile, right: Profile, rarity: Rarity, *, reused: bool, config: ClaimConfig) -> ClaimLink:
    """Return the weighed reasons for and against two statements being one claim; `score` is the log-odds."""
    weights = dict(config.pair_weights)
    weighed = [("bias", config.pair_bias)]
    weighed += [
        (name, weights[name] * value) for name, value in pair_features(left, right, rarity, reused=reused) if value
    ]
    first, second = sorted((left.statement.statement_id, right.statement.statement_id))
    return ClaimLink(
        left_id=first,
        right_id=second,
        features=tuple(weighed),
        score=sum(value for _, value in weighed),
        rule="weighed-features",
    )


def _longest_run(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Length of the longest run of content stems both have in the same order, without gaps."""
    best = 0
    previous = [0] * (len(right) + 1)
    for word in left:
        current = [0]
        for k, other in enumerate(right):
            current.append(previous[k] + 1 if word == other else 0)
        best = max(best, *current)
        previous = current
    return best
