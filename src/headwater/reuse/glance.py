"""How many words around two places may agree, told from one byte of each word.

Most places that hold the same run of words agree in nothing else. Eight bytes are compared at a time, a hundred times
as fast as the words themselves; equal words have equal bytes, so nothing is missed, and the few that pass are looked
at word for word. Imports: the standard library and numpy only.
"""

import sys

import numpy as np
from numpy.typing import NDArray

from headwater.text import ShortHashes

Places = NDArray[np.int64]

_WINDOW = 8
_LOW_BITS, _ONES = np.uint64(0x7F7F7F7F7F7F7F7F), np.uint64(0x0101010101010101)
_SHIFTS = (-1, 0, 1)


class Glance:
    """The words of a collection as bytes."""

    def __init__(self, hashes: ShortHashes) -> None:
        """Take the words.

        Args:
            hashes: uint32 (w,): the words of all documents, end to end. Beyond either end stands the outermost word.
        """
        codes = np.empty(len(hashes) + 4 * _WINDOW, np.uint8)
        inner = slice(2 * _WINDOW, 2 * _WINDOW + len(hashes))
        # The first bits are as good as random.
        np.right_shift(hashes, np.uint32(24), out=codes[inner], casting="unsafe")
        codes[: inner.start], codes[inner.stop :] = codes[inner.start], codes[inner.stop - 1]
        # Every place as the eight bytes from it on, without a copy.
        self._eights = np.ndarray((len(codes) - _WINDOW + 1,), np.dtype(np.uint64), codes, strides=(1,))

    def most(self, left: Places, right: Places, *, first: int, words: int) -> NDArray[np.uint8]:
        """Return an upper bound of how many words agree, as they stand or shifted by one, whichever is more.

        Args:
            left: int64 (n,): places.
            right: int64 (n,): the places compared with them.
            first: Where the compared words begin, counted from each place.
            words: How many are compared, at most 8.
        """
        kept = _bytes_mask(words)
        ours = self._eights[left + (first + 2 * _WINDOW)] & kept
        best = np.zeros(len(left), np.uint8)
        for shift in _SHIFTS:
            differing = ours ^ (self._eights[right + (first + 2 * _WINDOW + shift)] & kept)
            # A byte's highest bit is set, then shifted to its lowest, when any of its bits is.
            differing |= (differing & _LOW_BITS) + _LOW_BITS
            unequal = np.bitwise_count((differing >> np.uint64(7)) & _ONES)
            np.maximum(best, np.uint8(words) - np.minimum(unequal, np.uint8(words)), out=best)
        return best


def _bytes_mask(words: int) -> np.uint64:
    """The bytes of the first words: the low ones, or the high ones where those come first in memory."""
    low = (1 << 8 * words) - 1
    return np.uint64(low if sys.byteorder == "little" else low << 8 * (_WINDOW - words))
