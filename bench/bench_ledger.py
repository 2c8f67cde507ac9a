"""Speed of the ledger on invented documents: write, verify, bulk reads, point reads; exits 1 below a floor.

usage: python bench/bench_ledger.py [--documents N]     floors hold for the default of 2,000
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from headwater.ledger import DocumentRecord, Ledger, LedgerView, StoryRecord
from headwater.records import (
    Attribution,
    Chain,
    Claim,
    Corroboration,
    Document,
    Entity,
    Hop,
    Root,
    Run,
    Span,
    Statement,
    Story,
    text_sha256,
)
from headwater.records import Path as ClaimPath

SENTENCE = "Harbour master number {0} of Osterby said on Tuesday that {0} barges had sank in the storm. "
SENTENCES = 26  # attributions of an average article
STORY_SIZE = 10


def make_document(number: int) -> tuple[Document, list[DocumentRecord]]:
    """Return an article of about 5,000 characters with 26 attributions, their sources and chains."""
    doc_id = f"doc-{number:08d}"
    text = "".join(
        SENTENCE.format(number * SENTENCES + k) + "The wind fell towards the evening. " * 3 for k in range(26)
    )
    document = Document(
        doc_id=doc_id, record_id=str(number), location=f"{number}.txt", url=None, publisher=f"Outlet {number % 50}",
        headline=f"Storm {number}", byline=None, dateline=None, published_at=f"2031-03-{number % 28 + 1:02d}",
        modified_at=None, retrieved_at=None, language="en", media_type="text/plain",
        encoding="utf-8 (valid)", text=text, text_sha256=text_sha256(text), revision_of=None, offset_map=(),
    )  # fmt: skip
    records: list[DocumentRecord] = []
    at = 0
    for k in range(SENTENCES):
        begin = text.index("Harbour", at)
        cue, content, end = text.index("said", begin), text.index("that ", begin) + 5, text.index(".", begin)
        at = end
        source = Span(doc_id, begin, cue - 1)
        key, who = f"att-{number}-{k}", f"ent-{number}-{k}"
        records += [
            Attribution(
                attribution_id=key, doc_id=doc_id, source=source, cue=Span(doc_id, cue, cue + 4),
                content=(Span(doc_id, content, end),), quote_type="indirect", cue_class="say", polarity="affirmed",
                parent_id=None, rule="bench", score=0.9,
            ),
            _entity(who, doc_id, f"master {k}", (source,), ()),
            Chain(
                attribution_id=key, doc_id=doc_id, hops=(Hop(entity_id=who, span=source, rule="source"),), opinion=False
            ),
        ]  # fmt: skip
    return document, records


def _entity(key: str, doc_id: str | None, caption: str, spans: tuple[Span, ...], members: tuple[str, ...]) -> Entity:
    return Entity(
        entity_id=key, doc_id=doc_id, caption=caption, kind="person", aliases=(), member_ids=members, parent_id=None,
        mention_spans=spans, descriptor=None, stated_count=None, affiliation=None, access_basis=None, reason_given=None,
        rules=(),
    )  # fmt: skip


def story_records(first: int, attributions: dict[str, Attribution]) -> Iterator[StoryRecord]:
    """Yield one story of ten documents with eight claims of ten statements."""
    doc_ids = tuple(f"doc-{number:08d}" for number in range(first, first + STORY_SIZE))
    story = Story(
        story_id=f"sty-{first}", caption="Storm", doc_ids=doc_ids, first_published_at=None, last_published_at=None
    )
    yield story
    for k in range(8):
        claim_id, root = f"clm-{first}-{k}", f"ent-s-{first}-{k}"
        keys = [f"att-{number}-{k}" for number in range(first, first + STORY_SIZE)]
        statements = [
            Statement(
                statement_id=f"stm-{key}", doc_id=attributions[key].doc_id, span=attributions[key].content[0],
                attribution_id=key, stance="support", value=None, headline=False,
            )
            for key in keys
        ]  # fmt: skip
        yield _entity(root, None, f"master {k}", (), tuple(key.replace("att", "ent") for key in keys))
        yield from statements
        names = tuple(statement.statement_id for statement in statements)
        yield Claim(
            claim_id=claim_id, story_id=story.story_id, caption="barges", statement_ids=names,
            attribution_ids=tuple(keys), first_stated_at=None,
        )  # fmt: skip
        for statement in statements:
            hop = Hop(entity_id=root, span=statement.span, rule="source")
            yield ClaimPath(
                path_id=f"pth-{statement.statement_id}", claim_id=claim_id, statement_id=statement.statement_id,
                doc_id=statement.doc_id, hops=(hop,), root_id=root, line=statement.doc_id, counted=True, rule="chain",
            )  # fmt: skip
        yield Root(
            root_id=f"rot-{claim_id}", claim_id=claim_id, kind="named", entity_id=root, line=None, publishers=(),
            statement_ids=names, first_seen_at=None, denying=False, in_min=True, in_max=True,
        )  # fmt: skip
        yield Corroboration(
            claim_id=claim_id, publishers=10, roots_min=1, roots_max=1, routes_min=1, routes_max=1, bottlenecks=(root,),
            denying_min=0, denying_max=0, circular=False, by_value=(),
        )  # fmt: skip


def timed(what: str, work: Callable[[], object]) -> float:
    """Run and print how long it took, in seconds of the wall and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    seconds = time.process_time() - processor
    print(f"  {what:42s} {time.perf_counter() - wall:8.2f} s wall {seconds:8.2f} s processor", flush=True)
    return seconds


def measure(path: Path, documents: int) -> dict[str, float]:
    """Return the figures that have floors, per processor second."""
    run = Run(
        run_id="run", started_at="2031-04-01", headwater_version="bench", config_sha256="c", model_sha256=None,
        doc_ids=tuple(f"doc-{number:08d}" for number in range(documents)), without=(),
    )  # fmt: skip

    def write() -> None:
        with Ledger.create(path) as ledger:
            for number in range(documents):
                document, records = make_document(number)
                ledger.add_document(document, records, config_sha256="c")

    def link() -> None:
        with Ledger.open(path, read_only=False) as ledger:
            known = {one.attribution_id: one for one in ledger.attributions()}
            ledger.replace_story_level(
                run, (one for first in range(0, documents, STORY_SIZE) for one in story_records(first, known))
            )

    written = timed(f"write {documents} documents", write)
    timed("replace the story level", link)
    with LedgerView.open(path) as view:
        info = view.ledger.info()
        rows = sum(count for _, count in info.row_counts)
        verified = timed(f"verify {rows} rows", lambda: _expect_nothing(view.ledger.verify()))
        timed("read all documents", view.ledger.documents)
        timed("read all attributions", view.ledger.attributions)
        timed("read all claims joined", view.claims)
        points = 200
        middle = documents // STORY_SIZE // 2 * STORY_SIZE
        pointed = timed(f"{points} claims by id", lambda: [view.claim(f"clm-{middle}-3") for _ in range(points)])
        timed("200 searches", lambda: [view.ledger.search(f"master {number}") for number in range(200)])
    print(f"  {path.stat().st_size / documents:.0f} bytes a document; peak memory", end=" ")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return {
        "ledger_documents_per_s": documents / written,
        "ledger_verified_rows_per_s": rows / verified,
        "ledger_claims_by_id_per_s": points / pointed,
    }


def _expect_nothing(findings: object) -> None:
    if findings:
        raise SystemExit(f"the ledger just written does not hold: {findings}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    documents = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder) / "bench.hw.db", documents)
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    for name, figure in figures.items():
        print(f"{name} {figure:.0f} (floor {floors[name]})")
    return int(any(figure < floors[name] for name, figure in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
