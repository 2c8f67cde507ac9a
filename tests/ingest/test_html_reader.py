"""read_html: one page, handed on with what is known of it."""

import pytest

from headwater.config import IngestConfig
from headwater.ingest.draft import Metadata, Page, RawInput, RefusalError
from headwater.ingest.html_reader import read_html

RAW = RawInput(
    location="a.html", record_id="a", name="a.html", head=b"<p>", path=None, body=b"<p>The dam held.",
    metadata=Metadata(publisher="Velm Tribune"), declared_encoding="utf-8",
)  # fmt: skip


def test_a_page_is_handed_on_with_what_is_known() -> None:
    (page,) = read_html(RAW, IngestConfig())
    assert isinstance(page, Page)
    assert (page.kind, page.data, page.declared_encoding) == ("page", b"<p>The dam held.", "utf-8")
    assert page.metadata.publisher == "Velm Tribune"


def test_a_page_over_the_limit_is_refused() -> None:
    with pytest.raises(RefusalError) as caught:
        tuple(read_html(RAW, IngestConfig(max_input_bytes=3)))
    assert caught.value.reason == "too-large"
