"""Texts that an article names by their titles in quotation marks: "Salt in the Wells", a study of the river's retreat.

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.entities.page import Page, Range
from headwater.lexicon.source_nouns import source_noun

_LONGEST_TITLE, _MOST_WORDS = 90, 10  # code points, words
_TITLE = re.compile(rf"\"(?P<title>[A-Z][^\"\n.;]{{3,{_LONGEST_TITLE}}}?),?\"")
# "a study titled X", "the report, X": the noun stands before the title.
_NOUN_BEFORE = re.compile(r"\b([a-z]+)(?: (?:titled|entitled|called|headed|headlined|named))?,? $")
_BEHIND = re.compile(r",? (?:an?|the|its|his|her|their) (\w)")
_CALLED = re.compile(
    rf"\b(?P<noun>[A-Za-z]+),? (?:en)?titled \"?(?P<title>[A-Z][^\"\n.;]{{3,{_LONGEST_TITLE}}}?)\"?,?$"
)
_REACH, _NOUN_WORDS = 60, 4  # code points, words behind a title in which its noun stands
_SMALL = frozenset("a an the of in on and for to at by with from or as is".split())
_SHARE = 0.75  # of a title's longer words have capitals


@dataclass(frozen=True, slots=True)
class Work:
    """A text with a title.

    Attributes:
        title: Range of its words, without the marks.
        noun: What kind of text it is ("study").
    """

    title: Range
    noun: str


def title_called(page: Page, start: int, end: int) -> Work | None:
    """Return the text that a source phrase calls by an unquoted title: "a report entitled The Dry Ledger"."""
    match = _CALLED.search(page.folded, start, end)
    noun = _text_noun(match.group("noun").lower()) if match is not None else None
    if match is None or noun is None or not _is_title(page.text[slice(*match.span("title"))]):
        return None
    return Work(match.span("title"), noun)


def titled_works(page: Page) -> Iterator[Work]:
    """Yield the texts that are introduced by a quoted title and a noun for a text, in order."""
    for match in _TITLE.finditer(page.folded):
        start, end = match.span("title")
        if _is_title(page.text[start:end]) and (noun := _kind_of(page, match)):
            yield Work((start, end), noun)


def _is_title(words: str) -> bool:
    """Tell whether quoted words are written like a title: short, the long ones with capitals."""
    long = [word for word in words.split() if word.lower() not in _SMALL and word[0].isalpha()]
    if not 1 < len(words.split()) <= _MOST_WORDS or not long:
        return False
    return sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def _kind_of(page: Page, match: re.Match[str]) -> str | None:
    """Return the noun for a text before or behind a title, None where neither stands there."""
    before = _NOUN_BEFORE.search(page.folded, max(0, match.start() - 40), match.start())
    if before and (kind := _text_noun(before.group(1))):
        return kind
    if not (behind := _BEHIND.match(page.folded, match.end(), match.end() + _REACH)):
        return None
    words = re.findall(r"[\w-]+", page.folded[behind.start(1) : match.end() + _REACH])[:_NOUN_WORDS]
    return next((kind for word in words if (kind := _text_noun(word))), None)


def _text_noun(word: str) -> str | None:
    noun = source_noun(word)
    return noun.lemma if noun is not None and noun.noun_class == "issued" and not noun.plural else None
