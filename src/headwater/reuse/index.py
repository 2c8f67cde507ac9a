"""Candidate pairs of documents, and each outlet's boilerplate, from one sorted array of all runs of five words.

A run is packed into one number, its hash in front and its place behind, so that sorting brings equal runs together
and keeps the documents' order. Equal runs are then judged by the words around them, all pairs at once, and only
document pairs with a convincing place are aligned. An article of 850
words costs about 0.4 ms, a word 20 bytes of memory.
Imports: the standard library, numpy, headwater.text, config and this room only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from headwater.config import ReuseConfig
from headwater.reuse.glance import Glance
from headwater.reuse.matters import KinshipMeter, group_by_matter
from headwater.reuse.rarity import BITS_SCALE
from headwater.reuse.surprise import surprises
from headwater.text import ShortHashes, shingle

Places = NDArray[np.int64]

_CHUNK = 1 << 16
# Small enough for the words around to stay in the processor's cache.
_PAIR_CHUNK = 1 << 14
# How far around a shared run equal words are looked for, and how far a changed word may shift what follows it.
_LOOK_BACK, _LOOK_ON = 6, 6
_SHIFTS = (0, 1, -1)
# Whoever shares this many words around a run copied, however often others did too.
_LONG_WORDS = 15
# The alignment sees more than the window does; the index lets a little less pass.
_CONFIRM_SHARE = 0.95
_LIKELY_SHARE = 0.8
# Documents about one matter that quote one statement share this many runs: twelve words. Phrases are shorter.
_MUCH = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Corpus:
    """The words of all documents, end to end.

    Attributes:
        hashes: uint32 (w,), shortened.
        bits: uint8 (w,): rarity, in eighths of a bit.
        documents: int32 (w,): number of the document of each word.
        begins: int64 (n + 1,): where each document's words begin.
        outlets: int32 (n,): number of each document's outlet; -1 when unknown.
    """

    hashes: ShortHashes
    bits: NDArray[np.uint8]
    documents: NDArray[np.int32]
    begins: Places
    outlets: NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """What the index found.

    Attributes:
        run_words: Words in a run.
        pairs: Document numbers to align, the smaller first, ascending.
        boilerplate: bool (w,): words that stand in several documents of their outlet.
        repeats: int64 (m, 2): places where an outlet's boilerplate begins, in its first document and in another.
        surprising: uint8 (w,): how surprising words are after those before them; None for documents about one matter.
    """

    run_words: int
    pairs: tuple[tuple[int, int], ...]
    boilerplate: NDArray[np.bool_]
    repeats: Places
    surprising: NDArray[np.uint8] | None


def make_corpus(hashes: ShortHashes, bits: NDArray[np.uint8], begins: Sequence[int], outlets: Sequence[int]) -> Corpus:
    """Return the documents end to end.

    Args:
        hashes: Word hashes of all documents.
        bits: Rarity of each word, scaled.
        begins: Where each document's words begin, and the number of all words.
        outlets: Number of each document's outlet, -1 when unknown.
    """
    places = np.asarray(begins, np.int64)
    return Corpus(
        hashes=hashes,
        bits=bits,
        documents=np.repeat(np.arange(len(outlets), dtype=np.int32), np.diff(places)),
        begins=places,
        outlets=np.asarray(outlets, np.int32),
    )


def find_candidates(
    corpus: Corpus,
    config: ReuseConfig,
    *,
    least_bits: float,
    least_words: int,
    alone: NDArray[np.uint8] | None = None,
) -> Candidates:
    """Return the document pairs that share a convincing run of words, and the boilerplate of outlets.

    Args:
        corpus: All documents.
        config: Length and rarity of runs; how many neighbours.
        least_bits: What a shared run and the equal words around it must be worth.
        least_words: How many they must be.
        alone: uint8 (w,): rarity of each word whatever stands around it. When given, the documents are about many
            matters, and what two of them share must also be surprising word after word, or long.
    """
    runs, places = _repeated_runs(corpus, config)
    boilerplate = np.zeros(len(corpus.hashes), np.bool_)
    marked, firsts = _boilerplate_runs(corpus, runs, places, config)
    for offset in range(config.seed_words):
        boilerplate[places[marked] + offset] = True
    repeats = np.stack([firsts, places], axis=1)[marked & (firsts != places)]
    look = _Look(glance=Glance(corpus.hashes), size=config.seed_words, least_words=least_words, gap_bits=0.0)
    found = []
    for p, q in _paired(runs, places, config.band):
        near, far = _worth_a_look(corpus, boilerplate, p, q)
        found.append(look.confirm_all(corpus, corpus.bits, near, far, least_bits))
    p, q, bits = (np.concatenate(column) for column in zip(*found, strict=True))
    surprising = None
    if alone is not None:
        surprising, p, q, bits = _surprising_places(corpus, config, alone, p, q, look)
    kept_pairs = _strongest(corpus, p, q, bits, config.partners)
    return Candidates(
        run_words=config.seed_words,
        pairs=kept_pairs,
        boilerplate=boilerplate,
        repeats=repeats,
        surprising=surprising,
    )


def _surprising_places(
    corpus: Corpus, config: ReuseConfig, alone: NDArray[np.uint8], left: Places, right: Places, look: "_Look"
) -> tuple[NDArray[np.uint8], Places, Places, Places]:
    """Return how surprising the words in question are, and the pairs of places that chance hardly explains.

    Args:
        corpus: All documents, of many matters.
        config: What strangers must share.
        alone: uint8 (w,): rarity of each word whatever stands around it.
        left: Places that hold a run.
        right: Places that hold the same run.
        look: How the words around are looked at.
    """
    in_question = np.zeros(len(corpus.hashes), np.bool_)
    for offset in range(-_LOOK_BACK - 2, config.seed_words + _LOOK_ON + 2):
        in_question[np.clip(left + offset, 0, max(0, len(in_question) - 1))] = True
    kinship = KinshipMeter(corpus.hashes, lambda part: corpus.bits[part] / BITS_SCALE, corpus.begins)
    pairs, place = _pairs_of(corpus, left, right)
    pairs = pairs[np.bincount(place, minlength=len(pairs)) >= _MUCH]
    groups = group_by_matter(len(corpus.begins) - 1, pairs, kinship.of(pairs), least=config.kinship)
    surprising = surprises(
        corpus.hashes, corpus.documents, alone, np.flatnonzero(in_question), groups=groups, scale=BITS_SCALE
    )
    look = replace(look, gap_bits=config.stranger_gap_bits)
    p, q, bits = look.confirm_all(corpus, surprising, left, right, config.stranger_bits)
    # Reading and aligning two documents costs a thousand times as much as looking at their kinship.
    reached, place = _pairs_of(corpus, p, q)
    kin = kinship.of(reached)
    demand = config.stranger_bits + config.stranger_kin_bits * np.maximum(0.0, kin - config.stranger_kinship)
    best = np.zeros(len(reached), np.int64)
    np.maximum.at(best, place, bits)
    kept = ((kin >= config.kinship) | (best >= _LIKELY_SHARE * BITS_SCALE * demand))[place]
    return surprising, p[kept], q[kept], bits[kept]


def _pairs_of(corpus: Corpus, left: Places, right: Places) -> tuple[Places, Places]:
    """Return the distinct pairs of documents that hold some places, ascending, and for each place which pair it is."""
    count = len(corpus.begins) - 1
    keys, place = np.unique(
        corpus.documents[left].astype(np.int64) * count + corpus.documents[right], return_inverse=True
    )
    return np.stack([keys // max(1, count), keys % max(1, count)], axis=1), place


def _strongest(
    corpus: Corpus, left: Places, right: Places, worth: Places, partners: int
) -> tuple[tuple[int, int], ...]:
    """Keep the pairs that are among the strongest `partners` of either document, so that cost stays linear."""
    count = len(corpus.begins) - 1
    pairs, place = np.unique(
        corpus.documents[left].astype(np.int64) * count + corpus.documents[right], return_inverse=True
    )
    total = np.bincount(place, weights=worth, minlength=len(pairs)).astype(np.int64)
    kept = np.zeros(len(pairs), bool)
    for document in (pairs // max(1, count), pairs % max(1, count)):
        order = np.lexsort((pairs, -total, document))
        ordered = document[order]
        opens = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else order
        rank = np.arange(len(ordered)) - np.repeat(opens, np.diff(np.append(opens, len(ordered))))
        kept[order[rank < partners]] = True
    return tuple((key // count, key % count) for key in pairs[kept].tolist())


def _repeated_runs(corpus: Corpus, config: ReuseConfig) -> tuple[Places, Places]:
    """Return, for every run that stands at two places or more: its number, and its places in ascending order."""
    size, total = config.seed_words, len(corpus.hashes)
    place_bits = np.uint64(max(1, total.bit_length()))
    packed, filled = np.empty(total, np.uint64), 0
    sums_least = config.seed_bits * BITS_SCALE
    for at in range(0, total, _CHUNK):
        stop = min(total, at + _CHUNK + size - 1)
        grams = shingle(corpus.hashes[at:stop], size)
        sums = np.concatenate([[0], np.cumsum(corpus.bits[at:stop], dtype=np.int64)])
        kept = sums[size:] - sums[:-size] >= sums_least if len(grams) else np.empty(0, bool)
        kept &= corpus.documents[at : at + len(grams)] == corpus.documents[at + size - 1 : stop]
        where = np.flatnonzero(kept)
        packed[filled : filled + len(where)] = (grams[where] >> place_bits << place_bits) | (where + at).astype(
            np.uint64
        )
        filled += len(where)
    packed = packed[:filled]
    packed.sort()
    runs, places, number = [np.empty(0, np.int64)], [np.empty(0, np.int64)], 0
    at = 0
    while at < filled:
        stop = min(filled, at + _CHUNK)
        if stop < filled:  # end between two different runs
            stop = int(np.searchsorted(packed, (packed[stop] >> place_bits) << place_bits, side="left"))
            if stop <= at:
                stop = int(np.searchsorted(packed, ((packed[at] >> place_bits) + np.uint64(1)) << place_bits))
        part = packed[at:stop] >> place_bits
        same = part[1:] == part[:-1]
        kept = np.concatenate([[False], same]) | np.concatenate([same, [False]])
        opens = np.concatenate([[True], ~same])
        runs.append(np.cumsum(opens)[kept] + number)
        places.append((packed[at:stop][kept] & ((np.uint64(1) << place_bits) - np.uint64(1))).astype(np.int64))
        number += int(opens.sum())
        at = stop
    return np.concatenate(runs), np.concatenate(places)


def _boilerplate_runs(
    corpus: Corpus, runs: Places, places: Places, config: ReuseConfig
) -> tuple[NDArray[np.bool_], Places]:
    """Tell which places are an outlet's boilerplate, and where each run first stands in that outlet."""
    documents = corpus.documents[places]
    outlets = corpus.outlets[documents].astype(np.int64)
    fresh = np.ones(len(places), bool)
    fresh[1:] = (documents[1:] != documents[:-1]) | (runs[1:] != runs[:-1])
    known = np.flatnonzero((outlets >= 0) & fresh)
    marked, firsts = np.zeros(len(places), bool), places.copy()
    if len(known):
        keys = runs[known] * (int(corpus.outlets.max()) + 1) + outlets[known]
        _, first, inverse, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
        marked[known] = counts[inverse] >= config.boilerplate_copies
        firsts[known] = places[known[first[inverse]]]
    return marked, firsts


def _paired(runs: Places, places: Places, band: int) -> Iterator[tuple[Places, Places]]:
    """Yield pairs of places of one run: each with its next `band` occurrences, and each with the first."""
    for step in range(1, band + 1):
        same = np.flatnonzero(runs[step:] == runs[:-step])
        yield places[same], places[same + step]
    opens = np.flatnonzero(np.concatenate([[True], runs[1:] != runs[:-1]])) if len(runs) else runs
    first = np.repeat(opens, np.diff(np.append(opens, len(runs))))
    far = np.flatnonzero(np.arange(len(runs)) - first > band)
    yield places[first[far]], places[far]


def _worth_a_look(corpus: Corpus, boilerplate: NDArray[np.bool_], left: Places, right: Places) -> tuple[Places, Places]:
    """Leave out pairs within a document and within an outlet's boilerplate; the index reports that on its own."""
    ours, theirs = corpus.documents[left], corpus.documents[right]
    outlets = corpus.outlets[ours]
    own = (outlets >= 0) & (outlets == corpus.outlets[theirs]) & boilerplate[left] & boilerplate[right]
    kept = (ours != theirs) & ~own
    return left[kept], right[kept]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A look at the words around two places that hold the same run.

    Attributes:
        glance: All words at a glance.
        size: Words in a run.
        least_words: Equal words that must be seen.
        gap_bits: What it costs when the equal words do not follow the run at once.
    """

    glance: Glance
    size: int
    least_words: int
    gap_bits: float

    def confirm_all(
        self, corpus: Corpus, weights: NDArray[np.uint8], left: Places, right: Places, least_bits: float
    ) -> tuple[Places, Places, Places]:
        """Look at any number of pairs of places, a few at a time; see confirm."""
        kept = []
        for at in range(0, max(1, len(left)), _PAIR_CHUNK):
            p, q = left[at : at + _PAIR_CHUNK], right[at : at + _PAIR_CHUNK]
            seen = self.glance.most(p, q, first=-_LOOK_BACK, words=_LOOK_BACK)
            seen += self.glance.most(p, q, first=self.size, words=_LOOK_ON)
            near = np.flatnonzero(seen >= self.least_words - self.size)
            kept.append(self.confirm(corpus, weights, p[near], q[near], least_bits))
        columns = [np.concatenate(column) for column in zip(*kept, strict=True)]
        return columns[0], columns[1], columns[2]

    def confirm(
        self, corpus: Corpus, weights: NDArray[np.uint8], left: Places, right: Places, least_bits: float
    ) -> tuple[Places, Places, Places]:
        """Keep the pairs of places where the words around agree too, and return what these words are worth.

        A word may have been changed, put in or left out on either side of the run: what follows is compared as it
        stands and shifted by one, and the best counts.
        """
        if not len(left):
            return left, right, left
        last = len(corpus.hashes) - 1
        before, run, after = _LOOK_BACK, slice(_LOOK_BACK, _LOOK_BACK + self.size), self.size + _LOOK_ON
        here = np.clip(left[:, None] + np.arange(-before, after), 0, last)
        there = np.clip(right[:, None] + np.arange(-before - 1, after + 1), 0, last)
        ours, theirs, weight = corpus.hashes[here], corpus.hashes[there], weights[here].astype(np.int16)
        inside = corpus.documents[here] == corpus.documents[left][:, None]
        width = before + after
        words, bits = np.full(len(left), self.size), weight[:, run].sum(axis=1)
        # Packed hashes are cut short; two different runs may share one.
        sure = (ours[:, run] == theirs[:, 1 : width + 1][:, run]).all(axis=1)
        for side in (slice(before - 1, None, -1), slice(before + self.size, width)):
            best_words, best_bits = np.zeros(len(left), np.int64), np.zeros(len(left), np.int64)
            for shift in _SHIFTS:
                same = (ours == theirs[:, 1 + shift : width + 1 + shift])[:, side] & inside[:, side]
                if self.gap_bits and not shift:
                    unbroken = np.logical_and.accumulate(same, axis=1)
                    best_words, best_bits = unbroken.sum(axis=1), (unbroken * weight[:, side]).sum(axis=1)
                seen, value = same.sum(axis=1), (same * weight[:, side]).sum(axis=1) - self.gap_bits * BITS_SCALE
                better = value > best_bits
                best_words, best_bits = np.where(better, seen, best_words), np.where(better, value, best_bits)
            words, bits = words + best_words, bits + best_bits
        enough = (bits >= least_bits * _CONFIRM_SHARE * BITS_SCALE) | (words >= _LONG_WORDS)
        kept = sure & (words >= self.least_words) & enough
        return left[kept], right[kept], bits[kept].astype(np.int64)
