"""Texts named by their titles in quotation marks."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "study": (
        ('On Monday the Tam Commission published "Salt in the Wells", a 90-page study. [[The study]] says {{a}}.'),
        ["Salt in the Wells"],
    ),
    "title-as-source": (
        'The Tam Commission published "Salt in the Wells", a study. [["Salt in the Wells"]] says {{a}}.',
        ["Salt in the Wells"],
    ),
    "a-film-is-no-text": (
        '[[Ann Roe]] saw "No Way Out" and said {{a}}. [[The report]] said {{b}}.',
        ["Ann Roe", "Ann Roe"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
