"""The gender of the pronoun by which somebody speaks of himself: "Ann Roe, 60, said she was cold".

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re
from typing import Literal

from headwater.entities.page import Page
from headwater.entities.register import Draft
from headwater.lexicon.source_nouns import source_noun

# "Ann Roe, 60, said she ...": who says so mostly speaks of himself; these speak of those they serve or judge.
_SAYS = re.compile(r"[,\s]{0,2}(?:[a-z]+ ){1,3}(?:that )?(he|she)(?:'d|'s)? \w")
_SAYS_REACH = 48  # code points
_CLAUSE = 48  # code points without a capital behind a name
# A look ahead of bounded length, so that one pass over a text is linear.
_TOLD_OF = re.compile(
    rf"\b([A-Z][\w-]{{1,30}})(?='s personal\b|[^.;:!?\"\nA-Z]{{1,{_CLAUSE}}}?\b(?:his|her|he|she|himself|herself)\b)"
)
SPEAK_OF_OTHERS = frozenset(
    "lawyer attorney solicitor barrister counsel advocate publicist agent spokesman spokeswoman spokesperson judge "
    "prosecutor doctor coroner detective manager coach".split()
)


def leaning(page: Page, draft: Draft, end: int) -> Literal["m", "f"] | None:
    """Return the gender of the pronoun by which somebody speaks of himself right behind his name, None without one.

    Args:
        page: The document.
        draft: A person of unknown gender who is credited with words.
        end: Where the phrase that names him ends, in code points.
    """
    kin = any((noun := source_noun(role)) and noun.group == "relatives" for role in draft.roles)
    return None if kin or draft.roles & SPEAK_OF_OTHERS else said_of(page, end)


def said_of(page: Page, end: int) -> Literal["m", "f"] | None:
    """Return the gender of the pronoun that opens what is said right behind a source phrase, None without one.

    Args:
        page: The document.
        end: Where the phrase ends, in code points.
    """
    match = _SAYS.match(page.folded, end, end + _SAYS_REACH)
    return None if match is None else "m" if match.group(1) == "he" else "f"


def spoken_of_as_people(page: Page) -> frozenset[str]:
    """Return the capitalised words with a pronoun for a person behind them in their clause: "Roe for his conduct"."""
    return frozenset(match.group(1) for match in _TOLD_OF.finditer(page.folded))
