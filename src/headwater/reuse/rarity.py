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
BITS_SCALE = 8.0


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
        # A fourth of the memory stays nearer to the processor; a whole collection is weighed in eighths.
        self._eighths = (self._bits * BITS_SCALE).astype(np.uint8)

    def alone(self, hashes: ShortHashes) -> NDArray[np.uint8]:
        """Return the bits of each word, whatever stands around it, in whole eighths."""
        eighths: NDArray[np.uint8] = self._eighths[hashes >> _SHIFT]
        return eighths

    def weigh_in_eighths(self, hashes: ShortHashes, capital: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Return what weigh() does in whole eighths of a bit, for any number of texts."""
        eighths = self.alone(hashes)
        eighths = np.where(eighths < np.uint8(_FUNCTION_BITS * BITS_SCALE), eighths >> np.uint8(1), eighths)
        most = np.uint8(self._config.fixed_word_bits * BITS_SCALE)
        return np.where(_come_as_one_piece(hashes, capital), np.minimum(eighths, most), eighths)

    def weigh(self, hashes: ShortHashes, capital: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the bits of each word of a text, little for later words of a name and words of a stock phrase.

        Args:
            hashes: uint32 (n,), shortened.
            capital: bool (n,), as in Words.
        """
        bits: NDArray[np.float32] = self._bits[hashes >> _SHIFT]
        # Function words follow each other by the rules of grammar, so each tells less than its rarity.
        bits = np.where(bits < _FUNCTION_BITS, bits / 2, bits)
        return np.where(_come_as_one_piece(hashes, capital), np.minimum(bits, self._config.fixed_word_bits), bits)


def _come_as_one_piece(hashes: ShortHashes, capital: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which words are later words of a name or words of a stock phrase: bool (n,)."""
    fixed = np.zeros(len(hashes), np.bool_)
    fixed[1:] = capital[1:] & capital[:-1]
    fixed &= ~_in_long_runs(capital, _LONGEST_NAME + 1)
    runs = shingle(hashes, _STOCK_WORDS)
    phrases, sieve = _stock_phrases()
    places = np.flatnonzero(sieve[runs >> _SIEVE_SHIFT])
    found = np.minimum(np.searchsorted(phrases, runs[places]), len(phrases) - 1)
    places = places[phrases[found] == runs[places]]
    for offset in range(_STOCK_WORDS):
        fixed[places + offset] = True
    return fixed


def _in_long_runs(flags: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    """Tell which flags stand in a row of at least so many that are set: bool (n,)."""
    count = len(flags) - least + 1
    inside = np.zeros(len(flags), np.bool_)
    if count > 0:
        begins = flags[:count].copy()
        for offset in range(1, least):
            begins &= flags[offset : offset + count]
        for place in np.flatnonzero(begins).tolist():
            inside[place : place + least] = True
    return inside


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
