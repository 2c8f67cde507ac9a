"""Reading: body text of 181 news pages against gold, pages a second, and every hostile file to an outcome.

Scores: F1 over 4-word shingles, each page weighing the same (article-extraction-benchmark's own measure); the share of
the gold's quotations that come back word for word. There is no gold for titles, authors and dates in that set.
Needs the data sets in ../shared beside the checkout; says so and passes without them. Exits 1 below floors.json.
"""

import gzip
import io
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from headwater.config import IngestConfig
from headwater.ingest import read_inputs
from headwater.ingest.draft import RawInput
from headwater.ingest.warc_reader import read_archive
from headwater.records import Document, Outcome, Rejection

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGES = DATA / "extraction" / "article-extraction-benchmark"
HOSTILE = ("feedparser", "warc", "JSONTestSuite", "naughty-strings")
_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r'“[^“”\n]{15,}”|"[^"\n]{15,}"')


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def score_pages() -> dict[str, float]:
    gold = json.loads((PAGES / "ground-truth.json").read_text("utf-8"))
    started = time.perf_counter()
    outcomes = read_inputs([str(PAGES / "html")])
    seconds = time.perf_counter() - started
    texts = {outcome.record_id: outcome.text for outcome in outcomes if isinstance(outcome, Document)}
    hit = extra = missed = 0.0
    quotes = kept = 0
    for key, page in gold.items():
        wanted, found = shingles(page["articleBody"]), shingles(texts.get(key, ""))
        same, over, under = (sum(c.values()) for c in (wanted & found, found - wanted, wanted - found))
        total = same + over + under
        hit, extra, missed = hit + same / total, extra + over / total, missed + under / total
        folded = " ".join(texts.get(key, "").split())
        for quote in _QUOTE.findall(page["articleBody"]):
            quotes += 1
            kept += " ".join(quote.split()) in folded
    precision, recall = hit / (hit + extra), hit / (hit + missed)
    print(f"precision {precision:.3f}, recall {recall:.3f}, quotations kept {kept} of {quotes}")
    return {
        "ingest_f1": 2 * precision * recall / (precision + recall),
        "ingest_quotations_kept": kept / quotes,
        "ingest_pages_per_s": len(gold) / seconds,
    }


def lost_in(outcomes: tuple[Outcome, ...], inputs: list[str]) -> list[str]:
    """Return the inputs that ended as no outcome; sidecars end with what they belong to."""
    ended = {place for outcome in outcomes for place in (outcome.location, outcome.location.rpartition(":")[0])}
    return [path for path in inputs if path not in ended]


def read_hostile() -> dict[str, float]:
    lost: list[str] = []
    count = 0
    for name in HOSTILE:
        inputs = sorted(str(path) for path in (DATA / "hostile" / name).rglob("*") if path.is_file())
        started = time.perf_counter()
        outcomes = read_inputs(inputs)
        kinds = Counter(type(outcome).__name__ for outcome in outcomes)
        print(f"{name}: {len(inputs)} files, {dict(kinds)}, {time.perf_counter() - started:.0f} s")
        lost += lost_in(outcomes, inputs)
        count += len(inputs)
    strings = json.loads((DATA / "hostile" / "naughty-strings" / "blns.json").read_text("utf-8"))
    lines = b"\n".join(json.dumps({"text": words}).encode() for words in strings)
    outcomes = read_inputs(["-"], stdin=io.BytesIO(lines))
    unchanged = sum(isinstance(o, Document) and o.text == s for s, o in zip(strings, outcomes, strict=True))
    print(f"naughty strings: {len(outcomes)} outcomes, {unchanged} documents unchanged; lost: {lost or 'none'}")
    return {"ingest_hostile_accounted": 1 - len(lost) / count}


def flip_bytes() -> dict[str, float]:
    """Share of 40 archives with one byte changed in a compressed record whose damage is named."""
    archive = gzip.decompress((DATA / "hostile/warc/fastwarc/tests/data/warcfile.warc.gz").read_bytes())
    starts = [match.start() for match in re.finditer(rb"WARC/1\.0\r\n", archive)]
    records = [gzip.compress(archive[a:b]) for a, b in zip(starts, [*starts[1:], len(archive)], strict=True)]
    named = 0
    for number in range(40):
        broken = bytearray(records[number])
        broken[len(broken) // 2] ^= 0x55
        body = b"".join([*records[:number], bytes(broken), *records[number + 1 :]])
        raw = RawInput(location="a", record_id="a", name="a", head=archive[:100], path=None, body=body)
        named += any(isinstance(reading, Rejection) for reading in read_archive(raw, IngestConfig()))
    return {"ingest_flipped_bytes_named": named / 40}


def main() -> int:
    if not PAGES.is_dir():
        print(f"skipped: needs the data sets in {DATA}")
        return 0
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    below = False
    for name, value in (score_pages() | read_hostile() | flip_bytes()).items():
        below |= value < floors[name]
        print(f"{name} {value:.3f} (floor {floors[name]})")
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
