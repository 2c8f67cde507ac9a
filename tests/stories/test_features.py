"""Bags and vectors: names, openings and headlines weigh more; common words weigh little; vectors have length 1."""

import numpy as np
from tests.reuse.documents import make_document

from headwater.config import StoryConfig
from headwater.stories.features import Rarity, make_vectors, read_bag, to_buckets
from headwater.text import hash_words

CONFIG = StoryConfig()


def weight(text: str, word: str, headline: str | None = None) -> float:
    bag = read_bag(make_document("d", text, headline=headline), CONFIG)
    (bucket,) = to_buckets(hash_words(word).hashes)
    return float(bag.counts[np.flatnonzero(bag.buckets == bucket)][0])


def test_names_headlines_and_openings_count_more() -> None:
    late = "filler " * CONFIG.opening_words
    assert weight(late + "harbour", "harbour") == 1.0
    assert weight(late + "Harbour", "harbour") == CONFIG.name_weight
    assert weight("harbour", "harbour") == CONFIG.opening_weight
    assert weight(late + "harbour", "harbour", "a harbour") == 1.0 + CONFIG.title_weight


def test_single_letters_are_left_out() -> None:
    assert len(read_bag(make_document("d", "a s x 5"), CONFIG).buckets) == 0


def test_rare_words_lead_and_rows_have_length_one() -> None:
    bags = [read_bag(make_document("d", "the quay and the people of Osterby"), CONFIG)]
    rarity = Rarity(CONFIG.prior_articles)
    rarity.count(bags)
    vectors = make_vectors(bags, rarity, 8)
    assert int(vectors.buckets[0, 0]) == int(to_buckets(hash_words("osterby").hashes)[0])
    assert np.isclose(np.linalg.norm(vectors.weights[0]), 1.0)
    assert (np.diff(vectors.weights[0]) <= 0).all()
