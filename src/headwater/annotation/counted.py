"""Finds what a number counts: the head noun of the phrase behind it, without a parser.

Indices count words of annotate.words.Words. At most eight words are looked at. Imports: the neighbouring modules only.
"""

from headwater.annotation.words import Words

_REACH = 8
_PLURALS = frozenset(
    "people persons men women children police personnel staff troops cattle sheep fish aircraft dead wounded injured "
    "missing others homeless servicemen policemen firemen policewomen gunmen fishermen lawmakers crew infantry "
    "spacecraft vessels sites youth youths media casualties fatalities civilians feet teeth mice geese oxen "
    "congressmen businessmen countrymen clergymen militiamen crewmen tribesmen horsemen grandchildren more "
    "schoolchildren wives lives data criteria phenomena alumni hectares saplings".split()
)
_ADJECTIVES_AS_HEADS = frozenset(
    "dead wounded injured missing homeless others hurt more killed arrested displaced".split()
)
_STOPS = frozenset(
    "a an the of in on at by to for from with and or nor but as that this these those it its his her their our your my "
    "he she they we you i who whom whose which what when where why how while if than then there here so up out into "
    "over about is are was were be been being am has have had having do does did will would can could may might must "
    "should shall not no n't said say says told according after before during since until because although under "
    "between through against across per each every all both near off around along within without toward towards "
    "yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday only just also still now ago "
    "later earlier went came took made left got gave began ran fell rose hit won lost including remain remained "
    "remains live lives lived died dies die fled flee live seek want need say face faced work worked".split()
)
_DETERMINERS = frozenset("the its their his her our my these those them us such all".split())
_NOT_PLURAL = frozenset("this its his is was has as us thus plus versus less across always perhaps".split())
_VERBS_IN_S = frozenset("remains says does kills hits dies strikes leaves goes lives faces".split())


def counted_after(words: Words, index: int, *, plural: bool) -> tuple[int, int] | None:
    """Return the words [start, stop) of the head noun counted by a number, or None.

    Args:
        words: The text's words.
        index: The word right behind the number (and its unit); "of" and a determiner are stepped over.
        plural: A plural noun is expected ("12 drones"); otherwise the last word of a short run is
            taken ("one drone").
    """
    low, at = words.low, index
    if low[at] == "of":
        at += 1
        while low[at] in _DETERMINERS and at < index + 3:
            at += 1
    elif (low[at] in {"more", "other", "further", "additional"} and _is_word(low[at + 1])) or (
        low[at] == "-" and _is_word(low[at + 1])
    ):
        at += 1
    stop = at
    found = None
    while stop < at + _REACH and stop < words.count:
        word = low[stop]
        if word == "-" and words.glued(stop) and words.glued(stop + 1) and stop > at:
            stop += 1
            continue
        if word in {'"', "'"} and stop == at:
            at, stop = at + 1, stop + 1
            continue
        if word == "," and stop > at and found is None and plural and _adjective_list(words, stop):
            stop += 1
            continue
        if not _is_word(word) or (word in _STOPS and low[stop - 1] != "-" and not (word == "lives" and stop == at)):
            break
        if is_plural(word):
            if found is not None and (word in _ADJECTIVES_AS_HEADS or word in _VERBS_IN_S):
                break
            found = stop
        elif found is not None and not (words.capital(found) and not words.capital(stop)):
            break
        stop += 1
    if found is not None:
        return found, found + 1
    if stop == at:
        return None
    return _singular_head(words, at, stop, plural=plural)


def _singular_head(words: Words, at: int, stop: int, *, plural: bool) -> tuple[int, int] | None:
    low = words.low
    if plural:
        return (at, at + 1) if low[at] in _ADJECTIVES_AS_HEADS else None
    last = at
    while last + 1 < min(stop, at + 4) and _is_word(low[last + 1]) and not low[last + 1].endswith(("ed", "ing", "s")):
        last += 1
    return last, last + 1


def _adjective_list(words: Words, comma: int) -> bool:
    """Tell whether a comma stands between adjectives: "20 large, heavily armed drones"."""
    return words.low[comma - 1].endswith(("y", "e", "ed", "l")) and any(
        is_plural(word) for word in words.low[comma + 1 : comma + 4]
    )


def is_plural(word: str) -> bool:
    """Tell whether a lower-cased word looks like a plural noun."""
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")) and word not in _NOT_PLURAL
    )


def _is_word(word: str) -> bool:
    return word[:1].isalpha()
