"""Where the content of a cue begins and ends, to its right or to its left.

Indices count the words of one sentence. Imports: the standard library, headwater.lexicon and this package's
words, phrases and sentences only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.attribution.phrases import noun_phrase_after
from headwater.attribution.sentences import Sentence
from headwater.attribution.words import DASHES, Word, is_time_phrase
from headwater.lexicon.cues import Cue, cue_index

Frame = Literal["quotation", "clause", "infinitive", "noun", "preposition"]

_CONTENT_START = frozenset(("det", "poss", "name", "noun", "adj", "num", "pron", "obj", "vbg", "past"))
_FINITE = frozenset(("verb", "past", "modal", "aux"))
_WIDE = frozenset("in on at during to from through via with by after before as of over".split())
_BREAKING = frozenset("while although though whereas but".split())
_TRAILING_SUBORDINATORS = frozenset("after when during before while as although though since".split())
_ADDRESSEES_END = frozenset("that whether if how why what to when where who about of on for".split())
_FEWEST_UNPROVEN = 5
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
            return found
    if found := _by_first_word(sentence, start, cue, cue_end, addressed=False):
        return found
    if cue.frames & {"q", "c"}:
        return _past_phrases(sentence, start, cue, cue_end)
    return None


def _by_first_word(sentence: Sentence, start: int, cue: Cue, cue_end: int, *, addressed: bool) -> Found | None:
    words, size = sentence.words, len(sentence.words)
    if start >= size:
        return None
    word, frames = words[start], cue.frames
    if word.low in (",", ":") or word.low in DASHES:
        return _after_mark(sentence, start, cue, cue_end)
    if _opens_quote(sentence, start):
        if "q" in frames:
            return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="quotation")
        if "n" in frames or "c" in frames:
            return Found(start=start, end=phrase_end(sentence, start), cue_end=cue_end, frame="noun")
        return None
    if word.low in ("that", "whether", "if", "how", "why", "what", "who", "when", "where", "which") and "c" in frames:
        begin = start + 1 if word.low == "that" else start
        if begin < size and not (word.low == "that" and words[begin].tag in ("verb", "modal", "aux") and "n" not in frames):
            return Found(start=begin, end=clause_end(sentence, begin), cue_end=cue_end, frame="clause")
        return None
    if word.low == "to" and "i" in frames and start + 1 < size and _is_infinitive(words, start + 1):
        return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="infinitive")
    if word.low in cue.prepositions and start + 1 < size and not is_time_phrase(words, start) > start:
        end = phrase_end(sentence, start + 1)
        if end > start + 1:
            return Found(start=start + 1, end=end, cue_end=start + 1, frame="preposition")
    if word.tag in _CONTENT_START or word.low in ("there", "not", "yes", "no") or _counts(words, start):
        if "c" in frames and (not addressed or "q" in frames) and _bare_clause(words, start):
            return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="clause")
        if not frames & {"n", "i"} and "q" in frames and not addressed and size - start > _FEWEST_UNPROVEN:
            # After a plain verb of saying even a clause whose verb was not recognised is a clause.
            return Found(start=start, end=clause_end(sentence, start), cue_end=cue_end, frame="clause")
        if "n" in frames and not addressed and word.tag != "past":
            end = phrase_end(sentence, start)
            if end > start and not ("a" in frames and end - start == 1 and word.tag in ("obj", "pron")):
                return Found(start=start, end=end, cue_end=cue_end, frame="noun")
    return None


def _counts(words: list[Word], at: int) -> bool:
    """Tell whether a bounded number begins here: "at least 24", "more than a dozen", "up to 40"."""
    bound = words[at].low in ("at", "more", "less", "fewer", "about", "around", "up", "over", "nearly", "almost", "between")
    return bound and any(word.tag == "num" or word.low in ("half", "dozen") for word in words[at + 1 : at + 4])


def _after_mark(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    """", “..." and ": ..." lead to a quotation; a colon may lead to a bare clause."""
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
    """"told reporters the deal was done": the addressee ends before the clause's own determiner or pronoun."""
    for at in range(start + 1, after):
        if words[at].tag in ("det", "poss", "pron") and words[at - 1].tag in ("noun", "name"):
            return at
    return start + 1 if words[start].tag in ("name", "noun") and after - start > 1 else start


def _past_phrases(sentence: Sentence, start: int, cue: Cue, cue_end: int) -> Found | None:
    """"said in a statement sent to the Post that ...", "said of the talks: ..." – step over prepositional phrases."""
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
    return at < len(words) and (words[at].tag in ("verb", "aux") or "base" in words[at].forms or words[at].low == "be")


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


def clause_end(sentence: Sentence, start: int) -> int:
    """Return the end of a clause that begins at `start`: where its sentence, or somebody else's words, begin."""
    words, quote, size = sentence.words, sentence.quote, len(sentence.words)
    at = start
    while at < size:
        here = quote[at]
        if here >= 0:
            after = at
            while after < size and quote[after] == here:
                after += 1
            if at == start and _ends_with_stop(words, after) and after < size:
                return after
            at = after
            continue
        if at > start and _stops_clause(sentence, at, start):
            break
        at += 1
    return _trim(words, start, at)


def _ends_with_stop(words: list[Word], after: int) -> bool:
    return words[after - 1].text in "\"”'’»" and after >= 2 and words[after - 2].text in ".?!,"


def _stops_clause(sentence: Sentence, at: int, start: int) -> bool:
    words = sentence.words
    word = words[at]
    if word.low == ";":
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return False
    if word.low == ",":
        if following.tag == "vbg" and following.low in cue_index():
            return True
        if at + 2 < len(words) and words[at + 2].low == "that":
            return False
        if following.low in _BREAKING or following.low == "according":
            return True
        if following.tag in ("modal", "aux", "past", "verb") and not any(w.low == "," for w in words[start:at]):
            return True
        return following.low in ("and", "but") and at + 2 < len(words) and _cue_clause(words, at + 2)
    if word.low == "according" and following.low == "to":
        return True
    if word.low in ("and", "but") and following.tag in ("past", "verb") and following.low in cue_index():
        return bool(following.forms & {"past", "third"})
    return word.low in DASHES and words[at - 1].end < word.start and at - start > 3 and not _is_paired(words, at, start)


def _is_paired(words: list[Word], at: int, start: int) -> bool:
    """Tell whether a dash opens or closes an insertion – like this one – rather than ending the clause."""
    others = (index for index in range(start, len(words)) if index != at and words[index].low in DASHES)
    return any(words[index - 1].end < words[index].start for index in others if index > start)


def _cue_clause(words: list[Word], at: int) -> bool:
    """Tell whether a verb of saying follows within a short subject: ", and he said ..."""
    for index in range(at, min(at + 5, len(words))):
        if words[index].tag in ("past", "verb") and words[index].low in cue_index():
            return True
        if words[index].tag not in ("pron", "name", "det", "noun", "adv", "adj"):
            return False
    return False


def phrase_end(sentence: Sentence, start: int) -> int:
    """Return the end of a noun phrase used as content: it runs on over prepositions, and stops at a new clause."""
    words, quote, size = sentence.words, sentence.quote, len(sentence.words)
    at = start
    while at < size:
        here = quote[at]
        if here >= 0:
            while at < size and quote[at] == here:
                at += 1
            continue
        word = words[at]
        if at > start:
            if word.low in (";", ":") or (word.low in DASHES and words[at - 1].end < word.start):
                break
            if word.low == "," and not (at + 1 < size and words[at + 1].low in ("including", "such", "especially")) and not _list_goes_on(words, at):
                break
            if word.low in _TRAILING_SUBORDINATORS and word.low not in ("as", "since"):
                break
            if word.low in ("and", "but", "or") and at + 1 < size and words[at + 1].tag in ("past", "verb", "aux", "modal"):
                break
            if word.tag == "prep" and is_time_phrase(words, at) > at:
                break
            if word.low in ("according", "because", "if", "but"):
                break
        at += 1
    return _trim(words, start, at)


def _list_goes_on(words: list[Word], comma: int) -> bool:
    """A comma inside "taxes, schools and roads" has an "and" soon after and no verb before it."""
    for at in range(comma + 1, min(comma + 9, len(words))):
        if words[at].low in ("and", "or") and at + 1 < len(words) and words[at + 1].tag in ("noun", "name", "adj", "det", "poss"):
            return True
        if words[at].tag in ("verb", "past", "modal", "aux", "pron", "vbg", "wh", "sub", "prep"):
            return False
    return False


def _trim(words: list[Word], start: int, end: int) -> int:
    while end > start and words[end - 1].text in ".,;:!?…-–—":
        if words[end - 1].text in "?!":
            break
        end -= 1
    return end
