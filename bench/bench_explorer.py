"""Explorer and report under load; exits 1 when slower or larger than the floors in floors.json.

A generated ledger of 20,000 articles (invented words, outlets and speakers; made as records, not read from text) is
served; four clients ask for overview, search (also with two facets), claim and article pages at once. The drawing of a
story of 1,000 articles and the report of 50 articles are timed alone. Beside the p95 stands the server's own CPU time
for a page, which other work on the machine stretches less.

usage: python bench/bench_explorer.py [ARTICLES [LEDGER]]     LEDGER is made when it is not there, and kept
"""

import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import timeit
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, product
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
    Root,
    Run,
    Span,
    Statement,
    Story,
    text_sha256,
)
from headwater.records import Path as ClaimPath
from headwater.report import write_report
from headwater.report.provenance_svg import GraphEdge, GraphNode, draw_provenance

# 2,744 words of three syllables, as unevenly frequent as words are (Zipf).
SYLLABLES = "ba ce do fi gu ka le mo ni pu ra se to vi".split()
WORDS = ["".join(triple) for triple in product(SYLLABLES, repeat=3)]
WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))
CONFIG = "c" * 64
OUTLETS = 120
SENTENCES = 8
FILL = 25  # words of a sentence that no claim is made of


@dataclass(frozen=True)
class Shape:
    """How much to make: stories, articles of each, claims of each, articles that state a claim."""

    stories: int
    articles: int
    claims: int
    stated_in: int


def _entity(
    key: str, doc_id: str | None, caption: str, kind: EntityKind, members: tuple[str, ...], spans: tuple[Span, ...]
) -> Entity:
    return Entity(
        entity_id=key, doc_id=doc_id, caption=caption, kind=kind, aliases=(), member_ids=members, parent_id=None,
        mention_spans=spans, descriptor=caption if kind == "unnamed" else None, stated_count=None, affiliation=None,
        access_basis=None, reason_given=None, rules=(),
    )  # fmt: skip


def _kind(number: int) -> EntityKind:
    return "unnamed" if number % 3 == 2 else "person"


def _sentence(draw: random.Random, speaker: str) -> tuple[str, str]:
    said = " ".join(draw.choices(WORDS, cum_weights=WEIGHTS, k=9))
    fill = " ".join(draw.choices(WORDS, cum_weights=WEIGHTS, k=FILL))
    return said, f"{speaker} said {said}. The {fill}."


def _document(
    draw: random.Random, story: int, number: int, shape: Shape
) -> tuple[Document, list[DocumentRecord], list[Statement]]:
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
        publisher=outlet, headline=f"{draw.choice(WORDS).title()} and {draw.choice(WORDS)} in story {story}",
        byline=None,
        dateline=None, published_at=moment.isoformat(), modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None,
        offset_map=(),
    )  # fmt: skip
    records: list[DocumentRecord] = []
    statements: list[Statement] = []
    for line, (begin, end, first, last, speaker) in enumerate(places):
        source, content = Span(doc_id, begin, end), Span(doc_id, first, last)
        key, entity = f"att-{doc_id}-{line}", f"ent-{doc_id}-{line}"
        records += [
            Attribution(
                attribution_id=key, doc_id=doc_id, source=source, cue=Span(doc_id, end + 1, end + 5),
                content=(content,),
                quote_type="indirect", cue_class="say", polarity="affirmed", parent_id=None, rule="made", score=0.9,
            ),
            _entity(entity, doc_id, speaker, _kind(line), (), (source,)),
            Chain(
                attribution_id=key, doc_id=doc_id, hops=(Hop(entity_id=entity, span=source, rule="source"),),
                opinion=False,
            ),
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
        root_id=f"rot-{key}", claim_id=key, kind="unnamed" if kind == "unnamed" else "named", entity_id=entity,
        line=None, publishers=outlets, statement_ids=ids, first_seen_at=first, denying=False, in_min=True, in_max=True,
    )  # fmt: skip
    yield Corroboration(
        claim_id=key, publishers=len(outlets), roots_min=1, roots_max=1, routes_min=1, routes_max=1,
        bottlenecks=(entity,),
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


PORT, CLIENTS, ASKS = 8791, 4, 60  # asks of each client for each kind of page
PER_STORY = 20


def drawing() -> tuple[float, float]:
    """Return the milliseconds and gzipped kilobytes of the drawing of 1,000 articles by 60 outlets."""
    draw = random.Random(2)  # noqa: S311  the same drawing every time
    start = datetime(2026, 3, 1, tzinfo=UTC)
    roots = [
        GraphNode(key=f"r{i}", label=f"Root Person {i}", kind="named", lane="", moment=None, href="") for i in range(30)
    ]
    carriers = [
        GraphNode(key=f"c{i}", label=f"Agency {i}", kind="carrier", lane="", moment=None, href="") for i in range(15)
    ]
    articles = [
        GraphNode(
            key=f"a{i}", label=f"Outlet {i % 60}", kind="article", lane=f"Outlet {i % 60}",
            moment=start + timedelta(minutes=draw.randrange(9000)), href=f"#stm-{i:016x}",
        )
        for i in range(1000)
    ]  # fmt: skip
    edges = [GraphEdge(source=f"r{draw.randrange(30)}", target=f"c{i}", kind="told") for i in range(15)]
    edges += [GraphEdge(source=f"c{draw.randrange(15)}", target=f"a{i}", kind="passed") for i in range(1000)]
    nodes = [*roots, *carriers, *articles]
    seconds = min(timeit.repeat(lambda: draw_provenance(nodes, edges, title="bench"), number=1, repeat=5))
    return seconds * 1e3, len(gzip.compress(draw_provenance(nodes, edges, title="bench").encode())) / 1e3


def report(folder: Path) -> tuple[float, float]:
    """Return the seconds and megabytes of the report of 50 articles: 80 claims, 5 statements of each."""
    ledger, output = folder / "fifty.db", folder / "fifty.html"
    make_ledger(ledger, Shape(stories=10, articles=5, claims=8, stated_in=5))
    write_report(ledger, output)
    begun = time.perf_counter()
    write_report(ledger, output)
    return time.perf_counter() - begun, output.stat().st_size / 1e6


def load(ledger: Path, stories: int) -> tuple[dict[str, float], float]:
    """Serve a ledger; return the p95 in milliseconds of each kind of page, and the server's CPU milliseconds a page."""
    command = [str(Path(sys.executable).with_name("headwater")), "serve", str(ledger), "-p", str(PORT)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _get("/", patience=120.0)
        taken: dict[str, list[float]] = defaultdict(list)
        before = _cpu_seconds(server.pid)
        clients = [threading.Thread(target=_client, args=(number, stories, taken)) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        spent = _cpu_seconds(server.pid) - before
    finally:
        server.terminate()
        server.wait()
    slowest = {kind: sorted(times)[int(len(times) * 0.95)] * 1e3 for kind, times in sorted(taken.items())}
    return slowest, spent * 1e3 / sum(len(times) for times in taken.values())


def _cpu_seconds(pid: int) -> float:
    """Return the processor time of a process so far, user and system (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _client(number: int, stories: int, taken: dict[str, list[float]]) -> None:
    draw = random.Random(number)  # noqa: S311  the same questions every time
    for _ in range(ASKS):
        story, line, article = draw.randrange(stories), draw.randrange(8), draw.randrange(PER_STORY)
        for kind, path in (
            ("overview", f"/?page={draw.randrange(1, 20)}"),
            ("search", f"/search?q={draw.choice(WORDS[5:200])}+{draw.choice(WORDS[5:200])}"),
            ("facets", f"/search?q={draw.choice(WORDS[5:200])}&kind=statement&polarity=affirmed"),
            ("claim", f"/claim/clm-{story:05d}-{line}"),
            ("article", f"/article/doc-{story:05d}-{article:04d}"),
        ):
            begun = time.perf_counter()
            _get(path)
            taken[kind].append(time.perf_counter() - begun)


def _get(path: str, patience: float = 0.0) -> bytes:
    until = time.perf_counter() + patience
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}") as answer:
                return bytes(answer.read())
        except OSError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.3)


def main(articles: int, kept: Path | None) -> int:
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        svg_ms, svg_kb = drawing()
        report_s, report_mb = report(folder)
        ledger, stories = kept or folder / "load.db", articles // PER_STORY
        if not ledger.exists():
            make_ledger(ledger, Shape(stories=stories, articles=PER_STORY, claims=8, stated_in=10))
        slowest, cpu_ms = load(ledger, stories)
    print(f"drawing of 1,000 articles: {svg_ms:.0f} ms, {svg_kb:.1f} KB gzipped")
    print(f"report of 50 articles: {report_s:.2f} s, {report_mb:.2f} MB")
    print(f"{articles} articles, {CLIENTS} clients, p95 ms: " + ", ".join(f"{k} {v:.0f}" for k, v in slowest.items()))
    print(f"server CPU {cpu_ms:.1f} ms a page; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    held = svg_ms <= floors["svg_ms"] and svg_kb <= floors["svg_gzip_kb"] and report_s <= floors["report_50_s"]
    held = held and report_mb <= floors["report_50_mb"]
    return 0 if held and max(slowest.values()) <= floors["explorer_p95_ms"] else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None))
