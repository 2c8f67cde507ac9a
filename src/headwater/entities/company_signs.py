"""Names that their surroundings show to be companies': "shares in Veldt", "Veldt's founder".

Offsets are code points. Imports: this room and the standard library only.
"""

import re
from collections.abc import Iterator, Sequence

from headwater.entities.page import Page
from headwater.entities.roster import Introduction

_REACH = 40  # code points before and behind a name
_HELD = re.compile(
    r"\b(?:shares|shareholders|investors|stake|stock|bonds|debt|holdings?|forecasts|bid|offer|takeover)"
    r" (?:in|of|for) (?:the )?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"(?:'s|') (?:shares?|stock|share price|founders?|co-founder|chief executive|ceo|finance chief|shareholders|"
    r"profits?|revenues?|earnings|quarterly|headquarters|parent company|customers|chief financial|annual results)\b",
    re.IGNORECASE,
)


def shown_companies(page: Page, names: Sequence[Introduction]) -> Iterator[Introduction]:
    """Yield the names that what stands right before or behind them shows to be companies'."""
    for name in names:
        start, end = name.name.start, name.name.end
        before = page.folded[max(0, start - _REACH) : start]
        if _HELD.search(before) or _HAS.match(page.folded, end, end + _REACH):
            yield name
