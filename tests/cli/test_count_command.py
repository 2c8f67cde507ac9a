"""`headwater count`: table, JSON, --without, and what it refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headwater.cli.main import cli

STORY = {
    "story": "harbour",
    "sources": [
        {"key": "wire", "kind": "outlet", "name": "The [Wire]"},
        {"key": "mayor", "kind": "person", "name": "Ana Orlo"},
        {"key": "clinic", "kind": "organisation", "name": "Clinic"},
    ],
    "claims": [
        {
            "key": "closed",
            "mentions": [
                {"doc": "d1", "carrier_chain": ["wire", "mayor"], "root": "mayor", "value": {"low": 3, "high": 3}},
                {"doc": "d2", "carrier_chain": ["wire", "clinic"], "root": "clinic"},
            ],
        }
    ],
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    path.write_text(json.dumps(STORY), "utf-8")
    return path


def count(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["count", *map(str, arguments)], input=given)


def test_prints_one_json_object(story: Path) -> None:
    found = json.loads(count(story, "--json").stdout)
    (claim,) = found["claims"]
    assert found["story"] == "harbour"
    assert claim["key"] == "closed"
    assert (claim["roots"], claim["routes"]) == ({"min": 2, "max": 2}, {"min": 1, "max": 1})
    assert claim["bottlenecks"] == ["wire"]
    assert claim["by_value"] == [{"low": 3, "high": 3, "unit": "", "docs": ["d1"], "roots": {"min": 1, "max": 1}}]


def test_prints_a_table_in_which_a_name_in_brackets_is_a_name(story: Path) -> None:
    shown = count(story).stdout
    assert "The [Wire]" in shown
    assert "[2, 2]" in shown


def test_reads_standard_input() -> None:
    assert json.loads(count("-", "--json", given=json.dumps(STORY)).stdout)["story"] == "harbour"


@pytest.mark.parametrize(("name", "roots"), [("mayor", 1), ("ANA ORLO", 1), ("The [Wire]", 0)])
def test_without_takes_a_key_or_a_name(story: Path, name: str, roots: int) -> None:
    (claim,) = json.loads(count(story, "--json", "--without", name).stdout)["claims"]
    assert claim["roots"] == {"min": roots, "max": roots}


def test_without_a_name_that_is_not_there_is_wrong_use(story: Path) -> None:
    done = count(story, "--without", "nobody")
    assert done.exit_code == 2
    assert "nobody is no source or carrier of harbour; there are clinic, mayor, wire" in " ".join(done.stderr.split())


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"{}"], ids=["json", "encoding", "fields"])
def test_a_file_that_is_no_story_is_one_line_and_exit_1(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    done = count(path)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "broken.json" in done.stderr


def test_a_carrier_that_is_no_source_is_told_on_standard_error(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text(json.dumps(STORY).replace('["wire", "clinic"]', '["herald", "clinic"]'), "utf-8")
    done = count(path, "--json")
    assert done.exit_code == 0
    assert "herald" in done.stderr
