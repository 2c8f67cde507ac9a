"""name_forms: which forms of a name are one person's, and which surname calls him again."""

import pytest

from headwater.entities.name_forms import call_names, name_key, same_person, surname_first, untangled

SAME: dict[str, tuple[str, str, bool]] = {
    "surname": ("ann roe", "roe", True),
    "surname-of-two-words": ("pádraig ó rian", "ó rian", True),
    "both-surnames": ("maría del carmen ortiz vega", "ortiz vega", True),
    "first-of-two-surnames": ("ana belén soto ruiz", "soto", True),
    "second-given-name": ("mary anna reed", "anna reed", False),
    "other-given-name": ("paul reed", "anna reed", False),
    "initial": ("anna reed", "a reed", True),
    "middle-name-is-no-surname": ("jeb stuart magruder", "stuart", False),
}


@pytest.mark.parametrize(("full", "form", "same"), SAME.values(), ids=SAME)
def test_one_person(full: str, form: str, *, same: bool) -> None:
    assert same_person(tuple(full.split()), tuple(form.split())) is same


def test_of_two_surnames_news_calls_by_the_first() -> None:
    assert surname_first(("ana", "soto", "ruiz")) == "soto"
    assert surname_first(("jeb", "stuart", "magruder")) == "magruder"
    assert set(call_names(("ana", "soto", "ruiz"))) == {"ana", "soto", "ruiz"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Roe Anna Lee RoeRoe", "Anna Lee Roe"),
        ("Roe Anna Lee RoeVelm Quits", "Anna Lee Roe"),
        ("Anna Roe Anna Lee RoeVelm Quits", "Anna Roe"),
        ("Anna Lee Roe", "Anna Lee Roe"),
    ],
)
def test_a_name_comes_out_of_the_caption_of_a_link(words: str, name: str) -> None:
    assert untangled(tuple(words.split()), words)[1] == name


def test_accents_are_no_part_of_a_key() -> None:
    assert name_key(("Ana", "López")) == name_key(("Ana", "Lopez"))
