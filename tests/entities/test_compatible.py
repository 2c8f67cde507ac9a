"""compatible and unnamed_group: who an unnamed source could be."""

import pytest
from tests.entities.reading import resolve, speaker

from headwater.entities import compatible, unnamed_group
from headwater.records import Entity


def _unnamed(words: str) -> Entity:
    return speaker(resolve(f"[[{words}]] said {{{{it rained}}}}.", name=words))


PAIRS: dict[str, tuple[str, str, bool]] = {
    "one-of-many": ("a senior U.S. official", "American officials", True),
    "another-country": ("a senior U.S. official", "French officials", False),
    "diplomats-are-no-aide": ("two diplomats", "an aide", False),
    "a-diplomat-is-an-official": ("an official", "two diplomats", True),
    "residents-are-no-experts": ("residents", "experts", False),
}


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs(left: str, right: str, *, expected: bool) -> None:
    assert compatible(_unnamed(left), _unnamed(right)) is expected
    assert compatible(_unnamed(right), _unnamed(left)) is expected


def test_a_spokesman_may_be_an_official_of_his_country_and_no_farmer() -> None:
    spokesman = speaker(resolve("[[Norland's Harbour Ministry spokesman Otto Brandt]] said {{so}}."))
    assert compatible(_unnamed("officials"), spokesman)
    assert not compatible(_unnamed("farmers"), spokesman)


def test_a_named_source_could_be_nobody_else() -> None:
    named = speaker(resolve("[[Otto Brandt]] said {{so}}."))
    assert not compatible(named, _unnamed("officials"))


def test_groups() -> None:
    words = ("officials", "a local official", "witnesses", "media reports")
    assert [unnamed_group(_unnamed(w)) for w in words] == ["officials", "officials", "witnesses", "reports"]
