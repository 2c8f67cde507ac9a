"""KinshipMeter, group_by_matter: documents about one matter, told from their rare words, never chained."""

import numpy as np

from headwater.reuse.matters import KinshipMeter, cosine, group_by_matter, rare_words
from headwater.text import hash_words, shorten

CRACKS = "cracked pillars under the ferry terminal of osterby"
BOTH = "cracked pillars ferry terminal orchard blossom frost harvest"
ORCHARD = "orchard blossom frost harvest"


def groups(texts: list[str], pairs: list[tuple[int, int]]) -> list[int]:
    words = [shorten(hash_words(text).hashes) for text in texts]
    begins = np.cumsum([0, *(len(w) for w in words)])
    hashes, numbers = np.concatenate(words), np.array(pairs, np.int64).reshape(-1, 2)
    kin = KinshipMeter(hashes, lambda part: np.full(len(hashes[part]), 10.0), begins).of(numbers)
    return [int(group) for group in group_by_matter(len(texts), numbers, kin, least=0.3)]


def test_documents_that_share_rare_words_are_of_one_matter() -> None:
    assert groups([CRACKS, ORCHARD, CRACKS], [(0, 2), (0, 1)]) == [0, 1, 0]


def test_a_document_between_two_matters_does_not_join_them() -> None:
    assert groups([CRACKS, BOTH, ORCHARD], [(0, 1), (1, 2)]) == [0, 0, 2]


def test_only_pairs_that_share_something_are_compared() -> None:
    assert groups([CRACKS, CRACKS], []) == [0, 1]
    assert groups(["", ""], [(0, 1)]) == [0, 1]


def test_the_cosine_of_a_document_with_itself_is_one() -> None:
    hashes = hash_words(CRACKS).hashes
    rare = rare_words(hashes, np.full(len(hashes), 12.0))
    assert abs(cosine(rare, rare) - 1.0) < 1e-9
    assert cosine(rare, rare_words(hashes, np.zeros(len(hashes)))) == 0.0
