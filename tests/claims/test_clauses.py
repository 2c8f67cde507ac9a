"""split_clauses: a clause states one matter, keeps its words, and never cuts a value."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.claims.clauses import split_clauses

CASES: dict[str, tuple[str, list[str]]] = {
    "participles-open-clauses": (
        "A landslide struck the valley, killing at least five people and injuring dozens.",
        ["A landslide struck the valley", "killing at least five people", "injuring dozens"],
    ),
    "two-verbs-of-one-object-stay-together": (
        "The mayor knew of and directed the talks.",
        ["The mayor knew of and directed the talks"],
    ),
    "subordinator-opens-a-clause": (
        "Residents fled after the spillway gave way.",
        ["Residents fled", "the spillway gave way"],
    ),
    "a-passive-with-an-adverb-stays-whole": (
        "The flaw is being actively exploited.",
        ["The flaw is being actively exploited"],
    ),
    "a-verb-group-stays-whole": (
        "No report of any crack had ever reached the ministry.",
        ["No report of any crack had ever reached the ministry"],
    ),
    "an-adjective-opens-nothing": (
        "They are building hundreds of weaponised aircraft there.",
        ["They are building hundreds of weaponised aircraft there"],
    ),
    "marks-and-conjunctions-are-trimmed": ("“We knew” – and we waited.", ["We knew", "we waited"]),
    "a-coordinated-subject-stays-whole": (
        "His wife and another woman were missing.",
        ["His wife and another woman were missing"],
    ),
    "an-apposition-stays-between-subject-and-verb": (
        "The spillway, the older part of the dam, gave way on Tuesday.",
        ["The spillway, the older part of the dam, gave way on Tuesday"],
    ),
    "a-relative-clause-between-commas-does-not": (
        "The spillway, which was built first, gave way on Tuesday.",
        ["was built first", "gave way on Tuesday"],
    ),
    "all-but-is-no-joint": ("All but two of them were rescued.", ["All but two of them were rescued"]),
    "a-verb-behind-that": (
        "It was involved in a crash that killed two people and led to a recall.",
        ["It was involved in a crash that killed two people", "led to a recall"],
    ),
    "quotation-marks-inside-a-clause-are-no-cut": (
        "The deal will bring “hundreds of unmanned boats” built in Carrow.",
        ["The deal will bring “hundreds of unmanned boats” built in Carrow"],
    ),
    "a-restrictive-clause-stays-with-its-noun": (
        "It harms customers who have skipped the update.",
        ["It harms customers who have skipped the update"],
    ),
    "a-place-without-a-verb-goes-back": (
        "Rescuers dug on after dusk in the orchard.",
        ["Rescuers dug on after dusk in the orchard"],
    ),
    "as-opens-a-clause-with-a-verb": (
        "People ran outside as the quake shook houses.",
        ["People ran outside", "the quake shook houses"],
    ),
    "a-relative-clause-ends-where-its-noun-goes-on": (
        "The blaze that has gutted the mill had been traced to a stove.",
        ["The blaze that has gutted the mill had been traced to a stove"],
    ),
    "a-quotation-behind-a-conjunction-is-a-clause": (
        "The pump was mended and “the water is safe again.”",
        ["The pump was mended", "the water is safe again"],
    ),
    "a-quotation-keeps-the-mark-that-closes-it": (
        "The deal “ends the quarrel over herring,” and nobody has objected.",
        ["The deal “ends the quarrel over herring,”", "nobody has objected"],
    ),
    "since-may-be-an-adverb": ("The clip has since been taken down.", ["The clip has since been taken down"]),
    "a-list-of-names-is-no-clause": ("Holt, Arran and Voss left town.", ["Holt, Arran and Voss left town"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_clauses_are(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_clauses(text, (0, len(text)))] == expected


def test_a_clause_is_cut_in_front_of_a_second_measure() -> None:
    text = "The quake struck 55 km south of Carrow at a depth of 10 km (six miles)."
    values = [(text.index(words), text.index(words) + len(words)) for words in ("55 km", "10 km", "six miles")]
    clauses = [text[a:b] for a, b in split_clauses(text, (0, len(text)), values, (), values)]
    assert clauses == ["The quake struck 55 km south of Carrow", "at a depth of 10 km (six miles)"]


def test_the_main_verb_behind_a_measure_is_a_clause() -> None:
    text = "Some 321 coins valued at £210,000 went missing from the museum."
    values = [(text.index(words), text.index(words) + len(words)) for words in ("Some 321", "£210,000")]
    clauses = [text[a:b] for a, b in split_clauses(text, (0, len(text)), values, (), values[1:])]
    assert clauses == ["Some 321 coins", "valued at £210,000", "went missing from the museum"]


def test_two_counts_of_one_predicate_stay_together() -> None:
    text = "The flood killed 12 people in three villages."
    values = [(text.index("12"), text.index("12") + 2), (text.index("three"), text.index("three") + 5)]
    assert [text[a:b] for a, b in split_clauses(text, (0, len(text)), values)] == [text[:-1]]


COUNTED = {
    "two-things": (
        "As of Monday, 118 cases and six deaths had been notified.",
        ["118", "six"],
        ["118 cases", "six deaths had been notified"],
    ),
    "two-rates": (
        "It put the number of cases at 118 and deaths at six.",
        ["118", "six"],
        ["It put the number of cases at 118", "deaths at six"],
    ),
    "one-subject": (
        "Two men and three women were hurt.",
        ["Two", "three"],
        ["Two men and three women were hurt"],
    ),
    "one-noun": (
        "It has three northern and two southern members.",
        ["three", "two"],
        ["It has three northern and two southern members"],
    ),
    "a-relative-clause-with-a-figure-of-its-own": (
        "The blaze that has killed nine people at a mill had been traced to a stove.",
        ["nine"],
        ["The blaze that has killed nine people at a mill", "had been traced to a stove"],
    ),
    "two-nouns-of-one-count": (
        "10 were killed and about 1,500 houses and barns were damaged.",
        ["10", "about 1,500"],
        ["10 were killed", "about 1,500 houses and barns were damaged"],
    ),
}


@pytest.mark.parametrize(("text", "figures", "expected"), COUNTED.values(), ids=COUNTED)
def test_counts_of_two_things_are_two_clauses(text: str, figures: list[str], expected: list[str]) -> None:
    values = [(text.index(words), text.index(words) + len(words)) for words in figures]
    assert [text[a:b] for a, b in split_clauses(text, (0, len(text)), values)] == expected


def test_an_edge_inside_a_value_cuts_in_front_of_it() -> None:
    text = "Marek told us 2,000 jobs were at risk."
    start, inside = text.index("2,000"), text.index("000")
    clauses = [text[a:b] for a, b in split_clauses(text, (0, len(text)), [(start, start + 5)], (inside,))]
    assert clauses == ["Marek told us", "2,000 jobs were at risk"]


def test_no_cut_goes_through_a_value() -> None:
    text = "They counted 1, 500 houses."
    start = text.index("1,")
    assert [text[a:b] for a, b in split_clauses(text, (0, len(text)), [(start, start + 6)])] == [text[:-1]]


def test_an_edge_is_always_a_cut() -> None:
    text = "The dam was sound Orrin Hydro insists"
    edge = text.index("Orrin")
    clauses = [text[a:b] for a, b in split_clauses(text, (0, len(text)), (), (edge,))]
    assert clauses == ["The dam was sound", "Orrin Hydro insists"]


@given(st.text(alphabet=st.sampled_from(list("ab c,;.and ingewhile“”\"'")), max_size=120))
def test_clauses_stand_in_order_inside_the_sentence_and_are_trimmed(text: str) -> None:
    clauses = split_clauses(text, (0, len(text)))
    assert all(0 <= a < b <= len(text) for a, b in clauses)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(clauses))
    assert all(text[a:b] == text[a:b].strip() for a, b in clauses)
