"""split_words: offsets hold, numbers and apostrophes stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.annotation.words import split_words


def test_numbers_keep_their_separators_and_lines_break() -> None:
    words = split_words("It’s 1,500 at 10:30.\nGo")
    assert words.low[: words.count] == ["it's", "1,500", "at", "10:30", ".", "\n", "go"]


@given(st.text())
def test_offsets_point_at_the_words(text: str) -> None:
    words = split_words(text)
    assert all(words.ends[k] - words.starts[k] == len(words.low[k]) > 0 for k in range(words.count))
    assert words.low[words.count :] == [""] * (len(words.low) - words.count)
