"""Quality of the attribution rules; exits 1 when a figure is below its floor in floors.json.

PolNeAR's dev part (../shared, skipped with a word when absent) is scored by the shared scorer; the invented nested
sentences of training/data/nested_held.jsonl are scored here: hops, polarity and cue class.

usage: python bench/bench_attribution.py
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from headwater.attribution import find_attributions
from headwater.records import Attribution, Document, text_sha256

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
HELD = HERE.parent / "training" / "data" / "nested_held.jsonl"
FLOORS = HERE / "floors.json"
Ranges = list[list[int]]


def document_of(name: str, text: str) -> Document:
    fields = "url publisher headline byline dateline published_at modified_at retrieved_at language"
    nothing = dict.fromkeys(fields.split())
    return Document(
        doc_id=f"doc-{name}", record_id=name, location=name, media_type="text/plain", encoding="utf-8", text=text,
        text_sha256=text_sha256(text), revision_of=None, offset_map=(), **nothing,
    )  # fmt: skip


def as_json(found: Attribution) -> dict[str, Any]:
    return {
        "source": [[found.source.start, found.source.end]] if found.source else [],
        "cue": [[found.cue.start, found.cue.end]] if found.cue else [],
        "content": [[span.start, span.end] for span in found.content],
        "parent": found.parent_id,
        "polarity": found.polarity,
        "cue_class": found.cue_class,
    }


def polnear() -> dict[str, float]:
    """Return REL-SCC F1 in percent on PolNeAR dev and words a second of processor time."""
    part, scorer = SHARED / "data" / "polnear" / "dev", SHARED / "tools" / "score_attribution.py"
    if not scorer.is_file():
        print(f"skipped: {scorer} is not here")
        return {}
    rows, words, begun = [], 0, time.process_time()
    for path in sorted((part / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        words += len(text.split())
        found = find_attributions(document_of(path.stem, text))
        rows.append(json.dumps({"id": path.stem, "attributions": [as_json(one) for one in found]}) + "\n")
    seconds = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        pred.write_text("".join(rows), encoding="utf-8")
        command = [sys.executable, str(scorer), "--gold", str(part / "attributions"), "--text", str(part / "text")]
        done = subprocess.run([*command, "--pred", str(pred)], capture_output=True, text=True, check=True)
    print(done.stdout)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("REL-SCC ")]
    return {"polnear_dev_rules_rel_scc": float(line.split()[3]), "rules_words_per_s": words / seconds}


def overlap(left: Ranges, right: Ranges) -> float:
    ours = {at for start, end in left for at in range(start, end)}
    theirs = {at for start, end in right for at in range(start, end)}
    return len(ours & theirs) / max(len(ours), len(theirs)) if ours or theirs else 1.0


def nested() -> dict[str, float]:
    """Return hop F1, polarity accuracy and cue class accuracy on the held-back sentences."""
    hops = spurious = missed = right_polarity = right_class = matched = 0
    for line in HELD.read_text("utf-8").splitlines():
        example = json.loads(line)
        found = [as_json(one) for one in find_attributions(document_of("nested", example["text"]))]
        for gold in example["attributions"]:
            fits = [
                one
                for one in found
                if overlap(gold["content"], one["content"]) >= 0.5 and overlap(gold["source"], one["source"]) >= 0.5
            ]
            if fits:
                found.remove(fits[0])
                matched += 1
                right_polarity += fits[0]["polarity"] == gold["polarity"]
                right_class += fits[0]["cue_class"] == gold["cue_class"]
            if gold["parent"] is not None:
                is_hop = bool(fits) and fits[0]["parent"] is not None
                hops += is_hop
                missed += not is_hop
        spurious += sum(one["parent"] is not None for one in found)
    return {
        "nested_hop_f1": 2 * hops / (2 * hops + spurious + missed),
        "polarity_accuracy": right_polarity / matched,
        "cue_class_accuracy": right_class / matched,
    }


def main() -> int:
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    below = 0
    for name, value in (polnear() | nested()).items():
        floor = floors.get(name, 0.0)
        print(f"{name} {value:.3f} (floor {floor})")
        below += value < floor
    return int(below > 0)


if __name__ == "__main__":
    sys.exit(main())
