"""Stories: pair F1 and B-cubed, single stories as a handful, articles a second, memory an article.

The threshold is chosen on one half of the stories and scored on the other. Reads ../shared beside the checkout.
Exits 1 below the floors in floors.json.
"""

import json
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

import numpy as np

from headwater.config import StoryConfig
from headwater.records import Document, Story, text_sha256
from headwater.stories import group_stories
from headwater.stories.features import BUCKETS, Bag, Rarity, make_vectors, read_bag
from headwater.stories.linkage import link_groups
from headwater.stories.window import Edge, Window

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
THRESHOLDS = (0.14, 0.16, 0.18, 0.20, 0.22, 0.24)
STREAM, A_DAY = 12_000, 1_000
FLOORS = {
    "allsides_pair_f1": 0.75,
    "allsides_b3": 0.90,
    "ecb_pair_f1": 0.86,
    "whole": 1.0,
    "articles_per_s": 3000.0,
    "bytes_per_article": 2500.0,
    "late_to_early": 1.5,
}
AT_MOST = {"bytes_per_article", "late_to_early"}


def make_document(doc_id: str, text: str, headline: str | None = None, day: str | None = None) -> Document:
    return Document(
        doc_id=doc_id, record_id=doc_id, location=doc_id, url=None, publisher=None, headline=headline, byline=None,
        dateline=None, published_at=day, modified_at=None, retrieved_at=None, language="en", media_type="text/plain",
        encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None, offset_map=(),
    )  # fmt: skip


def clean_day(written: str) -> str | None:
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return None


def read_lines(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def halve(documents: Sequence[Document], gold: dict[str, str]) -> tuple[list[Document], list[Document]]:
    """Split by story, by one bit of a hash of its name."""
    side = {story: blake2b(story.encode(), digest_size=2).digest()[0] & 1 for story in set(gold.values())}
    return [d for d in documents if side[gold[d.doc_id]] == 0], [d for d in documents if side[gold[d.doc_id]] == 1]


def score(stories: Sequence[Story], gold: dict[str, str]) -> tuple[float, float]:
    """Return pair F1 and B-cubed F1."""
    found = {doc_id: story.story_id for story in stories for doc_id in story.doc_ids}
    both = Counter((found[d], gold[d]) for d in found)
    ours, theirs = Counter(found.values()), Counter(gold[d] for d in found)

    def pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    def f1(precision: float, recall: float) -> float:
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    hits = pairs(both)
    cubed = [
        sum(n * n / size[key[at]] for key, n in both.items()) / len(found) for at, size in ((0, ours), (1, theirs))
    ]
    return f1(hits / max(1.0, pairs(ours)), hits / max(1.0, pairs(theirs))), f1(cubed[0], cubed[1])


def cross_score(documents: Sequence[Document], gold: dict[str, str], name: str) -> tuple[float, float]:
    """Choose the threshold on each half by pair F1, score it on the other; return the mean of both."""
    halves = halve(documents, gold)
    table = [
        {t: score(group_stories(half, config=replace(StoryConfig(), threshold=t)), gold) for t in THRESHOLDS}
        for half in halves
    ]
    results = []
    for at in (0, 1):
        best = max(THRESHOLDS, key=lambda t: table[at][t][0])
        results.append(table[1 - at][best])
        f1, cubed = results[-1]
        print(f"{name}: threshold {best} chosen on half {at}; on the other pair F1 {f1:.3f}, B3 {cubed:.3f}")
    own = [table[at][StoryConfig().threshold] for at in (0, 1)]
    print(f"{name}: with the built-in threshold {[tuple(round(v, 3) for v in pair) for pair in own]}")
    return sum(r[0] for r in results) / 2, sum(r[1] for r in results) / 2


def whole_stories() -> float:
    """Return the share of single stories, given alone, that come out as one."""
    handfuls = [
        [make_document(x["id"], x["text"]) for x in read_lines(f"gold_stories/{path.name}")]
        for path in sorted((DATA / "gold_stories").glob("*.docs.jsonl"))
    ]
    handfuls.append(
        [make_document(path.stem, path.read_text("utf-8")) for path in sorted((DATA / "seeds").glob("*.txt"))]
    )
    return sum(len(group_stories(handful, config=StoryConfig())) == 1 for handful in handfuls) / len(handfuls)


def stream_speed(documents: Sequence[Document]) -> dict[str, float]:
    """Group a stream of A_DAY articles a day, made of the real ones over and over; features are read beforehand."""
    config = StoryConfig()
    bags = [read_bag(document, config) for document in documents]
    # A copy keeps four fifths of its words, another fifth each time, so that copies are related but not the same.
    chance = np.random.default_rng(3)
    stream = []
    for at in range(STREAM):
        bag = bags[at % len(bags)]
        kept = chance.random(len(bag.buckets)) < 0.8
        stream.append(replace(bag, buckets=bag.buckets[kept], counts=bag.counts[kept]))
    spent, edges, _ = _run_stream(stream, config)
    begin = time.process_time()
    link_groups(STREAM, edges, threshold=config.threshold)
    linking = time.process_time() - begin
    print(f"{STREAM} articles: window {sum(spent):.2f} s, linking {linking:.2f} s, {len(edges)} edges")
    tracemalloc.start()
    _, _, window = _run_stream(stream, config)
    del edges
    memory = tracemalloc.get_traced_memory()[0]
    del window
    memory -= tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    scratch = 4 * BUCKETS  # one table, whatever the window
    return {
        "articles_per_s": STREAM / (sum(spent) + linking),
        "bytes_per_article": (memory - scratch) / ((config.window_days + 1) * A_DAY),
        "late_to_early": spent[-1] / spent[-2],
    }


def _run_stream(stream: Sequence[Bag], config: StoryConfig) -> tuple[list[float], list[Edge], Window]:
    """Return processor seconds by day, the edges, and the window as it stands at the end."""
    window, rarity = Window(config), Rarity(config.prior_articles)
    spent: list[float] = []
    edges: list[Edge] = []
    for day in range(STREAM // A_DAY):
        held = stream[day * A_DAY : (day + 1) * A_DAY]
        rarity.count(held)
        vectors = make_vectors(held, rarity, config.vector_words)
        begin = time.process_time()
        edges += window.add(vectors, np.full(A_DAY, float(day)))
        spent.append(time.process_time() - begin)
    return spent, edges, window


def main() -> int:
    if not (DATA / "allsides_stories.jsonl").is_file():
        print(f"bench_stories needs the data sets in {DATA}, which are not here")
        return 0
    measured: dict[str, float] = {}
    lines = read_lines("allsides_stories.jsonl")
    allsides = [make_document(x["id"], x["text"], x["title"], clean_day(x["date"])) for x in lines]
    gold = {x["id"]: str(x["story"]) for x in lines}
    measured["allsides_pair_f1"], measured["allsides_b3"] = cross_score(allsides, gold, "allsides")
    lines = read_lines("ecbplus_stories.jsonl")
    ecb = [make_document(x["id"], x["text"]) for x in lines]
    measured["ecb_pair_f1"], _ = cross_score(ecb, {x["id"]: x["subtopic"] for x in lines}, "ecb+")
    measured["whole"] = whole_stories()
    measured |= stream_speed(allsides)
    return judge(measured)


def judge(measured: dict[str, float]) -> int:
    """Print every figure beside its floor and return 1 when one is missed."""
    written = Path(__file__).with_name("floors.json")
    floors = FLOORS | (json.loads(written.read_text("utf-8")) if written.is_file() else {}).get("stories", {})
    missed = False
    for name, value in measured.items():
        holds = value <= floors[name] if name in AT_MOST else value >= floors[name]
        missed |= not holds
        bound = "at most" if name in AT_MOST else "at least"
        print(f"{name} {value:.4f} ({bound} {floors[name]}){'' if holds else '  MISSED'}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
