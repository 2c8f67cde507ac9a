"""The door of one document: its entities, the chain of every attribution, and the credits of the whole.

Pure: records in, records out; the same input gives the same ids. Imports: this room, lexicon, records and the standard
library only.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.entities.agency_shapes import agency_shapes
from headwater.entities.asides import Aside, Ways, find_asides
from headwater.entities.carriers import Carrier, find_carriers
from headwater.entities.chains import ChainBuilder, Heard, Link, reading_order
from headwater.entities.coordination import joined_names
from headwater.entities.credits import find_credits
from headwater.entities.enrich import enter_shared_surnames, tell_more
from headwater.entities.frozen import freeze
from headwater.entities.name_kinds import name_kind
from headwater.entities.name_words import OUTLET_MARKS
from headwater.entities.opinion import is_opinion
from headwater.entities.outlet_names import outlet_draft, outlet_written, outlets_between
from headwater.entities.outlet_phrases import outlet_meant
from headwater.entities.page import Page, Range, written_name
from headwater.entities.phrase import Phrase
from headwater.entities.publisher import publisher_of
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.entities.releasers import find_releaser
from headwater.entities.roster import Introduction, described_houses, headline_names, introductions, places_named
from headwater.entities.speakers import Speakers
from headwater.entities.works import Work, title_called, titled_works
from headwater.lexicon.outlets import OutletList
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Attribution, Chain, Credit, Document, Entity, Hop, Span

# Bodies before which others speak.
_REPORTERS = frozenset("correspondent reporter journalist columnist".split())
_HEADLINE_REPORTS = frozenset(("report", "reports", "the report", "a report"))
_NESTED = 4  # contents that may begin before "I" and hold it
_HEARERS = frozenset("court jury jurors inquest inquiry tribunal hearing trial magistrates judges".split())


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
        self.register = Register(document.doc_id, outlets, self.publisher, places_named(self.page))
        self.names = introductions(self.page)
        self.groups = joined_names(self.page, self.names)
        self.speakers = Speakers(self.page, self.register, self.names, self.groups)
        self.ways = Ways(self.page)

    def run(self, attributions: Sequence[Attribution]) -> DocumentSources:
        ordered = sorted(attributions, key=reading_order)
        self._introduce(self.names, ordered)
        tell_more(self.page, self.register, self.names, self.groups)
        waiting = list(self.names)[::-1]
        works = list(titled_works(self.page))[::-1]
        houses = list(described_houses(self.page))[::-1]
        heard: dict[str, Heard] = {}
        asides = list(find_asides(self.page, self.register, ordered))[::-1]
        for attribution in ordered:
            while waiting and waiting[-1].name.start < reading_order(attribution)[0]:
                self._hear(waiting.pop())
            while houses and houses[-1][0] < reading_order(attribution)[0]:
                self._hear_house(houses.pop())
            while works and works[-1].title[0] < reading_order(attribution)[0]:
                self._hear_work(works.pop())
            while asides and asides[-1].offset < reading_order(attribution)[0]:
                self._hear_aside(asides.pop())
            heard[attribution.attribution_id] = self._read(attribution)
        for aside in reversed(asides):
            if aside.clause is not None:
                self._hear_aside(aside)
        heard |= self._headlines(ordered, heard)
        heard |= self._first_persons(ordered, heard)
        return self._records(attributions, ChainBuilder(self.page, ordered, heard, self.ways).build())

    def _hear_house(self, described: Range) -> None:
        """Enter a body that the text describes and later calls again: "the Velm city council"."""
        words = self.page.text[slice(*described)].split()
        draft = self.register.organisation(" ".join(words), tuple(words))
        draft.note(described, "described")
        self.speakers.hear(draft, described[0], speaker=False, quoted=self.page.in_quotation(described[0]))

    def _hear_work(self, work: Work) -> None:
        """Enter a text named by its title, which "the study" means from here on."""
        caption = " ".join(self.page.text[slice(*work.title)].split())
        draft = self.register.titled_text(caption, work.noun)
        draft.note(work.title, "titled text")
        self.speakers.hear(draft, work.title[0], speaker=False, quoted=False)

    def _hear_aside(self, aside: Aside) -> None:
        """Remember by way of which outlet somebody's sources spoke."""
        named = next(iter(outlets_between(self.page, self.register, *aside.outlet)), None) if aside.outlet else None
        if aside.source is not None:
            sentence = self.page.sentence(aside.offset)
            outlet = named[2] if named else self.speakers.recent.last(lambda d: d.kind == "outlet")
            near = named or (outlet and any(self.page.sentence(start) == sentence for start, _ in outlet.spans))
            speaker = self.speakers.resolve(aside.source) if near else None
        else:
            outlet = named[2] if named else None
            speaker = self.speakers.antecedent(aside.offset) if outlet else None
            if speaker is not None:
                self.speakers.hear(speaker, aside.offset, speaker=True, quoted=False)
        if speaker is not None and outlet is not None and speaker is not outlet:
            self.ways.note(aside, speaker, outlet)

    def _headlines(self, ordered: Sequence[Attribution], heard: Mapping[str, Heard]) -> dict[str, Heard]:
        """Return whom a headline's bare "report" means: the outlet or text that the article cites first."""
        found: dict[str, Heard] = {}
        for attribution in ordered:
            source = attribution.source
            if source is None or not self.page.titled[self.page.sentence(source.start)]:
                continue
            if self.page.text[source.start : source.end].lower() not in _HEADLINE_REPORTS:
                continue
            below = (heard[a.attribution_id].speaker for a in ordered if reading_order(a)[0] > source.end)
            cited = next((d for d in below if d is not None and d.kind in ("outlet", "document")), None)
            if cited is not None:
                found[attribution.attribution_id] = Heard(cited, "name", ())
        return found

    def _first_persons(self, ordered: Sequence[Attribution], heard: Mapping[str, Heard]) -> dict[str, Heard]:
        """Return whom "I" means inside another attribution's content that is not marked as its parent."""
        found: dict[str, Heard] = {}
        spoken = sorted((s.start, s.end, a.attribution_id) for a in ordered for s in a.content)
        for attribution in ordered:
            source = attribution.source
            if source is None or attribution.parent_id is not None or heard[attribution.attribution_id].speaker:
                continue
            if self.page.text[source.start : source.end] not in ("I", "me"):
                continue
            at = bisect_right(spoken, (source.start, len(self.page.text), ""))
            around = [a for s, e, a in spoken[max(0, at - _NESTED) : at] if source.end <= e and s < source.start]
            speaker = heard[around[-1]].speaker if around and around[-1] != attribution.attribution_id else None
            if speaker is not None and speaker.kind == "person":
                found[attribution.attribution_id] = Heard(speaker, "pronoun", ())
        return found

    def _introduce(self, names: Sequence[Introduction], ordered: Sequence[Attribution]) -> None:
        """Enter long names before short ones, so that "Roe" finds "Jane Roe" although a headline has it first."""
        self._enter_outlets()
        for name in names:
            firm = any((noun := source_noun(role)) and noun.noun_class == "company" for role in name.phrase.roles)
            told = firm and name.phrase.name_kind == "organisation" and name_kind(name.name.words) == "person"
            if told and len(name.name.words) > 1:  # "lender Shannon Crest", before the name alone reads like a person's
                self.register.named(name.name.words, written_name(self.page, name.name), "organisation")
        for attribution in ordered:
            source = attribution.source
            phrase = read_phrase(self.page, source.start, source.end) if source else None
            if phrase and phrase.name and phrase.name_kind == "person" and len(phrase.name.words) > 1:
                # Whose he is, "Veldt" of Veldt Foods or "the union", is read when more names are known.
                self.speakers.introduce(replace(phrase, affiliation=None))
        self._enter_people(names)
        enter_shared_surnames(self.register, names, self.groups)
        for name in sorted(names, key=_plainest_first):
            if len(name.name.words) == 1 and self.register.person_named(name.name.words):
                continue  # a bare surname is read where it stands, when more is known of those who bear it
            listed = self.register.outlet_named(" ".join(name.name.words)) is not None
            if (paper := outlet_written(self.page, name.name)) is not None and not listed:
                outlet_draft(self.register, self.page.text[slice(*paper)])
            else:
                self.speakers.introduce(name.phrase, whole=False)

    def _enter_outlets(self) -> None:
        """Enter the agencies and outlets that the text names in full."""
        for shape in agency_shapes(self.page):
            if not self.register.outlets.candidates(shape.name):
                outlet_draft(self.register, shape.name)
        for _, _, words in self.register.outlets.find(self.page.text):
            outlet = self.register.outlets.by_name(words, country=self.register.country)
            if outlet is not None and len(words.split()) > 1:
                self.register.mentioned_outlets.add(outlet.name)

    def _enter_people(self, names: Sequence[Introduction]) -> None:
        """Enter people before "Roe's aide" makes a house of Roe: whole names, those of headlines, titled surnames."""
        for name in names:
            if len(name.name.words) > 1 and name.phrase.name_kind == "person":
                self.register.named(name.name.words, written_name(self.page, name.name), "person", name.phrase.gender)
        told = {name.name.words[-1] for name in names if len(name.name.words) > 1}
        for headed in headline_names(self.page):
            if headed.words[-1] not in told:
                self.register.named(headed.words, " ".join(headed.words), "person")
        within = {word for name in names if len(name.name.words) > 1 for word in name.name.words}
        for name in names:
            alone = len(name.name.words) == 1 and name.name.words[0] not in within
            if alone and name.phrase.name_kind == "person" and name.phrase.roles and name.phrase.affiliation is None:
                self.speakers.introduce(name.phrase, whole=False)

    def _hear(self, name: Introduction) -> None:
        house = self.speakers.house_headed(name.phrase) if name.phrase.name_kind != "person" else None
        borne = len(name.name.words) == 1 and self.register.bearers(name.name.words)
        draft = house or self.register.named(
            name.name.words,
            self.page.text[name.name.start : name.name.end],
            "unknown" if borne else name.phrase.name_kind,  # "Roe, whose company": Ann Roe all the same
        )
        inside = self.page.in_quotation(name.name.start)
        draft.note((name.name.start, name.name.end), "name")
        self.speakers.hear(draft, name.name.start, speaker=False, quoted=inside)

    def _read(self, attribution: Attribution) -> Heard:
        """Resolve an attribution's source and the carriers its sentence names."""
        if attribution.source is None:
            return Heard(None, "none", ())
        span = (attribution.source.start, attribution.source.end)
        phrase = read_phrase(self.page, *span)
        if phrase is None or self._only_hears(attribution, phrase):
            return Heard(None, "none", ())
        words = self.page.text[slice(*span)].lower()
        definite = phrase.form == "nominal" and (phrase.determiner in ("the", "his") or words.startswith("one "))
        speaker = outlet_meant(self.page, self.register, span)
        if speaker is None:
            titled = self.register.text_titled(self.page.text[slice(*span)]) or self._titled(span)
            speaker = titled if titled is not None else self.speakers.resolve(span)
        else:
            speaker.note(span, f"outlet named: {self.page.text[span[0] : span[1]][:80]!r}")
            self.speakers.hear(speaker, span[0], speaker=True, quoted=False)
        carriers = find_carriers(self.page, self.register, attribution, self._last_outlet)
        house = speaker.parent if speaker is not None and speaker.roles & _REPORTERS else None
        if house is not None and house.kind == "outlet" and phrase.affiliation and not carriers:
            carriers = (Carrier(house, phrase.affiliation, "its-reporter"),)
        if speaker is not None and speaker.kind in ("document", "unnamed") and not carriers:
            carriers = find_releaser(self.page, self.register, self.speakers.houses, phrase)
        return Heard(speaker, "anaphor" if definite else phrase.form, carriers)

    def _titled(self, span: Range) -> Draft | None:
        """Return the text that a source phrase calls by its title, entered."""
        work = title_called(self.page, *span)
        if work is not None:
            self._hear_work(work)
        return self.register.text_titled(f'"{self.page.text[slice(*work.title)]}"') if work is not None else None

    def _only_hears(self, attribution: Attribution, phrase: Phrase) -> bool:
        """Tell whether a source is who was told: "a court heard", "jurors were told"."""
        cue = attribution.cue
        verb = self.page.folded[cue.start : cue.end].lower().split()[-1:] if cue else []
        return phrase.form == "nominal" and verb in (["heard"], ["hears"], ["told"]) and phrase.head_word in _HEARERS

    def _last_outlet(self, noun: str) -> Draft | None:
        """Return the outlet that "the newspaper" means: the last but the own, a paper before an agency."""
        last, own = self.speakers.recent.last, self.publisher
        others = last(lambda d: d.kind == "outlet" and (own is None or d.outlet is not own))
        if (
            noun in ("newspaper", "paper")
            and others is not None
            and others.caption.split()[-1].lower() not in OUTLET_MARKS
        ):
            papers = last(lambda d: d.kind == "outlet" and d.caption.split()[-1].lower() in OUTLET_MARKS)
            return papers or others
        return others or last(lambda d: d.kind == "outlet")

    def _records(self, attributions: Sequence[Attribution], links: Mapping[str, tuple[Link, ...]]) -> DocumentSources:
        doc_id = self.page.document.doc_id
        credited = find_credits(self.page, self.register, self.publisher)
        used = {id(link.draft): link.draft for chain in links.values() for link in chain}
        used |= {id(draft): draft for draft, *_ in credited}
        for draft in list(used.values()):
            if draft.parent is not None:
                used.setdefault(id(draft.parent), draft.parent)
        for chain in links.values():
            for link in chain:
                if link.span is not None:
                    link.draft.note(link.span, link.rule)
        for draft in used.values():
            self.register.settle_guess(draft, self.page.vocabulary)
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
                    for link in links[a.attribution_id]
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


def _plainest_first(introduction: Introduction) -> tuple[bool, bool]:
    """Order names so that people are known before the words around other names are read ("Roe's deputy Ann Fox")."""
    return len(introduction.name.words) == 1, introduction.phrase.affiliation is not None
