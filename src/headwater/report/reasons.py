"""Why two documents, sources, statements or claims are (or are not) linked: every reason, quoted, with its weight.

Imports: stories, entities, the ledger, records, config and errors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.config import Config
from headwater.entities import compatible
from headwater.errors import NotFoundError
from headwater.ledger import Ledger
from headwater.records import Claim, ClaimLink, Document, Entity, Judgement, Span, Statement, published_day
from headwater.report.shelf import ById
from headwater.stories import compare_documents

Side = Literal["for", "against", "about"]

_SHOWN_CHARS = 160
_SHOWN_WORDS, _SHOWN_PAIRS = 8, 3
_NEAR_CHARS = 160
_COMMON = frozenset("the and for with that this was were has had have are but not from".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for or against a link; "about" only says what is compared.

    Attributes:
        kind: What kind of reason.
        words: The words that show it, with their places; "" for a reason without any.
        weight: Cosine, log-odds or share, as the stage that used it counts; None for a rule, which has none.
        spans: Where whole passages of `words` stand; none where it lists single words.
    """

    side: Side
    kind: str
    words: str
    weight: float | None
    spans: tuple[Span, ...] = ()


class Reasons:
    """The reasons of one ledger."""

    def __init__(self, ledger: Ledger, config: Config) -> None:
        """Take a ledger; what a pair needs is read when it is asked for.

        Args:
            ledger: Open for reading.
            config: The thresholds it was made with.
        """
        self._ledger, self._config = ledger, config
        self._documents: dict[str, Document] = ById((), ledger.document)

    def explain(self, a: str, b: str) -> tuple[Reason, ...]:
        """Return every reason for and against linking two records of one kind.

        Args:
            a: An id; documents may be given by record_id or location, sources by name.
            b: Another.

        Raises:
            NotFoundError: The ledger does not hold one of them, or they are of two kinds.
        """
        left, right = self.resolve(a), self.resolve(b)
        for record, reasons in (
            (Document, self._of_documents),
            (Entity, self._of_entities),
            (Statement, self._of_statements),
            (Claim, self._of_claims),
        ):
            if self._ledger.holds(record, left) and self._ledger.holds(record, right):
                return (*self._of_judgements({left}, {right}), *reasons(left, right))
        raise NotFoundError("pair of one kind among", f"{a}, {b}")

    def resolve(self, name: str) -> str:
        """Return the id meant by an id, a record id, a location or a source's name.

        Raises:
            NotFoundError: The ledger holds nothing of that name.
        """
        if any(self._ledger.holds(record, name) for record in (Document, Entity, Statement, Claim)):
            return name
        for doc_id in self._ledger.documents_named(name):
            return doc_id
        entities = self._ledger.entities("story")  # names are compared as people write them, so all are read
        for entity in entities:
            if name.casefold() in {n.casefold() for n in (entity.caption, *entity.aliases)}:
                return entity.entity_id
        near = tuple(e.caption for e in entities if name.casefold() in e.caption.casefold())[:3]
        raise NotFoundError("document, source, statement or claim", name, near)

    def _quote(self, span: Span) -> str:
        document = self._documents[span.doc_id]
        words = span.quote(document.text)
        shown = words if len(words) <= _SHOWN_CHARS else words[: _SHOWN_CHARS - 10].rstrip() + " …"
        return f"{document.record_id} [{span.start}, {span.end}): “{shown}”"

    def _of_judgements(self, lefts: set[str], rights: set[str]) -> Iterator[Reason]:
        """What people decided about the pair; the next run obeys the last of it."""
        for one in self._ledger.judgements():
            if (one.left_id in lefts and one.right_id in rights) or (one.left_id in rights and one.right_id in lefts):
                yield _judged(one)

    def _of_documents(self, left: str, right: str) -> Iterator[Reason]:
        yield from self._of_stories(left, right)
        pair = {left, right}
        for reuse in self._ledger.reuse(left):
            if {reuse.earlier.doc_id, reuse.later.doc_id} != pair:
                continue
            side: Side = "against" if reuse.form == "boilerplate" else "for"
            known = f"direction by {reuse.direction_rule}" if reuse.direction_rule else "direction not known"
            words = f"{self._quote(reuse.earlier)} → {self._quote(reuse.later)}"
            kind = f"shared {reuse.form}, {reuse.kind}, {len(reuse.edits)} edits, {known}"
            spans = (reuse.earlier, reuse.later)
            yield Reason(side=side, kind=kind, words=words, weight=reuse.score, spans=spans)
        for altered in self._ledger.altered_quotations(left):
            if {altered.fullest.doc_id, altered.version.doc_id} == pair:
                kinds = ", ".join(sorted({change.kind for change in altered.changes}))
                words = f"{self._quote(altered.fullest)} → {self._quote(altered.version)}"
                kind, spans = f"one utterance, altered ({kinds})", (altered.fullest, altered.version)
                yield Reason(side="for", kind=kind, words=words, weight=altered.score, spans=spans)
        for derivation in (*self._ledger.derivations(left), *self._ledger.derivations(right)):
            if {derivation.generated_doc, derivation.used_doc} == pair:
                kind = f"{derivation.relation} ({derivation.rule})"
                for span in derivation.evidence:
                    words = self._quote(span)
                    yield Reason(side="for", kind=kind, words=words, weight=derivation.score, spans=(span,))

    def _of_stories(self, left: str, right: str) -> Iterator[Reason]:
        one, other, config = self._documents[left], self._documents[right], self._config.stories
        alike = compare_documents(one, other, config=config)
        few = self._ledger.document_count() <= config.handful
        least = config.handful_threshold if few else config.threshold
        captions = [s.caption for s in self._ledger.stories_with(left) if right in s.doc_ids]
        yield Reason(
            side="about", kind="one story" if captions else "two stories", words="".join(captions), weight=None
        )
        side: Side = "for" if alike.cosine >= least else "against"
        kind = f"likeness of words (stories are linked from {least}, on average over their articles)"
        yield Reason(side=side, kind=kind, words="", weight=alike.cosine)
        for word in alike.words[:_SHOWN_WORDS]:
            words = f"{self._quote(word.one)} = {self._quote(word.other)}"
            yield Reason(side="for", kind="word in common", words=words, weight=word.weight)
        days = published_day(one), published_day(other)
        if days[0] is not None and days[1] is not None and not few:
            apart = abs((days[0] - days[1]).days)
            side = "for" if apart <= config.window_days else "against"
            yield Reason(side=side, kind="days between their publication", words=f"{days[0]}, {days[1]}", weight=apart)

    def _of_entities(self, left: str, right: str) -> Iterator[Reason]:
        one, other = self._of_story(left), self._of_story(right)
        if one.entity_id == other.entity_id:
            yield Reason(side="for", kind="one source", words=one.caption, weight=None)
            for rule in one.rules:
                yield Reason(side="for", kind="united by rule", words=rule, weight=None)
            return
        for entity in (one, other):
            places = "; ".join(self._quote(span) for span in entity.mention_spans[:2])
            kind, spans = f"{entity.caption} ({entity.kind})", entity.mention_spans[:2]
            yield Reason(side="about", kind=kind, words=places, weight=None, spans=spans)
            for rule in entity.rules:
                yield Reason(side="about", kind=f"rule for {entity.caption}", words=rule, weight=None)
        yield from self._compare_entities(one, other)

    def _of_story(self, key: str) -> Entity:
        """Return the entity of a story that an entity of a document is part of; itself when it is of none."""
        return self._ledger.entity_with(key) or self._ledger.entity(key)

    def _compare_entities(self, one: Entity, other: Entity) -> Iterator[Reason]:
        names = [_words(" ".join((e.caption, *e.aliases))) for e in (one, other)]
        shared = sorted(names[0] & names[1])
        side: Side = "for" if shared else "against"
        kind = "words of the name in common" if shared else "no word of the name in common"
        yield Reason(side=side, kind=kind, words=", ".join(shared), weight=None)
        if one.kind != other.kind:
            yield Reason(side="against", kind="two kinds", words=f"{one.kind}, {other.kind}", weight=None)
        parents = [self._ledger.entity(e.parent_id) if e.parent_id else None for e in (one, other)]
        if one.parent_id == other.entity_id or other.parent_id == one.entity_id:
            yield Reason(
                side="against", kind="one speaks for the other: two sources, one organisation", words="", weight=None
            )
        elif parents[0] is not None and parents[1] is not None:
            side = "for" if parents[0] == parents[1] else "against"
            words = f"{parents[0].caption}, {parents[1].caption}"
            yield Reason(side=side, kind="whom they speak for", words=words, weight=None)
        for unnamed, named, parent in ((one, other, parents[1]), (other, one, parents[0])):
            if unnamed.kind == "unnamed":
                could = compatible(unnamed, named, parent)
                kind = f"{unnamed.caption} {'could be' if could else 'cannot be'} {named.caption}"
                yield Reason(side="for" if could else "against", kind=kind, words="", weight=None)

    def _of_statements(self, left: str, right: str) -> Iterator[Reason]:
        one, other = self._ledger.statement(left), self._ledger.statement(right)
        claims = self._ledger.claim_of(left), self._ledger.claim_of(right)
        kind = "one claim" if claims[0] is not None and claims[0] == claims[1] else "two claims"
        for statement in (one, other):
            words = self._quote(statement.span)
            yield Reason(side="about", kind=kind, words=words, weight=None, spans=(statement.span,))
        links = self._ledger.links_between([left], [right])
        for link in links:
            yield from self._of_link(link)
        if not links:
            kind = "never compared, far below what a link needs, or not among the strongest links of either"
            yield Reason(side="against", kind=kind, words="", weight=self._config.claims.missing_pair)

    def _of_link(self, link: ClaimLink) -> Iterator[Reason]:
        one, other = self._ledger.statement(link.left_id), self._ledger.statement(link.right_id)
        for name, weight in link.features:
            side: Side = "for" if weight > 0 else "against"
            yield Reason(side=side, kind=name.replace("-", " "), words=self._shown(name, one, other), weight=weight)
        side = "for" if link.score > 0 else "against"
        yield Reason(side=side, kind="sum (log-odds)", words="", weight=link.score)

    def _shown(self, feature: str, one: Statement, other: Statement) -> str:
        """Return the words of two statements that a feature is about."""
        if feature == "bias":
            return ""
        if "value" in feature or feature in {"other-unit", "other-counted"}:
            values = [s.value for s in (one, other) if s.value is not None]
            return " / ".join(self._quote(value.span) for value in values)
        if "time" in feature:
            return " / ".join(self._times_near(s.span) for s in (one, other))
        return " / ".join(self._quote(s.span) for s in (one, other))

    def _times_near(self, span: Span) -> str:
        near = Span(span.doc_id, max(0, span.start - _NEAR_CHARS), span.end + _NEAR_CHARS)
        return "; ".join(self._quote(t.span) for t in self._ledger.times(span.doc_id) if near.contains(t.span))

    def _of_claims(self, left: str, right: str) -> Iterator[Reason]:
        one, other = self._ledger.claim(left), self._ledger.claim(right)
        if left == right:
            yield Reason(side="for", kind="the same claim", words=one.caption, weight=None)
            return
        for claim in (one, other):
            kind = f"claim of {len(claim.statement_ids)} statements"
            yield Reason(side="about", kind=kind, words=claim.caption, weight=None)
        sides = one.statement_ids, other.statement_ids
        yield from self._of_judgements(set(sides[0]), set(sides[1]))
        links = self._ledger.links_between(*sides)
        size = len(sides[0]) * len(sides[1])
        missing = (size - len(links)) * self._config.claims.missing_pair
        mean = (sum(link.score for link in links) + missing) / size
        kind = f"mean log-odds of their {size} pairs; {size - len(links)} were not compared or are far below"
        yield Reason(side="for" if mean > 0 else "against", kind=kind, words="", weight=mean)
        ordered = sorted(links, key=lambda link: (-link.score, link.left_id, link.right_id))
        told = ordered if len(ordered) <= 2 * _SHOWN_PAIRS else [*ordered[:_SHOWN_PAIRS], *ordered[-_SHOWN_PAIRS:]]
        for link in told:
            for end in (link.left_id, link.right_id):
                span = self._ledger.statement(end).span
                yield Reason(side="about", kind="compared", words=self._quote(span), weight=None, spans=(span,))
            yield from self._of_link(link)


def _judged(judgement: Judgement) -> Reason:
    sides: dict[str, Side] = {"same": "for", "different": "against", "unsure": "about"}
    because = f": {judgement.reason}" if judgement.reason else ""
    kind = f"judged {judgement.verdict} by {judgement.made_by} at {judgement.made_at}"
    return Reason(side=sides[judgement.verdict], kind=kind + because, words="", weight=None)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold())) - _COMMON
