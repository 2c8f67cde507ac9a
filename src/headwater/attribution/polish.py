"""Mending the reader's source spans: a source stands in one line, and a name is taken whole.

Ranges are half-open code points. Imports: the standard library only.
"""

import re

Range = tuple[int, int]

# Names and initials that stand directly before a span that begins inside a name: "Ines " before "Calder".
_NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w.’'\-]{0,30}) ){1,4}$")
_LOOK_BACK = 130
_NO_NAME = frozenset(
    "The A An But And Or In On At By For From With As If When While After Before That This These Those It He She They "
    "Its His Her Their Our We I You Monday Tuesday Wednesday Thursday Friday Saturday Sunday However Meanwhile".split()
)


def in_one_line(text: str, source: Range | None, cue: Range | None) -> Range | None:
    """Return the part of a source that stands in one line, the line nearest to the cue; None stays None."""
    if source is None or "\n" not in text[source[0] : source[1]]:
        return source
    start, end = source
    if cue is not None and cue[0] < start:
        end = text.index("\n", start)
    else:
        start = text.rindex("\n", start, end) + 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def whole_name(text: str, source: Range | None) -> Range | None:
    """Return a source that begins inside a name extended to the name's first word."""
    if source is None or not text[source[0]].isupper():
        return source
    start, end = source
    before = _NAME_BEFORE.search(text, max(0, start - _LOOK_BACK, text.rfind("\n", 0, start) + 1), start)
    if before is None:
        return source
    begin = start
    for word in reversed(before.group().split()):
        if word in _NO_NAME or (word.isupper() and len(word) > 3) or word.endswith("."):
            break
        begin -= len(word) + 1
    return begin, end


_EXPLETIVE_CUE = re.compile(
    r"\b(?:emerge|transpire|turn(?:s|ed)? out|appear|seem|become clear|became clear)", re.IGNORECASE
)


def no_expletive(text: str, source: Range | None, cue: Range | None) -> Range | None:
    """Return None for the "it" of "it emerged that", which names nobody; any other source stays."""
    if source is None or cue is None or text[source[0] : source[1]].lower() != "it":
        return source
    return None if _EXPLETIVE_CUE.search(text, cue[0], cue[1]) else source
