"""Which sources another source could be: "a senior U.S. official" may be one of "American officials".

Used by the counting stage: `unnamed_group` is the key that merges unnamed roots, `compatible` tells whether one may be
another source. Imports: this room's compatible_names, lexicon, records and the standard library only.
"""

from itertools import pairwise

from headwater.entities.compatible_names import may_be_named
from headwater.lexicon.countries import country_of
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, SourceNoun, source_noun
from headwater.records import Entity

# A group and the narrower groups it takes in: a diplomat is an official, an aide is no diplomat.
_WIDER: dict[str, frozenset[str]] = {
    "officials": frozenset({"diplomats", "aides", "officers", "authorities", "investigators", "politicians"}),
    "authorities": frozenset({"officials", "officers", "investigators"}),
    "sources": frozenset(
        (
            "officials diplomats aides officers authorities investigators politicians experts lawyers people "
            "journalists"
        ).split()
    ),
    "witnesses": frozenset({"residents", "relatives", "friends", "activists", "people", "rescuers"}),
    "residents": frozenset({"witnesses", "relatives", "people"}),
    "people": frozenset(
        "residents witnesses relatives friends medics rescuers activists experts lawyers officials aides politicians "
        "officers sources fighters journalists".split()
    ),
    "experts": frozenset({"medics"}),
}
_OFFICIAL_GROUPS = frozenset({"officials", "authorities", "investigators", "officers", "diplomats", "aides"})
# Words of organisations that officials speak for, beside those the noun lexicon gives the group "authorities".
_STATE_WORDS = frozenset(
    (
        "ministry department agency police army government council authority bureau commission survey service "
        "guard nations parliament court embassy military navy force forces house kremlin pentagon treasury "
        "administration"
    ).split()
)
_STOP = frozenset("of from at in with for on to by near the a an and inside within".split())


def unnamed_group(entity: Entity) -> str:
    """Return the kind of unnamed speaker an entity is ("officials", "residents", "reports"), the key of its root."""
    noun = _head(entity)
    if noun is None:
        return "people"
    return noun.group if noun.group != "documents" else "reports"


def compatible(unnamed: Entity, other: Entity, parent: Entity | None = None) -> bool:
    """Tell whether a source could be, or be one of, another source.

    Args:
        unnamed: An entity of kind "unnamed", or a named one, which could be another under a fuller name.
        other: Any other entity of the story, named or not.
        parent: The organisation `other` speaks for, when known.

    Returns:
        True when group, country, organisation and number do not speak against it.
    """
    if unnamed.entity_id == other.entity_id:
        return False
    if unnamed.kind != "unnamed":
        return may_be_named(unnamed, other)
    if other.kind == "unnamed":
        return _groups_meet(unnamed_group(unnamed), unnamed_group(other)) and _places_meet(unnamed, other, parent)
    group = unnamed_group(unnamed)
    if other.kind == "person":
        roles = _roles(other)
        groups = {noun.group for role in roles if (noun := source_noun(role))}
        if parent is not None and _is_state(parent) and group in _OFFICIAL_GROUPS:
            groups.add("officials")
        return any(_groups_meet(group, own) for own in groups) and _places_meet(unnamed, other, parent)
    if other.kind == "organisation":
        return _speaks_for(group, other) and _places_meet(unnamed, other, parent)
    return False


def _groups_meet(group: str, other: str) -> bool:
    return group == other or other in _WIDER.get(group, frozenset()) or group in _WIDER.get(other, frozenset())


def _speaks_for(group: str, organisation: Entity) -> bool:
    """Tell whether unnamed people of a group may speak for an organisation."""
    if group in _OFFICIAL_GROUPS:
        return _is_state(organisation)
    nouns = [noun for word in _words(organisation) | set(_roles(organisation)) if (noun := source_noun(word))]
    if group == "companies":
        return any(noun.noun_class == "company" for noun in nouns) or not nouns
    return any(noun.group == group and noun.noun_class in ORGANISATION_CLASSES for noun in nouns)


def _is_state(organisation: Entity) -> bool:
    if country_of(organisation.caption):
        return True
    return bool((_words(organisation) | set(_roles(organisation))) & _STATE_WORDS)


def _places_meet(unnamed: Entity, other: Entity, parent: Entity | None) -> bool:
    """Tell whether countries and organisations named of both leave room for their being the same."""
    own, theirs = _countries(unnamed), _countries(other) | (_countries(parent) if parent else set())
    if own and theirs and not own & theirs:
        return False
    mine = _affiliation_words(unnamed)
    if not mine or (other.kind == "organisation" and mine & _words(other)):
        return True
    house = _affiliation_words(other) | (_words(parent) if parent else set())
    if other.kind == "organisation":
        house |= _words(other)
    return not house or bool(mine & house)


def _countries(entity: Entity) -> set[str]:
    words = " ".join(
        (entity.descriptor or "", entity.affiliation or "", *(entity.caption,)[: entity.kind != "person"])
    ).split()
    words += [rule.removeprefix("of: ") for rule in entity.rules if rule.startswith("of: ")]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return {country for word in (*words, *pairs) if word[:1].isupper() and (country := country_of(word))}


def _affiliation_words(entity: Entity) -> set[str]:
    """Return the words of an affiliation that is no country."""
    if entity.affiliation is None or country_of(entity.affiliation):
        return set()
    return {word.casefold() for word in entity.affiliation.split() if not country_of(word)} - _STOP


def _words(entity: Entity) -> set[str]:
    return {word.casefold() for word in entity.caption.split()} - _STOP


def _roles(entity: Entity) -> tuple[str, ...]:
    return tuple(rule.removeprefix("called: ") for rule in entity.rules if rule.startswith("called: "))


def _head(entity: Entity) -> SourceNoun | None:
    """Return the head noun of a descriptor: the last noun before its first preposition."""
    words = (entity.descriptor or entity.caption).casefold().split()
    cut = next((i for i, word in enumerate(words) if i and word in _STOP), len(words))
    for word in reversed(words[:cut]):
        if noun := source_noun(word):
            return noun
    return None
