"""Tells "one" as a count ("four were freed; one is dead") from "one" as a pronoun or an article ("one of them").

Indices count words of annotate.words.Words; every look-around is bounded. Imports: lexicon and the neighbouring
annotate modules only.
"""

from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS
from headwater.lexicon.units import unit_words

_PRONOUN_AFTER = frozenset(
    "of after before another who whom that which is was can could should would must may might "
    "will has had by day side hand way "
    "thing s 's in to on for at and or but , . ; : ? ! ) - does did from with as than where when more".split()
)
_NAMING = frozenset("no any every some each this that the which another only".split())
_HARMED = frozenset("dead killed injured wounded missing hurt".split())
_HARMING = frozenset(
    "killing kills killed wounding wounds wounded injuring injures injured hurting arresting detaining damaging "
    "destroying sinking downing capturing freeing rescuing".split()
)
# What joins the members of a list of counts: "seven were charged and one was released".
_JOINERS = frozenset((",", ";", ":", "and", "but", "while", "with", "-", "plus"))
# What goes on behind a member of such a list.
_GOING_ON = frozenset(
    "is was has had remains remained died survived escaped later in at from on near by against to for still also lost "
    "fled left went critically seriously fatally slightly badly aged a an without outside inside under over during "
    "abstained apiece each".split()
)
_REACH = 24


def is_bare_one(words: Words, first: int, stop: int) -> bool:
    """Tell whether "one" is a pronoun or an article-like word rather than a count.

    Args:
        words: The text's words.
        first: The word "one".
        stop: The word behind it.
    """
    low = words.low
    if low[first - 1] == "at" and low[stop] in {"point", "stage", "time", "moment", "end", "level"}:
        return True
    if low[first - 2 : first] == ["one", "by"]:
        return True
    if low[first - 1] == "-":
        return not _is_listed(words, first, stop)
    if low[first - 1] in _NAMING:
        return not (low[first - 1] == "only" and low[stop].isalpha() and low[stop] not in _PRONOUN_AFTER)
    if low[stop] == "or" and low[stop + 1] in CARDINALS:
        return False  # "one or two"
    if low[stop] in _HARMED or _is_listed(words, first, stop):
        return False
    if low[first - 1] in _HARMING and low[stop] not in {"of", "another", "who", "that", "-"}:
        return False
    if low[stop].endswith("ed") and len(low[stop]) > 3:
        return True  # "similar to one used before"
    return low[stop] in _PRONOUN_AFTER or not low[stop][:1].isalpha()


def _is_listed(words: Words, first: int, stop: int) -> bool:
    """Tell whether "one" goes on, or opens, a list of counts within its sentence."""
    low, after = words.low, words.low[stop]
    of_them = after == "of" and low[stop + 1] in {"them", "whom"} and low[first - 1] == ","
    if after == "by" and low[stop + 1] == "one":
        return False
    going_on = after in _GOING_ON or after.endswith(("ly", "ed")) or of_them
    if not going_on:
        return False
    if low[first - 1] in _JOINERS:
        for at in range(first - 1, max(-1, first - _REACH), -1):
            if low[at] in {".", "\n", "?", "!"}:
                return False
            if _is_count(words, at):
                return True
        return False
    return words.opens(first) and _opens_list(words, stop)


def _opens_list(words: Words, stop: int) -> bool:
    """Tell whether a second count follows in a like clause: "One died at the scene, two in hospital"."""
    low = words.low
    for at in range(stop + 1, min(words.count, stop + _REACH // 2)):
        if low[at] in {".", "\n"}:
            return False
        if low[at - 1] in _JOINERS and _is_count(words, at):
            after = low[at + 1]
            return after in _GOING_ON or after in _HARMED or after.endswith("ed") or after in {"were", "are", "others"}
    return False


def _is_count(words: Words, at: int) -> bool:
    """Tell whether a word is a number that counts, not one with a unit, a year or the "one" of a phrase."""
    word, after = words.low[at], words.low[at + 1]
    if word in CARDINALS:
        return word not in {"one", "zero"} and after not in unit_words() and after != "-"
    plain = word.isdecimal() and len(word) < 4 and not words.glued(at + 1)
    return word in {"dozen", "several"} or (plain and not words.glued(at) and after not in unit_words())
