"""How much it says, in bits, that two texts share a word at corresponding places.

Two measures: a word alone (Rarity), and a word after the two before it (surprises), which is small inside any phrase
that others use too. The first judges texts about one matter, the second texts that have nothing else in common.

A word is worth the logarithm of its rarity, in English news and in the batch at hand. The later words of a name
("Interior Minister Ada Lind") and the words of a stock phrase ("did not immediately respond to a request for
comment") come as one piece, so they are worth little. Imports: the standard library, numpy, headwater.text and config.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.config import ReuseConfig
from headwater.text import Hashes, hash_words, load_background, shingle

_BUCKET_BITS = 22
_SHIFT = np.uint64(64 - _BUCKET_BITS)
# Runs are counted in tables of 2**bits cells; among 17 million words, half a chance run falls into a cell of the
# largest, so a count tells only from this many on.
_RUN_BITS = {1: 22, 2: 24, 3: 25}
_TELLING = 2
_CHUNK = 1 << 20
_STOCK_WORDS = 4
_SIEVE_BITS = 20
_SIEVE_SHIFT = np.uint64(64 - _SIEVE_BITS)


class Rarity:
    """Bits of every word, from the background table and the words of a batch."""

    def __init__(self, batch: Sequence[Hashes], config: ReuseConfig) -> None:
        """Count the words of a batch.

        Args:
            batch: Word hashes of every document.
            config: How much the background weighs, and the caps.
        """
        self._config = config
        counts = np.zeros(1 << _BUCKET_BITS, np.float32)
        total = 0
        for hashes in batch:
            np.add.at(counts, hashes >> _SHIFT, 1.0)
            total += len(hashes)
        background = load_background()
        share = np.full(1 << _BUCKET_BITS, background.unlisted_words, np.float32)
        share[background.hashes >> _SHIFT] = background.word_share
        prior = config.prior_words
        self._bits = np.minimum(-np.log2((counts + prior * share) / (total + prior)), config.most_bits)

    def weigh(self, hashes: Hashes, capital: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the bits of each word of one text.

        Args:
            hashes: uint64 (n,), as in Words.
            capital: bool (n,), as in Words.
        """
        bits = self._bits[hashes >> _SHIFT]
        fixed = np.zeros(len(bits), bool)
        fixed[1:] = capital[1:] & capital[:-1]
        runs = shingle(hashes, _STOCK_WORDS)
        phrases, sieve = _stock_phrases()
        places = np.flatnonzero(sieve[runs >> _SIEVE_SHIFT])
        found = np.minimum(np.searchsorted(phrases, runs[places]), len(phrases) - 1)
        places = places[phrases[found] == runs[places]]
        for offset in range(_STOCK_WORDS):
            fixed[places + offset] = True
        return np.where(fixed, np.minimum(bits, self._config.fixed_word_bits), bits)


def surprises(
    hashes: Hashes, documents: NDArray[np.int32], bits: NDArray[np.uint8], *, scale: float
) -> NDArray[np.uint8]:
    """Return how surprising each word is after the one and the two before it, at most as much as alone.

    Two occurrences of a pair or triple are left out of its count, as they may be the very passage in question.

    Args:
        hashes: uint64 (w,): the words of all documents, end to end.
        documents: int32 (w,): number of the document of each word.
        bits: uint8 (w,): rarity of each word alone, in units of 1 / scale bits.
        scale: Units in a bit.
    """
    result = bits.copy()
    before = _count_runs(hashes, documents, 1)
    for size in (2, 3):
        counts = _count_runs(hashes, documents, size)
        for at in range(0, len(hashes) - size + 1, _CHUNK):
            stop = min(len(hashes), at + _CHUNK + size - 1)
            runs = shingle(hashes[at:stop], size)
            others = counts[runs >> _shift(size)].astype(np.float32) - 2.0
            whole = before[shingle(hashes[at : stop - 1], size - 1) >> _shift(size - 1)].astype(np.float32)
            told = (others >= _TELLING) & (documents[at : at + len(runs)] == documents[at + size - 1 : stop])
            least = np.log2(np.maximum(whole - 1.0, 1.0) / np.maximum(others, 1.0))
            known = np.where(told, np.clip(least, 1.0, 31.0) * scale, 255.0).astype(np.uint8)
            np.minimum(result[at + size - 1 : stop], known, out=result[at + size - 1 : stop])
        before = counts
    return result


def _shift(size: int) -> np.uint64:
    return np.uint64(64 - _RUN_BITS[size])


def _count_runs(hashes: Hashes, documents: NDArray[np.int32], size: int) -> NDArray[np.uint32]:
    """Count the runs of `size` words of one document by the first bits of their hashes."""
    counts = np.zeros(1 << _RUN_BITS[size], np.uint32)
    for at in range(0, len(hashes) - size + 1, _CHUNK):
        stop = min(len(hashes), at + _CHUNK + size - 1)
        runs = shingle(hashes[at:stop], size)
        np.add.at(counts, runs[documents[at : at + len(runs)] == documents[at + size - 1 : stop]] >> _shift(size), 1)
    return counts


@lru_cache(maxsize=1)
def _stock_phrases() -> tuple[Hashes, NDArray[np.bool_]]:
    """Hashes of the stock phrases, and a sieve over their first bits that most other runs do not pass."""
    text = files("headwater.text").joinpath("data/stock_phrases.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    # A line holds exactly _STOCK_WORDS words.
    phrases = np.unique(shingle(hash_words("\n".join(lines)).hashes, _STOCK_WORDS)[::_STOCK_WORDS])
    sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
    sieve[phrases >> _SIEVE_SHIFT] = True
    return phrases, sieve
