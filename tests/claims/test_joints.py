"""Joints of a sentence: what a conjunction, a comma or a verb opens."""

from headwater.claims.joints import is_list_item, predicate_follows, resumes_behind_relative


def test_a_predicate_may_follow_an_opening_quotation_mark() -> None:
    assert predicate_follows('and " the water is safe'.split(), 1)


def test_brackets_are_read_over() -> None:
    assert predicate_follows("and moor healthcare ( moor . n ) fell sharply".split(), 1)


def test_what_follows_a_fronted_phrase_is_no_list_item() -> None:
    assert is_list_item("they sold bread , milk and eggs".split(), 4)
    assert not is_list_item("as of monday , cases and deaths had been told".split(), 4)


def test_a_noun_goes_on_behind_its_relative_clause() -> None:
    words = "the blaze that hit two mills had spread".split()
    assert resumes_behind_relative(words, 2, 6)


def test_what_somebody_said_is_no_main_verb() -> None:
    words = "the man who said the dam was safe".split()
    assert not resumes_behind_relative(words, 2, 6)
