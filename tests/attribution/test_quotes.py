"""find_quotations: marks of every kind, open quotations, odd marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.attribution.quotes import find_quotations

CASES: dict[str, tuple[str, list[str]]] = {
    "curly": ("He said “no” twice.", ["“no”"]),
    "straight": ('He said "no" twice.', ['"no"']),
    "doubled-apostrophes": ("''No,'' he said.", ["''No,''"]),
    "backticks": ("``No,'' he said.", ["``No,''"]),
    "british-single": ("'No,' he said.", ["'No,'"]),
    "british-curly": ("‘No,’ he said.", ["‘No,’"]),
    "nested-single": ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    "apostrophes-are-no-marks": ("It's the voters' choice, isn't it?", []),
    "spaced-closing": ('"We left. "he said.', ['"We left. "']),
    "open-to-paragraph-end": ("“We left.\nThen he slept.", ["“We left."]),
    "reopened": ("“We left.\n“We came back.” He slept.", ["“We left.", "“We came back.”"]),
    "closed-without-reopening": ("“We left.\nWe came back,” he said.", ["“We left.", "We came back,”"]),
    "low-nine": ("„We left“, he said. He wrote „no“.", ["„We left“", "„no“"]),
    "guillemets": ("« We left », he said.", ["« We left »"]),
    "a-line-for-each-sentence": (
        '"We left.\nIt was late.\nNobody came," he said.',
        ['"We left.', "It was late.", 'Nobody came,"'],
    ),
    "left-open-before-a-quotation": ("“We left.\nIt was late.\nHe said “no”.", ["“We left.", "“no”"]),
    "inches": ('A 6" pipe.', []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finds(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


@given(st.text(alphabet="“”\"'‘’`ab., \n", max_size=80))
def test_quotations_are_in_order_apart_and_inside_one_paragraph(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert not any("\n" in text[q.start : q.end] for q in found)
