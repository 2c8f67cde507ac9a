"""The outlet whose reporting a text is, told by the text alone."""

import pytest
from tests.entities.reading import OUTLETS, marked

from headwater.entities import resolve_document
from headwater.entities.own_reporting import own_outlet

TWICE = "[[Ines Calder]] told the Northlight Post {{the dam was old}}. [[Bo Lee]] told the Northlight Post {{so}}."
CASES: dict[str, tuple[str, str | None]] = {
    "told-twice": (TWICE, "Northlight Post"),
    "told-once": ("[[Ines Calder]] told the Northlight Post {{the dam was old}}.", None),
    "cited-as-well": (TWICE + " {{The wall was thin}}, [[the Northlight Post]] reported.", None),
    "told-a-wire": (TWICE.replace("the Northlight Post", "Reuters"), None),
    "credited-to-another": (TWICE + "\nThis article was originally published by ProPublica.", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_own_outlet_of(text: str, expected: str | None) -> None:
    document, attributions = marked(text)
    sources = resolve_document(document, attributions, OUTLETS)
    names = {entity.entity_id: entity.caption for entity in sources.entities}
    found = own_outlet(document, sources, OUTLETS)
    assert (names[found] if found else None) == expected
