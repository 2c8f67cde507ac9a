"""An outlet's boilerplate: what it prints under or between its articles, learnt from repetition and set aside.

Imports: the standard library, numpy, headwater.text, records and this room only.
"""

import numpy as np

from headwater.records import Reuse, content_id
from headwater.reuse.index import Candidates, Corpus
from headwater.reuse.page import Pages
from headwater.reuse.rarity import BITS_SCALE
from headwater.text import Alignment

_RULE = "outlet-boilerplate"
# A passage is boilerplate when this share of its words is.
_SHARE = 0.7


def find_boilerplate(
    corpus: Corpus, candidates: Candidates, pages: Pages, *, least_bits: float, least_words: int
) -> list[Reuse]:
    """Return each document's boilerplate, linked with the first document of the outlet that has it.

    Args:
        corpus: All documents.
        candidates: Which words are boilerplate, and where their runs stood first.
        pages: The documents by number.
        least_bits: Runs of less are left out.
        least_words: Runs of fewer are left out.
    """
    repeats = candidates.repeats
    if not len(repeats):
        return []
    first, place = repeats[:, 0], repeats[:, 1]
    order = np.lexsort((place, place - first))
    first, place = first[order], place[order]
    documents = corpus.documents
    opens = np.ones(len(place), bool)
    opens[1:] = (np.diff(place - first) != 0) | (np.diff(place) != 1)
    opens[1:] |= (documents[place[1:]] != documents[place[:-1]]) | (documents[first[1:]] != documents[first[:-1]])
    begins = np.flatnonzero(opens)
    lengths = np.diff(np.append(begins, len(place))) + candidates.run_words - 1
    records = []
    for p, q, n in zip(first[begins].tolist(), place[begins].tolist(), lengths.tolist(), strict=True):
        if n < least_words or int(corpus.bits[p : p + n].sum(dtype=np.int64)) < least_bits * BITS_SCALE:
            continue
        left, right = int(documents[p]), int(documents[q])
        begin, other = p - int(corpus.begins[left]), q - int(corpus.begins[right])
        one, two = pages[left].span(begin, begin + n), pages[right].span(other, other + n)
        records.append(
            Reuse(
                reuse_id=content_id("reuse", one.doc_id, one.start, one.end, two.doc_id, two.start, two.end),
                earlier=one,
                later=two,
                kind="verbatim",
                form="boilerplate",
                directed=False,
                direction_rule=None,
                edits=(),
                score=1.0,
                rule=_RULE,
            )
        )
    return records


def is_boilerplate(corpus: Corpus, candidates: Candidates, numbers: tuple[int, int], passage: Alignment) -> bool:
    """Tell whether a passage is boilerplate on both sides, or on either when both documents are of one outlet.

    Args:
        corpus: All documents.
        candidates: Which words are boilerplate.
        numbers: The two documents.
        passage: Its left side is in the first.
    """
    shares = []
    for number, (begin, end) in zip(numbers, (passage.left, passage.right), strict=True):
        origin = int(corpus.begins[number])
        shares.append(int(np.count_nonzero(candidates.boilerplate[origin + begin : origin + end])) / (end - begin))
    outlets = corpus.outlets[list(numbers)]
    one_outlet = bool(outlets[0] >= 0 and outlets[0] == outlets[1])
    return (max(shares) if one_outlet else min(shares)) >= _SHARE
