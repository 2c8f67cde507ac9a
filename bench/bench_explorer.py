"""Explorer and report under load; exits 1 when slower or larger than the floors in floors.json.

A generated ledger of 20,000 articles is served; four clients ask for overview, search, claim and article pages at once.
The drawing of a story of 1,000 articles and the report of 50 articles are timed alone.

usage: python bench/bench_explorer.py [ARTICLES]
"""

import gzip
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
import timeit
import urllib.request
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from generated_ledger import Shape, make_ledger

from headwater.report import write_report
from headwater.report.provenance_svg import GraphEdge, GraphNode, draw_provenance

PORT, CLIENTS, ASKS = 8791, 4, 60  # asks of each client for each kind of page
PER_STORY = 20


def drawing() -> tuple[float, float]:
    """Return the milliseconds and gzipped kilobytes of the drawing of 1,000 articles by 60 outlets."""
    draw = random.Random(2)  # noqa: S311  the same drawing every time
    start = datetime(2026, 3, 1, tzinfo=UTC)
    roots = [GraphNode(key=f"r{i}", label=f"Root Person {i}", kind="named", lane="", moment=None, href="") for i in range(30)]
    carriers = [GraphNode(key=f"c{i}", label=f"Agency {i}", kind="carrier", lane="", moment=None, href="") for i in range(15)]
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
    """Return the seconds and megabytes of the report of 50 articles with 120 claims in several of them."""
    ledger, output = folder / "fifty.db", folder / "fifty.html"
    make_ledger(ledger, Shape(stories=15, articles=PER_STORY // 6 + 1, claims=8, stated_in=3))
    write_report(ledger, output)
    begun = time.perf_counter()
    write_report(ledger, output)
    return time.perf_counter() - begun, output.stat().st_size / 1e6


def load(ledger: Path, stories: int) -> dict[str, float]:
    """Serve a ledger and return the p95 in milliseconds of each kind of page."""
    command = [str(Path(sys.executable).with_name("headwater")), "serve", str(ledger), "-p", str(PORT)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _get("/", patience=120.0)
        taken: dict[str, list[float]] = defaultdict(list)
        clients = [threading.Thread(target=_client, args=(number, stories, taken)) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
    finally:
        server.terminate()
        server.wait()
    return {kind: sorted(times)[int(len(times) * 0.95)] * 1e3 for kind, times in sorted(taken.items())}


def _client(number: int, stories: int, taken: dict[str, list[float]]) -> None:
    draw = random.Random(number)  # noqa: S311  the same questions every time
    for _ in range(ASKS):
        story, line, article = draw.randrange(stories), draw.randrange(8), draw.randrange(PER_STORY)
        for kind, path in (
            ("overview", f"/?page={draw.randrange(1, 20)}"),
            ("search", f"/search?q=harbour+{draw.choice(('bridge', 'tower', 'winter'))}"),
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
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}") as answer:  # noqa: S310  our own server
                return bytes(answer.read())
        except OSError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.3)


def main(articles: int) -> int:
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        svg_ms, svg_kb = drawing()
        report_s, report_mb = report(folder)
        ledger, stories = folder / "load.db", articles // PER_STORY
        make_ledger(ledger, Shape(stories=stories, articles=PER_STORY, claims=8, stated_in=10))
        slowest = load(ledger, stories)
    print(f"drawing of 1,000 articles: {svg_ms:.0f} ms, {svg_kb:.1f} KB gzipped")
    print(f"report of 60 articles: {report_s:.2f} s, {report_mb:.2f} MB")
    print(f"{articles} articles, {CLIENTS} clients, p95 ms: " + ", ".join(f"{k} {v:.0f}" for k, v in slowest.items()))
    held = svg_ms <= floors["svg_ms"] and svg_kb <= floors["svg_gzip_kb"] and report_s <= floors["report_50_s"]
    held = held and report_mb <= floors["report_50_mb"]
    return 0 if held and max(slowest.values()) <= floors["explorer_p95_ms"] else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
