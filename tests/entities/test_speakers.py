"""Speakers: names, titles, nouns and pronouns, and what stays unresolved."""

import pytest
from tests.entities.reading import resolve, speaker

CASES: dict[str, tuple[str, int, str, str]] = {
    "title-and-surname": ("[[Anna Reed]] ran. {{x}} [[Mrs Reed]] said {{it rained}}.", 1, "Anna Reed", "person"),
    "possessive-house": ("[[Veldt's Otto Brandt]] said {{it rained}}.", 0, "Otto Brandt", "person"),
    "role-before-name": ("[[state prosecutor Otto Brandt]] said {{it rained}}.", 0, "Otto Brandt", "person"),
    "apposition": ("[[Zorin Quell, a researcher with Veldt Energy]], said {{it rained}}.", 0, "Zorin Quell", "person"),
    "staff-speak-for-the-house": (
        "[[researchers at Veldt Energy]] said {{it rained}}.",
        0,
        "Veldt Energy",
        "organisation",
    ),
    "spokesman-speaks-for-the-house": (
        "[[A spokesman for Veldt Energy]] said {{it rained}}.",
        0,
        "Veldt Energy",
        "organisation",
    ),
    "data-speak-for-the-issuer": (
        "According to [[data from Veldt Energy]], {{it rained}}.",
        0,
        "Veldt Energy",
        "organisation",
    ),
    "firm-before-name": ("[[a harbour firm, Quell]], said {{it rained}}.", 0, "Quell", "organisation"),
    "first-of-two": ("[[Otto Brandt and Anna Reed]] said {{it rained}}.", 0, "Otto Brandt", "person"),
    "pictures-are-a-document": ("[[pictures]] showed {{a broken wall}}.", 0, "pictures", "document"),
    "police-are-an-organisation": ("[[Police]] said {{it rained}}.", 0, "police", "organisation"),
    "middle-initial-like-an-article": (
        "[[William A. Darrow Jr.]] said {{it rained}}.",
        0,
        "William A. Darrow Jr.",
        "person",
    ),
    "a-handle-is-a-name": ("[[Ada Holm]] ran. {{x}} @[[AdaHolm]]: {{it rained}}.", 1, "Ada Holm", "person"),
    "a-handle-alone": ("@[[realAdaHolm]]: {{it rained}}.", 0, "Ada Holm", "person"),
    "one-of-them-who": (
        "[[Two ministry officials]] said {{it rained}}. {{x}} said [[one of the officials]], [[who]] saw {{snow}}.",
        2,
        "one of the ministry officials",
        "unnamed",
    ),
    "office-holder": ("[[The Norlandic president]] said {{it rained}}.", 0, "Norlandic president", "person"),
}


@pytest.mark.parametrize(("text", "number", "caption", "kind"), CASES.values(), ids=CASES)
def test_speaker_of(text: str, number: int, caption: str, kind: str) -> None:
    found = speaker(resolve(text), number)
    assert (found.caption, found.kind) == (caption, kind)


def test_a_pronoun_that_two_women_fit_stays_unresolved() -> None:
    sources = resolve("Vera Lund met her sister Greta Lund. {{I forgive nobody}}, [[she]] said.")
    assert sources.chains[0].hops == ()


def test_a_pronoun_follows_gender() -> None:
    sources = resolve("[[Karl Berg]] met [[Anna Reed]]. {{a}} {{b}} [[She]] said {{it rained}}.")
    assert speaker(sources, 2).caption == "Anna Reed"


def test_a_person_is_the_child_of_the_house_he_speaks_for() -> None:
    sources = resolve("[[Otto Brandt, a lawyer at Veldt Energy]], said {{it rained}}.")
    parent = next(e for e in sources.entities if e.entity_id == speaker(sources).parent_id)
    assert parent.caption == "Veldt Energy"


def test_what_somebody_is_asked_for_is_no_house() -> None:
    assert speaker(resolve("A boy asks [[Ada Holm for help coming home]], {{it rained}}.")).parent_id is None


def test_a_state_behind_a_town_is_no_house() -> None:
    assert speaker(resolve("[[Former South Bend, Indiana, Mayor Ada Holm]] said {{it rained}}.")).parent_id is None


def test_a_university_called_like_a_title_is_a_house() -> None:
    sources = resolve("[[Duke University economist Ada Holm]] said {{it rained}}.")
    assert "called: duke" not in speaker(sources).rules
    parent = next(e for e in sources.entities if e.entity_id == speaker(sources).parent_id)
    assert (parent.caption, parent.kind) == ("Duke University", "organisation")


def test_a_poll_is_no_persons_who_spoke_last() -> None:
    sources = resolve("A poll was taken. {{It rained}}, said [[Ada Holm]].\n\n{{It snows}}, according to [[the poll]].")
    assert speaker(sources, 1).caption != "Ada Holm"


def test_every_mention_has_a_rule_with_its_place() -> None:
    found = speaker(resolve("[[Otto Brandt]] said {{it rained}}."))
    assert any("at 0-11" in rule for rule in found.rules)


@pytest.mark.parametrize("between", [0, 50])
def test_the_official_is_the_unnamed_one_although_a_director_spoke_since(between: int) -> None:
    text = (
        "[[A senior harbour official]] said {{the gates hold}}. "
        + "Zorin Quell walked on. " * between
        + "[[Otto Brandt, director of the Velm Centre]], said {{no}}. [[The official]] said {{so}}."
    )
    assert speaker(resolve(text), 2).kind == "unnamed"


def test_the_official_is_the_director_where_nobody_unnamed_was_called_so() -> None:
    text = "[[Otto Brandt, director of the Velm Centre]], said {{no}}. [[The official]] said {{so}}."
    assert speaker(resolve(text), 1).caption == "Otto Brandt"
