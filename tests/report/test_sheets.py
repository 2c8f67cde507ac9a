"""cut_passage: the words exact, the context within the paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Span
from headwater.report.sheets import cut_passage, interval


@given(text=st.text(min_size=1, max_size=400), data=st.data())
def test_the_words_are_the_span_and_context_touches_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = cut_passage(text, Span("d", start, end))
    assert passage.words == text[start:end]
    assert "\n" not in passage.before
    assert text[:start].endswith(passage.before.removeprefix("…"))
    assert text[end:].startswith(passage.after.removesuffix(" …"))


def test_intervals_read_as_people_write_them() -> None:
    assert interval(2, 2) == "2"
    assert interval(1, 3) == "1–3"
