"""How much it says, in bits, that two texts share a word at corresponding places.

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
        places = places[np.isin(runs[places], phrases)]
        for offset in range(_STOCK_WORDS):
            fixed[places + offset] = True
        return np.where(fixed, np.minimum(bits, self._config.fixed_word_bits), bits)


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
