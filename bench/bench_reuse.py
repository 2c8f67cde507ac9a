"""Shared passages: planted ones found, unrelated articles left alone, processor seconds and memory for 20,000 articles.

Real articles in ../shared beside the checkout are needed. A passage of one is planted at a sentence's end of another
of a different story and outlet, with 0, 5 or 10 % of its words changed, left out or doubled by another. The 20,000
articles are made of the real ones by a Markov chain, so that common phrases recur as they do in news.
Exits 1 below the floors in floors.json.
"""

import json
import random
import re
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

from headwater.config import ReuseConfig
from headwater.records import Document, Reuse, text_sha256
from headwater.reuse import find_reuse

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "allsides_stories.jsonl"
RATES = (0.0, 0.05, 0.1)
LENGTHS = (10, 15, 25, 60)
MANY = 20_000
APART = 60
FLOORS = {
    "recall_10": 0.95,
    "recall_15": 0.97,
    "recall_25": 0.99,
    "recall_60": 0.995,
    "character_f1": 0.97,
    "false_links_per_10000": 1.0,
    "cpu_seconds_20000": 15.0,
    "megabytes_20000": 800.0,
}
AT_MOST = {"false_links_per_10000", "cpu_seconds_20000", "megabytes_20000"}


@dataclass(frozen=True)
class Planted:
    """Where a passage came from and where it went."""

    giver: str
    given: tuple[int, int]
    taker: str
    taken: tuple[int, int]


def make_document(doc_id: str, text: str, publisher: str | None, published_at: str | None) -> Document:
    return Document(
        doc_id=doc_id, record_id=doc_id, location=doc_id, url=None, publisher=publisher, headline=None, byline=None,
        dateline=None, published_at=published_at, modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None,
        offset_map=(),
    )  # fmt: skip


def edit_words(words: list[str], rate: float, vocabulary: list[str], chance: random.Random) -> list[str]:
    """Change, leave out or put in a word at `rate` of the places, never at more than a tenth (rounded up) of them."""
    edited = list(words)
    places = [place for place in range(len(words)) if chance.random() < rate]
    places = chance.sample(places, min(len(places), -(-len(words) // 10)))
    for place in sorted(places, reverse=True):
        kind = chance.choice("sssdi")
        if kind == "s":
            edited[place] = chance.choice(vocabulary)
        elif kind == "d":
            del edited[place]
        else:
            edited.insert(place, chance.choice(vocabulary))
    return edited


def plant(
    articles: list[dict[str, str]], length: int, rate: float, chance: random.Random
) -> tuple[list[Document], list[Planted]]:
    """Give every second article a passage of another one, out of a paragraph that only that one holds."""
    paragraphs = Counter(line for a in articles for line in a["text"].split("\n"))
    vocabulary = sorted({word for a in articles for word in re.findall(r"[a-z]{4,}", a["text"])})
    texts = {a["id"]: a["text"] for a in articles}
    planted = []
    for taker in articles[::2]:
        giver = chance.choice(
            [a for a in articles[1::2] if a["story"] != taker["story"] and a["outlet"] != taker["outlet"]]
        )
        own = [
            m
            for m in re.finditer(r"[^\n]+", giver["text"])
            if paragraphs[m.group()] == 1 and m.group().count(" ") > length
        ]
        if not own:
            continue
        paragraph = chance.choice(own)
        words = list(re.compile(r"\S+").finditer(giver["text"], paragraph.start(), paragraph.end()))
        first = chance.randrange(len(words) - length + 1)
        given = (words[first].start(), words[first + length - 1].end())
        passage = " ".join(edit_words([w.group() for w in words[first : first + length]], rate, vocabulary, chance))
        ends = [m.end() for m in re.finditer(r"[.!?] ", texts[taker["id"]])] or [len(texts[taker["id"]])]
        at = chance.choice(ends)
        text = texts[taker["id"]]
        texts[taker["id"]] = text[:at] + passage + ". " + text[at:]
        planted.append(Planted(giver["id"], given, taker["id"], (at, at + len(passage))))
    documents = [make_document(a["id"], texts[a["id"]], a["outlet"], clean_day(a)) for a in articles]
    return documents, planted


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def score(found: tuple[Reuse, ...], planted: list[Planted]) -> tuple[float, float]:
    """Return recall (the right places in both) and the mean character F1 of those found."""
    by_pair: dict[frozenset[str], list[Reuse]] = {}
    for reuse in found:
        by_pair.setdefault(frozenset((reuse.earlier.doc_id, reuse.later.doc_id)), []).append(reuse)
    scores = []
    for p in planted:
        best = 0.0
        for reuse in by_pair.get(frozenset((p.giver, p.taker)), ()):
            sides = {s.doc_id: (s.start, s.end) for s in (reuse.earlier, reuse.later)}
            shared = overlap(sides[p.giver], p.given) + overlap(sides[p.taker], p.taken)
            size = sum(e - b for b, e in (*sides.values(), p.given, p.taken))
            if overlap(sides[p.giver], p.given) and overlap(sides[p.taker], p.taken):
                best = max(best, 2 * shared / size)
        scores.append(best)
    hits = [s for s in scores if s > 0.5]
    return len(hits) / len(scores), sum(hits) / len(hits)


def false_links(articles: list[dict[str, str]]) -> float:
    """Return linked pairs of unrelated articles per 10,000 such pairs; boilerplate does not link.

    Unrelated are articles of different stories and outlets published two months apart or more: within weeks, stories
    of one affair quote the same people. Undated articles are left out.
    """
    documents = [make_document(a["id"], a["text"], a["outlet"], clean_day(a)) for a in articles]
    by_id = {a["id"]: a for a in articles}
    days = {d.doc_id: date.fromisoformat(d.published_at).toordinal() for d in documents if d.published_at}

    def unrelated(one: str, other: str) -> bool:
        apart = abs(days.get(one, 0) - days.get(other, 0)) >= APART if one in days and other in days else False
        left, right = by_id[one], by_id[other]
        return apart and left["story"] != right["story"] and left["outlet"] != right["outlet"]

    found = [r for r in find_reuse(documents, config=ReuseConfig()) if r.form != "boilerplate"]
    linked = {(r.earlier.doc_id, r.later.doc_id) for r in found}
    crossing = [pair for pair in linked if by_id[pair[0]]["story"] != by_id[pair[1]]["story"]]
    pairs = sum(unrelated(a, b) for a, b in combinations(sorted(days), 2))
    every = len(articles) * (len(articles) - 1) / 2
    print(f"pairs of different stories linked, whatever their dates: {1e4 * len(crossing) / every:.2f} in 10,000")
    copied = {(r.earlier.doc_id, r.later.doc_id) for r in found if r.form == "passage"}
    print(f"of these by a passage, no statement, post or utterance: {1e4 * len(copied & set(crossing)) / every:.2f}")
    return 1e4 * sum(unrelated(*pair) for pair in crossing) / pairs


def clean_day(article: dict[str, str]) -> str | None:
    try:
        return date.fromisoformat(article["date"][:10]).isoformat()
    except ValueError:
        return None


def make_many(articles: list[dict[str, str]], count: int, chance: random.Random) -> list[Document]:
    """Return invented articles: each word follows the one before it as it does somewhere in the real ones."""
    words = [word for a in articles for word in a["text"].split(" ")]
    follow: dict[str, list[str]] = {}
    for before, after in pairwise(words):
        follow.setdefault(before, []).append(after)
    lengths = [a["text"].count(" ") + 1 for a in articles]
    outlets = sorted({a["outlet"] for a in articles})
    documents = []
    for number in range(count):
        text = [chance.choice(words)]
        for _ in range(chance.choice(lengths)):
            options = follow.get(text[-1]) or words
            text.append(options[int(chance.random() * len(options))])
        documents.append(make_document(f"m{number}", " ".join(text), chance.choice(outlets), None))
    return documents


def main() -> int:
    if not ARTICLES.is_file():
        print(f"bench_reuse needs {ARTICLES}, which is not here")
        return 0
    articles = [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]
    chance, measured = random.Random(5), {}  # noqa: S311 - a fixed seed, for the same figures every time
    shares = []
    for length in LENGTHS:
        recalls = []
        for rate in RATES:
            documents, planted = plant(articles, length, rate, chance)
            recall, f1 = score(find_reuse(documents, config=ReuseConfig()), planted)
            recalls.append(recall)
            shares.append(f1)
            print(f"{length} words, {rate:.0%} edits: recall {recall:.4f}, character F1 {f1:.4f}", flush=True)
        measured[f"recall_{length}"] = sum(recalls) / len(recalls)
    measured["character_f1"] = sum(shares) / len(shares)
    measured["false_links_per_10000"] = false_links(articles)
    many = make_many(articles, MANY, chance)
    texts = sum(sys.getsizeof(document.text) for document in many)
    del articles, documents, planted
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    begin = time.process_time()
    found = find_reuse(many, config=ReuseConfig())
    measured["cpu_seconds_20000"] = time.process_time() - begin
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    # What the process grew by, and the articles themselves, which were there before.
    measured["megabytes_20000"] = (grown + texts) / 1e6
    print(f"{len(found)} passages in {MANY} articles of {texts / 1e6:.0f} MB")
    return judge(measured)


def judge(measured: dict[str, float]) -> int:
    """Print every figure beside its floor and return 1 when one is missed."""
    written = Path(__file__).with_name("floors.json")
    floors = FLOORS | (json.loads(written.read_text("utf-8")) if written.is_file() else {}).get("reuse", {})
    missed = False
    for name, value in measured.items():
        holds = value <= floors[name] if name in AT_MOST else value >= floors[name]
        missed |= not holds
        bound = "at most" if name in AT_MOST else "at least"
        print(f"{name} {value:.4f} ({bound} {floors[name]}){'' if holds else '  MISSED'}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
