"""Statements of invented events grouped by what they state: what the comparison of statements is trained on.

training/data/matters/*.txt hold scenarios (`# scenario: name | domain | English`), each with its matters
(`## matter: what`), and under each matter the sentences that state it, the statement in square brackets. Two statements
of one matter say the same thing about the same matter, also with other numbers or denying it; statements of two matters
do not. training/data/groups.jsonl does the same for statements of real news as headwater cut them, two to five
articles a story: only offsets and group numbers; the texts are AllSides'. ECB+ serves beside them: words around the
mentions of one event, by subtopic. Offsets are half-open code points. Imports: the standard library only.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).with_name("data") / "matters"
GROUPS = Path(__file__).with_name("data") / "groups.jsonl"
BEFORE, AFTER = 5, 7  # words of an ECB+ sentence around the event's own word, itself the first of AFTER
FEWEST = 5  # mentions a subtopic needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence and the statement [start, end) in it; statements with equal `matter` within a set are one matter."""

    text: str
    start: int
    end: int
    matter: str

    @property
    def words(self) -> str:
        """The statement itself."""
        return self.text[self.start : self.end]


def read_scenarios(path: Path) -> Iterator[list[Told]]:
    """Yield the scenarios of one file, each as its statements.

    Raises:
        ValueError: A line has not exactly one pair of brackets, or stands before the first matter.
    """
    scenario: list[Told] = []
    matter = ""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("# "):
            if scenario:
                yield scenario
            scenario, matter = [], ""
        elif line.startswith("## "):
            matter = f"{number}"
        elif line.strip():
            if line.count("[") != 1 or line.count("]") != 1 or line.index("[") > line.index("]") or not matter:
                raise ValueError(f"{path.name}, line {number}: one statement in brackets under a matter is wanted")
            before, _, rest = line.strip().partition("[")
            inside, _, after = rest.partition("]")
            start = len(before)
            scenario.append(Told(text=before + inside + after, start=start, end=start + len(inside), matter=matter))
    if scenario:
        yield scenario


def all_scenarios() -> dict[str, list[list[Told]]]:
    """Return every file's scenarios by its name."""
    return {path.stem: list(read_scenarios(path)) for path in sorted(DATA.glob("*.txt"))}


def read_groups(path: Path) -> dict[str, list[Told]]:
    """Return statements of real stories by story; one that is alone in its matter has a matter of its own.

    training/data/groups.jsonl holds for each story its statements as [article, start, end, group]: offsets into the
    article's title, an empty line and its text; group 0 is alone, none is too badly cut to say.

    Args:
        path: allsides_stories.jsonl.
    """
    return {
        story: [one for one, group in found if group is not None] for story, found in _statements(GROUPS, path).items()
    }


def read_cut(cut: Path, path: Path) -> dict[str, list[Told]]:
    """Return statements of stories nobody grouped, each of a matter of its own.

    Args:
        cut: Statements by story, as groups.jsonl has them.
        path: allsides_stories.jsonl.
    """
    return {story: [one for one, _ in found] for story, found in _statements(cut, path).items()}


def _statements(cut: Path, path: Path) -> dict[str, list[tuple[Told, int | None]]]:
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    texts = {row["id"]: f"{row['title']}\n\n{row['text']}" for row in rows}
    found: dict[str, list[tuple[Told, int | None]]] = {}
    for line in cut.read_text("utf-8").splitlines():
        story = json.loads(line)
        found[str(story["story"])] = [
            (Told(text=texts[article], start=start, end=end, matter=f"{group or f'alone {number}'}"), group)
            for number, (article, start, end, group) in enumerate(story["statements"])
        ]
    return found


def read_events(path: Path) -> list[list[Told]]:
    """Return the event mentions of ECB+ by subtopic, each with a few words around it; reporting verbs are left out.

    Args:
        path: ecbplus_stories.jsonl.
    """
    subtopics: dict[str, list[Told]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        for begin, end in (row["sentences"][index] for index in row["selected_sentences"]):
            sentence = row["text"][begin:end]
            words = [match.span() for match in re.finditer(r"\S+", sentence)]
            for event in row["events"]:
                if not event["selected"] or "REPORTING" in event["tag"] or not begin <= event["start"] < end:
                    continue
                at = next((k for k, word in enumerate(words) if word[0] <= event["start"] - begin < word[1]), None)
                if at is not None:
                    start, stop = words[max(0, at - BEFORE)][0], words[min(len(words), at + AFTER) - 1][1]
                    told = Told(text=sentence, start=start, end=stop, matter=event["cluster"])
                    subtopics[row["subtopic"]].append(told)
    return [found for _, found in sorted(subtopics.items()) if len(found) >= FEWEST]
