"""publisher_of: address first, then the name a document gives."""

import pytest
from tests.entities.reading import OUTLETS, document

from headwater.entities import publisher_of

CASES: dict[str, tuple[str | None, str | None, str | None]] = {
    "address": ("https://edition.cnn.com/a", "Somebody", "CNN"),
    "host-as-publisher": (None, "www.bbc.co.uk", "BBC"),
    "name": (None, "Reuters", "Reuters"),
    "unknown": ("https://velmtribune.example/a", "Velm Tribune", None),
    "ambiguous-name": (None, "The Post", None),
}


@pytest.mark.parametrize(("url", "publisher", "expected"), CASES.values(), ids=CASES)
def test_publisher(url: str | None, publisher: str | None, expected: str | None) -> None:
    found = publisher_of(document("x", url=url, publisher=publisher), OUTLETS)
    assert (found.name if found else None) == expected
