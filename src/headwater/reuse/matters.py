"""Which documents are about one matter, told from the rare words they have in common.

Imports: the standard library, numpy and headwater.text only.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from headwater.text import ShortHashes

Places = NDArray[np.int64]

RARE_BITS = 9.0


def rare_words(
    hashes: NDArray[np.unsignedinteger], bits: NDArray[np.float64]
) -> tuple[NDArray[np.unsignedinteger], NDArray[np.float64]]:
    """Return the distinct rare words of a document, ascending by hash, and their rarity, scaled to length 1.

    Args:
        hashes: (n,): its words.
        bits: float64 (n,): rarity of each.
    """
    heavy = bits >= RARE_BITS
    rare, places = np.unique(hashes[heavy], return_index=True)
    weights = bits[heavy][places]
    return rare, weights / max(1e-9, float(np.linalg.norm(weights)))


def cosine(
    one: tuple[NDArray[np.unsignedinteger], NDArray[np.float64]],
    other: tuple[NDArray[np.unsignedinteger], NDArray[np.float64]],
) -> float:
    """Return how much of their rare words two documents have in common, 0 to 1; see rare_words."""
    if not len(other[0]):
        return 0.0
    places = np.minimum(np.searchsorted(other[0], one[0]), len(other[0]) - 1)
    shared = other[0][places] == one[0]
    return float(one[1][shared] @ other[1][places[shared]])


class KinshipMeter:
    """Cosines of the rare words of documents; each document is looked at once."""

    def __init__(self, hashes: ShortHashes, bits: Callable[[slice], NDArray[np.float64]], begins: Places) -> None:
        """Take the documents.

        Args:
            hashes: uint32 (w,): the words of all documents, end to end.
            bits: Rarity of the words in a range.
            begins: int64 (n + 1,): where each document's words begin.
        """

        def rare(number: int) -> tuple[NDArray[np.unsignedinteger], NDArray[np.float64]]:
            part = slice(int(begins[number]), int(begins[number + 1]))
            return rare_words(hashes[part], bits(part))

        self._rare = cache(rare)

    def of(self, pairs: Places) -> NDArray[np.float64]:
        """Return the cosine of each pair of documents: float64 (m,) for int64 (m, 2)."""
        return np.array([cosine(self._rare(one), self._rare(other)) for one, other in pairs.tolist()], np.float64)


def group_by_matter(count: int, pairs: Places, kinship: NDArray[np.float64], *, least: float) -> NDArray[np.int32]:
    """Return a number for each document: its own, or that of an earlier document about the same matter.

    Documents are not chained from one to the next, or one long affair would take in everything.

    Args:
        count: Number of documents.
        pairs: int64 (m, 2): documents that share something, the only ones that are compared; the smaller number first.
        kinship: float64 (m,): of each pair.
        least: From which cosine of their rare words two documents are about one matter.
    """
    groups = np.arange(count, dtype=np.int32)
    for first, later in pairs[kinship >= least].tolist():
        if groups[first] == first and groups[later] == later:
            groups[later] = first
    return groups
