"""By which words a sentence makes an outlet a carrier: "told", "in an interview with", "seen by", "questions from".

Offsets are code points; every look-around is bounded. Imports: this room and the standard library only.
"""

import re
from dataclasses import dataclass

from headwater.entities.outlet_names import is_outlet_noun
from headwater.entities.page import Page, Range
from headwater.entities.phrase import PREPOSITIONS

SKIPPED = frozenset(
    "the a an us local british french german italian russian turkish state-run state news newspaper agency "
    "television network broadcaster channel daily magazine wire private independent leading".split()
)
TELLING = frozenset("tell tells told telling informed".split())
_SPEAKING = frozenset(
    (
        "said say says saying spoke speak speaks speaking statement interview interviews email e-mail message "
        "sent comments comment remarks talking talked confirmed given gave provided leaked disclosed released "
        "wrote emailed letter explained added according acknowledged admitted briefing shared interviewed quoted "
        "insisted phone call denied passed handed shown supplied forwarded"
    ).split()
)
_HOLDING = frozenset(
    "seen obtained reviewed conducted viewed interviewed leaked verified authenticated examined inspected heard "
    "accessed analysed analyzed".split()
)
_CARRYING = frozenset(
    "published quoted cited reported released posted carried broadcast aired printed relayed screened "
    "distributed".split()
)
# Said of whom an outlet reached, right before "by": "when contacted by", "reached by phone by", "asked by".
_ASKING = frozenset(
    "contacted reached approached asked questioned pressed queried phoned telephoned quizzed questions queries".split()
)
_ASKED = frozenset("question questions query queries request requests inquiry inquiries enquiry enquiries".split())
_AIRING = frozenset(
    (
        "interview interviewed said says appearing appearance appeared speaking wrote writing told aired "
        "published broadcast show op-ed column article interviews program programme essay editorial tells spoke "
        "report reported telling remarks comments quoted televised streamed printed carried screened conceded "
        "admitted insisted argued claimed warned explained confirmed denied announced acknowledged complained declared"
    ).split()
)
# What goes out on a station: "in an address on national television", "in a statement read out on state radio".
_ON_AIR = frozenset("address speech statement message footage appeal read live".split())
# A text of scholars, which stands in what it is published in: "according to a study in Nature".
_STUDIES = frozenset("study studies paper research findings analysis review letter letters".split())
_BY_LINK = {"on": _ON_AIR, "in": _STUDIES}
_ARTICLES = frozenset("the a an its their our his her".split())
_LINKS = TELLING | frozenset("to with by on in for from".split())
# Words that open a clause or stand before a noun phrase of its own, so that none of them describes the outlet.
_NEVER_DESCRIBING = PREPOSITIONS | frozenset(
    "and or but that who which whom as he she it they we has have had was were is are said says told would will".split()
)
_MOST_DESCRIBING = 5
_REACH, _NEAR, _STEM = 12, 4, 80
# "told the Post's lawyers", "in response to the Post's report": not to the paper.
_NOT_TO_IT = re.compile(
    r"(?:'s|') (?:[\w-]{1,16} )?(?:lawyers?|owners?|editorials?|reports?|articles?|story|stories|claims?|allegations?"
    r"|coverage|board|management|parent|publishers?|shareholders|staff|workers|readers|lawsuit|headquarters|offices?)\b"
)
_ITS_QUESTIONS = re.compile(r"(?:'s|') (?:[\w-]{1,16} )?(?:questions?|quer(?:y|ies)|requests?|inquir(?:y|ies))\b")


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an outlet is a carrier: the rule, and where the word stands that links it ("told", "by")."""

    rule: str
    link: int


def ground_before(page: Page, name: Range, limit: int) -> Ground | None:
    """Return by which rule the words before an outlet's name make it a carrier, or None.

    Args:
        page: The document.
        name: Half-open range of the name.
        limit: Where the stretch begins that may be read; the stem of a sentence right before it counts too.
    """
    first = page.index(name[0])
    before = [page.tokens[i] for i in range(max(0, first - _REACH), first) if page.tokens[i].start >= limit - _STEM]
    words = [token.text.lower() for token in before]
    words = words[: len(words) - _described(words)]
    apposed = words[-1:] == [","]
    if apposed and len(words) > 3 and (words[-2] == "paper" or is_outlet_noun(*words[-3:-1])):
        words = words[:-1]  # "told his local paper, the Fen Courier"
        words = words[: len(words) - _described(words)]
    if not words or _NOT_TO_IT.match(page.folded, name[1]):
        return None
    asked_by_it = _ITS_QUESTIONS.match(page.folded, name[1]) is not None
    rule = _rule(words[-1], words[:-1], apposed=apposed, asked_by_it=asked_by_it)
    return Ground(rule, before[len(words) - 1].start) if rule is not None else None


def _rule(link: str, words: list[str], *, apposed: bool, asked_by_it: bool) -> str | None:
    before, near = set(words), set(words[-_NEAR:])
    if link in TELLING:
        return "told-recipient"
    if link in ("to", "with") and (before & _SPEAKING or asked_by_it):
        return "told-recipient"
    if (link == "from" and near & _ASKED) or (link == "by" and near & _ASKING):
        return "told-recipient"
    if link == "by" and before & (_HOLDING | _CARRYING) and "whose" not in before:
        # Not of "Skylar, whose picture was published by": the picture went that way.
        return "holder" if before & _HOLDING else "carried"
    if link in ("on", "in", "for") and not apposed and (before & _AIRING or near & _BY_LINK.get(link, frozenset())):
        return "appeared-in"
    return None


def _described(words: list[str]) -> int:
    """Return how many words right before an outlet's name describe it: "the public broadcaster", "Velm-based"."""
    count = 0
    while count < min(len(words), _MOST_DESCRIBING) and words[-1 - count] not in _LINKS:
        word = words[-1 - count]
        if not word[0].isalnum():
            return 0
        count += 1
        if word in _ARTICLES:
            while count < len(words) and words[-1 - count] in SKIPPED:
                count += 1  # "told local newspaper The Coastal Tide"
            return count  # whatever stands between an article and the name belongs to the name
    if count == len(words) or words[-1 - count] in _LINKS:
        described = words[len(words) - count :]
        before = words[-2:] if len(words) > 1 else ["", *words]
        if described and is_outlet_noun(*before) and not _NEVER_DESCRIBING & set(described):
            return count  # "told sports daily Spurt", "by Swedish public broadcaster STV"
    plain = 0
    while plain < len(words) and (
        words[-1 - plain] in SKIPPED or words[-1 - plain].endswith(("'s", "’s", "-based", "-owned", "-run"))
    ):
        plain += 1
    return plain
