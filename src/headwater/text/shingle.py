"""Words of many texts as arrays of hashes and offsets, and runs of words (shingles) as single numbers.

Words are runs of letters and digits, lower-cased, with accents removed where Unicode composes them, so "he said,
“6.1-magnitude”" and `he said , "6. 1 - magnitude` give the same five words. Ideographs and kana are words one by one.
Offsets count code points. Everything here is arithmetic on arrays: about 10 ns a character. A hash never depends on
the process, the machine or the order of texts. Imports: the standard library and numpy only.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
ShortHashes = NDArray[np.uint32]
Offsets = NDArray[np.int32]

# Any odd multiplier has an inverse modulo 2**64; this one is Knuth's (MMIX).
_MULTIPLIER = 6364136223846793005
_MASK = (1 << 64) - 1
_PLANE = 0x10000
_WORD, _ALONE, _UPPER = np.uint32(1), np.uint32(2), np.uint32(4)
_FLAG_BITS = np.uint32(3)
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of one text, n of them.

    Attributes:
        hashes: uint64 (n,): equal for equal words whatever their case, accents or place.
        starts, ends: int32 (n,): half-open offsets into the text.
        capital: bool (n,): whether the word begins with an upper-case letter.
    """

    hashes: Hashes
    starts: Offsets
    ends: Offsets
    capital: NDArray[np.bool_]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.hashes)


def hash_words(text: str) -> Words:
    """Return the words of a text; characters outside the basic plane part words.

    Args:
        text: Any string, lone surrogates included.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    entries = _table().take(codes, mode="clip")
    word = entries & _WORD
    # A boundary stands wherever the class changes, and on both sides of a character that is a word by itself.
    alone = (entries & _ALONE) != 0
    starts_here, ends_here = word.astype(bool), word.astype(bool)
    if len(codes) > 1:
        starts_here[1:] &= (word[:-1] == 0) | alone[1:] | alone[:-1]
        ends_here[:-1] &= (word[1:] == 0) | alone[1:] | alone[:-1]
    starts = np.flatnonzero(starts_here).astype(np.int32)
    ends = (np.flatnonzero(ends_here) + 1).astype(np.int32)
    hashes = _hash_ranges(entries >> _FLAG_BITS, starts, ends)
    return Words(hashes=hashes, starts=starts, ends=ends, capital=(entries[starts] & _UPPER) != 0)


def shorten(hashes: Hashes) -> ShortHashes:
    """Return the first 32 bits of each hash: half the memory, and one chance in 4 thousand million of confusion."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


def shingle(hashes: Hashes | ShortHashes, size: int) -> Hashes:
    """Return one hash for each run of `size` consecutive words.

    Args:
        hashes: uint64 or uint32 (n,), as in Words or shortened; the two give different runs.
        size: Words in a run, at least 1.

    Returns:
        uint64 (max(0, n - size + 1),): entry i stands for words i to i + size - 1.
    """
    count = len(hashes) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    total = hashes[:count].astype(np.uint64)
    for offset in range(1, size):
        total *= np.uint64(_MULTIPLIER)
        total += hashes[offset : offset + count]
    return mix(total)


def mix(values: Hashes) -> Hashes:
    """Return the values with every input bit spread over all output bits (the finaliser of splitmix64)."""
    mixed = values ^ (values >> np.uint64(30))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _hash_ranges(values: NDArray[np.uint32], starts: Offsets, ends: Offsets) -> Hashes:
    """Hash every range as a polynomial in its characters, read off one running sum.

    With S(k) the sum of v[i] * m**i for i < k, the range [a, b) hashes to (S(b) - S(a)) * m**-a: the same wherever
    it stands. The running sum is restarted every _CHUNK characters, so the tables of powers stay small.
    """
    hashes = np.empty(len(starts), np.uint64)
    powers, inverses = _powers(min(len(values), 2 * _CHUNK) + 1)
    done = 0
    while done < len(starts):
        origin = int(starts[done])
        last = max(done + 1, int(np.searchsorted(ends, origin + _CHUNK, side="right")))
        stop = int(ends[last - 1])
        if stop - origin >= len(powers):
            # One word longer than a chunk: text without spaces. It takes part as its first characters.
            stop = origin + len(powers) - 1
        sums = np.empty(stop - origin + 1, np.uint64)
        sums[0] = 0
        np.cumsum(values[origin:stop] * powers[: stop - origin], out=sums[1:])
        begin = starts[done:last] - origin
        finish = np.minimum(ends[done:last] - origin, stop - origin)
        hashes[done:last] = (sums[finish] - sums[begin]) * inverses[begin]
        done = last
    return mix(hashes)


@lru_cache(maxsize=16)
def _powers_of(length: int) -> tuple[Hashes, Hashes]:
    inverse = pow(_MULTIPLIER, -1, 1 << 64)
    tables = []
    for factor in (_MULTIPLIER, inverse):
        table = np.ones(length, np.uint64)
        table[1:] = np.uint64(factor & _MASK)
        tables.append(np.multiply.accumulate(table))
    return tables[0], tables[1]


def _powers(length: int) -> tuple[Hashes, Hashes]:
    """Return m**i and m**-i for i < length, from tables made for the next power of two."""
    return _powers_of(1 << max(12, (length - 1).bit_length()))


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint32]:
    """For every character of the basic plane: what it is hashed as, then three bits that say how it forms words."""
    table = np.zeros(_PLANE, np.uint32)
    for code in range(_PLANE - 1):
        char = chr(code)
        if not char.isalnum():
            continue
        low = char.lower()
        plain = unicodedata.normalize("NFD", low)[0] if 0xC0 <= code < 0x0250 else low[0]
        flags = _WORD | (_UPPER if char.isupper() else np.uint32(0))
        if 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF:
            flags |= _ALONE
        table[code] = (ord(plain) << 3) | int(flags)
    return table
