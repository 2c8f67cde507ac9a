"""What derivations and publishers say about the documents of one story. Imports: records only."""

from collections.abc import Mapping
from dataclasses import dataclass

from headwater.records import Entity, Hop, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What derivations and publishers say about the documents of one story.

    Attributes:
        publisher: doc_id -> entity of the story that published it.
        wires: doc_id -> outlets the document as a whole is credited to, each with the crediting words (or None).
        taken: doc_id -> (earlier document, spans in this document) for every shared-passage derivation.
        copied: (doc_id, earlier document) -> share of the document's text that the two have in common.
    """

    publisher: Mapping[str, Entity]
    wires: Mapping[str, tuple[Hop, ...]]
    taken: Mapping[str, tuple[tuple[str, tuple[Span, ...]], ...]]
    copied: Mapping[tuple[str, str], float]

    def are_linked(self, left: str, right: str) -> bool:
        """Tell whether one document took text from the other, or both print one wire."""
        taken = {used for used, _ in self.taken.get(left, ())}, {used for used, _ in self.taken.get(right, ())}
        wires = {h.entity_id for h in self.wires.get(left, ())} & {h.entity_id for h in self.wires.get(right, ())}
        return right in taken[0] or left in taken[1] or bool(wires)
