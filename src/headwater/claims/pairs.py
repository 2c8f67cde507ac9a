"""How much two statements look like one claim: named features, weighed and added to log-odds.

Every feature is a number a person can follow (a shared share of words, equal values, the same matter), so that
`headwater explain` can quote each with its weight. Imports: records, config, lexicon and this room only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10, sqrt

from headwater.claims.profile import Profile
from headwater.claims.values import compare_values
from headwater.config import ClaimConfig
from headwater.records import ClaimLink, Value

_UNSEEN_IDF = 4.0
_LONG_RUN = 5
_SAME_EVENT_DAYS = 14
# One utterance printed with two dates is a disagreement about the date, not two matters.
_SAME_WORDING = 0.6
_FAR = 0.5  # a factor of about 30: "at least five" does not speak of the same dead as 170,000, though both can hold


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
    words = rarity.cosine(left.stems, right.stems)
    values = compare_values(left.statement.value, right.statement.value)
    distance = _distance(left.statement.value, right.statement.value) if values != "incomparable" else 0.0
    both_valued = left.statement.value is not None and right.statement.value is not None
    one_valued = (left.statement.value is None) != (right.statement.value is None)
    return (
        ("words", words),
        ("sentence", rarity.cosine(left.context, right.context)),
        ("run", min(1.0, _longest_run(left.order, right.order) / _LONG_RUN)),
        ("same-matter", float(bool(left.matters & right.matters))),
        ("other-matter", float(bool(left.matters and right.matters) and not left.matters & right.matters)),
        ("same-value", float(values == "meet" and distance < _FAR)),
        ("other-value", float(values == "apart")),
        ("other-unit", float(values == "incomparable" and both_valued)),
        ("one-value", float(one_valued)),
        ("other-counted", float(bool(left.counted and right.counted) and not left.counted & right.counted)),
        ("far-value", distance if values == "apart" or distance >= _FAR else 0.0),
        ("other-time", float(words < _SAME_WORDING and _apart_in_time(left, right))),
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


def _distance(left: Value | None, right: Value | None) -> float:
    """How far two values stand apart, 1 for a thousandfold or more: a toll of 5 is not one of 170,000."""
    sizes = [abs(v.lower or v.upper or 0.0) for v in (left, right) if v is not None]
    if len(sizes) < 2 or not min(sizes):
        return 0.0
    return min(1.0, log10(max(sizes) / min(sizes)) / 3)


def _apart_in_time(left: Profile, right: Profile) -> bool:
    """Tell whether two sentences speak of days more than two weeks apart."""
    if left.when is None or right.when is None:
        return False
    gap = max(left.when[0], right.when[0]) - min(left.when[1], right.when[1])
    return gap.days > _SAME_EVENT_DAYS


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
