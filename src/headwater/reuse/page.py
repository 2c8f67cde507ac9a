"""A document as reuse looks at it: its words, what is quoted, and what prompts the reader instead of telling.

Imports: the standard library, numpy, headwater.text, records and this room only.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from headwater.records import Document, Span
from headwater.reuse.rarity import Rarity
from headwater.text import Hashes, Words, fold_typography, hash_words, shorten, split_paragraphs

Range = tuple[int, int]

_KEPT_PAGES = 2048
_RARE_BITS = 9.0

# A quotation that is still open at the end of its paragraph goes on to the end: news leaves such quotations open.
_CURLY = re.compile(r"“[^“”\r\n]*[”\r\n]?")
_STRAIGHT = re.compile(r'"[^"\r\n]*"?')
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|[\r\n]")

# Words to the reader, not about the event. Each alternative is a fixed phrase, so matching is linear.
_PROMPT = re.compile(
    r"sign up (?:for|to|here|now)|subscribe (?:to|now|here)|newsletter|click here|read more|read or share this story"
    r"|follow (?:us|him|her|me|@\w+) on|like us on|download (?:our|the) app|get the [\w ]{1,20} app"
    r"|enter your (?:comment|name|email)"
    r"|all rights reserved|may not be (?:published|reproduced|redistributed)|copyright ©|© \d{4}|privacy policy"
    r"|terms of (?:use|service)|contributed to this (?:report|story|article)"
    r"|(?:story|article|report) (?:has been|was) updated"
    r"|image (?:copyright|caption)|media (?:caption|playback)|unsupported on your device"
    r"|this article (?:first|originally) appeared"
    r"|reporting by|editing by|support our journalism|advertisement|related (?:stories|articles|topics)"
    r"|join the conversation"
    r"|leave a (?:comment|reply)|delivered (?:daily )?to your inbox|reprint permission|must watch|replay more videos"
    r"|getty images|all external content|washington \(reuters\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Page:
    """One document, read for reuse.

    Attributes:
        words: Its words with offsets.
        bits: float64 (n,): rarity of each word.
        rare: uint64 (r,): its distinct rare words, ascending by hash.
        rare_bits: float64 (r,): their rarity, scaled to length 1.
    """

    document: Document
    words: Words
    bits: NDArray[np.float64]
    rare: Hashes
    rare_bits: NDArray[np.float64]

    @cached_property
    def quoted(self) -> tuple[Range, ...]:
        """Ranges of characters within quotation marks, the marks included, in order; most pages are never asked."""
        return quoted_ranges(self.document.text)

    def span(self, first: int, end: int) -> Span:
        """Return the characters of words [first, end), without the marks around them."""
        return Span(self.document.doc_id, int(self.words.starts[first]), int(self.words.ends[end - 1]))

    def is_quoted(self, word: int) -> bool:
        """Tell whether a word stands within quotation marks."""
        start, end = int(self.words.starts[word]), int(self.words.ends[word])
        return self.quoted_chars(start, end) == end - start

    def between(self, word: int) -> str:
        """Return the characters between a word and the next."""
        return self.document.text[int(self.words.ends[word]) : int(self.words.starts[word + 1])]

    def ends_sentence(self, word: int) -> bool:
        """Tell whether a sentence, or a paragraph, ends between a word and the next."""
        return _SENTENCE_END.search(self.between(word)) is not None

    def quoted_chars(self, start: int, end: int) -> int:
        """Return how many characters of a range stand within quotation marks."""
        at = max(0, bisect_right(self.quoted, (start, len(self.document.text))) - 1)
        total = 0
        for begin, stop in self.quoted[at:]:
            if begin >= end:
                break
            total += max(0, min(stop, end) - max(begin, start))
        return total


class Pages:
    """Documents by number, read when they are first asked for; the last two thousand are kept."""

    def __init__(self, documents: Sequence[Document], rarity: Rarity) -> None:
        """Take the documents in the order of their numbers."""
        self._read = lru_cache(maxsize=_KEPT_PAGES)(lambda number: read_page(documents[number], rarity))

    def __getitem__(self, number: int) -> Page:
        """Return one document."""
        return self._read(number)


def kinship(one: Page, other: Page) -> float:
    """Return how much of their rare words two documents have in common: the cosine of their bits, 0 to 1."""
    places = np.minimum(np.searchsorted(other.rare, one.rare), max(0, len(other.rare) - 1))
    if not len(other.rare):
        return 0.0
    shared = other.rare[places] == one.rare
    return float(one.rare_bits[shared] @ other.rare_bits[places[shared]])


def read_page(document: Document, rarity: Rarity) -> Page:
    """Return a document's words, their rarity and its quotations."""
    words = hash_words(document.text)
    bits = rarity.weigh(shorten(words.hashes), words.capital).astype(np.float64)
    heavy = bits >= _RARE_BITS
    rare, places = np.unique(words.hashes[heavy], return_index=True)
    rare_bits = bits[heavy][places]
    return Page(
        document=document,
        words=words,
        bits=bits,
        rare=rare,
        rare_bits=rare_bits / max(1e-9, float(np.linalg.norm(rare_bits))),
    )


def quoted_ranges(text: str) -> tuple[Range, ...]:
    """Return what stands within double quotation marks, marks included, paragraph by paragraph; linear."""
    folded = text.replace("„", "“").replace("«", "“").replace("»", "”")
    if "“" in folded:
        return tuple((m.start(), m.end()) for m in _CURLY.finditer(folded))
    # Before folding, which makes backquotes single marks.
    folded = fold_typography(text.replace("``", '" ').replace("''", ' "'))
    ranges = []
    for start, end in split_paragraphs(folded):
        ranges += [(m.start(), m.end()) for m in _STRAIGHT.finditer(folded, start, end)]
    return tuple(ranges)


def is_prompt(text: str) -> bool:
    """Tell whether a passage prompts or informs the reader about the page, rather than telling the news."""
    return _PROMPT.search(text) is not None
