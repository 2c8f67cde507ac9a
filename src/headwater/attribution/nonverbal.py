"""Cues that are no verbs: "according to", hearsay, nouns, and people who could not be reached.

Imports: this package only.
"""

from headwater.attribution.boundaries import clause_end
from headwater.attribution.contents import content_after
from headwater.attribution.cues import Candidate
from headwater.attribution.drafting import content_offsets, offsets, propose
from headwater.attribution.drafts import Draft, Range
from headwater.attribution.inverted import content_before, is_clause
from headwater.attribution.phrases import Run, access_clause_end, noun_phrase_before
from headwater.attribution.quotes import Quotation
from headwater.attribution.sentences import Sentence
from headwater.attribution.sources import source_after, subject_of
from headwater.attribution.words import Word


def from_phrase(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    """Read "According to X, ..." and "..., according to X"."""
    words = sentence.words
    source = source_after(words, candidate.end)
    if source is None or (candidate.cue.words == ("per",) and not _credits(words, candidate)):
        return None
    cue = (candidate.start, candidate.end)
    if candidate.start <= 1 or (words[candidate.start - 1].low in ("and", "but", "that") and candidate.start < 4):
        source = source[0], _past_apposition(words, source[1])
        begin = source[1]
        while begin < len(words) and words[begin].low != ",":
            begin += 1
        begin += 1
        if begin >= len(words):
            return None
        end = clause_end(sentence, begin)
        return propose(
            sentence,
            source=source,
            cue=cue,
            content=[offsets(sentence, (begin, end))] if end > begin else [],
            score=0.9,
            rule="phrase-first",
        )
    source = source[0], access_clause_end(words, source[1])
    last = candidate.start - 1
    if words[last].low in (",", "-", "–", "—"):
        left = content_before(sentence, candidate.start, quotations)
    else:
        left = words[0].start, words[last].end
    if left is None:
        return None
    content = [left]
    after = source[1]
    if words[last].low == "," and after + 1 < len(words) and words[after].low == "," and not is_clause(sentence, last):
        end = clause_end(sentence, after + 1)
        if end > after + 1:
            content.append(content_offsets(sentence, (after + 1, end), quotations))
    return propose(sentence, source=source, cue=cue, content=content, score=0.9, rule="phrase-last")


def _past_apposition(words: list[Word], end: int) -> int:
    """Return the end of a source with ", Ida Oak," or ", a nurse in Velm," behind it; `end` when a clause follows."""
    if end >= len(words) or words[end].low != "," or end + 1 >= len(words):
        return end
    close = next((at for at in range(end + 1, min(end + 12, len(words))) if words[at].low == ","), end)
    inner = words[end + 1 : close]
    nominal = bool(inner) and not any(word.tag in ("verb", "past", "modal", "aux", "pron") for word in inner)
    goes_on = any(word.tag in ("verb", "past", "modal", "aux") for word in words[close + 1 :])
    return close if nominal and goes_on else end


def _credits(words: list[Word], candidate: Candidate) -> bool:
    """Tell "per" that credits ("Per two aides, ...", "..., per an internal memo") from "six per cent", "per head"."""
    opens = candidate.start == 0 or words[candidate.start - 1].low in (",", "-", "–", "—", ";")
    return opens and words[candidate.end].tag in ("det", "num", "name", "poss")


def from_hearsay(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """Read "it emerged that ..." and "the ship had reportedly left"; nobody is credited."""
    words = sentence.words
    cue = (candidate.start, candidate.end)
    if len(candidate.cue.words) > 1:
        found = content_after(sentence, candidate.end, candidate.cue)
        if found is None:
            return None
        return propose(
            sentence,
            source=None,
            cue=cue,
            content=[offsets(sentence, (found.start, found.end))],
            score=0.7,
            rule="hearsay",
        )
    content: list[Range] = []
    at = candidate.start - 1
    while at >= 0 and words[at].tag in ("aux", "modal"):
        at -= 1
    subject = noun_phrase_before(words, at + 1) if at >= 0 else None
    begin = subject[0] if subject else at + 1
    if begin < candidate.start:
        content.append(offsets(sentence, (begin, candidate.start)))
    if candidate.end < len(words):
        end = clause_end(sentence, candidate.end)
        if end > candidate.end:
            content.append(offsets(sentence, (candidate.end, end)))
    return propose(sentence, source=None, cue=cue, content=content, score=0.55, rule="hearsay-adverb")


def from_noun(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """Read "his claim that ...", "the mayor's call for ..."."""
    words = sentence.words
    found = content_after(sentence, candidate.end, candidate.cue)
    if found is None or found.frame not in ("clause", "infinitive", "preposition"):
        return None
    if found.frame == "clause" and words[found.start - 1].low != "that" and words[found.start].tag != "wh":
        return None
    at = candidate.start - 1
    while at >= 0 and words[at].tag in ("adj", "noun", "num", "vbg") and not words[at].low.endswith("'s"):
        at -= 1
    cue = (at + 1, max(candidate.end, found.cue_end))
    source: Run | None = None
    if at >= 0 and words[at].tag == "poss":
        source = (at, at + 1)
    elif at >= 0 and words[at].low.endswith(("'s", "s'")) and words[at].tag in ("name", "noun"):
        source = noun_phrase_before(words, at + 1)
    elif at > 0 and words[at].low == "'" and words[at - 1].low.endswith("s") and words[at].start == words[at - 1].end:
        source = noun_phrase_before(words, at)  # "villagers' claims"
    if source is None:
        return None
    return propose(
        sentence, source=source, cue=cue, content=[offsets(sentence, (found.start, found.end))], score=0.45, rule="noun"
    )


def from_reach(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """Read "X could not be reached for comment": the content is what they were asked for, or the words after."""
    words = sentence.words
    source = subject_of(words, candidate.start)
    if source is None:
        return None
    begin = candidate.end
    if begin < len(words) and words[begin].low in ("for", "on", "at", "to"):
        begin += 1
    end = clause_end(sentence, begin) if begin < len(words) else begin
    if end <= begin:
        return None
    return propose(
        sentence,
        source=source,
        cue=(candidate.start, candidate.end),
        content=[offsets(sentence, (begin, end))],
        score=0.6,
        rule="reach",
    )
