"""Window: articles of the last days are compared, older ones are forgotten, undated ones stay."""

import numpy as np
from tests.reuse.documents import make_document

from headwater.config import StoryConfig
from headwater.stories.features import Rarity, Vectors, make_vectors, read_bag
from headwater.stories.window import Window

CONFIG = StoryConfig()
TEXT = "Osterby harbour pillars cracked ferry Velling engineer quay inspection"


def vectors(count: int) -> Vectors:
    return make_vectors([read_bag(make_document("d", TEXT), CONFIG)] * count, Rarity(1000.0), CONFIG.vector_words)


def test_articles_of_a_day_and_of_the_window_are_partners() -> None:
    window = Window(CONFIG)
    assert [(a, b) for a, b, _ in window.add(vectors(2), np.array([10.0, 10.0]))] == [(0, 1)]
    edges = list(window.add(vectors(1), np.array([12.0])))
    assert sorted((a, b) for a, b, _ in edges) == [(0, 2), (1, 2)]
    assert all(0 < likeness < 1 for _, _, likeness in edges)


def test_what_left_the_window_is_forgotten_and_undated_articles_are_not() -> None:
    window = Window(CONFIG)
    list(window.add(vectors(1), np.array([np.nan])))
    list(window.add(vectors(1), np.array([10.0])))
    edges = list(window.add(vectors(1), np.array([11.0 + CONFIG.window_days])))
    assert [(a, b) for a, b, _ in edges] == [(0, 2)]
    assert np.isclose(edges[0][2], CONFIG.undated_factor, atol=1e-5)
