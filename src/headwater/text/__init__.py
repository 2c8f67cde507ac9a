"""The tools: offset-safe string work. Nothing here knows what an article is."""

from headwater.text.fold import fold_case, fold_typography
from headwater.text.segment import range_at, split_paragraphs, split_sentences
from headwater.text.tokenize import Token, is_word, iter_tokens, tokenize

__all__ = [
    "Token",
    "fold_case",
    "fold_typography",
    "is_word",
    "iter_tokens",
    "range_at",
    "split_paragraphs",
    "split_sentences",
    "tokenize",
]
