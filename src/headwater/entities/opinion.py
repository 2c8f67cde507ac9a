"""Whether what is attributed is a judgement, jibe or forecast rather than information (convention 12 of the method).

Imports: this room, records and the standard library only.
"""

import re

from headwater.entities.page import Page
from headwater.records import Attribution

_JUDGEMENT = re.compile(
    r"\b(?:amazing|appalling|arrogant|awful|bad|best|brilliant|chaotic|clueless|clumsy|crazy|cruel|dangerous|deplorable"
    r"|despicable|disappoint\w{0,4}|disast\w{1,6}|disgrac\w{1,5}|disgust\w{1,4}|dumb|embarrass\w{1,6}|excellent"
    r"|extraordinary|failure|fair|fantastic|fool\w{0,4}|frighten\w{0,4}|great|horrible|horrific|idiot\w{0,3}|immoral"
    r"|impressive|incompetent|inexcusable|insane|insulting|irresponsible|joke|laughable|lazy|liar|mess|mistake|naive"
    r"|nonsense|offensive|outrag\w{1,5}|paranoid|pathetic|phony|poor|reckless|ridiculous|sad|scandal\w{0,3}|shame\w{0,3}"
    r"|shock\w{0,3}|silly|stupid|terrible|terrific|toxic|tragic|troubling|unacceptable|unfair|unfortunate\w{0,2}|unhinged"
    r"|unprecedented|unwise|weak|welcome|wise|wonderful|worr\w{1,4}|worse|worst|wrong"
    r"|should|ought to|must|I think|I believe|I feel|I hope|we hope|we believe|in my (?:view|opinion)"
    r"|too (?:little|late|soon|far|much)|needs? to|deserves?)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will (?:likely|probably|never|surely|inevitably|almost|eventually|soon)|(?:is|are|was|were) (?:un)?likely to"
    r"|likely (?:to|will|would)|expects?|expected to|predict\w{0,3}|forecast\w{0,3}|going to|bound to|doomed"
    r"|would (?:likely|probably|never|be a)|could (?:lead|trigger|spark|cause|prove|spell)|may (?:well|soon|lead)|might"
    r"|in the coming (?:days|weeks|months|years)|if .{1,60} will)\b",
    re.IGNORECASE,
)
_LONGEST = 2000  # code points of a quotation that are looked at


def is_opinion(page: Page, attribution: Attribution) -> bool:
    """Tell whether an attribution's content judges or foretells, by its words and its cue's class."""
    if attribution.cue_class == "believe":
        return True
    words = " ".join(page.folded[span.start : span.end] for span in attribution.content)[:_LONGEST]
    return bool(_JUDGEMENT.search(words) or _FORECAST.search(words))
