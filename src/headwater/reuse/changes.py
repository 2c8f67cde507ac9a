"""What changed between two wordings of one passage of speech: a spelling, a number, or the words themselves.

Imports: the standard library, rapidfuzz, headwater.lexicon, text and this room only.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein

from headwater.lexicon.countries import country_of
from headwater.records import QuotationChangeKind
from headwater.text import fold_case, hash_words, load_background

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_THOUSAND = 1e3
_NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|cannot|without)\b")
_DATES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    ).split()
)
# Long forms of what speech runs together; a reporter may write either.
_CONTRACTIONS = (
    (re.compile(r"\bcan't\b|\bcannot\b"), "can not"), (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"), (re.compile(r"'re\b"), " are"), (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"), (re.compile(r"\bi'm\b"), "i am"), (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\b(it|that|he|she|there|what|who)'s\b"), r"\1 is"), (re.compile(r"\bgonna\b"), "going to"),
    (re.compile(r"\bwanna\b"), "want to"), (re.compile(r"\bgotta\b"), "got to"),
)  # fmt: skip
# British and American endings; only for words of six letters and more, so that "four" is never "for".
_VARIANTS = (
    (re.compile(r"is(e[ds]?|ing|ation|ations)$"), r"iz\1"), (re.compile(r"ys(e[ds]?|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|able|ful|ite|hood|ly)?$"), r"or\1"), (re.compile(r"re(s|d)?$"), r"er\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"), (re.compile(r"mme(s?)$"), r"m\1"), (re.compile(r"ence$"), "ense"),
    (re.compile(r"ll"), "l"), (re.compile(r"ae|oe"), "e"),
)  # fmt: skip
_VARIANT_LETTERS = 6
_TYPO_LETTERS, _TYPO_DISTANCE, _TYPO_SHARE = 5, 2, 0.25
_INFLECTION = re.compile(r"(?:s|es|ed|d|ing|ly|'s)$")


def tell_change(ours: str, theirs: str) -> QuotationChangeKind:
    """Return what changed between two wordings; neither is empty.

    Args:
        ours: Words of one version.
        theirs: The words that stand in their place in the other.
    """
    left, right = _expand(ours), _expand(theirs)
    numbers = read_numbers(left), read_numbers(right)
    if numbers[0] and numbers[1]:
        if numbers[0] != numbers[1]:
            return "number"
        left, right = _without_numbers(left), _without_numbers(right)
    return "spelling" if _are_spellings(left, right) else "substitution"


def read_numbers(text: str) -> tuple[float, ...]:
    """Return the numbers that stand in a text in figures or words, in order ("forty-five thousand" is one)."""
    folded = fold_case(text)
    # A comma or a full stop parts two numbers; a space, a hyphen or "and" does not.
    phrases: list[list[str]] = [[]]
    end = 0
    for match in _WORD.finditer(folded):
        if folded[end : match.start()].strip(" -"):
            phrases.append([])
        phrases[-1].append(match.group())
        end = match.end()
    return tuple(number for phrase in phrases for number in _numbers_of(phrase))


def _numbers_of(words: Sequence[str]) -> Iterator[float]:
    total, part, is_open = 0.0, 0.0, False
    for word in words:
        scale = _SCALES.get(word.removesuffix("s"))
        starts_new = word[0].isdecimal() or (scale is None and word not in _SMALL and word != "and")
        if starts_new and is_open:
            yield total + part
            total, part, is_open = 0.0, 0.0, False
        if word[0].isdecimal():
            part, is_open = (float(word.replace(",", "")) if word.count(".") < 2 else 0.0), True
        elif word in _SMALL:
            part, is_open = part + _SMALL[word], True
        elif scale is not None and (is_open or word in _SCALES):
            part, is_open = max(part, 1.0) * scale, True
            if scale >= _THOUSAND:
                total, part = total + part, 0.0
    if is_open:
        yield total + part


def _expand(text: str) -> str:
    folded = fold_case(text)
    for pattern, long in _CONTRACTIONS:
        folded = pattern.sub(long, folded)
    return folded


def _without_numbers(text: str) -> str:
    kept = [
        w
        for w in _WORD.findall(text)
        if not w[0].isdecimal() and w not in _SMALL and w.removesuffix("s") not in _SCALES
    ]
    return " ".join(kept)


def _are_spellings(left: str, right: str) -> bool:
    """Tell whether two wordings are one in two spellings; never when only one of them negates."""
    words = _WORD.findall(left), _WORD.findall(right)
    if "".join(words[0]) == "".join(words[1]):
        return True
    if (_NEGATION.search(left) is None) != (_NEGATION.search(right) is None) or len(words[0]) != len(words[1]):
        return False
    return all(one == other or _is_variant(one, other) for one, other in zip(*words, strict=True))


def _is_variant(one: str, other: str) -> bool:
    if min(len(one), len(other)) >= _VARIANT_LETTERS - 1 and _canonical(one) == _canonical(other):
        return True
    if one[0] != other[0] or min(len(one), len(other)) < _TYPO_LETTERS:
        return False
    distance = Levenshtein.distance(one, other)
    if distance > _TYPO_DISTANCE or distance > _TYPO_SHARE * max(len(one), len(other)):
        return False
    if _INFLECTION.sub("", one) == _INFLECTION.sub("", other):
        return False
    # Two words that both stand in dictionaries are two words; a name or a slip of the pen does not.
    return not (_is_known(one) and _is_known(other))


def _canonical(word: str) -> str:
    if len(word) < _VARIANT_LETTERS - 1:
        return word
    for pattern, plain in _VARIANTS:
        word = pattern.sub(plain, word)
    return word


def _is_known(word: str) -> bool:
    if word in _DATES or country_of(word) is not None:
        return True
    hashes, table = hash_words(word).hashes, load_background().hashes
    places = np.minimum(np.searchsorted(table, hashes), len(table) - 1)
    return bool((table[places] == hashes).all())
