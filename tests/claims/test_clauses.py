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
    "subordinator-opens-a-clause": (
        "Residents fled after the spillway gave way.",
        ["Residents fled", "after the spillway gave way"],
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
    "a-list-of-names-is-no-clause": ("Holt, Arran and Voss left town.", ["Holt, Arran and Voss left town"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_clauses_are(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_clauses(text, (0, len(text)))] == expected


def test_a_clause_with_two_values_is_cut_between_them() -> None:
    text = "The quake struck 55 km south of Carrow at a depth of 10 km."
    values = [(text.index("55"), text.index("55") + 5), (text.index("10"), text.index("10") + 5)]
    clauses = [text[a:b] for a, b in split_clauses(text, (0, len(text)), values)]
    assert len(clauses) == 2
    assert "55 km" in clauses[0]
    assert "10 km" in clauses[1]


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
