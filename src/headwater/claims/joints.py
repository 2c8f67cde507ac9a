"""What stands at a joint of a sentence: whether a conjunction, a comma or a participle opens a clause there.

All rules read lower-cased words; `IN_VALUE` fills the places of a value behind its first token, so that no rule looks
into a figure. Imports: text and this room only.
"""

from collections.abc import Collection, Sequence

from headwater.claims.persons import is_person
from headwater.claims.predicates import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    holds_verb,
    is_finite,
    is_gerund,
    is_plural,
    is_telling_verb,
    is_verb,
)
from headwater.text import Token

MARKS = frozenset('"“”„«»')
SUBORDINATORS = frozenset(
    "after although because before but if once since that though unless until when whenever where whereas whether "
    "which while who whose".split()
)
COORDINATORS = frozenset("and or nor plus".split())
RELATIVES = frozenset({"that", "which", "who"})
IN_VALUE = "0"
_COUNT_REACH = 4
_PREDICATE_REACH = 6
_RELATIVE_REACH = 24
_FRONT_REACH = 12
_ASIDE_REACH = 8


def parts_two_counts(
    tokens: Sequence[Token],
    folded: Sequence[str],
    reach: tuple[int, int],
    edges: tuple[Collection[int], Collection[int]],
    *,
    has_verb: bool,
) -> bool:
    """Tell whether a conjunction stands between counts of two things: "118 cases and six deaths", "deaths at six".

    People counted in two kinds are one subject ("two men and a woman were hurt") and stay together.

    Args:
        tokens: The sentence.
        folded: Its lower-cased words.
        reach: Index of the token that opened the clause, and of the conjunction.
        edges: Offsets where values start, and where they end.
        has_verb: The clause so far holds a verb.
    """
    last, index = reach
    starts, ends = edges
    if folded[index] not in COORDINATORS:
        return False
    left = next((k for k in range(index - 1, max(last, index - _COUNT_REACH) - 1, -1) if tokens[k].end in ends), None)
    right = next((k for k in (index + 1, index + 3) if k < len(tokens) and tokens[k].start in starts), None)
    if left is None or right is None or (right > index + 1 and folded[right - 1] not in {"at", "to"}):
        return False
    between = folded[left + 1 : index]
    if not between:
        return right > index + 1
    if holds_verb(between):
        return False
    counts_people = any(is_person(word) for word in between)
    ends_a_thing = is_plural(between[-1]) or counts_people or any(word in PREPOSITIONS for word in between)
    return ends_a_thing and (has_verb or not counts_people)


def resumes_behind_relative(folded: Sequence[str], opened: int, index: int) -> bool:
    """Tell whether a noun's own verb begins behind its relative clause: "the blaze that hit two mills | had spread"."""
    if folded[opened] not in RELATIVES or not is_finite(folded[index]) or not 3 <= index - opened <= _RELATIVE_REACH:
        return False
    before = folded[index - 1]
    told = folded[opened + 1 : index]
    if not is_verb(folded, opened + 1) or any(
        word in PRONOUNS or (word not in AUXILIARIES and is_telling_verb(word)) for word in told
    ):
        return False
    return (
        before[0].isalnum()
        and before not in AUXILIARIES | PREPOSITIONS | DETERMINERS | {"and", "or", "not", "to", "as", "than"}
        and not before.endswith("ly")
    )


def opens_as_clause(folded: Sequence[str], start: int) -> bool:
    """Tell whether "as" begins a clause ("as the quake shook houses") rather than a comparison or a role."""
    return (folded[start] in DETERMINERS or folded[start] in PRONOUNS) and predicate_follows(folded, start)


def stands_inside_phrase(before: str) -> bool:
    """Tell whether a word behind this one goes on in its phrase."""
    return (
        before in PREPOSITIONS
        or before in DETERMINERS
        or before in AUXILIARIES
        or before in PRONOUNS
        or not before[0].isalnum()
    )


def parts_a_clock(folded: Sequence[str], index: int) -> bool:
    """Tell whether a colon here parts the figures of a time of day ("7: 37")."""
    colon = index if folded[index] == ":" else index - 1
    around = [*folded[colon - 1 : colon], *folded[colon + 1 : colon + 2]]
    return len(around) == 2 and all(word[0].isdecimal() for word in around)


def opens_participle(folded: Sequence[str], index: int) -> bool:
    """A participle behind a noun opens a clause ("villages flooded by the river"); inside a verb group it does not."""
    if any(word in AUXILIARIES or word == "to" for word in folded[max(0, index - 3) : index]):
        return False
    following = folded[index + 1] if index + 1 < len(folded) else "."
    return following in PREPOSITIONS or following in DETERMINERS or following.endswith("ly")


def is_list_item(folded: Sequence[str], index: int) -> bool:
    """Tell whether what follows a comma is one more item of a list rather than a clause or an apposition's end."""
    following = folded[index : index + 4]
    fronted = index <= _FRONT_REACH and (folded[0] in PREPOSITIONS or folded[0] == "as")
    if fronted and "," not in folded[: index - 1]:
        return False  # "As of Monday, 12 cases and two deaths were known"
    if following[0] in COORDINATORS:
        return not predicate_follows(folded, index + 1)
    if following[0] in SUBORDINATORS or following[0] in DETERMINERS or following[0] in PREPOSITIONS:
        return False
    stop = next((k for k, word in enumerate(following) if word in {",", ".", "and", "or"}), None)
    if stop is None or stop > 2 or is_gerund(following[0]):
        return False
    return not holds_verb(following[:stop])


def predicate_follows(folded: Sequence[str], start: int) -> bool:
    """Tell whether a verb comes before anything that closes the noun phrase behind a conjunction."""
    while start < len(folded) and (folded[start] in MARKS or folded[start] == "that"):
        start += 1
    counts = any(word[0].isdecimal() for word in folded[start : start + 3])
    stop = start + _PREDICATE_REACH + 2 * counts
    index = start - 1
    while (index := index + 1) < min(len(folded), stop):
        word = folded[index]
        if word == "(" and ")" in folded[index : index + _ASIDE_REACH]:  # "and Moor Healthcare (MOOR) fell"
            length = folded.index(")", index) - index
            index, stop = index + length, stop + length + 1
            continue
        if word in COORDINATORS and counts:
            continue  # "and about 1,500 houses and barns were damaged"
        if word in SUBORDINATORS or word in COORDINATORS or not word[0].isalnum() or word == "as":
            return False
        if word in PREPOSITIONS and word != "of" and index > start:
            return False
        if is_verb(folded, index):
            return True
    return False
