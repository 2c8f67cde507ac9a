"""split_paragraphs and split_sentences: nothing lost, nothing doubled, abbreviations and quotation marks respected."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text import range_at, split_paragraphs, split_sentences

SENTENCES: dict[str, tuple[str, list[str]]] = {
    "two-plain": ("It rained. The dam held.", ["It rained.", "The dam held."]),
    "title-before-a-name": (
        "Mr. Renn and Dr. Voss left. Nobody spoke.",
        ["Mr. Renn and Dr. Voss left.", "Nobody spoke."],
    ),
    "initials-of-a-country": ("The U.S. Treasury said no.", ["The U.S. Treasury said no."]),
    "initials-at-the-end": ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
    "initial-of-a-person": ("Piet K. Arran waited.", ["Piet K. Arran waited."]),
    "quotation-closes-after-the-point": ("“We knew.” She sat down.", ["“We knew.”", "She sat down."]),
    "question-inside-a-quotation-goes-on": ("“Really?” he asked. No.", ["“Really?” he asked.", "No."]),
    "wire-style-mark-apart": ('They left. "Nobody knew. " Then rain.', ["They left.", '"Nobody knew. "', "Then rain."]),
    "decimal-is-no-end": ("It fell 6.1 points. Then it rose.", ["It fell 6.1 points.", "Then it rose."]),
    "spaced-decimal-of-old-wires": ("A 6. 1 magnitude quake. It hit.", ["A 6. 1 magnitude quake.", "It hit."]),
    "spaced-decimal-in-front-of-a-scale": ("A $3. 4bn deal. It fell.", ["A $3. 4bn deal.", "It fell."]),
    "a-title-behind-then": ("So said then-Gov. Arran. It fell.", ["So said then-Gov. Arran.", "It fell."]),
    "spaced-hour-of-old-wires": ("At 7: 37 a. m. UTC it hit.", ["At 7: 37 a. m. UTC it hit."]),
    "year-at-the-end": ("It broke in 2004. 12 people left.", ["It broke in 2004.", "12 people left."]),
    "line-break-ends": ("A headline\nA sentence.", ["A headline", "A sentence."]),
    "date-abbreviation": ("On Nov. 14 it came. Renn read it.", ["On Nov. 14 it came.", "Renn read it."]),
    "ellipsis-in-the-middle": ("“Wait...” and then nothing.", ["“Wait...” and then nothing."]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences_are(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


@given(st.text(alphabet=st.sampled_from(list("ab AB.!?\"”“ \n'1…)(")), max_size=200))
def test_sentences_cover_everything_but_white_space_once(text: str) -> None:
    ranges = split_sentences(text)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(ranges))
    covered = "".join(text[start:end] for start, end in ranges)
    assert "".join(covered.split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_paragraphs_are_trimmed_and_hold_no_line_break(text: str) -> None:
    for start, end in split_paragraphs(text):
        paragraph = text[start:end]
        assert paragraph == paragraph.strip()
        assert "\n" not in paragraph
        assert paragraph


def test_range_at_finds_the_range_that_starts_at_or_before() -> None:
    ranges = ((2, 5), (7, 9))
    assert [range_at(ranges, offset) for offset in (0, 2, 6, 7, 99)] == [-1, 0, 0, 1, 1]
