"""Cues of attribution: verbs, nouns, adjectives and phrases that credit somebody with words or thoughts.

The data is data/cues.tsv; its columns are

    cue       lemma, with its particles ("point out"); its first word is inflected when the kind is verb
    kind      verb, noun, adjective; phrase (stands before its source: "according to"); hearsay (has no source:
              "it emerged"); reach (somebody could not be reached or did not answer)
    frames    what its content looks like, separated by spaces: q a quotation, c a clause ("that ...", "whether ...",
              or bare), i an infinitive, n a noun phrase, a an addressee before the content ("told reporters that"),
              p=x|y a prepositional phrase with one of these prepositions, which then belongs to the cue
    class     say, claim, report, deny, decline, unreachable, ask, believe, intend, show, decree
    polarity  affirmed, denied or hedged: what the bare cue makes of its content
    source    where the entry comes from ("house list": written for this project)

Imports: the standard library, headwater.records and headwater.errors only.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from headwater.errors import LexiconError
from headwater.lexicon.inflection import VerbForm, inflect
from headwater.records import CueClass, Polarity

CueKind = Literal["verb", "noun", "adjective", "phrase", "hearsay", "reach"]
_COLUMNS = ("cue", "kind", "frames", "class", "polarity", "source")
_FRAMES = frozenset("qcina")
_IRREGULAR_PLURALS = {"hypothesis": "hypotheses", "analysis": "analyses"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One line of cues.tsv.

    Attributes:
        words: The cue's words, the first one a lemma when the kind is verb or noun.
        frames: Letters of q c i n a.
        prepositions: Of the p= frame; empty without one.
        origin: Where the entry comes from.
    """

    words: tuple[str, ...]
    kind: CueKind
    frames: frozenset[str]
    prepositions: frozenset[str]
    cue_class: CueClass
    polarity: Polarity
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A cue whose first word a form may be; `rest` must follow it."""

    cue: Cue
    form: VerbForm
    rest: tuple[str, ...]


@cache
def load_cues() -> tuple[Cue, ...]:
    """Return every cue of cues.tsv in file order.

    Raises:
        LexiconError: A line has missing columns or a value the header does not allow.
    """
    lines = files("headwater.lexicon").joinpath("data/cues.tsv").read_text("utf-8").splitlines()
    if tuple(lines[0].split("\t")) != _COLUMNS:
        raise LexiconError("cues.tsv", 1, f"columns are not {' '.join(_COLUMNS)}")
    return tuple(parse_cue(line, number) for number, line in enumerate(lines[1:], start=2))


def parse_cue(line: str, number: int) -> Cue:
    """Read one line of cues.tsv; `number` is its line number, for the error.

    Raises:
        LexiconError: The line does not keep to the columns described in this module's header.
    """
    columns = line.split("\t")
    if len(columns) != len(_COLUMNS) or not all(columns):
        raise LexiconError("cues.tsv", number, f"{len(columns)} columns, or an empty one, instead of {len(_COLUMNS)}")
    words, kind, frames, cue_class, polarity, origin = columns
    letters = {frame for frame in frames.split() if not frame.startswith("p=")}
    prepositions = "|".join(frame[2:] for frame in frames.split() if frame.startswith("p="))
    if kind not in get_args(CueKind) or cue_class not in get_args(CueClass) or polarity not in get_args(Polarity):
        raise LexiconError("cues.tsv", number, f"unknown kind, class or polarity in {line!r}")
    if letters - _FRAMES:
        raise LexiconError("cues.tsv", number, f"unknown frames {sorted(letters - _FRAMES)}")
    return Cue(
        words=tuple(words.split()),
        kind=cast("CueKind", kind),
        frames=frozenset(letters),
        prepositions=frozenset(filter(None, prepositions.split("|"))),
        cue_class=cast("CueClass", cue_class),
        polarity=cast("Polarity", polarity),
        origin=origin,
    )


@cache
def cue_index() -> dict[str, tuple[CueMatch, ...]]:
    """Return, for each word that may begin a cue, the cues it may begin, those of most words first."""
    index: dict[str, list[CueMatch]] = {}
    for cue in load_cues():
        head, rest = cue.words[0], cue.words[1:]
        forms: dict[VerbForm, str] = {"base": head}
        if cue.kind == "verb":
            forms = inflect(head)
        elif cue.kind == "noun":
            forms = {"base": head, "third": _IRREGULAR_PLURALS.get(head) or inflect(head)["third"]}
        for form, word in forms.items():
            index.setdefault(word, []).append(CueMatch(cue=cue, form=form, rest=rest))
    return {word: tuple(sorted(found, key=lambda match: -len(match.rest))) for word, found in index.items()}
