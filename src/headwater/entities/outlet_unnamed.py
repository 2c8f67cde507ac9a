"""Outlets that a text describes and does not name: "state television", "German radio", "a local newspaper".

They passed words on as a named paper does, and stay what the words say. "Local media", "the press" and "reporters" are
nobody in particular and carry nothing. Offsets are code points of the folded text; every pattern starts at a fixed word
or a capital and reads a bounded run. Imports: this room and the standard library only.
"""

import re
from collections.abc import Iterator

from headwater.entities.page import Page
from headwater.entities.register import Draft, Register
from headwater.lexicon.countries import country_of

_PEOPLE = r"[A-Z][a-z]{2,14}(?:n|ish|ese|i|ch)"
_OWNED = r"(?:[- ](?:run|owned|controlled|funded|backed))?"
_AIR = r"(?:television|TV|radio)"
_STATE = re.compile(
    rf"\b(?P<people>{_PEOPLE} )?(?P<state>(?:[Ss]tate|[Nn]ational|[Pp]ublic|[Gg]overnment){_OWNED} "
    rf"(?:{_AIR}(?: (?:channel|station|network))?|media|broadcaster|newspaper|(?:news|press) agency))\b"
)
_PEOPLES = re.compile(rf"\b(?P<people>{_PEOPLE}) (?P<state>{_AIR})\b")
_LOCAL = re.compile(rf"\b(?P<state>(?:[Ll]ocal|[Rr]egional|[Pp]rivate|[Cc]ommercial) {_AIR})\b")
_ONE = re.compile(
    rf"\b[Aa]n? (?P<state>(?:(?:[\w-]{{2,16}}) ){{0,2}}(?:newspaper|tabloid|broadcaster|magazine|newswire"
    rf"|{_AIR} (?:channel|station|network|show|programme|program)|news (?:website|site|channel|portal|agency|outlet)"
    r"|(?:local|daily|weekly|Sunday|evening|national|regional) (?:paper|daily|weekly)))\b"
)
# A noun behind makes it another's: "a newspaper report", "state television footage", "a magazine editor".
_ENDED = re.compile(
    r"(?=[,.;:!?\")\n]|$| -| (?:that|in|on|at|by|from|for|to|after|before|during|while|since|late|early|earlier|last"
    r"|he|she|it|they|we|i|his|her|its|their|there|this|the|an?|no|not|how|why|when|where|what|who|which|whether|if"
    r"|as|via|yesterday|today|shortly|only|just|and|but|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_SEVERAL = "media"


def unnamed_outlets(page: Page, register: Register, start: int, end: int) -> Iterator[tuple[int, int, Draft]]:
    """Yield the outlets described within [start, end) without a name; their drafts are unnamed sources."""
    for pattern in (_STATE, _PEOPLES, _LOCAL, _ONE):
        for match in pattern.finditer(page.folded, start, end):
            first = match.start("state")
            people = match.groupdict().get("people")
            if people and country_of(people.strip()) is not None:
                first = match.start("people")
            elif pattern is _PEOPLES:
                continue  # "Channel radio", "Martin TV"
            if _ENDED.match(page.folded, match.end()):
                yield first, match.end(), unnamed_outlet(register, page.text[first : match.end()])


def is_state_outlet(page: Page, start: int, end: int) -> bool:
    """Tell whether a whole phrase describes a state's outlet: "State-run television", "National radio"."""
    match = _STATE.match(page.folded, start + 4 if page.folded.startswith(("the ", "The "), start) else start, end)
    return match is not None and match.end() == end and match.group("people") is None


def unnamed_outlet(register: Register, words: str) -> Draft:
    """Return the draft of an outlet that is described; the same words mean the same one."""
    described = words if country_of(words.split(maxsplit=1)[0]) is not None else words[0].lower() + words[1:]
    key = ("unnamed", *described.casefold().split())
    return register.unnamed(key) or register.add_unnamed(
        key,
        Draft(
            kind="unnamed", caption=described, descriptor=described, names={described},
            stated_count="some" if described.endswith(_SEVERAL) else "one", roles={described.split()[-1].lower()},
        ),
    )  # fmt: skip
