"""Altered quotations as pages show them: two wordings of one utterance side by side, each cut where it was changed.

Imports: ledger, records and this room only.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from headwater.records import AlteredQuotation, Document, QuotationChangeKind, Span
from headwater.report.sheets import AlteredSheet, WordingSheet
from headwater.report.shelf import Shelf
from headwater.report.wording import day

CHANGED: Mapping[QuotationChangeKind, str] = {
    "spelling": "spelling",
    "ellipsis": "words left out, marked",
    "truncation": "cut short",
    "substitution": "other words",
    "number": "another number",
    "speaker": "another speaker",
    "speaker-unnamed": "the speaker no longer named",
}


def altered_sheets(shelf: Shelf, records: Iterable[AlteredQuotation]) -> tuple[AlteredSheet, ...]:
    """Return altered quotations as sheets; changed words come before words that are only left out."""
    ordered = sorted(records, key=lambda r: ({c.kind for c in r.changes} == {"truncation"}, r.fullest, r.version))
    return tuple(
        AlteredSheet(
            altered_id=record.altered_id,
            fullest=_wording(shelf, record.fullest, record.fullest_speaker_id, [c.fullest for c in record.changes]),
            version=_wording(shelf, record.version, record.version_speaker_id, [c.version for c in record.changes]),
            changed=tuple(CHANGED[kind] for kind in dict.fromkeys(change.kind for change in record.changes)),
        )
        for record in ordered
    )


def altered_within(records: Iterable[AlteredQuotation], spans: Iterable[Span]) -> tuple[AlteredQuotation, ...]:
    """Return the altered quotations of which some wording meets one of the spans, as of a claim's statements."""
    wanted = tuple(spans)
    return tuple(r for r in records if any(side.overlaps(span) for side in (r.fullest, r.version) for span in wanted))


def _wording(shelf: Shelf, span: Span, speaker_id: str | None, changes: Iterable[Span | None]) -> WordingSheet:
    document: Document = shelf.documents[span.doc_id]
    inside = [change for change in changes if change is not None and change.overlaps(span)]
    cuts = {place for change in inside for place in (change.start, change.end) if span.start < place < span.end}
    return WordingSheet(
        doc_id=document.doc_id,
        record_id=document.record_id,
        publisher=shelf.publisher(document.doc_id),
        published=day(document.published_at),
        start=span.start,
        end=span.end,
        speaker=shelf.name(speaker_id) if speaker_id else "nobody named",
        runs=tuple(
            (document.text[start:end], any(change.start <= start and end <= change.end for change in inside))
            for start, end in pairwise(sorted({span.start, span.end} | cuts))
        ),
    )
