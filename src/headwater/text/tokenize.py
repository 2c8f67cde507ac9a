"""Words and marks of a text with their offsets. Imports: the standard library only."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A number keeps its inner separators ("1,500", "6.1"), a word its inner apostrophes and hyphens ("Iran's", "co-op"),
# initials their points ("U.S."); anything else that is not white space stands alone. Each alternative starts with
# a disjoint class or is bounded, so matching is linear.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:['’\-‐‑][^\W_]+)*"
    r"|\w"
    r"|[^\w\s]"
)


class Token(NamedTuple):
    """One word, number or mark: half-open offsets into the text and the words themselves."""

    start: int
    end: int
    text: str


def iter_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of text[start:end] in order; offsets count code points of the whole text."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(match.start(), match.end(), match.group())


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of text[start:end]; see iter_tokens."""
    return tuple(iter_tokens(text, start, end))


def is_word(token: Token) -> bool:
    """Tell whether a token holds a letter or a digit."""
    return token.text[0].isalnum()
