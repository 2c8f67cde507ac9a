"""Tells whether the clause around a time looks back or ahead, by the verb form nearest to it.

Indices count words of annotate.words.Words; at most thirty words each way are read, never across a sentence.
Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.days import Tense
from headwater.annotation.words import Words

_REACH = 30
_ENDS = frozenset((".", "!", "?", "\n", ";", ""))
_PAST = frozenset(
    "was were had did went came took made struck hit left met began fell rose held shot found "
    "won lost gave got sent saw "
    "broke led fled spoke wrote became brought caught fought flew grew kept knew laid paid ran "
    "sat sold spent stood swept "
    "threw tore withdrew woke wore said told been happened drew drove ate felt heard hurt "
    "bought built burnt chose dealt "
    "hid hung meant read rode sank sang shook shut slept slid sought stole stuck swore taught thought understood seen "
    "taken given gone done known written spoken fallen driven drawn grown blew bore burst bled "
    "bound crept dug overthrew "
    "overtook undertook forbade forgave froze lit rang sprang swam strode wrung".split()
)
_FUTURE = frozenset(
    "will would shall won't may might should must can cannot upcoming forthcoming looming deadline tomorrow expected "
    "scheduled planned slated poised postponed projected forecast anticipated rescheduled plans intends hopes pending "
    "expects planning preparing prepares ahead expires expire awaits starting beginning".split()
)
_PRESENT_AS_FUTURE = frozenset(
    "meets begins starts opens resumes votes returns ends closes departs arrives visits travels faces hosts holds "
    "comes takes".split()
)
_PLANNED_VERBS = frozenset(
    "be meet hold vote start begin open launch visit travel resume appear decide announce take leave return sign speak "
    "hear step resign close end discuss host face testify publish release arrive go address play stand strike march "
    "run make give submit present deliver file expire unveil reopen report debate consider "
    "convene gather sit rule hand "
    "move join talk receive send elect choose inaugurate".split()
)
_NOT_PAST = frozenset(
    "need speed breed seed feed bleed indeed exceed proceed succeed hundred sacred united red bed wed shed".split()
)
_EXPECTED = frozenset("due expected scheduled planned set slated forecast supposed".split())
_DETERMINERS = frozenset("the a an its their his her our this that these those some any of more most".split())


def tense_around(words: Words, first: int, stop: int) -> Tense:
    """Return the tense of the nearest verb form before a time, else behind it, else None.

    Args:
        words: The text's words.
        first: The first word of the time.
        stop: The word behind it.
    """
    low = words.low
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if low[index] in _ENDS and not _is_abbreviation_point(words, index):
            break
        tense = _signal(words, index, near=first - index <= 2)
        if tense:
            return tense
    for index in range(stop, min(words.count, stop + _REACH)):
        if low[index] in _ENDS:
            break
        tense = _signal(words, index, near=False)
        if tense:
            return tense
    return None


def _is_abbreviation_point(words: Words, index: int) -> bool:
    """Tell whether a full stop belongs to "U.S." or "Mr." rather than to a sentence's end."""
    low = words.low
    return low[index] == "." and (len(low[index - 1]) == 1 or low[index - 1] in {"mr", "mrs", "ms", "dr", "gen", "st"})


def _signal(words: Words, index: int, *, near: bool) -> Tense:
    low = words.low
    word, before, after = low[index], low[index - 1], low[index + 1]
    if _is_told(low, index):
        return "past"
    if word in _FUTURE:
        if word == "may" and (words.capital(index) or before in {"in", "since", "last", "next"}):
            return None
        if word in {"beginning", "starting"} and before in {"week", "month", "year", "period"}:
            return None
        return "past" if word == "can" and after == "not" else "future"
    if word.endswith(("'ll", "'d")) or (word == "going" and after == "to") or (near and word in {"is", "are", "'s"}):
        return "future"
    if word == "could":
        return "past" if after in {"not", "be"} and low[index + 2] in {"be", "reached"} else "future"
    if word in {"set", "due"}:
        return _set_or_due(low, index)
    if word == "to":
        return "future" if after in _PLANNED_VERBS else None
    if word in _PRESENT_AS_FUTURE and not words.capital(index):
        return "future" if before not in {"the", "a"} else None
    return "past" if _is_past(low, index) else None


def _is_told(low: list[str], index: int) -> bool:
    """Tell whether a word ends "had been due", "had been expected": what was ahead once lies behind."""
    return low[index - 1] == "been" and low[index - 2] == "had" and low[index] in _EXPECTED


def _set_or_due(low: list[str], index: int) -> Tense:
    after = low[index + 1]
    if low[index] == "due":
        return None if after == "to" and low[index + 2] not in _PLANNED_VERBS else "future"
    return "future" if after in {"to", "for"} else None


def _is_past(low: list[str], index: int) -> bool:
    word, before = low[index], low[index - 1]
    regular = word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST
    if word not in _PAST and not regular:
        return False
    if before in {"be", "to", "will", "would"} or (before == "not" and low[index - 2] == "be"):
        return False  # "to be held": the verb before decides
    return not (regular and before in _DETERMINERS)
