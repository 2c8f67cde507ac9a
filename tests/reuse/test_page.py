"""Pages: what is quoted, where sentences end, what prompts the reader."""

import pytest
from tests.reuse.documents import make_document

from headwater.config import ReuseConfig
from headwater.reuse.page import Page, quoted_ranges, read_page
from headwater.reuse.rarity import Rarity
from headwater.text import hash_words, shorten


def page(text: str) -> Page:
    return read_page(make_document("a", text), Rarity(shorten(hash_words(text).hashes), ReuseConfig()))


QUOTED: dict[str, tuple[str, list[str]]] = {
    "curly": ("He said “no, never” and left.", ["“no, never”"]),
    "straight": ('He said "no" and "yes".', ['"no"', '"yes"']),
    "wire": ("He said ``no'' again.", ["``no''"]),
    "open-to-the-end-of-its-paragraph": ("“No.\nShe left.", ["“No.\n"]),
    "straight-open": ('"No.\nShe left.', ['"No.']),
    "guillemets": ("Il dit « non ».", ["« non »"]),
    "both-kinds-in-one-text": (
        'He said "no".\n“Yes,” she said.\nA "maybe" is "no".',
        ['"no"', "“Yes,”", '"maybe"', '"no"'],
    ),
    "none": ("It's the ferries' quay.", []),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quoted_ranges(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(text)] == expected


def test_prompts_are_told_from_news() -> None:
    text = "The pier will be closed until Friday. Sign up for our newsletter. © 2026 Tideline Media"
    read = page(text)
    assert read.prompts(0, len(text))
    assert not read.prompts(0, text.index("Sign"))
    assert not read.prompts(text.index("up for"), text.index("newsletter"))
    assert read.prompts(text.index("©"), len(text))


def test_words_that_anybody_can_read_are_announced_nearby() -> None:
    text = "“No,” the board said in a statement. “Yes,” said Velling."
    read = page(text)
    assert read.announces(0, len(text))
    assert not read.announces(text.index("“Yes"), len(text))


def test_sentences_end_at_stops_and_lines() -> None:
    read = page("It sank at 3.5 knots. “Who knew?” she asked\nNobody answered.")
    words = [read.span(at, at + 1).quote(read.document.text) for at in range(len(read.words))]
    assert [word for at, word in enumerate(words) if read.ends_sentence(at)] == ["knots", "knew", "asked"]
