"""Paragraphs and sentences of a text as ranges of offsets; linear in the length of the text.

A paragraph is a maximal run of lines without a line break (news texts carry one paragraph a line). A sentence never
crosses a paragraph. Closing quotation marks and brackets belong to the sentence they close.
Imports: the standard library only.
"""

import re
from bisect import bisect_right

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_CLOSERS = "\"'”’»)]"
# A run of end marks, closers that may stand apart by one space in old wire texts, then white space and what follows.
_END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)(\s+|$)")
_LAST_WORD = re.compile(r"[\w.’'\-]+$")
# Titles and ranks are followed by a name, so a capital after them opens no sentence.
_TITLES = frozenset(
    (
        "mr mrs ms dr prof gen col lt maj capt cpl sgt adm cmdr brig rev hon sen rep gov pres st sr fr messrs "
        "mx supt insp det const amb sec atty asst assoc dep vs no nos fig art ch pp vol ed eds ft mt cf al "
        "approx"
    ).split()
)
# These close a name or a date; a capital after them usually does open a sentence.
_CLOSING_ABBREVIATIONS = frozenset(("jr inc ltd co corp plc etc a.m p.m bros llc est").split())
_MONTHS = frozenset(
    ("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun").split()
)
_PLACES = frozenset(
    (
        "ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
        "ore pa tenn tex va vt wash wis wyo"
    ).split()
)
_SPACED_HOUR = re.compile(r"\b[ap]\. ?m$", re.IGNORECASE)
_DIGITS_BEFORE = re.compile(r"(?<![\w,.])\d{1,2}$")
_DIGITS_AFTER = re.compile(r"\d{1,2}(?:bn|mn|m|tn|k)?(?![\w,.])")
_OPENERS = "\"'“‘«([—–-"

Range = tuple[int, int]


def split_paragraphs(text: str) -> tuple[Range, ...]:
    """Return the paragraphs as half-open ranges without leading and trailing white space, in order; none empty."""
    return tuple(trimmed for match in _LINE.finditer(text) if (trimmed := _trim(text, match.start(), match.end())))


def split_sentences(text: str) -> tuple[Range, ...]:
    """Return the sentences as half-open ranges in order; together they cover all that is not white space."""
    sentences: list[Range] = []
    for start, end in split_paragraphs(text):
        begin = start
        for match in _END.finditer(text, start, end):
            stop = match.end(2)
            if match.end() >= end or stop <= begin:
                continue
            if _ends_sentence(text, match, end):
                stop = _take_loose_closer(text, begin, stop, end)
                if trimmed := _trim(text, begin, stop):
                    sentences.append(trimmed)
                begin = stop
        if trimmed := _trim(text, begin, end):
            sentences.append(trimmed)
    return tuple(sentences)


def range_at(ranges: tuple[Range, ...], offset: int) -> int:
    """Return the index of the last range that starts at or before an offset, -1 when none does; O(log n)."""
    return bisect_right(ranges, (offset, float("inf"))) - 1


def _trim(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _take_loose_closer(text: str, begin: int, stop: int, end: int) -> int:
    """Old wire texts write `. "` for `."`: a lone straight mark that closes an odd quotation goes with it."""
    after = stop
    while after < end and text[after] == " ":
        after += 1
    if after > stop and after < end and text[after] == '"' and text.count('"', begin, stop) % 2 == 1:
        return after + 1
    return stop


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    following = match.end()
    while following < end and text[following] in _OPENERS:
        following += 1
    nxt = text[following] if following < end else ""
    if match.group(1) != ".":
        # "..." and "?!" end a sentence unless it goes on in lower case: “Really?” he asked.
        return not nxt.islower()
    if nxt.islower() or _is_spaced_decimal(text, match, end):
        return False
    if match.group(2):
        return True
    word_match = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    word = word_match.group() if word_match else ""
    lowered = word.lower().rpartition("-")[2]  # "then-Gov. Arran"
    if lowered in _TITLES:
        return False
    if lowered in _MONTHS or lowered in _PLACES:
        return not nxt.isdecimal() and lowered in _PLACES and nxt.isupper()
    if len(word) == 1 and word.isupper() and word != "I":
        return False  # an initial: "John F. Kennedy"
    if "." in word and word.replace(".", "").isupper():
        # "U.S. Treasury" goes on, "in the U.S. The" does not; only a clear opener of sentences decides.
        return _opens_sentence(text, following, end)
    if lowered in _CLOSING_ABBREVIATIONS or _SPACED_HOUR.search(text, max(0, match.start() - 5), match.start()):
        return _opens_sentence(text, following, end)
    return True


def _is_spaced_decimal(text: str, match: re.Match[str], end: int) -> bool:
    """Old wire texts write "6. 1 - magnitude": one or two digits on either side of the point and its space."""
    before = _DIGITS_BEFORE.search(text, max(0, match.start() - 4), match.start())
    after = _DIGITS_AFTER.match(text, match.end(), end)
    return before is not None and after is not None


_SENTENCE_OPENERS = frozenset(
    (
        "the a an he she it they we i in on at but and this that these those his her their its there when "
        "while after before as if however meanwhile for according mr mrs ms dr"
    ).split()
)


def _opens_sentence(text: str, start: int, end: int) -> bool:
    stop = start
    while stop < end and text[stop].isalpha():
        stop += 1
    return text[start:stop].lower() in _SENTENCE_OPENERS
