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
        inputs: doc_id -> outlets that contributed to the document ("with inputs from"), with the crediting words.
        taken: doc_id -> (earlier document, spans in this document) for every shared-passage derivation.
        copied: (doc_id, earlier document) -> share of the document's text that the two have in common.
    """

    publisher: Mapping[str, Entity]
    wires: Mapping[str, tuple[Hop, ...]]
    inputs: Mapping[str, tuple[Hop, ...]]
    taken: Mapping[str, tuple[tuple[str, tuple[Span, ...]], ...]]
    copied: Mapping[tuple[str, str], float]

    def are_linked(self, left: str, right: str) -> bool:
        """Tell whether one document took text from the other, or both print one wire."""
        taken = {used for used, _ in self.taken.get(left, ())}, {used for used, _ in self.taken.get(right, ())}
        credited = [
            {hop.entity_id for hop in (*self.wires.get(doc, ()), *self.inputs.get(doc, ()))} for doc in (left, right)
        ]
        return right in taken[0] or left in taken[1] or bool(credited[0] & credited[1])

    def taken_by(self, doc_id: str) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """Return `taken` of a document without those that had the text from its own wire: they print the wire."""
        return tuple(
            (used, spans)
            for used, spans in self.taken.get(doc_id, ())
            if not any(self.prints(doc_id, hop.entity_id) for hop in self.inputs.get(used, ()))
        )

    def prints(self, doc_id: str, outlet_id: str) -> bool:
        """Tell whether an outlet published a document, or the document is credited to it as a whole."""
        wires = {hop.entity_id for hop in self.wires.get(doc_id, ())}
        return self.publisher[doc_id].entity_id == outlet_id or outlet_id in wires
