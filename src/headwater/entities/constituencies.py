"""The state or province and the party a text ties somebody to: "Ann Roe (R-Tex.)", "Sen. Ann Roe of Ohio".

Offsets are code points. Imports: this room's page and phrase, lexicon and the standard library only.
"""

import re

from headwater.entities.page import Name, Page
from headwater.lexicon.countries import region_code

_WORD = r"[A-Z][A-Za-z]*\.?(?: [A-Z][A-Za-z]*\.?)?"
_MARK = re.compile(rf",? ?\(?([RDI])(?: ?[-–] ?({_WORD}))?[),.;]|,? of ({_WORD})|,? ?\(({_WORD})\)")
_IN_WORDS = re.compile(rf"(?=\b({_WORD}))")
_PARTIES = {"r": "republican", "d": "democrat", "republican": "republican", "gop": "republican",
            "democrat": "democrat", "democratic": "democrat"}  # fmt: skip


def told_behind(page: Page, name: Name) -> tuple[str | None, str | None]:
    """Return the code of the region and the party that stand right behind a name, None each where nothing does."""
    match = _MARK.match(page.folded, name.end)
    if match is None:
        return None, None
    party, marked, of, bracketed = match.groups()
    place = marked or of or bracketed
    return _region(place) if place else None, _PARTIES.get(party.lower()) if party else None


def regions_in(words: str) -> frozenset[str]:
    """Return the codes of the regions that words name ("the Florida senator", "South Carolina Sen.")."""
    found = (_region(match.group(1)) for match in _IN_WORDS.finditer(words))
    return frozenset(code for code in found if code)


def party_of(modifiers: frozenset[str] | set[str]) -> str | None:
    """Return the party that lower-case words tie somebody to; None when they name none or two."""
    told = {_PARTIES[word] for word in modifiers if len(word) > 1 and word in _PARTIES}
    return told.pop() if len(told) == 1 else None


def _region(place: str) -> str | None:
    words = place.split()
    return region_code(place) or (region_code(words[0]) if len(words) > 1 else None)
