"""Where the content of a cue begins and ends, to its right or to its left.

Indices count the words of one sentence. Imports: the standard library, headwater.lexicon and this package's
boundaries, words, phrases and sentences only.
"""

from dataclasses import dataclass, replace
from typing import Literal

from headwater.attribution.boundaries import clause_end, phrase_end
from headwater.attribution.phrases import noun_phrase_after
from headwater.attribution.sentences import Sentence
from headwater.attribution.words import DASHES, Word, is_time_phrase
from headwater.lexicon.cues import Cue

Frame = Literal["quotation", "clause", "infinitive", "noun", "preposition"]

_CONTENT_START = frozenset(("det", "poss", "name", "noun", "adj", "num", "pron", "obj", "vbg", "past"))
_FINITE = frozenset(("verb", "past", "modal", "aux"))
_WIDE = frozenset("in on at during to from through via with by after before as of over".split())
_CLAUSE_WORDS = frozenset("that whether if how why what who when where which".split())
_BOUNDS = frozenset("at more less fewer about around up over nearly almost between".split())
_BARE_OPENERS = frozenset("there not yes no".split())
_ASIDES = frozenset("however though meanwhile instead too again also".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A content to the right of a cue.

    Attributes:
        start, end: Its words [start, end).
        cue_end: Where the cue ends once a preposition or "in a statement" belongs to it.
        frame: What it looks like.
    """

    start: int
    end: int
    cue_end: int
    frame: Frame


def content_after(sentence: Sentence, at: int, cue: Cue) -> Found | None:
    """Find the content that follows a cue.

    Args:
        sentence: The sentence the cue stands in.
        at: Index after the cue's last word.
        cue: Which frames it allows.

    Returns:
        None when nothing that fits follows.
    """
    words, size = sentence.words, len(sentence.words)
    start, cue_end = _skip_adverbials(words, at)
    if start >= size:
        return None
    if "a" in cue.frames:
        after = skip_addressee(sentence, start)
        if after > start and (found := _by_first_word(sentence, after, cue, cue_end, addressed=True)):
            if found.frame == "infinitive" and cue.cue_class in ("ask", "decree", "intend"):
                return replace(found, start=start)  # "urged the generals to talk" asks for all of it
            return found
    if found := _by_first_word(sentence, start, cue, cue_end, addressed=False):
        return found
    if cue.frames & {"q", "c"}:
        return _past_phrases(sentence, start, cue, cue_end)
    return None


def _by_first_word(sentence: Sentence, start: int, cue: Cue, cue_end: int, *, addressed: bool) -> Found | None:
    """Read the content whose first word stands at `start`; `addressed`: an addressee or a place stood before it."""
    words, size = sentence.words, len(sentence.words)
    if start >= size:
        return None
    word, frames = words[start], cue.frames
    if word.low in (",", ":") or word.low in DASHES:
        return _after_mark(sentence, start, cue, cue_end)
    if _opens_quote(sentence, start):
        return _quoted(sentence, start, cue, cue_end)
    if word.low in _CLAUSE_WORDS and "c" in frames:
        return _introduced(sentence, start, cue, cue_end)
    if word.low == "to" and "i" in frames and start + 1 < size and _is_infinitive(words, start + 1):
        return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="infinitive")
    if word.low in cue.prepositions and start + 1 < size and is_time_phrase(words, start) == start:
        end = phrase_end(sentence, start + 1)
        if end > start + 1:
            return Found(start=start + 1, end=end, cue_end=start + 1, frame="preposition")
    if word.tag in _CONTENT_START or word.low in _BARE_OPENERS or _counts(words, start):
        return _bare(sentence, start, cue, cue_end, addressed=addressed)
    return None


def _quoted(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    if "q" in cue.frames:
        return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="quotation")
    if cue.frames & {"n", "c"}:
        return Found(start=start, end=phrase_end(sentence, start), cue_end=cue_end, frame="noun")
    return None


def _introduced(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    """Read a clause after "that" (left out of it) or a question word (part of it)."""
    words = sentence.words
    begin = start + 1 if words[start].low == "that" else start
    if begin >= len(words):
        return None
    if begin > start and words[begin].tag in ("verb", "modal", "aux") and "n" not in cue.frames:
        return None  # "reported that is", a demonstrative
    return Found(start=begin, end=clause_end(sentence, begin), cue_end=cue_end, frame="clause")


def _bare(sentence: Sentence, start: int, cue: Cue, cue_end: int, *, addressed: bool) -> Found | None:
    """Read a clause without "that", or a noun phrase."""
    words, frames = sentence.words, cue.frames
    word = words[start]
    clausal = "c" in frames and (not addressed or "q" in frames) and _bare_clause(words, start)
    if clausal:
        return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="clause")
    if "n" in frames and not addressed and word.tag != "past":
        end = phrase_end(sentence, start)
        if end > start and not ("a" in frames and end - start == 1 and word.tag in ("obj", "pron")):
            return Found(start=start, end=end, cue_end=cue_end, frame="noun")
    return None


def _counts(words: list[Word], at: int) -> bool:
    """Tell whether a bounded number begins here: "at least 24", "more than a dozen", "up to 40"."""
    return words[at].low in _BOUNDS and any(
        word.tag == "num" or word.low in ("half", "dozen") for word in words[at + 1 : at + 4]
    )


def _after_mark(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    """Read ", “..." and ": ..." lead to a quotation; a colon may lead to a bare clause."""
    words, nxt = sentence.words, start + 1
    if nxt >= len(words) or "q" not in cue.frames:
        return None
    if _opens_quote(sentence, nxt):
        return Found(start=nxt, end=clause_end(sentence, nxt), cue_end=cue_end, frame="quotation")
    if words[start].low == ":":
        return Found(start=nxt, end=clause_end(sentence, nxt), cue_end=cue_end, frame="clause")
    return None


def _opens_quote(sentence: Sentence, at: int) -> bool:
    here = sentence.quote[at]
    return here >= 0 and (at == 0 or sentence.quote[at - 1] != here) and not sentence.words[at].text[0].isalnum()


def _skip_adverbials(words: list[Word], at: int) -> tuple[int, int]:
    """Step over adverbs, time phrases and ", however,"; return where reading goes on and where the cue ends."""
    cue_end = at
    for _ in range(4):
        if at < len(words) and words[at].tag == "adv":
            at += 1
        elif (after := is_time_phrase(words, at)) > at:
            at = after
        elif at + 2 < len(words) and words[at].low == "," and words[at + 1].low in _ASIDES and words[at + 2].low == ",":
            at += 3
        else:
            break
    return at, cue_end


def skip_addressee(sentence: Sentence, start: int) -> int:
    """Return the index after "reporters", "the Post", "a crowd in Velm on Monday"; `start` when none stands here."""
    words = sentence.words
    if words[start].tag in ("obj", "pron"):
        after = start + 1 if words[start].low not in ("he", "she", "they", "we", "i", "there") else start
    else:
        after = noun_phrase_after(words, start)
        for at in range(start + 1, after):
            if words[at].low in ("that", "whether") or sentence.quote[at] >= 0:
                after = at
                break
        if after > start and _bare_clause(words, start) and after < len(words) and words[after].tag in _FINITE:
            return _split_addressee(words, start, after)
    return _skip_adverbials(words, after)[0] if after > start else start


def _split_addressee(words: list[Word], start: int, after: int) -> int:
    """Read "told reporters the deal was done": the addressee ends before the clause's own determiner or pronoun."""
    for at in range(start + 1, after):
        if words[at].tag in ("det", "poss", "pron") and words[at - 1].tag in ("noun", "name"):
            return at
    return start + 1 if words[start].tag in ("name", "noun") and after - start > 1 else start


def _past_phrases(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    """Step over prepositional phrases: "said in a statement sent to the Post that ...", "said of the talks: ..."."""
    words, at, size = sentence.words, start, len(sentence.words)
    for _ in range(3):
        if at >= size or words[at].low not in _WIDE or words[at].tag not in ("prep", "to"):
            break
        after = noun_phrase_after(words, at + 1)
        if after == at + 1:
            return None
        if at == start and at == cue_end and words[at].low in ("in", "on", "during", "through", "via", "at"):
            cue_end = after if after - at <= 4 else cue_end
        at = _skip_adverbials(words, after)[0]
        if at < size and words[at].tag == "past" and at + 1 < size and words[at + 1].tag in ("prep", "to", "time"):
            at += 1
            if words[at].tag == "time":
                at += 1
    if at == start or at >= size:
        return None
    word = words[at]
    comma = word.low in (",", ":") and at + 1 < size and (_opens_quote(sentence, at + 1) or word.low == ":")
    if comma or word.low in ("that", "whether", "if", "how", "why", "what") or _opens_quote(sentence, at):
        return _by_first_word(sentence, at, cue, cue_end, addressed=True)
    if word.tag in ("det", "pron", "poss", "name") and "c" in cue.frames and _bare_clause(words, at):
        return _by_first_word(sentence, at, cue, cue_end, addressed=True)
    return None


def place_after(words: list[Word], at: int) -> int:
    """Return the index after "in a statement", "to reporters", "in reply" when that stands at `at`, else `at`."""
    if at >= len(words) or words[at].low not in ("in", "on", "during", "to", "through", "via"):
        return at
    after = noun_phrase_after(words, at + 1)
    return after if at + 1 < after <= at + 4 and is_time_phrase(words, at) == at else at


def _is_infinitive(words: list[Word], at: int) -> bool:
    while at < len(words) and words[at].tag == "adv":
        at += 1
    if at >= len(words):
        return False
    unknown = words[at].tag in ("noun", "adj") and not words[at].forms and not words[at].low.endswith("s")
    return words[at].tag in ("verb", "aux") or "base" in words[at].forms or unknown


def _bare_clause(words: list[Word], start: int) -> bool:
    """Tell whether a noun phrase and a finite verb follow, so that a clause without "that" stands here."""
    at, nominal = start, False
    while at < len(words) and at - start < 25:
        word = words[at]
        if word.tag in ("modal", "aux") or (word.tag in ("verb", "past") and nominal):
            return nominal
        if word.low.endswith(("'s", "'re", "'ll", "'d", "'ve", "'m")) and word.tag == "pron":
            return True
        if word.low in (",", ";", ":", ".") or word.tag in ("wh", "sub", "to") or word.low in DASHES:
            return False
        nominal = nominal or word.tag in ("noun", "name", "pron", "num", "obj", "det")
        at += 1
    return False
