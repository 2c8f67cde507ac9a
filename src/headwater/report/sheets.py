"""What a page shows, ready for the templates: plain strings, numbers and the exact words behind them.

A sheet holds no record and no markup; templates escape everything. Shared by the report, the explorer and notebooks.
Imports: the standard library and records only.
"""

from dataclasses import dataclass

from headwater.records import Span

_CONTEXT_CHARS = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a document with what stands around them; `before` and `after` are cut at word boundaries."""

    before: str
    words: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HopSheet:
    """One member of a chain; `words` are the exact words that show it, "" when a derivation does."""

    name: str
    kind: str
    words: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSheet:
    """One statement of a claim as a reader checks it."""

    statement_id: str
    doc_id: str
    record_id: str
    publisher: str
    published: str
    headline: str
    url: str
    passage: Passage
    hops: tuple[HopSheet, ...]
    root: str
    root_kind: str
    stance: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RootSheet:
    """A root with the statements that lead to it."""

    name: str
    kind: str
    in_min: bool
    in_max: bool
    denying: bool
    statements: tuple[StatementSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSheet:
    """A disagreement: each value with who gives it and where."""

    kind: str
    unit: str
    over_time: bool
    values: tuple[tuple[str, tuple[StatementSheet, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSheet:
    """A speaker's change of position."""

    speaker: str
    kind: str
    before: StatementSheet
    after: StatementSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSheet:
    """One claim with everything that is shown of it."""

    claim_id: str
    caption: str
    story: str
    publishers: int
    documents: int
    roots: str
    roots_min: int
    roots_max: int
    routes: str
    bottlenecks: tuple[str, ...]
    circular: bool
    denying: str
    gap: int
    first_stated: str
    by_value: tuple[tuple[str, int, str], ...]
    root_sheets: tuple[RootSheet, ...]
    disputes: tuple[DisputeSheet, ...]
    changes: tuple[ChangeSheet, ...]
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSheet:
    """An unnamed source and what the text says of it."""

    descriptor: str
    stated_count: str
    affiliation: str
    access_basis: str
    reason_given: str
    publisher: str
    record_id: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSheet:
    """One article in the list of what was read."""

    doc_id: str
    record_id: str
    publisher: str
    published: str
    headline: str
    url: str
    language: str
    encoding: str
    characters: int
    attributions: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivationSheet:
    """Evidence that a document took something from elsewhere."""

    document: str
    used: str
    relation: str
    directed: bool
    passages: tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """The whole report."""

    title: str
    stories: tuple[str, ...]
    claims: tuple[ClaimSheet, ...]
    single: tuple[ClaimSheet, ...]
    documents: tuple[DocumentSheet, ...]
    derivations: tuple[DerivationSheet, ...]
    unnamed: tuple[UnnamedSheet, ...]
    rejected: tuple[tuple[str, str, str], ...]
    duplicates: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]


def cut_passage(text: str, span: Span) -> Passage:
    """Return the words of a span with up to 110 characters of context on either side, within its paragraph.

    Args:
        text: Document.text the span points into.
        span: The words wanted; `Passage.words` equals them exactly.
    """
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _CONTEXT_CHARS)
    line_end = text.find("\n", span.end)
    finish = min(len(text) if line_end < 0 else line_end, span.end + _CONTEXT_CHARS)
    before, after = text[begin : span.start], text[span.end : finish]
    if begin > 0 and text[begin - 1] not in "\n " and " " in before:
        before = "…" + before[before.index(" ") :]
    if finish < len(text) and text[finish] not in "\n " and " " in after:
        after = after[: after.rindex(" ")] + " …"
    return Passage(before=before, words=span.quote(text), after=after, start=span.start, end=span.end)


def interval(low: int, high: int) -> str:
    """Write an interval of counts as people read it: "2" or "1–3"."""
    return str(low) if low == high else f"{low}–{high}"
