"""Full-text search over documents and spans, safe for whatever a person types.

Every word of a query is quoted before FTS5 sees it: bare, two thirds of a list of naughty strings raise syntax errors.
Words in double quotes stay together as a phrase. Imports: apsw and this room only.
"""

import re
from dataclasses import dataclass

import apsw

from headwater.ledger.rows import parse_span
from headwater.records import Span

_TOKEN = re.compile(r'"([^"]*)"|([^\s"]+)')
# Control characters that stand in no article mark the matched words inside SQLite; they are taken out again here.
_OPEN, _CLOSE = "\x01", "\x02"
_SNIPPET_WORDS = 24

_DOCUMENTS = """
SELECT document.doc_id, document.record_id, document.publisher, document.published_at, document.headline,
       snippet(document_fts, 1, ?, ?, '…', ?), bm25(document_fts, 4.0, 1.0)
FROM document_fts JOIN document ON document.rowid = document_fts.rowid
WHERE document_fts MATCH ?{facets} ORDER BY bm25(document_fts, 4.0, 1.0), document.doc_id LIMIT ?
"""
_SPANS = """
SELECT span.span_id, span.exact, document.publisher, document.published_at
FROM span_fts JOIN span ON span.rowid = span_fts.rowid JOIN document ON document.doc_id = span.doc_id
WHERE span_fts MATCH ?{facets} ORDER BY bm25(span_fts), span.span_id LIMIT ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Limits of a search; None leaves one open.

    Attributes:
        since, until: Days of publication, ISO 8601, both inclusive; undated documents fit neither.
    """

    publisher: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHit:
    """A document that holds all words of a query.

    Attributes:
        snippet: Runs of its text around the words; the flag marks the words themselves.
        rank: BM25 as FTS5 gives it: the lower, the better.
    """

    doc_id: str
    record_id: str
    publisher: str | None
    published_at: str | None
    headline: str | None
    snippet: tuple[tuple[str, bool], ...]
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanHit:
    """A span (a source, a cue, a content, a statement, a shared passage) whose words hold all words of a query."""

    span: Span
    exact: str
    publisher: str | None
    published_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a search found, best first."""

    documents: tuple[DocumentHit, ...]
    spans: tuple[SpanHit, ...]


def search(connection: apsw.Connection, query: str, limit: int, facets: Facets) -> SearchResult:
    """Return the documents and the spans that hold all words of a query.

    Args:
        connection: Open for reading or writing.
        query: What a person typed; words in double quotes are a phrase.
        limit: At most so many documents, and as many spans.
        facets: Limits.
    """
    quoted = quote_query(query)
    if not quoted:
        return SearchResult(documents=(), spans=())
    condition, values = _condition(facets)
    documents = connection.execute(
        _DOCUMENTS.format(facets=condition), (_OPEN, _CLOSE, _SNIPPET_WORDS, quoted, *values, limit)
    )
    spans = connection.execute(_SPANS.format(facets=condition), (quoted, *values, limit))
    return SearchResult(
        documents=tuple(
            DocumentHit(
                doc_id=doc_id,
                record_id=record_id,
                publisher=publisher,
                published_at=published_at,
                headline=headline,
                snippet=_runs(snippet),
                rank=rank,
            )
            for doc_id, record_id, publisher, published_at, headline, snippet, rank in documents
        ),
        spans=tuple(
            SpanHit(span=parse_span(span), exact=exact, publisher=publisher, published_at=published_at)
            for span, exact, publisher, published_at in spans
        ),
    )


def quote_query(query: str) -> str:
    """Return a query in FTS5's own language in which every word is a quoted string; "" when it holds no word."""
    tokens = [phrase or word for phrase, word in _TOKEN.findall(query.replace("\x00", " "))]
    return " ".join(f'"{token}"' for token in tokens if any(character.isalnum() for character in token))


def _condition(facets: Facets) -> tuple[str, list[str]]:
    given = (
        ("document.publisher = ?", facets.publisher),
        ("document.language = ?", facets.language),
        ("substr(document.published_at, 1, 10) >= ?", facets.since),
        ("substr(document.published_at, 1, 10) <= ?", facets.until),
    )
    kept = [(sql, value) for sql, value in given if value is not None]
    return "".join(f" AND {sql}" for sql, _ in kept), [value for _, value in kept]


def _runs(snippet: str) -> tuple[tuple[str, bool], ...]:
    runs: list[tuple[str, bool]] = []
    for piece in re.split(f"(?={_OPEN})|(?<={_CLOSE})", snippet):
        words = piece.replace(_OPEN, "").replace(_CLOSE, "")
        if words:
            runs.append((words, piece.startswith(_OPEN)))
    return tuple(runs)
