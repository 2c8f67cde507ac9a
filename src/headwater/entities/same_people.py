"""Rules that unite people of several documents: spellings, short forms, surnames, the only holder of an office.

Imports: this room, lexicon, records and the standard library only.
"""

from collections.abc import Iterator, Sequence

from headwater.entities.name_forms import split_suffix
from headwater.entities.unions import Union, union
from headwater.entities.variants import (
    is_surname,
    plain,
    same_person_name,
    same_surname,
    skeleton,
    sound,
)
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Entity


def same_people(people: list[Entity], organisations: Sequence[Entity]) -> Iterator[Union]:
    """Yield the unions of a story's people.

    Args:
        people: Entities that are persons.
        organisations: The others; a bare surname may have been taken for a body's name.
    """
    yield from _people(people)
    yield from _office_holders(people)
    yield from _surnames([*people, *(e for e in organisations if _may_be_surname(e))])


def _parts(person: Entity) -> tuple[str, ...]:
    """Return the words of a name without "Jr." and the like."""
    return split_suffix(tuple(person.caption.split()))[0]


def _suffix(person: Entity) -> str:
    return split_suffix(tuple(person.caption.split()))[1]


def _named_twice(people: list[Entity]) -> frozenset[tuple[str, str]]:
    """Return given name and surname of those whom one document names both with "Jr." and without: father and son."""
    found: dict[tuple[str | None, str, str], set[str]] = {}
    for person in people:
        words = _parts(person)
        if len(words) > 1:
            found.setdefault((person.doc_id, plain(words[0]), plain(words[-1])), set()).add(_suffix(person))
    return frozenset((given, surname) for (_, given, surname), marks in found.items() if len(marks) > 1)


def _of_two_ages(left: Entity, right: Entity, twice: frozenset[tuple[str, str]]) -> bool:
    """Tell whether two names of one spelling are father and son somewhere in the story."""
    words = _parts(left)
    return _suffix(left) != _suffix(right) and (plain(words[0]), plain(words[-1])) in twice


def _people(people: list[Entity]) -> Iterator[Union]:
    """Unite full names spelt differently; only names whose surnames share a key are compared."""
    blocks: dict[str, list[Entity]] = {}
    for person in sorted(people, key=lambda e: e.entity_id):
        words = _parts(person)
        if len(words) > 1:
            for key in {sound(words[-1]), skeleton(words[-1]), f"given {plain(words[0])}"}:
                blocks.setdefault(key, []).append(person)
    torn, twice = _torn_initials(people), _named_twice(people)
    for block in blocks.values():
        forms = one_a_caption(block)
        for index, left in enumerate(forms):
            for right in forms[index + 1 :]:
                rule = same_person_name(_parts(left), _parts(right))
                unsure = rule == "initial" and not torn.isdisjoint((left.caption, right.caption))
                if rule and not unsure and not _offices_conflict(left, right) and not _of_two_ages(left, right, twice):
                    yield union(1, left, right, rule)


def _torn_initials(people: list[Entity]) -> frozenset[str]:
    """Return the captions whose initial fits two given names of the story: "J. Marlow" beside John and Jane."""
    full: dict[tuple[str, str], set[str]] = {}
    for person in people:
        given, surname = plain(_parts(person)[0]), sound(_parts(person)[-1])
        if len(given) > 1 and " " in person.caption:
            full.setdefault((given[0], surname), set()).add(sound(given))
    return frozenset(
        person.caption
        for person in people
        if len(plain(_parts(person)[0])) == 1
        and len(full.get((plain(_parts(person)[0]), sound(_parts(person)[-1])), ())) > 1
    )


def _offices_conflict(left: Entity, right: Entity) -> bool:
    """Tell whether two people are tied to different countries."""
    own = {rule for rule in left.rules if rule.startswith("of: ")}
    theirs = {rule for rule in right.rules if rule.startswith("of: ")}
    return bool(own and theirs and not own & theirs)


def _surnames(people: list[Entity]) -> Iterator[Union]:
    """Unite a bare surname with the one full name that bears it; two of one surname stay apart from it."""
    full: dict[str, dict[str, Entity]] = {}
    # A father before his son: "Roe" is not Ann Roe Jr. where Ann Roe is named.
    for person in sorted(people, key=lambda e: (_suffix(e), e.entity_id)):
        words = _parts(person)
        if len(words) > 1:
            full.setdefault(sound(words[-1]), {}).setdefault(sound(words[0]), person)
    for person in people:
        words = _parts(person)
        bearers = list(full.get(sound(words[0]), {}).values()) if len(words) == 1 else []
        if bearers and _one_person(bearers):
            bearer = bearers[0]
            rule = same_surname(words[0], _parts(bearer)[-1])
            if rule and not _offices_conflict(person, bearer):
                yield union(2, person, bearer, f"surname of the only such person, {rule}")


def _one_person(bearers: list[Entity]) -> bool:
    """Tell whether full names are spellings of one."""
    first = _parts(bearers[0])
    return all(same_person_name(first, _parts(other)) for other in bearers[1:])


def _office_holders(people: list[Entity]) -> Iterator[Union]:
    """Unite "the mayor" with the only person of the story whom a text calls mayor by name."""
    named: dict[str, list[Entity]] = {}
    for person in sorted(people, key=lambda e: e.entity_id):
        if " " in person.caption and not person.caption.islower():
            for rule in person.rules:
                if rule.startswith("called: "):
                    named.setdefault(rule.removeprefix("called: "), []).append(person)
    for person in people:
        noun = source_noun(person.caption) if person.caption.islower() else None
        holders = named.get(person.caption, []) if noun and noun.noun_class == "office" and not noun.plural else []
        if holders and _one_person(holders):
            yield union(3, person, holders[0], f"the only {person.caption} the story names")


def _may_be_surname(entity: Entity) -> bool:
    """Tell whether a one-word name that its own document did not place may be a surname ("Obama has said")."""
    called = any(rule.startswith("called: ") for rule in entity.rules)
    return entity.kind == "organisation" and " " not in entity.caption and is_surname(entity.caption) and not called


def one_a_caption(block: list[Entity]) -> list[Entity]:
    """Return the first entity of each caption: the others are united with it already."""
    return list({entity.caption.casefold(): entity for entity in reversed(block)}.values())[::-1]
