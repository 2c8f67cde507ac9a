"""What pages ask the ledger for: open ledgers for many readers at once, and an index of claims kept in memory.

A ledger object serves one reader at a time, so each request borrows one. The index is built once and again when the
file has changed. Imports: ledger, records, report and this room only.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock
from typing import TypeVar

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.records import Judgement, Root
from headwater.report.build import names_no_source
from headwater.report.wording import DISPUTE_TAGS, day, interval

T = TypeVar("T")


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
    """

    claims: dict[str, ClaimLine]
    stories: dict[str, StoryLine]
    documents: dict[str, DocumentLine]
    in_document: dict[str, tuple[tuple[str, str], ...]]
    of_root: dict[str, tuple[str, ...]]
    publishers: tuple[tuple[str, int], ...]


class Desk:
    """A ledger file as the explorer reads it; safe for many threads."""

    def __init__(self, path: Path) -> None:
        """Open the ledger once to see that it is one.

        Raises:
            LedgerError: It is missing, no ledger, or of another version.
        """
        self.path = path
        self._idle: LifoQueue[Ledger] = LifoQueue()
        self._lock = Lock()
        self._kept: tuple[tuple[int, ...], Catalogue] | None = None
        with self.ledger() as ledger:
            self.sealed = ledger.info().state == "sealed"

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """Lend a ledger to one reader."""
        try:
            held = self._idle.get_nowait()
        except Empty:
            held = Ledger.open(self.path)
        try:
            yield held
        finally:
            self._idle.put(held)

    def close(self) -> None:
        """Close what is not lent."""
        while not self._idle.empty():
            self._idle.get_nowait().close()

    def judge(self, judgement: Judgement) -> None:
        """Write a judgement: the explorer's only write.

        Raises:
            LedgerError: The ledger is sealed, or another process keeps it locked.
        """
        if self.sealed:
            raise LedgerError(str(self.path), "it is sealed and takes no judgements", "judge in the unsealed ledger")
        with Ledger.open(self.path, read_only=False) as ledger:
            ledger.add_judgement(judgement)

    def catalogue(self) -> Catalogue:
        """Return the index; it is built again when the file has changed since."""
        stamp = self._stamp()
        kept = self._kept
        if kept is not None and kept[0] == stamp:
            return kept[1]
        with self._lock:
            if self._kept is None or self._kept[0] != stamp:
                with self.ledger() as ledger:
                    self._kept = (stamp, make_catalogue(ledger))
            return self._kept[1]

    def _stamp(self) -> tuple[int, ...]:
        """Size and time of the file and its write-ahead log."""
        stamp: list[int] = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue
            stamp += [facts.st_size, facts.st_mtime_ns]
        return tuple(stamp)


def make_catalogue(ledger: Ledger) -> Catalogue:
    """Read the index of a ledger in ten queries."""
    names = {entity.entity_id: entity.caption for entity in ledger.entities("story")}
    stories = sorted(ledger.stories(), key=lambda s: (-len(s.doc_ids), s.first_published_at or "~", s.story_id))
    story_of = {doc_id: story.story_id for story in stories for doc_id in story.doc_ids}
    roots: dict[str, list[Root]] = defaultdict(list)
    for root in ledger.roots():
        roots[root.claim_id].append(root)
    claims = _claims(ledger, names, roots)
    per_story: dict[str, int] = defaultdict(int)
    for line in claims:
        per_story[line.story_id] += line.documents > 1
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
    return Catalogue(
        claims={line.claim_id: line for line in claims},
        stories={
            s.story_id: StoryLine(
                story_id=s.story_id,
                caption=s.caption,
                articles=len(s.doc_ids),
                claims=per_story[s.story_id],
                first=day(s.first_published_at)[:10],
                last=day(s.last_published_at)[:10],
                doc_ids=s.doc_ids,
            )
            for s in stories
        },
        documents=documents,
        in_document=_in_document(ledger, [line.claim_id for line in claims]),
        of_root={key: tuple(found) for key, found in of_root.items()},
        publishers=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def _claims(ledger: Ledger, names: dict[str, str], roots: dict[str, list[Root]]) -> list[ClaimLine]:
    counts = {count.claim_id: count for count in ledger.corroborations()}
    tags: dict[str, list[str]] = defaultdict(list)
    for discrepancy in ledger.discrepancies():
        tags[discrepancy.claim_id].append(DISPUTE_TAGS[discrepancy.kind])
    for change in ledger.position_changes():
        tags[change.claim_id].append("position changed")
    docs: dict[str, set[str]] = defaultdict(set)
    for path in ledger.paths():
        docs[path.claim_id].add(path.doc_id)
    lines = []
    for claim in ledger.claims():
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
    return sorted(lines, key=_rank)


def _rank(line: ClaimLine) -> tuple[bool, int, int, int, str, str]:
    gap = line.publishers - line.roots_min
    return (line.documents <= 1, -gap, -line.publishers, -line.documents, line.moment or "~", line.claim_id)


def _in_document(ledger: Ledger, order: list[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    rank = {claim_id: place for place, claim_id in enumerate(order)}
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(ledger.paths(), key=lambda p: (rank[p.claim_id], p.path_id)):
        found[path.doc_id].append((path.claim_id, path.statement_id))
    return {doc_id: tuple(pairs) for doc_id, pairs in found.items()}
