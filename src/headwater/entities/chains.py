"""Chains of one document: who passed each attribution's content on, from the outermost carrier to the speaker.

Speakers and the carriers their own sentences name are known; this adds what nesting, citing and earlier words of the
same speaker give (conventions 4, 5 and 9 of the method). Imports: this room, records and the standard library only.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.entities.asides import Ways
from headwater.entities.carriers import Carrier
from headwater.entities.other_hearers import surnames, tells_others
from headwater.entities.page import Page, Range
from headwater.entities.register import Draft
from headwater.records import Attribution

_ANAPHORS = frozenset({"pronoun", "anaphor", "none"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_TOLD_NEXT, _TOLD_WITHIN = 2, 6  # sentences, attributions
_BESIDE = 8  # attributions of one sentence on either side
_PARENT_ONLY = frozenset({"nested-in"})


@dataclass(frozen=True, slots=True)
class Link:
    """One member of a chain in the making: who, the words that name it here, and why it stands in the chain."""

    draft: Draft
    span: Range | None
    rule: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What the reading of one attribution's own sentence gave.

    Attributes:
        speaker: None when the text credits nobody or does not settle whom.
        form: How the source is put: name, nominal, anaphor ("the doctor"), pronoun, or none.
        carriers: Outlets that the sentence itself names as having passed the words on.
    """

    speaker: Draft | None
    form: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a speaker's latest attribution had before it, for those that follow."""

    carriers: tuple[Link, ...]
    sentence: int
    own_right: bool


def reading_order(attribution: Attribution) -> tuple[int, int, str]:
    """Return where an attribution is read: at its source, else its cue, else its content."""
    anchor = attribution.source or attribution.cue or attribution.content[0]
    return anchor.start, anchor.end, attribution.attribution_id


class ChainBuilder:
    """Builds the chains of one document's attributions, parents before what is nested in them."""

    def __init__(self, page: Page, ordered: Sequence[Attribution], heard: Mapping[str, Heard], ways: Ways) -> None:
        """Take the attributions in reading order, what was heard of each, and whose sources spoke by way of whom."""
        self._ways = ways
        self._by_sentence: dict[int, list[Attribution]] = {}
        for attribution in ordered:
            if attribution.source is not None:
                key = page.sentence(attribution.source.start)
                self._by_sentence.setdefault(key, []).append(attribution)
        self._page, self._heard, self._surnames = page, heard, surnames(page)
        self._by_id = {attribution.attribution_id: attribution for attribution in ordered}
        self._previous = dict(zip((a.attribution_id for a in ordered[1:]), ordered, strict=False))
        self._links: dict[str, tuple[Link, ...]] = {}
        self._open: set[str] = set()
        self._spoken: dict[int, _Spoken] = {}

    def build(self) -> dict[str, tuple[Link, ...]]:
        """Return attribution id -> links, outermost carrier first; empty when nobody is credited."""
        for attribution in self._by_id.values():
            self._of(attribution)
        self._told_next()
        return self._links

    def _told_next(self) -> None:
        """Give an unnamed speaker's first words the outlet that his next ones are told to, a sentence or two on."""
        ordered = [a for a in self._by_id.values() if self._links[a.attribution_id]]
        for index, attribution in enumerate(ordered):
            links = self._links[attribution.attribution_id]
            if len(links) != 1 or links[0].draft.kind != "unnamed" or attribution.source is None:
                continue
            if tells_others(self._page, attribution, self._surnames):
                continue
            sentence = self._page.sentence(attribution.source.start)
            for other in ordered[index + 1 : index + 1 + _TOLD_WITHIN]:
                ahead = self._page.sentence(reading_order(other)[0]) - sentence
                later = self._links[other.attribution_id]
                if ahead <= _TOLD_NEXT and len(later) > 1 and later[-1].draft is links[0].draft:
                    told = [Link(link.draft, None, "told-next") for link in later[:-1] if link.rule == "told-recipient"]
                    self._links[attribution.attribution_id] = (*told, *links)
                    break

    def _of(self, attribution: Attribution | None) -> tuple[Link, ...]:
        """Return one attribution's links, built once; parents that point in a circle have none."""
        if attribution is None or attribution.attribution_id in self._open:
            return ()
        key = attribution.attribution_id
        if key not in self._links:
            self._open.add(key)
            self._links[key] = self._build(attribution)
            self._open.discard(key)
        return self._links[key]

    def _build(self, attribution: Attribution) -> tuple[Link, ...]:
        holder = self._by_id.get(attribution.parent_id) if attribution.parent_id else None
        parent = () if holder is None or self._denies_report(holder, attribution) else self._of(holder)
        heard = self._heard[attribution.attribution_id]
        speaker = heard.speaker or self._implied(attribution, parent)
        if speaker is None:
            return ()
        carriers = self._carriers(attribution, speaker, heard, parent)
        before = self._spoken.get(id(speaker))
        own_right = not carriers or (before is not None and before.own_right)
        sentence = self._page.sentence(reading_order(attribution)[0])
        self._spoken[id(speaker)] = _Spoken(carriers, sentence, own_right)
        source = attribution.source
        span = (source.start, source.end) if source else None
        own = (*carriers, Link(speaker, span, "source" if source else "continued-quotation"))
        quoted = self._ways.quoted_behind(span, speaker) if span is not None else None
        return own if quoted is None else (*own, Link(*quoted, "quoted-by"))

    def _denies_report(self, holder: Attribution, attribution: Attribution) -> bool:
        """Tell whether a relation denies the report that another one is: whoever denies it does not pass it on."""
        if holder.polarity != "denied" or attribution.cue is None:
            return False
        cue = self._page.text[attribution.cue.start : attribution.cue.end].lower()
        return cue.rstrip("s") in ("report", "story", "article", "storie")

    def _implied(self, attribution: Attribution, parent: tuple[Link, ...]) -> Draft | None:
        """Return the speaker of "I" inside a quotation, or of a quotation that stands alone after another's words."""
        if attribution.source is not None:
            words = self._page.text[attribution.source.start : attribution.source.end].lower()
            return parent[-1].draft if parent and words in _FIRST_PERSON else None
        if attribution.cue is not None or attribution.quote_type == "indirect":
            return None
        before = self._of(self._previous.get(attribution.attribution_id))
        return before[-1].draft if before else None

    def _carriers(
        self, attribution: Attribution, speaker: Draft, heard: Heard, parent: tuple[Link, ...]
    ) -> tuple[Link, ...]:
        found = [Link(link.draft, link.span, "nested-in") for link in parent]
        if not found:
            found = [Link(link.draft, link.span, "citing") for link in self._cited_by(attribution)]
        found.extend(Link(carrier.draft, carrier.span, carrier.rule) for carrier in heard.carriers)
        if not any(link.draft is not speaker for link in found):
            found = self._inherited(attribution, speaker, heard.form)
        found = [*self._reported_by(attribution, speaker), *found]
        unique: list[Link] = []
        for link in found:
            if link.draft is not speaker and all(link.draft is not other.draft for other in unique):
                unique.append(link)
        return tuple(unique)

    def _cited_by(self, attribution: Attribution) -> tuple[Link, ...]:
        """Return the sentence's own speaker, who carries what it cites ("AP reported, citing residents")."""
        previous = self._previous.get(attribution.attribution_id)
        if attribution.cue is None or previous is None:
            return ()
        cue = self._page.text[attribution.cue.start : attribution.cue.end].lower()
        anchor = previous.cue or previous.source
        if not cue.startswith(("citing", "quoting")) or anchor is None:
            return ()
        same = self._page.sentence(anchor.start) == self._page.sentence(attribution.cue.start)
        return self._of(previous) if same else ()

    def _reported_by(self, attribution: Attribution, speaker: Draft) -> list[Link]:
        """Return the outlet of the same sentence that is credited with the same words: "..., CNN reported"."""
        source = attribution.source
        if source is None or speaker.kind == "outlet" or attribution.parent_id is not None:
            return []
        own = _covered(attribution)
        beside = self._by_sentence[self._page.sentence(source.start)]
        place = bisect_left(beside, reading_order(attribution), key=reading_order)
        for other in beside[max(0, place - _BESIDE) : place + _BESIDE]:
            outlet = self._heard[other.attribution_id].speaker
            if other is attribution or outlet is None or outlet.kind != "outlet" or other.source is None:
                continue
            if 2 * len(own & _covered(other)) > len(own):
                return [Link(outlet, (other.source.start, other.source.end), "reported-by")]
        return []

    def _said_earlier(self, attribution: Attribution) -> bool:
        """Tell whether a cue speaks of a time before the article's own: "on the day he had said"."""
        cue = attribution.cue
        return cue is not None and self._page.folded[cue.start : cue.end].lower().startswith("had ")

    def _inherited(self, attribution: Attribution, speaker: Draft, form: str) -> list[Link]:
        """Return the carriers of a speaker's earlier words that hold on: for one named anew only while all went so."""
        before = self._spoken.get(id(speaker)) or self._spoken.get(id(speaker.among))
        if self._said_earlier(attribution) or tells_others(self._page, attribution, self._surnames):
            return []
        if before is None and (outlet := self._ways.of(speaker, reading_order(attribution)[0])) is not None:
            return [Link(outlet, None, "by-way-of")]
        if before is None or not before.carriers:
            return []
        named = form == "name" and speaker.kind in ("person", "organisation") and not before.own_right
        if form not in _ANAPHORS and not named:
            return []
        near = self._page.sentence(reading_order(attribution)[0]) - before.sentence <= 1 and form == "pronoun"
        own_text = speaker.kind == "organisation" and form != "pronoun"  # its next statement is another one
        dropped = _PARENT_ONLY | ({"carried"} if own_text else set())
        held = [link for link in before.carriers if near or link.rule not in dropped]
        return [Link(link.draft, None, "inherited") for link in held]


def _covered(attribution: Attribution) -> set[int]:
    """Return the code points that an attribution's content covers."""
    return {at for span in attribution.content for at in range(span.start, span.end)}
