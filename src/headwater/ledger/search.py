"""Full-text search over documents and spans, safe for whatever a person types.

Every word of a query is quoted before FTS5 sees it: bare, two thirds of a list of naughty strings raise syntax errors.
Words in double quotes stay together as a phrase. Imports: apsw and this room only.
"""

import re
from dataclasses import dataclass
from typing import Any, Literal

import apsw

from headwater.ledger.rows import parse_span
from headwater.records import Polarity, Span

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
# What a span is in its document is looked up for the few that are returned, after the limit.
_SPANS = """
SELECT found.span_id, found.exact, found.publisher, found.published_at,
       (SELECT statement_id FROM statement WHERE doc_id = found.doc_id AND span = found.span_id),
       (SELECT attribution.polarity FROM statement JOIN attribution USING (attribution_id)
        WHERE statement.doc_id = found.doc_id AND statement.span = found.span_id),
       (SELECT quote_type || ' ' || polarity FROM attribution JOIN attribution_content AS content USING (attribution_id)
        WHERE attribution.doc_id = found.doc_id AND content.span = found.span_id),
       EXISTS (SELECT 1 FROM attribution WHERE doc_id = found.doc_id AND source = found.span_id)
FROM (
    SELECT span.span_id, span.doc_id, span.exact, document.publisher, document.published_at, bm25(span_fts) AS rank
    FROM span_fts JOIN span ON span.rowid = span_fts.rowid JOIN document ON document.doc_id = span.doc_id
    WHERE span_fts MATCH ?{facets} ORDER BY bm25(span_fts), span.span_id LIMIT ?
) AS found ORDER BY found.rank, found.span_id
"""
_CONTENT = "SELECT content.span FROM attribution_content AS content JOIN attribution USING (attribution_id)"
# The plus keeps SQLite from walking these sets: each is made once and looked into for every span that matches.
_OF_KIND: dict[str, str] = {
    "statement": "+span.span_id IN (SELECT span FROM statement)",
    "quotation": f"+span.span_id IN ({_CONTENT} WHERE attribution.quote_type <> 'indirect')",
    "paraphrase": f"+span.span_id IN ({_CONTENT} WHERE attribution.quote_type = 'indirect')",
    "source": "+span.span_id IN (SELECT source FROM attribution WHERE source IS NOT NULL)",
}
_STATED = "SELECT statement.span FROM statement JOIN attribution USING (attribution_id)"
_OF_POLARITY = (
    f"(+span.span_id IN ({_CONTENT} WHERE attribution.polarity = ?)"
    f" OR +span.span_id IN ({_STATED} WHERE attribution.polarity = ?))"
)


SpanKind = Literal["statement", "quotation", "paraphrase", "source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Limits of a search; None leaves one open.

    Attributes:
        since, until: Days of publication, ISO 8601, both inclusive; undated documents fit neither.
        kind: What spans are: a statement of a claim, quoted or paraphrased words, or words that name a source.
        polarity: How the words are said; it leaves out spans that nobody is said to have said.
    """

    publisher: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    kind: SpanKind | None = None
    polarity: Polarity | None = None


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
    """A span (a source, a cue, a content, a statement, a shared passage) whose words hold all words of a query.

    Attributes:
        kind: The first that it is of `SpanKind`; None for cues, times, quantities and shared passages.
        polarity: How its words are said; None for words that nobody is said to have said.
        statement_id: The statement that stands on it.
    """

    span: Span
    exact: str
    publisher: str | None
    published_at: str | None
    kind: SpanKind | None
    polarity: Polarity | None
    statement_id: str | None


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
    of_spans, span_values = _span_condition(facets)
    documents = connection.execute(
        _DOCUMENTS.format(facets=condition), (_OPEN, _CLOSE, _SNIPPET_WORDS, quoted, *values, limit)
    )
    spans = connection.execute(_SPANS.format(facets=condition + of_spans), (quoted, *values, *span_values, limit))
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
        spans=tuple(_span_hit(row) for row in spans),
    )


def _span_hit(row: tuple[Any, ...]) -> SpanHit:
    polarity: Any
    span, exact, publisher, published_at, statement_id, stated, said, names_source = row
    quote_type, _, polarity = (said or "").partition(" ")
    spoken: SpanKind | None = None
    if quote_type:
        spoken = "paraphrase" if quote_type == "indirect" else "quotation"
    kind: SpanKind | None = "statement" if statement_id else spoken or ("source" if names_source else None)
    how: Polarity | None = stated or polarity or None
    return SpanHit(
        span=parse_span(span), exact=exact, publisher=publisher, published_at=published_at, kind=kind, polarity=how,
        statement_id=statement_id,
    )  # fmt: skip


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


def _span_condition(facets: Facets) -> tuple[str, list[str]]:
    conditions = [_OF_KIND[facets.kind]] if facets.kind else []
    conditions += [_OF_POLARITY] if facets.polarity else []
    values = [facets.polarity, facets.polarity] if facets.polarity else []
    return "".join(f" AND {sql}" for sql in conditions), [str(value) for value in values]


def _runs(snippet: str) -> tuple[tuple[str, bool], ...]:
    runs: list[tuple[str, bool]] = []
    for piece in re.split(f"(?={_OPEN})|(?<={_CLOSE})", snippet):
        words = piece.replace(_OPEN, "").replace(_CLOSE, "")
        if words:
            runs.append((words, piece.startswith(_OPEN)))
    return tuple(runs)
