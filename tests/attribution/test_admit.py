"""Which relations of the rules stand beside the reader's."""

import pytest

from headwater.attribution.admit import beside, credited, nested
from headwater.attribution.drafts import Draft
from headwater.attribution.finder import find_by_rules

OUTER = Draft(source=(0, 5), cue=(6, 10), content=((11, 500),), rule="reader", score=0.9)

NESTED: dict[str, tuple[str, list[str]]] = {
    "clause": ("Radio said the clerk believed that the vault was empty", ["believed"]),
    "denial-of-a-noun": ("Radio said the clerk had denied any theft", ["had denied"]),
    "speech-act-with-a-noun": ("Radio said investigators suspect arson", ["suspect"]),
    "noun-with-that": ("Radio said no to the clerk's claim that the vault was empty", ["claim"]),
    "own-figures": ("Radio said preliminary findings show that the vault was empty", []),
    "named-document": ("Radio said the Oak report shows that the vault was empty", ["shows"]),
    "described": ("Radio said the clerk described a man with a lamp", ["described"]),
    "everyone": ("Radio said everyone knows that the vault was empty", []),
    "plural-owner": ("Radio said no to villagers' claims that the vault was empty", ["claims"]),
    "hearsay": ("Radio said the clerk is believed to have left", ["is believed"]),
    "no-hearsay": ("Radio said the clerk was supposed to have left", []),
    "taste-is-no-speech": ("Radio said the clerk likes the vault", []),
    "noun-without-that": ("Radio said no to the clerk's plan to leave", []),
}
BESIDE: dict[str, tuple[str, list[str]]] = {
    "hearsay": ("It emerged that the lift had failed.", ["It emerged"]),
    "unreachable": ("The clerk could not be reached for comment.", ["could not be reached"]),
    "phrase": ("In the words of one trader, the market is dead.", ["In the words of"]),
    "phrase-with-apposition": ("In the words of a clerk, Ida Oak, the vault was empty.", ["In the words of"]),
    "per": ("Per two aides, the vault was empty.", ["Per"]),
    "per-cent": ("The vault grew by six per cent, two per head.", []),
    "headline-of-a-speaker": ("Fire chief: the blaze began in a toaster", [":"]),
    "headline-of-a-matter": ("Frustration with police: the blaze goes on today", []),
    "verbs-are-the-readers": ("The clerk said that the lift had failed.", []),
}


def cues(text: str, drafts: list[Draft]) -> list[str]:
    return [text[slice(*draft.cue)] for draft in drafts if draft.cue]


@pytest.mark.parametrize(("text", "expected"), NESTED.values(), ids=NESTED)
def test_what_nests(text: str, expected: list[str]) -> None:
    assert cues(text, nested(text, find_by_rules(text, ()), [OUTER])) == expected


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE)
def test_what_stands_beside(text: str, expected: list[str]) -> None:
    assert cues(text, beside(text, find_by_rules(text, ()), [])) == expected


def test_a_cue_that_was_read_is_not_proposed_again() -> None:
    text = "It emerged that the lift had failed."
    read = Draft(source=None, cue=(3, 10), content=((16, 35),), rule="reader", score=0.9)
    assert beside(text, find_by_rules(text, ()), [read]) == []


def test_a_source_does_not_reach_out_of_the_content_it_stands_in() -> None:
    text = "Oak told the Star his client denies any theft."
    outer = Draft(source=(0, 3), cue=(4, 8), content=((18, 45),), rule="reader", score=0.9)
    (found,) = nested(text, find_by_rules(text, ()), [outer])
    assert found.source == (18, 28)


def test_whom_a_phrase_credits_is_its_source_when_none_was_read() -> None:
    text = "According to the Gazette, the gate was shut."
    read = Draft(source=None, cue=(0, 12), content=((13, 43),), rule="reader", score=0.5)
    (found,) = credited([read], find_by_rules(text, ()))
    assert (found.source, found.content, found.score) == ((13, 24), ((26, 43),), 0.5)
