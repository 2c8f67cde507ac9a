"""A text as parallel lists of words, marks and line breaks, so that grammars walk it by index in one pass.

Offsets are half-open code points of Document.text. A number keeps its inner separators ("1,500", "6.1", "10:30"), a
word its inner apostrophes; hyphens, signs and line breaks stand alone. Imports: text and records only.
"""

import re
from dataclasses import dataclass

from headwater.text import fold_case

# Disjoint first characters, no nesting: matching is linear. No number of news has more than ten groups of digits.
_WORD = re.compile(r"\d+(?:[.,:]\d+){0,9}|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_|\n")
# Empty words behind the last one (and, by negative index, before the first) spare every look-around a bounds check.
_PADDING = 12
_OPENERS = frozenset(("", "\n", ".", "!", "?", ":", ";", '"', "(", "[", "•", "|"))
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one text.

    Attributes:
        text: The text as it stands.
        low: Each word lower-cased and folded, followed by empty padding.
        starts, ends: Offsets of each word; the padding stands at the end of the text.
        count: Number of words without the padding.
    """

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]
    count: int

    def glued(self, index: int) -> bool:
        """Tell whether a word touches the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with an upper-case letter."""
        return 0 <= index < self.count and self.text[self.starts[index]].isupper()

    def opens(self, index: int) -> bool:
        """Tell whether a word opens a sentence, a line or a quotation."""
        before = self.low[index - 1] if index > 0 else ""
        return before in _OPENERS or (before in _DASHES and not self.glued(index))

    def in_headline(self, index: int) -> bool:
        """Tell whether the longer words around a word are all capitalised, as in a headline."""
        around = [
            self.text[self.starts[k]].isupper()
            for k in range(max(0, index - 5), min(self.count, index + 6))
            if len(self.low[k]) > 3 and self.low[k][0].isalpha()
        ]
        return len(around) > 2 and all(around)

    def phrase(self, start: int, stop: int) -> str:
        """Return the folded words [start, stop) joined by single blanks."""
        return " ".join(self.low[start:stop])


def split_words(text: str) -> Words:
    """Return the words of a text; one pass, linear in its length."""
    folded = fold_case(text)
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # No match object outlives its turn: a million of them held would set the garbage collector to work.
    for match in _WORD.finditer(folded):
        start, end = match.span()
        low.append(folded[start:end])
        starts.append(start)
        ends.append(end)
    count = len(low)
    low.extend([""] * _PADDING)
    starts.extend([len(text)] * _PADDING)
    ends.extend([len(text)] * _PADDING)
    return Words(text=text, low=low, starts=starts, ends=ends, count=count)
