"""group_stories: every document in one story, whatever the order; dates, handfuls, undated articles, judgements."""

import random
from dataclasses import replace

import pytest
from tests.reuse.documents import make_document

from headwater.config import StoryConfig
from headwater.records import Document, Judgement, Story
from headwater.stories import group_stories

# Invented matters; each article says the same in an order of its own, among words of its own.
MATTERS = {
    "harbour": "harbour pillars cracked Osterby ferry port engineer Velling closure quay shipowners inspection",
    "election": "ballot recount Carrow mayor candidate votes Lindqvist precinct turnout petition tally council",
    "storm": "gale flooding Fenmark dyke evacuated sandbags Brandt pumps embankment villagers rainfall rescue",
}
FILLER = "people said that there was more to come and nobody knew what would happen after the weekend".split()


def article(doc_id: str, matter: str, *, day: str | None = None, seed: int = 0) -> Document:
    chance = random.Random(f"{doc_id}{seed}")  # noqa: S311
    sentences = []
    for number in range(12):
        words = chance.sample(MATTERS[matter].split(), 8) + chance.sample(FILLER, 6) + [f"w{doc_id}{number}"]
        chance.shuffle(words)
        sentences.append(" ".join(words).capitalize() + ".")
    return make_document(doc_id, "\n".join(sentences), published_at=day)


def members(stories: tuple[Story, ...]) -> set[tuple[str, ...]]:
    return {tuple(sorted(story.doc_ids)) for story in stories}


STREAM = [
    article(f"{matter[0]}{number}", matter, day=f"2026-03-{1 + number % 2:02d}")
    for matter in MATTERS
    for number in range(20)
]


def test_a_stream_is_grouped_by_matter() -> None:
    stories = group_stories(STREAM, config=StoryConfig())
    assert members(stories) == {tuple(sorted(d.doc_id for d in STREAM if d.doc_id[0] == m[0])) for m in MATTERS}


def test_the_order_of_documents_changes_nothing() -> None:
    shuffled = list(STREAM)
    random.Random(4).shuffle(shuffled)  # noqa: S311
    assert group_stories(shuffled, config=StoryConfig()) == group_stories(STREAM, config=StoryConfig())


def test_a_matter_that_comes_back_months_later_is_another_story_in_a_stream() -> None:
    later = [article(f"z{number}", "harbour", day="2026-09-01") for number in range(3)]
    # The invented matters have so few words that they would pass for one.
    found = members(group_stories([*STREAM, *later], config=replace(StoryConfig(), one_matter=0.9)))
    assert ("z0", "z1", "z2") in found


def test_undated_articles_join_the_story_they_tell() -> None:
    undated = article("undated", "storm")
    stories = group_stories([*STREAM, undated], config=StoryConfig())
    assert next(s for s in stories if "undated" in s.doc_ids).doc_ids[-1] == "undated"
    assert len(stories) == len(MATTERS)


def test_a_handful_about_one_matter_is_one_story_whatever_its_dates() -> None:
    handful = [article("a", "storm", day="2026-01-01"), article("b", "storm", day="2026-09-01"), article("c", "storm")]
    (story,) = group_stories(handful, config=StoryConfig())
    assert story.doc_ids == ("a", "b", "c")
    assert (story.first_published_at, story.last_published_at) == ("2026-01-01", "2026-09-01")


def test_a_handful_that_clearly_falls_apart_is_parted() -> None:
    handful = [article("a", "storm"), article("b", "storm"), article("c", "election"), article("d", "election")]
    assert members(group_stories(handful, config=StoryConfig())) == {("a", "b"), ("c", "d")}


def judgement(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(
        judgement_id="j",
        left_id=left,
        right_id=right,
        verdict=verdict,  # type: ignore[arg-type]
        made_by="editor",
        made_at="2026-03-03",
        reason=None,
    )


JUDGED: dict[str, tuple[list[Judgement], set[tuple[str, ...]]]] = {
    "same-joins": ([judgement("a", "c", "same")], {("a", "b", "c")}),
    "different-parts": ([judgement("a", "b", "different")], {("a",), ("b",), ("c",)}),
    "unsure-changes-nothing": ([judgement("a", "c", "unsure")], {("a", "b"), ("c",)}),
    "other-records-are-passed-over": ([judgement("ent-1", "ent-2", "same")], {("a", "b"), ("c",)}),
    "same-wins": ([judgement("a", "b", "different"), judgement("a", "b", "same")], {("a", "b"), ("c",)}),
}


@pytest.mark.parametrize(("judgements", "expected"), JUDGED.values(), ids=JUDGED)
def test_judgements_are_obeyed(judgements: list[Judgement], expected: set[tuple[str, ...]]) -> None:
    handful = [article("a", "storm"), article("b", "storm"), article("c", "election")]
    assert members(group_stories(handful, config=StoryConfig(), judgements=judgements)) == expected


def test_captions_are_headlines_or_first_sentences() -> None:
    plain = make_document("a", "Pillars cracked at Osterby. Ferries stopped.")
    titled = make_document("b", "Votes will be counted again.", headline="Recount in Carrow")
    captions = {story.caption for story in group_stories([plain, titled], config=StoryConfig())}
    assert captions == {"Pillars cracked at Osterby.", "Recount in Carrow"}


@pytest.mark.parametrize("text", ["", "…", "x" * 100_000, "港" * 50], ids=["empty", "marks", "one-word", "ideographs"])
def test_odd_texts_are_stories_of_their_own(text: str) -> None:
    stories = group_stories([make_document("odd", text), article("a", "storm")], config=StoryConfig())
    assert members(stories) == {("odd",), ("a",)}


def test_no_documents_make_no_stories_and_doubles_count_once() -> None:
    assert group_stories([], config=StoryConfig()) == ()
    assert members(group_stories([STREAM[0], STREAM[0]], config=StoryConfig())) == {(STREAM[0].doc_id,)}
