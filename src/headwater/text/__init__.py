"""The tools: offset-safe string work. Nothing here knows what an article is."""

from headwater.text.align import Alignment, Block, align_words, common_words, measure_blocks
from headwater.text.fold import fold_case, fold_typography
from headwater.text.segment import range_at, split_paragraphs, split_sentences
from headwater.text.shingle import Hashes, ShortHashes, Words, hash_words, mix, shingle, shorten
from headwater.text.similarity import Background, load_background
from headwater.text.tokenize import Token, is_word, iter_tokens, tokenize

__all__ = [
    "Alignment",
    "Background",
    "Block",
    "Hashes",
    "ShortHashes",
    "Token",
    "Words",
    "align_words",
    "common_words",
    "fold_case",
    "fold_typography",
    "hash_words",
    "is_word",
    "iter_tokens",
    "load_background",
    "measure_blocks",
    "mix",
    "range_at",
    "shingle",
    "shorten",
    "split_paragraphs",
    "split_sentences",
    "tokenize",
]
