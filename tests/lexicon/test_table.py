"""read_rows: every row of a data file with its line number; a line of another width is refused by number."""

import pytest

from headwater.errors import LexiconError
from headwater.lexicon.table import read_rows


def test_rows_come_without_comments_and_header_and_know_their_line() -> None:
    rows = list(read_rows("units.tsv", ("unit", "dimension", "factor", "words", "source")))
    assert rows
    assert all(len(columns) == 5 and columns[0] != "unit" and not columns[0].startswith("#") for _, columns in rows)
    assert [number for number, _ in rows] == sorted({number for number, _ in rows})


def test_a_row_of_another_width_is_refused_with_what_was_wanted() -> None:
    with pytest.raises(LexiconError, match="5 columns where unit, words are wanted"):
        list(read_rows("units.tsv", ("unit", "words")))
