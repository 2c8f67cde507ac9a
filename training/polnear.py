"""PolNeAR's articles and attributions, read from brat stand-off files.

Offsets are half-open code-point ranges into an article's text, read as UTF-8 with its newlines untouched.
Imports: the standard library only.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int]

# A T line may be continued by stray lines that hold the rest of its text: only well-formed T lines are read.
_TEXT_BOUND = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"^E\d+\t")
_ROLE_NUMBER = re.compile(r"\d+$")
_ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """One annotated attribution; each role is a tuple of ranges, empty when the role is absent."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one annotator marked in one article.

    Attributes:
        annotator: The annotator's key, from the file name.
        relations: Attributions in file order; those with neither cue nor content are left out.
        discarded: Ranges the annotator set outside the task.
    """

    annotator: str
    relations: tuple[GoldRelation, ...]
    discarded: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with one reading for each annotator, ordered by annotator."""

    name: str
    text: str
    readings: tuple[Reading, ...]


def publisher(article: Article) -> str:
    """Return the key of an article's publisher, with which PolNeAR's file names begin."""
    return article.name.split("_", 1)[0]


def load_articles(folder: Path) -> tuple[Article, ...]:
    """Read every article of one part of PolNeAR.

    Args:
        folder: The part's folder, which holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann.

    Returns:
        Articles by name; an article nobody annotated is left out.
    """
    readings: dict[str, list[Reading]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        name, _, annotator = path.stem.rpartition("_")
        readings[name].append(_read_annotation(path, annotator))
    return tuple(
        Article(name=name, text=_read_text(folder / "text" / f"{name}.txt"), readings=tuple(readings[name]))
        for name in sorted(readings)
    )


def _read_text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _read_annotation(path: Path, annotator: str) -> Reading:
    bound: dict[str, tuple[str, tuple[Range, ...]]] = {}
    events: list[list[str]] = []
    for line in path.read_text("utf-8").splitlines():
        if match := _TEXT_BOUND.match(line):
            pairs = (pair.split() for pair in match[3].split(";"))
            bound[match[1]] = (match[2], tuple((int(start), int(end)) for start, end in pairs))
        elif _EVENT.match(line):
            events.append(line.split("\t")[1].split())
    relations = (_relation(arguments, bound) for arguments in events)
    discarded = tuple(span for kind, spans in bound.values() if kind == "Discard" for span in spans)
    return Reading(
        annotator=annotator,
        relations=tuple(relation for relation in relations if relation.cue or relation.content),
        discarded=discarded,
    )


def _relation(arguments: list[str], bound: dict[str, tuple[str, tuple[Range, ...]]]) -> GoldRelation:
    """Gather an event's fillers; Content, Content2, ... are one filler."""
    roles: dict[str, list[Range]] = {role: [] for role in _ROLES}
    for argument in arguments:
        name, _, key = argument.partition(":")
        role = _ROLE_NUMBER.sub("", name).lower()
        if role in roles and key in bound and bound[key][0].lower() == role:
            roles[role].extend(bound[key][1])
    return GoldRelation(
        source=tuple(sorted(roles["source"])),
        cue=tuple(sorted(roles["cue"])),
        content=tuple(sorted(roles["content"])),
    )
