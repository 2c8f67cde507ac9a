"""Measure exported weights on PolNeAR's development part, and calibrate their scores there.

`python -m training.evaluate --weights FOLDER --data POLNEAR --scorer score_attribution.py [--calibrate]`. With
--calibrate, metadata.json gets new calibration weights and thresholds. The test part is never read.
"""

import argparse
import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from headwater.models import Reader, Relation
from training.polnear import Article, load_articles, publisher

Floats = npt.NDArray[np.float64]
Evidenced = tuple[Relation, tuple[float, ...]]
Report = dict[str, dict[str, float]]

STRICT_PRECISION = 0.825  # half a point above what is promised
FLAT = 0.003  # relation F1, well inside the noise of 84 articles
PENALTY = 0.01  # ridge on the calibration's weights
BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One predicted relation and whether a gold one agrees with it.

    Attributes:
        relation: The prediction.
        evidence: The calibration's inputs.
        speaks: Source and content agree with one gold attribution, one to one.
    """

    relation: Relation
    evidence: tuple[float, ...]
    speaks: bool


class Scorer:
    """The scoring tool, imported from its file, so that its rules are the only rules."""

    def __init__(self, path: Path) -> None:
        spec = importlib.util.spec_from_file_location("score_attribution", path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(path)
        self.tool: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.tool)

    def gold(self, article: Article, folder: Path) -> tuple[Any, list[Any]]:
        """Return the tool's document and gold attributions of one article."""
        tool = self.tool
        readings = {
            reading.annotator: tool.read_ann(str(folder / "attributions" / f"{article.name}_{reading.annotator}.ann"))
            for reading in article.readings
        }
        relations, discarded = readings[tool.medoid(article.text, readings)]
        document = tool.Doc(article.text, discarded)
        return document, tool.build(document, relations)

    def agreeing(self, gold: list[Any], predicted: list[Any], roles: tuple[str, ...]) -> set[int]:
        """Return which predictions agree with a gold attribution in the given roles, one to one."""
        pairs = self.tool.matching(gold, predicted, lambda g, p: all(self.tool.agree(g, p, role) for role in roles))
        return {second for _, second in pairs}


def as_roles(relation: Relation) -> dict[str, list[tuple[int, int]]]:
    """Return a relation as the scorer reads it."""
    return {
        "source": [relation.source] if relation.source else [],
        "cue": [relation.cue] if relation.cue else [],
        "content": list(relation.content),
    }


def judge_article(scorer: Scorer, document: Any, gold: list[Any], found: Sequence[Evidenced]) -> list[Judged]:
    """Mark each relation found in one article right or wrong; those wholly inside discarded text are left out."""
    built = [scorer.tool.build(document, [as_roles(relation)]) for relation, _ in found]
    kept = [(pair, views[0]) for pair, views in zip(found, built, strict=True) if views]
    views = [view for _, view in kept]
    speaks = scorer.agreeing(gold, views, ("source", "content"))
    return [
        Judged(relation=relation, evidence=evidence, speaks=index in speaks)
        for index, ((relation, evidence), _) in enumerate(kept)
    ]


def calibrate(inputs: Floats, right: Floats) -> Floats:
    """Fit a logistic regression; the last weight is the constant.

    Args:
        inputs: Evidence, (n, k).
        right: 1 where the relation is right, (n,).

    Returns:
        k + 1 weights.
    """
    padded = np.column_stack([inputs, np.ones(len(inputs))])

    def loss(weights: Floats) -> tuple[float, Floats]:
        logits = padded @ weights
        expected = 1.0 / (1.0 + np.exp(-logits))
        value = np.mean(np.logaddexp(0.0, logits) - right * logits) + PENALTY * np.sum(weights[:-1] ** 2) / 2
        gradient = padded.T @ (expected - right) / len(right)
        gradient[:-1] += PENALTY * weights[:-1]
        return float(value), gradient

    return np.asarray(minimize(loss, np.zeros(padded.shape[1]), jac=True, method="L-BFGS-B").x)


def scores(inputs: Floats, weights: Floats) -> Floats:
    """Return the chance of being right, (n,), from evidence (n, k) and k + 1 weights."""
    return np.asarray(1.0 / (1.0 + np.exp(-(inputs @ weights[:-1] + weights[-1]))))


def calibration_error(predicted: Floats, right: Floats) -> float:
    """Expected calibration error in BINS bins of equal width."""
    bins = np.minimum((predicted * BINS).astype(int), BINS - 1)
    error = 0.0
    for index in range(BINS):
        inside = bins == index
        if inside.any():
            error += inside.mean() * abs(predicted[inside].mean() - right[inside].mean())
    return float(error)


def held_out_error(inputs: Floats, right: Floats, groups: npt.NDArray[np.int64], folds: int = 5) -> float:
    """Calibration error when every article is scored by weights fitted on the others."""
    predicted = np.zeros(len(right))
    for fold in range(folds):
        test = groups % folds == fold
        predicted[test] = scores(inputs[test], calibrate(inputs[~test], right[~test]))
    return calibration_error(predicted, right)


class Development:
    """The development part, read once by one reader."""

    def __init__(self, reader: Reader, scorer: Scorer, folder: Path, *, only: str = "") -> None:
        """Read a part's articles; all of them, or `only` one publisher's."""
        self.scorer = scorer
        self.gold: list[tuple[Any, list[Any]]] = []
        self.found: list[tuple[Evidenced, ...]] = []
        for article in load_articles(folder):
            if only and publisher(article) != only:
                continue
            self.gold.append(scorer.gold(article, folder))
            self.found.append(reader.read_with_evidence(article.text))

    def report(self, weights: Floats, threshold: float) -> Report:
        """Return the scorer's whole report for the relations scored at least `threshold` by these weights."""
        tool = self.scorer.tool
        parts = []
        for (document, gold), found in zip(self.gold, self.found, strict=True):
            kept = [as_roles(relation) for relation, evidence in found if chance(evidence, weights) >= threshold]
            parts.append((1.0, tool.score_doc(document, gold, tool.build(document, kept))))
        return cast("Report", tool.report(parts, 0))

    def judged(self) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
        """Return evidence (n, k), whether source and content are right (n,), and the article's number (n,)."""
        rows = [
            (number, judged)
            for number, ((document, gold), found) in enumerate(zip(self.gold, self.found, strict=True))
            for judged in judge_article(self.scorer, document, gold, found)
        ]
        inputs = np.array([judged.evidence for _, judged in rows])
        right = np.array([float(judged.speaks) for _, judged in rows])
        return inputs, right, np.array([number for number, _ in rows])


def chance(evidence: Sequence[float], weights: Floats) -> float:
    """Return the calibrated chance of one relation."""
    return float(scores(np.array([evidence]), weights)[0])


def choose_thresholds(development: Development, weights: Floats) -> tuple[float, float]:
    """Choose the threshold for relation F1 and the one for source precision.

    Returns:
        The lowest score whose relation F1 is within FLAT of the greatest, for F1 hardly moves over a wide range in
        which recall does; and the lowest score above it of the wanted source precision.
    """
    reports = {step / 100: development.report(weights, step / 100) for step in range(30, 76, 2)}
    greatest = max(report["REL-SCC"]["F1"] for report in reports.values())
    loose = min(step for step, report in reports.items() if report["REL-SCC"]["F1"] >= greatest - FLAT)
    precise = (step for step, report in reports.items() if step > loose and report["REL-SC"]["P"] >= STRICT_PRECISION)
    return loose, min(precise, default=0.9)


def summary(report: Report) -> dict[str, float]:
    """Return the figures that are promised, in percent."""
    figures = {name: report[name]["F1"] for name in ("REL-SCC", "REL-SC", "REL-CC", "REL-C")}
    figures |= {f"{name} precision": report[name]["P"] for name in ("REL-SCC", "REL-SC")}
    figures |= {f"{name} recall": report[name]["R"] for name in ("REL-SCC", "REL-SC")}
    figures["SRC|C"] = report["SRC|C"]["acc"]
    for kind in ("content=direct", "content=mixed", "content=indirect", "source=none"):
        figures[f"REL-C {kind}"] = report[f"REL-C recall {kind}"]["R"]
    figures["REL-SC source=none"] = report["REL-SC recall source=none"]["R"]
    figures |= {f"token {role}": report[f"TOK {role}"]["F1"] for role in ("source", "cue", "content")}
    return {name: round(100.0 * value, 1) for name, value in figures.items()}


def main() -> None:
    """Parse the command line, measure, and calibrate where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds train/ and dev/")
    parser.add_argument("--scorer", type=Path, required=True, help="score_attribution.py")
    parser.add_argument("--calibrate", action="store_true", help="fit scores and thresholds, write metadata.json")
    options = parser.parse_args()
    reader = Reader.load(options.weights, threads=1)
    development = Development(reader, Scorer(options.scorer), options.data / "dev")
    path = options.weights / "metadata.json"
    held = json.loads(path.read_text("utf-8"))
    inputs, right, groups = development.judged()
    weights = np.array(held["calibration"])
    if options.calibrate:
        weights = calibrate(inputs, right).round(4)
        held["calibration"] = weights.tolist()
        held["f1_threshold"], held["strict_threshold"] = choose_thresholds(development, weights)
    held["dev"] = {
        "f1": summary(development.report(weights, held["f1_threshold"])),
        "strict": summary(development.report(weights, held["strict_threshold"])),
        "calibration_error": round(calibration_error(scores(inputs, weights), right), 4),
        "calibration_error_held_out": round(held_out_error(inputs, right, groups), 4),
    }
    if options.calibrate:
        path.write_text(json.dumps(held, indent=1) + "\n", "utf-8")
    print(json.dumps({name: held[name] for name in ("f1_threshold", "strict_threshold", "dev")}, indent=1))


if __name__ == "__main__":
    main()
