"""Stories labelled by hand: what is read, what is refused and in which words; and the gold stories, where they are."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from headwater.errors import InputError
from headwater.provenance import CountedValue, count_claim, parse_story

STORY: dict[str, Any] = {
    "story": "harbour",
    "roots_of_nothing": 7,
    "sources": [
        {"key": "wire", "kind": "outlet", "name": "The Wire"},
        {"key": "mayor", "kind": "person", "parent": "council"},
        {"key": "aides", "kind": "anonymous", "group": "aides", "compatible_with": ["mayor"]},
    ],
    "own_line": {"d1": "wire"},
    "claims": [
        {
            "key": "closed",
            "roots_min": 99,
            "mentions": [
                {"doc": "d1", "carrier_chain": ["mayor"], "root": "mayor", "value": {"low": 3, "unit": "ships"}},
                {"doc": "d2", "carrier_chain": ["wire"], "root": "unattributed"},
                {"doc": "d3", "carrier_chain": ["aides"], "root": "aides", "stance": "denies"},
            ],
        }
    ],
}

BROKEN: dict[str, tuple[tuple[str | int, ...], Any, str]] = {
    "no-sources": (("sources",), None, r"the story has no `sources` \(it has claims, own_line"),
    "sources-no-list": (("sources",), {}, "`sources` should be a list, found an object"),
    "source-no-object": (("sources", 0), 3, r"sources\[0\] is a number, not an object"),
    "unknown-kind": (("sources", 0, "kind"), "blog", "`kind` should be one of person.*found 'blog'"),
    "no-kind": (("sources", 1, "kind"), None, r"sources\[1\] \(mayor\) has no `kind`"),
    "twice": (("sources", 0, "key"), "mayor", "sources given twice: mayor"),
    "compatible": (("sources", 2, "compatible_with"), "mayor", "`compatible_with` should be a list of strings"),
    "no-chain": (("claims", 0, "mentions", 1, "carrier_chain"), None, r"mentions\[1\] has no `carrier_chain`"),
    "unknown-root": (("claims", 0, "mentions", 0, "root"), "mayer", "`root` should be a key of `sources`.*'mayer'"),
    "root-not-last": (
        ("claims", 0, "mentions", 0, "carrier_chain"),
        ["mayor", "wire"],
        "a chain that ends in its root",
    ),
    "value-text": (("claims", 0, "mentions", 0, "value", "low"), "three", "`low` should be a finite number"),
    "value-endless": (("claims", 0, "mentions", 0, "value", "low"), float("nan"), "`low` should be a finite number"),
    "stance": (("claims", 0, "mentions", 2, "stance"), "shrugs", "`stance` should be one of"),
    "own-line": (("own_line",), {"d1": 3}, "`own_line` should be an object of strings"),
}


def test_reads_sources_lines_and_mentions_and_nothing_else() -> None:
    story = parse_story(json.dumps(STORY), "s.json")
    assert (story.name, story.own_line, story.unknown) == ("harbour", {"d1": "wire"}, ())
    assert [(one.key, one.kind, one.name, one.parent) for one in story.sources][:2] == [
        ("wire", "outlet", "The Wire", None),
        ("mayor", "person", "mayor", "council"),
    ]
    first, second, third = story.claims[0].mentions
    assert first.value == CountedValue(lower=3, upper=None, unit="ships")
    assert (second.key, second.root, second.chain) == ("d2:1", None, ("wire",))
    assert [one.stance for one in (first, second, third)] == ["support", "support", "deny"]


@pytest.mark.parametrize(("path", "put", "words"), BROKEN.values(), ids=BROKEN)
def test_names_the_place_of_what_is_wrong(path: tuple[str | int, ...], put: Any, words: str) -> None:
    story = deepcopy(STORY)
    at: Any = story
    for step in path[:-1]:
        at = at[step]
    if put is None:
        del at[path[-1]]
    else:
        at[path[-1]] = put
    with pytest.raises(InputError, match=words) as caught:
        parse_story(json.dumps(story), "s.json")
    assert caught.value.location == "s.json"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[]", "null", '"words"'])
def test_refuses_what_is_no_story(text: str) -> None:
    with pytest.raises(InputError):
        parse_story(text, "s.json")


def test_a_name_in_a_chain_that_is_nowhere_else_is_told() -> None:
    story = deepcopy(STORY)
    story["claims"][0]["mentions"][1]["carrier_chain"] = ["herald", "d1"]
    assert parse_story(json.dumps(story), "s.json").unknown == ("herald",)


@pytest.mark.parametrize("name", ["27ecb", "37ecbplus"])
def test_counts_claims_labelled_by_hand_as_careful_readers_do(shared: Path, name: str) -> None:
    text = (shared / "data" / "gold_stories" / f"{name}.json").read_text("utf-8")
    story = parse_story(text, name)
    for claim, gold in zip(story.claims, json.loads(text)["claims"], strict=True):
        found = count_claim(story.sources, claim.mentions, story.own_line)
        assert (claim.key, found.roots_min, found.roots_max, list(found.bottlenecks)) == (
            gold["key"],
            gold["roots_min"],
            gold["roots_max"],
            gold["bottlenecks_all"],
        )
        assert next(iter(found.bottlenecks), None) == gold["bottleneck"]
        by_value = {
            (one.value.lower, one.value.upper, one.value.unit): (one.roots_min, one.roots_max) for one in found.by_value
        }
        for value in gold.get("roots_by_value", ()):
            bounds = (value["roots_min"], value["roots_max"])
            assert by_value[value["low"], value["high"], value["unit"]] == bounds
