"""Is what is attributed a judgement, jibe or forecast rather than information? (Convention 12 of the method.)

Imports: this room, records and the standard library only.
"""

import re

from headwater.entities.page import Page
from headwater.records import Attribution

_JUDGEMENT = re.compile(
    r"\b(?:amazing|appalling|awful|bad|best|brilliant|clumsy|crazy|cruel|dangerous|deplorable|despicable|disappoint\w{0,4}|disast\w{1,6}|"
    r"disgrac\w{1,5}|disgust\w{1,4}|dumb|embarrass\w{1,6}|excellent|extraordinary|failure|fair|fantastic|fool\w{0,4}|frighten\w{0,4}|great|"
    r"horrible|horrific|idiot\w{0,3}|immoral|impressive|incompetent|inexcusable|insane|insulting|irresponsible|joke|laughable|lazy|liar|mess|"
    r"mistake|naive|nonsense|offensive|outrag\w{1,5}|pathetic|phony|poor|reckless|ridiculous|sad|scandal\w{0,3}|shame\w{0,3}|shock\w{0,3}|"
    r"silly|stupid|terrible|terrific|tragic|troubling|unacceptable|unfair|unfortunate\w{0,2}|unprecedented|unwise|weak|"
    r"welcome|wise|wonderful|worr\w{1,4}|worse|worst|wrong|arrogant|chaotic|toxic|unhinged|paranoid|clueless|"
    r"should|ought to|must|I think|I believe|I feel|I hope|we hope|we believe|in my (?:view|opinion)|too (?:little|late|soon|far|much)|"
    r"needs? to|deserves?)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:will (?:likely|probably|never|surely|inevitably|almost|eventually|soon)|(?:is|are|was|were) (?:un)?likely to|likely (?:to|will|would)|"
    r"expects?|expected to|predict\w{0,3}|forecast\w{0,3}|going to|bound to|doomed|would (?:likely|probably|never|be a)|could (?:lead|trigger|spark|"
    r"cause|prove|spell)|may (?:well|soon|lead)|might|in the coming (?:days|weeks|months|years)|if .{1,60} will)\b",
    re.IGNORECASE,
)


def is_opinion(page: Page, attribution: Attribution) -> bool:
    """Tell whether an attribution's content judges or foretells, by its words and its cue's class."""
    if attribution.cue_class == "believe":
        return True
    words = " ".join(page.folded[span.start : span.end] for span in attribution.content)[:2000]
    return bool(_JUDGEMENT.search(words) or _FORECAST.search(words))
