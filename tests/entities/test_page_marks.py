"""quoted_ranges and is_title_case: quotations end with their paragraph, headlines without a stop."""

from headwater.entities.page_marks import is_title_case, quoted_ranges
from headwater.text import tokenize


def test_a_mark_left_open_holds_to_the_end_of_its_paragraph() -> None:
    text = 'He said "no" and "never.\n\nThen he left.'
    assert [text[start:end] for start, end in quoted_ranges(text)] == ['"no"', '"never.']


def test_a_line_of_capitals_without_a_stop_is_a_headline() -> None:
    assert is_title_case(tokenize("Council Shuts Bridge After Crash"), first=False)
    assert not is_title_case(tokenize("The council shut the bridge after a crash."), first=False)
