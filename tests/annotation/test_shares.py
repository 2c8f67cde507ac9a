"""Fractions: bounds from the exact share, shares as pronouns, and ordinals that are none."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.shares import thousandths
from headwater.records import Document

Maker = Callable[..., Document]

SHARES: dict[str, tuple[str, str, float | None, float | None]] = {
    "nearly": ("Nearly two-thirds of lots sold.", "Nearly two-thirds", 0.6, 0.667),
    "just-over": ("Just over a third voted.", "Just over a third", 0.333, 0.367),
    "one-in": ("About one in six has moved.", "About one in six", 0.15, 0.183),
    "at-least": ("At least a third were minors.", "At least a third", 0.333, None),
    "hyphens": ("There is a one-in-five chance.", "one-in-five", 0.2, 0.2),
    "of-which": ("The lots, of which half are sold, are dear.", "half", 0.5, 0.5),
    "of-whom": ("The clerks, of whom a quarter will go, wept.", "a quarter", 0.25, 0.25),
    "half-said": ("Half said they would go.", "Half", 0.5, 0.5),
    "half-had": ("The vans were old and half had broken down.", "half", 0.5, 0.5),
    "plural-verb": ("Many drown; a third are boys.", "a third", 0.333, 0.333),
    "of-the-whole": ("Of the money, a fifth has been spent.", "a fifth", 0.2, 0.2),
    "openers": ("Nearly half say no.", "Nearly half", 0.45, 0.5),
    "what": ("Output is half what it was.", "half", 0.5, 0.5),
}


@pytest.mark.parametrize(("text", "words", "lower", "upper"), SHARES.values(), ids=SHARES)
def test_share_is(make_document: Maker, text: str, words: str, lower: float | None, upper: float | None) -> None:
    (found,) = annotate_quantities(make_document(text))
    assert (found.span.quote(text), found.lower, found.upper, found.unit) == (words, lower, upper, "ratio")


@pytest.mark.parametrize(
    "text",
    [
        "The driver was hurt and a third was killed.",
        "A third will be named on Friday.",
        "The second half was better.",
        "The other half is empty.",
        "He has half finished the book.",
        "At half-time they led.",
        "The third quarter was weak.",
    ],
)
def test_these_are_no_shares(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


@pytest.mark.parametrize(
    ("share", "written"), [(2 / 3, 0.667), (1 / 30, 0.033), (1 / 800, 0.00125), (1.0, 1.0), (None, None)]
)
def test_shares_are_written_in_thousandths(share: float | None, written: float | None) -> None:
    assert thousandths(share) == written
