"""name_gender: known names, names of both, unknown ones."""

from headwater.lexicon.given_names import name_gender


def test_gender() -> None:
    assert [name_gender(n) for n in ("Maria", "MARIO", "Andrea", "Zorin")] == ["f", "m", "f", None]


def test_no_name_is_listed_for_both() -> None:
    assert name_gender("Alex") in {"m", "f", None}
