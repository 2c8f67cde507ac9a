"""How an unnamed source knows and why it is not named: access basis and reason given, in the text's own words.

Offsets are code points of Document.text; patterns run on its folded view. Every repetition is bounded or runs over one
class. Imports: this room and the standard library only.
"""

import re

from headwater.entities.page import Page, Range

# How a source knows. Each pattern starts at a fixed word and takes a bounded run up to the next comma or stop.
_TAIL = r"[^,.;:\"”“]{0,160}"
_DEPTH = (
    r"(?:direct|first-?hand|detailed|intimate|inside|personal|close|some|deep|prior|extensive|specific|full)"
    r"[ -]?(?:hand )?"
)
ACCESS = re.compile(
    r"\b(?:with (?:" + _DEPTH + r"(?:and )?){0,3}"
    r"(?:knowledge|access|insight|information|understanding|involvement|familiarity)\b"
    r"|(?:who (?:is|are|was|were|has been|have been) )?(?:directly |closely |intimately |personally )?"
    r"(?:familiar with|briefed (?:on|about|by)|close to|involved (?:in|with)|privy to|aware of|knowledgeable about"
    r"|informed (?:of|about)|present (?:at|in|during|for|when)|apprised of|acquainted with|in the room|in contact with"
    r"|in a position to know|in the know)"
    r"|(?:one|two|three|four|both|all|some|most|none) of whom (?:have |has |had |was |were |is |are )?"
    r"(?:seen|saw|read|reviewed|attended|heard|witnessed|familiar|briefed|involved|present|worked)\b"
    r"|who (?:had |has |have )?(?:attended|saw|seen|witnessed|reviewed|heard|read|took part|participated"
    r"|worked|works|work|viewed|examined|overheard|knows|know|knew|follows|follow|monitors|monitor"
    r"|(?:had been |has been |have been |was |were )(?:shown|sent|told of|given)"
    r"|(?:was|were) (?:there|present|in|at|on|inside|outside|nearby|aboard|underground))\b)" + _TAIL
)
_NAMING = (
    r"(?:be |being |have )?(?:named|identified|quoted|remain|stay|speak|give (?:a|his|her|their) name"
    r"|(?:his|her|their) (?:last |full |real )?names?)"
)
_ASKING = (
    r"(?:asked|asks|asking|declined|declining|refused|refusing|requested|requesting|insisted|wished|wanted|preferred|begged"
    r"|demanded|did not want|didn't want|did not wish|would not) (?:that |to not |not to |not |to )?"
)
REQUEST = re.compile(
    r"\b(?:on (?:the |a )?condition (?:of anonymity|that|of not being|of being|he |she |they )|anonymously|anonymity|"
    + _ASKING
    + _NAMING
    + r"|(?:cannot|can't|could not|couldn't|may not|must not) be (?:named|identified)"
    r"|(?:not|n't) authori[sz]ed to|unauthori[sz]ed to|without authori[sz]ation|not permitted to|not allowed to"
    r"|lacked authority|not at liberty"
    r"|(?:whose|(?:his|her|their|the)) (?:last |full |real |first )?names? (?:to be|be|is|are|was|were|has been"
    r"|have been|is being|are being|was being)(?: not)? (?:withheld|changed|used|disclosed|revealed|published))"
)
_REASON = re.compile(
    r"\b(?:(?:because(?: of)?|for(?= (?:\w+ ){1,2}reasons\b)|citing|for fear (?:of|that)|fearing"
    r"|out of (?:fear|concern)(?: of| for| that| about)?"
    r"|due to|given|owing to|in order to|so as (?:not )?to|as|since|to(?= (?:discuss|describe|speak|talk|avoid|protect"
    r"|preserve|share|disclose|reveal|offer|provide|comment|be|detail|characterize|address)\b))\s+"
    r"|(?=(?:discussing|describing|speaking about|talking about|revealing)\b))"
)
_END = re.compile(
    r"[;:\"”“]|\s(?:said|told|says)\s|\.(?=\s|$)|,(?=\s*[\"“])"
    r"|,(?= (?:said|told|added|says|tells|confirmed|who|which|that|and \w{1,20} (?:said|told))\b)|$"
)
_NOT_ALLOWED = re.compile(r"authori[sz]|permitted|allowed|at liberty|lacked")
_CLAUSE_END = re.compile(
    r"\s(?:said|told|says|say|tells|added|who|whose|confirmed|described|recalled|claimed|warned|insisted|explained"
    r"|acknowledged|argued|noted|alleged|testified|recounted|and (?:who|spoke)|on (?:the )?condition)\b"
)
_SAYING = re.compile(r"\b(?:said|says|told|tells|added|adds|confirmed|reported|warned|that)\b")
_AT_ONCE = 50  # code points after a source phrase that a request for anonymity may end in
_REACH = 120  # code points after a source phrase that an access clause may begin in
_GAP = 6  # code points between two sentences, line breaks and quotation marks among them
_MIN_CLAUSE = 8  # "who said": a clause cannot end inside its own first words


def asks_for_anonymity(page: Page, source: Range) -> bool:
    """Tell whether a source phrase, or what follows it at once, says that the speaker is not to be named."""
    _, end = page.sentence_range(source[0])
    return REQUEST.search(page.folded, source[0], min(end, source[1] + _AT_ONCE)) is not None


def is_access(page: Page, start: int) -> bool:
    """Tell whether an access clause, or a request for anonymity, begins at an offset."""
    return ACCESS.match(page.folded, start) is not None or REQUEST.match(page.folded, start) is not None


def access_basis(page: Page, source: Range) -> str | None:
    """Return the words that say how a source knows, in or right after its phrase; None when the text does not say."""
    _, end = page.sentence_range(source[0])
    match = ACCESS.search(page.folded, source[0], min(end, source[1] + _REACH))
    if match is None or _is_of_what_is_said(page.folded, source[1], match):
        return None
    cut = _CLAUSE_END.search(page.folded, match.start() + _MIN_CLAUSE, match.end())
    return _trim(page.text[match.start() : cut.start() if cut else match.end()])


def _is_of_what_is_said(folded: str, behind: int, access: re.Match[str]) -> bool:
    """Tell whether a verb of saying stands before words of access: "an official said the dam was close to failing"."""
    if re.search(r"\bwho", access.group()[:30]):
        return False
    return _SAYING.search(folded, behind, max(behind, access.start())) is not None


def reason_given(page: Page, source: Range, noun: str) -> str | None:
    """Return the reason a sentence, or the next one, gives for not naming its source; None when neither gives one.

    Args:
        page: The document.
        source: The source's phrase.
        noun: Its head noun: "The officer asked not to be identified because ..." opens a sentence about that officer.
    """
    start, end = page.sentence_range(source[0])
    request = REQUEST.search(page.folded, start, end)
    if request is None and end < len(page.folded):
        start, end = page.sentence_range(min(end + _GAP, len(page.folded) - 1))
        again = next((w for w in (f"the {noun} ", "he ", "she ", "they ") if _opens(page.folded, start, w)), None)
        request = REQUEST.match(page.folded, start + len(again)) if again else None
    if request is None:
        return None
    if _NOT_ALLOWED.search(request.group()):
        reason: re.Match[str] | None = request
        begin = request.start()
    else:
        reason = _REASON.search(page.folded, request.end(), end)
        begin = reason.end() if reason else end
    if reason is None:
        return None
    stop = _END.search(page.folded, reason.end(), end)
    return _trim(page.text[begin : stop.start() if stop else end])


def _opens(folded: str, start: int, words: str) -> bool:
    return folded[start : start + len(words)].lower() == words


def _trim(words: str) -> str | None:
    trimmed = " ".join(words.split()).strip(" ,.;:'\"”“’")
    return trimmed or None
