"""How much two statements look like one claim: named features, weighed and added to log-odds.

Every feature is a number a person can follow (a shared share of words, equal values, the same matter), so that
`headwater explain` can quote each with its weight. Imports: records, config, lexicon and this room only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log10, sqrt

from headwater.claims.clock import is_clock
from headwater.claims.profile import Profile
from headwater.claims.values import compare_values, dimension_of
from headwater.config import ClaimConfig
from headwater.lexicon.units import COUNT_DIMENSION
from headwater.records import ClaimLink, Value

_UNSEEN_IDF = 4.0
_TELLING = 4.0
_SMALL = 12
_SAME_EVENT_DAYS = 14
# One utterance printed with two dates is a disagreement about the date, not two matters.
_SAME_WORDING = 0.6
_ECHO = 0.3
# Articles of the labelled stories have from 2 to 90 statements.
_FEW_STATEMENTS = 8
_MOST_CROWDED = 3.0
_FAR = 0.5  # a factor of about 30: "at least five" does not speak of the same dead as 170,000, though both can hold


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse document frequency of stems, and of classes of matters, among the statements of one story.

    `statements` is how many each document has.
    """

    idf: Mapping[str, float]
    matter_idf: Mapping[str, float]
    statements: Mapping[str, int]
    # Whole sets are weighed again with every partner; a story has few distinct ones.
    _weights: dict[frozenset[str], float] = field(default_factory=dict, repr=False, compare=False)

    def weight(self, stems: frozenset[str]) -> float:
        """Return the summed squared rarity of a set of stems."""
        known = self._weights.get(stems)
        if known is None:
            known = self._weights[stems] = self._sum(stems)
        return known

    def _sum(self, stems: frozenset[str]) -> float:
        idf = self.idf
        total = 0.0
        for word in sorted(stems):  # a sum of floats depends on its order, a set's order on the process
            rarity = idf.get(word, _UNSEEN_IDF)
            total += rarity * rarity
        return total

    def cosine(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the rarity-weighted cosine of two sets, 0 to 1."""
        shared = left & right
        return self._sum(shared) / sqrt(self.weight(left) * self.weight(right)) if shared else 0.0

    def matter(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return how telling the rarest class of matters is that both speak of: 0 none or all do, 1 hardly any."""
        return min(1.0, max((self.matter_idf.get(name, _UNSEEN_IDF) for name in left & right), default=0.0) / _TELLING)

    def crowd(self, left: str, right: str) -> float:
        """Return how many statements two documents offer to be joined: 0 for eight each or fewer, 1 for 22, at most 3.

        The more there are, the less likely any two are the same.
        """
        statements = sqrt(self.statements[left] * self.statements[right])
        return min(_MOST_CROWDED, max(0.0, log(statements / _FEW_STATEMENTS)))


def measure_rarity(profiles: Sequence[Profile]) -> Rarity:
    """Return the inverse frequency of stems and of matters among statements: ln(1 + statements / those that hold it).

    A class of matters that every statement holds ("quake" in news of a quake) tells nothing, so its rarity is 0.
    """
    counts = Counter(word for profile in profiles for word in profile.stems)
    matters = Counter(name for profile in profiles for name in profile.matters)
    return Rarity(
        {word: log(1 + len(profiles) / count) for word, count in counts.items()},
        {name: log(len(profiles) / count) for name, count in matters.items()},
        Counter(profile.statement.doc_id for profile in profiles),
    )


def pair_features(
    left: Profile, right: Profile, rarity: Rarity, *, same_speaker: bool | None, meaning: float
) -> tuple[tuple[str, float], ...]:
    """Return the features of a pair in a fixed order; symmetric in its arguments.

    Args:
        left: One statement's profile.
        right: Another's.
        rarity: Rarity of stems among all statements of the story.
        same_speaker: Whether one source of the story says both; None where one of them is not known.
        meaning: Cosine of the vectors of their words, -1 to 1.
    """
    matter = rarity.matter(left.matters, right.matters)
    documents = (left.statement.doc_id, right.statement.doc_id)
    # Clauses of one sentence share it, whatever they state.
    one_sentence = documents[0] == documents[1] and left.sentence == right.sentence
    return (
        ("meaning", max(0.0, meaning)),
        ("sentence", 0.0 if one_sentence else rarity.cosine(left.context, right.context)),
        ("long-articles", rarity.crowd(*documents)),
        ("other-matter", float(bool(left.matters and right.matters) and not left.matters & right.matters)),
        ("same-verb", float(bool(left.verbs & right.verbs))),
        ("other-names", float(bool(left.names and right.names) and not left.names & right.names)),
        *_value_features(left, right, matter),
        *_apart_features(left, right, rarity.cosine(left.stems, right.stems), same_speaker=same_speaker),
    )


def _apart_features(
    left: Profile, right: Profile, words: float, *, same_speaker: bool | None
) -> tuple[tuple[str, float], ...]:
    """What tells two matters apart in one document, or at two times; equal wording (`words`) overrules both."""
    one_document = left.statement.doc_id == right.statement.doc_id
    values = compare_values(left.statement.value, right.statement.value)
    return (
        ("other-time", float(words < _SAME_WORDING and _apart_in_time(left, right))),
        # Two people an article quotes in words of their own mostly speak of two matters.
        ("two-voices", float(same_speaker is False and one_document and words < _ECHO)),
        ("two-counts", float(one_document and values == "apart")),
        # A toll beside that of an accident years ago, told for comparison; one that rises is not recalled.
        ("other-event", float(values == "apart" and left.recalled != right.recalled and _apart_in_time(left, right))),
    )


def _value_features(left: Profile, right: Profile, matter: float) -> tuple[tuple[str, float], ...]:
    """What the two values, or the lack of one, say; "far" and "other" speak against, equal figures for."""
    ours, theirs = left.statement.value, right.statement.value
    values = compare_values(ours, theirs)
    distance = _distance(ours, theirs) if values != "incomparable" else 0.0
    both_valued = ours is not None and theirs is not None
    same_dimension = both_valued and dimension_of(ours) == dimension_of(theirs)  # type: ignore[arg-type]
    counts = ours is not None and dimension_of(ours) == COUNT_DIMENSION
    figure = rare_figure(ours)
    return (
        ("same-value", float(values == "meet" and distance < _FAR)),
        ("same-figure", float(figure is not None and figure == rare_figure(theirs))),
        ("other-value", float(values == "apart" and counts)),
        ("count-of-matter", matter if same_dimension else 0.0),
        ("other-unit", float(both_valued and not same_dimension)),
        ("one-value", float((ours is None) != (theirs is None))),
        ("other-counted", float(bool(left.counted and right.counted) and not left.counted & right.counted)),
        ("far-value", distance if values == "apart" or distance >= _FAR else 0.0),
        ("partial", float(values == "apart" and left.partial != right.partial)),
    )


def rare_figure(value: Value | None) -> float | None:
    """Return a figure that chance hardly repeats (249, 6.1, 233,000, a time of day; not 5 or "hundreds"), or None."""
    if value is None or value.lower is None or value.lower != value.upper:
        return None
    figure = value.lower
    return figure if figure > _SMALL or figure != int(figure) or is_clock(value.unit) else None


def weigh_pair(features: Sequence[tuple[str, float]], weights: Mapping[str, float], bias: float) -> float:
    """Return the log-odds that two statements are one claim."""
    return bias + sum(weights.get(name, 0.0) * value for name, value in features if value)


def explain_pair(
    left: Profile, right: Profile, features: Sequence[tuple[str, float]], config: ClaimConfig
) -> ClaimLink:
    """Return the weighed reasons for and against two statements being one claim; `score` is the log-odds."""
    weights = dict(config.pair_weights)
    weighed = [("bias", config.pair_bias)]
    weighed += [(name, weights[name] * value) for name, value in features if value and name in weights]
    first, second = sorted((left.statement.statement_id, right.statement.statement_id))
    return ClaimLink(
        left_id=first,
        right_id=second,
        features=tuple(weighed),
        score=weigh_pair(features, weights, config.pair_bias),
        rule="weighed-features",
    )


def _distance(left: Value | None, right: Value | None) -> float:
    """How far two values stand apart, 1 for a thousandfold or more: a toll of 5 is not one of 170,000."""
    sizes = [abs(v.lower or v.upper or 0.0) for v in (left, right) if v is not None]
    if len(sizes) < 2 or not min(sizes):
        return _FAR if len(sizes) == 2 and max(sizes) else 0.0
    return min(1.0, log10(max(sizes) / min(sizes)) / 3)


def _apart_in_time(left: Profile, right: Profile) -> bool:
    """Tell whether two sentences speak of days more than two weeks apart."""
    if left.when is None or right.when is None:
        return False
    gap = max(left.when[0], right.when[0]) - min(left.when[1], right.when[1])
    return gap.days > _SAME_EVENT_DAYS
