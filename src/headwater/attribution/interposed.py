"""One report within the sentence of another, as in "Officials told the Register, CNN reported, that it was lost".

The reader, which gives each word to one owner, keeps one of the two. What the outer one reports is the whole of it;
what the inner one says is the clause alone. So with "Citing officials, CNN reported that ...", "state TV quoted him as
saying" and "he was quoted as saying by state TV". Ranges are half-open code points. Imports: the standard library,
headwater.text and this package only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.joined import speak
from headwater.text import split_sentences

_SCORE = 0.85  # as the finder's "said that": the frame leaves no choice
_MOST = 600  # code points of a sentence
_LEAST_WORDS = 2  # of what is said
_INNER = (
    r"(?P<source>[^,;:“”\"()\n]{2,110}?) (?P<cue>(?:(?:has|have|had|also|earlier|later|then) ){0,2}"
    r"(?:(?:told|informed|assured|warned|briefed|notified) (?P<told>[^,;:“”\"()\n]{2,60})"
    r"|(?:said|confirmed|acknowledged|admitted|disclosed|revealed)(?: to (?P<to>[^,;:“”\"()\n]{2,60}))?"
    r"(?: (?:on|in) [^,;:“”\"()\n]{2,30})?))"
)
_NAME = r"[A-Z](?:[\w&'’-]|\.(?=\w))*\.?(?<!\.)"
_HOUSE = (
    r"(?:[Tt]he )?(?:(?:newspaper|website|agency|broadcaster|daily|weekly|magazine) )?"
    rf"{_NAME}(?: (?:of|and|&|{_NAME})){{0,5}}(?: (?:news agency|newspaper|daily|television|radio))?"
    r"|[LlSs](?:ocal|tate) (?:media|television|TV|radio)"
    r"|(?:[a-z]+ ){1,3}(?:media|television|TV|radio|newspapers?|agency|press)"
)
_WHEN = r"(?: (?:on|in|late|early|this|last) [^,;:“”\"()\n]{2,30})?"
_SAYS = r"(?P<says>(?:first |also |has |had ){0,2}(?:reported|said|wrote)|says|writes|reports)"
_OUTER = rf"(?:(?P<outer>{_HOUSE}) {_SAYS}|(?P<first>according to|reported) (?P<after>{_HOUSE})){_WHEN}"
_SOURCE = r"(?P<source>[^,;:“”\"()\n]{2,110}?)"
_LEAD = r"(?:(?:On|In|At|Late|Early|Last|Earlier) [^,;:“”\"()\n]{2,40}, )?"
_WITHIN = re.compile(rf"{_LEAD}{_INNER}, {_OUTER}, that (?P<content>[^\n]+)")
# "Police, according to the Gazette, said nine had died".
_ASIDE = re.compile(
    rf"{_LEAD}{_SOURCE}, {_OUTER}, (?P<cue>(?:(?:has|have|had|also|earlier|later) ){{0,2}}"
    r"(?:told [^,;:\n]{2,60}?(?= that )|said|confirmed|acknowledged|admitted|disclosed|revealed|insisted|claimed)) "
    r"(?:that )?(?P<content>[^,\n][^\n]+)"
)
_BEHIND = re.compile(rf"(?P<content>[^\n]+?),[”\"’]* {_INNER}, {_OUTER}(?=[.;]|$)")
# "Rescuers put the toll at nine, Tarsa reported".
_PUT = re.compile(
    rf"{_LEAD}{_SOURCE} (?P<cue>puts?) (?P<content>the [^,\n]{{2,60}} at [^\n]{{1,60}}), {_OUTER}(?=[.;]|$)"
)
# Who is cited is credited with the same words as the house that cites.
_CITING = (
    re.compile(rf"(?P<outer>{_HOUSE}) {_SAYS}{_WHEN}, (?P<cue>citing|quoting) {_SOURCE}, that (?P<content>[^\n]+)"),
    re.compile(
        rf"{_LEAD}(?P<outer>{_HOUSE}) {_SAYS}{_WHEN} that (?P<content>[^\n]+?), "
        rf"(?P<cue>citing|quoting) {_SOURCE}(?=[.;]|$)"
    ),
    re.compile(
        rf"{_LEAD}(?P<outer>{_HOUSE}), (?P<cue>citing|quoting) {_SOURCE}, "
        r"(?P<says>(?:has |had |also |first ){0,2}(?:said|reported|wrote|put)|says|reports|writes|puts) "
        r"(?:that )?(?P<content>[^\n]+)"
    ),
    re.compile(rf"(?P<cue>Citing|Quoting) {_SOURCE}, (?P<outer>{_HOUSE}) {_SAYS}{_WHEN} (?:that )?(?P<content>[^\n]+)"),
)
_SPEAKER = r"(?P<source>[^,;:“”\"()\n]{2,90}?(?:, (?:an?|the|who) [^,;:“”\"()\n]{2,80}?)?)"
_QUOTED = re.compile(
    rf"(?P<content>[^\n]+?),[”\"’]* (?P<outer>{_HOUSE}) (?P<says>(?:has |had )?(?:quoted|cited)) {_SPEAKER},? as "
    rf"(?P<cue>saying|telling [^,;:“”\"()\n]{{2,40}}){_WHEN}(?=[.;,]|$)"
)
_QUOTED_AS = rf"(?:quoted|cited)(?: (?:by|in) (?:{_HOUSE}))? as saying"
_PASSIVE = rf"(?P<cue>(?:was|were|is|are|has been|have been) {_QUOTED_AS})"
_BY = rf"(?:by|in) (?:{_HOUSE})"
_QUOTED_BY = (
    re.compile(rf"(?P<content>[^\n]+?),[”\"’]* {_SPEAKER},? {_PASSIVE}(?: {_BY})?(?=[.;,]|$)"),
    re.compile(rf"{_SOURCE} {_PASSIVE} {_BY} that (?P<content>[^\n]+)"),
    re.compile(rf"(?P<content>[^\n]+?),[”\"’]* (?P<cue>said|says) {_SPEAKER},? (?:quoted|cited) {_BY}(?=[.;,]|$)"),
)
# "The ministry denied a Sunday Argus report that two helicopters were lost": the paper reports what is denied.
_DENIED = re.compile(
    r"\b(?:denied|denies|dismissed|rejected|disputed|refuted) (?:an? |the )?"
    rf"(?P<source>(?:{_NAME} ){{1,4}}?)(?P<cue>report|story|article)s? that (?P<content>[^,\n]+)"
)
# What a sentence must hold before the patterns are tried: most sentences say nothing of the kind.
_HOUSE_SAYS = re.compile(rf", {_OUTER}(?=[,.;]|$)")
_CITES = re.compile(r"\b(?:citing|quoting) ", re.IGNORECASE)
_QUOTES = re.compile(r" as (?:saying|telling)\b| (?:quoted|cited) (?:by|in) ")
_VERB = re.compile(r"(?:(?:has|have|had|also|earlier|later|then) ){0,2}\w+")
_NO_SOURCE = re.compile(r"(?:who|which|that|as|but|and|what|it|they say)\b|.*\b(?:said|told)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s+(?:an?|the)?\s*$")
_END = re.compile(r"[\s.;,]+$")


def reported_within(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the relations, and for each report within another's sentence both of them in place of what was read.

    Args:
        text: Document.text.
        drafts: Relations as read.
    """
    found: list[Draft] = []
    denied: list[Draft] = []
    for start, end in split_sentences(text):
        if end - start <= _MOST:
            two = _two_reports(text, start, end)
            found += two
            denied += () if two else _denied_report(text, start, end)
    taken = sorted(draft.cue for draft in (*found, *denied) if draft.cue)
    kept = [draft for draft in drafts if draft.cue is None or not _meets_one(draft.cue, taken)]
    return [*(_with_house(text, draft, denied) for draft in kept), *found, *denied]


def _with_house(text: str, draft: Draft, denied: Sequence[Draft]) -> Draft:
    """Return a denial with the whole of the report it denies: "denied [a Sunday Argus report that ...]".

    `denied` is in reading order.
    """
    begin, end = draft.content[0]
    before = bisect_right(denied, begin, key=lambda report: report.source[0] if report.source else 0)
    report = denied[before - 1] if before else None
    if report is None or draft.cue is None or report.source is None or report.cue is None:
        return draft
    house = report.source[0]
    if not (begin < report.cue[1] <= end and draft.cue[0] < house):
        return draft
    cue = (draft.cue[0], draft.cue[0] + len(_ARTICLE.sub("", text[draft.cue[0] : min(draft.cue[1], house)])))
    return replace(draft, cue=cue, content=((house, end), *draft.content[1:]))


def _two_reports(text: str, start: int, end: int) -> tuple[Draft, ...]:
    """Return the outer and the inner report of a sentence [start, end), or nothing."""
    if _HOUSE_SAYS.search(text, start, end):
        within = _WITHIN.match(text, start, end)
        match = within or _BEHIND.match(text, start, end)
        said = _VERB.match(match["cue"]) if match else None
        if match and said and (inner := _inner(match, said.end())):
            clause = (match.start("source"), match.end("cue"))
            return _with_outer(match, inner, (clause, *inner.content) if within else ((start, clause[1]),))
        if (match := _PUT.match(text, start, end)) and (inner := _inner(match)):
            return _with_outer(match, inner, ((match.start("source"), inner.content[0][1]),))
        match = _ASIDE.match(text, start, end)
        said = _VERB.match(match["cue"]) if match else None
        if match and said and (inner := _inner(match, said.end())):
            return _with_outer(match, inner, (match.span("source"), (match.start("cue"), inner.content[0][1])))
    if _CITES.search(text, start, end):
        for pattern in _CITING:
            if (match := pattern.match(text, start, end)) and (inner := _inner(match)):
                return _with_outer(match, inner, inner.content)
    if _QUOTES.search(text, start, end):
        if (match := _QUOTED.match(text, start, end)) and (inner := _inner(match)):
            return _with_outer(match, inner, (*inner.content, (match.start("source"), match.end("cue"))))
        for pattern in _QUOTED_BY:
            if (match := pattern.match(text, start, end)) and (inner := _inner(match)):
                return (inner,)
    return ()


def _denied_report(text: str, start: int, end: int) -> tuple[Draft, ...]:
    """Return the report that somebody denies in a sentence [start, end), as the paper's that printed it."""
    match = _DENIED.search(text, start, end)
    inner = _inner(match) if match else None
    if inner is None or inner.source is None:
        return ()
    return (replace(inner, source=(inner.source[0], inner.source[1] - 1)),)  # without the blank before "report"


def _inner(match: re.Match[str], cue_length: int | None = None) -> Draft | None:
    """Return the report of who was cited; None where nobody speaks or hardly anything is said."""
    if _NO_SOURCE.match(match["source"]) or not speak(match["source"]):
        return None
    begin = match.start("content")
    content = (begin, begin + len(_END.sub("", match["content"])))
    if len(match["content"].split()) < _LEAST_WORDS:
        return None
    cue = match.span("cue") if cue_length is None else (match.start("cue"), match.start("cue") + cue_length)
    return Draft(source=match.span("source"), cue=cue, content=(content,), rule="reported-within", score=_SCORE)


def _with_outer(match: re.Match[str], inner: Draft, content: tuple[Range, ...]) -> tuple[Draft, Draft]:
    """Return the report of the house, which holds `content`, and the inner one."""
    named = match["outer"] is not None
    source, cue = (match.span("outer"), match.span("says")) if named else (match.span("after"), match.span("first"))
    return replace(inner, source=source, cue=cue, content=content), inner


def _meets_one(cue: Range, taken: Sequence[Range]) -> bool:
    """Tell whether a cue overlaps one of `taken`, which are sorted and apart from one another."""
    before = bisect_left(taken, (cue[1],))
    return before > 0 and taken[before - 1][1] > cue[0]
