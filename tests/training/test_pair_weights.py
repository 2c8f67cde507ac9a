"""The fit of pair weights: it finds what separates pairs, keeps signs to their sense, and labels cut statements."""

import numpy as np
import pytest
from training.matters import Told
from training.pair_weights import AGAINST, Pairs, fit, grouped, pairs_of, read_scenario, with_weights

from headwater.config import ClaimConfig

TOLD = [
    Told(text="At least nine people died in the flood, police said.", start=0, end=38, matter="toll"),
    Told(text="Police said the flood killed nine people in the valley.", start=12, end=54, matter="toll"),
    Told(text="The old bridge will be closed until March, the mayor said.", start=0, end=41, matter="bridge"),
    Told(text="The mayor said no traffic may cross the bridge before spring.", start=15, end=60, matter="bridge"),
]


def drawn(weights: dict[str, float], count: int) -> Pairs:
    rng = np.random.default_rng(1)
    features = rng.random((count, len(weights)))
    logits = 6.0 * (features @ np.array([*weights.values()]) - 0.2)
    same = (rng.random(count) < 1.0 / (1.0 + np.exp(-logits))).astype(float)
    return Pairs(features=features, same=same, weights=np.ones(count))


def test_the_fit_finds_what_speaks_for_and_against() -> None:
    _, weights = fit([drawn({"meaning": 1.0, "other-unit": -1.0}, 4000)], ["meaning", "other-unit"])
    assert weights["meaning"] > 4
    assert weights["other-unit"] < -4


def test_a_weight_against_its_sense_is_left_out() -> None:
    assert "other-unit" in AGAINST
    _, weights = fit([drawn({"meaning": 1.0, "other-unit": 1.0}, 4000)], ["meaning", "other-unit"])
    assert "other-unit" not in weights
    assert weights["meaning"] > 0


@pytest.fixture(scope="module")
def names() -> list[str]:
    return [name for name, _ in ClaimConfig().pair_weights]


def test_statements_get_the_matter_of_the_mark_they_cover(names: list[str]) -> None:
    story = read_scenario("flood", TOLD)
    assert {label for label in story.labels if label is not None} == {0, 1}
    pairs = pairs_of(story, names, scenario=True)
    assert pairs.features.shape == (len(pairs.same), len(names))
    assert 0 < pairs.same.sum() < len(pairs.same)


def test_grouping_is_counted_over_pairs_of_mentions() -> None:
    story = read_scenario("flood", TOLD)
    together = grouped(story, with_weights(ClaimConfig(), 50.0, {"meaning": 1.0}))
    apart = grouped(story, with_weights(ClaimConfig(), -50.0, {"meaning": 1.0}))
    assert (together["gold"], together["both"]) == (2, 2)
    assert (apart["gold"], apart["predicted"]) == (2, 0)
