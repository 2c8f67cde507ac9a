"""How alike the meanings of statements are: cosines of the vectors of their words, read within their sentences.

Word overlap misses one matter told in other words ("nine bodies were recovered", "nineteen lost their lives").
Imports: numpy only.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
# Sentences, each with the half-open range of a wording in it, to the wordings' vectors of length 1, (n, width).
Meanings = Callable[[Sequence[tuple[str, int, int]]], Vectors]

_BAND = 512  # rows compared at once: memory stays linear in the number of statements


class Likeness:
    """Cosines among the statements of one story, by index."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def of(self, left: int, right: int) -> float:
        """Return the cosine of two statements, -1 to 1, in steps of a thousandth."""
        # Digits beyond depend on the order in which a processor adds.
        return round(float(self._vectors[left] @ self._vectors[right]), 3)

    def nearest(self, most: int, least: float) -> set[tuple[int, int]]:
        """Return the index pairs of each statement and its nearest ones.

        Args:
            most: So many neighbours of each.
            least: Lowest cosine of a neighbour.
        """
        count = len(self._vectors)
        pairs: set[tuple[int, int]] = set()
        for begin in range(0, count, _BAND):
            cosines = (self._vectors[begin : begin + _BAND] @ self._vectors.T).round(3)
            for row, values in enumerate(cosines):
                values[begin + row] = -1.0
                for other in np.argsort(-values, kind="stable")[:most].tolist():
                    if values[other] >= least:
                        pairs.add((min(begin + row, other), max(begin + row, other)))
        return pairs
