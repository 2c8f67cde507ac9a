"""How rare a word is, and how alike two bags of rare words are.

The background table (data/english_words.tsv) says how common words are in English news at large, so that a handful
of articles has a sense of what is rare; a large batch corrects it with its own counts.
Imports: the standard library, numpy and this room only.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingle import Hashes, hash_words

# A word that is not in the table stands in fewer articles than its last rows: these are halves of the smallest rows.
_UNLISTED_ARTICLES = 0.002
_UNLISTED_WORDS = 6e-6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Background:
    """How common words are in English news, ordered by hash.

    Attributes:
        hashes: uint64 (n,), ascending, as in Words.
        article_share: float64 (n,): share of articles that hold the word.
        word_share: float64 (n,): share of all running words.
        unlisted_articles, unlisted_words: The same for a word that the table lacks.
    """

    hashes: Hashes
    article_share: NDArray[np.float64]
    word_share: NDArray[np.float64]
    unlisted_articles: float = _UNLISTED_ARTICLES
    unlisted_words: float = _UNLISTED_WORDS

    def articles(self, words: Hashes) -> NDArray[np.float64]:
        """Return the share of articles that hold each word; a small constant for words the table lacks."""
        return self._look_up(words, self.article_share, self.unlisted_articles)

    def words(self, words: Hashes) -> NDArray[np.float64]:
        """Return each word's share of running text; a small constant for words the table lacks."""
        return self._look_up(words, self.word_share, self.unlisted_words)

    def _look_up(self, words: Hashes, column: NDArray[np.float64], absent: float) -> NDArray[np.float64]:
        places = np.minimum(np.searchsorted(self.hashes, words), len(self.hashes) - 1)
        return np.where(self.hashes[places] == words, column[places], absent)


@lru_cache(maxsize=1)
def load_background() -> Background:
    """Return the table of English words; read once."""
    text = files("headwater.text").joinpath("data/english_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    hashes = hash_words("\n".join(row[0] for row in rows)).hashes
    order = np.argsort(hashes)
    return Background(
        hashes=hashes[order],
        article_share=np.array([float(row[1]) for row in rows])[order] / 1e4,
        word_share=np.array([float(row[2]) for row in rows])[order] / 1e6,
    )
