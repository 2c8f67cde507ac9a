"""How each statement of a claim came to its document: the chain of the text, and the carriers that derivations show.

method.md, "Terms" (line, chain) and rule 1 of "Roots of a claim". Imports: records and this room only.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from headwater.provenance.lines import Lines
from headwater.provenance.utterances import unite_utterances
from headwater.records import Chain, Claim, Derivation, Entity, Hop, Path, Span, Statement, Value, content_id

# In two hand-labelled stories, documents that share a fifth of their text are copies of one line; below that, shared
# words of a named source come from his own statement as often as from the other article.
_COPIED_SHARE = 0.2

Conflicts = Callable[[Value | None, Value | None], bool]


def gather_lines(
    publisher: Mapping[str, Entity], derivations: Sequence[Derivation], lengths: Mapping[str, int]
) -> Lines:
    """Return derivations arranged by the document that took something.

    Args:
        publisher: doc_id -> entity of the story that published it.
        derivations: Of the story.
        lengths: doc_id -> code points of its text.
    """
    copied: dict[tuple[str, str], float] = {}
    wires: dict[str, list[Hop]] = defaultdict(list)
    inputs: dict[str, list[Hop]] = defaultdict(list)
    taken: dict[str, list[tuple[str, tuple[Span, ...]]]] = defaultdict(list)
    for derivation in derivations:
        doc_id = derivation.generated_doc
        if derivation.relation == "wire-credit" and derivation.used_entity:
            names_it = derivation.evidence and derivation.rule != "byline-field"
            span = derivation.evidence[0] if names_it else None
            credited = inputs if derivation.rule == "contribution" else wires
            credited[doc_id].append(Hop(entity_id=derivation.used_entity, span=span, rule="wire-credit"))
        elif derivation.relation == "shared-passage" and derivation.used_doc:
            spans = tuple(span for span in derivation.evidence if span.doc_id == doc_id)
            taken[doc_id].append((derivation.used_doc, spans))
            shared = sum(span.end - span.start for span in spans)
            copied[doc_id, derivation.used_doc] = shared / max(1, lengths[doc_id])
    return Lines(
        publisher=publisher,
        wires={doc: tuple(hops) for doc, hops in wires.items()},
        inputs={doc: tuple(hops) for doc, hops in inputs.items()},
        taken={doc: tuple(links) for doc, links in taken.items()},
        copied=copied,
    )


def trace_paths(
    claim: Claim,
    statements: Sequence[Statement],
    chains: Mapping[str, Chain],
    story_entity: Mapping[str, Entity],
    lines: Lines,
    conflicts: Conflicts,
    texts: Mapping[str, str],
) -> tuple[Path, ...]:
    """Return one path for each statement of a claim, in the claim's order.

    Args:
        claim: The claim.
        statements: Its statements, in the claim's order.
        chains: attribution_id -> chain of hops (document-level entities).
        story_entity: Document-level entity_id -> entity of the story.
        lines: Publishers and derivations of the story's documents.
        conflicts: Tells whether two values cannot both hold.
        texts: doc_id -> Document.text.
    """
    tracer = _Tracer(statements, chains, story_entity, lines, conflicts)
    paths = [tracer.path(claim.claim_id, statement) for statement in statements]
    captions = {entity.entity_id: entity.caption for entity in story_entity.values()}
    return unite_utterances(paths, {s.statement_id: s for s in statements}, captions, lines, texts)


class _Tracer:
    def __init__(
        self,
        statements: Sequence[Statement],
        chains: Mapping[str, Chain],
        story_entity: Mapping[str, Entity],
        lines: Lines,
        conflicts: Conflicts,
    ) -> None:
        self._chains, self._story_entity, self._lines, self._conflicts = chains, story_entity, lines, conflicts
        self._kinds = {entity.entity_id: entity.kind for entity in story_entity.values()}
        self._by_doc: dict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            self._by_doc[statement.doc_id].append(statement)

    def path(self, claim_id: str, statement: Statement) -> Path:
        told = self._told(statement)
        root = self._root(statement, told)
        hops = self._with_derivations(statement, told, has_carrier=len(told) > (root is not None))
        if root is not None and not told:
            hops = (*hops, Hop(entity_id=root, span=None, rule="publisher-is-source"))
        carriers = [hop.entity_id for hop in hops if hop.entity_id != root]
        return Path(
            path_id=content_id("pth", claim_id, statement.statement_id),
            claim_id=claim_id,
            statement_id=statement.statement_id,
            doc_id=statement.doc_id,
            hops=hops,
            root_id=root,
            line=carriers[-1] if carriers else self._publisher(statement.doc_id),
            counted=True,
            rule="chain" if told else "author",
        )

    def _told(self, statement: Statement) -> tuple[Hop, ...]:
        """Hops of the text in story entities, the own publisher among them where it is told ("told this newspaper")."""
        chain = self._chains.get(statement.attribution_id) if statement.attribution_id else None
        hops: list[Hop] = []
        for hop in chain.hops if chain else ():
            entity_id = self._story_entity[hop.entity_id].entity_id
            if entity_id not in {other.entity_id for other in hops}:
                hops.append(Hop(entity_id=entity_id, span=hop.span, rule=hop.rule))
        return tuple(hops)

    def _root(self, statement: Statement, told: tuple[Hop, ...]) -> str | None:
        """The last member when it is no outlet; a document published by a source has its publisher as root."""
        if told:
            return told[-1].entity_id if self._kinds[told[-1].entity_id] != "outlet" else None
        publisher = self._lines.publisher[statement.doc_id]
        return publisher.entity_id if publisher.kind != "outlet" else None

    def _with_derivations(self, statement: Statement, told: tuple[Hop, ...], *, has_carrier: bool) -> tuple[Hop, ...]:
        """Put the line a derivation shows before the chain of the text."""
        named = bool(told)
        shown = self._copied_line(statement, frozenset(), named=named)
        if not shown and not has_carrier and not named:
            shown = self._shared_line(statement, frozenset())
        if not shown:
            shown = self._lines.wires.get(statement.doc_id, ())[:1] or self._contributed(statement, told)
        known = {hop.entity_id for hop in told} | {self._publisher(statement.doc_id)}
        return (*(hop for hop in shown if hop.entity_id not in known), *told)

    def _copied_line(self, statement: Statement, seen: frozenset[str], *, named: bool) -> tuple[Hop, ...]:
        """The line of the document whose passage holds the statement's very words.

        Words with a named source can stand in two articles because both heard or read that source; they show a line
        only where the articles share much else.
        """
        for used_doc, spans in self._lines.taken_by(statement.doc_id):
            if named and self._lines.copied[statement.doc_id, used_doc] < _COPIED_SHARE:
                continue
            holding = next((span for span in spans if span.contains(statement.span)), None)
            if holding is not None and used_doc not in seen:
                return self._line_of(used_doc, holding, seen | {statement.doc_id})
        return ()

    def _shared_line(self, statement: Statement, seen: frozenset[str]) -> tuple[Hop, ...]:
        """For words without a source: a document that a passage was taken from and that carries the claim too."""
        for used_doc, spans in self._lines.taken_by(statement.doc_id):
            theirs = self._by_doc.get(used_doc, ())
            agree = [other for other in theirs if not self._conflicts(statement.value, other.value)]
            is_copy = self._lines.copied[statement.doc_id, used_doc] >= _COPIED_SHARE
            if agree and is_copy and used_doc not in seen:
                return self._line_of(used_doc, spans[0] if spans else None, seen | {statement.doc_id})
        return ()

    def _contributed(self, statement: Statement, told: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """The wire that gave a part of the article, when its own articles tell this claim, by the same named source."""
        source = {hop.entity_id for hop in told[-1:] if self._kinds[hop.entity_id] != "unnamed"}
        for hop in self._lines.inputs.get(statement.doc_id, ()):
            for doc_id, theirs in self._by_doc.items():
                if doc_id == statement.doc_id or not self._lines.prints(doc_id, hop.entity_id):
                    continue
                agree = [other for other in theirs if not self._conflicts(statement.value, other.value)]
                if any(source <= {one.entity_id for one in self._told(other)[-1:]} for other in agree):
                    return (hop,)
        return ()

    def _line_of(self, doc_id: str, span: Span | None, seen: frozenset[str]) -> tuple[Hop, ...]:
        """The wire a document credits; else what it was itself taken from in this claim; else its publisher."""
        wires = self._lines.wires.get(doc_id)
        if wires:
            return (Hop(entity_id=wires[0].entity_id, span=span, rule="shared-passage"),)
        for statement in self._by_doc.get(doc_id, ()):
            further = self._copied_line(statement, seen, named=False) or self._shared_line(statement, seen)
            if further:
                return tuple(Hop(entity_id=hop.entity_id, span=span, rule="shared-passage") for hop in further)
        return (Hop(entity_id=self._publisher(doc_id), span=span, rule="shared-passage"),)

    def _publisher(self, doc_id: str) -> str:
        return self._lines.publisher[doc_id].entity_id
