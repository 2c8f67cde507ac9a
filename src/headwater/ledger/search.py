"""Full-text search over documents and spans, safe for whatever a person types.

Every word of a query is quoted before FTS5 sees it: bare, two thirds of a list of naughty strings raise syntax errors.
Words in double quotes stay together as a phrase. Imports: apsw and this room only.
"""

import re
from dataclasses import asdict, dataclass
from typing import Any, Literal

import apsw

from headwater.ledger.rows import parse_span
from headwater.records import Polarity, Span

_TOKEN = re.compile(r'"([^"]*)"|([^\s"]+)')
# Control characters that stand in no article mark the matched words inside SQLite; they are taken out again here.
_OPEN, _CLOSE = "\x01", "\x02"
_SNIPPET_WORDS = 24

# Two passes: the ranks of all that match, then rows of the table for the best alone; a document's row is a long walk.
_DOCUMENTS = """
WITH ranked AS MATERIALIZED (
    SELECT rowid AS place, bm25(document_fts, 4.0, 1.0) AS rank
    FROM document_fts WHERE document_fts MATCH :words{facets})
SELECT document.doc_id, document.record_id, document.publisher, document.published_at, document.headline,
       (SELECT snippet(document_fts, 1, :open, :close, '…', :snippet) FROM document_fts
        WHERE document_fts MATCH :words AND rowid = best.place), best.rank
FROM (
    SELECT ranked.place, ranked.rank, document.doc_id FROM ranked CROSS JOIN document ON document.rowid = ranked.place
    WHERE ranked.rank <= coalesce((SELECT rank FROM ranked ORDER BY rank LIMIT 1 OFFSET :limit - 1), 0)
    ORDER BY ranked.rank, document.doc_id LIMIT :limit
) AS best JOIN document USING (doc_id) ORDER BY best.rank, best.doc_id
"""
# The inner query puts all that match in order; what a span is, is asked in that order until there are enough. LIMIT -1
# keeps SQLite from asking it of all of them first.
_SPANS = """
SELECT span.span_id, span.exact, document.publisher, document.published_at,
       (SELECT statement_id FROM statement WHERE doc_id = span.doc_id AND span = span.span_id),
       (SELECT attribution.polarity FROM statement JOIN attribution USING (attribution_id)
        WHERE statement.doc_id = span.doc_id AND statement.span = span.span_id),
       (SELECT quote_type || ' ' || polarity FROM attribution JOIN attribution_content AS content USING (attribution_id)
        WHERE attribution.doc_id = span.doc_id AND content.span = span.span_id),
       EXISTS (SELECT 1 FROM attribution WHERE doc_id = span.doc_id AND source = span.span_id)
FROM (
    SELECT span.span_id, span.doc_id, span.exact, bm25(span_fts) AS rank
    FROM span_fts CROSS JOIN span ON span.rowid = span_fts.rowid
    WHERE span_fts MATCH :words{outlet} ORDER BY rank, span.span_id LIMIT -1
) AS span CROSS JOIN document USING (doc_id) WHERE TRUE{facets} LIMIT :limit
"""
# Both ways to a span's attribution are written down: by the indexes of `FINDING_SQL`, or by document in older ledgers.
_CONTENT = """EXISTS (SELECT 1 FROM attribution_content AS content JOIN attribution USING (attribution_id)
    WHERE content.span = span.span_id AND attribution.doc_id = span.doc_id AND attribution."""
_STATED = """EXISTS (SELECT 1 FROM statement JOIN attribution USING (attribution_id)
    WHERE statement.span = span.span_id AND statement.doc_id = span.doc_id AND attribution."""
_OF_KIND: dict[str, str] = {
    "statement": "span.span_id IN (SELECT span FROM statement)",
    "quotation": f"{_CONTENT}quote_type <> 'indirect')",
    "paraphrase": f"{_CONTENT}quote_type = 'indirect')",
    "source": "span.span_id IN (SELECT source FROM attribution)",
}
_OF_POLARITY = f"({_CONTENT}polarity = :polarity) OR {_STATED}polarity = :polarity))"


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


def search(connection: apsw.Connection, query: str, documents: int, spans: int, facets: Facets) -> SearchResult:
    """Return the documents and the spans that hold all words of a query.

    Args:
        connection: Open for reading or writing.
        query: What a person typed; words in double quotes are a phrase.
        documents: At most so many documents; none are looked for when 0.
        spans: At most so many spans, likewise.
        facets: Limits.
    """
    quoted = quote_query(query)
    return SearchResult(
        documents=_documents(connection, quoted, documents, facets) if quoted and documents else (),
        spans=_spans(connection, quoted, spans, facets) if quoted and spans else (),
    )


def _documents(connection: apsw.Connection, quoted: str, limit: int, facets: Facets) -> tuple[DocumentHit, ...]:
    # The plus keeps SQLite from asking the full-text index for every such document in turn.
    limits = " AND ".join(_limits(facets))
    inside = f" AND +rowid IN (SELECT rowid FROM document WHERE {limits})" if limits else ""  # noqa: S608  own names
    sql = _DOCUMENTS.format(facets=inside)
    marks = {"open": _OPEN, "close": _CLOSE, "snippet": _SNIPPET_WORDS}
    found = connection.execute(sql, {"words": quoted, "limit": limit, **asdict(facets), **marks})
    return tuple(
        DocumentHit(
            doc_id=doc_id,
            record_id=record_id,
            publisher=publisher,
            published_at=published_at,
            headline=headline,
            snippet=_runs(snippet),
            rank=rank,
        )
        for doc_id, record_id, publisher, published_at, headline, snippet, rank in found
    )


def _spans(connection: apsw.Connection, quoted: str, limit: int, facets: Facets) -> tuple[SpanHit, ...]:
    conditions = _limits(facets)
    conditions += [_OF_KIND[facets.kind]] if facets.kind else []
    conditions += [_OF_POLARITY] if facets.polarity else []
    # One outlet has few documents, so that leaves little to put in order; days may hold half of all.
    outlet = " AND +span.doc_id IN (SELECT doc_id FROM document WHERE publisher = :publisher)"
    sql = _SPANS.format(
        outlet=outlet if facets.publisher else "", facets="".join(f" AND {condition}" for condition in conditions)
    )
    return tuple(_span_hit(row) for row in connection.execute(sql, {"words": quoted, "limit": limit, **asdict(facets)}))


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


def _limits(facets: Facets) -> list[str]:
    """Return the conditions on the document that hits stand in."""
    given = (
        ("document.publisher = :publisher", facets.publisher),
        ("document.language = :language", facets.language),
        ("document.published_at >= :since", facets.since),
        ("document.published_at < :until || '~'", facets.until),  # "~" is above all that goes on after a day
    )
    return [sql for sql, value in given if value is not None]


def _runs(snippet: str) -> tuple[tuple[str, bool], ...]:
    runs: list[tuple[str, bool]] = []
    for piece in re.split(f"(?={_OPEN})|(?<={_CLOSE})", snippet):
        words = piece.replace(_OPEN, "").replace(_CLOSE, "")
        if words:
            runs.append((words, piece.startswith(_OPEN)))
    return tuple(runs)
