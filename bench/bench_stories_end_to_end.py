"""The whole path on invented stories (bench/stories): means over the stories of dev and of held; exits 1 below a floor.

Every story is traced from raw text by itself and scored by the shared scorer (../shared/tools/score_provenance.py);
without it nothing is measured and that is said. A set's figure is the mean over its stories, so that a long story does
not count for more than a short one; a measure that a story has nothing for (no disagreement, no derivation) is left out
of its mean. `overcount` is better when lower.

usage: python bench/bench_stories_end_to_end.py [dev|held]... [-v]      -v adds a line for each story
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).parent
STORIES = HERE / "stories"
SCORER = HERE.parent.parent / "shared" / "tools" / "score_provenance.py"
HEADWATER = [sys.executable, "-m", "headwater", "-q"]
# measure -> where it stands in the scorer's answer, and the bar it is held against
MEASURES: dict[str, tuple[tuple[str, ...], float]] = {
    "mention_recall": (("mention_recall",), 0.70),
    "grouping_f1": (("grouping", "f1"), 0.60),
    "root_accuracy": (("root_accuracy",), 0.78),
    "chain_accuracy": (("chain_accuracy",), 0.50),
    "min_exact": (("min_exact",), 0.65),
    "max_within_1": (("max_within_1",), 0.60),
    "intervals_meet": (("intervals_meet",), 0.90),
    "overcount": (("overcount",), 0.03),
    "bottleneck": (("bottleneck",), 0.75),
    "discrepancy_f1": (("discrepancy", "f1"), 0.55),
    "derivation_f1": (("derivation", "f1"), 0.60),
}
LOWER_IS_BETTER = {"overcount"}


def main(arguments: list[str]) -> int:
    there = sorted(folder.name for folder in STORIES.iterdir() if any(folder.glob("*.json")))
    sets = [name for name in there if name in arguments] or there
    if not SCORER.exists():
        print(f"bench_stories_end_to_end: no scorer at {SCORER}; nothing measured")
        return 0
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))
    below = 0
    for name in sets:
        golds = sorted((STORIES / name).glob("*.json"))
        scores = {gold.stem: _score(gold) for gold in golds}
        print(f"{name}: {len(golds)} stories, mean over stories")
        below += _report(scores, floors[f"stories_{name}"], each="-v" in arguments)
    return 1 if below else 0


def _score(gold: Path) -> dict[str, float | None]:
    """Trace one story from its documents and score what is exported; None where the story has nothing to score."""
    with tempfile.TemporaryDirectory() as folder:
        ledger, out, answer = Path(folder, "story.hw.db"), Path(folder, "story.jsonl"), Path(folder, "score.json")
        run = [*HEADWATER, "trace", str(gold.with_suffix(".docs.jsonl")), "--ledger", str(ledger)]
        subprocess.run(run, check=True)
        subprocess.run([*HEADWATER, "export", str(ledger), "--format", "jsonl", "-o", str(out)], check=True)
        scorer = [sys.executable, str(SCORER), "--gold", str(gold), "--pred", str(out), "--json", str(answer)]
        subprocess.run(scorer, check=True, stdout=subprocess.DEVNULL)
        score = json.loads(answer.read_text("utf-8"))
    return {name: _value(score, keys) for name, (keys, _) in MEASURES.items()}


def _value(score: dict[str, Any], keys: tuple[str, ...]) -> float | None:
    found: Any = score
    for key in keys:
        if isinstance(found, dict) and found.get("gold") == 0:
            return None
        found = found[key]
    return None if found is None else float(found)


def _report(scores: dict[str, dict[str, float | None]], floors: dict[str, float], *, each: bool) -> int:
    """Print one line a measure; returns how many means are on the wrong side of their floor."""
    below = 0
    for name, (_, bar) in MEASURES.items():
        values = {story: score[name] for story, score in scores.items()}
        average = mean(value for value in values.values() if value is not None)
        lower = name in LOWER_IS_BETTER
        holds = average <= floors[name] if lower else average >= floors[name]
        reached = average <= bar if lower else average >= bar
        shown = "  ".join(f"{story} {'-' if v is None else f'{v:.2f}'}" for story, v in values.items()) if each else ""
        print(
            f"  {name:15s} {average:6.3f}  bar {bar:.2f}{' ' if reached else '*'} "
            f"{'ceiling' if lower else 'floor'} {floors[name]}{'' if holds else '  BELOW'}  {shown}".rstrip()
        )
        below += not holds
    return below


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
