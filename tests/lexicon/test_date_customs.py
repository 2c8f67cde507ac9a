"""Countries of addresses, and what they say about dates."""

import pytest

from headwater.lexicon.date_customs import country_of_url, date_customs


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("http://news.velm.co.uk/a", "GB"),
        ("https://velm.com/uk", None),
        ("https://velm.com.ph:8080/x", "PH"),
        ("https://velm.gov", "US"),
        ("https://velm.tv", None),
        ("nonsense", None),
        (None, None),
    ],
)
def test_country_is(url: str | None, country: str | None) -> None:
    assert country_of_url(url) == country


def test_customs_follow_the_country() -> None:
    assert not date_customs("US").day_first
    assert date_customs("au").southern
    assert date_customs("IN").fiscal_start == 4
    assert date_customs(None).day_first
