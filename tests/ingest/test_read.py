"""The door: every input ends as exactly one document, duplicate or rejection, whatever it is and in any order."""

import gzip
import io
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from headwater.config import Config
from headwater.ingest import read_inputs
from headwater.records import Document, Duplicate, Outcome, Rejection

TEXT = (
    "Dam holds as river rises\nBy Sanna Lund\n"
    "The mayor of Carrow said on Tuesday that the water would last nine days.\n"
)
PAGE = f"<!doctype html><html><body><article><h1>Dam holds</h1><p>{TEXT * 3}</p></article></body></html>"


def kinds(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {Path(o.location).name: o.reason if isinstance(o, Rejection) else type(o).__name__ for o in outcomes}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Good coverage and bad input side by side."""
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    (tmp_path / "good.json").write_text('{"publisher": "Velm Tribune", "published_at": "2026-03-04"}', "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "packed.txt.gz").write_bytes(gzip.compress(b"The dam of Velm broke in the night."))
    (tmp_path / "copy.txt").write_text(TEXT.replace("nine", "ten"), "utf-8")
    (tmp_path / "copy2.txt").write_text(TEXT.replace("nine", "ten"), "utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": "x", "text": "The dam broke."}\nno json\n', "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    (tmp_path / "nuls.txt").write_bytes(b"\0" * 4_096)
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-9])
    return tmp_path


def test_bad_input_among_good_is_named_and_nothing_is_lost(mixed: Path) -> None:
    assert kinds(read_inputs([str(mixed)])) == {
        "good.txt": "Document",
        "page.html": "Document",
        "packed.txt.gz": "Document",
        "copy.txt": "Document",
        "copy2.txt": "Duplicate",
        "lines.jsonl:1": "Document",
        "lines.jsonl:2": "malformed",
        "empty.txt": "empty",
        "paper.txt": "binary",
        "nuls.txt": "binary",
        "cut.txt.gz": "malformed",
    }


def test_an_unreadable_file_is_a_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not stop the superuser, so the refusal is made here.
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT + "More.", "utf-8")
    real = Path.open

    def refuse(self: Path, *args: str, **kwargs: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    outcomes = read_inputs([str(tmp_path)])
    assert kinds(outcomes) == {"a.txt": "unreadable", "b.txt": "Document"}
    assert isinstance(outcomes[0], Rejection)
    assert "Permission denied" in outcomes[0].detail


def test_the_order_of_inputs_never_matters(mixed: Path) -> None:
    (mixed / "page.html").unlink()  # pages in several orders: see test_page_workers.py
    inputs = sorted(str(path) for path in mixed.iterdir())
    expected = read_inputs(inputs)
    random.Random(3).shuffle(inputs)  # noqa: S311  a reproducible order, no secret
    assert read_inputs(inputs) == expected
    assert read_inputs([str(mixed)]) == expected


def test_sidecar_and_table_say_what_the_text_does_not(mixed: Path) -> None:
    meta = mixed / "meta.csv"
    meta.write_text(
        "name,publisher,url\npage.html,Fen Observer,https://fenobserver.example/dam\nx,Carrow Gazette,\n", "utf-8"
    )
    found = {Path(o.location).name: o for o in read_inputs([str(mixed)], meta=meta) if isinstance(o, Document)}
    assert (found["good.txt"].publisher, found["good.txt"].published_at) == ("Velm Tribune", "2026-03-04")
    assert (found["page.html"].publisher, found["page.html"].url) == ("Fen Observer", "https://fenobserver.example/dam")
    assert found["lines.jsonl:1"].publisher == "Carrow Gazette"


def test_a_document_holds_what_its_file_holds(mixed: Path) -> None:
    (document,) = read_inputs([str(mixed / "good.txt")])
    assert isinstance(document, Document)
    assert document.text == TEXT
    assert (document.record_id, document.language, document.media_type) == ("good", "en", "text/plain")
    assert (document.headline, document.byline) == ("Dam holds as river rises", "Sanna Lund")
    assert document.retrieved_at is None


def test_brat_pairs_are_read_by_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text("T1\tSource 0 3\tDam\n", "utf-8")
    assert kinds(read_inputs([str(tmp_path)])) == {"a.txt": "Document"}


def test_standard_input_holds_json_lines() -> None:
    stdin = io.BytesIO(json.dumps({"id": "x", "text": TEXT}).encode() + b"\nThe dam held.\n")
    assert kinds(read_inputs(["-"], stdin=stdin)) == {"-:1": "Document", "-:2": "malformed"}


def test_an_address_is_not_fetched_unasked() -> None:
    (outcome,) = read_inputs(["https://velmtribune.example/dam"])
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "network"


def test_reading_text_loads_no_parser_and_starts_no_process(mixed: Path) -> None:
    code = f"""
import subprocess, sys
def refuse(*args, **kwargs): raise AssertionError("a process was started")
subprocess.Popen.__init__ = refuse
from headwater.ingest import read_inputs
print(len(read_inputs([{str(mixed / "good.txt")!r}, {str(mixed / "lines.jsonl")!r}])))
print([m for m in ("trafilatura", "lxml", "feedparser", "fastwarc", "htmldate") if m in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["3", "[]"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: json.dumps({"text": t}).encode())),
        max_size=6,
    )
)
@example([b"\xef\xbb\xbf"])
def test_every_line_ends_as_exactly_one_outcome(lines: list[bytes]) -> None:
    data = b"\n".join(line.replace(b"\n", b" ").replace(b"\r", b" ") for line in lines)
    words = data.removeprefix(b"\xef\xbb\xbf")  # a mark of the encoding is no line
    wanted = [number for number, line in enumerate(words.split(b"\n"), start=1) if line.strip()]
    outcomes = read_inputs(["-"], stdin=io.BytesIO(data))
    if wanted and not data.startswith(b"\x1f\x8b"):
        assert [o.location for o in outcomes] == [f"-:{number}" for number in wanted]
    else:
        assert len(outcomes) == 1


@settings(max_examples=25, deadline=None)
@given(
    data=st.binary(max_size=400),
    name=st.sampled_from(["a.txt", "a.json", "a.jsonl", "a.csv", "a.txt.gz", "a.warc", "a.arc"]),
)
def test_any_bytes_under_any_name_end_as_outcomes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    outcomes = read_inputs([str(path)])
    assert outcomes
    assert all(isinstance(o, Document | Duplicate | Rejection) and o.location.startswith(str(path)) for o in outcomes)


_LARGEST_SAMPLED = 100_000  # the bench reads all of them


def _sample(folder: Path, count: int) -> list[str]:
    found = sorted(str(p) for p in folder.rglob("*") if p.is_file() and p.stat().st_size < _LARGEST_SAMPLED)
    return sorted(random.Random(7).sample(found, min(count, len(found))))  # noqa: S311  reproducible


@pytest.mark.parametrize(
    ("folder", "count"),
    [("hostile/feedparser", 40), ("hostile/warc", 30), ("hostile/JSONTestSuite", 400), ("hostile/naughty-strings", 9)],
    ids=["feeds", "archives", "json", "strings"],
)
def test_hostile_files_end_as_outcomes_and_none_is_lost(shared: Path, folder: str, count: int) -> None:
    inputs = _sample(shared / "data" / folder, count)
    outcomes = read_inputs(inputs)
    ended = {location for outcome in outcomes for location in (outcome.location, outcome.location.rpartition(":")[0])}
    assert [path for path in inputs if path not in ended] == []
    assert len({outcome.location for outcome in outcomes}) == len(outcomes)


def test_each_naughty_string_is_one_outcome_and_comes_back_unchanged(shared: Path) -> None:
    strings = json.loads((shared / "data/hostile/naughty-strings/blns.json").read_text("utf-8"))
    lines = b"\n".join(json.dumps({"text": words}).encode() for words in strings)
    outcomes = read_inputs(["-"], stdin=io.BytesIO(lines), config=Config())
    assert len(outcomes) == len(strings)
    for words, outcome in zip(strings, outcomes, strict=True):
        assert not isinstance(outcome, Document) or outcome.text == words
