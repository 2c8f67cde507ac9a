"""Quotations end with their paragraph, headlines without a stop; a picture's credit is a line of its own."""

import pytest

from headwater.entities.page_marks import is_title_case, picture_credits, quoted_ranges
from headwater.text import tokenize


def test_a_mark_left_open_holds_to_the_end_of_its_paragraph() -> None:
    text = 'He said "no" and "never.\n\nThen he left.'
    assert [text[start:end] for start, end in quoted_ranges(text)] == ['"no"', '"never.']


def test_a_line_of_capitals_without_a_stop_is_a_headline() -> None:
    assert is_title_case(tokenize("Council Shuts Bridge After Crash"), first=False)
    assert not is_title_case(tokenize("The council shut the bridge after a crash."), first=False)


@pytest.mark.parametrize(
    "line",
    [
        "Northlight via Getty Images.",
        "Ida Oak/EPA via Shutterstock",
        "Mark Orr / Getty Images North America",
        "(AP Photo/Ida Oak)",
        "Photo: Ida Oak/Northlight",
        "Anadolu Agency via AFP",
    ],
)
def test_a_line_that_says_who_took_a_picture_is_one(line: str) -> None:
    text = f"The bridge is shut.\n\n{line}\n\nIt will reopen."
    assert [text[start:end] for start, end in picture_credits(text)] == [line]


@pytest.mark.parametrize(
    "line", ["Getty Images said it had lost the files. It will appeal.", "The mayor spoke via Reuters to her town."]
)
def test_a_sentence_about_pictures_is_none(line: str) -> None:
    assert picture_credits(f"The bridge is shut.\n\n{line}") == ()
