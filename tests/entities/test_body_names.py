"""Names of organisations taken apart."""

import pytest

from headwater.entities.body_names import body_name, describes_central_bank, ends, is_central_bank, tiers_conflict

HEADS = {
    "the state's flood authority": "authority",
    "Reserve Bank of Norland": "bank",
    "Quillon Foods": "company",
    "Quillon Ratings": None,
    "Quillon": None,
}


@pytest.mark.parametrize(("name", "head"), HEADS.items(), ids=HEADS)
def test_the_head_says_what_a_body_is(name: str, head: str | None) -> None:
    assert body_name(name).head == head


def test_marks_of_possession_articles_and_common_words_tell_nothing() -> None:
    assert body_name("the state's flood authority").telling == {"flood"}


def test_a_name_that_adds_only_common_words_or_comes_last_ends_another() -> None:
    full = body_name("National Flood Relief Office")
    assert ends(body_name("Flood Relief Office"), full)
    assert ends(body_name("Relief Office"), full)
    assert not ends(body_name("Flood Office"), full)


def test_central_banks_are_told_from_banks() -> None:
    assert is_central_bank(body_name("National Bank of Norland"))
    assert not is_central_bank(body_name("Quillon National Bank"))
    assert describes_central_bank(body_name("Norland's central bank"))
    assert not describes_central_bank(body_name("Norland Central Bank"))


def test_a_local_body_is_no_national_one() -> None:
    assert tiers_conflict(body_name("local weather agency"), body_name("National Weather Office"))
    assert not tiers_conflict(body_name("weather agency"), body_name("National Weather Office"))
