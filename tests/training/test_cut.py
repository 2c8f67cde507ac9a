"""Stories nobody grouped, cut into statements whose offsets fit their texts."""

import json
import sys
from pathlib import Path

import pytest

from training import cut, matters

ROWS = [
    {
        "story": "7", "id": "a", "url": "https://example.org/a", "date": "8/29/18", "title": "Pump fails in Velm",
        "text": "The old pump in Velm failed on Monday, officials said. Nine streets were flooded.",
    },
    {
        "story": "8", "id": "b", "url": "https://example.org/b", "date": "2018-08-29", "title": "Bridge closed",
        "text": "The bridge at Carrow will stay closed until March, the mayor said.",
    },
]  # fmt: skip


def test_stories_that_are_grouped_are_left_out_and_the_others_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories, groups, out = tmp_path / "stories.jsonl", tmp_path / "groups.jsonl", tmp_path / "cut.jsonl"
    stories.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    groups.write_text(json.dumps({"story": "8", "statements": []}), "utf-8")
    monkeypatch.setattr(cut, "GROUPS", groups)
    monkeypatch.setattr(sys, "argv", ["cut", "--stories", str(stories), "--out", str(out)])
    cut.main()
    found = matters.read_cut(out, stories)
    assert list(found) == ["7"]
    words = {one.words for one in found["7"]}
    assert any("pump in Velm failed" in one for one in words)
    assert len({one.matter for one in found["7"]}) == len(found["7"])


def test_a_date_that_is_none_is_left_out_and_the_article_kept() -> None:
    assert cut.story_document(ROWS[0]).published_at is None
    assert cut.story_document(ROWS[1]).published_at == "2018-08-29"
