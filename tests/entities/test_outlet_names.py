"""outlets_between and is_outlet_noun: which outlets a stretch of text names."""

import pytest
from tests.entities.reading import OUTLETS, document

from headwater.entities.outlet_names import is_outlet_noun, outlets_between
from headwater.entities.page import Page
from headwater.entities.register import Register

FOUND: dict[str, tuple[str, list[str]]] = {
    "listed": ("It told Reuters so.", ["Reuters"]),
    "state-is-an-adjective": ("State television said so.", []),
    "a-longer-name-than-the-listed-one": ("It told the Daily Punch newspaper so.", ["Daily Punch"]),
    "a-mark-of-exclamation": ("It told Moin! magazine so.", ["Moin"]),
    "a-network-s-number": ("It told ABC 7 so.", ["ABC 7"]),
    "a-frequency": ("It told Capital 95.8 FM so.", ["Capital 95.8 FM"]),
    "an-office-behind-a-number-is-no-place": ("It told Channel 6 Mayor Ann Moss so.", ["Channel 6"]),
    "station-letters": ("It told KTV so.", ["KTV"]),
    "daily-first": ("It told the Daily Loom so.", ["Daily Loom"]),
    "daily-work": ("They do Daily Loom work.", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    doc = document(text)
    page, register = Page.of(doc), Register(doc.doc_id, OUTLETS, None)

    assert [draft.caption for *_, draft in outlets_between(page, register, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("before", "word", "expected"),
    [("a", "tabloid", True), ("news", "agency", True), ("space", "agency", False), ("music", "site", True)],
)
def test_a_noun_before_a_name(before: str, word: str, *, expected: bool) -> None:
    assert is_outlet_noun(before, word) is expected
