"""Persons told by nouns alone ("a young boy", "his wife"), and which of them cannot be the same.

Imports: lexicon only.
"""

from collections.abc import Sequence

from headwater.lexicon.matters import stem

# One person told by a noun, as part of a regular expression.
PERSON_NOUN = (
    r"(?:man|woman|child|boy|girl|baby|toddler|teenager|person|worker|soldier|policeman|officer|student|driver|villager"
    r"|resident|firefighter|journalist|protester|tourist|patient|passenger|pilot|civilian|guard|miner|rescuer|wife"
    r"|husband|son|daughter|mother|father|brother|sister|friend|colleague)"
)
# noun -> sex and age, "" where the noun leaves it open
_TRAITS: dict[str, tuple[str, str]] = {
    stem(noun): traits
    for nouns, traits in (
        ("man husband father grandfather uncle", ("male", "adult")),
        ("woman wife mother grandmother aunt", ("female", "adult")),
        ("boy", ("male", "child")),
        ("girl", ("female", "child")),
        ("son brother nephew", ("male", "")),
        ("daughter sister niece", ("female", "")),
        ("child toddler baby infant", ("", "child")),
    )
    for noun in nouns.split()
}

_PEOPLE_STEMS = frozenset(
    stem(noun)
    for noun in (
        "people person soul man woman child passenger resident villager traveller traveler commuter worker employee "
        "staff student pupil soldier victim body life casualty fatality survivor civilian inhabitant citizen other "
        "neighbour neighbor guest visitor tourist pilgrim migrant refugee crew member evacuee patient household family"
    ).split()
)


def is_person(word: str) -> bool:
    """Tell whether a lower-cased noun, or its stem, counts persons ("passengers", "souls")."""
    return stem(word) in _PEOPLE_STEMS


def persons_in(stems: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of nouns for persons, in reading order, each once."""
    return tuple(dict.fromkeys(word for word in stems if word in _TRAITS))


def differing_persons(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """Return the two persons that set two statements apart when all others are the same and these cannot be one."""
    mine, other = [word for word in left if word not in right], [word for word in right if word not in left]
    if len(left) != len(right) or len(mine) != 1 or len(other) != 1 or not _cannot_be(mine[0], other[0]):
        return None
    return mine[0], other[0]


def _cannot_be(left: str, right: str) -> bool:
    """Tell whether two nouns for persons cannot mean one person: they differ in sex or in age."""
    return any(a != b for a, b in zip(_TRAITS[left], _TRAITS[right], strict=True) if a and b)
