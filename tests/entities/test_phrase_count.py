"""read_determiner: how many a source phrase speaks of, and where its noun begins."""

import pytest

from headwater.entities.phrase_count import read_determiner

CASES: dict[str, tuple[str, object, int]] = {
    "article": ("a senior official", "one", 1),
    "number": ("three diplomats", 3, 1),
    "at-least": ("at least four residents", 4, 3),
    "fewer-than": ("fewer than ten villagers", 10, 3),
    "trio": ("a trio of former ministers", 3, 3),
    "growing-number": ("a growing number of scientists", "some", 4),
    "half-of": ("half of the tenants", "some", 3),
    "grouped-digits": ("more than 1,850 governors", 1850, 3),
    "loose-digits": ("1 , 300 scientists", 1300, 3),
    "digits-at-a-clause-end": ("20 ,", 20, 1),
    "age-is-no-count": ("a 42 -year-old shopkeeper", "one", 1),
    "year-is-no-count": ("a 2016 study", "one", 1),
    "quantifier-is-the-head": ("many in the south", "some", 0),
}


@pytest.mark.parametrize(("words", "count", "skipped"), CASES.values(), ids=CASES)
def test_count_of(words: str, count: object, skipped: int) -> None:
    assert read_determiner(words.split())[1:] == (count, skipped)
