"""Headlines and bylines are no part of the sentence below; a headline's last words may be its speaker."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.layout import below_heading, headline_inverted, not_the_byline

KEPT: dict[str, str] = {
    "hard-wrapped": "the tank was full and\nwould leak by noon, she said",
    "sentence-above": "The tank was full.\nIt would leak by noon, she said",
    "quotation": '"The tank was full\nIt will leak," she said',
}


def place(text: str, words: str) -> Range:
    return text.index(words), text.index(words) + len(words)


def test_a_headline_s_tail_is_left_out() -> None:
    text = "Orsay nears deal\nOrsay is near a deal, she said"

    found = below_heading(text, place(text, "said"), ((text.index("deal"), text.index(", she")),))

    assert [text[a:b] for a, b in found] == ["Orsay is near a deal"]


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_lines_that_belong_together_stay(text: str) -> None:
    content = ((0, text.index(" she")),)

    assert below_heading(text, place(text, "said"), content) == content


@given(st.text(alphabet='aA \n."', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_content_only_ever_shrinks_from_its_start(text: str, start: int, cue: int) -> None:
    text = text + "x"
    start, cue = min(start, len(text) - 1), min(cue, len(text) - 1)

    ((begin, end),) = below_heading(text, (cue, cue + 1), ((start, len(text)),))

    assert start <= begin < end == len(text)


def test_a_headline_s_speaker_stands_behind_its_verb() -> None:
    text = "Port to close by May, say ministers\nThe port is old."
    read = Draft(source=(0, 20), cue=place(text, "say"), content=((36, 50),), rule="reader", score=0.9)

    found = headline_inverted(text, read)

    assert found.source == place(text, "ministers")
    assert found.content == (place(text, "Port to close by May"),)


def test_a_verb_elsewhere_is_left_alone() -> None:
    text = "Port to close by May, say ministers\nThe port is old, say they."
    read = Draft(source=None, cue=(53, 56), content=((36, 51),), rule="reader", score=0.9)

    assert headline_inverted(text, read) is read


def test_who_wrote_the_article_does_not_speak_its_headline() -> None:
    text = "Dam was too old, leaked memo says\nBy Ines Calder\nThe dam failed."
    read = Draft(
        source=place(text, "Ines Calder"), cue=place(text, "says"), content=((0, 29),), rule="reader", score=0.5
    )

    found = not_the_byline(text, read)

    assert found.source == place(text, "leaked memo")
    assert found.content == (place(text, "Dam was too old"),)


def test_a_headline_without_a_speaker_has_none() -> None:
    text = "What the memo says\nBy Ines Calder\nThe dam failed."
    read = Draft(
        source=place(text, "Ines Calder"), cue=place(text, "says"), content=((0, 13),), rule="reader", score=0.5
    )

    assert not_the_byline(text, read).source is None
