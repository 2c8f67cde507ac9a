"""Where a content ends: clauses and noun phrases of a tagged sentence, read to the right.

Indices count the words of one sentence. Imports: the standard library, headwater.lexicon and this package's words
and sentences only.
"""

from functools import cache

from headwater.attribution.sentences import Sentence
from headwater.attribution.words import DASHES, Word, is_time_phrase
from headwater.lexicon.cues import cue_index

_FINITE = frozenset(("verb", "past", "modal", "aux"))
_NOMINAL = frozenset(("det", "poss", "name", "noun", "adj", "num", "pron"))
_BREAKING = frozenset("while although though whereas but according".split())
_ENDS_PHRASE = frozenset("after when during before while although though according because if but".split())
_LIST_GOES_ON = frozenset("including such especially".split())
_LONGEST_SPEAKER = 10  # words between a comma and the cue of whoever the sentence is credited to


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
    if at + 1 >= len(words):
        return False
    word, following = words[at], words[at + 1]
    if word.low == ";" or (word.low == "according" and following.low == "to"):
        return True
    if word.low == ",":
        return _comma_stops_clause(words, at, start)
    if word.low in ("and", "but") and following.tag in ("past", "verb") and following.low in cue_index():
        return bool(following.forms & {"past", "third"})
    return word.low in DASHES and words[at - 1].end < word.start and at - start > 3 and not _is_paired(words, at, start)


def _comma_stops_clause(words: list[Word], at: int, start: int) -> bool:
    following = words[at + 1]
    if following.tag == "vbg" and following.low in cue_index():
        return True  # "..., adding that"
    if at + 2 < len(words) and words[at + 2].low == "that":
        return False  # "..., but that"
    if _closing_speaker(words, at + 1) or following.low in _BREAKING:
        return True
    if following.tag in _FINITE and not any(word.low == "," for word in words[start:at]):
        return True  # "those who believe it, are unlikely": the verb belongs to an outer clause
    return following.low in ("and", "but") and at + 2 < len(words) and _cue_clause(words, at + 2)


def _is_paired(words: list[Word], at: int, start: int) -> bool:
    """Tell whether a dash opens or closes an insertion – like this one – rather than ending the clause."""
    others = (index for index in range(start, len(words)) if index != at and words[index].low in DASHES)
    return any(words[index - 1].end < words[index].start for index in others if index > start)


def _closing_speaker(words: list[Word], at: int) -> bool:
    """Tell whether the sentence ends with another cue: ", the fire chief told Radio Osterby", ", said Ms Tan"."""
    for index in range(at, min(at + _LONGEST_SPEAKER, len(words))):
        word = words[index]
        if word.tag in ("past", "verb") and _quotes(word.low):
            rest = words[index + 1 :]
            closes = not any(other.tag in _FINITE or other.tag in ("sub", "wh") for other in rest)
            return closes and (index > at or bool(rest))
        if word.tag not in _NOMINAL and word.low not in ("of", "'", "'s"):
            return False
    return False


@cache
def _quotes(form: str) -> bool:
    return any("q" in match.cue.frames and not match.rest for match in cue_index().get(form, ()))


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
        if at > start and _stops_phrase(words, at):
            break
        at += 1
    return _trim(words, start, at)


def _stops_phrase(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.low in (";", ":") or word.low in _ENDS_PHRASE or (word.low in DASHES and words[at - 1].end < word.start):
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if word.low == ",":
        goes_on = following is not None and following.low in _LIST_GOES_ON
        return not goes_on and not _list_goes_on(words, at)
    if word.low in ("and", "but", "or"):
        return following is not None and following.tag in _FINITE
    return word.tag == "prep" and is_time_phrase(words, at) > at


def _list_goes_on(words: list[Word], comma: int) -> bool:
    """Tell whether a comma stands in a list ("taxes, schools and roads"): an "and" soon after, no verb before it."""
    for at in range(comma + 1, min(comma + 9, len(words) - 1)):
        if words[at].low in ("and", "or") and words[at + 1].tag in ("noun", "name", "adj", "det", "poss"):
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
