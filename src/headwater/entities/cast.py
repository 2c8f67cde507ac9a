"""The cast of one story: its entities with the publishers of its documents among them, and look-ups over both.

A publisher is an entity of the story like any other: an outlet that another article cites and the outlet that published
an article are one. Imports: this room, lexicon and records only.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from headwater.entities.compatible import compatible, unnamed_group
from headwater.entities.hosts import host_label, host_of, named_hosts, names_a_place
from headwater.entities.name_words import OUTLET_MARKS
from headwater.entities.outlet_evidence import shown_in_several
from headwater.entities.own_reporting import own_outlet
from headwater.entities.publisher import is_own_outlet, publisher_of
from headwater.entities.register import acronyms
from headwater.entities.resolve_document import DocumentSources
from headwater.entities.resolve_story import resolve_story
from headwater.entities.variants import plain
from headwater.lexicon.outlets import Outlet, OutletKind, OutletList
from headwater.records import Document, Entity, Judgement, content_id

_THE_WORD = re.compile(r"[\w,”\"] the ([A-Z][\w'’&-]*)\b(?! [A-Z])")
_TOP = 400  # code points of an article that hold its headline and dateline
_AGENCY_WORDS = frozenset({"agency", "wire"})
_GENERIC_WORDS = frozenset({"press", "news", "newspaper", "online", "media", "service"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is who in one story.

    Attributes:
        entities: Entities of the story, publishers among them, ordered by id.
        story_entity: Document-level entity_id -> entity of the story.
        publisher: doc_id -> entity of the story that published it.
        wires: entity_ids of outlets that sell their text to others.
    """

    entities: tuple[Entity, ...]
    story_entity: Mapping[str, Entity]
    publisher: Mapping[str, Entity]
    wires: frozenset[str]

    def group_of(self, entity: Entity) -> str:
        """Return the group of unnamed sources that may be one with this one."""
        return unnamed_group(entity)

    def could_be(self, unnamed: Entity, other: Entity) -> bool:
        """Tell whether a source, mostly an unnamed one, could be another entity of the story."""
        parent = next((e for e in self.entities if e.entity_id == other.parent_id), None)
        return compatible(unnamed, other, parent)


def cast_story(
    documents: Sequence[Document],
    sources: Sequence[DocumentSources],
    outlets: OutletList,
    judgements: Sequence[Judgement] = (),
) -> Cast:
    """Resolve the sources of a story and seat its publishers among them.

    Args:
        documents: Of one story, in any order.
        sources: What resolve_document returned for each, in the same order.
        outlets: Known outlets; see `with_publishers`.
        judgements: Decisions about entities, obeyed.
    """
    seats: dict[str, Entity] = {e.entity_id: e for e in resolve_story(documents, sources, outlets, judgements)}
    by_name: dict[str, str] = {}
    for entity in sorted(seats.values(), key=lambda e: (e.kind != "outlet", e.entity_id)):
        if entity.kind in {"outlet", "organisation"}:
            for called in (entity.caption, *entity.aliases):
                by_name.setdefault(_key(called), entity.entity_id)
    publisher_ids: dict[str, str] = {}
    seat_of = {member: key for key, seat in seats.items() for member in seat.member_ids}
    shown = {d.doc_id: own_outlet(d, one, outlets) for d, one in zip(documents, sources, strict=True)}
    for document in sorted(documents, key=lambda d: d.doc_id):
        name = publisher_name(document, outlets)
        key = by_name.get(_key(name)) if name else None
        if key is None and (host := host_of(document)):
            key = by_name.get(host_label(host))  # "The Western" of www.thewestern.example
        if key is None and name is None:
            key = seat_of.get(shown[document.doc_id] or "")
        if key is None:
            made = _publisher(name or f"outlet of {document.record_id}")
            key = made.entity_id
            seats[key] = made
            if name:
                by_name[_key(name)] = key
        elif seats[key].kind != "outlet":
            # A name that publishes articles here is an outlet, whatever its words look like.
            seats[key] = replace(seats[key], kind="outlet")
        publisher_ids[document.doc_id] = key
    own = {
        e.entity_id: publisher_ids[e.doc_id] for one in sources for e in one.entities if e.doc_id and is_own_outlet(e)
    }
    seats = {key: seat for key, seat in seats.items() if not (seat.member_ids and own.keys() >= set(seat.member_ids))}
    entities = tuple(seats[key] for key in sorted(seats))
    united = {member: seats[entity.entity_id] for entity in entities for member in entity.member_ids}
    united |= {member: seats[key] for member, key in own.items()}  # "this newspaper" is who published it
    return Cast(
        entities=entities,
        story_entity=united,
        publisher={doc_id: seats[key] for doc_id, key in publisher_ids.items()},
        wires=frozenset(entity.entity_id for entity in entities if _is_wire(entity, outlets)),
    )


def _is_wire(entity: Entity, outlets: OutletList) -> bool:
    known = outlets.by_name(entity.caption)
    return entity.kind == "outlet" and known is not None and known.kind in {"wire", "agency"}


def publisher_name(document: Document, outlets: OutletList) -> str | None:
    """Return the canonical name of a document's outlet, the name it gives itself, or None when it gives none."""
    known = publisher_of(document, outlets)
    if known is not None:
        return known.name
    if document.publisher:
        return document.publisher
    return urlsplit(document.url).hostname if document.url else None


def with_publishers(outlets: OutletList, documents: Sequence[Document]) -> OutletList:
    """Return the outlets with those added that publish the documents themselves: they may cite one another.

    Args:
        outlets: Known outlets; they win over a publisher of the same name.
        documents: All documents of the run.
    """
    files = _Files.of(documents)
    added = {name: _outlet(name, "online", host, files) for name, host in sorted(named_hosts(outlets, documents))}
    for name, own in sorted(files.by_publisher.items()):
        document = max(own, key=lambda d: d.doc_id)
        if "." in name or publisher_of(document, outlets) is not None:
            continue
        kind: OutletKind = "agency" if set(name.casefold().split()) & _AGENCY_WORDS else "online"
        added[name] = _outlet(name, kind, urlsplit(document.url).hostname if document.url else None, files)
    known = OutletList.of([*outlets.outlets, *(added[name] for name in sorted(added))]) if added else outlets
    shown = [name for name in sorted(shown_in_several(documents)) if not known.candidates(name)]
    if not shown:
        return known
    return OutletList.of([*known.outlets, *(_outlet(name, "online", None, files) for name in shown)])


@dataclass(frozen=True, slots=True)
class _Files:
    """The documents of a run by who published them, and by the capitalised words they put behind "the"."""

    documents: Sequence[Document]
    by_publisher: Mapping[str, Sequence[Document]]
    by_the_word: Mapping[str, Sequence[Document]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "_Files":
        by_publisher: dict[str, list[Document]] = defaultdict(list)
        by_the_word: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.publisher:
                by_publisher[document.publisher].append(document)
            for word in set(_THE_WORD.findall(document.text)):
                by_the_word[word].append(document)
        return cls(documents, by_publisher, by_the_word)


def _outlet(name: str, kind: OutletKind, host: str | None, files: _Files) -> Outlet:
    """Return an outlet that publishes documents of the run; a short name that is a place's as well is left out."""
    short = tuple(alias for alias in _short_names(name) if " " in alias or not names_a_place(alias, files.documents))
    short += tuple(sorted(_own_initials(name, files) | _called_by_last_word(name, files)))
    return Outlet(name=name, aliases=short, domains=(host,) if host else (), kind=kind, owner="", country="")


def _own_initials(name: str, files: _Files) -> set[str]:
    """The initials an outlet of several words puts in brackets at the top of its own articles: "CARROW (NPA) -"."""
    words = _bare(name).casefold().split()
    initials = {word.upper() for word in acronyms(tuple(words)) if len(word) > 2} if len(words) > 2 else set()
    own = [document.text[:_TOP] for document in files.by_publisher.get(name, ())]
    return {word for word in initials if any(f"({word})" in text for text in own)}


def _called_by_last_word(name: str, files: _Files) -> set[str]:
    """Return the short name of the Benning Leader, "The Leader", where an article that names it says "the Leader"."""
    words = _bare(name).split()
    last = words[-1]
    if len(words) == 1 or not last[0].isupper() or last.casefold() in _GENERIC_WORDS | _AGENCY_WORDS:
        return set()
    said = any(d.publisher == name or _bare(name) in d.text for d in files.by_the_word.get(last, ()))
    return {f"The {last}"} if said and not names_a_place(last, files.documents) else set()


def _short_names(name: str) -> tuple[str, ...]:
    """The other names an outlet goes by: with or without "the", and without the words that only say what it is."""
    bare = _bare(name)
    words = bare.split()
    while len(words) > 1 and words[-1].casefold() in _GENERIC_WORDS | _AGENCY_WORDS:
        words.pop()
    last = {f"The {words[-1]}"} if len(words) > 1 and words[-1].casefold() in OUTLET_MARKS else set()
    return tuple(sorted({bare, f"The {bare}", " ".join(words), *last} - {name}))


def _key(name: str) -> str:
    return plain(_bare(name))


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _publisher(name: str) -> Entity:
    return Entity(
        entity_id=content_id("ent", "publisher", name),
        doc_id=None,
        caption=name,
        kind="outlet",
        aliases=(),
        member_ids=(),
        parent_id=None,
        mention_spans=(),
        descriptor=None,
        stated_count=None,
        affiliation=None,
        access_basis=None,
        reason_given=None,
        rules=("publishes articles of this ledger",),
    )
