"""The door: documents into stories.

Imports: the standard library, numpy, headwater.text, records, config and this room only.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from headwater.config import StoryConfig
from headwater.records import Document, Judgement, Story, content_id, published_instant
from headwater.stories.features import Bag, Rarity, make_vectors, read_bag
from headwater.stories.linkage import Pair, link_groups
from headwater.stories.window import Edge, Window
from headwater.text import split_sentences

_DAY_SECONDS = 86_400.0
_CAPTION_CHARS = 2_000


def group_stories(
    documents: Sequence[Document], *, config: StoryConfig, judgements: Sequence[Judgement] = ()
) -> tuple[Story, ...]:
    """Group articles into stories: articles about one event, told within days of each other.

    A stream of many articles is read once, day by day, in a moving window. A handful of articles, or a batch about
    one matter, is what a reader chose to compare: there, dates do not part articles, and only texts that are clearly
    about something else make a story of their own.

    Args:
        documents: In any order; the order never changes the result. A doc_id that occurs twice counts once.
        config: Weights and thresholds.
        judgements: Decisions about pairs of doc_ids; "same" and "different" are obeyed, "same" first. Others are
            passed over.

    Returns:
        Stories ordered by their first publication, undated ones last; every document is in exactly one.
    """
    ordered = sorted({document.doc_id: document for document in documents}.values(), key=_reading_order)
    if not ordered:
        return ()
    bags = [read_bag(document, config) for document in ordered]
    edges, threshold = _handful_edges(bags, config)
    if not edges:
        edges, threshold = _stream_edges(ordered, bags, config), config.threshold
    numbers = {document.doc_id: number for number, document in enumerate(ordered)}
    groups = link_groups(
        len(ordered),
        edges,
        threshold=threshold,
        same=_judged("same", judgements, numbers),
        different=_judged("different", judgements, numbers),
    )
    stories = [_make_story([ordered[number] for number in group]) for group in groups]
    dated = {document.doc_id: document.published_at is not None for document in ordered}
    return tuple(sorted(stories, key=lambda s: (not dated[s.doc_ids[0]], numbers[s.doc_ids[0]])))


def _reading_order(document: Document) -> tuple[float, str]:
    """Undated articles first: they stand in every window, so they must be there before it moves."""
    moment = published_instant(document)
    return (moment.timestamp() / _DAY_SECONDS if moment else -np.inf, document.doc_id)


def _moments(documents: Sequence[Document]) -> NDArray[np.float64]:
    days = np.array([_reading_order(document)[0] for document in documents])
    return np.where(np.isinf(days), np.nan, days)


def _handful_edges(bags: Sequence[Bag], config: StoryConfig) -> tuple[list[Edge], float]:
    """Compare all pairs regardless of dates, when the articles are few or about one matter; no edges otherwise."""
    vectors = make_vectors(bags, Rarity(config.prior_articles), config.vector_words)
    if len(bags) > config.handful and coherence(vectors.buckets, vectors.weights) < config.one_matter:
        return [], 0.0
    everything = replace(
        config,
        threshold=config.handful_threshold,
        undated_factor=1.0,
        indexed_words=config.vector_words,
        max_candidates=config.handful_candidates,
        max_neighbours=config.handful_candidates,
    )
    edges = list(Window(everything).add(vectors, np.full(len(bags), np.nan)))
    return edges, config.handful_threshold


def coherence(buckets: NDArray[np.uint32], weights: NDArray[np.float32]) -> float:
    """Return the mean cosine of all pairs of n unit vectors, from the length of their sum; 1 for a single one."""
    count = len(buckets)
    if count < 2:
        return 1.0
    total = np.bincount(buckets.ravel(), weights=weights.ravel())
    alone = float(np.square(weights, dtype=np.float64).sum())
    return (float(total @ total) - alone) / (count * count - count)


def _stream_edges(documents: Sequence[Document], bags: Sequence[Bag], config: StoryConfig) -> list[Edge]:
    """Read day by day: count the day's words, weigh its articles, compare them with the window."""
    window, rarity = Window(config), Rarity(config.prior_articles)
    edges: list[Edge] = []
    moments = _moments(documents)
    days = np.where(np.isnan(moments), -np.inf, np.floor(moments))
    for _, places in groupby(range(len(documents)), key=lambda place: float(days[place])):
        day = list(places)
        held = [bags[place] for place in day]
        rarity.count(held)
        edges += window.add(make_vectors(held, rarity, config.vector_words), moments[day])
    return edges


def _judged(verdict: str, judgements: Sequence[Judgement], numbers: dict[str, int]) -> set[Pair]:
    """Return the pairs of article numbers that have a verdict; judgements about other records are passed over."""
    pairs = set()
    for judgement in judgements:
        left, right = numbers.get(judgement.left_id), numbers.get(judgement.right_id)
        if judgement.verdict == verdict and left is not None and right is not None and left != right:
            pairs.add((min(left, right), max(left, right)))
    return pairs


def _make_story(documents: Sequence[Document]) -> Story:
    """Order by publication, undated ones last; name the story after the earliest, so that it outlives additions."""
    ordered = sorted(documents, key=lambda d: (d.published_at is None, _reading_order(d)))
    dated = [document.published_at for document in ordered if document.published_at]
    first = ordered[0]
    return Story(
        story_id=content_id("story", first.doc_id),
        caption=_caption(first),
        doc_ids=tuple(document.doc_id for document in ordered),
        first_published_at=dated[0] if dated else None,
        last_published_at=dated[-1] if dated else None,
    )


def _caption(document: Document) -> str:
    if document.headline:
        return document.headline
    text = document.text[:_CAPTION_CHARS]
    start, end = next(iter(split_sentences(text)), (0, len(text)))
    return text[start:end]
