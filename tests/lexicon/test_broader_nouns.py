"""may_be_called: broader nouns for roles."""

from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.source_nouns import source_noun


def test_a_senator_may_be_called_a_lawmaker_but_not_the_other_way_round_a_doctor() -> None:
    assert may_be_called("lawmaker", {"senator"})
    assert not may_be_called("doctor", {"senator"})


def test_a_role_is_its_own_name() -> None:
    assert may_be_called("baker", {"baker"})


def test_words_built_by_rule_are_nouns_of_their_kind() -> None:
    found = [source_noun(word) for word in ("hydrologist", "steelmakers", "vice-chairman", "filmmaker")]
    assert [noun and (noun.noun_class, noun.plural) for noun in found] == [
        ("staff", False), ("company", True), ("office", False), ("official", False),
    ]  # fmt: skip
