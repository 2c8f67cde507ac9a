"""Sentences prepared for the finder: tagged words, and which quotation each word stands in.

Imports: the standard library, headwater.text and this package's words and quotes only.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.attribution.quotes import Quotation
from headwater.attribution.words import Word, is_headline, tag_words
from headwater.text import split_paragraphs, split_sentences, tokenize

_MOST_WORDS = 200  # a longer "sentence" is a list or a page without stops; it is read piece by piece
_MOST_CHARS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence.

    Attributes:
        start, end: Half-open range in the text.
        words: Its words with their part of speech.
        quote: For each word the index of the quotation it stands in (marks included), -1 outside.
        headline: Nearly every word has a capital.
        opens_paragraph: First sentence of its paragraph.
    """

    start: int
    end: int
    words: list[Word]
    quote: list[int]
    headline: bool
    opens_paragraph: bool


def read_sentences(text: str, quotations: tuple[Quotation, ...]) -> Iterator[Sentence]:
    """Yield the sentences of a text in order.

    Args:
        text: Document.text.
        quotations: What find_quotations returned for it.
    """
    starts = [quotation.start for quotation in quotations]
    openers = {start for start, _ in split_paragraphs(text)}
    for begin, stop in split_sentences(text):
        for start, end in _pieces(begin, stop):
            tokens = list(tokenize(text, start, end))
            headline = is_headline(tokens)
            for first in range(0, len(tokens), _MOST_WORDS):
                chunk = tokens[first : first + _MOST_WORDS]
                words = tag_words(chunk, headline=headline)
                yield Sentence(
                    start=chunk[0].start,
                    end=chunk[-1].end,
                    words=words,
                    quote=[_quotation_of(word, starts, quotations) for word in words],
                    headline=headline,
                    opens_paragraph=chunk[0].start in openers,
                )


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    for begin in range(start, end, _MOST_CHARS):
        yield begin, min(end, begin + _MOST_CHARS)


def _quotation_of(word: Word, starts: list[int], quotations: tuple[Quotation, ...]) -> int:
    index = bisect_right(starts, word.start) - 1
    return index if index >= 0 and word.start < quotations[index].end else -1
