"""Which named source may be another one under a fuller name, where nothing shows for certain that it is.

The counting stage takes such a pair for one root at the lower end and for two at the upper. The relation runs from the
vaguer name to the fuller one and never back, so that "the Authority" may be either of two authorities, which stay two.
Imports: this room, lexicon, records and the standard library only.
"""

from headwater.entities.body_names import (
    GENERIC,
    BodyName,
    body_name,
    covered,
    describes_central_bank,
    heads_agree,
    is_central_bank,
    is_company_name,
    is_company_noun,
    lands_conflict,
    tiers_conflict,
)
from headwater.entities.register import is_company
from headwater.entities.variants import same_person_name, same_surname
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Entity

_NAMED = frozenset(("person", "organisation"))
_SPEAKERS = frozenset(("mouth", "staff"))


def may_be_named(vague: Entity, full: Entity) -> bool:
    """Tell whether a named source may be another one whose name is fuller.

    Args:
        vague: A person, organisation or document.
        full: Another entity of the story.

    Returns:
        True when a telling word is common to both and kind, country and given name do not speak against it; always
        False the other way round.
    """
    if vague.kind == full.kind == "document":
        return _may_be_text(vague, full)
    if vague.kind not in _NAMED or full.kind not in _NAMED or vague.entity_id == full.entity_id:
        return False
    if vague.kind == "person":
        if full.kind == "person":
            return _may_be_person(vague, full)
        return _speaks_for(vague.caption, full)
    if full.kind == "person":
        # "Orrin has said" may be a surname that its own document does not explain; a lower-case noun never is.
        return vague.caption[:1].isupper() and _one_of(vague.caption, full.caption)
    return any(_may_be_body(vague, body_name(vague.caption), full, body_name(name)) for name in _names(full))


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.caption, *entity.aliases)


def _may_be_text(vague: Entity, full: Entity) -> bool:
    """Tell whether "the post" of one article may be "the social media post" of another; titled texts never are."""
    own, theirs = vague.caption.split(), full.caption.split()
    if not (vague.caption.islower() and full.caption.islower() and own[-1] == theirs[-1]):
        return False
    return set(own) <= set(theirs) and (len(own), vague.entity_id) < (len(theirs), full.entity_id)


def _may_be_person(vague: Entity, full: Entity) -> bool:
    own, theirs = tuple(vague.caption.split()), tuple(full.caption.split())
    if _lands(vague) and _lands(full) and _lands(vague).isdisjoint(_lands(full)):
        return False
    if len(own) == 1:
        return _one_of(vague.caption, full.caption)
    initial = len(own[0].rstrip(".")) == 1 and len(theirs[0].rstrip(".")) > 1
    return initial and same_person_name(own, theirs) == "initial"


def _one_of(word: str, name: str) -> bool:
    """Tell whether one word is the given name or the surname of a full name."""
    words = name.split()
    if " " in word or len(words) < 2 or source_noun(word) or any(map(str.islower, (word, words[0], words[-1]))):
        return False
    return any(same_surname(word, other) is not None for other in (words[0], words[-1]))


def _lands(person: Entity) -> set[str]:
    return {rule for rule in person.rules if rule.startswith("of: ")}


def _speaks_for(caption: str, body: Entity) -> bool:
    """Tell whether a speaker called after a body ("representatives for Veldt") may be this body's voice."""
    words = [word for word in body_name(caption).words if word != "for"]
    rest = [word for word in words if (noun := source_noun(word)) is None or noun.noun_class not in _SPEAKERS]
    return 0 < len(rest) < len(words) and any(covered(rest, body_name(name).words) for name in _names(body))


def _may_be_body(vague: Entity, name: BodyName, body: Entity, full: BodyName) -> bool:
    owner, owns, part = vague.caption.replace("’", "'").partition("'s ")
    house = body_name(owner)
    if owns and part.islower() and house.head is not None:
        # A part of a body is no certain second one: "the Office's laboratory" beside the Health Office.
        return house.words == full.words[-len(house.words) :]
    if lands_conflict(name, full) or (len(name.words), name.words) >= (len(full.words), full.words):
        return False
    if describes_central_bank(name):
        return is_central_bank(full)
    if name.head is not None and name.words == (vague.caption.casefold(),):
        return _is_such(name, body, full)
    if not heads_agree(name, full):
        return False
    if not name.telling or _together(vague, body) or tiers_conflict(name, full):
        return False
    return covered(tuple(name.modifiers - GENERIC) if name.described else name.words, full.words)


def _is_such(noun: BodyName, body: Entity, full: BodyName) -> bool:
    """Tell whether a bare noun ("the ministry", "the firm") may mean a body."""
    if is_company_noun(noun.words[0]):
        roles = [rule.removeprefix("called: ") for rule in body.rules if rule.startswith("called: ")]
        return is_company_name(full) or is_company(body.caption, roles)
    return noun.head == full.head


def _together(vague: Entity, body: Entity) -> bool:
    """Tell whether a document that names both by several words keeps them apart."""
    own, theirs = ({span.doc_id for span in entity.mention_spans} for entity in (vague, body))
    return " " in vague.caption and not own.isdisjoint(theirs)
