"""The door of one document: its entities, the chain of every attribution, and the credits of the whole.

Pure: records in, records out; the same input gives the same ids. Imports: this room, lexicon, records and the standard
library only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.entities.carriers import Carrier, find_carriers, is_outlet_name, outlet_draft
from headwater.entities.credits import find_credits
from headwater.entities.opinion import is_opinion
from headwater.entities.page import Page, Range
from headwater.entities.publisher import publisher_of
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register, freeze
from headwater.entities.roster import Introduction, introductions
from headwater.entities.speakers import Speakers
from headwater.lexicon.outlets import OutletList
from headwater.records import Attribution, Chain, Credit, Document, Entity, Hop, Span

_ANAPHORS = frozenset({"pronoun", "anaphor", "none"})
_CITING = frozenset("citing quoting cited cites quoted".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSources:
    """Who speaks in one document.

    Attributes:
        entities: Speakers and carriers, in order of first mention.
        chains: One for each attribution, in the attributions' order.
        credits: Words that credit the document as a whole.
    """

    entities: tuple[Entity, ...]
    chains: tuple[Chain, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """One member of a chain in the making."""

    draft: Draft
    span: Range | None
    rule: str


@dataclass(slots=True)
class _Spoken:
    """What a speaker's latest attribution had before it, for those that follow."""

    carriers: tuple[_Link, ...]
    sentence: int
    own_right: bool


def resolve_document(document: Document, attributions: Sequence[Attribution], outlets: OutletList) -> DocumentSources:
    """Resolve the sources of one document's attributions and build their chains.

    Args:
        document: The article.
        attributions: Its attributions in any order; nested ones name their parent.
        outlets: Known outlets, with the user's own.

    Returns:
        Entities, one chain an attribution (empty when the text credits nobody), and credits.
    """
    return _Reading(document, outlets).run(attributions)


class _Reading:
    """One pass over a document in reading order; holds what has been heard so far."""

    def __init__(self, document: Document, outlets: OutletList) -> None:
        self.publisher = publisher_of(document, outlets)
        self.page = Page.of(document)
        self.register = Register(document.doc_id, outlets, self.publisher.country if self.publisher else None)
        self.speakers = Speakers(self.page, self.register)
        self.links: dict[str, tuple[_Link, ...]] = {}
        self.spoken: dict[int, _Spoken] = {}
        self.previous: Attribution | None = None

    def run(self, attributions: Sequence[Attribution]) -> DocumentSources:
        names = introductions(self.page)
        ordered = sorted(attributions, key=_reading_order)
        self._introduce(names, ordered)
        waiting = list(names)[::-1]
        by_id = {attribution.attribution_id: attribution for attribution in attributions}
        for attribution in ordered:
            at = _reading_order(attribution)[0]
            while waiting and waiting[-1].name.start < at:
                self._hear(waiting.pop())
            self.links[attribution.attribution_id] = self._chain(attribution, by_id)
            self.previous = attribution
        return self._records(attributions)

    def _introduce(self, names: Sequence[Introduction], ordered: Sequence[Attribution]) -> None:
        """Enter long names before short ones, so that "Roe" finds "Jane Roe" although a headline has it first."""
        for outlet_start, outlet_end, words in self.register.outlets.find(self.page.text):
            if len(words.split()) > 1 and (
                outlet := self.register.outlets.by_name(words, country=self.register.country)
            ):
                self.register.mentioned_outlets.add(outlet.name)
            del outlet_start, outlet_end
        for attribution in ordered:
            phrase = (
                read_phrase(self.page, attribution.source.start, attribution.source.end) if attribution.source else None
            )
            if phrase and phrase.name and phrase.name_kind == "person" and len(phrase.name.words) > 1:
                self.speakers.introduce(phrase)
        for several in (True, False):
            for name in names:
                if (len(name.name.words) > 1) is several:
                    if (
                        is_outlet_name(self.page, name.name)
                        and self.register.outlet_named(" ".join(name.name.words)) is None
                    ):
                        outlet_draft(self.register, self.page.text[name.name.start : name.name.end])
                    else:
                        self.speakers.introduce(name.phrase, whole=False)

    def _hear(self, name: Introduction) -> None:
        draft = self.register.named(
            name.name.words, self.page.text[name.name.start : name.name.end], name.phrase.name_kind
        )
        inside = self.page.in_quotation(name.name.start)
        draft.note((name.name.start, name.name.end), "name")
        self.speakers.hear(draft, name.name.start, speaker=False, quoted=inside)

    def _chain(self, attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[_Link, ...]:
        speaker, form = self._speaker(attribution)
        if speaker is None:
            return ()
        source = attribution.source
        own = find_carriers(self.page, self.register, attribution, self._last_outlet())
        carriers = self._carriers(attribution, speaker, form, own, by_id)
        span = (source.start, source.end) if source else None
        sentence = self.page.sentence(_reading_order(attribution)[0])
        before = self.spoken.get(id(speaker))
        explicit = any(link.rule != "inherited" for link in carriers)
        self.spoken[id(speaker)] = _Spoken(
            carriers, sentence, (before.own_right if before else False) or (not carriers and not explicit)
        )
        rule = "source" if source else "continued-quotation"
        return (*carriers, _Link(speaker, span, rule))

    def _speaker(self, attribution: Attribution) -> tuple[Draft | None, str]:
        if attribution.source is not None:
            span = (attribution.source.start, attribution.source.end)
            phrase = read_phrase(self.page, *span)
            if phrase and phrase.head_word in ("i", "we", "me", "us") and attribution.parent_id in self.links:
                links = self.links[attribution.parent_id]
                return (links[-1].draft if links else None), "pronoun"
            anaphor = phrase is not None and phrase.form == "nominal" and phrase.determiner in ("the", "his")
            form = "none" if phrase is None else "anaphor" if anaphor and not phrase.plural else phrase.form
            return self.speakers.resolve(span), form
        if attribution.cue is None and attribution.quote_type != "indirect" and self.previous is not None:
            links = self.links.get(self.previous.attribution_id, ())
            return (links[-1].draft if links else None), "none"
        return None, "none"

    def _carriers(
        self,
        attribution: Attribution,
        speaker: Draft,
        form: str,
        own: tuple[Carrier, ...],
        by_id: dict[str, Attribution],
    ) -> tuple[_Link, ...]:
        found: list[_Link] = []
        parent = by_id.get(attribution.parent_id) if attribution.parent_id else None
        if parent is not None:
            found.extend(self._as_carriers(self.links.get(parent.attribution_id, ()), "nested-in"))
        elif citing := self._cited_by(attribution):
            found.extend(self._as_carriers(citing, "citing"))
        found.extend(_Link(c.draft, c.span, c.rule) for c in own)
        if not found:
            found.extend(self._inherited(attribution, speaker, form))
        if speaker.kind == "document" and speaker.parent is not None:
            found.append(_Link(speaker.parent, None, "issuer"))
        unique: list[_Link] = []
        for link in found:
            if link.draft is not speaker and all(link.draft is not other.draft for other in unique):
                unique.append(link)
        return tuple(unique)

    def _as_carriers(self, links: Sequence[_Link], rule: str) -> list[_Link]:
        return [_Link(link.draft, link.span, rule) for link in links]

    def _cited_by(self, attribution: Attribution) -> tuple[_Link, ...]:
        """Return the sentence's own speaker, who carries what it cites ("AP reported, citing residents")."""
        if attribution.cue is None or self.previous is None:
            return ()
        cue = self.page.text[attribution.cue.start : attribution.cue.end].lower().split()
        anchor = self.previous.cue or self.previous.source
        if not cue or cue[0] not in _CITING or anchor is None:
            return ()
        same = self.page.sentence(anchor.start) == self.page.sentence(attribution.cue.start)
        return self.links.get(self.previous.attribution_id, ()) if same and cue[0] in ("citing", "quoting") else ()

    def _inherited(self, attribution: Attribution, speaker: Draft, form: str) -> list[_Link]:
        """Return the carriers of a speaker's earlier words that hold on: for one named anew only while all went so."""
        before = self.spoken.get(id(speaker))
        if before is None or not before.carriers:
            return []
        if form not in _ANAPHORS and (
            before.own_right or speaker.kind not in ("person", "organisation") or form != "name"
        ):
            return []
        near = self.page.sentence(_reading_order(attribution)[0]) - before.sentence <= 1 and form == "pronoun"
        held = [link for link in before.carriers if near or link.rule not in ("nested-in", "citing")]
        return [_Link(link.draft, None, "inherited") for link in held]

    def _last_outlet(self) -> Draft | None:
        return self.speakers.recent.last(lambda draft: draft.kind == "outlet")

    def _records(self, attributions: Sequence[Attribution]) -> DocumentSources:
        doc_id = self.page.document.doc_id
        credited = find_credits(self.page, self.register, self.publisher)
        used = {id(link.draft): link.draft for links in self.links.values() for link in links}
        used |= {id(draft): draft for draft, *_ in credited}
        for draft in list(used.values()):
            if draft.parent is not None:
                used.setdefault(id(draft.parent), draft.parent)
        for links in self.links.values():
            for link in links:
                if link.span is not None:
                    link.draft.note(link.span, link.rule)
        entities = freeze(used.values(), doc_id)
        chains = tuple(
            Chain(
                attribution_id=a.attribution_id,
                doc_id=doc_id,
                hops=tuple(
                    Hop(
                        entity_id=entities[id(link.draft)].entity_id,
                        span=Span(doc_id, *link.span) if link.span else None,
                        rule=link.rule,
                    )
                    for link in self.links[a.attribution_id]
                ),
                opinion=is_opinion(self.page, a),
            )
            for a in attributions
        )
        ordered = sorted(entities.values(), key=lambda e: (e.mention_spans[:1] or (Span(doc_id, -1, -1),), e.entity_id))
        return DocumentSources(
            entities=tuple(ordered),
            chains=chains,
            credits=tuple(build(entities[id(draft)].entity_id) for draft, build in credited),
        )


def _reading_order(attribution: Attribution) -> tuple[int, int, str]:
    """Where an attribution is read: at its source, else its cue, else its content."""
    anchor = attribution.source or attribution.cue or attribution.content[0]
    return anchor.start, anchor.end, attribution.attribution_id
