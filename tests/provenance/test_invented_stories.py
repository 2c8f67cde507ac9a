"""The invented stories under bench/stories: labels that hold together, and roots that are what the rule gives."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from headwater.provenance import count_claim, parse_story

STORIES = sorted((Path(__file__).parents[2] / "bench" / "stories").glob("*/*.json"))


def _story(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The labels of one story and the text of each of its documents."""
    lines = path.with_suffix(".docs.jsonl").read_text("utf-8").splitlines()
    texts = {record["id"]: record["text"] for record in map(json.loads, lines)}
    return json.loads(path.read_text("utf-8")), texts


def _letters(words: str) -> str:
    """Letters and digits in lower case: "7:41 a.m." and "7.41am" are one detail in two house styles."""
    return "".join(char for char in words.casefold() if char.isalnum())


def _spans(gold: dict[str, Any]) -> list[tuple[str, int, int]]:
    found = [(m["doc"], *m["span"]) for claim in gold["claims"] for m in claim["mentions"]]
    found += [
        (a["doc"], *span) for a in gold["attributions"] for role in ("source", "cue", "content") for span in a[role]
    ]
    found += [(d["doc"], *d["evidence"]) for d in gold["derivations"]]
    found += [(e["doc"], *e["span"]) for change in gold["reversals"] for e in change["evidence"]]
    return found


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_label_points_at_words_of_the_text_it_was_made_for(path: Path) -> None:
    gold, texts = _story(path)
    assert list(texts) == gold["documents"]
    assert {doc: hashlib.sha256(text.encode()).hexdigest() for doc, text in texts.items()} == gold["text_sha256"]
    for doc, begin, end in _spans(gold):
        words = texts[doc][begin:end]
        assert len(words) == end - begin > 0
        assert words == words.strip()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_two_shared_passages_have_the_same_letters_in_both_documents(path: Path) -> None:
    gold, texts = _story(path)
    for derivation in gold["derivations"]:
        if "counterpart" in derivation:
            other, (begin, end) = derivation["counterpart"]["doc"], derivation["counterpart"]["span"]
            words = texts[derivation["doc"]][slice(*derivation["evidence"])]
            assert _letters(texts[other][begin:end]) == _letters(words)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_labelled_roots_and_bottlenecks_are_what_the_rule_gives(path: Path) -> None:
    gold, _ = _story(path)
    story = parse_story(path.read_text("utf-8"), path.name)
    for claim, labelled in zip(story.claims, gold["claims"], strict=True):
        count = count_claim(story.sources, claim.mentions, story.own_line)
        found = (count.roots_min, count.roots_max, list(count.bottlenecks))
        assert found == (labelled["roots_min"], labelled["roots_max"], labelled["bottlenecks_all"]), labelled["key"]
