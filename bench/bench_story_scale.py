"""One story of 100 and of 500 articles: what the whole trace costs beyond reading, stage by stage, and how it grows.

usage: python bench/bench_story_scale.py [--sizes 100 500]

The articles are invented (invented_story.py). Seconds are processor seconds of one process. Reading, which grows with
the words read and nothing else, is timed and set aside. Exits 1 above a ceiling in floors.json.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from math import log
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for the generator beside this file

from bench.invented_story import make_story

from headwater import api, pipeline, reading
from headwater.config import Config
from headwater.export import export_jsonl
from headwater.ledger import Ledger

STAGES = (
    "group_stories cast_story find_reuse find_altered_quotations find_claims derive gather_lines trace_paths "
    "corroborate"
).split()
SIZES = (100, 500)
CEILINGS = {"seconds": 300.0, "megabytes": 2000.0, "exponent": 1.3}


def timed(spent: dict[str, float], name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """Return the call with its processor seconds added up under a name."""

    def measured(*given: Any, **named: Any) -> Any:
        begin = time.process_time()
        try:
            return call(*given, **named)
        finally:
            spent[name] += time.process_time() - begin

    return measured


def measure(size: int, folder: Path) -> dict[str, float]:
    """Trace and export a story of some size; return processor seconds by stage."""
    spent: dict[str, float] = defaultdict(float)
    places: list[tuple[Any, str]] = [(pipeline, name) for name in STAGES]
    places += [(reading, "read_document"), (Ledger, "add_document"), (Ledger, "replace_story_level")]
    kept = {(owner, name): getattr(owner, name) for owner, name in places}
    source, path = folder / f"story{size}.jsonl", folder / f"story{size}.hw.db"
    source.write_text("\n".join(json.dumps(article.as_object()) for article in make_story(size)), "utf-8")
    for (owner, name), call in kept.items():
        setattr(owner, name, timed(spent, name, call))
    try:
        begin = time.process_time()
        traced = api.trace_into(path, [str(source)], config=Config())
        with Ledger.open(path) as ledger:
            timed(spent, "export", export_jsonl)(ledger, folder / f"story{size}.out.jsonl")
            counts = dict(ledger.info().row_counts)
        total = time.process_time() - begin
    finally:
        for (owner, name), call in kept.items():
            setattr(owner, name, call)
    spent["beyond reading"] = total - spent.pop("read_document")
    rows = {name: counts[name] for name in ("story", "reuse", "altered_quotation", "statement", "claim", "claim_link")}
    print(f"{len(traced.documents)} articles, rows: {rows}, {path.stat().st_size / 1e6:.0f} MB", flush=True)
    return spent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES, metavar=("FEW", "MANY"))
    few, many = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder:
        small, large = measure(few, Path(folder)), measure(many, Path(folder))
    exponents = {name: log(max(large[name], 1e-3) / max(small[name], 1e-3)) / log(many / few) for name in large}
    for name, seconds in sorted(large.items(), key=lambda item: -item[1]):
        print(f"  {name:24s} {small[name]:8.2f} s {seconds:8.2f} s  n^{exponents[name]:.2f}")
    measured = {
        "seconds": large["beyond reading"],
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "exponent": exponents["beyond reading"],
    }
    ceilings = CEILINGS | json.loads(Path(__file__).with_name("floors.json").read_text("utf-8")).get("story_scale", {})
    missed = [name for name, value in measured.items() if value > ceilings[name]]
    for name, value in measured.items():
        print(f"{name} {value:.2f} (at most {ceilings[name]}){'  MISSED' if name in missed else ''}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
