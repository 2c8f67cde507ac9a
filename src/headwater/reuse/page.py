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
from headwater.reuse.matters import cosine, rare_words
from headwater.reuse.rarity import Rarity
from headwater.text import Hashes, Words, fold_typography, hash_words, shorten, split_paragraphs

Range = tuple[int, int]

_KEPT_PAGES = 2048

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

# Whoever quotes one of these quotes words that anybody can read. Fixed phrases, so matching is linear.
_PUBLIC = re.compile(
    r"\b(?:in|through) an? (?:\w+ )?(?:statement|press release|news release|memo|letter|blog post|post|tweet|filing|"
    r"lawsuit|op-ed|advisory|report|communique|communiqué|proclamation|ruling|opinion|email|executive order)\b"
    r"|\b(?:the|its|his|her|their|whose) (?:\w+ )?(?:statement|press release|memo|letter|tweet|blog post|indictment|"
    r"complaint|affidavit|filing|lawsuit|ruling|resolution|transcript|constitution|treaty|document|order|proclamation|"
    r"report) (?:said|says|read|reads|stated|states|added|adds|continued|concluded|alleges|alleged)\b"
    r"|\btweeted\b|\bretweeted\b|\bposted on\b|\b(?:wrote|said|wrote in a post) on (?:twitter|facebook|x|instagram|"
    r"telegram|truth social|social media|weibo|his|her|their|its)\b|\(@\w{1,30}\)|\bpic\.twitter\.com\b|\bon twitter\b"
    r"|\bstatement sent to\b|\bstatement (?:read|reads|said|says)\b",
    re.IGNORECASE,
)

_POST = re.compile(r"\(@\w{1,30}\)|\bpic\.twitter\.com\b|\bpost by @\w{1,30}", re.IGNORECASE)


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
        text, starts = self.document.text, self.words.starts
        stop = int(starts[word + 1]) if word + 1 < len(starts) else len(text)
        return _SENTENCE_END.search(text, int(self.words.ends[word]), stop) is not None

    def prompts(self, start: int, end: int) -> bool:
        """Tell whether a range of characters prompts the reader, or informs about the page, instead of telling."""
        return _PROMPT.search(self.document.text, max(0, start), end) is not None

    def posts(self, start: int, end: int) -> bool:
        """Tell whether a range of characters stands in a paragraph that prints a post with its author's mark."""
        return any(begin <= start and end <= stop for begin, stop in self._posts)

    @cached_property
    def _posts(self) -> tuple[Range, ...]:
        text = self.document.text
        if "@" not in text and "pic.twitter" not in text:
            return ()
        return tuple(paragraph for paragraph in split_paragraphs(text) if _POST.search(text, *paragraph))

    def announces(self, start: int, end: int) -> bool:
        """Tell whether a range of characters announces words that anybody can read: a statement, a letter, a post."""
        return _PUBLIC.search(self.document.text, max(0, start), end) is not None

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
    return cosine((one.rare, one.rare_bits), (other.rare, other.rare_bits))


def read_page(document: Document, rarity: Rarity) -> Page:
    """Return a document's words, their rarity and its quotations."""
    words = hash_words(document.text)
    bits = rarity.weigh(shorten(words.hashes), words.capital).astype(np.float64)
    rare, rare_bits = rare_words(words.hashes, bits)
    return Page(document=document, words=words, bits=bits, rare=rare, rare_bits=rare_bits)


def quoted_ranges(text: str) -> tuple[Range, ...]:
    """Return what stands within double quotation marks, marks included, paragraph by paragraph; linear.

    A text may print its own words between curly marks and a statement between straight ones; a paragraph does not.
    """
    curly = text.replace("„", "“").replace("«", "“").replace("»", "”")
    ranges = [match.span() for match in _CURLY.finditer(curly)]
    # Before folding, which makes backquotes single marks.
    straight = fold_typography(text.replace("``", '" ').replace("''", ' "'))
    for start, end in split_paragraphs(straight):
        if "“" not in curly[start:end]:
            ranges += [match.span() for match in _STRAIGHT.finditer(straight, start, end)]
    return tuple(sorted(ranges))
