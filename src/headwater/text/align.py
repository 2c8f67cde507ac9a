"""Local alignment of two word sequences: seed, chain, extend.

Runs of equal words are found by their hashes, chained where only a few words lie between them, and extended over
single changed words at the ends. A word weighs its rarity in bits, so that a rare word carries an alignment further
than a common one. Units: words and bits. Imports: the standard library, numpy and this room only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingle import shingle

Block = tuple[int, int, int]
"""A run of equal words: where it begins on the left, where on the right, how many words."""

_SEED_WORDS = 4
# A run of words that stands more often than this on one side is a refrain; its first places are enough.
_MAX_REPEATS = 4
_MAX_RUNS = 600
_MAX_GAP = 10
# What it costs, in bits, to step over words: one changed word is cheap, a whole clause is not.
_FIRST_GAP_WORD, _NEXT_GAP_WORD = 1.0, 4.0
# Beyond an end, chance agreement is likely: stepping over words must be paid for by what follows.
_END_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (2, 0), (0, 2))
_END_COST = (0.0, 7.0, 13.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two stretches of words that correspond.

    Attributes:
        blocks: Runs of equal words, ascending on both sides, never touching on both sides at once.
        bits: Rarity of all equal words, less the cost of the gaps between blocks.
        words: Number of equal words.
    """

    blocks: tuple[Block, ...]
    bits: float
    words: int

    @property
    def left(self) -> tuple[int, int]:
        """Half-open range of words on the left."""
        return self.blocks[0][0], self.blocks[-1][0] + self.blocks[-1][2]

    @property
    def right(self) -> tuple[int, int]:
        """Half-open range of words on the right."""
        return self.blocks[0][1], self.blocks[-1][1] + self.blocks[-1][2]


def align_words(
    left: NDArray[np.uint64], right: NDArray[np.uint64], bits: NDArray[np.float64], *, least_bits: float
) -> tuple[Alignment, ...]:
    """Return the stretches that two texts share, in order of the left text, not overlapping there.

    Args:
        left: Word hashes, m of them.
        right: Word hashes, n of them.
        bits: float64 (m,): rarity of each word on the left.
        least_bits: Alignments below this are left out.

    Returns:
        Alignments; the heaviest are chosen first where they compete for words of either side.
    """
    runs = _equal_runs(left, right)
    sums = np.concatenate([[0.0], np.cumsum(bits)])
    pair = _Pair(left, right, sums)
    alignments: list[Alignment] = []
    for chain in _chains(runs, sums.tolist(), least_bits):
        if not pair.is_free(chain):
            continue
        found = measure_blocks(pair.grow(chain), bits)
        if found.bits >= least_bits:
            pair.take(found)
            alignments.append(found)
    return tuple(sorted(alignments, key=lambda a: a.left))


def measure_blocks(blocks: Sequence[Block], bits: NDArray[np.float64]) -> Alignment:
    """Return the alignment of some blocks.

    Args:
        blocks: Ascending on both sides.
        bits: float64 (m,): rarity of each word on the left.
    """
    total = sum(float(bits[i : i + n].sum()) for i, _, n in blocks)
    total -= sum(_gap_cost(a, b) for a, b in pairwise(blocks))
    return Alignment(blocks=tuple(blocks), bits=total, words=sum(n for _, _, n in blocks))


def _gap_cost(before: Block, after: Block) -> float:
    gap = max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
    return _FIRST_GAP_WORD + _NEXT_GAP_WORD * (gap - 1) if gap > 0 else 0.0


def _equal_runs(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> list[Block]:
    """Return the maximal runs of at least _SEED_WORDS equal words, ordered by their place on the left."""
    ours, theirs = shingle(left, _SEED_WORDS), shingle(right, _SEED_WORDS)
    order = np.argsort(theirs, kind="stable")
    ordered = theirs[order]
    first = np.searchsorted(ordered, ours, side="left")
    count = np.minimum(np.searchsorted(ordered, ours, side="right") - first, _MAX_REPEATS)
    total = int(count.sum())
    if not total:
        return []
    here = np.repeat(np.arange(len(ours)), count)
    there = order[np.repeat(first - np.concatenate([[0], np.cumsum(count)[:-1]]), count) + np.arange(total)]
    by_diagonal = np.lexsort((here, there - here))
    here, there = here[by_diagonal], there[by_diagonal]
    opens = np.concatenate([[True], (np.diff(there - here) != 0) | (np.diff(here) != 1)])
    begins = np.flatnonzero(opens)
    lengths = np.diff(np.append(begins, total)) + _SEED_WORDS - 1
    runs = list(zip(here[begins].tolist(), there[begins].tolist(), lengths.tolist(), strict=True))
    # Two texts full of refrains would have more runs than a chain can look at; the longest tell.
    runs = sorted(runs, key=lambda run: (-run[2], run))[:_MAX_RUNS]
    return sorted(runs)


def _chains(runs: list[Block], sums: Sequence[float], least_bits: float) -> list[list[Block]]:
    """Return disjoint chains of runs, the heaviest first."""
    best = [sums[i + n] - sums[i] for i, _, n in runs]
    longest = max((n for _, _, n in runs), default=0)
    came: list[int | None] = [None] * len(runs)
    for k, run in enumerate(runs):
        alone = best[k]
        for m in range(k - 1, -1, -1):
            before = runs[m]
            if run[0] - before[0] > longest + _MAX_GAP:
                break
            cut = _overlap(before, run)
            if cut is None:
                continue
            trimmed = (before[0], before[1], before[2] - cut)
            score = best[m] - sums[before[0] + before[2]] - sums[before[0] + before[2] - cut]
            score += alone - _gap_cost(trimmed, run)
            if score > best[k]:
                best[k], came[k] = score, m
    chains, used = [], set()
    for k in sorted(range(len(runs)), key=lambda k: (-best[k], k)):
        if k in used or best[k] < least_bits / 2:
            continue
        chain: list[Block] = []
        at: int | None = k
        while at is not None and at not in used:
            used.add(at)
            run = runs[at]
            if chain:
                run = (run[0], run[1], run[2] - (_overlap(run, chain[-1]) or 0))
            chain.append(run)
            at = came[at]
        chains.append(chain[::-1])
    return chains


def _overlap(before: Block, after: Block) -> int | None:
    """Return how many words of `before` must go so that `after` can follow it; None when it cannot."""
    gap = min(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
    reach = max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
    cut = max(0, -gap)
    if after[0] <= before[0] or after[1] <= before[1] or cut >= before[2] or reach + cut > _MAX_GAP:
        return None
    return cut


class _Pair:
    """Two texts under alignment, and which of their words are spoken for."""

    def __init__(self, left: NDArray[np.uint64], right: NDArray[np.uint64], sums: NDArray[np.float64]) -> None:
        # Single items of a list are read five times faster than those of an array.
        self._left, self._right, self._sums = left.tolist(), right.tolist(), sums.tolist()
        self._free_left, self._free_right = bytearray(b"\x01" * len(left)), bytearray(b"\x01" * len(right))

    def is_free(self, blocks: Sequence[Block]) -> bool:
        """Tell whether no word between the ends of the blocks is spoken for, on either side."""
        first, last = blocks[0], blocks[-1]
        return 0 not in self._free_left[first[0] : last[0] + last[2]] and (
            0 not in self._free_right[first[1] : last[1] + last[2]]
        )

    def take(self, found: Alignment) -> None:
        """Mark the words of an alignment as spoken for."""
        for free, (begin, end) in ((self._free_left, found.left), (self._free_right, found.right)):
            free[begin:end] = bytes(end - begin)

    def grow(self, chain: Sequence[Block]) -> list[Block]:
        """Fill the gaps of a chain, then extend it on both sides over free words."""
        blocks = [chain[0]]
        for block in chain[1:]:
            i, j = blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]
            # The equal words that runs of _SEED_WORDS missed.
            for a, b, n in common_words(self._left[i : block[0]], self._right[j : block[1]]):
                _append(blocks, (i + a, j + b, n))
            _append(blocks, block)
        while (step := self._step(blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2], 1)) is not None:
            _append(blocks, step)
        while (step := self._step(blocks[0][0] - 1, blocks[0][1] - 1, -1)) is not None:
            head = [(step[0] - step[2] + 1, step[1] - step[2] + 1, step[2])]
            _append(head, blocks[0])
            blocks[:1] = head
        return blocks

    def _step(self, i: int, j: int, way: int) -> Block | None:
        """Return the best run of equal words going one way, over one or two changed words if what follows pays.

        Args:
            i: The next word outside the alignment on the left.
            j: The same on the right.
            way: 1 to go on, -1 to go back; the run's own places are where it is met first.
        """
        best, best_gain = None, 0.0
        for a, b in ((0, 0), *_END_STEPS):
            x, y, length = i + a * way, j + b * way, 0
            while self._are_equal(x + length * way, y + length * way):
                length += 1
            low, high = (x, x + length) if way > 0 else (x - length + 1, x + 1)
            gain = self._sums[high] - self._sums[low] - _END_COST[max(a, b)] if length else 0.0
            if gain > best_gain:
                best, best_gain = (x, y, length), gain
        return best

    def _are_equal(self, x: int, y: int) -> bool:
        return (
            0 <= x < len(self._left)
            and 0 <= y < len(self._right)
            and self._left[x] == self._right[y]
            and self._free_left[x] == 1
            and self._free_right[y] == 1
        )


def common_words(left: Sequence[int], right: Sequence[int]) -> list[Block]:
    """Return a longest common subsequence of two short sequences as runs; O(m n)."""
    m, n = len(left), len(right)
    table = [[0] * (n + 1) for _ in range(m + 1)]
    for i in range(m - 1, -1, -1):
        for j in range(n - 1, -1, -1):
            same = table[i + 1][j + 1] + 1 if left[i] == right[j] else 0
            table[i][j] = max(same, table[i + 1][j], table[i][j + 1])
    blocks: list[Block] = []
    i = j = 0
    while i < m and j < n:
        if left[i] == right[j] and table[i][j] == table[i + 1][j + 1] + 1:
            _append(blocks, (i, j, 1))
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return blocks


def _append(blocks: list[Block], block: Block) -> None:
    """Add a block, melting it with the last when they touch on both sides."""
    if blocks and blocks[-1][0] + blocks[-1][2] == block[0] and blocks[-1][1] + blocks[-1][2] == block[1]:
        i, j, n = blocks[-1]
        blocks[-1] = (i, j, n + block[2])
    else:
        blocks.append(block)
