"""Which article of an outlet another article means when it names the outlet. Imports: records and text only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from headwater.records import Document, Entity
from headwater.text import fold_case, is_word, iter_tokens


class Shelf:
    """The documents of one story by the outlet that published them."""

    def __init__(self, documents: Sequence[Document], publisher: Mapping[str, Entity]) -> None:
        self._documents = {document.doc_id: document for document in documents}
        self._by_outlet: dict[str, list[str]] = defaultdict(list)
        for document in sorted(documents, key=lambda d: (d.published_at or "", d.doc_id)):
            self._by_outlet[publisher[document.doc_id].entity_id].append(document.doc_id)
        self._words = cache(self._count_words)

    def meant(self, doc_id: str, outlet_id: str) -> str | None:
        """Return the document by an outlet that another one most likely means, or None when there is none.

        Nobody cites what appears on a later day. What was cited is mostly the first report; where no dates tell which
        that is, the one that shares most words.
        """
        theirs = [other for other in self._by_outlet.get(outlet_id, ()) if other != doc_id]
        ours = self._day(doc_id)
        if ours is not None:
            theirs = [other for other in theirs if (self._day(other) or ours) <= ours]
        days = {self._day(other) for other in theirs}
        if len(theirs) < 2 or (None not in days and len(days) > 1):
            return theirs[0] if theirs else None
        return max(theirs, key=lambda other: (len(self._words(doc_id) & self._words(other)), other))

    def _day(self, doc_id: str) -> str | None:
        published = self._documents[doc_id].published_at
        return published[:10] if published else None

    def _count_words(self, doc_id: str) -> frozenset[str]:
        return frozenset(fold_case(token.text) for token in iter_tokens(self._documents[doc_id].text) if is_word(token))
