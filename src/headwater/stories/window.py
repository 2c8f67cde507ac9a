"""Pairs of articles that may tell one story, found in a moving window of days.

Every article is compared with those of its window that share its weightiest words, and with all undated ones, which
stand in every window. So the cost of an article follows the window, not the history.
Imports: the standard library, numpy, config and this room only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.config import StoryConfig
from headwater.stories.features import BUCKETS, Vectors

Edge = tuple[int, int, float]
"""Two article numbers, the smaller first, and how alike they are, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Block:
    """The articles of one day (or the undated ones), numbered from `first`."""

    first: int
    moments: NDArray[np.float64]
    vectors: Vectors


class Window:
    """The articles of the last days, and an index from their weightiest words."""

    def __init__(self, config: StoryConfig) -> None:
        """Start empty."""
        self._config = config
        self._blocks: list[_Block] = []
        self._scratch = np.zeros(BUCKETS, np.float32)
        self._added = 0

    def add(self, vectors: Vectors, moments: NDArray[np.float64]) -> Iterator[Edge]:
        """Take in the articles of one day and yield their likely partners among those present.

        Args:
            vectors: The day's articles, n of them.
            moments: float64 (n,): days since some fixed day; NaN for articles without a date.

        Yields:
            At most `max_neighbours` edges an article, the most alike first.
        """
        self._forget(moments)
        self._blocks.append(_Block(first=self._added, moments=moments, vectors=vectors))
        self._added += len(vectors)
        index = _Index(self._blocks, self._config)
        for place in range(len(vectors)):
            yield from index.partners(len(index.numbers) - len(vectors) + place, self._scratch)

    def _forget(self, moments: NDArray[np.float64]) -> None:
        if len(moments) and not np.isnan(moments[0]):
            oldest = float(moments.min()) - self._config.window_days
            self._blocks = [
                b for b in self._blocks if np.isnan(b.moments).any() or float(b.moments.max(initial=oldest)) >= oldest
            ]


class _Index:
    """All articles of the window, side by side, with postings of their weightiest words."""

    def __init__(self, blocks: list[_Block], config: StoryConfig) -> None:
        self._config = config
        self.numbers = np.concatenate([np.arange(b.first, b.first + len(b.vectors)) for b in blocks])
        self._moments = np.concatenate([b.moments for b in blocks])
        self._buckets = np.concatenate([b.vectors.buckets for b in blocks])
        self._weights = np.concatenate([b.vectors.weights for b in blocks])
        keys = self._buckets[:, : config.indexed_words]
        held = self._weights[:, : config.indexed_words] > 0
        rows = np.broadcast_to(np.arange(len(keys), dtype=np.uint32)[:, None], keys.shape)
        packed = (keys[held].astype(np.uint64) << np.uint64(32)) | rows[held]
        packed.sort()
        self._keys = (packed >> np.uint64(32)).astype(np.uint32)
        self._rows = packed.astype(np.uint32)

    def partners(self, row: int, scratch: NDArray[np.float32]) -> Iterator[Edge]:
        """Yield the likeliest partners among the articles before a row."""
        candidates = self._candidates(row)
        if not len(candidates):
            return
        scratch[self._buckets[row]] = self._weights[row]
        shared = np.einsum(
            "ij,ij->i", scratch.take(self._buckets.take(candidates, 0)), self._weights.take(candidates, 0)
        )
        scratch[self._buckets[row]] = 0.0
        alike = shared * self._nearness(row, candidates)
        kept = np.flatnonzero(alike >= self._config.threshold * self._config.edge_share)
        best = kept[np.lexsort((candidates[kept], -alike[kept]))][: self._config.max_neighbours]
        number = int(self.numbers[row])
        for other, value in zip(self.numbers[candidates[best]].tolist(), alike[best].tolist(), strict=True):
            yield (other, number, value)

    def _candidates(self, row: int) -> NDArray[np.int64]:
        """Return the earlier rows that share most of a row's weightiest words; at most `max_candidates`."""
        width = self._config.indexed_words
        words, weights = self._buckets[row, :width], self._weights[row, :width]
        words, weights = words[weights > 0], weights[weights > 0]
        left = np.searchsorted(self._keys, words, side="left")
        # Postings are in order of rows: the latest come last, and they are the ones a crowded word keeps.
        right = np.searchsorted(self._keys, words, side="right")
        left = np.maximum(left, right - self._config.max_posting)
        lengths = right - left
        if not lengths.sum():
            return np.empty(0, np.int64)
        offsets = np.repeat(left - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
        rows = self._rows[offsets + np.arange(int(lengths.sum()))]
        earlier = rows < row
        votes = np.bincount(rows[earlier], weights=np.repeat(weights * weights, lengths)[earlier], minlength=1)
        found = np.flatnonzero(votes)
        limit = self._config.max_candidates
        if len(found) > limit:
            order = np.lexsort((found, -votes[found]))
            found = np.sort(found[order[:limit]])
        return found

    def _nearness(self, row: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the factor by which distance in time lowers likeness: 1 up to a day, then falling off."""
        gaps = np.abs(self._moments[others] - self._moments[row])
        falling = np.exp(-np.maximum(gaps - self._config.free_days, 0.0) / self._config.fading_days)
        return np.where(np.isnan(gaps), self._config.undated_factor, falling)
