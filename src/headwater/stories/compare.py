"""Why two articles are, or are not, taken for one story: how alike they are, and the words they have in common.

Imports: the standard library, numpy, headwater.text, records, config and this room only.
"""

from dataclasses import dataclass

import numpy as np

from headwater.config import StoryConfig
from headwater.records import Document, Span
from headwater.stories.features import Rarity, Vectors, make_vectors, read_bag, to_buckets
from headwater.text import hash_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWord:
    """A word both articles hold: where it stands first in either text, and what it adds to their likeness."""

    one: Span
    other: Span
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two articles are.

    Attributes:
        cosine: Of their weighted words, 0 to 1, by the background's rarity; a large batch corrects that by its own.
        words: What they have in common, the weightiest first; words of headlines alone are left out.
    """

    cosine: float
    words: tuple[SharedWord, ...]


def compare_documents(one: Document, other: Document, *, config: StoryConfig) -> Likeness:
    """Return how alike two articles are, as the grouping of a handful sees it.

    Args:
        one: An article.
        other: Another.
        config: Weights of words.
    """
    vectors = make_vectors(
        [read_bag(one, config), read_bag(other, config)], Rarity(config.prior_articles), config.vector_words
    )
    ours, theirs = _weights(vectors, 0), _weights(vectors, 1)
    shared = {bucket: ours[bucket] * theirs[bucket] for bucket in ours.keys() & theirs.keys()}
    places = [_first_places(document) for document in (one, other)]
    words = [
        SharedWord(one=places[0][bucket], other=places[1][bucket], weight=weight)
        for bucket, weight in sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        if bucket in places[0] and bucket in places[1]
    ]
    return Likeness(cosine=sum(shared.values()), words=tuple(words))


def _weights(vectors: Vectors, row: int) -> dict[int, float]:
    return {
        int(bucket): float(weight)
        for bucket, weight in zip(vectors.buckets[row], vectors.weights[row], strict=True)
        if weight > 0
    }


def _first_places(document: Document) -> dict[int, Span]:
    words = hash_words(document.text)
    buckets, first = np.unique(to_buckets(words.hashes), return_index=True)
    return {
        int(bucket): Span(document.doc_id, int(words.starts[at]), int(words.ends[at]))
        for bucket, at in zip(buckets, first, strict=True)
    }
