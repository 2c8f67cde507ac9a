"""Attributions by a mark: "X: content", "Content: X", in headlines and transcripts.

Imports: headwater.lexicon and this package only.
"""

from headwater.attribution.drafts import Draft
from headwater.attribution.sentences import Sentence
from headwater.attribution.words import DASHES, Word
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_MOST_WORDS = 6
_SPEAKING = frozenset(
    "poll survey report study police mayor minister official officials source sources experts expert analysis analyst "
    "president governor senator spokesman spokeswoman spokesperson lawyer lawyers court judge witness witnesses "
    "researchers scientists un eu pm paper newspaper media data union company coroner doctors prosecutors governor "
    "fbi nasa who ceo chief watchdog inquiry council".split()
)
_LABELS = frozenset(
    "photo photos video watch read more related update updated opinion analysis note editor's breaking exclusive live "
    "correction listen gallery file image credit source sources tags topics share name age city job pay date time "
    "location photograph picture abstract title subject contact from by here also full text vs review column "
    "q a part chapter step key takeaways bottom line".split()
)


def find_by_mark(sentence: Sentence, *, first: bool) -> Draft | None:
    """Return the relation a colon (or a dash before a closing source) makes of a headline or a transcript's line.

    Args:
        sentence: The sentence to read.
        first: It is the document's first sentence.
    """
    words = sentence.words
    if len(words) < 4 or not sentence.opens_paragraph:
        return None
    if first and (draft := _closing_source(words)):
        return draft
    at = next((index for index, word in enumerate(words[: _MOST_WORDS + 1]) if word.low == ":"), 0)
    if not 0 < at < len(words) - 2 or not _names_speaker(words[:at], headline=first):
        return None
    end = len(words) - (words[-1].text == ".")
    return Draft(
        source=(words[0].start, words[at - 1].end),
        cue=(words[at].start, words[at].end),
        content=((words[at + 1].start, words[end - 1].end),),
        rule="colon-speaker" if _is_speaker(words[:at]) else "colon",
        score=0.6,
    )


def _closing_source(words: list[Word]) -> Draft | None:
    """Read "Town to get bridge: mayor", "Harbour to close - officials"."""
    last = len(words) - 1
    while last > 0 and words[last].text == ".":
        last -= 1
    for at in range(last - 1, max(last - 5, 2), -1):
        spaced_dash = words[at].low in DASHES and words[at - 1].end < words[at].start
        if words[at].low != ":" and not spaced_dash:
            continue
        tail = words[at + 1 : last + 1]
        if any(_can_speak(word.low) for word in tail) and not any(word.tag in ("aux", "modal") for word in tail):
            return Draft(
                source=(tail[0].start, tail[-1].end),
                cue=(words[at].start, words[at].end),
                content=((words[0].start, words[at - 1].end),),
                rule="colon-last",
                score=0.6,
            )
        return None
    return None


def _can_speak(word: str) -> bool:
    noun = source_noun(word)
    return word in _SPEAKING or (noun is not None and noun.noun_class in PERSON_CLASSES)


def _is_speaker(words: list[Word]) -> bool:
    """Tell whether a label names somebody by what they do ("Fire chief"), not a matter ("Frustration with police")."""
    return _can_speak(words[-1].low) and not any(word.tag == "prep" for word in words)


def _names_speaker(words: list[Word], *, headline: bool) -> bool:
    if any(word.low in _LABELS for word in words):
        return False
    if any(word.tag in ("aux", "modal", "pron", "to", "sub", "wh", "quote") for word in words):
        return False
    if _can_speak(words[-1].low):
        return True
    names = [word for word in words if word.text[0].isupper()]
    return len(names) == len(words) and len(words) <= (3 if headline else 4) and words[0].text[0].isalpha()
