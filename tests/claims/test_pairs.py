"""pair_features: what speaks for and against two statements being one claim."""

import pytest
from tests.claims.invented import reading

from headwater.claims.pairs import measure_rarity, pair_features
from headwater.claims.statements import find_statements

ARTICLE = reading(
    "a",
    "“We will keep providing Osterby with water,” said Ada Holm.\n\n"
    "“Some accused the firm last spring, and we did provide a few pumps,” said Johan Brandt.\n",
)


@pytest.mark.parametrize(("same_speaker", "voices"), [(False, 1.0), (True, 0.0), (None, 0.0)])
def test_two_people_quoted_in_words_of_their_own_are_two_voices(same_speaker: bool | None, voices: float) -> None:
    profiles = find_statements(ARTICLE, None)
    rarity = measure_rarity(profiles)
    first, last = profiles[0], profiles[-1]
    found = pair_features(first, last, rarity, same_speaker=same_speaker, meaning=0.4)
    assert dict(found)["two-voices"] == voices
    assert dict(found)["meaning"] == 0.4


def test_clauses_of_one_sentence_are_not_alike_for_sharing_it() -> None:
    profiles = find_statements(
        reading("a", "The bridge was closed on Monday and forty families left the valley."), None
    )
    again = find_statements(reading("b", "The bridge was closed on Monday and forty families left the valley."), None)
    rarity = measure_rarity((*profiles, *again))
    within = pair_features(profiles[0], profiles[1], rarity, same_speaker=None, meaning=0.4)
    across = pair_features(profiles[0], again[1], rarity, same_speaker=None, meaning=0.4)
    assert dict(within)["sentence"] == 0.0
    assert dict(across)["sentence"] == pytest.approx(1.0)


def test_two_statements_of_long_articles_are_less_likely_the_same() -> None:
    def crowd(count: int) -> float:
        many = "".join(f"Lorry {n} of the firm reached Osterby.\n\n" for n in range(100, 100 + count))
        profiles = [p for doc in "ab" for p in find_statements(reading(doc, many), None)]
        found = pair_features(profiles[0], profiles[-1], measure_rarity(profiles), same_speaker=None, meaning=0.4)
        return dict(found)["long-articles"]

    assert crowd(6) == 0.0
    assert 0.0 < crowd(20) < crowd(60) < crowd(400) == 3.0


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("In 1988 a ferry sank in the strait and 290 people were killed.", 1.0),
        ("In 1988 a ferry sank in the strait and 176 people were killed.", 0.0),
        ("On Tuesday rescuers said 290 people were killed.", 0.0),
    ],
    ids=["another-accident", "same-figure", "a-toll-that-rises"],
)
def test_a_toll_recalled_from_another_year_is_of_another_event(other: str, expected: float) -> None:
    here, there = (
        next(p for p in find_statements(reading(name, text), None) if p.statement.value)
        for name, text in (("a", "The ferry sank on Monday and 176 people were killed."), ("b", other))
    )
    found = pair_features(here, there, measure_rarity((here, there)), same_speaker=None, meaning=0.8)
    assert dict(found)["other-event"] == expected
