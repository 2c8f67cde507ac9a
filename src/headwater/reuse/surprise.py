"""How surprising a word is after the words before it; little, inside any phrase that others use too.

Rarity alone judges texts about one matter. Texts that have nothing else in common share phrases of the day
("investigation into Russian interference in the"), which are rare in English and yet say nothing about copying.
Imports: the standard library, numpy and headwater.text only.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.text import ShortHashes, shorten

Places = NDArray[np.int64]

# Small enough for a part's runs to stay in the processor's cache.
_CHUNK = 1 << 15
_ALONE_BITS = 22
_ALONE_SHIFT = np.uint32(32 - _ALONE_BITS)
_SIEVE_BITS = 24
_SIEVE_SHIFT = np.uint32(32 - _SIEVE_BITS)
# An odd multiplier spreads what is added over the higher bits, a second one what is shifted down again.
_MULTIPLIER, _FINISHER = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)
_HALF = np.uint32(15)
# Two occurrences are the very passage in question; one more may be a third copy, two more are a phrase.
_OWN, _TELLING = 2, 2
_LEAST_BITS, _MOST_BITS = 1.0, 31.0


def surprises(
    hashes: ShortHashes,
    documents: NDArray[np.int32],
    bits: NDArray[np.uint8],
    places: Places,
    *,
    groups: NDArray[np.int32],
    scale: float,
) -> NDArray[np.uint8]:
    """Return how surprising words are after the one and the two before them, at most as much as alone.

    Args:
        hashes: uint32 (w,): the words of all documents, end to end.
        documents: int32 (w,): number of the document of each word.
        bits: uint8 (w,): rarity of each word alone, in units of 1 / scale bits.
        places: int64 (n,): the words in question, ascending; the others keep their rarity.
        groups: int32 (d,): a number for each document, equal for documents about one matter. That several of those
            hold a run says no more than that one does: they quote one statement.
        scale: Units in a bit.
    """
    result = bits.copy()
    alone = np.bincount(hashes >> _ALONE_SHIFT, minlength=1 << _ALONE_BITS)
    ends = places[places >= 1]
    ends = ends[documents[ends - 1] == documents[ends]]
    # Pairs are wanted twice: as what is told by one word, and as what tells the third.
    wanted = np.zeros(len(hashes), np.bool_)
    wanted[ends] = wanted[ends - 1] = True
    both = np.flatnonzero(wanted)
    both = both[both >= 1]
    both = both[documents[both - 1] == documents[both]]
    pairs = _count(hashes, documents, groups, both - 1, 2)
    _lower(result, ends, pairs[np.searchsorted(both, ends)], alone[hashes[ends - 1] >> _ALONE_SHIFT], scale)
    ends = ends[ends >= 2]
    ends = ends[documents[ends - 2] == documents[ends]]
    triples = _count(hashes, documents, groups, ends - 2, 3)
    _lower(result, ends, triples, pairs[np.searchsorted(both, ends - 1)], scale)
    return result


def _lower(result: NDArray[np.uint8], ends: Places, runs: Places, before: Places, scale: float) -> None:
    """Lower the surprise of words to what their runs tell.

    Args:
        result: uint8 (w,): changed in place.
        ends: int64 (n,): last words of runs.
        runs: int64 (n,): how often each run stands in all documents.
        before: int64 (n,): how often each run stands there without its last word.
        scale: Units in a bit.
    """
    others = runs - _OWN
    told = np.log2(np.maximum(before - 1, 1) / np.maximum(others, 1))
    known = np.where(others >= _TELLING, np.clip(told, _LEAST_BITS, _MOST_BITS) * scale, 255.0).astype(np.uint8)
    result[ends] = np.minimum(result[ends], known)


def _count(
    hashes: ShortHashes, documents: NDArray[np.int32], groups: NDArray[np.int32], begins: Places, size: int
) -> Places:
    """Count in how many groups of documents the runs of `size` words that begin at some places stand.

    Only runs that pass a sieve of the wanted ones are sorted and counted: a fraction of all.
    """
    wanted, place = np.unique(_join([hashes[begins + offset] for offset in range(size)]), return_inverse=True)
    sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
    sieve[wanted >> _SIEVE_SHIFT] = True
    in_company = np.bincount(groups, minlength=len(groups))[groups] > 1
    passed, packed = [np.empty(0, np.uint32)], [np.empty(0, np.uint64)]
    for at in range(0, len(hashes) - size + 1, _CHUNK):
        end = min(len(hashes) - size + 1, at + _CHUNK)
        runs = _join([hashes[at + offset : end + offset] for offset in range(size)])
        kept = np.flatnonzero(sieve[runs >> _SIEVE_SHIFT])
        short, first = runs[kept], documents[at + kept]
        whole = first == documents[at + kept + size - 1]
        short, first = short[whole], first[whole]
        passed.append(short)
        # The run in front and its group behind; most documents of a large collection have a group to themselves.
        grouped = in_company[first]
        packed.append(short[grouped].astype(np.uint64) << np.uint64(32) | groups[first[grouped]].astype(np.uint64))
    found, pairs = np.concatenate(passed), np.concatenate(packed)
    del passed, packed
    found.sort()
    pairs.sort()
    again = shorten(pairs[1:][pairs[1:] == pairs[:-1]])
    return (_occurrences(found, wanted) - _occurrences(again, wanted))[place]


def _occurrences(ordered: ShortHashes, wanted: ShortHashes) -> Places:
    return np.searchsorted(ordered, wanted, side="right") - np.searchsorted(ordered, wanted, side="left")


def _join(words: Sequence[ShortHashes]) -> ShortHashes:
    """Return a short hash for each run, given all first words, all second words and so on: half of shingle()'s work."""
    total = words[0].copy()
    for following in words[1:]:
        total ^= total >> _HALF
        total *= _MULTIPLIER
        total += following
    total ^= total >> _HALF
    total *= _FINISHER
    total ^= total >> _HALF
    return total
