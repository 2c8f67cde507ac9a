"""What counting works on: sources and mentions of one claim, and rule 1, which gives each mention its line.

Keys are opaque strings; an outlet named as a carrier and the same outlet as `own_line` of a document share one key.
Chains run from the outermost carrier inwards. Imports: the standard library and records only.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records.claim import StanceKind

SourceKind = Literal["person", "organisation", "outlet", "document", "anonymous"]

# A document published by one of these is the source's own word: its bare statements have their publisher as root.
_SELF_PUBLISHING = frozenset({"person", "organisation", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSource:
    """A person, organisation, outlet, document or unnamed source, as far as counting needs to know it.

    Attributes:
        parent: Key of the organisation it belongs to, if any.
        group: For unnamed sources: descriptors of one group may be one source. None: a group of its own.
        compatible_with: Keys of the sources this could be: an unnamed source, or a named one under a fuller name.
    """

    key: str
    kind: SourceKind
    name: str
    parent: str | None
    group: str | None
    compatible_with: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedValue:
    """The number a mention gives, as an inclusive interval; None leaves an end open."""

    lower: float | None
    upper: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedMention:
    """One statement of the claim in one document.

    Attributes:
        key: The caller's name for it (a statement id), unique within the claim; repeated in the trace.
        chain: Carriers, outermost first, and last the root when there is one. Carriers that only derivations show
            (a wire credit, a shared passage) stand in it already.
        root: Key of the root; None when unattributed.
        stance: `support` counts for the claim, `doubtful` for it at the upper end only, `deny` for its denial, anything
            else for neither.
    """

    key: str
    doc: str
    chain: tuple[str, ...]
    root: str | None
    value: CountedValue | None
    stance: StanceKind


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention after rule 1.

    Attributes:
        key: Of the mention.
        carriers: Outermost first, without the root.
        root: A source that is not an outlet, or None.
        line: Innermost carrier; the document's own line when there is none.
        own: The document's own line: its outlet's key, else the document.
    """

    key: str
    doc: str
    carriers: tuple[str, ...]
    root: str | None
    line: str
    own: str
    value: CountedValue | None

    @property
    def reach(self) -> tuple[str, ...]:
        """Every line the words passed on their way to the reader."""
        return (self.own, *self.carriers)


class Sources:
    """Look-ups over the sources of a story; a key without a source is an outlet of that name."""

    def __init__(self, sources: Iterable[CountedSource]) -> None:
        self._by_key = {source.key: source for source in sources}

    def kind(self, key: str) -> SourceKind:
        """Return the kind of a source; `outlet` when the key is unknown."""
        source = self._by_key.get(key)
        return source.kind if source else "outlet"

    def group(self, key: str) -> str:
        """Return the group of an unnamed source; its own key when it has none."""
        source = self._by_key.get(key)
        return source.group if source and source.group else key

    def ancestors(self, key: str) -> tuple[str, ...]:
        """Return the parent, its parent and so on, nearest first; stops where parents run in a circle."""
        found: list[str] = []
        seen = {key}
        source = self._by_key.get(key)
        while source and source.parent and source.parent not in seen:
            found.append(source.parent)
            seen.add(source.parent)
            source = self._by_key.get(source.parent)
        return tuple(found)

    def organisation(self, key: str) -> str:
        """Return whom a source counts as at the lower end: the outermost organisation it belongs to, else itself."""
        return (key, *self.ancestors(key))[-1]

    def bodies(self, roots: Collection[str]) -> dict[str, str]:
        """Return whom each of a claim's named roots counts as at the lower end.

        That is its outermost organisation; and where this could be that of another root ("Velm" for Velm Energy), the
        other one, so that names which only may be one are never two certain roots.
        """
        own = {root: self.organisation(root) for root in roots}
        there = set(own.values())
        found: dict[str, str] = {}
        for root in roots:
            body, passed = own[root], {own[root]}
            while fuller := sorted(({self.organisation(one) for one in self.listed(body)} & there) - passed):
                body = fuller[0]
                passed.add(body)
            found[root] = body
        return found

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the sources that a source is listed as compatible with."""
        source = self._by_key.get(key)
        return source.compatible_with if source else ()

    def could_be(self, key: str) -> tuple[str, ...]:
        """Return the sources an unnamed source could be: those listed and those of its own organisation."""
        source = self._by_key.get(key)
        return (*source.compatible_with, *self.ancestors(key)) if source else ()


def place(
    mentions: Sequence[CountedMention], sources: Sources, own_line: Mapping[str, str]
) -> tuple[tuple[Placed, ...], frozenset[str]]:
    """Give each mention its carriers, root and line (rule 1), and keep one per document, root and value.

    Args:
        mentions: Of one stance, in any order.
        sources: Of the story.
        own_line: Document to the key of its outlet, where it has one.

    Returns:
        The mentions kept, sorted by key; and the keys of those that repeat one in their document. Of repeats the one
        with the longest chain stays: it names the most carriers, so it claims the least independence.
    """
    placed = (_place_one(mention, sources, own_line) for mention in mentions)
    kept: dict[tuple[str, str | None, CountedValue | None], Placed] = {}
    for one in sorted(placed, key=lambda p: (-len(p.carriers), p.carriers, p.key)):
        kept.setdefault((one.doc, one.root, one.value), one)
    stays = {one.key for one in kept.values()}
    return (
        tuple(sorted(kept.values(), key=lambda p: p.key)),
        frozenset(mention.key for mention in mentions if mention.key not in stays),
    )


def _place_one(mention: CountedMention, sources: Sources, own_line: Mapping[str, str]) -> Placed:
    own = own_line.get(mention.doc, mention.doc)
    root, carriers = mention.root, mention.chain
    if root is not None and carriers and carriers[-1] == root:
        carriers = carriers[:-1]
    if root is not None and sources.kind(root) == "outlet":
        carriers, root = (*carriers, root), None
    if root is None and not carriers and mention.doc in own_line and sources.kind(own) in _SELF_PUBLISHING:
        root = own
    return Placed(mention.key, mention.doc, carriers, root, carriers[-1] if carriers else own, own, mention.value)
