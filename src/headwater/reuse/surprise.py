"""How surprising a word is after the words before it; little, inside any phrase that others use too.

Rarity alone judges texts about one matter. Texts that have nothing else in common share phrases of the day
("investigation into Russian interference in the"), which are rare in English and yet say nothing about copying.
Imports: the standard library, numpy and headwater.text only.
"""

import numpy as np
from numpy.typing import NDArray

from headwater.text import Hashes, ShortHashes, shingle

Places = NDArray[np.int64]

_CHUNK = 1 << 20
_SIEVE_BITS = 24
_SIEVE_SHIFT = np.uint64(64 - _SIEVE_BITS)
# Two occurrences are the very passage in question; one more may be a third copy, two more are a phrase.
_OWN, _TELLING = 2.0, 2.0
_LEAST_BITS, _MOST_BITS = 1.0, 31.0


def surprises(
    hashes: ShortHashes, documents: NDArray[np.int32], bits: NDArray[np.uint8], places: Places, *, scale: float
) -> NDArray[np.uint8]:
    """Return how surprising words are after the one and the two before them, at most as much as alone.

    Args:
        hashes: uint32 (w,): the words of all documents, end to end.
        documents: int32 (w,): number of the document of each word.
        bits: uint8 (w,): rarity of each word alone, in units of 1 / scale bits.
        places: int64 (n,): the words in question, ascending; the others keep their rarity.
        scale: Units in a bit.
    """
    result = bits.copy()
    for size in (2, 3):
        ends = places[places >= size - 1]
        begins = ends - (size - 1)
        within = documents[begins] == documents[ends]
        begins, ends = begins[within], ends[within]
        others = _count(hashes, documents, begins, size) - _OWN
        whole = np.maximum(_count(hashes, documents, begins, size - 1) - 1.0, 1.0)
        told = np.clip(np.log2(whole / np.maximum(others, 1.0)), _LEAST_BITS, _MOST_BITS) * scale
        known = np.where(others >= _TELLING, told, 255.0).astype(np.uint8)
        result[ends] = np.minimum(result[ends], known)
    return result


def _count(hashes: ShortHashes, documents: NDArray[np.int32], begins: Places, size: int) -> NDArray[np.float64]:
    """Count how often the runs of `size` words that begin at some places stand in all documents.

    Only runs that pass a sieve of the wanted ones are sorted and counted: a fraction of all.
    """
    wanted, place = np.unique(_runs_at(hashes, begins, size), return_inverse=True)
    sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
    sieve[wanted >> _SIEVE_SHIFT] = True
    passed = [np.empty(0, np.uint64)]
    for at in range(0, len(hashes) - size + 1, _CHUNK):
        stop = min(len(hashes), at + _CHUNK + size - 1)
        runs = shingle(hashes[at:stop], size)
        inside = documents[at : at + len(runs)] == documents[at + size - 1 : stop]
        passed.append(runs[inside & sieve[runs >> _SIEVE_SHIFT]])
    found = np.concatenate(passed)
    found.sort()
    counts = np.searchsorted(found, wanted, side="right") - np.searchsorted(found, wanted, side="left")
    return counts[place].astype(np.float64)


def _runs_at(hashes: ShortHashes, begins: Places, size: int) -> Hashes:
    """Return the hash of the run that begins at each place, as shingle() gives it."""
    windows = hashes[begins[:, None] + np.arange(size)]
    flat = shingle(windows.ravel(), size)
    return flat[::size] if len(flat) else np.empty(0, np.uint64)
