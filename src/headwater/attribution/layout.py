"""Lines that are no part of a sentence: a headline or byline read into a content, a headline's speaker behind its verb.

Ranges are half-open code points. Imports: the standard library and this package's drafts only.
"""

import re
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range

_LONGEST_HEADING = 90  # code points of a line that may be a headline, a byline or a date
_MARKS = '"“”‘«»'
_ENDS = '.!?:;,"”’'
# "Port to close by May, says minister": nothing follows the speaker in the line.
_SPEAKER_LAST = re.compile(
    r"(?P<content>[^\n]{8,140}?), (?P<cue>says?|claims?|warns?|admits?|insists?|reports?|suggests?) "
    r"(?P<source>[^\n,.;:]{2,50})(?=\n|$)"
)


def below_heading(text: str, cue: Range | None, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return a content without the short unended line above the cue's own that was read into its first piece.

    Args:
        text: Document.text.
        cue: Of the relation; without one nothing is cut.
        content: Its content; a piece that holds quotation marks may run over lines and stays.
    """
    if cue is None:
        return content
    own = text.rfind("\n", 0, cue[0]) + 1
    (start, end), *others = content
    if not start < own < end or any(mark in text[start:own] for mark in _MARKS):
        return content
    above = text[text.rfind("\n", 0, start) + 1 : own].rstrip()
    first = text[own:end].lstrip()[:1]
    heading = "\n" not in above and len(above) <= _LONGEST_HEADING and above[-1:] not in _ENDS
    return ((own, end), *others) if heading and (first.isupper() or first.isdecimal()) else content


def headline_inverted(text: str, draft: Draft) -> Draft:
    """Return a relation of a first line such as "Port to close, say ministers" with its speaker behind the verb."""
    found = _SPEAKER_LAST.match(text)
    if found is None or draft.cue is None or not (found.start() <= draft.cue[0] and draft.cue[1] <= found.end()):
        return draft
    if draft.cue[0] > found.end("cue") or draft.cue[1] < found.start("cue"):
        return draft
    return replace(draft, source=found.span("source"), cue=found.span("cue"), content=(found.span("content"),))


def not_the_byline(text: str, draft: Draft) -> Draft:
    """Return a relation of a line that ends in its verb ("Dam was old, memo says") without a speaker of the next line.

    Whom the next line names wrote the article; who speaks stands before the verb.
    """
    if draft.source is None or draft.cue is None or not text.startswith("\n", draft.cue[1]):
        return draft
    if draft.source[0] < draft.cue[1]:
        return draft
    begin = text.rfind("\n", 0, draft.cue[0]) + 1
    comma = text.rfind(", ", begin, draft.cue[0])
    end = begin + len(text[begin : draft.cue[0]].rstrip())
    if comma < 0 or end <= comma + 2:
        return replace(draft, source=None)
    content = tuple((first, min(last, comma)) for first, last in draft.content if first < comma)
    return replace(draft, source=(comma + 2, end), content=content or draft.content)
