"""Where a clause with a subject of its own parts an attribution from an outlet that its sentence names.

"..., Tarmac reported, though the chairman told CNN that ...": CNN has nothing to do with what Tarmac reported. Offsets
are code points. Imports: this room, records and the standard library.
"""

import re
from collections.abc import Sequence

from headwater.entities.page import Page, Range
from headwater.records import Attribution

_CONJUNCTION = r"(?:but|though|although|while|whereas|however|yet)"
# Behind what was said: a semicolon, or a conjunction and a subject of its own before the word that links the outlet.
_BEHIND = re.compile(rf";|[,;] {_CONJUNCTION} (?!(?:he|she|they|it)\b)\w[^,;]*", re.IGNORECASE)
# Before who speaks: a clause about others has ended.
_BEFORE = re.compile(rf";|[,;] {_CONJUNCTION} ", re.IGNORECASE)
_RELATIVE = re.compile(r"\s*,? ?(?:which|whose|who|whom)\b")
# ", and officials [told the Post]": another clause with a subject of its own.
_OTHERS_CLAUSE = re.compile(
    r"[;,] (?:and|but|while|whereas|though|after) "
    r"(?!(?:he |she |they |it |also |later |then |has |had |have |who )*$)[^,;]{2,80} $"
)
_NEXT_CLAUSE = re.compile(r"[;,] (?:and|but|while|whereas|though|although) (?:the |a |an |its |his |her )?$")


def in_another_clause(page: Page, attribution: Attribution, link: int, name: Range) -> bool:
    """Tell whether an outlet belongs to another clause of an attribution's sentence.

    Args:
        page: The document.
        attribution: Its source, cue and content are what the outlet may carry.
        link: Where the word stands that makes the outlet a carrier ("told", "by").
        name: Half-open range of the outlet's name.
    """
    own = [(s.start, s.end) for s in (attribution.source, attribution.cue, *attribution.content) if s is not None]
    before = max((end for _, end in own if end <= link), default=None)
    after = min((start for start, _ in own if start >= name[1]), default=None)
    if before is not None and after is None:
        return _BEHIND.search(page.folded, before, link) is not None
    if before is None and after is not None:
        return _BEFORE.search(page.folded, name[1], after) is not None
    return before is not None and _describes_content(page, attribution, before)


def _describes_content(page: Page, attribution: Attribution, before: int) -> bool:
    """Tell whether a relative clause behind one piece of a content holds the outlet: "the loss, which CNN reported"."""
    ends: Sequence[int] = [span.end for span in attribution.content[:-1]]
    return before in ends and _RELATIVE.match(page.folded, before) is not None


def told_in_another_clause(page: Page, attribution: Attribution, told: Range) -> bool:
    """Tell whether "told" at a range is somebody else's: in a clause behind the cue, or in one before the source.

    "One told the Post that it leaked, but the union said ...", "the union said ..., and two told the Post".
    """
    source, cue = attribution.source, attribution.cue
    if cue is not None and _OTHERS_CLAUSE.search(page.folded, cue.end, told[0]):
        return True
    before = source is not None and told[1] < source.start
    return before and source is not None and _NEXT_CLAUSE.search(page.folded, told[1], source.start) is not None
