"""Countries by name, demonym, abbreviation and capital."""

from headwater.lexicon.countries import country_code, country_of, country_of_capital


def test_names_demonyms_and_abbreviations() -> None:
    assert {country_of(w) for w in ("U.S.", "American", "the United States", "USA")} == {"United States"}
    assert country_of("Velmian") is None


def test_capitals_and_codes() -> None:
    assert country_of_capital("Moscow") == "Russia"
    assert country_code("British") == "GB"
    assert country_code("Velmian") is None
