"""What kind of act a cue names, and whether its content is affirmed, denied or hedged (method, convention 11).

Both follow from the cue's own words, so rules and the learned reader share them. Imports: the standard library,
headwater.lexicon and headwater.records only.
"""

import re
from functools import cache

from headwater.lexicon.cues import Cue, cue_index
from headwater.records import CueClass, Polarity

_WORD = re.compile(r"[\w.]+(?:['-]\w+)*|:")
_NEGATIONS = frozenset("yet not never no neither nor without hardly nobody none n't cannot".split())
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_MODALS_OF_REFUSAL = frozenset("would will wouldn't won't".split())
DOUBTING = frozenset(
    "believed thought suspected alleged rumoured rumored feared presumed supposed assumed reputed claimed reported "
    "considered understood forecast said tipped".split()
)
_RESERVED = frozenset(
    "hint hinted hints hinting seem seems seemed appear appears appeared insinuate speculated".split()
)
_RAISING = frozenset("seem seems seemed appear appears appeared".split())
_HALF = re.compile(
    r"\b(?:refus\w+|declin\w+|fail\w+|stopp?\w* short|shied away|avoid\w+|hesitat\w+|reluctan\w+|unwilling|unable)\b"
)
_CHECKING = frozenset(
    "confirm verify corroborate establish determine say tell comment elaborate disclose reveal".split()
)


def classify_cue(text: str, before: str) -> tuple[CueClass, Polarity]:
    """Return class and polarity of a cue.

    Args:
        text: The cue's words, as they stand; empty for a quotation without a cue.
        before: Up to a few words before it, where a negation may stand that the cue's span left out.

    Returns:
        ("say", "affirmed") for marks, prepositions and words the lexicon does not hold.
    """
    words = tuple(_plain(text))
    if not words:
        return "say", "affirmed"
    if len(words) > 2 and words[0] in _RAISING and words[1] == "to":
        return classify_cue(" ".join(words[2:]), "")[0], "hedged"  # "appears to show"
    cue, at = _best_entry(words)
    if cue is None:
        return "say", "hedged" if _is_negated(words, before) else "affirmed"
    if cue.kind in ("hearsay", "reach", "phrase"):
        return cue.cue_class, cue.polarity
    negated = _is_negated(words[: at + 1], before) and not words[at].startswith("not")
    return _with_context(cue, words, at, negated=negated)


def cue_entry(text: str) -> Cue | None:
    """Return the lexicon's entry that covers most of a cue's words; None when it holds none of them."""
    words = tuple(_plain(text))
    return _best_entry(words)[0] if words else None


def _with_context(cue: Cue, words: tuple[str, ...], at: int, *, negated: bool) -> tuple[CueClass, Polarity]:
    kind, polarity = cue.cue_class, cue.polarity
    head = words[at]
    withheld = _HALF.search(" ".join(words)) is not None
    if withheld and kind != "decline":
        return "decline", "hedged"
    if negated:
        if kind in ("deny", "decline"):
            return kind, "hedged"
        if kind in ("believe", "intend", "show") and cue.words[0] not in ("understand", "know"):
            return kind, "denied"
        refusing = any(word in _MODALS_OF_REFUSAL for word in words[:at])
        if refusing and kind in ("say", "claim", "report", "show") and cue.words[0] in _CHECKING:
            return "decline", "hedged"
        return kind, "hedged"
    if head in DOUBTING and any(word in _BE for word in words[:at]):
        return kind, "hedged"
    return kind, "hedged" if head in _RESERVED else polarity


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'").replace("‘", "'"))


def _is_negated(words: tuple[str, ...], before: str) -> bool:
    nearby = _plain(re.split(r"[.,;:!?\"“”]", before)[-1])[-3:]
    return any(word in _NEGATIONS or word.endswith("n't") for word in (*nearby[-2:], *words))


@cache
def _best_entry(words: tuple[str, ...]) -> tuple[Cue | None, int]:
    """Return the entry that covers most words, the first of equals ("declined to say" is a refusal), and its place."""
    best: tuple[int, int, Cue | None] = (0, 0, None)
    index = cue_index()
    for at, word in enumerate(words):
        for match in index.get(word, ()):
            size = 1 + len(match.rest)
            better = (size, -at) > (best[0], -best[1])
            verbal = (
                (size, at) == best[:2] and match.cue.kind == "verb" and best[2] is not None and best[2].kind == "noun"
            )
            if words[at + 1 : at + size] == match.rest and (better or verbal):
                best = (size, at, match.cue)
    return best[2], best[1]
