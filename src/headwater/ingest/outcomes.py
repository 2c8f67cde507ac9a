"""Drafts become outcomes: ids, languages, duplicates, revisions, and one canonical order.

The order is by location, numbers counted as numbers ("a.jsonl:9" before "a.jsonl:10"), so it depends on what was read
and never on the order in which it was named. Imports: the standard library, headwater.records, headwater.config and
this room.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from headwater.config import IngestConfig
from headwater.ingest.dates import day_in_url
from headwater.ingest.decode import check_text
from headwater.ingest.draft import Draft, RefusalError, reject
from headwater.ingest.language import tell_language
from headwater.ingest.metadata import MetaTable, row_keys
from headwater.records import Document, Duplicate, Outcome, Rejection, content_id, text_sha256

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def order_key(location: str) -> tuple[str, int, str]:
    """Return what outcomes are sorted by: the input, the number within it, the location as a last resort."""
    base, _, number = location.rpartition(":")
    return (
        (base, int(number), location) if base and number.isascii() and number.isdecimal() else (location, -1, location)
    )


def settle(readings: Iterable[Draft | Rejection], table: MetaTable, config: IngestConfig) -> tuple[Outcome, ...]:
    """Return exactly one outcome for each reading, in canonical order."""
    outcomes: list[Outcome] = []
    first_of: dict[str, Document] = {}
    for reading in sorted(readings, key=lambda reading: order_key(reading.location)):
        outcome: Outcome = reading if isinstance(reading, Rejection) else _document(reading, table, config)
        if isinstance(outcome, Document):
            earlier = first_of.setdefault(outcome.doc_id, outcome)
            if earlier is not outcome:
                outcome = _duplicate(outcome)
        outcomes.append(outcome)
    revisions = _revisions(first_of.values())
    return tuple(
        replace(outcome, revision_of=revisions[outcome.doc_id])
        if isinstance(outcome, Document) and outcome.doc_id in revisions
        else outcome
        for outcome in outcomes
    )


def _document(draft: Draft, table: MetaTable, config: IngestConfig) -> Document | Rejection:
    said = table.find(*row_keys((draft.location, draft.origin), draft.record_id)).over(draft.metadata)
    try:
        check_text(draft.text, config.max_text_chars)
    except RefusalError as refusal:
        return reject(draft.location, refusal.reason, refusal.detail)
    digest = text_sha256(draft.text)
    return Document(
        doc_id=content_id("doc", digest, said.publisher, said.url, draft.explicit_id),
        record_id=draft.record_id,
        location=draft.location,
        url=said.url,
        publisher=said.publisher,
        headline=said.headline,
        byline=said.byline,
        dateline=said.dateline,
        published_at=said.published_at or day_in_url(said.url),
        modified_at=said.modified_at,
        retrieved_at=draft.retrieved_at,
        language=tell_language(draft.text, said.language, config.min_language_letters),
        media_type=draft.media_type,
        encoding=draft.encoding,
        text=draft.text,
        text_sha256=digest,
        revision_of=None,
        offset_map=draft.offset_map,
    )


def _duplicate(document: Document) -> Duplicate:
    return Duplicate(
        duplicate_id=content_id("duplicate", document.location, document.doc_id),
        location=document.location,
        record_id=document.record_id,
        doc_id=document.doc_id,
    )


def _revisions(documents: Iterable[Document]) -> dict[str, str]:
    """Return, for each later text of one address, the one before it.

    Only dates tell which of two texts is the later one; where they are missing or equal, nothing is claimed.
    """
    by_url: dict[str, list[tuple[tuple[datetime, datetime], Document]]] = defaultdict(list)
    for document in documents:
        moment = _moment(document)
        if document.url and moment:
            by_url[document.url].append((moment, document))
    revisions: dict[str, str] = {}
    for versions in by_url.values():
        versions.sort(key=lambda version: (version[0], order_key(version[1].location)))
        for (before, earlier), (after, later) in pairwise(versions):
            if before < after and earlier.text_sha256 != later.text_sha256:
                revisions[later.doc_id] = earlier.doc_id
    return revisions


def _moment(document: Document) -> tuple[datetime, datetime] | None:
    """Return what versions of one address are ordered by: the last change, then the time of capture."""
    changed, captured = _instant(document.modified_at or document.published_at), _instant(document.retrieved_at)
    return (changed or _LONG_AGO, captured or _LONG_AGO) if changed or captured else None


def _instant(moment: str | None) -> datetime | None:
    if moment is None:
        return None
    at = datetime.fromisoformat(moment if "T" in moment else moment + "T12:00:00+00:00")
    return at if at.tzinfo else at.replace(tzinfo=UTC)
