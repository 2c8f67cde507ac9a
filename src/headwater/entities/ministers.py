"""Whom the people of a story speak for: a minister for his ministry, nobody for another person.

Imports: this room's names, lexicon, records and the standard library only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.lexicon.countries import country_of
from headwater.records import Entity

# Words for what an office is about or how high it stands; before a minister or a secretary they name no organisation.
PORTFOLIOS = frozenset(
    "prime finance interior foreign home defence defense health education justice trade transport energy agriculture "
    "labour labor environment culture tourism water works housing information sports mines planning police fire "
    "treasury state commerce chief first budget economy industry science power petroleum railway oil".split()
)
_OFFICES = frozenset(("minister", "secretary"))
_ADVISERS = frozenset(("adviser", "advisor"))
# Before any office: "Managing Director", "Supreme Leader", "Vice President", "Press Secretary".
_RANKS = frozenset(
    "prime supreme vice deputy managing executive general chief press crown grand first lord associate assistant "
    "acting interim senior joint under permanent attorney special incoming outgoing".split()
)
_FIELD_WORDS = PORTFOLIOS | frozenset("external internal affairs security national cabinet union".split())
# Words before a minister that end so name his country, known or not: "Norlandic", "Ondaran".
_OF_NATION = ("an", "ic", "ish", "ese")
_SAME_NATION = 4  # letters in which "Norlandic" and "Norland" must agree
_HOUSES = frozenset("ministry department office treasury dept".split())
_UNTELLING = frozenset("prime chief first state".split())  # a state department is no department of each state


def before_office(words: Sequence[str], roles: Iterable[str]) -> int:
    """Return how many of the words before an office name an organisation: none of "Foreign" before a minister.

    Args:
        words: Capitalised words before the office's noun, as written.
        roles: Lemmas of the office's nouns.
    """
    by_field = not (_OFFICES | _ADVISERS).isdisjoint(roles)
    empty = _RANKS | _FIELD_WORDS if by_field else _RANKS
    kept = len(words)
    while kept and words[kept - 1].lower() in empty:
        kept -= 1
    return 0 if by_field and kept == 1 and words[0].lower().endswith(_OF_NATION) else kept


def fields_of(modifiers: Iterable[str], roles: Iterable[str]) -> tuple[str, ...]:
    """Return rule lines for what a minister or secretary is in charge of and for whom ("field: foreign"), sorted."""
    if _OFFICES.isdisjoint(roles):
        return ()
    fields = sorted({_spelt(word) for word in modifiers} & (PORTFOLIOS - _UNTELLING))
    nations = sorted(word for word in modifiers if word not in _FIELD_WORDS and word.endswith(_OF_NATION))
    return (*(f"field: {field}" for field in fields), *(f"nation: {nation}" for nation in nations if fields))


def with_parents(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return a story's entities, ministers of one portfolio tied to the only ministry for it.

    A person's former lawyer or his aide is a source of his own: a tie to another person, or to a bare surname, goes.
    """
    surnames = {e.caption.split()[-1] for e in entities if e.kind == "person" and " " in e.caption}
    people = {e.entity_id for e in entities if e.kind == "person" or e.caption in surnames}
    freed = [replace(e, parent_id=None) if e.parent_id in people else e for e in entities]
    houses = [e for e in freed if e.kind == "organisation" and not _HOUSES.isdisjoint(_words(e))]
    return tuple(_tied(entity, houses) for entity in freed)


def _tied(entity: Entity, houses: Sequence[Entity]) -> Entity:
    fields = _told(entity, "field: ")
    if entity.kind != "person" or entity.parent_id is not None or not fields:
        return entity
    nations = _told(entity, "of: ") | {_nation(word) for word in _told(entity, "nation: ")}
    fitting = [house for house in houses if fields & _words(house) and _may_be_of(house, nations)]
    if len(fitting) != 1:
        return entity
    rule = f"minister of the only such house: {fitting[0].caption!r}"
    return replace(entity, parent_id=fitting[0].entity_id, rules=(*entity.rules, rule))


def _told(entity: Entity, opener: str) -> set[str]:
    return {rule.removeprefix(opener) for rule in entity.rules if rule.startswith(opener)}


def _may_be_of(house: Entity, nations: set[str]) -> bool:
    own = {_nation(word) for word in house.caption.split() if country_of(word) or word.endswith(_OF_NATION)}
    return not own or not nations or not own.isdisjoint(nations)


def _nation(word: str) -> str:
    """Return a country's name, or the letters an unknown one's shares with its adjective."""
    return country_of(word) or word.lower()[:_SAME_NATION]


def _words(entity: Entity) -> set[str]:
    return {_spelt(word.strip(".,’'")) for word in entity.caption.split()}


def _spelt(word: str) -> str:
    low = word.lower()
    return {"defense": "defence", "labor": "labour"}.get(low, low)
