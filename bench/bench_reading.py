"""`headwater annotate` end to end on PolNeAR's 84 development articles: quality by the shared scorer, words a second.

Needs ../shared beside the checkout; without it nothing is measured and that is said. Words are white-space separated;
seconds are wall time of the command in a new process with both cores, start included.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"


def main() -> int:
    dev = SHARED / "data" / "polnear" / "dev"
    if not dev.is_dir():
        print(f"bench_reading: no PolNeAR in {SHARED}; nothing measured")
        return 0
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))["reading"]
    words = sum(len(path.read_text("utf-8").split()) for path in (dev / "text").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        out, answer = Path(folder, "pred.jsonl"), Path(folder, "score.json")
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "headwater", "annotate", str(dev / "text"), "-o", str(out)], check=True)
        seconds = time.perf_counter() - begin
        scorer = [sys.executable, str(SHARED / "tools" / "score_attribution.py"), "--gold", str(dev / "attributions")]
        command = [*scorer, "--text", str(dev / "text"), "--pred", str(out), "--json", str(answer)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        score = json.loads(answer.read_text("utf-8"))
    failed = 0
    for name, value in {**_quality(score), "words_per_second": words / seconds}.items():
        holds = value >= floors[name]
        failed += not holds
        print(f"  {name:20s} {value:9.2f}  floor {floors[name]}{'' if holds else '  BELOW'}")
    return 1 if failed else 0


def _quality(score: dict[str, dict[str, float]]) -> dict[str, float]:
    figures = {f"rel_{key.lower()}": score[f"REL-{key}"]["F1"] for key in ("SC", "SCC")}
    figures["source_given_content"] = score["SRC|C"]["acc"]
    recall = {"direct": "content=direct", "indirect": "content=indirect", "no_source": "source=none"}
    figures |= {f"recall_{name}": score[f"REL-C recall {kind}"]["R"] for name, kind in recall.items()}
    return {name: 100 * value for name, value in figures.items()}


if __name__ == "__main__":
    sys.exit(main())
