"""Which article of an outlet is meant when another names the outlet."""

import pytest
from tests.provenance.test_paths import ENTITIES

from headwater.provenance.shelf import Shelf
from headwater.records import Document


def document(doc_id: str, published_at: str | None, text: str = "The dam failed.") -> Document:
    return Document(
        doc_id=doc_id, record_id=doc_id, location=doc_id, url=None, publisher=None, headline=None, byline=None,
        dateline=None, published_at=published_at, modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256="0" * 64, revision_of=None, offset_map=(),
    )  # fmt: skip


PUBLISHER = {"own": ENTITIES["post"], "first": ENTITIES["gazette"], "later": ENTITIES["gazette"]}


@pytest.mark.parametrize(
    ("own", "first", "later", "expected"),
    [
        ("2031-06-11", "2031-06-09", "2031-06-10", "first"),
        ("2031-06-11T05:00:00Z", "2031-06-12", "2031-06-11T09:00:00Z", "later"),
        ("2031-06-08", "2031-06-09", "2031-06-10", None),
        (None, None, None, "later"),
        ("2031-06-11", None, None, "later"),
    ],
)
def test_the_first_report_that_could_be_known_is_meant(
    own: str | None, first: str | None, later: str | None, expected: str | None
) -> None:
    shelf = Shelf(
        [
            document("own", own, "The mill at Carrow burnt."),
            document("first", first),
            document("later", later, "Mill."),
        ],
        PUBLISHER,
    )
    assert shelf.meant("own", "gazette") == expected


def test_an_outlet_without_documents_of_its_own_has_none() -> None:
    assert Shelf([document("own", None)], PUBLISHER).meant("own", "agency") is None
    assert Shelf([document("first", None)], PUBLISHER).meant("first", "gazette") is None
