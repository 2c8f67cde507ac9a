"""Scenarios: every file parses, brackets become offsets, and a line without exactly one statement is refused."""

import json
from collections import Counter
from pathlib import Path

import pytest
from training.matters import DATA, all_scenarios, read_events, read_groups, read_scenarios

from training import matters


@pytest.mark.parametrize("path", sorted(DATA.glob("*.txt")), ids=lambda path: path.stem)
def test_every_matter_of_every_scenario_has_two_statements_that_are_their_words(path: Path) -> None:
    for scenario in read_scenarios(path):
        counts = Counter(told.matter for told in scenario)
        assert len(counts) >= 8
        assert min(counts.values()) >= 2
        assert all(told.words and told.text[told.start : told.end] == told.words for told in scenario)
        assert not any("[" in told.text or "]" in told.text for told in scenario)


def test_scenarios_are_found_by_the_name_of_their_file() -> None:
    assert sorted(all_scenarios()) == sorted(path.stem for path in DATA.glob("*.txt"))


def test_brackets_become_offsets_and_matters_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    text = "# scenario: s | d | e\n## matter: toll\n[Nine died], she said.\n## matter: cause\nIt was [a leak].\n"
    file.write_text(text, "utf-8")
    ((first, second),) = read_scenarios(file)
    assert (first.words, first.start, first.text) == ("Nine died", 0, "Nine died, she said.")
    assert second.words == "a leak"
    assert first.matter != second.matter


@pytest.mark.parametrize("line", ["no brackets", "[one] and [two]", "a ] before ["])
def test_a_line_without_exactly_one_statement_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "x.txt"
    file.write_text(f"# scenario: s | d | e\n## matter: m\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=r"x\.txt, line 3"):
        list(read_scenarios(file))


def test_a_statement_before_any_matter_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("# scenario: s | d | e\n[Nine died].\n", "utf-8")
    with pytest.raises(ValueError, match="line 2"):
        list(read_scenarios(file))


def test_events_come_with_the_words_around_them_and_without_reporting_verbs(tmp_path: Path) -> None:
    text = "one two three four five six seven burst eight nine ten eleven twelve thirteen , he said ."
    start, said = text.index("burst"), text.index("said")
    events = [
        f'{{"selected": true, "tag": "ACTION", "start": {start}, "end": {start + 5}, "cluster": "c1"}}',
        f'{{"selected": true, "tag": "ACTION_REPORTING", "start": {said}, "end": {said + 4}, "cluster": "c2"}}',
    ]
    row = (
        f'{{"text": "{text}", "sentences": [[0, {len(text)}]], "selected_sentences": [0],'
        f' "events": [{", ".join(events)}], "subtopic": "s"}}\n'
    )
    file = tmp_path / "events.jsonl"
    file.write_text(row * 5, "utf-8")
    (found,) = read_events(file)
    assert [told.matter for told in found] == ["c1"] * 5
    assert found[0].words == "three four five six seven burst eight nine ten eleven twelve thirteen"


def test_statements_of_real_stories_are_offsets_into_title_and_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories, groups = tmp_path / "stories.jsonl", tmp_path / "groups.jsonl"
    stories.write_text(json.dumps({"id": "a", "title": "Dam fails", "text": "It failed. Nobody died."}), "utf-8")
    rows = [["a", 0, 9, 1], ["a", 11, 20, 1], ["a", 22, 33, 0], ["a", 3, 6, None]]
    groups.write_text(json.dumps({"story": "s", "statements": rows}) + "\n", "utf-8")
    monkeypatch.setattr(matters, "GROUPS", groups)
    found = read_groups(stories)["s"]
    assert [(one.words, one.matter) for one in found] == [
        ("Dam fails", "1"), ("It failed", "1"), ("Nobody died", "alone 2"),
    ]  # fmt: skip


def test_the_real_stories_lie_inside_their_articles(shared: Path) -> None:
    found = read_groups(shared / "data" / "allsides_stories.jsonl")
    assert len(found) > 50
    told = [one for story in found.values() for one in story]
    assert all(one.words and one.words == one.words.strip() for one in told)
    assert all(len({one.matter for one in story}) < len(story) for story in found.values())
