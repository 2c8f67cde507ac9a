"""The order of the stages, and nothing else: read each document, then link the documents of each story.

A document is read on its own (headwater.reading); stories are linked as wholes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from headwater.claims import ClaimSet, Reading, find_claims, values_conflict
from headwater.config import Config
from headwater.entities import Cast, cast_story
from headwater.lexicon.outlets import OutletList
from headwater.models import MeaningReader
from headwater.provenance import Counted, Who, corroborate, derive, gather_lines, shared_details, trace_paths
from headwater.reading import ReadDocument
from headwater.records import (
    AlteredQuotation,
    Derivation,
    Entity,
    Judgement,
    Reuse,
    Story,
)
from headwater.reuse import Speaker, find_altered_quotations, find_reuse
from headwater.stories import group_stories


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedStory:
    """One story with everything that linking its documents found."""

    story: Story
    entities: tuple[Entity, ...]
    reuse: tuple[Reuse, ...]
    quotations: tuple[AlteredQuotation, ...]
    claims: ClaimSet
    derivations: tuple[Derivation, ...]
    counted: tuple[Counted, ...]


def link_stories(
    read: Sequence[ReadDocument],
    outlets: OutletList,
    config: Config,
    *,
    judgements: Sequence[Judgement] = (),
    without: Collection[str] = (),
) -> tuple[LinkedStory, ...]:
    """Group documents into stories and link each; the order of documents never matters.

    Args:
        read: Documents as read.
        outlets: Known outlets.
        config: Thresholds.
        judgements: People's decisions, obeyed.
        without: Names of sources or carriers to leave out of every count.
    """
    by_id = {one.document.doc_id: one for one in sorted(read, key=lambda one: one.document.doc_id)}
    stories = group_stories([one.document for one in by_id.values()], config=config.stories, judgements=judgements)
    link = partial(_link_story, outlets=outlets, config=config, judgements=judgements, without=without)
    return tuple(link(story, [by_id[doc_id] for doc_id in story.doc_ids]) for story in stories)


def _link_story(
    story: Story,
    read: Sequence[ReadDocument],
    *,
    outlets: OutletList,
    config: Config,
    judgements: Sequence[Judgement],
    without: Collection[str],
) -> LinkedStory:
    documents = [one.document for one in read]
    cast = cast_story(documents, [one.sources for one in read], outlets, judgements)
    chains = {chain.attribution_id: chain for one in read for chain in one.sources.chains}
    reuse = find_reuse(documents, config=config.reuse)
    attributions = [attribution for one in read for attribution in one.attributions]
    quotations = find_altered_quotations(documents, attributions, speakers=_speakers(read, cast), config=config.reuse)
    named = cast.story_entity
    ways = {key: tuple(named[hop.entity_id].entity_id for hop in chain.hops) for key, chain in chains.items()}
    claims = find_claims(
        story,
        [_reading(one, reuse) for one in read],
        ways,
        reuse,
        config=config.claims,
        meanings=MeaningReader.load().vectors,
        judgements=judgements,
    )
    credits_ = [credit for one in read for credit in one.sources.credits]
    derivations = derive(documents, list(chains.values()), credits_, named, cast.publisher, cast.wires, reuse)
    statements = {statement.statement_id: statement for statement in claims.statements}
    speakers = {key: way[-1] for key, way in ways.items() if way}
    derivations += shared_details(documents, claims.discrepancies, statements, speakers, cast.publisher, derivations)
    lines = gather_lines(cast.publisher, derivations, {d.doc_id: len(d.text) for d in documents})
    texts = {document.doc_id: document.text for document in documents}
    who = Who(
        entities={entity.entity_id: entity for entity in cast.entities},
        publisher=cast.publisher,
        published_at={document.doc_id: document.published_at for document in documents},
        group_of=cast.group_of,
        could_be=cast.could_be,
    )
    names = {name.casefold() for name in without}
    removed = [
        e.entity_id for e in cast.entities if names & {n.casefold() for n in (e.entity_id, e.caption, *e.aliases)}
    ]
    counted = []
    for claim in claims.claims:
        theirs = [statements[key] for key in claim.statement_ids]
        paths = trace_paths(claim, theirs, chains, named, lines, values_conflict, texts)
        counted.append(corroborate(claim, paths, statements, who, without=removed))
    return LinkedStory(
        story=story,
        entities=cast.entities,
        reuse=reuse,
        quotations=quotations,
        claims=claims,
        derivations=derivations,
        counted=tuple(counted),
    )


def _speakers(read: Sequence[ReadDocument], cast: Cast) -> dict[str, Speaker]:
    """Who speaks each attribution, with the words that say so there or, failing those, where the document names him."""
    found = {}
    for one in read:
        named = {entity.entity_id: entity.mention_spans for entity in one.sources.entities}
        sources = {attribution.attribution_id: attribution.source for attribution in one.attributions}
        for chain in one.sources.chains:
            if chain.hops:
                last = chain.hops[-1]
                span = sources[chain.attribution_id] or last.span or next(iter(named[last.entity_id]), None)
                found[chain.attribution_id] = Speaker(entity=cast.story_entity[last.entity_id], span=span)
    return found


def _reading(one: ReadDocument, reuse: Sequence[Reuse]) -> Reading:
    doc_id = one.document.doc_id
    shared = [side for link in reuse if link.form == "boilerplate" for side in (link.earlier, link.later)]
    return Reading(
        document=one.document,
        attributions=one.attributions,
        quantities=one.quantities,
        times=one.times,
        boilerplate=tuple(sorted({span for span in shared if span.doc_id == doc_id})),
        credits=tuple(credit.span for credit in one.sources.credits if credit.span),
    )
