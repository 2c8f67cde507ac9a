"""The whole path on hand-labelled stories: quality against the gold, seconds and peak memory; exits 1 below a floor.

Needs ../shared beside the checkout; without it nothing is measured and that is said. Quality comes from the shared
scorer (score_provenance.py) on `headwater export --format jsonl`; it is deterministic. Seconds are wall time of
`headwater trace` in a new process, memory its peak resident size.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
HEADWATER = [sys.executable, "-m", "headwater"]
# measure -> where it stands in the scorer's answer; all are better when higher, `overcount` excepted
QUALITY = {
    "mention_recall": ("mention_recall",),
    "grouping_f1": ("grouping", "f1"),
    "root_accuracy": ("root_accuracy",),
    "chain_accuracy": ("chain_accuracy",),
    "min_exact": ("min_exact",),
    "max_within_1": ("max_within_1",),
    "intervals_meet": ("intervals_meet",),
    "bottleneck": ("bottleneck",),
    "discrepancy_f1": ("discrepancy", "f1"),
    "derivation_f1": ("derivation", "f1"),
}


def main() -> int:
    gold = sorted((SHARED / "data" / "gold_stories").glob("*.docs.jsonl"))
    if not gold:
        print(f"bench_trace: no gold stories in {SHARED}; nothing measured")
        return 0
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))["trace"]
    exported, seconds = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        for docs in gold:
            ledger, out = Path(folder, docs.stem + ".hw.db"), Path(folder, docs.stem + ".jsonl")
            begin = time.perf_counter()
            subprocess.run([*HEADWATER, "-q", "trace", str(docs), "--ledger", str(ledger)], check=True)
            seconds += time.perf_counter() - begin
            subprocess.run([*HEADWATER, "-q", "export", str(ledger), "--format", "jsonl", "-o", str(out)], check=True)
            exported.append(out.read_text("utf-8"))
        pred, answer = Path(folder, "all.jsonl"), Path(folder, "score.json")
        pred.write_text("".join(exported), "utf-8")
        stories = [str(docs.with_name(docs.name.replace(".docs.jsonl", ".json"))) for docs in gold]
        scorer = [sys.executable, str(SHARED / "tools" / "score_provenance.py"), "--gold", *stories]
        subprocess.run([*scorer, "--pred", str(pred), "--json", str(answer)], check=True, stdout=subprocess.DEVNULL)
        score = json.loads(answer.read_text("utf-8"))
    memory_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    failed = 0
    for name, keys in QUALITY.items():
        value = score
        for key in keys:
            value = value[key]
        failed += _report(name, value, floors[name], higher=True)
    failed += _report("overcount", score["overcount"], floors["overcount"], higher=False)
    failed += _report("seconds", seconds, floors["seconds"], higher=False)
    failed += _report("memory_mb", memory_mb, floors["memory_mb"], higher=False)
    return 1 if failed else 0


def _report(name: str, value: float, floor: float, *, higher: bool) -> int:
    holds = value >= floor if higher else value <= floor
    print(f"  {name:16s} {value:8.3f}  {'floor' if higher else 'ceiling'} {floor}{'' if holds else '  BELOW'}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
