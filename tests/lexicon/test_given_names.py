"""name_gender: known names, names of both, unknown ones."""

from headwater.lexicon.given_names import has_two_surnames, is_given_name, name_gender


def test_gender() -> None:
    assert [name_gender(n) for n in ("Maria", "MARIO", "Andrea", "Zorin")] == ["f", "m", "f", None]


def test_no_name_is_listed_for_both() -> None:
    assert name_gender("Alex") in {"m", "f", None}


def test_accents_and_hyphens_hide_no_name() -> None:
    assert [name_gender(n) for n in ("Pádraig", "Jean-Pierre", "Marie-Claire")] == ["m", "m", "f"]
    assert is_given_name("Jean-Pierre")


def test_short_words_in_capitals_are_acronyms() -> None:
    assert not is_given_name("UMA")
    assert is_given_name("Uma")


def test_two_surnames_follow_a_spanish_given_name() -> None:
    assert has_two_surnames(("Ana", "Soto", "Ruiz"))
    assert not has_two_surnames(("Jeb", "Stuart", "Magruder"))
    assert not has_two_surnames(("Ana", "Soto"))
