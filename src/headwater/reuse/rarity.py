"""How much it says, in bits, that two texts share a word at corresponding places.

A word is worth the logarithm of its rarity, in English news and in the batch at hand. The later words of a name
("Interior Minister Ada Lind") and the words of a stock phrase ("did not immediately respond to a request for
comment") come as one piece, so they are worth little. Imports: the standard library, numpy, headwater.text and config.
"""

from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.config import ReuseConfig
from headwater.text import Hashes, ShortHashes, hash_words, load_background, shingle, shorten

_BUCKET_BITS = 22
_SHIFT = np.uint32(32 - _BUCKET_BITS)
_CHUNK = 1 << 21
_STOCK_WORDS = 4
_FUNCTION_BITS = 7.0
# More capitalised words in a row are a headline or a list, and no name.
_LONGEST_NAME = 6
_SIEVE_BITS = 20
_SIEVE_SHIFT = np.uint64(64 - _SIEVE_BITS)


class Rarity:
    """Bits of every word, from the background table and the words of a batch."""

    def __init__(self, batch: ShortHashes, config: ReuseConfig) -> None:
        """Count the words of a batch.

        Args:
            batch: Word hashes of all documents.
            config: How much the background weighs, and the caps.
        """
        self._config = config
        counts = np.zeros(1 << _BUCKET_BITS, np.float32)
        for at in range(0, len(batch), _CHUNK):
            counts += np.bincount(batch[at : at + _CHUNK] >> _SHIFT, minlength=len(counts))
        background = load_background()
        share = np.full(1 << _BUCKET_BITS, background.unlisted_words, np.float32)
        share[shorten(background.hashes) >> _SHIFT] = background.word_share
        prior = config.prior_words
        total = len(batch) + prior
        self._bits = np.minimum(-np.log2((counts + prior * share) / total), config.most_bits).astype(np.float32)

    def alone(self, hashes: ShortHashes) -> NDArray[np.float32]:
        """Return the bits of each word, whatever stands around it."""
        bits: NDArray[np.float32] = self._bits[hashes >> _SHIFT]
        return bits

    def weigh(self, hashes: ShortHashes, capital: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the bits of each word of a text, little for later words of a name and words of a stock phrase.

        Args:
            hashes: uint32 (n,), shortened.
            capital: bool (n,), as in Words.
        """
        bits = self.alone(hashes)
        fixed = np.zeros(len(bits), bool)
        fixed[1:] = capital[1:] & capital[:-1] & (_run_lengths(capital)[1:] <= _LONGEST_NAME)
        runs = shingle(hashes, _STOCK_WORDS)
        phrases, sieve = _stock_phrases()
        places = np.flatnonzero(sieve[runs >> _SIEVE_SHIFT])
        found = np.minimum(np.searchsorted(phrases, runs[places]), len(phrases) - 1)
        places = places[phrases[found] == runs[places]]
        for offset in range(_STOCK_WORDS):
            fixed[places + offset] = True
        # Function words follow each other by the rules of grammar, so each tells less than its rarity.
        bits = np.where(bits < _FUNCTION_BITS, bits / 2, bits)
        return np.where(fixed, np.minimum(bits, self._config.fixed_word_bits), bits)


def _run_lengths(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return, for each place, how many equal flags stand in a row there."""
    opens = np.flatnonzero(np.concatenate([[True], flags[1:] != flags[:-1]])) if len(flags) else np.empty(0, np.int64)
    lengths = np.diff(np.append(opens, len(flags)))
    return np.repeat(lengths, lengths)


@lru_cache(maxsize=1)
def _stock_phrases() -> tuple[Hashes, NDArray[np.bool_]]:
    """Hashes of the stock phrases, and a sieve over their first bits that most other runs do not pass."""
    text = files("headwater.text").joinpath("data/stock_phrases.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    # A line holds exactly _STOCK_WORDS words.
    phrases = np.unique(shingle(shorten(hash_words("\n".join(lines)).hashes), _STOCK_WORDS)[::_STOCK_WORDS])
    sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
    sieve[phrases >> _SIEVE_SHIFT] = True
    return phrases, sieve
