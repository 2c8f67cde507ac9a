"""Marks of an article: every character of the text stands in exactly one run, with the marks that cover it."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Span
from headwater.web.article_page import _Mark, _paragraphs

_PLACES = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40), st.sampled_from(["claims", "sources", "times"])))


@given(text=st.text(alphabet="ab \n🌊", min_size=1, max_size=80), places=_PLACES)
def test_runs_are_the_text_again_and_marks_cover_exactly_their_words(
    text: str, places: list[tuple[int, int, str]]
) -> None:
    spans = [(start, min(len(text), start + length), layer) for start, length, layer in places if start < len(text)]
    marks = [_Mark(Span("d", start, end), layer, f"a{n}") for n, (start, end, layer) in enumerate(spans)]
    for paragraph in _paragraphs(text, marks, []):
        assert "".join(run.text for run in paragraph.runs) == text[paragraph.start : paragraph.end]
        at = paragraph.start
        for run in paragraph.runs:
            expected = {layer for start, end, layer in spans if start <= at and at + len(run.text) <= end}
            assert set(run.marks) == expected
            at += len(run.text)


def test_white_space_alone_makes_no_paragraph() -> None:
    assert [p.start for p in _paragraphs("one\n \n\ntwo", [], [])] == [0, 7]
