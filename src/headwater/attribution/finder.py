"""The rule finder: flat relations of one sentence from cues, sources and contents.

Imports: this package and headwater.lexicon only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from headwater.attribution.contents import Found, clause_end, content_after, place_after, skip_addressee
from headwater.attribution.cues import Candidate, candidates
from headwater.attribution.drafts import Draft, Range
from headwater.attribution.phrases import Run, access_clause_end, noun_phrase_before
from headwater.attribution.quotes import Quotation
from headwater.attribution.sentences import Sentence
from headwater.attribution.sources import agent_after, aside_end, credits_nobody, governing_subject, source_after, subject_of
from headwater.attribution.words import DASHES, Word, is_time_phrase

_SPEECH = frozenset(("say", "claim", "report", "ask", "deny", "decline", "show"))
# "…, told AFP" names who was told, not who spoke.
_NEVER_BEFORE_SOURCE = frozenset("tell inform notify assure remind reassure brief convince persuade".split())
_PASSIVE_INFINITIVES = frozenset(("say", "claim", "report", "believe", "show"))


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
            draft = _from_phrase(sentence, candidate, quotations)
        elif kind == "hearsay":
            draft = _from_hearsay(sentence, candidate)
        elif kind == "noun":
            draft = _from_noun(sentence, candidate)
        elif kind == "adjective":
            draft = _from_adjective(sentence, candidate)
        else:
            draft = _from_reach(sentence, candidate)
        if draft is not None:
            taken = candidate.end
            yield draft


def _offsets(sentence: Sentence, run: Run) -> Range:
    return sentence.words[run[0]].start, sentence.words[run[1] - 1].end


def _content(sentence: Sentence, run: Run, quotations: tuple[Quotation, ...]) -> Range:
    """Offsets of a content; a quotation that opens in it is taken to its end, even beyond the sentence."""
    start, end = _offsets(sentence, run)
    last = sentence.quote[run[1] - 1]
    if last >= 0 and quotations[last].start >= start:
        end = max(end, quotations[last].end)
    return start, end


def _draft(sentence: Sentence, candidate: Candidate, source: Run | None, cue: Run, content: list[Range], score: float, rule: str) -> Draft | None:
    content = [piece for piece in content if piece[0] < piece[1]]
    if not content:
        return None
    return Draft(
        source=_offsets(sentence, source) if source else None,
        cue=_offsets(sentence, cue),
        content=tuple(sorted(content)),
        rule=rule,
        score=score,
    )


def _from_verb(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    inverted = _inverted(sentence, candidate, quotations)
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
    if candidate.cue.words[0] in ("seem", "appear"):
        content = [_offsets(sentence, (found.start, found.end))]
        if source and words[source[0]].low != "it":
            content.append(_offsets(sentence, source))
        return _draft(sentence, candidate, None, cue, content, 0.5, "raising")
    if source is None and candidate.form in ("past", "participle") and "a" in candidate.cue.frames:
        return _asked(sentence, candidate, found)
    if source is None or (credits_nobody(words, source) and not _it_speaks(sentence, candidate, source)):
        return None
    score = {"quotation": 0.9, "clause": 0.85, "infinitive": 0.6, "noun": 0.5, "preposition": 0.5}[found.frame]
    return _draft(sentence, candidate, source, cue, [_content(sentence, (found.start, found.end), quotations)], score, f"verb-{found.frame}")


def _leading_to_quotation(
    sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]
) -> Draft | None:
    """"The mayor wrote:" at a paragraph's end; the quotation is the next paragraph, or the next sentence."""
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
    return _draft(
        sentence, candidate, source, (candidate.start, candidate.end), [(quotation.start, quotation.end)], 0.8, "verb-quotation"
    )


def _asked(sentence: Sentence, candidate: Candidate, found: Found) -> Draft | None:
    """"Asked whether he would resign, the mayor said": somebody asked, the text does not say who."""
    words, at = sentence.words, candidate.start
    if found.frame != "clause" or not (at == 0 or words[at - 1].low in ("when", "if", "once", ",")):
        return None
    end = found.start
    while end < found.end and words[end].low != ",":
        end += 1
    return _draft(sentence, candidate, None, (at, candidate.end), [_offsets(sentence, (found.start, end))], 0.5, "asked")


def _progressive(sentence: Sentence, candidate: Candidate) -> bool:
    return any(sentence.words[at].tag == "aux" for at in range(candidate.start, candidate.head))


def _it_speaks(sentence: Sentence, candidate: Candidate, source: Run) -> bool:
    """"It said the plant would close": the company, not an expletive."""
    return candidate.cue.cue_class in _SPEECH and sentence.words[source[0]].low == "it" and source[1] - source[0] == 1


def _passive(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """"is expected to", "was criticised by Y for Z", "it was reported that"."""
    words = sentence.words
    wide = candidate.cue
    if wide.cue_class in _PASSIVE_INFINITIVES:
        wide = replace(wide, frames=wide.frames | {"i"})
    found = content_after(sentence, candidate.end, wide)
    agent = agent_after(words, candidate.end)
    subject = noun_phrase_before(words, candidate.start)
    cue = (candidate.start, candidate.end)
    content = []
    if subject and words[subject[0]].low != "it":
        content.append(_offsets(sentence, subject))
    if agent:
        if not content or not candidate.cue.frames & {"n", "c"}:
            return None
        return _draft(sentence, candidate, agent, cue, content, 0.5, "passive-by")
    if found is None or found.frame not in ("clause", "infinitive"):
        return None
    content.append(_offsets(sentence, (found.start, found.end)))
    return _draft(sentence, candidate, None, cue, content, 0.45, "passive")


def _inverted(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    """"...," he said · "...," said Ms Oak · The plan, she said, would fail · "..." he said, adding."""
    if "q" not in candidate.cue.frames or candidate.passive or candidate.form == "gerund":
        return None
    words = sentence.words
    source: Run | None
    before = candidate.start - 1
    if before >= 0 and candidate.cue.words[0] not in _NEVER_BEFORE_SOURCE and _closes_content(sentence, before):
        source = source_after(words, candidate.end)
        if source is None or not _nothing_follows(sentence, source[1]):
            return None
        source = source[0], aside_end(sentence, source[1])
        first, last = candidate.start, source[1]
    else:
        source = noun_phrase_before(words, candidate.start)
        if source is None or source[0] == 0 or not _closes_content(sentence, source[0] - 1):
            return None
        first, last = source[0], candidate.end
        if not _nothing_follows(sentence, _past_addressee(sentence, candidate)):
            return None
    follows = first == candidate.start  # "..., said the mayor": a strong sign even after an opening adverbial
    if not (_ends_quoted(sentence, first) or _is_clause(sentence, first) or (follows and _has_finite(words, 0, first))):
        return None
    left = _content_before(sentence, first, quotations)
    if left is None or (credits_nobody(words, source) and not _it_speaks(sentence, candidate, source)):
        return None
    content = [left]
    rest = _content_resumes(sentence, last, quotations, quoted=_ends_quoted(sentence, first))
    if rest:
        content.append(rest)
    cue = (candidate.start, candidate.end if source[0] >= candidate.end else place_after(words, candidate.end))
    return _draft(sentence, candidate, source, cue, content, 0.92, "inverted")


def _past_addressee(sentence: Sentence, candidate: Candidate) -> int:
    if "a" not in candidate.cue.frames or candidate.end >= len(sentence.words):
        return candidate.end
    return skip_addressee(sentence, candidate.end)


def _is_clause(sentence: Sentence, stop: int) -> bool:
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


def _closes_content(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word.low in (",", "?", "!") or (word.low in DASHES and at > 2):
        return at > 0
    return sentence.quote[at] >= 0 and word.text in "\"”’'»" and not word.text.isalnum()


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
            word.tag in ("prep", "vbg", "sub", "cc", "punct", "obj", "to") or word.low in ("who", "whose", "when", "where")
        ) and word.low != "that"
    return True


def _content_before(sentence: Sentence, first: int, quotations: tuple[Quotation, ...]) -> Range | None:
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
        lead = next((at for at in range(first) if sentence.quote[at] == quoted), 0)
        if quotation.start < sentence.start or (lead and words[lead - 1].low == ":"):
            start = quotation.start
    return (start, end) if start < end else None


def _ends_quoted(sentence: Sentence, first: int) -> bool:
    return max(sentence.quote[max(0, first - 2) : first], default=-1) >= 0


def _content_resumes(
    sentence: Sentence, last: int, quotations: tuple[Quotation, ...], *, quoted: bool
) -> Range | None:
    """Content that goes on after the cue: '..., he said, "..."' or "The plan, he said, would fail"."""
    words = sentence.words
    at = last
    while at < len(words):
        after = is_time_phrase(words, at)
        if after > at:
            at = after
        elif sentence.quote[at] >= 0:
            end = clause_end(sentence, at)
            return _content(sentence, (at, end), quotations) if end > at else None
        elif words[at].low == "," and at + 1 < len(words):
            following = words[at + 1]
            if quoted and sentence.quote[at + 1] < 0 and following.low not in ("but", "and", "because"):
                return None
            if sentence.quote[at + 1] < 0 and (following.tag in ("vbg", "wh") or following.low in ("according", "who", "which", "as", "while", "after", "when")):
                return None
            end = clause_end(sentence, at + 1)
            return _offsets(sentence, (at + 1, end)) if end > at + 1 else None
        elif words[at].tag in ("punct", "vbg", "sub", "cc"):
            return None
        else:
            at += 1
    return None


def _from_phrase(sentence: Sentence, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Draft | None:
    """"According to X, ..." and "..., according to X"."""
    words = sentence.words
    source = source_after(words, candidate.end)
    if source is None:
        return None
    cue = (candidate.start, candidate.end)
    if candidate.start <= 1 or words[candidate.start - 1].low in ("and", "but", "that") and candidate.start < 4:
        begin = source[1]
        while begin < len(words) and words[begin].low != ",":
            begin += 1
        begin += 1
        if begin >= len(words):
            return None
        end = clause_end(sentence, begin)
        return _draft(sentence, candidate, source, cue, [_offsets(sentence, (begin, end))] if end > begin else [], 0.9, "phrase-first")
    source = source[0], access_clause_end(words, source[1])
    last = candidate.start - 1
    if words[last].low in (",", "-", "–", "—"):
        left = _content_before(sentence, candidate.start, quotations)
    else:
        left = words[0].start, words[last].end
    if left is None:
        return None
    content = [left]
    after = source[1]
    if words[last].low == "," and after + 1 < len(words) and words[after].low == "," and not _is_clause(sentence, last):
        end = clause_end(sentence, after + 1)
        if end > after + 1:
            content.append(_content(sentence, (after + 1, end), quotations))
    return _draft(sentence, candidate, source, cue, content, 0.9, "phrase-last")


def _from_hearsay(sentence: Sentence, candidate: Candidate) -> Draft | None:
    words = sentence.words
    cue = (candidate.start, candidate.end)
    if len(candidate.cue.words) > 1:
        found = content_after(sentence, candidate.end, candidate.cue)
        if found is None:
            return None
        return _draft(sentence, candidate, None, cue, [_offsets(sentence, (found.start, found.end))], 0.7, "hearsay")
    content: list[Range] = []
    subject = noun_phrase_before(words, candidate.start) if candidate.start else None
    at = candidate.start - 1
    while at >= 0 and words[at].tag in ("aux", "modal"):
        at -= 1
    subject = noun_phrase_before(words, at + 1) if at >= 0 else None
    begin = subject[0] if subject else at + 1
    if begin < candidate.start:
        content.append(_offsets(sentence, (begin, candidate.start)))
    if candidate.end < len(words):
        end = clause_end(sentence, candidate.end)
        if end > candidate.end:
            content.append(_offsets(sentence, (candidate.end, end)))
    return _draft(sentence, candidate, None, cue, content, 0.55, "hearsay-adverb")


def _from_noun(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """"his claim that ...", "the mayor's call for ..."."""
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
    if source is None:
        return None
    return _draft(sentence, candidate, source, cue, [_offsets(sentence, (found.start, found.end))], 0.45, "noun")


def _from_adjective(sentence: Sentence, candidate: Candidate) -> Draft | None:
    words = sentence.words
    if candidate.start == candidate.head or not any(words[at].tag == "aux" for at in range(candidate.start, candidate.head)):
        return None
    found = content_after(sentence, candidate.end, candidate.cue)
    source = subject_of(words, candidate.start)
    if found is None or source is None or credits_nobody(words, source) or found.frame in ("noun", "quotation"):
        return None
    cue = (candidate.start, max(candidate.end, found.cue_end))
    return _draft(sentence, candidate, source, cue, [_offsets(sentence, (found.start, found.end))], 0.5, "adjective")


def _from_reach(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """"X could not be reached for comment": the content is what they were asked for, or the words after."""
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
    return _draft(sentence, candidate, source, (candidate.start, candidate.end), [_offsets(sentence, (begin, end))], 0.6, "reach")
