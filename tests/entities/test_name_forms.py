"""name_forms: which forms of a name are one person's, and which surname calls him again."""

import pytest

from headwater.entities.name_forms import call_names, same_person, surname_first

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
