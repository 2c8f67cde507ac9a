"""Folding never moves an offset."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.text import fold_case, fold_typography


@given(st.text())
def test_folds_keep_the_length(text: str) -> None:
    assert len(fold_typography(text)) == len(text)
    assert len(fold_case(text)) == len(text)


def test_typographic_variants_meet() -> None:
    assert fold_typography("“It’s 3–4”") == fold_typography('"It\'s 3-4"')
    assert fold_case("İstanbul ÉTÉ") == "İstanbul été"
