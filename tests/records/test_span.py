"""Span: exact words or a refusal that carries its data."""

import pytest

from headwater.errors import SpanError
from headwater.records import Span


def test_a_span_quotes_the_exact_words() -> None:
    assert Span("d", 3, 7).quote("Mr Renn said") == "Renn"


@pytest.mark.parametrize(
    ("start", "end"), [(2, 2), (-1, 3), (0, 9), (5, 3)], ids=["empty", "before", "beyond", "reversed"]
)
def test_a_span_that_does_not_fit_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError) as caught:
        Span("d", start, end).quote("four")
    assert (caught.value.start, caught.value.end, caught.value.length) == (start, end, 4)


def test_overlap_and_containment_need_one_document() -> None:
    outer, inner, other = Span("d", 0, 10), Span("d", 2, 5), Span("e", 2, 5)
    assert outer.contains(inner)
    assert not inner.contains(outer)
    assert outer.overlaps(inner)
    assert not outer.overlaps(other)
    assert not Span("d", 0, 2).overlaps(inner)
