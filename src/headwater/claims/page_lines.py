"""Lines of a page that speak to its reader or credit its makers: "Read more", "By our staff reporter", "See page 3".

They tell nothing of the event. Every alternative is a fixed phrase or a bounded run, so matching is linear.
Imports: text and this room only.
"""

import re

from headwater.claims.predicates import holds_verb
from headwater.text import fold_case, tokenize

# What a line opens with that asks its reader to do something, says what the page is, or credits a picture or a maker.
_OPENINGS = (
    r"(?:please )?(?:click|tap|subscribe|like and subscribe|sign[ -]?up|log in|scroll|swipe)\b",
    r"register (?:here|now|for)\b",
    r"read (?:more|also|next|on|it here|our|here)\b",
    r"read the (?:full|rest|story|report|lawsuit|letter|document|statement|text)\b",
    r"(?:see|turn to|continued on|continues on) (?:(?:also|more|below|our|full|pages?)\b|p\. ?\d)",
    r"(?:watch|listen)(?: to)? (?:the|live|more|below|our|it|this|here|again)\b",
    r"(?:more|related|read|photos?|pictures?|images?):",
    r"follow (?:us|our|live|along)\b",
    r"follow [\w.]{1,20}(?: [\w.]{1,20})? on (?:twitter|facebook|instagram|x|telegram)\b",
    r"(?:download|get|install|try) (?:the|our)\b.{0,30}\bapp\b",
    r"get (?:our|the latest|alerts|breaking|instant)\b",
    r"(?:share|join|support|donate to) (?:this|us|our|the (?:conversation|discussion|debate))\b",
    r"continue reading\b",
    r"(?:contact|call|e-?mail|write to|reach|send|tweet) (?:us|our|your|tips|a tip)\b",
    r"(?:contact|e-?mail|write to|reach) the (?:author|writer|reporter|newsdesk|newsroom)\b",
    r"(?:please )?(?:contact|e-?mail|send|write|reach)\b.{0,60}\S@\S",
    r"have (?:you )?(?:got )?a (?:tip|story)\b",
    r"(?:media|press) (?:contacts?|enquir|inquir)",
    r"(?:photographs?|pictures?|images?|footage) (?:is|are) available\b",
    r"(?:image|photo|picture|media|video|file)s? ?(?:copyright|caption|credits?|courtesy|source|by)\b",
    r"enlarge this image|toggle caption|slideshow\b",
    r"(?:reuters|ap photo|afp|epa|getty|getty images|ap)\s?/\s?\S",
    r"(?:last )?updated (?:at|on|\d)|(?:first )?published (?:at|on|\d)|posted (?:at|on|\d)",
    r"advertisement|sponsored|promoted\b",
    r"this (?:page|story|article|post|report) (?:will be|is being|has been|was) (?:updated|corrected|amended|edited)\b",
    r"this (?:page|story|article|post|report) (?:was|is) (?:first|originally|published|developing)\b",
    r"this (?:page|story|article|post|report|piece) (?:first|originally) ",
    r"this is a (?:developing|breaking)\b",
    r"(?:(?:more|further) )?details (?:later|to follow|soon|awaited)\b|more to follow\b",
    r"copyright\b|©|all rights reserved|\(c\) \d{4}",
    r"transcript:|(?:here is|here's|view) (?:a|our|the) (?:slideshow|gallery)\b",
    r"for (?:more|licensing)\b.{0,60}\b(?:visit|contact|see|go to|click)\b|visit (?:our|us|www|https?)\b",
    r"anyone with information\b|we pay for\b|(?:pictures|tips|photos) welcome\b",
    r"(?:from )?our (?:own )?correspondents?\b",
    r"(?:please )?(?:gamble|drink|bet) responsibly|terms and conditions|with inputs from\b",
    r"(?:additional |with )?(?:reporting|information|material) (?:by|from)\b",
    r"(?:editing|writing|compiled|edited|written|translated|graphics?) (?:by|from)\b",
    r"[^()\n]{1,40}\(@\w{1,30}\)",
)
_OPENS = re.compile(r"[\s\-–—•*>|(\[]{0,4}(?:" + "|".join(_OPENINGS) + ")", re.IGNORECASE)
_HOLDS = re.compile(
    r"contributed to this (?:report|story|article)|\ball rights reserved\b|\breprint permission"
    r"|\bour (?:daily |weekly )?newsletter|\b(?:straight|delivered) to your inbox|\bpage \d{1,3}\W*$|\bsee pages? \d"
    r"|\bupdated:? \d|\bwill have more on this\b|\bwatch the full\b|\bfree trial\b"
    r"|\bopen an account\b|\byour capital is at risk\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[\s\-–—•*|]{0,4}by\s", re.IGNORECASE)
_LONGEST_BYLINE = 14
# "Nadia Corrigan, transport editor", "Lena Holm in Carrow"
_SIGNED = re.compile(
    r"[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+){1,2}, (?:\w+ ){0,3}(?:editor|correspondent|reporter|writer|columnist|staff)"
    r"(?: (?:in|at) [A-Z]\w+)?\W*$"
)


def is_page_line(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence is a line of the page rather than of the story.

    Args:
        text: Document.text, n code points.
        start: First code point of the sentence.
        end: One past its last.
    """
    words = text[start:end]
    known = _OPENS.match(words) or _HOLDS.search(words) or _SIGNED.match(words)
    return known is not None or _is_byline(words)


def _is_byline(words: str) -> bool:
    """Tell "By Joris Ekwall and staff" from "By midnight the square was empty"."""
    if _BYLINE.match(words) is None:
        return False
    folded = [fold_case(token.text) for token in tokenize(words)]
    return len(folded) <= _LONGEST_BYLINE and not holds_verb(folded[1:])
