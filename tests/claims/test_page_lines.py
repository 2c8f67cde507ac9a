"""is_page_line: lines to the reader and credits are told from sentences about the event."""

import pytest

from headwater.claims.page_lines import is_page_line

PAGE = (
    "Read more: the dam that failed",
    "Our leader column: page 14",
    "See page 3",
    "By Odile Renner and staff",
    "By our staff reporter",
    "Additional reporting by Dana Whitlock",
    "Follow Odile on Twitter",
    "Sign up to our Morning Briefing",
    "This page will be updated.",
    "Details later.",
    "Nadia Corrigan, transport editor",
    "4 May 2031 | Updated 10:48 p.m.",
    "Call our newsdesk",
    "© 2031 Valley Post",
    "Anyone with information can call 101.",
    "Lena Holm contributed to this report.",
    "— Piet Arran (@piet_arran) March 3, 2031",
)
STORY = (
    "By midnight the square was empty.",
    "Readers of the letter were shocked.",
    "Follow-up talks collapsed on Friday.",
    "The company will contact its customers.",
    "Details of the talks were kept from the council.",
    "Getting the jam for nothing pleased them.",
    "Contact between the two sides has ended.",
    "See-saw trade kept prices low.",
)


@pytest.mark.parametrize("line", PAGE)
def test_lines_of_the_page_are_known(line: str) -> None:
    assert is_page_line(line, 0, len(line))


@pytest.mark.parametrize("line", STORY)
def test_sentences_of_the_story_are_not(line: str) -> None:
    assert not is_page_line(line, 0, len(line))
