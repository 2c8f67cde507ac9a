"""Which of two documents had the words first, and how that is known.

A credit in the text tells most: whoever names the other as its source took from it. Then an outlet's own reporting:
who writes "told us" of its own name heard the words, and who prints them without did not. Then publication times, then
length: an abridgement is later than what it abridges. Otherwise nobody knows, and nothing is claimed.
Imports: the standard library, records and this room only.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from headwater.config import ReuseConfig
from headwater.records import Document, Span, published_instant
from headwater.reuse.page import Page

DirectionRule = Literal["credit", "own-reporting", "published", "longer-text"]

_DAY = len("2026-03-04")
_SUFFIXES = frozenset(
    "www com org net co uk au in us ca eu gov edu info news english m newsinfo ph eg nz za ie de fr example".split()
)
_CREDIT = (
    r"(?:according to|told|reported by|first reported|reports?|reported|citing|cited by|via|h/t|courtesy of|source:|"
    r"interview with|statement to|published by|published in)"
)

# What an outlet says of its own work; fixed phrases and at most four capitalised words, so matching is linear.
_OWN_REPORTING = re.compile(
    r"\b(?:(?:told|tells|have told|has told|spoke (?:to|with)|seen by|obtained by|reviewed by|shared with|shown to|"
    r"interview with|statement to|email to) (?:this (?:newspaper|paper|website|station|programme|magazine)\b|"
    r"(?:the |The )?(?P<outlet>[A-Z][\w'’&]*(?: [A-Z][\w'’&]*){0,3})))"
)
_LEAST_NAME = 3
_BESIDE = 160


def find_direction(
    one: Page, other: Page, shared: Sequence[tuple[Span, Span]], config: ReuseConfig
) -> tuple[bool, DirectionRule | None]:
    """Return whether `one` is the later document, and the rule that says so; (False, None) when nothing does.

    Args:
        one: A document.
        other: Another that shares passages with it.
        shared: Their passages, in `one` and in `other`.
        config: What makes an abridgement.
    """
    names_other = _names(one.document, other.document)
    if names_other != _names(other.document, one.document):
        return names_other, "credit"
    own = _reports_itself(one.document, (a for a, _ in shared)), _reports_itself(other.document, (b for _, b in shared))
    if own[0] != own[1]:
        return own[1], "own-reporting"
    order = _published_order(one.document, other.document)
    if order:
        return order > 0, "published"
    lengths = len(one.words), len(other.words)
    covered = [sum(s.end - s.start for s in side) for side in zip(*shared, strict=True)]
    shares = [c / max(1, len(p.document.text)) for c, p in zip(covered, (one, other), strict=True)]
    for at in (0, 1):
        if shares[at] >= config.abridged_share and lengths[1 - at] >= config.abridged_factor * lengths[at]:
            return at == 0, "longer-text"
    return False, None


def _published_order(one: Document, other: Document) -> int:
    """Return 1 when `one` is later, -1 when it is earlier, 0 when the times do not say."""
    ours, theirs = one.published_at, other.published_at
    if not ours or not theirs:
        return 0
    if len(ours) == _DAY or len(theirs) == _DAY:
        # A day says nothing about the order within that day, wherever its zone begins.
        return (ours[:_DAY] > theirs[:_DAY]) - (ours[:_DAY] < theirs[:_DAY])
    moments = published_instant(one), published_instant(other)
    if moments[0] is None or moments[1] is None:
        return 0
    return (moments[0] > moments[1]) - (moments[0] < moments[1])


def _names(document: Document, outlet_of: Document) -> bool:
    """Tell whether a document credits the outlet of another: in its byline, its dateline or its text."""
    patterns = _credit_patterns(outlet_of.publisher, outlet_of.url)
    if patterns is None or document.publisher == outlet_of.publisher:
        return False
    names, plain, credit = patterns
    if any(plain.search(line) for line in (document.byline, document.dateline) if line):
        return True
    # Looking for the bare names first is fifty times cheaper, and most articles name no other outlet.
    return any(name in document.text for name in names) and credit.search(document.text) is not None


def _reports_itself(document: Document, shared: Iterable[Span]) -> bool:
    """Tell whether a document says, in or beside what it shares, that its own outlet was told or shown something."""
    places = _own_reporting(document.text, document.publisher, document.url)
    return any(span.start - _BESIDE < place < span.end + _BESIDE for span in shared for place in places)


@lru_cache(maxsize=2048)
def _own_reporting(text: str, publisher: str | None, url: str | None) -> tuple[int, ...]:
    """Return where a text says that its own outlet was told, shown or given something."""
    names = [publisher, _site_name(url), _site_name("//" + publisher) if publisher and "." in publisher else None]
    own = {_compact(name) for name in names if name}
    return tuple(
        match.start()
        for match in _OWN_REPORTING.finditer(text)
        if (named := match.group("outlet")) is None or any(_is_outlet(_compact(named), name) for name in own)
    )


def _is_outlet(named: str, own: str) -> bool:
    """Tell whether a text's name for an outlet is the outlet's: "Courier" of Harbour Courier, "Meridian" of a site."""
    least = min(len(named), len(own))
    return least >= _LEAST_NAME and (own.startswith(named) or own.endswith(named) or named.startswith(own))


def _compact(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold().removeprefix("the "))


@lru_cache(maxsize=4096)
def _credit_patterns(
    publisher: str | None, url: str | None
) -> "tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]] | None":
    """Return the outlet's names, a pattern for them, and one for them where credited; None without a name."""
    names = {name for name in (publisher, _site_name(url)) if name}
    if publisher and "." in publisher and " " not in publisher:
        names = {name for name in (publisher, _site_name("//" + publisher), _site_name(url)) if name}
    options = tuple(sorted({o for name in names for o in _spellings(name)}, key=lambda o: (-len(o), o)))
    if not options:
        return None
    name = rf"(?:the |The )?(?:{'|'.join(map(re.escape, options))})\b"
    credited = rf"\b(?i:{_CREDIT}) {name}|\({name}\)|\b{name} (?:reported|reports|first reported|said in a report)\b"
    return options, re.compile(rf"\b{name}"), re.compile(credited)


def _spellings(name: str) -> set[str]:
    """A name as written; a site's bare name only in capitals or with one, as news writes names."""
    if name.islower() and "." not in name:
        return {name.upper(), name.capitalize()} if len(name) > 2 else {name.upper()}
    return {name, name.removeprefix("The ").removeprefix("the ")}


def _site_name(url: str | None) -> str | None:
    if not url:
        return None
    host = (urlsplit(url).hostname or "").lower()
    parts = [part for part in host.split(".") if part not in _SUFFIXES]
    return parts[-1] if parts else None
