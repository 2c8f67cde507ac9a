"""JSON lines: one object a document; a bad line is one rejection and the others are read."""

import gzip
import json

import pytest

from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Page, RawInput, Reading, RefusalError
from headwater.ingest.jsonl_reader import read_jsonl
from headwater.records import Rejection

TEXT = "Dam holds as river rises\nThe mayor of Carrow spoke on Tuesday."


def read(data: bytes, name: str = "a.jsonl", limit: int = 1_000_000) -> tuple[Reading, ...]:
    raw = RawInput(location=name, record_id="a", name=name, head=b"", path=None, body=data)
    return tuple(read_jsonl(raw, IngestConfig(max_input_bytes=limit)))


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_a_line_is_a_document_with_its_own_id_and_fields() -> None:
    (draft,) = read(
        line(id="d7", text=TEXT, publisher="Velm Tribune", published_at="2026-03-04", url="https://v.example/a")
    )
    assert isinstance(draft, Draft)
    assert (draft.location, draft.record_id, draft.explicit_id) == ("a.jsonl:1", "d7", "d7")
    assert draft.text == TEXT
    assert draft.metadata.publisher == "Velm Tribune"
    assert draft.metadata.published_at == "2026-03-04"
    assert draft.metadata.headline == "Dam holds as river rises"


def test_a_line_without_an_id_is_named_by_its_number() -> None:
    draft = read(b"\n\r\n" + line(text=TEXT))[0]
    assert isinstance(draft, Draft)
    assert (draft.location, draft.record_id, draft.explicit_id) == ("a.jsonl:3", "a:3", None)


def test_html_is_handed_on_to_be_extracted() -> None:
    (page,) = read(line(id=12, html="<p>Østby</p>", headline="Dam holds"))
    assert isinstance(page, Page)
    assert page.data.decode() == "<p>Østby</p>"
    assert (page.declared_encoding, page.explicit_id, page.metadata.headline) == ("utf-8", "12", "Dam holds")


BAD: dict[str, tuple[bytes, str]] = {
    "no-json": (b"The dam held.\n", "malformed"),
    "no-object": (b"[1]\n", "malformed"),
    "no-text": (b'{"id": "x", "title": "Dam"}\n', "no-text"),
    "text-is-a-number": (b'{"text": 5}\n', "malformed"),
    "id-is-a-list": (b'{"text": "dam", "id": [1]}\n', "malformed"),
    "publisher-is-an-object": (b'{"text": "dam", "publisher": {"name": "x"}}\n', "malformed"),
    "empty-text": (b'{"text": " "}\n', "empty"),
    "nul-in-the-text": (b'{"text": "d\\u0000am"}\n', "binary"),
    "half-a-pair": (b'{"text": "dam \\ud83d"}\n', "undecodable"),
    "not-utf-8": (b'{"text": "d\xffam"}\n', "undecodable"),
    "too-long": (b'{"text": "' + b"d" * 2_000 + b'"}\n', "too-large"),
}


@pytest.mark.parametrize(("bad", "reason"), BAD.values(), ids=BAD)
def test_a_bad_line_is_one_rejection_and_the_others_are_read(bad: bytes, reason: str) -> None:
    first, refused, last = read(line(text=TEXT) + bad + line(text="Other words."), limit=1_000)
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert isinstance(refused, Rejection)
    assert (refused.location, refused.reason) == ("a.jsonl:2", reason)


def test_one_object_over_several_lines_is_one_document() -> None:
    (draft,) = read(json.dumps({"text": TEXT}, indent=2).encode(), "a.json")
    assert isinstance(draft, Draft)
    assert (draft.location, draft.record_id) == ("a.json", "a")


def test_lines_under_the_name_json_are_lines() -> None:
    assert len(read(line(text=TEXT) + line(text="Other words."), "a.json")) == 2


def test_a_broken_object_over_several_lines_is_refused_once() -> None:
    with pytest.raises(RefusalError, match="not JSON"):
        read(b'{\n"text": "dam",\n', "a.json")


def test_a_file_without_lines_is_empty() -> None:
    with pytest.raises(RefusalError) as caught:
        read(b"\n \n")
    assert caught.value.reason == "empty"


def test_a_gzipped_file_that_is_cut_off_keeps_its_good_lines() -> None:
    packed = gzip.compress(b"".join(line(id=str(n), text=f"{TEXT} {n * 7919}") for n in range(200)))
    *good, damage = read(packed[:-200], "a.jsonl.gz")
    assert good
    assert all(isinstance(draft, Draft) for draft in good)
    assert isinstance(damage, Rejection)
    assert damage.reason == "malformed"
