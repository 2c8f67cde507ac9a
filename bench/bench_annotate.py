"""Times and quantities: exact intervals on development and held-back sentences, speed, and growth on hostile input.

usage: python bench/bench_annotate.py [dev]      with "dev" the errors on the development sentences are listed

The second development sets were written from the method before the code met them; at that first look times were right
at .849 and quantities at .804 (general causes were then mended, so these figures no longer speak for unseen text).
held2 was written after that: .806 and .925 at first sight, the causes again mended.
held3, times alone, came next: .964 at first sight, nothing mended for it. dev3 was written from the method alone to be
hard: times .794 and quantities .902 at first sight, the causes mended since. held4 (times) and held3 (quantities) were
written like ordinary news of many countries and measured once after that: .948 and .981.

A right interval is one that overlaps the marked words and has exactly their bounds; what is found elsewhere counts
as an error too, so accuracy = right / (marked + spurious). Exits 1 below a floor.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from headwater.annotation import annotate_quantities, annotate_times
from headwater.records import Document

DATA = Path(__file__).resolve().parents[1] / "training" / "data"
FLOORS = {
    "times dev": 0.90, "times held": 0.90, "times dev2": 0.95, "quantities dev": 0.92, "quantities held": 0.92,
    "quantities dev2": 0.92, "times held2": 0.90, "times held3": 0.90, "quantities held2": 0.92,
    "times dev3": 0.97, "quantities dev3": 0.96, "times held4": 0.92, "quantities held3": 0.95,
    "times MB/s": 1.0, "quantities MB/s": 1.0,
}  # fmt: skip
MAX_RATIO = 2.3
Found = tuple[int, int, tuple[object, ...]]

# Each family repeats one run of words; a grammar that looks around without a bound grows faster than the text.
PUMPS: dict[str, str] = {
    "digits": "1 ",
    "long number": "1",
    "grouped digits": "1,000,",
    "spelled numbers": "one hundred and ",
    "scales": "million ",
    "bounds": "at least more than ",
    "hyphens": "1-",
    "fractions": "two-thirds of a ",
    "weekdays": "Monday to ",
    "parts": "early late the end of ",
    "months": "March 4, ",
    "loose marks": "1, 500 . ",
}


def document(text: str, published_at: str | None = "2026-03-04") -> Document:
    return Document(
        doc_id="d", record_id="d", location="-", url=None, publisher=None, headline=None, byline=None, dateline=None,
        published_at=published_at, modified_at=None, retrieved_at=None, language="en", media_type="text/plain",
        encoding="utf-8", text=text, text_sha256="", revision_of=None, offset_map=(),
    )  # fmt: skip


def found_times(text: str, row: dict[str, object]) -> list[Found]:
    day, country = str(row["published_at"]), str(row["country"])
    times = annotate_times(document(text, day), country=country)
    return [(t.span.start, t.span.end, (t.begin, t.end)) for t in times]


def found_quantities(text: str, row: dict[str, object]) -> list[Found]:
    del row  # numbers need no day and no country
    return [(q.span.start, q.span.end, _bounds(q.lower, q.upper)) for q in annotate_quantities(document(text))]


def _bounds(lower: object, upper: object) -> tuple[object, ...]:
    return tuple(round(v, 6) if isinstance(v, int | float) else None for v in (lower, upper))


def _marked(text: str, row: dict[str, object], kind: str) -> list[Found]:
    marks: list[Found] = []
    at = 0
    for entry in cast("list[dict[str, Any]]", row[kind]):
        start = text.index(entry["text"], at)
        at = start + len(entry["text"])
        value = (entry["begin"], entry["end"]) if kind == "times" else _bounds(entry["lower"], entry["upper"])
        marks.append((start, at, value))
    return marks


def score(kind: str, part: str, finder: Callable[[str, dict[str, object]], list[Found]], *, verbose: bool) -> float:
    right = wanted = spurious = 0
    for line in (DATA / f"{kind}_{part}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        marks, found = _marked(row["text"], row, kind), finder(row["text"], row)
        hits = [m for m in marks if any(f[0] < m[1] and m[0] < f[1] and f[2] == m[2] for f in found)]
        extra = [f for f in found if not any(f[0] < m[1] and m[0] < f[1] for m in marks)]
        right, wanted, spurious = right + len(hits), wanted + len(marks), spurious + len(extra)
        if verbose and (len(hits) < len(marks) or extra):
            print(row["text"])
            print("   wanted", [(row["text"][a:b], v) for a, b, v in marks if (a, b, v) not in hits])
            print("   found ", [(row["text"][a:b], v) for a, b, v in found])
    accuracy = right / (wanted + spurious)
    print(f"{kind} {part}: {right} of {wanted} right, {spurious} spurious, accuracy {accuracy:.3f}")
    return accuracy


def megabytes_a_second(annotate: Callable[[Document], object]) -> float:
    """Speed on a megabyte of the sentences of all sets; they are denser in times and numbers than news is."""
    lines = [json.loads(line)["text"] for path in sorted(DATA.glob("*_*.jsonl")) if path.stem.split("_")[0] in
             {"times", "quantities"} for line in path.read_text("utf-8").splitlines()]  # fmt: skip
    filler = "The keeper of the lock told nobody what the water had carried down from the hills that evening. "
    text = "\n".join(line + " " + filler * 4 for line in lines)
    text *= max(1, 1_000_000 // len(text))
    best = min(_seconds(annotate, text) for _ in range(3))
    return len(text.encode()) / 1e6 / best


def _seconds(annotate: Callable[[Document], object], text: str) -> float:
    """Processor time of one document; the garbage collector's pauses depend on what else is loaded, so it waits."""
    made = document(text)
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        annotate(made)
        return time.process_time() - begin
    finally:
        gc.enable()


def worst_ratio(annotate: Callable[[Document], object]) -> tuple[str, float]:
    """The largest growth per doubling over all families: three doublings, best of five runs of each size.

    The sizes take turns, so that a busy moment of the machine touches both. tests/annotation counts the calls made
    instead of the time, which no neighbour can disturb.
    """
    worst = ("", 0.0)
    for name, unit in PUMPS.items():
        # Families that are read in no time need longer texts, or the clock's grain is all that is measured.
        once = max(_seconds(annotate, unit * (8_000 // len(unit))), 1e-4)
        base = round(8_000 * min(20.0, max(1.0, 0.02 / once))) // len(unit)
        runs = [(_seconds(annotate, unit * base), _seconds(annotate, unit * 8 * base)) for _ in range(5)]
        short, long = (min(times) for times in zip(*runs, strict=True))
        ratio = (long / max(short, 1e-3)) ** (1 / 3)
        worst = max(worst, (name, ratio), key=lambda pair: pair[1])
    return worst


def main(arguments: list[str]) -> int:
    failed = []
    parts = ("dev", "dev2", "dev3") if "dev" in arguments else ("dev", "dev2", "dev3", "held", "held2")
    measured: dict[str, float] = {}
    for part in parts:
        measured[f"times {part}"] = score("times", part, found_times, verbose="dev" in arguments)
        measured[f"quantities {part}"] = score("quantities", part, found_quantities, verbose="dev" in arguments)
    if "dev" not in arguments:
        for part in ("held3", "held4"):
            measured[f"times {part}"] = score("times", part, found_times, verbose=False)
        measured["quantities held3"] = score("quantities", "held3", found_quantities, verbose=False)
    for name, annotate in (("times", annotate_times), ("quantities", annotate_quantities)):
        measured[f"{name} MB/s"] = megabytes_a_second(annotate)
        print(f"{name}: {measured[f'{name} MB/s']:.2f} MB a second")
        family, ratio = worst_ratio(annotate)
        print(f"{name}: worst growth per doubling {ratio:.2f} ({family})")
        if ratio >= MAX_RATIO:
            failed.append(f"{name} grows by {ratio:.2f} per doubling on {family}")
    failed += [
        f"{name} {measured[name]:.3f} < {floor}" for name, floor in FLOORS.items() if measured.get(name, 9) < floor
    ]
    print("; ".join(failed) or "all floors hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
