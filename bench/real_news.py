"""Sources of real news with who they mean, for bench_entities: offsets into the collections beside the checkout.

training/data/resolution_real_*.jsonl holds no text: PolNeAR articles by name, with one answer for each of their
annotated sources in reading order, and AllSides articles by id, with the ranges of sources that headwater found. An
answer is the range of the fullest form of a name in the article, null for an unnamed source, "skip" where the marked
words speak for nobody or for several.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.polnear import GoldRelation, load_articles

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
_LONGEST = 250  # code points of a source
_SKIP = "skip"

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sourced:
    """One article: its text, its sources with one content each, and whom they mean.

    Attributes:
        text: Document.text.
        sources: Half-open ranges, in reading order.
        contents: One range for each source.
        wanted: The name for each source, None for an unnamed one; sources without a key are not scored.
    """

    text: str
    sources: tuple[Range, ...]
    contents: tuple[Range, ...]
    wanted: dict[int, str | None]


def read_real(path: Path) -> Iterator[Sourced]:
    """Yield the articles of a set; nothing where the collections are missing."""
    if not SHARED.is_dir():
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = {row["name"] for row in rows if row["corpus"] == "polnear"}
    polnear = {a.name: a for a in load_articles(SHARED / "polnear" / "train") if a.name in named}
    lines = (SHARED / "allsides_stories.jsonl").read_text(encoding="utf-8").splitlines()
    allsides = {article["id"]: article["text"] for article in map(json.loads, lines)}
    for row in rows:
        if row["corpus"] == "polnear":
            article = polnear[row["name"]]
            text, pairs = article.text, _annotated(article.readings[0].relations)
        else:
            text = allsides[row["name"]]
            pairs = [((s[0], s[1]), (c[0], c[1])) for s, c in zip(row["sources"], row["contents"], strict=True)]
        answers = zip(row["answers"], pairs, strict=True)
        wanted = {k: text[slice(*a)] if a else None for k, (a, _) in enumerate(answers) if a != _SKIP}
        yield Sourced(text, tuple(s for s, _ in pairs), tuple(c for _, c in pairs), wanted)


def _annotated(relations: Sequence[GoldRelation]) -> list[tuple[Range, Range]]:
    """Return sources and contents as one range each, in order, overlapping and very long sources left out."""
    first: dict[Range, Range] = {}
    for relation in relations:
        if relation.source and relation.content:
            first.setdefault(_whole(relation.source), _whole(relation.content))
    kept: list[tuple[Range, Range]] = []
    for source, content in sorted(first.items()):
        if source[1] - source[0] < _LONGEST and (not kept or source[0] >= kept[-1][0][1]):
            kept.append((source, content))
    return kept


def _whole(ranges: Sequence[Range]) -> Range:
    return min(r[0] for r in ranges), max(r[1] for r in ranges)
