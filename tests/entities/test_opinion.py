"""is_opinion: judgement and forecast against information."""

import pytest
from tests.entities.reading import attribution, document

from headwater.entities.opinion import is_opinion
from headwater.entities.page import Page

CASES: dict[str, tuple[str, bool]] = {
    "judgement": ("the plan is a disgrace", True),
    "forecast": ("prices are likely to double", True),
    "wish": ("they should resign", True),
    "information": ("three trucks crossed the bridge at noon", False),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_opinion(text: str, *, expected: bool) -> None:
    doc = document(text)
    assert is_opinion(Page.of(doc), attribution(doc, "a", None, (0, len(text)))) is expected
