"""Countries by name, demonym, abbreviation and capital."""

from headwater.lexicon.countries import country_code, country_of, country_of_capital, is_region


def test_names_demonyms_and_abbreviations() -> None:
    assert {country_of(w) for w in ("U.S.", "American", "the United States", "USA")} == {"United States"}
    assert country_of("Velmian") is None


def test_capitals_and_codes() -> None:
    assert country_of_capital("Moscow") == "Russia"
    assert country_code("British") == "GB"
    assert country_code("Velmian") is None


def test_states_and_provinces_are_regions_and_towns_are_none() -> None:
    assert is_region("Ohio")
    assert is_region("New South Wales")
    assert not is_region("Carrow")
