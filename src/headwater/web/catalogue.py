"""The index of a ledger that pages are made from: its claims, stories and articles as lines, joined by id.

It is made once for each state of the ledger, so all that is the same for many pages is counted here and not there.
Imports: ledger, records and report only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.ledger import Ledger
from headwater.records import Path, Root, Span
from headwater.report.build import names_no_source, rank_claim
from headwater.report.wording import CHANGES, DISPUTE_TAGS, OUTLETS_WORD, day, interval

ONE_ROOT = "one root at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim in a list."""

    claim_id: str
    caption: str
    story_id: str
    publishers: int
    documents: int
    roots: str
    roots_min: int
    roots_max: int
    routes: str
    bottlenecks: tuple[str, ...]
    circular: bool
    uncredited: bool
    tags: tuple[str, ...]
    first_stated: str
    moment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One story in a list."""

    story_id: str
    caption: str
    articles: int
    claims: int
    first: str
    last: str
    doc_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One article in a list."""

    doc_id: str
    record_id: str
    publisher: str
    published: str
    published_at: str | None
    headline: str
    story_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The index of a ledger at one moment.

    Attributes:
        claims: By claim_id, the widest gap between outlets and roots first.
        in_document: doc_id -> (claim_id, statement_id) of what it states, in the order of claims.
        of_root: Story entity -> claims it is a root of.
        publishers: (outlet, articles), the most frequent first.
        everything: The list of all claims.
        of_story: That of each story.
    """

    claims: dict[str, ClaimLine]
    stories: dict[str, StoryLine]
    documents: dict[str, DocumentLine]
    in_document: dict[str, tuple[tuple[str, str], ...]]
    of_root: dict[str, tuple[str, ...]]
    publishers: tuple[tuple[str, int], ...]
    everything: "Listing"
    of_story: dict[str, "Listing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The claims of a ledger or of a story, counted for the list that shows them.

    Attributes:
        claims: All, in the order of the catalogue.
        several: Those that stand in several articles.
        one_root: How many of these rest on one root at most.
        notes: How many claims, and how many of `several`, can be asked for by each note.
        outlets: How many outlets publish the articles.
    """

    claims: tuple[ClaimLine, ...]
    several: tuple[ClaimLine, ...]
    one_root: int
    notes: tuple[Counter[str], Counter[str]]
    outlets: int


def notes_of(line: ClaimLine) -> tuple[str, ...]:
    """Return what a claim can be asked for by: its disagreements and changes, and how little it rests on."""
    return (
        *line.tags,
        *((ONE_ROOT,) if line.roots_max <= 1 else ()),
        *((OUTLETS_WORD,) if line.uncredited else ()),
    )


def make_listing(claims: Iterable[ClaimLine], outlets: Iterable[str]) -> Listing:
    """Return some claims, counted.

    Args:
        claims: In the order of the catalogue.
        outlets: The outlet of every article they can stand in.
    """
    lines = tuple(claims)
    several = tuple(line for line in lines if line.documents > 1)
    return Listing(
        claims=lines,
        several=several,
        one_root=sum(line.roots_max <= 1 for line in several),
        notes=(
            Counter(note for line in lines for note in notes_of(line)),
            Counter(note for line in several for note in notes_of(line)),
        ),
        outlets=len(set(outlets)),
    )


def make_catalogue(ledger: Ledger) -> Catalogue:
    """Read the index of a ledger in ten queries."""
    names = {entity.entity_id: entity.caption for entity in ledger.entities("story")}
    stories = sorted(ledger.stories(), key=lambda s: (-len(s.doc_ids), s.first_published_at or "~", s.story_id))
    story_of = {doc_id: story.story_id for story in stories for doc_id in story.doc_ids}
    roots: dict[str, list[Root]] = defaultdict(list)
    for root in ledger.roots():
        roots[root.claim_id].append(root)
    paths = ledger.paths()
    claims = _claims(ledger, names, roots, paths)
    per_story: dict[str, list[ClaimLine]] = defaultdict(list)
    for line in claims:
        per_story[line.story_id].append(line)
    documents = {
        d.doc_id: DocumentLine(
            doc_id=d.doc_id,
            record_id=d.record_id,
            publisher=d.publisher or f"outlet of {d.record_id}",
            published=day(d.published_at),
            published_at=d.published_at,
            headline=d.headline or "",
            story_id=story_of.get(d.doc_id, ""),
        )
        for d in ledger.documents()
    }
    of_root: dict[str, list[str]] = defaultdict(list)
    for root in (root for held in roots.values() for root in held):
        if root.entity_id and root.claim_id not in of_root[root.entity_id]:
            of_root[root.entity_id].append(root.claim_id)
    counts: dict[str, int] = defaultdict(int)
    for document in documents.values():
        counts[document.publisher] += 1
    of_story = {
        s.story_id: make_listing(per_story[s.story_id], (documents[key].publisher for key in s.doc_ids))
        for s in stories
    }
    return Catalogue(
        claims={line.claim_id: line for line in claims},
        stories={
            s.story_id: StoryLine(
                story_id=s.story_id,
                caption=s.caption,
                articles=len(s.doc_ids),
                claims=len(of_story[s.story_id].several),
                first=day(s.first_published_at)[:10],
                last=day(s.last_published_at)[:10],
                doc_ids=s.doc_ids,
            )
            for s in stories
        },
        documents=documents,
        in_document=_in_document(paths, [line.claim_id for line in claims]),
        of_root={key: tuple(found) for key, found in of_root.items()},
        publishers=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        everything=make_listing(claims, (document.publisher for document in documents.values())),
        of_story=of_story,
    )


def _claims(
    ledger: Ledger, names: dict[str, str], roots: dict[str, list[Root]], paths: Iterable[Path]
) -> list[ClaimLine]:
    counts = {count.claim_id: count for count in ledger.corroborations()}
    tags: dict[str, list[str]] = defaultdict(list)
    for discrepancy in ledger.discrepancies():
        tags[discrepancy.claim_id].append(DISPUTE_TAGS[discrepancy.kind])
    for change in ledger.position_changes():
        tags[change.claim_id].append(CHANGES[change.kind])
    docs: dict[str, set[str]] = defaultdict(set)
    claim_of: dict[str, str] = {}
    for path in paths:
        docs[path.claim_id].add(path.doc_id)
        claim_of[path.statement_id] = path.claim_id
    for claim_id in _altered(ledger, claim_of):
        tags[claim_id].append(DISPUTE_TAGS["quotation"])
    lines = []
    claims = sorted(ledger.claims(), key=lambda c: rank_claim(c, counts[c.claim_id], len(docs[c.claim_id])))
    for claim in claims:
        count = counts[claim.claim_id]
        line = ClaimLine(
            claim_id=claim.claim_id,
            caption=claim.caption,
            story_id=claim.story_id,
            publishers=count.publishers,
            documents=len(docs[claim.claim_id]),
            roots=interval(count.roots_min, count.roots_max),
            roots_min=count.roots_min,
            roots_max=count.roots_max,
            routes=interval(count.routes_min, count.routes_max),
            bottlenecks=tuple(names.get(key, key) for key in count.bottlenecks),
            circular=count.circular,
            uncredited=names_no_source(roots[claim.claim_id]),
            tags=(*(("circular",) if count.circular else ()), *dict.fromkeys(tags[claim.claim_id])),
            first_stated=day(claim.first_stated_at),
            moment=claim.first_stated_at or "",
        )
        lines.append(line)
    return lines


def _altered(ledger: Ledger, claim_of: dict[str, str]) -> set[str]:
    """Return the claims of which a statement meets an altered quotation."""
    sides: dict[str, list[Span]] = defaultdict(list)
    for quotation in ledger.altered_quotations():
        for side in (quotation.fullest, quotation.version):
            sides[side.doc_id].append(side)
    return {
        claim_of[statement.statement_id]
        for doc_id, spans in sides.items()
        for statement in ledger.statements_in(doc_id)
        if statement.statement_id in claim_of and any(side.overlaps(statement.span) for side in spans)
    }


def _in_document(paths: Iterable[Path], order: list[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    rank = {claim_id: place for place, claim_id in enumerate(order)}
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(paths, key=lambda p: (rank[p.claim_id], p.path_id)):
        found[path.doc_id].append((path.claim_id, path.statement_id))
    return {doc_id: tuple(pairs) for doc_id, pairs in found.items()}
