"""From the network's numbers to relations: candidate cues, constrained label paths, one owner for every word.

What annotators mark decides the constraints: a relation has exactly one cue and at most one source, each one run of
words, and no two relations share a word of their contents (9 of 19,834 do). Indices count the pieces of one window,
special tokens left out. Imports: the standard library and numpy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Run = tuple[int, int]

NONE, SOURCE, CUE, CONTENT = range(4)
B_CUE, I_CUE = 3, 4
REACH = 40  # distances beyond this many buckets look alike to the linker

# Chosen on PolNeAR's dev part by relation F1: floors between 0.05 and 0.2 differ by 0.1 and the highest costs least
# time; with half-trained weights a switch cost of 1.5 lost 0.7 against 0.3 to 0.6, and a silent tagger 0.4.
CANDIDATE_FLOOR = 0.2
RUN_SHARE = 0.5
SWITCH_COST = 0.5
TAG_WEIGHT = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the network says about one window of n pieces with N candidate cues.

    Attributes:
        tags: Tag probabilities (n, 7).
        runs: The candidate cues, as runs of the window's pieces.
        roles: Role probabilities (N, n, 4).
        judge: Logits that a candidate makes a relation, (N,).
    """

    tags: Floats
    runs: list[Run]
    roles: Floats
    judge: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One relation of a window in pieces, with what speaks for it.

    Attributes:
        source: Run of pieces, None when there is no source.
        cue: Run of pieces.
        content: Runs of pieces in order.
        evidence: The calibration's inputs, in the order of EVIDENCE.
    """

    source: Run | None
    cue: Run
    content: tuple[Run, ...]
    evidence: tuple[float, ...]


EVIDENCE = ("judge", "tagger", "source", "cue", "content", "no_source")


def softmax(logits: Floats) -> Floats:
    """Softmax along the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def first_pieces(continues: Flags) -> Ints:
    """Return for each of n pieces the index of its word's first piece."""
    at = np.arange(len(continues))
    return np.maximum.accumulate(np.where(continues, 0, at))


def cue_candidates(tags: Floats, continues: Flags) -> list[Run]:
    """Find the runs of words that may be cues.

    Args:
        tags: Tag probabilities of the window's n pieces, (n, 7).
        continues: Whether a piece goes on with the word before it, (n,).

    Returns:
        Runs in order that do not overlap; around each peak, the words at least RUN_SHARE as likely.
    """
    if not len(tags):
        return []
    first = first_pieces(continues)
    begins_cue = tags[first, B_CUE]
    likely = begins_cue + tags[first, I_CUE]
    runs: list[Run] = []
    for begin, end in _runs(likely > CANDIDATE_FLOOR):
        kept = likely[begin:end] >= RUN_SHARE * likely[begin:end].max()
        for low, high in _runs(kept):
            start = begin + low
            for index in range(start + 1, begin + high):
                if begins_cue[index] > 0.5 and first[index] == index:
                    runs.append((start, index))
                    start = index
            runs.append((start, begin + high))
    return runs


def distance_buckets(length: int, runs: list[Run]) -> Ints:
    """Bucket each piece's signed distance to each run: exact to 8 pieces, then logarithmic.

    Args:
        length: Pieces n in the window.
        runs: N candidate cues.

    Returns:
        Buckets 0 .. 2 * REACH, shape (N, n); REACH is the cue itself.
    """
    at = np.arange(length)[None, :]
    begins = np.array([run[0] for run in runs], dtype=np.int64)[:, None]
    ends = np.array([run[1] for run in runs], dtype=np.int64)[:, None]
    signed = np.maximum(at - ends + 1, 0) - np.maximum(begins - at, 0)
    buckets: Ints = REACH + _BUCKETS[np.minimum(np.abs(signed), len(_BUCKETS) - 1)] * np.sign(signed)
    return buckets


def _bucket_table(size: int) -> Ints:
    distance = np.arange(size)
    # float32 as in training, so that both sides round a power of two the same way.
    slow = 8 + np.floor(np.log2(np.maximum(distance, 8).astype(np.float32) / np.float32(8.0)) * np.float32(6.0))
    return np.minimum(np.where(distance <= 8, distance, slow.astype(np.int64)), REACH)


_BUCKETS = _bucket_table(512)


def best_paths(windows: Sequence[tuple[Floats, Flags]], *, switch_cost: float = SWITCH_COST) -> list[Ints]:
    """Label each piece so that the sum of log probabilities less the cost of every change of label is greatest.

    Windows are worked out together, which takes little longer than one, and do not change each other's answers.

    Args:
        windows: Of each the log probabilities (N, n, K) of N candidates, and which pieces go on with a word and take
            its label, (n,); n > 0.
        switch_cost: Cost of one change of label, in nats.

    Returns:
        Of each window the labels (N, n).
    """
    if not windows:
        return []
    starts = [np.flatnonzero(~continues) for _, continues in windows]
    words = [np.add.reduceat(logs, at, axis=1) for (logs, _), at in zip(windows, starts, strict=True)]
    longest = max(len(at) for at in starts)
    # Words beyond a window's end are all alike: the best path to its last word stays the best.
    padded = [np.pad(own, ((0, 0), (0, longest - own.shape[1]), (0, 0))) for own in words]
    labels = _word_paths(np.concatenate(padded), switch_cost)
    rows = np.cumsum([len(own) for own in words])[:-1]
    return [
        np.repeat(own[:, : len(at)], np.diff(at, append=len(continues)), axis=1)
        for own, at, (_, continues) in zip(np.split(labels, rows), starts, windows, strict=True)
    ]


def _word_paths(words: Floats, switch_cost: float) -> Ints:
    """Return the best labels (N, W) of W words, given (N, W, K)."""
    count, length, kinds = words.shape
    # bests[i, n, k]: value of the best path for candidate n that gives word i label k.
    bests = np.empty((length, count, kinds), dtype=np.float32)
    bests[0] = best = words[:, 0]
    for index in range(1, length):
        best = np.maximum(best, best.max(axis=1, keepdims=True) - switch_cost) + words[:, index]
        bests[index] = best
    leaders = bests.argmax(axis=2)
    stays = bests >= bests.max(axis=2, keepdims=True) - switch_cost
    rows = np.arange(count)
    labels = np.empty((count, length), dtype=np.int64)
    label = labels[:, -1] = leaders[-1]
    for index in range(length - 2, -1, -1):
        label = labels[:, index] = np.where(stays[index, rows, label], label, leaders[index])
    return labels


def draft_relations(answers: Sequence[tuple[Answer, Flags]]) -> list[list[Draft]]:
    """Turn the network's answers for windows into relations.

    Args:
        answers: Of each window the answer and which of its pieces go on with a word, (n,).

    Returns:
        Of each window at most one draft for each candidate, in order of their cues; a candidate without content is
        left out.
    """
    roles = [blend(answer.roles, answer.tags) if answer.runs else answer.roles for answer, _ in answers]
    asked = [k for k, (answer, _) in enumerate(answers) if answer.runs]
    paths = best_paths([(np.log(np.maximum(roles[k], 1e-7)), answers[k][1]) for k in asked])
    labels = dict(zip(asked, paths, strict=True))
    return [_drafts(answer, roles[k], labels[k]) if k in labels else [] for k, (answer, _) in enumerate(answers)]


def _drafts(answer: Answer, roles: Floats, labels: Ints) -> list[Draft]:
    tags, runs, judge = answer.tags, answer.runs, answer.judge
    _share_out_content(labels, roles, judge)
    likely = tags[:, B_CUE] + tags[:, I_CUE]
    drafts = []
    for row, run in enumerate(runs):
        probability = roles[row]
        source = _strongest(labels[row] == SOURCE, probability[:, SOURCE])
        cue = _strongest(labels[row] == CUE, probability[:, CUE]) or run
        content = tuple(_runs(labels[row] == CONTENT))
        if not content:
            continue
        evidence = (
            float(judge[row]),
            _logit(float(likely[run[0] : run[1]].max())),
            _logit(_agreement(probability[:, SOURCE], (source,) if source else ())),
            _logit(_agreement(probability[:, CUE], (cue,))),
            _logit(_agreement(probability[:, CONTENT], content)),
            float(source is None),
        )
        drafts.append(Draft(source=source, cue=cue, content=content, evidence=evidence))
    return drafts


def blend(roles: Floats, tags: Floats) -> Floats:
    """Give the tagger, which knows no cue but sees every relation at once, a voice in each candidate's roles.

    Args:
        roles: The linker's role probabilities, (N, n, 4).
        tags: The tagger's tag probabilities, (n, 7).

    Returns:
        Role probabilities (N, n, 4). A word that is another relation's content may still be nothing to this one, so
        the tagger speaks for and against roles only.
    """
    whole = tags[:, 1:].reshape(len(tags), 3, 2).sum(axis=2)
    blended = roles.copy()
    blended[:, :, SOURCE:] *= np.maximum(whole, 1e-4) ** TAG_WEIGHT
    return np.asarray(blended / blended.sum(axis=-1, keepdims=True), dtype=np.float32)


def _share_out_content(labels: Ints, roles: Floats, judge: Floats) -> None:
    """Leave each word of content to the candidate that claims it most strongly; changes `labels`."""
    if len(labels) < 2:
        return
    strength = 1.0 / (1.0 + np.exp(-np.maximum(judge, -30.0)))
    claim = np.where(labels == CONTENT, roles[:, :, CONTENT] * strength[:, None], 0.0)
    lost = (labels == CONTENT) & (claim < claim.max(axis=0)[None, :])
    labels[lost] = NONE


def _strongest(chosen: Flags, probability: Floats) -> Run | None:
    """Return the run with the greatest sum of probability, None when nothing is chosen."""
    runs = _runs(chosen)
    if not runs:
        return None
    return max(runs, key=lambda run: float(probability[run[0] : run[1]].sum()))


def _agreement(probability: Floats, runs: tuple[Run, ...]) -> float:
    """Expected overlap of the chosen runs with what should be chosen, between 0 and 1.

    For no runs it is the chance that there is indeed nothing to choose.
    """
    if not runs:
        return float(1.0 - probability.max(initial=0.0))
    inside = sum(float(probability[begin:end].sum()) for begin, end in runs)
    return inside / max(float(probability.sum()), float(sum(end - begin for begin, end in runs)))


def _logit(value: float) -> float:
    value = min(max(value, 0.001), 0.999)
    return float(np.log(value / (1.0 - value)))


def _runs(chosen: Flags) -> list[Run]:
    """Return the half-open runs of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(np.int8), [0]))))
    return [(int(begin), int(end)) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
