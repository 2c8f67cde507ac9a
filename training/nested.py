"""Builds nested_*, englishes_* and newsroom_held.jsonl in data/ from the marked-up sentences of the .txt files there.

All sentences are invented. One line is the acts, a bar, and the sentence, in which [1s ...], [1c ...]
and [1k ...] mark source, cue and content of attribution 1, and so on; brackets nest. An act is a letter for the cue
class and + (affirmed), - (denied) or ~ (hedged), in the order of the numbers. Which part a sentence belongs to depends
on its words alone. Offsets are half-open code points. Imports: the standard library only.

usage: python -m training.nested
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import TypedDict

DATA = Path(__file__).with_name("data")
CLASSES = {
    "s": "say", "c": "claim", "r": "report", "d": "deny", "x": "decline", "u": "unreachable",
    "a": "ask", "b": "believe", "i": "intend", "h": "show", "e": "decree",
}  # fmt: skip
POLARITIES = {"+": "affirmed", "-": "denied", "~": "hedged"}
_ROLES = {"s": "source", "c": "cue", "k": "content"}
_MARK = re.compile(r"\[(\d)([sck]) ?|\]")

Ranges = list[tuple[int, int]]


class Labelled(TypedDict):
    """One attribution of a sentence; `parent` is the position of the one it stands in, None for outermost ones."""

    source: Ranges
    cue: Ranges
    content: Ranges
    parent: int | None
    polarity: str
    cue_class: str


class Example(TypedDict):
    """One sentence with its attributions, in the order of their numbers."""

    text: str
    attributions: list[Labelled]


def parse_line(line: str) -> Example:
    """Read one marked-up line.

    Raises:
        ValueError: Brackets do not match, or the acts do not fit the numbers.
    """
    acts, _, marked = line.partition(" | ")
    text, spans = _strip_marks(marked)
    numbers = sorted({number for number, _ in spans})
    if len(numbers) != len(acts.split()):
        raise ValueError(f"{len(acts.split())} acts for {len(numbers)} attributions in {line!r}")
    labelled = [_label(act, number, spans) for act, number in zip(acts.split(), numbers, strict=True)]
    for index, one in enumerate(labelled):
        one["parent"] = _parent(labelled, index)
    return {"text": text, "attributions": labelled}


def _strip_marks(marked: str) -> tuple[str, dict[tuple[int, str], Ranges]]:
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[int, str, int]] = []
    spans: dict[tuple[int, str], Ranges] = {}
    for match in _MARK.finditer(marked):
        pieces.append(marked[at : match.start()])
        length += len(pieces[-1])
        at = match.end()
        if match[1]:
            opened.append((int(match[1]), _ROLES[match[2]], length))
        elif opened:
            number, role, start = opened.pop()
            spans.setdefault((number, role), []).append((start, length))
        else:
            raise ValueError(f"a bracket closes nothing in {marked!r}")
    if opened:
        raise ValueError(f"a bracket is left open in {marked!r}")
    return "".join(pieces) + marked[at:], spans


def _label(act: str, number: int, spans: dict[tuple[int, str], Ranges]) -> Labelled:
    return {
        "source": sorted(spans.get((number, "source"), [])),
        "cue": sorted(spans.get((number, "cue"), [])),
        "content": sorted(spans[number, "content"]),
        "parent": None,
        "polarity": POLARITIES[act[1]],
        "cue_class": CLASSES[act[0]],
    }


def _parent(labelled: list[Labelled], index: int) -> int | None:
    """The smallest other content that holds the cue."""
    begin, end = labelled[index]["cue"][0]
    holding = [
        (stop - start, other)
        for other, one in enumerate(labelled)
        if other != index
        for start, stop in one["content"]
        if start <= begin and end <= stop
    ]
    return min(holding)[1] if holding else None


def is_held(text: str, parts: int) -> bool:
    """Tell whether a sentence belongs to the held-back one of so many parts: by its hash."""
    return sha256(text.encode()).digest()[0] % parts == (1 if parts == 2 else 0)


def main() -> None:
    """Write the parts of each file: held back are a half of nested, a third of englishes, and all of newsroom."""
    for file, parts in (("nested", 2), ("englishes", 3), ("newsroom", 1)):
        lines = (DATA / f"{file}.txt").read_text("utf-8").splitlines()
        examples = [parse_line(line) for line in lines if line.strip()]
        for name, held in ((f"{file}_dev", False), (f"{file}_held", True)):
            chosen = [example for example in examples if is_held(example["text"], parts) is held]
            if not chosen:
                continue
            rows = "".join(json.dumps(example, ensure_ascii=False) + "\n" for example in chosen)
            (DATA / f"{name}.jsonl").write_text(rows, encoding="utf-8")
            count = sum(len(example["attributions"]) for example in chosen)
            print(f"{name}: {len(chosen)} sentences, {count} attributions")


if __name__ == "__main__":
    main()
