"""Who a cue credits: the subject before it, the noun phrase after it, or nobody.

Indices count the words of one sentence.
Imports: headwater.records and this package's phrases, sentences and words only.
"""

from headwater.attribution.phrases import Run, noun_phrase_after, noun_phrase_before, verb_group_start
from headwater.attribution.sentences import Sentence
from headwater.attribution.words import Word
from headwater.records import CueClass

_FINITE = frozenset(("verb", "past"))
_NOT_SOURCES = frozenset("it there this these those what nothing something anything everything nobody".split())
_IT_CAN = frozenset(("say", "claim", "report", "ask", "deny", "decline", "show", "intend"))


def subject_of(words: list[Word], start: int) -> Run | None:
    """Return the subject of the verb group that begins at `start`, also across "and" and for participles."""
    if start <= 0:
        return None
    before = words[start - 1]
    if before.low in ("and", "but", "or", "then") or (
        before.low == ","
        and start > 1
        and words[start].tag != "vbg"
        and words[start - 2].low != "and"
        and _is_verbal(words, start)
    ):
        run = noun_phrase_before(words, start) if before.low == "," else None
        return run or governing_subject(words, start - 1)
    if before.low in ("who", "that", "which"):
        return start - 1, start
    return noun_phrase_before(words, start)


def _is_verbal(words: list[Word], start: int) -> bool:
    return words[start].tag in ("verb", "past", "aux", "modal")


def governing_subject(words: list[Word], stop: int) -> Run | None:
    """Return the subject of the nearest finite verb before `stop` that has one."""
    at = stop - 1
    tries = 0
    while at > 0 and tries < 4 and stop - at < 60:
        word = words[at]
        if word.tag in _FINITE or word.tag in ("aux", "modal"):
            start = verb_group_start(words, at)
            before = words[start - 1] if start else None
            if before is not None and before.low not in ("to", "and", "but", "or", "that"):
                tries += 1
                run = noun_phrase_before(words, start)
                if run and words[run[1] - 1].low not in _NOT_SOURCES:
                    return run
            at = start
        at -= 1
    return None


def source_after(words: list[Word], at: int) -> Run | None:
    """Return the noun phrase that begins at `at`, as in "said the mayor of Velm, who ..."."""
    if at >= len(words) or words[at].tag not in ("det", "poss", "name", "noun", "adj", "num", "pron"):
        return None
    end = noun_phrase_after(words, at)
    return (at, end) if end > at else None


def aside_end(sentence: Sentence, end: int) -> int:
    """Extend a source that follows its cue over ", 39, a waitress who ..." up to the next words of another kind."""
    words, at = sentence.words, end
    while at + 1 < len(words) and words[at].low == "," and sentence.quote[at + 1] < 0 and _goes_on(words[at + 1]):
        at += 1
        while at < len(words) and words[at].low not in (",", ";", ":") and sentence.quote[at] < 0:
            at += 1
    while at > end and words[at - 1].tag in ("punct", "quote"):
        at -= 1
    return at


def _goes_on(word: Word) -> bool:
    return word.tag in ("det", "num", "poss", "noun", "name", "adj") or word.low in ("who", "whose", "then", "of")


def agent_after(words: list[Word], at: int) -> Run | None:
    """Return the noun phrase after "by" when that is what stands at `at` (at most two words may come between)."""
    for index in range(at, min(at + 3, len(words))):
        if words[index].low == "by":
            return source_after(words, index + 1)
        if words[index].tag not in ("adv", "time", "prep", "obj"):
            return None
    return None


def credits_nobody(words: list[Word], run: Run) -> bool:
    """Tell whether a noun phrase is an expletive or an abstract pronoun that cannot speak."""
    return run[1] - run[0] == 1 and words[run[0]].low in _NOT_SOURCES


def may_speak(words: list[Word], run: Run, cue_class: CueClass) -> bool:
    """Tell whether a noun phrase can be credited; "it" can with verbs of speech: "It said the plant would close"."""
    if not credits_nobody(words, run):
        return True
    return words[run[0]].low == "it" and cue_class in _IT_CAN
