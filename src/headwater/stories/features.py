"""What an article is about, as a short list of weighted words.

Words are hashed into 2**20 buckets, so no vocabulary grows with history. A weight counts how often a word occurs
(logarithm; more for words of the headline and the opening, and for names) times how rare it is.
Imports: the standard library, numpy, headwater.text, records and config only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.config import StoryConfig
from headwater.records import Document
from headwater.text import Hashes, Words, hash_words, load_background

BUCKETS = 1 << 20
_SHIFT = np.uint64(64 - 20)
# No word reaches this many characters of a long text; beyond it a document is a book or a log, not an article.
_CHARS_PER_WORD = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bag:
    """The distinct words of one article.

    Attributes:
        buckets: uint32 (n,), ascending.
        counts: float32 (n,): weighted occurrences, above 0.
    """

    buckets: NDArray[np.uint32]
    counts: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vectors:
    """Unit vectors of n articles, k words each; an article with fewer words is padded with weight 0 in bucket 0.

    Attributes:
        buckets: uint32 (n, k).
        weights: float32 (n, k): descending in each row, squares adding up to 1, or all 0 for an empty article.
    """

    buckets: NDArray[np.uint32]
    weights: NDArray[np.float32]

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self.buckets)


def read_bag(document: Document, config: StoryConfig) -> Bag:
    """Return the words of an article, those of headline, opening and names counting more."""
    body = hash_words(document.text[: config.max_words * _CHARS_PER_WORD])
    counts = _count_words(body, config)
    counts[: config.opening_words] *= config.opening_weight
    hashes = body.hashes
    if document.headline:
        title = hash_words(document.headline)
        hashes = np.concatenate([hashes, title.hashes])
        counts = np.concatenate([counts, _count_words(title, config) * config.title_weight])
    used = counts > 0
    buckets, places = np.unique(to_buckets(hashes[used]), return_inverse=True)
    summed = np.bincount(places, weights=counts[used], minlength=len(buckets))
    return Bag(buckets=buckets, counts=summed.astype(np.float32))


def to_buckets(hashes: Hashes) -> NDArray[np.uint32]:
    """Return the bucket of each word."""
    return (hashes >> _SHIFT).astype(np.uint32)


def _count_words(words: Words, config: StoryConfig) -> NDArray[np.float64]:
    """One letter alone ("a", the "s" of "Iran's") tells nothing; a capital mostly tells a name."""
    counts = np.where(words.capital, config.name_weight, 1.0)
    counts[words.ends - words.starts < 2] = 0.0
    return counts


class Rarity:
    """How rare words are: the background table, corrected by the articles counted so far."""

    def __init__(self, prior: float) -> None:
        """Start with the background alone, weighing as much as `prior` articles."""
        self._prior = prior
        self._articles = 0
        self._holding = np.zeros(BUCKETS, np.uint32)
        background = load_background()
        self._share = np.full(BUCKETS, background.unlisted_articles, np.float32)
        np.maximum.at(self._share, to_buckets(background.hashes), background.article_share.astype(np.float32))

    def count(self, bags: Sequence[Bag]) -> None:
        """Take articles into account."""
        self._articles += len(bags)
        for bag in bags:
            self._holding[bag.buckets] += 1

    def weigh(self, buckets: NDArray[np.uint32]) -> NDArray[np.float64]:
        """Return the natural logarithm of articles per article that holds the word; the idf of each bucket."""
        holding = self._holding[buckets] + self._prior * self._share[buckets]
        return np.maximum(np.log((self._articles + self._prior) / np.maximum(holding, 0.5)), 0.0)


def make_vectors(bags: Sequence[Bag], rarity: Rarity, width: int) -> Vectors:
    """Return the `width` weightiest words of each article, scaled to length 1."""
    buckets = np.zeros((len(bags), width), np.uint32)
    weights = np.zeros((len(bags), width), np.float32)
    for row, bag in enumerate(bags):
        weight = (1.0 + np.log(np.maximum(bag.counts, 1.0))) * rarity.weigh(bag.buckets)
        # Ties are settled by bucket, so that equal inputs give equal vectors.
        best = np.lexsort((bag.buckets, -weight))[:width]
        norm = float(np.linalg.norm(weight))
        if norm:
            buckets[row, : len(best)] = bag.buckets[best]
            weights[row, : len(best)] = weight[best] / norm
    return Vectors(buckets=buckets, weights=weights)
