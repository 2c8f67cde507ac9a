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
