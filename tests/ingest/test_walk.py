"""find_inputs: every input once, sidecars and annotations with what they belong to, nothing lost."""

import io
import os
from pathlib import Path

import pytest

from headwater.config import IngestConfig
from headwater.errors import InputError
from headwater.ingest.draft import RawInput
from headwater.ingest.walk import find_inputs
from headwater.records import Rejection


def find(*inputs: str | Path, skip: Path | None = None, stdin: bytes | None = None) -> list[RawInput | Rejection]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(find_inputs([str(i) for i in inputs], skip=skip, fetch=None, stdin=stream, config=IngestConfig()))


def files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}" if name.endswith(".json") else "The dam held.", "utf-8")


def names(found: list[RawInput | Rejection], folder: Path) -> list[str]:
    return [Path(item.location).relative_to(folder).as_posix() for item in found]


def test_a_folder_is_walked_whole_and_in_order(tmp_path: Path) -> None:
    files(tmp_path, "b.txt", "a/z.txt", "a/b/c.html", ".hidden", ".git/x")
    assert names(find(tmp_path), tmp_path) == ["a/b/c.html", "a/z.txt", "b.txt"]


def test_sidecars_and_annotations_are_no_inputs_of_their_own(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "a.json", "b.html", "b.html.json", "c.txt", "c.ann", "d.txt", "d.txt.ann")
    assert names(find(tmp_path), tmp_path) == ["a.txt", "b.html", "c.txt", "d.txt"]
    assert names(find(*sorted(tmp_path.iterdir())), tmp_path) == ["a.txt", "b.html", "c.txt", "d.txt"]


def test_json_and_annotations_that_stand_alone_are_inputs(tmp_path: Path) -> None:
    files(tmp_path, "a.json", "b.ann", "c.docs.jsonl", "c.json")
    assert names(find(tmp_path), tmp_path) == ["a.json", "b.ann", "c.docs.jsonl", "c.json"]


def test_an_input_named_twice_is_one_input(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "b.txt")
    assert names(find(tmp_path, tmp_path / "a.txt", f"{tmp_path}/./a.txt"), tmp_path) == ["a.txt", "b.txt"]


def test_the_meta_table_is_no_article(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "meta.csv")
    assert names(find(tmp_path, skip=tmp_path / "meta.csv"), tmp_path) == ["a.txt"]


def test_the_meta_table_is_known_under_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, "a.txt", "meta.csv")
    monkeypatch.chdir(tmp_path)
    assert names(find(tmp_path, skip=Path("meta.csv")), tmp_path) == ["a.txt"]


def test_a_folder_with_nothing_in_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    with pytest.raises(InputError, match="holds nothing to read") as caught:
        find(tmp_path)
    assert caught.value.location == str(tmp_path)


def test_standard_input_has_to_be_there() -> None:
    (raw,) = find("-", stdin=b'{"text": "The dam held."}')
    assert isinstance(raw, RawInput)
    assert (raw.location, raw.body) == ("-", b'{"text": "The dam held."}')
    with pytest.raises(InputError, match="no standard input"):
        find("-")


def test_what_cannot_be_read_is_named_at_its_place(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "real/b.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    found = find(tmp_path, tmp_path / "none.txt", "https://v.example/a", "ftp://v.example/a")
    refused = {item.location.removeprefix(f"{tmp_path}/"): item.reason for item in found if isinstance(item, Rejection)}
    assert refused == {
        "link": "unsupported",
        "gone": "unreadable",
        "pipe": "unsupported",
        "none.txt": "unreadable",
        "https://v.example/a": "network",
        "ftp://v.example/a": "unsupported",
    }
    assert names([item for item in found if isinstance(item, RawInput)], tmp_path) == ["a.txt", "real/b.txt"]


def test_a_broken_sidecar_is_named_and_its_article_still_read(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    (tmp_path / "a.json").write_text("{broken", "utf-8")
    refused, raw = find(tmp_path)
    assert isinstance(refused, Rejection)
    assert isinstance(raw, RawInput)
    assert refused.location.endswith("a.json")
    assert "a.txt, which was read without it" in refused.detail


def test_a_name_that_is_not_utf_8_is_written_with_escapes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/d\xffm.txt"
    with open(path, "wb") as stream:  # noqa: PTH123  a name that Path cannot hold as text
        stream.write(b"The dam held.")
    (raw,) = find(tmp_path)
    assert raw.location.endswith("d\\xffm.txt")
    raw.location.encode()


def test_a_path_with_a_nul_is_a_rejection() -> None:
    (refused,) = find("a\0b")
    assert isinstance(refused, Rejection)
    assert refused.reason == "unreadable"
