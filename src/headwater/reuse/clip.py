"""Ends of a passage: chance words beyond a sentence's end are cut off.

Imports: the standard library, numpy, headwater.text and this room only.
"""

from headwater.reuse.page import Page
from headwater.text import Alignment, Block, measure_blocks

# "... of the Pacific Ocean. The" and "... of the Pacific Ocean. The quake": what follows the stop came by chance.
_MOST_WORDS = 2
_MOST_BITS = 15.0


def clip(alignment: Alignment, left: Page, right: Page) -> Alignment:
    """Return the alignment without a few light words that hang over the end of a sentence on either side."""
    blocks = list(alignment.blocks)
    cut = _overhang(blocks[-1], left, right, at_end=True)
    i, j, n = blocks[-1]
    blocks[-1] = (i, j, n - cut)
    cut = _overhang(blocks[0], left, right, at_end=False)
    i, j, n = blocks[0]
    blocks[0] = (i + cut, j + cut, n - cut)
    return measure_blocks(blocks, left.bits)


def _overhang(block: Block, left: Page, right: Page, *, at_end: bool) -> int:
    """Return how many words of the outer end of a block lie beyond a sentence's end."""
    i, j, n = block
    for count in range(1, min(_MOST_WORDS, n - 1) + 1):
        inner = n - count - 1 if at_end else count - 1
        if left.ends_sentence(i + inner) or right.ends_sentence(j + inner):
            words = slice(i + n - count, i + n) if at_end else slice(i, i + count)
            return count if float(left.bits[words].sum()) < _MOST_BITS else 0
    return 0
