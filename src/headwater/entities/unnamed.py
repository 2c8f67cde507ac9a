"""Unnamed sources, typed: descriptor, stated count, affiliation, access basis and reason given, in the text's own words.

Conventions 6 and 12 of the method. Offsets are code points. Imports: this room and the standard library only.
"""

import re

from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register

# How a source knows. Each pattern starts at a fixed word and takes a bounded run up to the next comma or stop.
_TAIL = r"[^,.;:\"”“]{0,160}"
_ACCESS = re.compile(
    r"\b(?:with (?:(?:direct|first-?hand|firsthand|detailed|intimate|inside|personal|close|some|deep|prior|extensive|specific)[ -]?"
    r"(?:and \w+ )?)*(?:knowledge|access|insight|information|understanding|involvement|familiarity)\b"
    r"|(?:who (?:is|are|was|were|has been|have been) )?(?:directly |closely |intimately |personally )?"
    r"(?:familiar with|briefed (?:on|about|by)|close to|involved (?:in|with)|privy to|aware of|knowledgeable about|"
    r"informed (?:of|about)|present (?:at|in|during|for|when)|apprised of|acquainted with|in the room|in contact with|"
    r"in a position to know)"
    r"|who (?:had |has |have )?(?:attended|saw|seen|witnessed|reviewed|heard|read|took part|participated|worked|works|work|"
    r"viewed|examined|overheard|was there|were there|was present|were present|knows|know|knew)\b)" + _TAIL
)
_REQUEST = re.compile(
    r"\b(?:on (?:the |a )?condition (?:of anonymity|that|of not being|of being|he |she |they )|anonymously|anonymity|"
    r"(?:asked|asks|asking|declined|declining|refused|refusing|requested|requesting|insisted|wished|wanted|preferred|"
    r"demanded|did not want|didn't want|did not wish|would not|begged) (?:that |to not |not to |not |to )?"
    r"(?:be |being |have )?(?:named|identified|quoted|give (?:a|his|her|their) name|remain|stay|speak|their names?|"
    r"his name|her name|(?:his|her|their) (?:last |full |real )?names?)|"
    r"(?:not|n't) authori[sz]ed to|unauthori[sz]ed to|without authori[sz]ation|not permitted to|not allowed to|lacked authority|not at liberty)"
)
_REASON = re.compile(
    r"\b(?:because(?: of)?|citing|for fear (?:of|that)|out of (?:fear|concern)(?: of| for| that| about)?|fearing|due to|given|"
    r"owing to|in order to|so as (?:not )?to|as|since|to (?=(?:discuss|describe|speak|talk|avoid|protect|preserve|share|disclose|reveal|"
    r"offer|provide|comment|be (?:able|candid|frank)|detail|characterize|address)\b))\s+"
)
_END = re.compile(r"[;:\"”“]|\.(?=\s|$)|,(?= (?:said|told|added|says|tells|confirmed|[\"“]|who|which|that|and \w+ (?:said|told)))|,(?=\s*[\"“])|, (?:said|told)\b|$")
_NOT_AUTHORISED = re.compile(r"\b(?:(?:he|she|they|it|who) )?(?:is|are|was|were|isn't|aren't|wasn't|weren't|had|has|have|been)?\s?(?:not|n't)? ?(?:been )?(?:authori[sz]ed|permitted|allowed|at liberty) to\b")


def describe_unnamed(page: Page, register: Register, phrase: Phrase) -> Draft:
    """Return the draft of an unnamed source, the earlier one when the text speaks of the same again."""
    descriptor = _descriptor(page, phrase)
    key = ("unnamed", *descriptor.casefold().split())
    found = register.unnamed(key)
    if found is None or phrase.determiner == "other":
        noun = phrase.head
        found = register.add_unnamed(
            key,
            Draft(
                kind="unnamed", caption=descriptor, descriptor=descriptor, names={descriptor}, stated_count=phrase.count,
                plural=phrase.plural or phrase.count not in ("one", 1, None), roles={noun.lemma if noun else phrase.head_word},
                modifiers=set(phrase.modifiers), gender=phrase.gender,
            ),
        )  # fmt: skip
        if phrase.affiliation:
            found.affiliation = page.text[slice(*phrase.affiliation)]
    add_grounds(page, found, (phrase.start, phrase.end))
    return found


def _descriptor(page: Page, phrase: Phrase) -> str:
    start, end = phrase.descriptor or (phrase.start, phrase.end)
    words = " ".join(page.text[start:end].split())
    first = page.index(start)
    opens = first in page.openers and not page.is_name_word(first) and words[1:2].islower()
    return words[0].lower() + words[1:] if opens else words


def add_grounds(page: Page, draft: Draft, source: Range) -> None:
    """Fill access basis and reason from the sentence a source phrase stands in."""
    start, end = page.sentence_range(source[0])
    folded = page.folded
    if draft.access_basis is None and (match := _ACCESS.search(folded, source[0], min(end, source[1] + 200))):
        draft.access_basis = _trim(page.text[match.start() : _clause_end(folded, match.start(), match.end())])
    request = _REQUEST.search(folded, start, end)
    if draft.reason_given is None and request:
        draft.reason_given = _reason(page, request, end)


def _clause_end(folded: str, start: int, end: int) -> int:
    """Cut an access clause before the verb of saying that follows it."""
    cut = re.compile(r"\s(?:said|told|says|tells|told|added|who|whose|confirmed|described|and (?:who|spoke)|on condition|on the condition)\b")
    match = cut.search(folded, start + 8, end)
    return match.start() if match else end


def _reason(page: Page, request: re.Match[str], end: int) -> str | None:
    folded = page.folded
    if _NOT_AUTHORISED.search(request.group()) or "authori" in request.group() or "permitted" in request.group():
        stop = _END.search(folded, request.end(), end)
        return _trim(page.text[request.start() : stop.start() if stop else end])
    match = _REASON.search(folded, request.end(), end)
    if match is None:
        return None
    stop = _END.search(folded, match.end(), end)
    return _trim(page.text[match.end() : stop.start() if stop else end])


def _trim(words: str) -> str | None:
    trimmed = " ".join(words.split()).strip(" ,.;:'\"”“’")
    return trimmed or None
