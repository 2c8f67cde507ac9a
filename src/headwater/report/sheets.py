"""What a page shows, ready for the templates: plain strings, numbers and the exact words behind them.

A sheet holds no record and no markup; templates escape everything. Shared by the report, the explorer and notebooks.
Imports: the standard library and this room's passages only.
"""

from dataclasses import dataclass

from headwater.report.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class HopSheet:
    """One member of a chain; `words` are the exact words that show it, "" when it is inherited or a derivation does."""

    entity_id: str
    name: str
    kind: str
    words: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSheet:
    """One statement of a claim as a reader checks it.

    Attributes:
        number: Its place among all evidence of the page, for footnotes; 0 where a page numbers none.
        url: Where the article stands, http or https only; "" when there is no such address.
        deep_url: The same with a text fragment that marks the exact words.
        counted: Whether counting kept it; `rule` says why or why not.
    """

    statement_id: str
    number: int
    doc_id: str
    record_id: str
    publisher: str
    published: str
    headline: str
    url: str
    deep_url: str
    passage: Passage
    hops: tuple[HopSheet, ...]
    root: str
    root_id: str
    root_kind: str
    stance: str
    value: str
    counted: bool
    rule: str
    rule_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RootSheet:
    """A root with the statements that lead to it; `adds` says in words what it adds to the count."""

    name: str
    kind: str
    entity_id: str
    in_min: bool
    in_max: bool
    denying: bool
    adds: str
    statements: tuple[StatementSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSheet:
    """A disagreement: each value with who gives it and where."""

    claim_id: str
    claim: str
    kind: str
    title: str
    unit: str
    over_time: bool
    values: tuple[tuple[str, tuple[StatementSheet, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSheet:
    """A speaker's change of position."""

    claim_id: str
    claim: str
    speaker: str
    entity_id: str
    kind: str
    title: str
    before: StatementSheet
    after: StatementSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingSheet:
    """One wording of an utterance; `runs` are its words as (text, whether the other wording has them otherwise)."""

    doc_id: str
    record_id: str
    publisher: str
    published: str
    start: int
    end: int
    speaker: str
    runs: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredSheet:
    """One utterance in the fullest wording found and in another; `changed` names the kinds of change in words."""

    altered_id: str
    fullest: WordingSheet
    version: WordingSheet
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSheet:
    """One claim with everything that is shown of it.

    Attributes:
        narrow: The bottlenecks again, as (entity_id, name).
        uncredited: No counted statement names a source, so roots are outlets' own lines at most.
        sentence: The finding in one sentence, without names.
        open_ends: Why the low and the high end differ; "" when they do not.
        gap: Outlets less the least number of roots: what claims are ordered by.
        by_value: (value, outlets, roots, the statements that give it).
    """

    claim_id: str
    caption: str
    story_id: str
    story: str
    publishers: int
    documents: int
    roots: str
    roots_min: int
    roots_max: int
    routes: str
    bottlenecks: tuple[str, ...]
    narrow: tuple[tuple[str, str], ...]
    circular: bool
    uncredited: bool
    denying: str
    gap: int
    first_stated: str
    sentence: str
    open_ends: str
    by_value: tuple[tuple[str, int, str, tuple[StatementSheet, ...]], ...]
    root_sheets: tuple[RootSheet, ...]
    disputes: tuple[DisputeSheet, ...]
    changes: tuple[ChangeSheet, ...]
    altered: tuple[AlteredSheet, ...]
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSheet:
    """An unnamed source and what the text says of it.

    `declined` shows where its body declined to comment, or was not reached, in the same article.
    """

    entity_id: str
    doc_id: str
    descriptor: str
    stated_count: str
    affiliation: str
    access_basis: str
    reason_given: str
    publisher: str
    record_id: str
    passage: Passage
    declined: tuple[Passage, ...]


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
    """Evidence that a document took something from elsewhere; passages by the record_id they stand in."""

    doc_id: str
    used_doc: str
    document: str
    used: str
    relation: str
    directed: bool
    passages: tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The numbers at the head of a report."""

    articles: int
    outlets: int
    claims: int
    one_root: int
    disputed: int
    changed: int
    circular: int
    unnamed: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSheet:
    """The whole report."""

    title: str
    period: str
    stories: tuple[str, ...]
    tally: Tally
    claims: tuple[ClaimSheet, ...]
    single: tuple[ClaimSheet, ...]
    documents: tuple[DocumentSheet, ...]
    derivations: tuple[DerivationSheet, ...]
    unnamed: tuple[UnnamedSheet, ...]
    rejected: tuple[tuple[str, str, str], ...]
    duplicates: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
