"""Shorter and longer names of one body across the documents of a story, united where nothing else there fits.

These rules look at everybody the story names, so they run when names spelt alike are united already. Where two names
only may be one, nothing is united here: see compatible_names.py.
Imports: this room, lexicon, records and the standard library only.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from headwater.entities.body_names import (
    BodyName,
    begins,
    body_name,
    covered,
    describes_central_bank,
    ends,
    is_central_bank,
    is_company_name,
    lands_conflict,
)
from headwater.entities.unions import Union, union
from headwater.entities.variants import plain
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import name_gender
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, source_noun
from headwater.records import Document, Entity

# What one may have in a firm: "shares in Orrin" shows no place.
_HELD = frozenset("shares stake confidence trust faith interest investors depositors holding invested believe".split())
# "The House" is no short form of "White House", nor "the U.N." of one of its agencies.
_CHAMBERS = frozenset("un us eu uk nato house senate congress parliament commons lords assembly".split())
_PARTNERS = frozenset("group union".split())


@dataclass(frozen=True, slots=True)
class _Body:
    """Entities already united, as these rules see them.

    Attributes:
        bodies: Each name of an organisation or outlet with its first bearer.
        short: What texts that give one of its names of several words call it besides.
        documents: doc_ids.
    """

    number: int
    bodies: tuple[tuple[BodyName, Entity], ...]
    people: tuple[Entity, ...]
    short: frozenset[str]
    documents: frozenset[str]


def later_unions(clusters: Iterable[Sequence[Entity]], documents: Sequence[Document]) -> Iterator[Union]:
    """Yield the unions of a story's names that are shorter or longer forms of one another.

    Args:
        clusters: The story's entities as united so far; unnamed ones are passed over.
        documents: Of the story; their texts show which names are places.
    """
    cast = [_body(number, entities) for number, entities in enumerate(clusters)]
    cast = [one for one in cast if one.bodies or one.people]
    yield from _other_kind(cast)
    yield from _titled(cast, documents)
    bearers = _bearers(cast)
    for short in cast:
        for name, entity in short.bodies:
            if name.words:
                yield from _of_body(short, name, entity, cast, bearers, documents)


def _body(number: int, entities: Sequence[Entity]) -> _Body:
    first: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda e: e.entity_id):
        if entity.kind in ("organisation", "outlet"):
            first.setdefault(entity.caption, entity)
    return _Body(
        number,
        tuple((body_name(caption), entity) for caption, entity in sorted(first.items())),
        tuple(e for e in sorted(entities, key=lambda e: e.entity_id) if e.kind == "person"),
        frozenset(a for e in entities if e.kind == "organisation" and " " in e.caption for a in e.aliases),
        frozenset(e.doc_id for e in entities if e.doc_id),
    )


def _bearers(cast: Sequence[_Body]) -> set[str]:
    """Return the given names and surnames of the people whom the story gives in full."""
    full = (e.caption.split() for one in cast for e in one.people if not one.bodies and " " in e.caption)
    return {plain(word) for words in full for word in (words[0], words[-1]) if not any(map(source_noun, words))}


def _other_kind(cast: Sequence[_Body]) -> Iterator[Union]:
    """Unite a name that one text shows to be a body's and another took for a person's."""
    named: dict[tuple[str, ...], dict[int, Entity]] = {}
    for one in cast:
        for _, entity in one.bodies if not one.people else ():
            for called in (entity.caption, *entity.aliases):
                named.setdefault(_key(called), {}).setdefault(one.number, entity)
    full = _bearers(cast)
    for one in cast:
        for entity in one.people:
            twins = list(named.get(_key(entity.caption), {}).values())
            proper = not entity.caption.islower() and (" " in entity.caption or plain(entity.caption) not in full)
            if proper and len(twins) == 1:
                yield union(4, entity, twins[0], "same name, of a person in one text and a body in another")


def _key(caption: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in caption.removeprefix("The ").split())


def _titled(cast: Sequence[_Body], documents: Sequence[Document]) -> Iterator[Union]:
    """Unite "Harbour Master Ann Fox" with Ann Fox: the words before the full name are neither names nor bodies."""
    people: dict[tuple[str, ...], Entity] = {}
    for one in cast:
        for entity in one.people:
            if len(entity.caption.split()) == 2 and not any(map(str.islower, entity.caption.split())):
                people.setdefault(_key(entity.caption), entity)
    for one in cast:
        for entity in (*one.people, *(e for _, e in one.bodies)):
            words = entity.caption.split()
            bearer = people.get(_key(" ".join(words[-2:]))) if len(words) > 2 else None
            if bearer and all(_may_be_title(word, documents) for word in words[:-2]):
                yield union(4, entity, bearer, "full name behind a title")


def _may_be_title(word: str, documents: Sequence[Document]) -> bool:
    """Tell whether a capitalised word is a noun elsewhere: one of the lexicon, or written small in some article."""
    noun = source_noun(word)
    if noun is not None:
        return noun.noun_class not in ORGANISATION_CLASSES
    small = re.compile(rf"\b{re.escape(word.lower())}\b")
    return word[1:].islower() and name_gender(word) is None and any(small.search(one.text) for one in documents)


def _of_body(
    short: _Body,
    name: BodyName,
    entity: Entity,
    cast: Sequence[_Body],
    bearers: set[str],
    documents: Sequence[Document],
) -> Iterator[Union]:
    """Unite one name with the only longer name of the story that it may be short for."""
    if describes_central_bank(name):
        banks = _only(short, cast, lambda full: is_central_bank(full) and _one_country(name, full))
        if banks:
            yield union(5, entity, banks, "the only central bank the story names")
        return
    if any(begins(name, own) or ends(name, own) or _is_longer(name, own) for own, _ in short.bodies):
        return  # it is one of a fuller name already
    one_word = len(name.words) == 1
    if one_word and (name.words[0] in bearers or name.words[0] in _CHAMBERS or country_of(entity.caption)):
        return
    proper = not name.described and entity.kind == "organisation"
    if proper and name.head is None and not _is_place(entity.caption, documents):
        first = _only(short, cast, lambda full: begins(name, full))
        if first and _goes_by_first_words(body_name(first.caption)):
            yield union(5, entity, first, "first words of the only such name")
        called = [one for one in cast if one.number != short.number and entity.caption in one.short and one.bodies]
        if len(called) == 1:
            yield union(5, entity, called[0].bodies[0][1], "what another text calls it for short")
    tail = _only(short, cast, lambda full: ends(name, full) and not lands_conflict(name, full))
    # A document that spells out both forms may mean two bodies; "the Guild" after a guild is that guild.
    if proper and tail and (one_word or name.shortened or (name.telling and not _known_apart(short, tail, cast))):
        yield union(5, entity, tail, "last words of the only such name")
    if name.head and len(name.words) > 1 and name.telling:
        wider = _only(short, cast, lambda full: _is_wider(name, full))
        if wider:
            yield union(5, entity, wider, "words of the only such name")


def _one_country(description: BodyName, bank: BodyName) -> bool:
    """Tell whether the country a description names, if any, is the bank's."""
    of = [word for word in description.words if word not in ("central", "bank", "country", "nation")]
    return covered(of, bank.words) and not lands_conflict(description, bank)


def _is_wider(name: BodyName, full: BodyName) -> bool:
    """Tell whether a name holds all words of a description, or those of another name in another order."""
    if full.head != name.head or lands_conflict(name, full) or not covered(name.words, full.words):
        return False
    return (name.described and len(full.words) > len(name.words)) or sorted(full.words) == sorted(name.words)


def _is_longer(name: BodyName, full: BodyName) -> bool:
    return len(full.words) > len(name.words) and _is_wider(name, full)


def _goes_by_first_words(full: BodyName) -> bool:
    """Companies and names without a kind go by their first words; councils and hospitals bear the name of a place."""
    return full.head is None or is_company_name(full) or full.head in _PARTNERS


def _only(short: _Body, cast: Sequence[_Body], fits: Callable[[BodyName], bool]) -> Entity | None:
    """Return the bearer of a fitting name when only one other body of the story has such a name."""
    found = [
        (one.number, full, entity)
        for one in cast
        if one.number != short.number
        for full, entity in one.bodies
        if entity.kind == "organisation" and not full.described and fits(full)
    ]
    if not found or len({number for number, _, _ in found}) > 1:
        return None
    return max(found, key=lambda item: (len(item[1].words), item[2].entity_id))[2]


def _known_apart(short: _Body, tail: Entity, cast: Sequence[_Body]) -> bool:
    """Tell whether some document names both and did not take them for one."""
    return any(
        short.documents & one.documents
        for one in cast
        if any(entity.entity_id == tail.entity_id for _, entity in one.bodies)
    )


def _is_place(caption: str, documents: Sequence[Document]) -> bool:
    """Tell whether some article uses a name as a place's: "in Velm", a dateline."""
    spelt = re.escape(caption)
    for document in documents:
        if re.search(rf"^{re.escape(caption.upper())}(?:,| \(|:| [-–—])", document.text, re.MULTILINE):
            return True
        for match in re.finditer(rf"(\w*) ?\b(?:in|near|around|outside) {spelt}\b(?! [A-Z])", document.text):
            if match.group(1).casefold() not in _HELD:
                return True
    return False
