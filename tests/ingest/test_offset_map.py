"""align: segments tile the text, and each run is the page's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.ingest.offset_map import PUT_IN, align
from headwater.records import OffsetSegment

WORDS = st.lists(st.sampled_from("the dam of Carrow held “until” dawn, she said. and".split()), max_size=30)
SPACES = st.sampled_from([" ", "\n", "\n    ", "\t", "\u00a0", ""])


def check(text: str, page: str, segments: tuple[OffsetSegment, ...]) -> None:
    done = 0
    for run in segments:
        assert run.start == done < run.end
        done = run.end
        if run.origin_start == PUT_IN:
            assert run.origin_end == PUT_IN
        else:
            assert text[run.start : run.end] == page[run.origin_start : run.origin_end]
    assert done == len(text)


def runs(text: str, page: str) -> list[tuple[str, int]]:
    return [(text[run.start : run.end], run.origin_start) for run in align(text, page)]


CASES: dict[str, tuple[str, str, list[tuple[str, int]]]] = {
    "whole": ("The dam held.", "Home The dam held. Share", [("The dam held.", 5)]),
    "folded-space": ("The dam held.", "The dam\n  held.", [("The dam", 0), (" ", PUT_IN), ("held.", 10)]),
    "paragraphs": ("The dam.\nIt held.", "The dam.It held.", [("The dam.", 0), ("\n", PUT_IN), ("It held.", 8)]),
    "dropped-words": (
        "The dam held until dawn and then broke.",
        "The dam held until dawn [advertisement] and then broke.",
        [("The dam held until dawn ", 0), ("and then broke.", 40)],
    ),
    "whole-line-before-a-teaser": (
        "The dam of Carrow held until dawn",
        "The dam of Carrow held on. News. The dam of Carrow held until dawn",
        [("The dam of Carrow held until dawn", 33)],
    ),
    "not-in-the-page": ("xyzzy", "The dam held.", [("xyzzy", PUT_IN)]),
    "nothing": ("", "The dam held.", []),
}


@pytest.mark.parametrize(("text", "page", "expected"), CASES.values(), ids=CASES)
def test_runs_are(text: str, page: str, expected: list[tuple[str, int]]) -> None:
    check(text, page, align(text, page))
    assert runs(text, page) == expected


@given(words=WORDS, spaces=st.lists(SPACES, min_size=31, max_size=31), before=st.text(max_size=20))
def test_every_run_is_the_pages_own_words(words: list[str], spaces: list[str], before: str) -> None:
    page = before + "".join(word + space for word, space in zip(words, spaces, strict=False))
    text = " ".join(words)
    check(text, page, align(text, page))


@given(text=st.text(alphabet="ab \n", max_size=40), page=st.text(alphabet="ab \n\t", max_size=60))
def test_any_two_texts_are_aligned_soundly(text: str, page: str) -> None:
    check(text, page, align(text, page))


@given(words=st.lists(st.text(alphabet="abcdefgh", min_size=3, max_size=9), min_size=1, max_size=40, unique=True))
def test_every_word_that_stands_in_the_page_in_order_is_found(words: list[str]) -> None:
    text, page = " ".join(words), "\n  ".join(words)
    found = [run for run in align(text, page) if run.origin_start != PUT_IN]
    assert sum(run.end - run.start for run in found) == sum(len(word) for word in words)
