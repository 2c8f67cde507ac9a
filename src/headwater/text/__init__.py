"""The tools: offset-safe string work. Nothing here knows what an article is."""

from headwater.text.fold import fold_case, fold_typography
from headwater.text.segment import range_at, split_paragraphs, split_sentences
from headwater.text.shingle import Hashes, Words, hash_words, mix, shingle
from headwater.text.similarity import Background, load_background
from headwater.text.tokenize import Token, is_word, iter_tokens, tokenize

__all__ = [
    "Background",
    "Hashes",
    "Token",
    "Words",
    "fold_case",
    "fold_typography",
    "hash_words",
    "is_word",
    "iter_tokens",
    "load_background",
    "mix",
    "range_at",
    "shingle",
    "split_paragraphs",
    "split_sentences",
    "tokenize",
]
