"""Sidecars, --meta tables and JSON objects: what they say, and clear refusals."""

from pathlib import Path, PurePath

import pytest

from headwater.errors import InputError
from headwater.ingest.draft import Metadata, RefusalError
from headwater.ingest.metadata import (
    NO_TABLE,
    load_sidecar,
    load_table,
    metadata_from,
    parse_object,
    row_keys,
    sidecar_names,
)

TABLES: dict[str, tuple[str, str, Metadata]] = {
    "comma": (
        "path,publisher,published_at,headline\na.txt,Velm Tribune,2026-03-04,Dam holds\n",
        "a.txt",
        Metadata(publisher="Velm Tribune", published_at="2026-03-04", headline="Dam holds"),
    ),
    "tab-and-other-names": (
        "filename\toutlet\tpublication_date\ttitle\na\tVelm Tribune\tMarch 4, 2026\tDam, holds\n",
        "a",
        Metadata(publisher="Velm Tribune", published_at="2026-03-04", headline="Dam, holds"),
    ),
    "own-name-goes-first": (
        "id,title,headline\na,Other,Dam holds\n",
        "a",
        Metadata(headline="Dam holds"),
    ),
    "dirty-date-says-nothing": (
        "id,published_at,url\na,soon,https://velm.example/a\n",
        "a",
        Metadata(url="https://velm.example/a"),
    ),
    "byte-order-mark": ("\ufeffid,publisher\na,Velm Tribune\n", "a", Metadata(publisher="Velm Tribune")),
    "no-row": ("id,publisher\nb,Velm Tribune\n", "a", Metadata()),
    "short-row": ("id,publisher,url\na,Velm Tribune\n", "a", Metadata(publisher="Velm Tribune")),
}


@pytest.mark.parametrize(("table", "key", "expected"), TABLES.values(), ids=TABLES)
def test_the_row_of_an_article_says(tmp_path: Path, table: str, key: str, expected: Metadata) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(table, "utf-8")
    assert load_table(path).find(key) == expected


BAD_TABLES: dict[str, tuple[bytes, str]] = {
    "no-naming-column": (b"publisher,url\nVelm Tribune,x\n", "has the columns publisher, url"),
    "empty": (b"", "has the columns none"),
    "not-utf-8": (b"id,publisher\na,\xff\n", "is not UTF-8 at byte 15"),
}


@pytest.mark.parametrize(("table", "words"), BAD_TABLES.values(), ids=BAD_TABLES)
def test_a_table_that_cannot_be_used_is_an_error(tmp_path: Path, table: bytes, words: str) -> None:
    path = tmp_path / "meta.csv"
    path.write_bytes(table)
    with pytest.raises(InputError, match=words) as caught:
        load_table(path)
    assert caught.value.location == str(path)


def test_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not be read"):
        load_table(tmp_path / "none.csv")


def test_the_most_exact_name_of_an_article_wins(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text("path,publisher\na.txt,By Name\nnews/a.txt,By Path\na,By Id\n", "utf-8")
    table = load_table(path)
    assert table.find(*row_keys(("news/a.txt",), "a")).publisher == "By Path"
    assert table.find(*row_keys(("other/a.txt",), "a")).publisher == "By Name"
    assert table.find(*row_keys(("other/b.txt",), "a")).publisher == "By Id"
    assert NO_TABLE.find("a") == Metadata()


def test_fields_are_strings_or_refused() -> None:
    assert metadata_from({"publisher": " Velm \n Tribune ", "url": "", "language": "en_GB"}) == Metadata(
        publisher="Velm Tribune", language="en"
    )
    with pytest.raises(RefusalError, match='"publisher" is a number') as caught:
        metadata_from({"publisher": 5})
    assert caught.value.reason == "malformed"


OBJECTS: dict[str, tuple[bytes, str, str]] = {
    "list": (b"[1]", "malformed", "a list instead of"),
    "number": (b"1", "malformed", "a number instead of"),
    "null": (b"null", "malformed", "something else instead of"),
    "cut-off": (b'{"a": ', "malformed", "not JSON"),
    "nan": (b'{"a": NaN}', "malformed", "NaN is no JSON value"),
    "deep": (b'{"a":' * 100_000, "malformed", "nested too deep"),
    "endless-number": (b'{"a": ' + b"9" * 10_000 + b"}", "malformed", "not JSON"),
    "not-utf-8": (b'{"a": "\xff"}', "undecodable", "not UTF-8 at byte 7"),
}


@pytest.mark.parametrize(("words", "reason", "detail"), OBJECTS.values(), ids=OBJECTS)
def test_what_is_no_object_is_refused(words: bytes, reason: str, detail: str) -> None:
    with pytest.raises(RefusalError, match=detail) as caught:
        parse_object(words)
    assert caught.value.reason == reason


def test_a_sidecar_is_read_and_its_faults_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"publisher": "Velm Tribune", "published_at": "2026-03-04T10:00:00Z", "note": 5}', "utf-8")
    assert load_sidecar(path) == Metadata(publisher="Velm Tribune", published_at="2026-03-04T10:00:00+00:00")
    path.write_text("[]", "utf-8")
    with pytest.raises(RefusalError, match="a list"):
        load_sidecar(path)


def test_a_sidecar_stands_under_either_name() -> None:
    assert sidecar_names(PurePath("a.txt")) == (PurePath("a.json"), PurePath("a.txt.json"))
    assert sidecar_names(PurePath("a.json")) == ()
