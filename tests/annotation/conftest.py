"""A document made of one text, for every grammar of this room."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from headwater.records import Document


def _document(text: str, published_at: str | None = "2022-11-17", url: str | None = None) -> Document:
    return Document(
        doc_id="d",
        record_id="d",
        location="-",
        url=url,
        publisher=None,
        headline=None,
        byline=None,
        dateline=None,
        published_at=published_at,
        modified_at=None,
        retrieved_at=None,
        language="en",
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        text_sha256="",
        revision_of=None,
        offset_map=(),
    )


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """Return a maker of documents: text, day of publication, url."""
    return _document


def _calls_made(annotate: Callable[[Document], object], text: str) -> int:
    made, calls = _document(text), 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        del frame, argument
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        annotate(made)
    finally:
        sys.setprofile(before)
    return calls


@pytest.fixture(scope="session")
def growth() -> Callable[[Callable[[Document], object], str], float]:
    """Return a measure of growth: how many times the calls of a reading go up when a repetition is doubled.

    Calls are counted, not time, so the measure is exact and the same on every machine; each call works on a bounded
    run of words, so work grows as calls do.
    """

    def measure(annotate: Callable[[Document], object], unit: str) -> float:
        calls_made = [_calls_made(annotate, unit * size) for size in (400, 800)]
        return calls_made[1] / calls_made[0]

    return measure
