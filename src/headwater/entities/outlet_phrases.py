"""Source phrases that mean an outlet: its name with words around it, or a noun and a country ("the US newspaper").

Imports: this room and lexicon only.
"""

import re
from collections.abc import Callable

from headwater.entities.outlet_names import is_described, outlet_draft, outlets_between, paper_of_a_day, station_named
from headwater.entities.outlet_unnamed import is_state_outlet, unnamed_outlet
from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.lexicon.countries import country_code

# What may stand around the name without making the phrase mean something else.
_AROUND = frozenset(
    (
        "the a an us uk u.s. british american french german italian russian turkish israeli iranian indian local "
        "state state-run news newspaper paper daily weekly magazine agency wire television network broadcaster channel "
        "website site tabloid outlet publication on in last this january february march april may june july august "
        "september october november december monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)
_ARTICLES = frozenset("a an the its".split())
_TOLD = ("told ", "tells ", "telling ", "told the ", "interview with ")
_TOLD_REACH = max(map(len, _TOLD))
_WORKS = r"(?:investigation|documentary|probe|expos[eé]|exclusive)"
_WORK_BY = re.compile(rf"(?:[Aa]n?|[Tt]he) (?:[\w-]{{2,16}} ){{0,2}}{_WORKS} (?:by|in|on|from) ")
_WORK = re.compile(rf" {_WORKS}\b")


def outlet_meant(page: Page, register: Register, span: Range) -> Draft | None:
    """Return the one outlet a source phrase names, or None when it names none, two, or somebody of an outlet.

    Args:
        page: The document.
        register: Its entities so far; a named outlet is registered.
        span: Half-open range of the source phrase.
    """
    if is_state_outlet(page, *span):
        return unnamed_outlet(register, page.text[slice(*span)].removeprefix("The ").removeprefix("the "))
    if (named := station_named(page, *span) or paper_of_a_day(page, *span)) is not None:
        return outlet_draft(register, page.text[slice(*named)])
    if (house := _house_of_work(page, register, span)) is not None:
        return house
    if register.goes_by(page.text[slice(*span)]) is not None:
        return None  # letters that the text gave to a house of its own
    lone = page.text[slice(*span)].removeprefix("the ").removeprefix("The ")
    if lone.isalpha() and (paper := register.outlet_called((lone.casefold(),))) is not None:
        return paper  # "the Times" behind the Velm Times
    found = list(register.outlets.find(page.text, *span))
    if len(found) != 1 or is_described(page, *found[0][:2]):
        return None
    start, end, words = found[0]
    around = [page.tokens[i].text for i in (*page.between(span[0], start), *page.between(end, span[1]))]
    if any(word.casefold() not in _AROUND and any(char.isalpha() for char in word) for word in around):
        return None
    with_article = page.text[max(span[0], start - 4) : end]
    outlet = register.outlet_named(with_article if with_article.lower().startswith("the ") else words)
    return register.of_outlet(outlet, words) if outlet is not None else None


def _house_of_work(page: Page, register: Register, span: Range) -> Draft | None:
    """Return the outlet whose investigation or film a phrase speaks of: its findings are the outlet's own words."""
    before, behind = _WORK_BY.match(page.folded, *span), _WORK.search(page.folded, *span)
    if before is not None:
        start, end = before.end(), span[1]
    elif behind is not None and behind.end() == span[1]:
        start, end = span[0], behind.start()
    else:
        return None
    found = list(outlets_between(page, register, start, end))
    if len(found) != 1 or found[0][2].kind != "outlet" or found[0][1] != end:
        return None
    led = page.text[start : found[0][0]].lower().split()
    return found[0][2] if set(led) <= _ARTICLES else None


def outlet_of(page: Page, phrase: Phrase) -> Callable[[Draft], bool]:
    """Return the test of an entity a phrase such as "the US newspaper report" can mean: an outlet of that country."""
    words = (page.tokens[i].text for i in page.between(phrase.start, phrase.end))
    wanted = next((code for word in words if word[0].isupper() and (code := country_code(word))), None)

    def fits(draft: Draft) -> bool:
        return draft.kind == "outlet" and (wanted is None or draft.outlet is None or draft.outlet.country == wanted)

    return fits


def outlet_told(page: Page, recent: Recent) -> Draft | None:
    """Return whom something was told whose name nothing else shows to be an outlet's ("told Yeni Posta"), made one."""

    def was_told(draft: Draft) -> bool:
        before = (page.folded[max(0, start - _TOLD_REACH) : start] for start, _ in draft.spans)
        return draft.guessed and any(words.endswith(_TOLD) for words in before)

    found = recent.last(was_told)
    if found is not None:
        found.kind, found.guessed = "outlet", False
    return found
