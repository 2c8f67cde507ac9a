"""country_of_national: nouns for one of a people, and words that mean a government or a country."""

import pytest

from headwater.lexicon.nationals import country_of_national

CASES: dict[str, str | None] = {
    "Swede": "Sweden", "South Korean": "South Korea", "Kenyan": "Kenya", "Frenchman": "France",
    "British": None, "Chinese": None, "Swiss": None, "Sudan": None, "swede": None, "Kremlin": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "country"), CASES.items(), ids=CASES)
def test_country_of(words: str, country: str | None) -> None:
    assert country_of_national(words) == country
