"""How well a reader does on a publisher it never saw: leave one publisher out.

`python -m training.publishers --data POLNEAR --scorer FILE --pretrained MINILM --runs FOLDER [--publishers NAME...]`.
For each publisher a small reader (four layers, few epochs) is trained on the training articles of the others and
measured on its own; beside it stands the same recipe trained on all publishers and measured on the development
articles. The figures are lower than those of the shipped weights: what counts is the distance between the two.
Runs that are done are not repeated. Imports torch through the programs it starts.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from headwater.models import Reader
from training.evaluate import Development, Scorer, summary
from training.polnear import load_articles, publisher

LAYERS = ("0", "1", "3", "5")
FIGURES = ("REL-SCC", "REL-SC", "REL-C", "SRC|C", "REL-C content=direct", "REL-C content=indirect")


def train(options: argparse.Namespace, without: str) -> Path:
    """Train and export one reader, unless that is done; return the folder of its weights."""
    run: Path = options.runs / (f"without-{without}" if without else "with-all")
    weights = run / "weights"
    if not (weights / "metadata.json").is_file():
        program = [sys.executable, "-m"]
        chosen = ["--run", str(run), "--pretrained", str(options.pretrained)]
        recipe = ["--epochs", str(options.epochs), "--without", without, "--layers", *LAYERS]
        subprocess.run([*program, "training.train", "--data", str(options.data), *chosen, *recipe], check=True)
        subprocess.run([*program, "training.export", *chosen, "--out", str(weights)], check=True)
    return weights


def measure(weights: Path, scorer: Scorer, folder: Path, wanted: str) -> dict[str, float]:
    """Measure on one part's articles of one publisher, at even chances of the judge."""
    reader = Reader.load(weights)
    development = Development(reader, scorer, folder, only=wanted)
    return summary(development.report(np.array(reader.metadata.calibration), reader.metadata.f1_threshold))


def main() -> None:
    """Parse the command line, train and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "scorer", "pretrained", "runs"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=2.0)
    parser.add_argument("--publishers", nargs="*", help="which to leave out, one after the other; all by default")
    options = parser.parse_args()
    scorer = Scorer(options.scorer)
    names = sorted({publisher(article) for article in load_articles(options.data / "dev")})
    everywhere = train(options, "")
    for name in options.publishers or names:
        unseen = measure(train(options, name), scorer, options.data / "train", name)
        seen = measure(everywhere, scorer, options.data / "dev", name)
        figures = {figure: (unseen[figure], seen[figure]) for figure in FIGURES}
        print(json.dumps({"publisher": name, "(left out, on train) (included, on dev)": figures}), flush=True)


if __name__ == "__main__":
    main()
