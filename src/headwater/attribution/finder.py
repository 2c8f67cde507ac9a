"""The rule finder: flat relations of one sentence from cues, sources and contents.

Imports: this package and headwater.lexicon only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from headwater.attribution.contents import Frame, content_after, place_after
from headwater.attribution.cues import Candidate, candidates
from headwater.attribution.drafting import content_offsets, offsets, propose
from headwater.attribution.drafts import Draft
from headwater.attribution.headlines import find_by_mark
from headwater.attribution.inverted import find_inverted
from headwater.attribution.nonverbal import from_hearsay, from_noun, from_phrase, from_reach
from headwater.attribution.phrases import Run, is_passive, noun_phrase_before, verb_group_start
from headwater.attribution.quotes import Quotation
from headwater.attribution.sentences import Sentence, read_sentences
from headwater.attribution.sources import agent_after, credits_nobody, governing_subject, may_speak, subject_of
from headwater.attribution.words import Word, is_time_phrase

_SCORES: dict[Frame, float] = {
    "quotation": 0.9, "clause": 0.85, "infinitive": 0.6, "noun": 0.5, "preposition": 0.5
}  # fmt: skip
_PASSIVE_INFINITIVES = frozenset(("say", "claim", "report", "believe", "show"))


def find_by_rules(text: str, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """Return the relations the rules see in a text, in reading order.

    Args:
        text: Document.text.
        quotations: What find_quotations returned for it.
    """
    drafts: list[Draft] = []
    first = True
    for sentence in read_sentences(text, quotations):
        by_mark = find_by_mark(sentence, first=first)
        drafts.extend(find_in_sentence(sentence, quotations))
        if by_mark is not None:
            drafts.append(by_mark)
        first = False
    return drafts


def find_in_sentence(sentence: Sentence, quotations: tuple[Quotation, ...]) -> Iterator[Draft]:
    """Yield the relations of one sentence from left to right, contents of inverted quotations included.

    Args:
        sentence: A prepared sentence.
        quotations: All quotations of the text; a quotation may have begun in an earlier sentence.
    """
    taken = -1
    for candidate in candidates(sentence):
        if candidate.start < taken:
            continue
        kind = candidate.cue.kind
        if kind == "verb":
            draft = _from_verb(sentence, candidate, quotations)
        elif kind == "phrase":
            draft = from_phrase(sentence, candidate, quotations)
        elif kind == "hearsay":
            draft = from_hearsay(sentence, candidate)
        elif kind == "noun":
            draft = from_noun(sentence, candidate)
        elif kind == "reach":
            draft = from_reach(sentence, candidate)
        else:
            continue  # adjectives ("was confident that"): the lexicon tells their class, the reader finds them
        if draft is not None:
            taken = candidate.end
            yield draft


def _from_verb(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    inverted = find_inverted(sentence, candidate, quotations)
    if inverted is not None:
        return inverted
    if candidate.passive:
        return _passive(sentence, candidate)
    found = content_after(sentence, candidate.end, candidate.cue)
    if found is None:
        return _leading_to_quotation(sentence, candidate, quotations)
    words = sentence.words
    cue = (candidate.start, max(candidate.end, found.cue_end))
    source: Run | None
    if candidate.form == "gerund" and not _progressive(sentence, candidate):
        if candidate.start > 1 and words[candidate.start - 1].low == "as":
            source = noun_phrase_before(words, candidate.start - 1)  # "quoted a ranger as saying"
            quoted = _quoted_as(words, candidate.start - 1)
            if quoted is not None:
                source, cue = quoted, (candidate.start - 1, cue[1])
        else:
            source = governing_subject(words, candidate.start)
        if source is None:
            return None
    elif candidate.start > 0 and words[candidate.start - 1].low == "to":
        source = governing_subject(words, candidate.start - 1)
        if source is None or found.frame in ("noun", "preposition"):
            return None
        cue = (candidate.start - 1, cue[1])
    else:
        source = subject_of(words, candidate.start)
    if source is None or not may_speak(words, source, candidate.cue.cue_class):
        return None
    score = _SCORES[found.frame]
    return propose(
        sentence,
        source=source,
        cue=cue,
        content=[content_offsets(sentence, (found.start, found.end), quotations)],
        score=score,
        rule="quoted-as" if candidate.start and words[candidate.start - 1].low == "as" else f"verb-{found.frame}",
    )


def _leading_to_quotation(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    """Read "The mayor wrote:" at a paragraph's end; the quotation is the next paragraph, or the next sentence."""
    words = sentence.words
    source = subject_of(words, candidate.start)
    at = place_after(words, candidate.end)
    at = max(at, is_time_phrase(words, at))
    if "q" not in candidate.cue.frames or source is None or credits_nobody(words, source):
        return None
    if at < len(words) and (words[at].low not in (":", ".") or at + 1 < len(words)):
        return None
    following = bisect_left(quotations, sentence.end, key=lambda quotation: quotation.start)
    if following == len(quotations) or quotations[following].start - sentence.end > 4:
        return None
    quotation = quotations[following]
    return propose(
        sentence,
        source=source,
        cue=(candidate.start, candidate.end),
        content=[(quotation.start, quotation.end)],
        score=0.8,
        rule="verb-quotation",
    )


def _quoted_as(words: list[Word], stop: int) -> Run | None:
    """Return who "was quoted as saying" or "was quoted by the Post as saying" it; `stop` is the index of "as"."""
    for at in range(stop - 1, max(stop - 8, 0), -1):
        if words[at].low in ("quoted", "cited", "reported"):
            start = verb_group_start(words, at)
            return subject_of(words, start) if is_passive(words, start, at) else None
    return None


def _progressive(sentence: Sentence, candidate: Candidate) -> bool:
    return any(sentence.words[at].tag == "aux" for at in range(candidate.start, candidate.head))


def _passive(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """Read "is expected to", "it was reported that"; with an agent somebody is credited, which the reader sees."""
    words = sentence.words
    wide = candidate.cue
    if wide.cue_class in _PASSIVE_INFINITIVES:
        wide = replace(wide, frames=wide.frames | {"i"})
    found = content_after(sentence, candidate.end, wide)
    agent = agent_after(words, candidate.end)
    subject = noun_phrase_before(words, candidate.start)
    cue = (candidate.start, candidate.end)
    if agent or found is None or found.frame not in ("clause", "infinitive"):
        return None
    content = [offsets(sentence, subject)] if subject and words[subject[0]].low != "it" else []
    content.append(offsets(sentence, (found.start, found.end)))
    return propose(sentence, source=None, cue=cue, content=content, score=0.45, rule="passive")
