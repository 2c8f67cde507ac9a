"""Altered quotations joined for people: both wordings, who published them, and every change in words.

Imports: records and this room only.
"""

from dataclasses import dataclass

from headwater.ledger.views import LedgerView
from headwater.records import AlteredQuotation, Document, QuotationChange, QuotationChangeKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change in words; "" where a version has none."""

    kind: QuotationChangeKind
    fullest: str
    version: str
    record: QuotationChange


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredQuotationView:
    """One utterance in two wordings, side by side.

    Attributes:
        fullest_document, version_document: Where they stand.
        fullest_words, version_words: The exact words of `record.fullest` and `record.version`.
        fullest_speaker, version_speaker: Names or descriptors; None when the text does not say.
        changes: In reading order, speakers last.
    """

    record: AlteredQuotation
    fullest_document: Document
    version_document: Document
    fullest_words: str
    version_words: str
    fullest_speaker: str | None
    version_speaker: str | None
    changes: tuple[ChangeView, ...]

    @property
    def kinds(self) -> tuple[QuotationChangeKind, ...]:
        """Kinds of change, each once, in alphabetical order."""
        return tuple(sorted({change.kind for change in self.changes}))


def altered_quotations(
    view: LedgerView, *, story_id: str | None = None, doc_id: str | None = None
) -> tuple[AlteredQuotationView, ...]:
    """Return the altered quotations of a ledger, of one story or of one document; words changed before words left out.

    Args:
        view: An open ledger.
        story_id: Only those between documents of this story.
        doc_id: Only those this document takes part in.
    """
    records = view.ledger.altered_quotations(doc_id)
    if story_id is not None:
        inside = set(view.ledger.story(story_id).doc_ids)
        records = tuple(r for r in records if r.fullest.doc_id in inside)
    joined = [_join(view, record) for record in records]
    return tuple(sorted(joined, key=lambda one: (one.kinds == ("truncation",), one.record.fullest, one.record.version)))


def _join(view: LedgerView, record: AlteredQuotation) -> AlteredQuotationView:
    documents = [view.document(span.doc_id).document for span in (record.fullest, record.version)]
    texts = {document.doc_id: document.text for document in documents}

    def words(span: Span | None) -> str:
        return "" if span is None else span.quote(texts[span.doc_id])

    def name(entity_id: str | None) -> str | None:
        return None if entity_id is None else view.name(entity_id)

    return AlteredQuotationView(
        record=record,
        fullest_document=documents[0],
        version_document=documents[1],
        fullest_words=words(record.fullest),
        version_words=words(record.version),
        fullest_speaker=name(record.fullest_speaker_id),
        version_speaker=name(record.version_speaker_id),
        changes=tuple(
            ChangeView(kind=c.kind, fullest=words(c.fullest), version=words(c.version), record=c)
            for c in record.changes
        ),
    )
