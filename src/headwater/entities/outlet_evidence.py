"""Names that an article's own words show to be outlets, though no list holds them: "Velmpress could not verify it".

Offsets are code points of the folded text. Every pattern starts at a fixed word or a capital and reads a bounded run.
Imports: this room, lexicon, records, text and the standard library only.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from headwater.entities.outlet_listeners import heard_outlets
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import is_given_name
from headwater.records import Document
from headwater.text import fold_typography

_NAME = r"((?:The )?[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3})"
# "in an interview with the President that" was given to nobody's paper.
_NO_OFFICE = r"(?!(?:\w+ )?(?:President|Prime|Minister|King|Queen|Pope|Chancellor|Secretary|Governor|Mayor|General)\b)"
_SHOWN = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:[Ii]nterview|[Ii]nterviews) (?:with|to) (?:the )?"
        + _NAME
        + r"(?=[,.;]| (?:on|in|last|broadcast|published|aired))",
        r"\b[Ii]n an interview with the " + _NO_OFFICE + _NAME + r"(?= that\b)",
        r"\b(?:told|tells) (?:the )?" + _NAME + r"(?= by (?:tele)?phone\b| on (?:the )?condition of)",
        _NAME + r" (?:could|was unable to|has been unable to|was not able to)(?: not)? (?:independently |immediately )?"
        r"(?:verify|authenticate)\b",
        r", (?:the )?"
        + _NAME
        + r" (?:has |had )?(?:reported|reports)(?=[,.;]| (?:on|last|earlier|late|citing|quoting)\b)",
        r"\b(?:reports|reported) (?:the )?" + _NAME + r", (?:citing|quoting)\b",
    )
)
# "told ANA": an agency by its letters; bodies that people tell things too are none.
_ACRONYM = re.compile(
    r"\b(?:told|tells|[Ss]peaking (?:to|with)|spoke (?:to|with)) ([A-Z]{2,5})\b"
    r"(?! (?:[A-Z]|[a-z]+(?:ers|ors|als|ists|men|women)\b))"
)
_BODIES = frozenset(
    "EU UN US UK USA UAE NATO WHO IMF FBI CIA FIFA UEFA IOC MP MPS PM CEO MI FDA CDC EPA OPEC NASA FEMA DEA IRS SEC "
    "NHS NGO NGOS ICC ICJ IAEA UNESCO UNICEF NCA MEP MEPS FA PTA TSA FAA DOJ ICE NSA SNP "
    "TUC CBI BMA RMT AU ECB FED".split()
)


def shown_outlets(folded: str) -> frozenset[tuple[str, ...]]:
    """Return the names, as folded words without "the", that an article treats as outlets.

    Args:
        folded: Text with typography folded.
    """
    return frozenset(tuple(name.casefold().removeprefix("the ").split()) for name in _names(folded))


def shown_in_several(documents: Sequence[Document]) -> frozenset[str]:
    """Return the names, without "The", that at least two documents treat as outlets; letters alone are left out."""
    seen: Counter[str] = Counter()
    for document in documents:
        folded = fold_typography(document.text)
        names = {match.group(1).removeprefix("The ") for pattern in _SHOWN for match in pattern.finditer(folded)}
        seen.update(name for name in names if not is_given_name(name.split()[0]) and country_of(name) is None)
    return frozenset(name for name, count in seen.items() if count > 1)


def _names(folded: str) -> Iterator[str]:
    for pattern in _SHOWN:
        yield from (match.group(1) for match in pattern.finditer(folded))
    yield from (match.group(1) for match in _ACRONYM.finditer(folded) if match.group(1) not in _BODIES)
    yield from heard_outlets(folded)
