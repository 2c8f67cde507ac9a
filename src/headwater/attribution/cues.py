"""Cue candidates of one sentence: which words may attribute, under which entry of the lexicon.

Imports: headwater.lexicon and this package's words, phrases and sentences only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.attribution.phrases import is_passive, verb_group_start
from headwater.attribution.sentences import Sentence
from headwater.attribution.words import Word
from headwater.lexicon.cues import Cue, CueMatch, cue_index
from headwater.lexicon.inflection import VerbForm

_MOST_BETWEEN = 1  # adverbs allowed between a verb and its particle: "called again for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that may be a cue.

    Attributes:
        cue: Entry of the lexicon.
        start, end: The verb group, noun or phrase [start, end) in words.
        head: Index of the word that carries the entry.
        form: Verb form of the head.
        passive: The head is a participle under "be".
    """

    cue: Cue
    start: int
    end: int
    head: int
    form: VerbForm
    passive: bool


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """Yield the cue candidates of a sentence from left to right, for each word those of most words first."""
    index = cue_index()
    for at, word in enumerate(sentence.words):
        for match in index.get(word.low, ()):
            if (end := _ends(sentence.words, at, match)) and (found := _candidate(sentence.words, at, end, match)):
                yield found


def _ends(words: list[Word], at: int, match: CueMatch) -> int:
    """Return the index after the cue's last word, 0 when the rest of it does not follow."""
    position = at + 1
    for order, wanted in enumerate(match.rest):
        skipped = 0
        while (
            order == 0
            and skipped < _MOST_BETWEEN
            and position < len(words)
            and words[position].tag == "adv"
            and words[position].low != wanted
        ):
            position += 1
            skipped += 1
        if position >= len(words) or words[position].low != wanted:
            return 0
        position += 1
    return position


def _candidate(words: list[Word], at: int, end: int, match: CueMatch) -> Candidate | None:
    word, kind = words[at], match.cue.kind
    if kind == "verb":
        if not _can_be(word, match.form) or (word.tag == "aux" and match.cue.words[0] != "have"):
            return None
        start = verb_group_start(words, at)
        passive = match.form in ("participle", "past") and is_passive(words, start, at)
        if match.form == "participle" and "past" in word.forms:
            return None  # the same word as a past tense is yielded under that form
        return Candidate(cue=match.cue, start=start, end=end, head=at, form=match.form, passive=passive)
    if kind == "noun" and word.tag not in ("noun", "vbg", "name", "verb"):
        return None
    if kind == "adjective":
        start = verb_group_start(words, at)
        return Candidate(cue=match.cue, start=start, end=end, head=at, form="base", passive=False)
    return Candidate(cue=match.cue, start=at, end=end, head=at, form=match.form, passive=False)


def _can_be(word: Word, form: VerbForm) -> bool:
    if form == "gerund":
        return word.tag == "vbg"
    if word.tag == "past":
        return form in ("past", "participle", "base")
    return (word.tag in ("verb", "modal") and form in ("base", "third", "past", "participle")) or (
        word.low == "like" and form == "base"
    )
