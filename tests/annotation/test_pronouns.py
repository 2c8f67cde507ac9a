"""is_bare_one: "one" in a list of counts is a count; elsewhere it is mostly a pronoun."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.pronouns import is_bare_one
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

LISTED = (
    "Of the nine miners, six were hauled up; one is missing.", "Seven were charged and one was released.",
    "Three died at the scene and one in hospital.", "Two were shot, one critically.",
    "Rescuers found 12 survivors, one of them a child.", "They held two searches - one by night, the other by day.",
    "One died at the scene, two in hospital.", "The blast killed three people, wounding one.",
)  # fmt: skip


@pytest.mark.parametrize("text", LISTED)
def test_one_is_a_count(make_document: Maker, text: str) -> None:
    found = annotate_quantities(make_document(text))
    assert [q.lower for q in found if q.span.quote(text).lower() == "one"] == [1.0]


BARE = (
    "It is a hard post - one he has sought for years.", "It was a scientific one -- or so he said.",
    "One by one they left.", "She is one who stays.", "One can only admire it.", "He lost it, then bought one.",
    "One of the men left.", "The second one was worse.",
)  # fmt: skip


@pytest.mark.parametrize("text", BARE)
def test_one_is_no_count(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


def test_one_or_two_is_a_range(make_document: Maker) -> None:
    (found,) = annotate_quantities(make_document("One or two stayed."))
    assert (found.lower, found.upper) == (1, 2)


def test_a_list_needs_a_count_in_its_own_sentence() -> None:
    words = split_words("Six left. He came, and one was late; two left and one was late")
    assert is_bare_one(words, 7, 8)
    assert not is_bare_one(words, 14, 15)
