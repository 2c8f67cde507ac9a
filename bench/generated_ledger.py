"""A ledger of any size for benches: invented outlets, people and matters, the same every time.

Every story has articles of several outlets, and claims that stand in several of them. Not read from text: the records
are made directly, so that a bench of pages measures pages.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from headwater.ledger import DocumentRecord, Ledger, StoryRecord
from headwater.records import (
    Attribution,
    Chain,
    Claim,
    Corroboration,
    Document,
    Entity,
    EntityKind,
    Hop,
    Path as ClaimPath,
    Root,
    Run,
    Span,
    Statement,
    Story,
    text_sha256,
)

WORDS = "river bridge council harbour water school tower market north winter repair report crack valley engine".split()
CONFIG = "c" * 64
OUTLETS = 120
SENTENCES = 8
PER_CLAIM_FILL = 25


@dataclass(frozen=True)
class Shape:
    """How much to make: stories, articles of each, claims of each, articles that state a claim."""

    stories: int
    articles: int
    claims: int
    stated_in: int


def _entity(key: str, doc_id: str | None, caption: str, kind: EntityKind, members: tuple[str, ...], spans: tuple[Span, ...]) -> Entity:
    return Entity(
        entity_id=key, doc_id=doc_id, caption=caption, kind=kind, aliases=(), member_ids=members, parent_id=None,
        mention_spans=spans, descriptor=caption if kind == "unnamed" else None, stated_count=None, affiliation=None,
        access_basis=None, reason_given=None, rules=(),
    )  # fmt: skip


def _kind(number: int) -> EntityKind:
    return "unnamed" if number % 3 == 2 else "person"


def _sentence(draw: random.Random, speaker: str) -> tuple[str, str]:
    said = " ".join(draw.choice(WORDS) for _ in range(9))
    fill = " ".join(draw.choice(WORDS) for _ in range(PER_CLAIM_FILL))
    return said, f"{speaker} said {said}. The {fill}."


def _document(draw: random.Random, story: int, number: int, shape: Shape) -> tuple[Document, list[DocumentRecord], list[Statement]]:
    doc_id = f"doc-{story:05d}-{number:04d}"
    outlet = f"The {WORDS[(story + number) % len(WORDS)].title()} Gazette {(story * 7 + number) % OUTLETS}"
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=story, minutes=17 * number)
    parts, at, places = [], 0, []
    for line in range(SENTENCES):
        speaker = f"official {line}" if _kind(line) == "unnamed" else f"Anna Speaker{line}"
        said, sentence = _sentence(draw, speaker)
        places.append((at, at + len(speaker), at + len(speaker) + 6, at + len(speaker) + 6 + len(said), speaker))
        parts.append(sentence)
        at += len(sentence) + 1
    text = "\n".join(parts)
    document = Document(
        doc_id=doc_id, record_id=doc_id, location=f"{doc_id}.txt", url=f"https://outlet{number}.example/{story}",
        publisher=outlet, headline=f"{draw.choice(WORDS).title()} and {draw.choice(WORDS)} in story {story}", byline=None,
        dateline=None, published_at=moment.isoformat(), modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None, offset_map=(),
    )  # fmt: skip
    records: list[DocumentRecord] = []
    statements: list[Statement] = []
    for line, (begin, end, first, last, speaker) in enumerate(places):
        source, content = Span(doc_id, begin, end), Span(doc_id, first, last)
        key, entity = f"att-{doc_id}-{line}", f"ent-{doc_id}-{line}"
        records += [
            Attribution(
                attribution_id=key, doc_id=doc_id, source=source, cue=Span(doc_id, end + 1, end + 5), content=(content,),
                quote_type="indirect", cue_class="say", polarity="affirmed", parent_id=None, rule="made", score=0.9,
            ),
            _entity(entity, doc_id, speaker, _kind(line), (), (source,)),
            Chain(attribution_id=key, doc_id=doc_id, hops=(Hop(entity_id=entity, span=source, rule="source"),), opinion=False),
        ]  # fmt: skip
        statements.append(
            Statement(
                statement_id=f"stm-{doc_id}-{line}", doc_id=doc_id, span=content, attribution_id=key, stance="support",
                value=None, headline=False,
            )
        )  # fmt: skip
    return document, records, statements[: shape.claims]


def _story(story: int, shape: Shape, made: list[tuple[Document, list[Statement]]]) -> Iterator[StoryRecord]:
    documents = [document for document, _ in made]
    yield Story(
        story_id=f"sty-{story:05d}", caption=documents[0].headline or "", doc_ids=tuple(d.doc_id for d in documents),
        first_published_at=documents[0].published_at, last_published_at=documents[-1].published_at,
    )  # fmt: skip
    for line in range(shape.claims):
        carrying = [
            (document, statements[line]) for place, (document, statements) in enumerate(made)
            if (place + line) % shape.articles < shape.stated_in
        ]  # fmt: skip
        entity = f"ent-s{story:05d}-{line}"
        caption = f"official {line}" if _kind(line) == "unnamed" else f"Anna Speaker{line}"
        members = tuple(f"ent-{document.doc_id}-{line}" for document in documents)
        yield _entity(entity, None, caption, _kind(line), members, ())
        yield from _claim(f"clm-{story:05d}-{line}", f"sty-{story:05d}", entity, _kind(line), carrying)


def _claim(
    key: str, story_id: str, entity: str, kind: EntityKind, carrying: list[tuple[Document, Statement]]
) -> Iterator[StoryRecord]:
    statements = [statement for _, statement in carrying]
    yield from statements
    ids = tuple(statement.statement_id for statement in statements)
    outlets = tuple(sorted({document.publisher or "" for document, _ in carrying}))
    first = carrying[0][0].published_at
    yield Claim(
        claim_id=key, story_id=story_id, caption=statements[0].span.quote(carrying[0][0].text), statement_ids=ids,
        attribution_ids=tuple(str(statement.attribution_id) for statement in statements), first_stated_at=first,
    )  # fmt: skip
    for statement in statements:
        yield ClaimPath(
            path_id=f"pth-{statement.statement_id}", claim_id=key, statement_id=statement.statement_id,
            doc_id=statement.doc_id, hops=(Hop(entity_id=entity, span=None, rule="source"),), root_id=entity,
            line=statement.doc_id, counted=True, rule="unnamed" if kind == "unnamed" else "named",
        )  # fmt: skip
    yield Root(
        root_id=f"rot-{key}", claim_id=key, kind="unnamed" if kind == "unnamed" else "named", entity_id=entity, line=None,
        publishers=outlets, statement_ids=ids, first_seen_at=first, denying=False, in_min=True, in_max=True,
    )  # fmt: skip
    yield Corroboration(
        claim_id=key, publishers=len(outlets), roots_min=1, roots_max=1, routes_min=1, routes_max=1, bottlenecks=(entity,),
        denying_min=0, denying_max=0, circular=False, by_value=(),
    )  # fmt: skip


def make_ledger(path: Path, shape: Shape, seed: int = 1) -> None:
    """Write a ledger of a shape; the file must not be there."""
    draw = random.Random(seed)  # noqa: S311  the same ledger every time, no secret
    story_records: list[StoryRecord] = []
    doc_ids: list[str] = []
    with Ledger.create(path) as ledger:
        for story in range(shape.stories):
            made = []
            for number in range(shape.articles):
                document, records, statements = _document(draw, story, number, shape)
                ledger.add_document(document, records, config_sha256=CONFIG)
                made.append((document, statements))
                doc_ids.append(document.doc_id)
            story_records += _story(story, shape, made)
        run = Run(
            run_id="run-bench", started_at="2026-01-01T00:00:00+00:00", headwater_version="0", config_sha256=CONFIG,
            model_sha256=None, doc_ids=tuple(doc_ids), without=(),
        )  # fmt: skip
        ledger.replace_story_level(run, story_records)
