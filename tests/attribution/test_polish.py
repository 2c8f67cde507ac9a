"""Source spans stand in one line and hold whole names."""

import pytest

from headwater.attribution.polish import in_one_line, no_expletive, whole_name

LINES: dict[str, tuple[str, str, str | None, str]] = {
    "byline-before": ("By Dara Quill\nTwo engineers told us", "Dara Quill\nTwo engineers", "told", "Two engineers"),
    "cue-before": ("said Renn\nNext line", "Renn\nNext", "said", "Renn"),
    "one-line": ("Two engineers told us", "Two engineers", "told", "Two engineers"),
}
NAMES: dict[str, tuple[str, str, str]] = {
    "first-name-left-out": ("Ines Calder said", "Calder", "Ines Calder"),
    "sentence-opener-is-no-name": ("On Tuesday Calder said", "Calder", "Calder"),
    "whole-already": ("the mayor, Linnea Voss, said", "Linnea Voss", "Linnea Voss"),
    "lower-case-source": ("Water officials said", "officials", "officials"),
}


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(("text", "source", "cue", "expected"), LINES.values(), ids=LINES)
def test_a_source_stands_in_the_line_nearest_to_its_cue(text: str, source: str, cue: str, expected: str) -> None:
    found = in_one_line(text, place(text, source), place(text, cue))
    assert found == place(text, expected)


def test_no_source_stays_no_source() -> None:
    assert in_one_line("text", None, None) is None
    assert whole_name("text", None) is None


@pytest.mark.parametrize(("text", "source", "expected"), NAMES.values(), ids=NAMES)
def test_a_name_is_taken_whole(text: str, source: str, expected: str) -> None:
    assert whole_name(text, place(text, source)) == place(text, expected)


def test_the_it_of_it_emerged_names_nobody() -> None:
    text = "It emerged that it said so"
    assert no_expletive(text, (0, 2), place(text, "emerged")) is None
    assert no_expletive(text, (16, 18), place(text, "said")) == (16, 18)
