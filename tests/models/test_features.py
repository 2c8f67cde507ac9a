"""Quotation state, case and paragraphs: every mark in use, odd marks, and ranges that cover the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.features import Case, Quote, case_of, paragraphs, quote_states

# Below each text one digit for each code point: Quote's values.
STATES: dict[str, tuple[str, str]] = {
    "curly": ("“No,” he", "31114000"),
    "straight": ('"No," he', "31114000"),
    "doubled-single": ("''No,'' he"[:7], "4400044"),
    "latex": ("``No'' he", "331144000"),
    "british-single": ("‘No,’ he", "32224000"),
    "apostrophe-inside-single": ("‘It’s on,’ he", "3222222224000"),
    "nested-single-belongs-to-the-outer": ("“A ‘b.’ c” d", "311311411400"),
    "guillemets": ("«No» he", "3114000"),
    "open-to-the-end": ("“No and", "3555555"),
    "closing-without-opening": ("No” he", "004000"),
    "apostrophe-alone": ("don’t", "00000"),
    "an-odd-mark-does-not-turn-the-rest-round": ('a" b "c" d', "0400031400"),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES)
def test_quotation_state_of_every_code_point(text: str, expected: str) -> None:
    assert "".join(map(str, quote_states(text).tolist())) == expected


PARAGRAPHS: dict[str, tuple[str, list[str]]] = {
    "blank-line": ("One.\n\nTwo.", ["One.", "Two."]),
    "single-break": ("One.\nTwo.", ["One.", "Two."]),
    "wrapped-line-goes-on": ("One\nand two.", ["One\nand two."]),
    "windows-breaks": ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    "empty": ("", []),
    "breaks-alone": ("\n\n", []),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs_of(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@settings(deadline=None)
@given(text=st.text(alphabet="ab “”\"'’‘`«»,.\n\r"))
def test_paragraphs_are_in_order_and_leave_only_white_space_out(text: str) -> None:
    left, at = "", 0
    for start, end in paragraphs(text):
        assert at <= start < end
        left, at = left + text[at:start], end
    assert not (left + text[at:]).strip()


@settings(deadline=None)
@given(text=st.text(alphabet="ab “”\"'’‘`«»,."))
def test_states_fit_any_mixture_of_marks(text: str) -> None:
    states = quote_states(text)
    assert len(states) == len(text)
    assert set(states.tolist()) <= {int(state) for state in Quote}


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", Case.LOWER),
        ("Osterby", Case.CAPITALISED),
        ("I", Case.CAPITALISED),
        ("NATO", Case.UPPER),
        ("iPhone", Case.MIXED),
        ("40", Case.NO_LETTER),
        ("", Case.NO_LETTER),
    ],
)
def test_case_of_a_word(word: str, case: Case) -> None:
    assert case_of(word) is case
