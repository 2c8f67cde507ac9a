"""Noun phrases and verb groups of a tagged sentence, found from their edges.

Indices count the words of one sentence; ranges are half-open.
Imports: the standard library and this package's words only.
"""

from headwater.attribution.words import DASHES, Word, is_time_phrase

Run = tuple[int, int]

_NOMINAL = frozenset(("noun", "name", "adj", "num", "det", "poss"))
_HEADS = frozenset(("noun", "name", "num", "adj", "pron"))
_FINITE = frozenset(("verb", "past", "modal", "aux"))
_LINKING = frozenset("of for at in from with on to inside within near close among against about between by".split())
_RELATIVES = frozenset("who which whose whom that where".split())
_SUBJECTS = frozenset(
    "he she they we i it you who one he's she's they're it's everyone everybody nobody someone somebody anyone".split()
)
_OBJECT_PRONOUNS = frozenset("him her them me us".split())
_SAYING_PLACES = frozenset(
    "statement interview email e-mail tweet speech letter report briefing conference post message memo note release "
    "telephone phone op-ed editorial column blog video press remarks testimony debate rally comments".split()
)
_QUANTIFIERS = frozenset("many some several few most all others those both half one none each more these much".split())
_INNER_MARKS = frozenset("& ' ’ . / % $ -".split())
_ACCESS_WORDS = frozenset("who familiar close briefed with".split())
_LONGEST = 40


def verb_group_start(words: list[Word], index: int) -> int:
    """Return where the verb group of the verb at `index` begins: its auxiliaries, negation and adverbs."""
    start = index
    at = index - 1
    while at >= 0 and words[at].tag in ("aux", "modal", "neg", "adv"):
        if words[at].tag != "adv" or not (at > 0 and words[at - 1].tag in ("punct", "quote")):
            start = at
        at -= 1
    if start >= 3 and words[start - 1].low == "to" and words[start - 2].low == "yet" and words[start - 3].tag == "aux":
        return start - 3
    if (
        start >= 3
        and words[start - 1].low == "to"
        and words[start - 2].low in ("on", "quick")
        and words[start - 3].tag != "prep"
    ):
        return verb_group_start(words, start - 3)
    return start


def is_passive(words: list[Word], start: int, index: int) -> bool:
    """Tell whether the verb at `index` is a participle under a form of "be" in its group [start, index)."""
    return "participle" in words[index].forms and any(
        words[at].low in ("be", "is", "are", "was", "were", "been", "being", "am", "wasn't", "weren't", "isn't")
        for at in range(start, index)
    )


def noun_phrase_before(words: list[Word], stop: int) -> Run | None:
    """Return the subject noun phrase that ends before `stop`, with its appositive; None when there is none.

    Adverbs, time phrases and asides between commas ("X, who had seen it, said") are stepped over.
    """
    end = _step_over_adverbials(words, stop)
    if end <= 0:
        return None
    last = words[end - 1]
    if last.low in (",", ")", "]") or last.low in DASHES:
        return _before_aside(words, end)
    return _core_before(words, end)


def _step_over_adverbials(words: list[Word], stop: int) -> int:
    end = stop
    while end > 0:
        word = words[end - 1]
        if word.tag in ("adv", "neg") or word.low in ("himself", "herself", "themselves", "itself", "both", "all"):
            end -= 1
            continue
        for size in (1, 2, 3, 4):
            if end - size > 0 and is_time_phrase(words, end - size) == end:
                end -= size
                break
        else:
            return end
    return end


def _before_aside(words: list[Word], end: int) -> Run | None:
    """`end` stands after a comma, bracket or dash that closes an aside: find what the aside interrupts."""
    mark = words[end - 1].low
    opener = {")": "(", "]": "["}.get(mark, mark)
    at = end - 2
    commas = 0
    while at > 0 and end - at < _LONGEST:
        if words[at].low == opener or (opener in DASHES and words[at].low in DASHES):
            core = _core_before(words, _step_over_adverbials(words, at))
            if core is None and opener == "," and commas < 3:
                commas += 1
                at -= 1
                continue
            if core is None:
                return None
            if opener == "," and _is_appositive(words, at + 1, end - 1):
                return core[0], end - 1
            return core
        at -= 1
    return None


def _is_appositive(words: list[Word], start: int, end: int) -> bool:
    """Tell whether [start, end) renames the noun before it: nominal, without a finite verb of its own."""
    if (
        start >= end
        or words[start].low in _RELATIVES
        or words[start].tag in ("prep", "vbg", "past", "adv", "sub", "wh", "cc")
    ):
        return False
    return not any(word.tag in ("modal", "aux") for word in words[start:end])


def _core_before(words: list[Word], end: int) -> Run | None:
    """Return the noun phrase whose last word stands at end - 1, extended to the left over its modifiers."""
    if end <= 0:
        return None
    last = words[end - 1]
    if last.low in _SUBJECTS or (last.low in _QUANTIFIERS and last.low != "one"):
        return end - 1, end
    named = last.tag in ("verb", "vbg", "past") and end > 1 and words[end - 2].tag in ("det", "poss", "adj", "name")
    if last.tag not in _HEADS and last.tag != "det" and not named:
        return None
    start = end - 1
    at = end - 2
    while at >= 0 and end - at < _LONGEST:
        if _extends_left(words, at):
            start = at
        elif (words[at].low in _LINKING and words[start].tag == "pron") or not _links_left(words, at, start):
            break
        at -= 1
    while start < end and (words[start].tag == "punct" or words[start].low == "then"):
        start += 1
    start = _drop_leading_time(words, start, end)
    return (start, end) if start < end else None


def _extends_left(words: list[Word], at: int) -> bool:
    """Tell whether a word is part of the noun phrase that goes on at its right."""
    word, following = words[at], words[at + 1]
    if following.tag in ("det", "poss") and word.tag in ("noun", "name") and not word.low.endswith(("'s", "s'")):
        return False  # a determiner begins the phrase: "told Radio Osterby | the boys denied"
    return word.tag in _NOMINAL or (word.tag == "punct" and word.low in _INNER_MARKS)


def _links_left(words: list[Word], at: int, start: int) -> bool:
    """Tell whether a word ties the phrase at its right to nominal words at its left."""
    if at == 0:
        return False
    word, before = words[at], words[at - 1]
    if word.tag in ("past", "vbg"):
        return before.tag in ("det", "poss", "adj")
    if word.low in _LINKING and word.tag in ("prep", "to") and before.tag in ("noun", "name", "num"):
        return True
    if word.low == "of":
        return before.low in _QUANTIFIERS
    return word.low in ("and", "&", "or") and before.tag in ("noun", "name") and words[start].tag != "pron"


def _drop_leading_time(words: list[Word], start: int, end: int) -> int:
    after = is_time_phrase(words, start)
    dated = any(word.tag == "time" for word in words[start:after]) or words[start].low in (
        "last",
        "this",
        "next",
        "earlier",
    )
    return after if start < after < end and dated else start


def noun_phrase_after(words: list[Word], start: int) -> int:
    """Return the end of the noun phrase that begins at `start`, with its prepositional phrases and appositive.

    Returns:
        `start` when no noun phrase begins there.
    """
    size = min(len(words), start + _LONGEST)
    at = start
    if at < size and (words[at].low in _SUBJECTS or (words[at].low in _OBJECT_PRONOUNS and words[at].tag == "obj")):
        following = words[at + 1] if at + 1 < size else None
        if (
            words[at].low not in ("one", "those")
            or following is None
            or following.tag not in ("noun", "name", "adj", "prep")
        ):
            return at + 1
        at += 2 if following.low == "of" else 1
    head_seen = False
    while at < size:
        word = words[at]
        if word.tag in _NOMINAL or (word.low in ("'", "’", "$", "%", "&", ".") and at + 1 < size and head_seen):
            if word.tag == "punct" and word.low == "." and at + 1 >= len(words) - 1:
                break
            head_seen = head_seen or word.tag in ("noun", "name", "num")
            at += 1
        elif (
            (word.tag == "adv" and at > start and at + 1 < size and words[at + 1].tag in ("past", "adj", "vbg"))
            or (word.low == "head" and head_seen and at + 1 < size and words[at + 1].tag == "name")
            or (word.tag == "vbg" and at + 1 < size and words[at + 1].tag in ("noun", "name") and at > start)
        ):
            at += 1
        elif word.tag in ("past", "vbg", "verb") and at > start and words[at - 1].tag in ("det", "poss", "adj", "adv"):
            head_seen = True
            at += 1
        elif (head_seen and word.low in _LINKING and word.tag in ("prep", "to") and _takes_phrase(words, at)) or (
            head_seen
            and word.low in ("and", "&")
            and at + 1 < size
            and words[at + 1].tag in ("name", "det", "noun", "poss")
            and not _clause_follows(words, at + 1)
        ):
            at += 1
        else:
            break
    if not head_seen:
        return at if at > start and words[at - 1].tag in ("det", "adj", "poss", "num") else start
    return _with_appositive(words, at)


def _takes_phrase(words: list[Word], at: int) -> bool:
    if at + 1 >= len(words) or words[at + 1].tag not in _NOMINAL:
        return False
    if is_time_phrase(words, at) > at:
        return False
    return not any(word.low in _SAYING_PLACES for word in words[at + 1 : at + 4])


def _clause_follows(words: list[Word], at: int) -> bool:
    end = at
    while end < len(words) and words[end].tag in _NOMINAL:
        end += 1
    return end < len(words) and words[end].tag in _FINITE


def _with_appositive(words: list[Word], at: int) -> int:
    """Take in ", the mayor of Velm" after a name when a comma or the end closes it."""
    if at + 1 >= len(words) or words[at].low != "," or words[at + 1].tag not in ("det", "noun", "poss", "adj"):
        return at
    end = at + 1
    while end < len(words) and end - at < _LONGEST:
        word = words[end]
        if word.low in (",", ";", ":") or word.tag == "quote" or word.low in DASHES:
            break
        if word.tag in ("verb", "modal", "aux", "pron", "sub") and word.low != "that":
            return at
        if word.tag == "past" and end + 1 < len(words) and words[end + 1].tag not in ("prep", "to", "punct"):
            return at
        if word.low in _RELATIVES or word.tag in ("vbg", "wh"):
            break
        end += 1
    while end > at + 1 and words[end - 1].tag in ("punct", "cc"):
        end -= 1
    return end


def access_clause_end(words: list[Word], end: int) -> int:
    """Extend a source over what is said of it, up to the next comma: "officials familiar with the talks"."""
    at = end
    if at >= len(words) or not (words[at].low in _ACCESS_WORDS or words[at].tag in ("past", "vbg")):
        return end
    while (
        at < len(words)
        and at - end < _LONGEST
        and words[at].low not in (",", ";", ":", "(")
        and words[at].tag != "quote"
    ):
        at += 1
    while at > end and words[at - 1].tag == "punct":
        at -= 1
    return at
