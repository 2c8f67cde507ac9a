"""Ranges told from a change and the level it leads to."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.records import Document

Maker = Callable[..., Document]

CASES: dict[str, tuple[str, list[tuple[float | None, float | None]]]] = {
    "points-to-a-level": ("The bank trimmed its rate by 25 basis points to 6.25 per cent.", [(25, 25), (6.25, 6.25)]),
    "cents-to-dollars": ("The pound fell 1.2 cents to $1.27.", [(1.2, 1.2), (1.27, 1.27)]),
    "pence-to-pence": ("Shares climbed 12p to 340p.", [(12, 12), (340, 340)]),
    "percent-to-money": ("Sales rose 7pc to £310m.", [(7, 7), (310e6, 310e6)]),
    "count-to-count": ("It cut its staff by 400 to 3,200.", [(400, 400), (3200, 3200)]),
    "from-down": ("Growth eased from 3.4 to 3.1 per cent.", [(3.4, 3.4), (3.1, 3.1)]),
    "polls": ("She leads him 49 percent to 41 percent.", [(49, 49), (41, 41)]),
    "by-range": ("Prices rose by 10 to 15 percent.", [(10, 15)]),
    "up-range": ("Trade is up 3 to 5 per cent.", [(3, 5)]),
    "down-range": ("Fuel is down 20 to 30 cents.", [(20, 30)]),
    "counted-range": ("Votes fell by 12 to 13 points.", [(12, 13)]),
    "differing-units": ("Fines run from £500 to two years.", [(500, 500), (2, 2)]),
    "letters": ("The pond is 10m to 12m deep.", [(10, 12)]),
    "odds": ("They outnumber us by 80 to 1.", []),
    "bowling": ("He took 4-37.", []),
    "hurling": ("Osterby 1-18 Velm 0-20.", []),
    "plus-costs": ("She owes £900 plus costs.", [(900, 900)]),
    "plus-behind": ("She saw 900 plus people.", [(900, None)]),
}


@pytest.mark.parametrize(("text", "intervals"), CASES.values(), ids=CASES)
def test_intervals_are(make_document: Maker, text: str, intervals: list[tuple[float | None, float | None]]) -> None:
    assert [(q.lower, q.upper) for q in annotate_quantities(make_document(text))] == intervals
