"""Wire and credit markers against PolNeAR's metadata (train and dev; data beside the checkout, never in it).

usage: python bench/bench_credits.py [-v]        with -v every disagreement is listed

A document counts as credited when its metadata names a wire or a credit; headwater is given the text alone, no byline
field. Recall is bounded: most credits the metadata holds were cut from the texts. `credits_precision` counts the
metadata as right even where the text credits somebody it leaves out, which bounds it at .925; `credits_precision_read`
counts the texts of CREDITED as credited, which is what a reader of their last lines says. Exits 1 below the floors in
floors.json.
"""

import csv
import dataclasses
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for the script beside this file

from bench.bench_entities import document

from headwater.entities import publisher_of, resolve_document
from headwater.lexicon.outlets import OutletList

POLNEAR = Path(__file__).resolve().parents[2] / "shared" / "data" / "polnear"
_NONE = frozenset(("", "None", "NA"))
# Every disagreement was read: each of these texts has a line of its own that credits somebody ("h/t" and a name, or a
# dash and an agency's name), and their metadata name nobody.
CREDITED = frozenset(
    (
        "breitbart_2015-12-11_trump-cruz-has-to-come-a-long-wa",
        "breitbart_2016-07-05_ryan-anti-semitic-images-have-no",
        "wash-post_2016-07-03_trump-tweet-that-blasts-clinton-",
        "west-journal_2016-03-11_breaking-bernie-sanders-just-got",
        "west-journal_2016-03-19_revealed-here-are-the-conservati",
        "west-journal_2016-06-11_private-meeting-between-clinton-",
    )
)


def main() -> int:
    """Print precision and recall beside their floors; return 1 when one is below, 0 without the data."""
    if not POLNEAR.is_dir():
        sys.stdout.write("no PolNeAR beside the checkout: nothing measured\n")
        return 0
    outlets, verbose = OutletList.load(), "-v" in sys.argv
    right = wrong = missed = unlisted = 0
    with (POLNEAR / "metadata.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["compartment"] in {"train", "dev"}]
    for row in rows:
        text = (POLNEAR / row["compartment"] / "text" / f"{row['filename']}.txt").read_text(encoding="utf-8")
        doc = dataclasses.replace(document(text), publisher=row["publisher"])
        found = resolve_document(doc, (), outlets).credits
        wanted = row["credit"] not in _NONE or row["wire"] not in _NONE
        right, wrong = right + bool(found and wanted), wrong + bool(found and not wanted)
        missed += bool(wanted and not found)
        unlisted += bool(found and not wanted and row["filename"] in CREDITED)
        if verbose and bool(found) != wanted:
            words = [c.span.quote(text)[:60] if c.span else c.rule for c in found]
            known = publisher_of(doc, outlets)
            sys.stdout.write(f"{row['filename']} ({known.name if known else '?'}): found {words}, wanted {wanted}\n")
    figures = {
        "credits_precision": right / max(1, right + wrong),
        "credits_precision_read": (right + unlisted) / max(1, right + wrong),
        "credits_recall": right / max(1, right + missed),
    }
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    for name, value in figures.items():
        sys.stdout.write(f"{name} {value:.3f} (floor {floors.get(name)})\n")
    return int(any(value < floors.get(name, 0.0) for name, value in figures.items()))


if __name__ == "__main__":
    sys.exit(main())
