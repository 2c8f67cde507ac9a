"""Mending the edges of what was read (method, conventions 2 and 8).

A source stands in one line and holds names whole; a content has no "that" before it and no stray mark around it; a cue
does not end in a bare article. Ranges are half-open code points. Imports: the standard library and this package's
drafts only.
"""

import re
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.layout import below_heading, headline_inverted, not_the_byline

# Names and initials that stand directly before a span that begins inside a name: "Ines " before "Calder".
_NAME_BEFORE = re.compile(r"(?:(?:[A-Z][\w.’'\-]{0,30}) ){1,4}$")
# "Minutes of the meeting, seen by the Observer": what was seen is the source, not who saw it.
_SEEN_BY = re.compile(
    r"(?:^|[.\n;:“\"] ?)([A-Z][^.\n,;:“”\"]{2,80}), "
    r"((?:seen|obtained|reviewed|released|published|posted|filed|leaked) )"
    r"(?=by|to|on|in|at|from|this|last|yesterday|[A-Z])"
)
_TO_SHOW = re.compile(r"to (?:show|indicate|suggest|confirm|reveal|prove|contradict) (\S)")
_AS_SAYING = re.compile(r"(as (?:saying|telling|having said|confirming)) (?:that )?(?=\S)")
_HEARD = re.compile(r"(?:(?:has|have|had) )?(?:later |also |then )?heard|.*\b(?:was|were|been) (?:later |also )?told")
_AUDIENCES = frozenset(
    "court jury jurors inquest tribunal hearing inquiry parliament committee panel trial commission senators lawmakers "
    "mps magistrates delegates councillors assembly".split()
)
_DATE_LAST = re.compile(
    r"\s+on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?: \d{1,2})?)$"
)
_COUNTED = re.compile(r", (?=(?:one|two|three|four|five|six|several|some|an?|the) [a-z])")
_COUNTED_SEVERAL = re.compile(r", (?=(?:two|three|four|five|six|seven|several|some|many|both) [a-z])")
# ", the president of the guild, K. P. Orr": the role belongs to the name behind it, not to one before.
_ROLE_AND_NAME = re.compile(r", (?:the|a|an) [^,\n]{3,90}, (?:[A-Z][\w.’'\-]{0,30} ?){1,4}")
_SHORT_PIECE = 2  # words
_EVERYBODY = frozenset(("everyone", "everybody", "nobody", "no one", "anyone", "anybody", "no-one", "'s", "’s"))
_HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
_OPENERS = re.compile(r"(?:Now|But|And|So|Yet|Still|Then|Meanwhile|However),? (?=[A-Z]|the |a |an )")
_NAME = re.compile(r"[A-Z][\w.’'\-]{1,30}(?: (?:[A-Z][\w.’'\-]{0,30}|al|bin|de|van|von)){0,4}$")
_LOOK_BACK = 130
_NO_NAME = frozenset(
    "The A An But And Or In On At By For From With As If When While After Before That This These Those It He She They "
    "Its His Her Their Our We I You Monday Tuesday Wednesday Thursday Friday Saturday Sunday However Meanwhile".split()
)


_THAT = re.compile(
    r"that\s+(?!(?:is|are|was|were|has|had|will|would|could|can|may|might|should|must|does|did)\b)", re.IGNORECASE
)
_REACHED = re.compile(r", (?:as )?(?:quoted|cited|interviewed|reached|contacted|asked)$")
_LOOSE_AFTER = " ,;:\n\t\u00a0"
_RULED_OUT = re.compile(r"to rule out\s+")
_ARTICLE_LAST = re.compile(
    r"\s+(?:in|on|at|during|to|for|of|with|by)\s+(?:a|an|the|its|his|her|their|our|my)$", re.IGNORECASE
)


def _before_participle(text: str, source: Range | None) -> Range | None:
    """Return a source without the participle that opens how it was reached: "a spokesman, quoted [by the Gazette]"."""
    found = _REACHED.search(text, *source) if source else None
    return source if source is None or found is None else (source[0], found.start())


def mended(text: str, draft: Draft) -> Draft:
    """Return a relation as read with its edges mended; see the functions of this module."""
    draft = not_the_byline(text, headline_inverted(text, _shown(text, _quoted_by(text, draft))))
    named = whole_name(text, in_one_line(text, draft.source, draft.cue))
    source = no_expletive(text, named, draft.cue)
    if named and draft.cue and source is None and text[named[1] : draft.cue[0]].isspace():
        draft = replace(draft, cue=(named[0], draft.cue[1]))  # "It later emerged" is the cue
    if is_audience(text, source, draft.cue):
        source = None
    source, reached = _parted_at_comma(text, _before_participle(text, source), draft)
    content = bare_content(text, draft.cue, _near(text, draft.cue, below_heading(text, draft.cue, reached)))
    if source is not None and is_hearsay(text, source, draft.cue):
        content = tuple(sorted((source, *content)))  # the clerk who "reportedly left" is spoken of
        source = None
    if source is not None:
        dated = _DATE_LAST.search(text, *source)
        source = (source[0], dated.start()) if dated else source
        opener = _OPENERS.match(text, *source)
        source = _named(text, (opener.end() if opener else source[0], _before_marks(text, source)))
        seen = _SEEN_BY.search(text, max(0, source[0] - _LOOK_BACK), source[1])
        source = (seen.start(1), source[1]) if seen and seen.start(2) == source[0] else source
        content = _outside(source, content)
    cue, content = _rule_out(text, bare_cue(text, draft.cue), content)
    return replace(draft, source=source, cue=cue, content=content)


def is_audience(text: str, source: Range | None, cue: Range | None) -> bool:
    """Tell whether a source only listened: "a court heard", "jurors were told"; who spoke is not said."""
    if source is None or cue is None or _HEARD.fullmatch(text, *cue) is None:
        return False
    words = re.findall(r"\w+", text[slice(*source)].lower())
    return not _AUDIENCES.isdisjoint(words) and text[slice(*source)].find(",") < 0


def names_nobody(text: str, source: Range | None) -> bool:
    """Tell whether a source is everybody or nobody: "everyone is talking about it", "let's see" credit no one."""
    return source is not None and text[slice(*source)].lower() in _EVERYBODY


def _parted_at_comma(text: str, source: Range | None, draft: Draft) -> tuple[Range | None, tuple[Range, ...]]:
    """Give the end of a name back to the content: "a bid for Oak & [Vale, two people briefed on it] said"."""
    before = draft.content[-1]
    if (
        source is None
        or draft.cue is None
        or not (before[1] <= source[0] <= before[1] + 2 and source[1] <= draft.cue[0])
    ):
        return source, draft.content
    comma = _COUNTED.search(text, *source)
    if comma is None or comma.start() == source[0] or text[max(0, source[0] - 2) : source[0]].rstrip()[-1:] in ',”"':
        return source, draft.content
    return (comma.end(), source[1]), (*draft.content[:-1], (before[0], comma.start()))


def _near(text: str, cue: Range | None, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Leave out pieces of one or two words in another line than the cue: a dateline, a label."""
    if cue is None or len(content) < 2:
        return content
    start = text.rfind("\n", 0, cue[0]) + 1
    end = text.find("\n", cue[1])
    end = len(text) if end < 0 else end
    near = [p for p in content if (start <= p[0] and p[1] <= end) or len(text[slice(*p)].split()) > _SHORT_PIECE]
    return tuple(near) or content


def _shown(text: str, draft: Draft) -> Draft:
    """Read "the clip appears to show smoke" as what the clip shows, not as hearsay about the clip."""
    if draft.source is not None or draft.cue is None or len(draft.content) != 2:
        return draft
    (before, after), cue = draft.content, draft.cue
    shows = _TO_SHOW.match(text, *after)
    if before[1] > cue[0] or shows is None or text[cue[1] : after[0]].strip():
        return draft
    return replace(draft, source=before, cue=(cue[0], shows.start(1) - 1), content=((shows.start(1), after[1]),))


def _quoted_by(text: str, draft: Draft) -> Draft:
    """Credit who "was quoted by the Post as saying" it, not the Post."""
    as_saying = _AS_SAYING.match(text, *draft.content[-1])
    if as_saying is None or draft.cue is None or not draft.cue[1] <= as_saying.start():
        return draft
    (*others, (_, end)) = draft.content
    source = others[0] if others and others[0][1] <= draft.cue[0] else draft.source
    return replace(draft, source=source, cue=as_saying.span(1), content=((as_saying.end(), end),))


def is_hearsay(text: str, source: Range, cue: Range | None) -> bool:
    """Tell whether a cue is a hearsay adverb alone, to which no source belongs."""
    return cue is not None and source[1] <= cue[0] and text[slice(*cue)].lower() in _HEARSAY


def _named(text: str, source: Range) -> Range:
    """Return a source that begins with a comma (", a doctor") from the name its apposition belongs to."""
    start, end = source
    if text[start] != ",":
        return source
    if counted := _COUNTED_SEVERAL.match(text, start, end):
        return counted.end(), end  # "a bid for Oak & Vale, two people said": no apposition to Vale
    name = _NAME.search(text, max(0, start - _LOOK_BACK), start)
    if name is not None and not _ROLE_AND_NAME.fullmatch(text, start, end):
        return name.start(), end
    while start < end - 1 and text[start] in _LOOSE_AFTER:
        start += 1
    return start, end


def _outside(source: Range, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return a content without the words of its source; all of it when nothing else is there."""
    pieces: list[Range] = []
    for start, end in content:
        before, after = (start, min(end, source[0])), (max(start, source[1]), end)
        pieces += [part for part in (before, after) if part[0] < part[1]]
    return tuple(pieces) or content


def bare_cue(text: str, cue: Range | None) -> Range | None:
    """Return a cue without a preposition and article that lead to words outside it: "said in a"."""
    if cue is None:
        return None
    loose = _ARTICLE_LAST.search(text, *cue)
    return (cue[0], loose.start()) if loose and loose.start() > cue[0] else cue


def bare_content(text: str, cue: Range | None, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return a content without the "that" that leads to it and without loose marks at its edges.

    Pieces of nothing but marks are left out, unless nothing else is there.
    """
    pieces = []
    for start, end in content:
        that = _THAT.match(text, start, end) if cue is None or cue[1] <= start else None
        begin = that.end() if that else start
        stop = _before_marks(text, (begin, end))
        while begin < stop and text[begin] in _LOOSE_AFTER:
            begin += 1
        if any(char.isalnum() for char in text[begin:stop]) and text[begin:stop].lower() != "that":
            pieces.append((begin, stop))
    return tuple(pieces) or content


def _rule_out(text: str, cue: Range | None, content: tuple[Range, ...]) -> tuple[Range | None, tuple[Range, ...]]:
    """Take "to rule out" from the content into the cue right before it: "refused to rule out" is one refusal."""
    first, *others = content
    words = _RULED_OUT.match(text, *first)
    if cue is None or words is None or words.end() >= first[1] or text[cue[1] : first[0]].strip():
        return cue, content
    return (cue[0], first[0] + len("to rule out")), ((words.end(), first[1]), *others)


def _before_marks(text: str, place: Range) -> int:
    start, end = place
    while end > start + 1 and text[end - 1] in _LOOSE_AFTER:
        end -= 1
    return end


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
    r"\b(?:emerge|transpire|turn(?:s|ed)? out|appear|seem|become clear|became clear"
    r"|(?:is|was|been|being)(?: \w+ly| not| later| also)? (?:revealed|reported|announced|claimed|learned|learnt"
    r"|confirmed|disclosed|alleged|estimated|believed|said|understood|suggested|thought|known|rumoured|rumored|hoped"
    r"|feared)\b)",
    re.IGNORECASE,
)


def no_expletive(text: str, source: Range | None, cue: Range | None) -> Range | None:
    """Return None for the "it" of "it emerged that", which names nobody; any other source stays."""
    if source is None or cue is None or text[source[0] : source[1]].lower() != "it":
        return source
    return None if _EXPLETIVE_CUE.search(text, cue[0], cue[1]) else source
