"""Contents that stand before their cue: "...," he said; "...," said Ms Oak; The plan, she said, would fail.

Imports: this package only.
"""

from headwater.attribution.boundaries import clause_end
from headwater.attribution.contents import place_after, skip_addressee
from headwater.attribution.cues import Candidate
from headwater.attribution.drafting import content_offsets, offsets, propose
from headwater.attribution.drafts import Draft, Range
from headwater.attribution.phrases import Run, noun_phrase_before
from headwater.attribution.quotes import Quotation
from headwater.attribution.sentences import Sentence
from headwater.attribution.sources import aside_end, may_speak, source_after
from headwater.attribution.words import DASHES, Word, is_time_phrase

# "…, told AFP" names who was told, not who spoke.
_NEVER_BEFORE_SOURCE = frozenset("tell inform notify assure remind reassure brief convince persuade".split())
_ASIDE_OPENERS = frozenset("according who which as while after when".split())


def find_inverted(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    """Read "...," he said · "...," said Ms Oak · The plan, she said, would fail · "..." he said, adding."""
    if "q" not in candidate.cue.frames or candidate.passive or candidate.form == "gerund":
        return None
    words = sentence.words
    source: Run | None
    before = candidate.start - 1
    if (
        before >= 0
        and candidate.cue.words[0] not in _NEVER_BEFORE_SOURCE
        and _closes_content(sentence, before, quotations)
    ):
        source = source_after(words, candidate.end)
        if source is None or not _nothing_follows(sentence, source[1]):
            return None
        source = source[0], aside_end(sentence, source[1])
        first, last = candidate.start, source[1]
    else:
        source = noun_phrase_before(words, candidate.start)
        if source is None or source[0] == 0 or not _closes_content(sentence, source[0] - 1, quotations):
            return None
        first, last = source[0], candidate.end
        if not _nothing_follows(sentence, _past_addressee(sentence, candidate)):
            return None
    follows = first == candidate.start  # "..., said the mayor": a strong sign even after an opening adverbial
    split = last + 1 < len(words) and words[last].low == "," and words[last + 1].tag in ("modal", "aux", "past", "verb")
    known = _ends_quoted(sentence, first) or is_clause(sentence, first) or (split and not follows)
    if not (known or (follows and _has_finite(words, 0, first))):
        return None
    left = content_before(sentence, first, quotations)
    if left is None or not may_speak(words, source, candidate.cue.cue_class):
        return None
    content = [left]
    rest = _content_resumes(sentence, last, quotations, quoted=_ends_quoted(sentence, first))
    if rest:
        content.append(rest)
    cue = (candidate.start, candidate.end if source[0] >= candidate.end else place_after(words, candidate.end))
    return propose(sentence, source=source, cue=cue, content=content, score=0.92, rule="inverted")


def _past_addressee(sentence: Sentence, candidate: Candidate) -> int:
    if "a" not in candidate.cue.frames or candidate.end >= len(sentence.words):
        return candidate.end
    return skip_addressee(sentence, candidate.end)


def is_clause(sentence: Sentence, stop: int) -> bool:
    """Tell whether the words before `stop` are a clause of their own, not an adverbial before one."""
    words = sentence.words
    begin = 0
    if words[0].tag in ("sub", "prep", "vbg", "wh") or words[0].low in ("as", "when", "where", "asked", "after"):
        commas = [at for at in range(stop - 1) if words[at].low == ","]
        if not commas:
            return words[0].tag == "prep" and _has_finite(words, 0, stop)
        begin = commas[0]
    return _has_finite(words, begin, stop)


def _has_finite(words: list[Word], begin: int, stop: int) -> bool:
    return any(
        word.tag in ("past", "verb", "modal", "aux") or (word.tag == "pron" and "'" in word.low)
        for word in words[begin:stop]
    )


def _closes_content(sentence: Sentence, at: int, quotations: tuple[Quotation, ...]) -> bool:
    word = sentence.words[at]
    if word.low in (",", "?", "!") or (word.low in DASHES and at > 2):
        return at > 0
    quoted = sentence.quote[at]
    return quoted >= 0 and word.text in "\"”’'»" and word.start > quotations[quoted].start


def _nothing_follows(sentence: Sentence, at: int) -> bool:
    """After "he said": the end, a comma, a time, an addressee – but no content of its own."""
    words = sentence.words
    while at < len(words):
        after = is_time_phrase(words, at)
        if after > at:
            at = after
            continue
        word = words[at]
        if word.tag == "adv":
            at += 1
            continue
        if word.low in (",", ".", ";", ":") or word.low in DASHES:
            return word.low != ":"
        return (
            word.tag in ("prep", "vbg", "sub", "cc", "punct", "obj", "to")
            or word.low in ("who", "whose", "when", "where")
        ) and word.low != "that"
    return True


def content_before(sentence: Sentence, first: int, quotations: tuple[Quotation, ...]) -> Range | None:
    """What stands before "he said": a quotation, from where it began, or the clause from the sentence's beginning."""
    words = sentence.words
    last = first - 1
    quoted = sentence.quote[last] if sentence.quote[last] >= 0 else (sentence.quote[last - 1] if last else -1)
    end = words[last].end
    if quoted < 0 or words[last].low == ",":
        end = words[last].end if quoted >= 0 and sentence.quote[last] >= 0 else words[last - 1].end
    begin = 0
    if words[0].low in ("but", "and", "still", "yet") and len(words) > 1:
        begin = 2 if words[1].low == "," else 1
    start = words[begin].start if begin < first else words[0].start
    if quoted >= 0:
        quotation = quotations[quoted]
        if quotation.end > words[first].start:
            return (start, end) if start < end else None  # the cue is quoted with what it attributes
        lead = next((at for at in range(first) if sentence.quote[at] == quoted), 0)
        if quotation.start < sentence.start or (lead and words[lead - 1].low == ":"):
            start = quotation.start
    return (start, end) if start < end else None


def _ends_quoted(sentence: Sentence, first: int) -> bool:
    return max(sentence.quote[max(0, first - 2) : first], default=-1) >= 0


def _content_resumes(sentence: Sentence, last: int, quotations: tuple[Quotation, ...], *, quoted: bool) -> Range | None:
    """Content that goes on after the cue: '..., he said, "..."' or "The plan, he said, would fail"."""
    words = sentence.words
    at = last
    while at < len(words):
        after = is_time_phrase(words, at)
        if after > at:
            at = after
        elif sentence.quote[at] >= 0:
            end = clause_end(sentence, at)
            return content_offsets(sentence, (at, end), quotations) if end > at else None
        elif words[at].low == "," and at + 1 < len(words):
            following = words[at + 1]
            if quoted and sentence.quote[at + 1] < 0 and following.low not in ("but", "and", "because"):
                return None
            if sentence.quote[at + 1] < 0 and (
                following.tag in ("vbg", "wh")
                or following.low in ("according", "who", "which", "as", "while", "after", "when")
            ):
                return None
            end = clause_end(sentence, at + 1)
            return offsets(sentence, (at + 1, end)) if end > at + 1 else None
        elif words[at].tag in ("punct", "vbg", "sub", "cc"):
            return None
        else:
            at += 1
    return None
