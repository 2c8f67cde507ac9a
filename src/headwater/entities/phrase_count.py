"""How many a source phrase speaks of: its determiner and stated count, from its lower-cased words alone.

Imports: this room's phrase only.
"""

from headwater.entities.phrase import DETERMINERS, POSTMODIFIERS, PREPOSITIONS, Count, Determiner

NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"dozen": 12, "couple": 2, "both": 2}
_ROUGH = frozenset("nearly almost about around roughly over".split())
_HEADS = frozenset("many some several few most those others both all".split())
_SHARES = frozenset(
    "percent % cent third thirds two-thirds three-quarters quarter quarters fifth fifths majority minority half share "
    "proportion plurality fraction".split()
)
# Words that say how large a share is, or about how large.
_SIZING = frozenset(
    "a an the as many much at least more than less nearly about almost just over under some roughly up to fully only "
    "another one two three four strong vast large overwhelming slim bare solid clear growing small tiny full".split()
)
_LONGEST_SHARE = 8  # words before "of"
_GROUPS: dict[str, Count] = {"pair": 2, "trio": 3, "quartet": 4, "number": "some", "group": "some", "handful": "some"}
# "a growing number of": how the number changes is no part of who is meant.
_AMOUNTS = dict.fromkeys(
    "growing increasing rising large small significant considerable".split(), ("number", "group", "handful")
)
SOME = frozenset(
    "some several many numerous few various most multiple dozens scores hundreds thousands certain".split()
)


def read_determiner(words: list[str]) -> tuple[Determiner, Count | None, int]:
    """Return determiner, stated count and how many words they take."""
    if half := _half(words) or _share(words):
        return half
    count: Count | None = None
    kind: Determiner = ""
    index = 1 if words[0] in _ROUGH and len(words) > 2 else 0
    while index < len(words) - 1:
        word, after = words[index], words[index + 1]
        skipped, grouped = _bounding(word, after, count)
        if skipped:
            count, kind = (grouped, "number") if grouped is not None else (count, kind)
            index += skipped
            continue
        digits = word.replace(",", "")
        if word in DETERMINERS:
            kind = kind if kind in ("a", "the") and word not in ("other", "another") else DETERMINERS[word]
            count = "one" if word in ("a", "an", "another") else 2 if word == "both" else count
        elif word in NUMBERS and (word != "one" or not kind):
            count = "one" if word == "one" else NUMBERS[word]
            kind = kind or "number"
        elif digits.isdecimal() and not _names_year(word, kind) and not after.startswith("-"):
            loose = after == "," and index + 2 < len(words)  # "1, 300"
            count, kind = int((digits + (words[index + 2] if loose else ""))[:9]), kind or "number"
            index += 2 * loose
        elif word in SOME or (word in ("number", "group", "handful") and count == "one"):
            count, kind = "some", "number"
        elif word != "of" or index == 0:
            break
        index += 1
    if index and (words[index] in PREPOSITIONS or words[index] in POSTMODIFIERS) and words[index - 1] in _HEADS:
        return kind, "some", index - 1  # "many in the south", "those close to the mayor": the quantifier is the head
    return kind, count, index


def _share(words: list[str]) -> tuple[Determiner, Count | None, int] | None:
    """Read "two-thirds of", "as many as 40 percent of the", "a strong majority of": who the share is of speaks."""
    for index in range(min(len(words) - 1, _LONGEST_SHARE)):
        if words[index] == "of" and index:
            told = words[index - 1] in _SHARES
            return (
                ("number", "some", index + 1 + (words[index + 1] in DETERMINERS and index + 2 < len(words)))
                if told
                else None
            )
        if (
            words[index] not in _SHARES
            and words[index] not in _SIZING
            and not words[index].replace(".", "").isdecimal()
        ):
            return None
    return None


def _half(words: list[str]) -> tuple[Determiner, Count | None, int] | None:
    """Read "half a dozen", "half of the"."""
    if words[:3] == ["half", "a", "dozen"] and len(words) > 3:
        return "number", 6, 3
    if words[0] != "half" or len(words) < 3 or words[1] not in ("of", "the"):
        return None
    of = words[1] == "of"
    return "number", "some", 1 + of + (of and len(words) > 3 and words[2] in DETERMINERS)


def _bounding(word: str, after: str, count: Count | None) -> tuple[int, Count | None]:
    """Return how many words bound a number or name a group here ("at least", "growing", "trio of"), and the group's."""
    if word in _AMOUNTS and after in _AMOUNTS[word]:
        return 1, None
    if word in _GROUPS and count == "one" and after == "of":
        return 2, _GROUPS[word]
    bounds = word in ("at", "fewer", "less", "up", "more", "as") and after in ("least", "than", "to", "many", "most")
    return 2 * bounds, None


def _names_year(word: str, kind: Determiner) -> bool:
    """Tell whether digits behind an article are a year ("a 2016 study"), or before a plain plural a number."""
    return len(word) == 4 and "1900" <= word <= "2100" and kind in ("a", "the", "his", "")
