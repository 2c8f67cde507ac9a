"""The door: documents in, shared passages out. Imports: headwater.text, records, config and this room only."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

import numpy as np
from numpy.typing import NDArray

from headwater.config import ReuseConfig
from headwater.records import Document, Edit, Reuse, ReuseForm, ReuseKind, Span, content_id
from headwater.reuse.boilerplate import find_boilerplate, is_boilerplate
from headwater.reuse.clip import clip
from headwater.reuse.direction import find_direction
from headwater.reuse.edits import equal_share, find_edits
from headwater.reuse.forms import tell_form
from headwater.reuse.index import Candidates, Corpus, find_candidates, make_corpus
from headwater.reuse.page import Page, Pages, kinship
from headwater.reuse.rarity import BITS_SCALE, Rarity
from headwater.text import Alignment, align_words, hash_words, shorten

_RULE = "word-alignment"
# A collection of this many documents makes the full demands.
_COLLECTION = 1000
_SAMPLE = 100
# Few enough for their words to stay in the processor's cache.
_READ_TOGETHER, _WEIGH_TOGETHER = 12, 1 << 16
# Two articles of one outlet in a collection that share more than this are versions of one another.
_VERSION_SHARE = 0.3


def find_reuse(documents: Sequence[Document], *, config: ReuseConfig) -> tuple[Reuse, ...]:
    """Find the passages that documents share, word for word, edited or retold.

    Args:
        documents: In any order; the order never changes the result. A doc_id that occurs twice counts once.
        config: Thresholds.

    Returns:
        Shared passages ordered by place in the later document, then in the earlier. A passage that very many
        documents share is reported between neighbours by doc_id and with the first, not between all pairs.
    """
    ordered = sorted({document.doc_id: document for document in documents}.values(), key=lambda d: d.doc_id)
    corpus, rarity = _read(ordered, config)
    pages = Pages(ordered, rarity)
    together = len(ordered) <= config.handful or _are_kin(pages, len(ordered), config)
    least_bits, least_words = demands(len(ordered), config)
    candidates = find_candidates(
        corpus,
        config,
        least_bits=least_bits if together else config.glance_bits,
        least_words=least_words,
        alone=None if together else rarity.alone(corpus.hashes),
    )
    surprising = candidates.surprising
    found = find_boilerplate(corpus, candidates, pages, least_bits=least_bits, least_words=least_words)
    for left, right in candidates.pairs:
        one, other = pages[left], pages[right]
        kin = kinship(one, other)
        if surprising is not None and kin < config.kinship:
            told = surprising[corpus.begins[left] : corpus.begins[left + 1]]
            aligned = find_passages(one, other, config, least_bits=0.5 * config.stranger_bits, least_words=least_words)
            passages = tuple(passage for passage in aligned if _is_surprising(passage, told, kin, config))
        else:
            passages = find_passages(one, other, config, least_bits=least_bits, least_words=least_words)
        if surprising is not None and _is_standing_text(corpus, (left, right), (one, other), passages):
            found += describe(one, other, passages, ["boilerplate"] * len(passages), config)
            continue
        forms = [_form(corpus, candidates, (left, right), (one, other), passage, config) for passage in passages]
        found += describe(one, other, passages, forms, config)
    # What an outlet prints everywhere may be found again where two of its articles are compared; it is told once.
    by_id: dict[str, Reuse] = {}
    for record in found:
        by_id.setdefault(record.reuse_id, record)
    return tuple(sorted(by_id.values(), key=lambda r: (r.later, r.earlier, r.reuse_id)))


def _read(documents: Sequence[Document], config: ReuseConfig) -> tuple[Corpus, Rarity]:
    """Return the words of all documents with their rarity; offsets are read again for the few that are aligned."""
    # Room for a word a character, as in Chinese; what stays untouched takes no memory.
    room = sum(len(document.text) for document in documents)
    hashes, capital, bits = np.empty(room, np.uint32), np.empty(room, np.bool_), np.empty(room, np.uint8)
    begins, filled = [0], 0
    for at in range(0, len(documents), _READ_TOGETHER):
        texts = [document.text for document in documents[at : at + _READ_TOGETHER]]
        # A call costs as much as a hundred words, so several texts are read as one; a line break parts words.
        words = hash_words("\n".join(texts))
        ends = np.cumsum([len(text) + 1 for text in texts])
        begins += (filled + np.searchsorted(words.starts, ends)).tolist()
        part = slice(filled, filled + len(words))
        hashes[part], capital[part] = shorten(words.hashes), words.capital
        filled += len(words)
    hashes = hashes[:filled]
    rarity = Rarity(hashes, config)
    for at in range(0, filled, _WEIGH_TOGETHER):
        part = slice(at, min(filled, at + _WEIGH_TOGETHER))
        bits[part] = rarity.weigh_in_eighths(hashes[part], capital[part])
    return make_corpus(hashes, bits[:filled], begins, _number_outlets(documents)), rarity


def _is_standing_text(
    corpus: Corpus, numbers: tuple[int, int], pages: tuple[Page, Page], passages: Sequence[Alignment]
) -> bool:
    """Tell whether two articles of one outlet share a little, as its background paragraphs, rather than most."""
    left, right = numbers
    if corpus.outlets[left] < 0 or corpus.outlets[left] != corpus.outlets[right]:
        return False
    shorter = min(len(page.words) for page in pages)
    return sum(passage.words for passage in passages) < _VERSION_SHARE * shorter


def _are_kin(pages: Pages, count: int, config: ReuseConfig) -> bool:
    """Tell whether a batch is about one matter, from a fixed sample of its pairs."""
    step = max(1, count // _SAMPLE)
    sample = [kinship(pages[at], pages[(at + count // 2) % count]) for at in range(0, count, step)]
    return sorted(sample)[len(sample) // 2] >= config.kinship


def demands(count: int, config: ReuseConfig) -> tuple[float, int]:
    """Return the bits and the words a passage must hold among `count` documents.

    The more pairs are compared, the more agree by chance; and a handful that a reader put together is about one
    matter, where a shared rare wording of seven words already tells.
    """
    reach = log2(max(count, 1) / config.handful) / log2(_COLLECTION / config.handful)
    part = min(1.0, max(0.0, reach))
    bits = config.handful_bits + part * (config.collection_bits - config.handful_bits)
    return bits, round(config.handful_words + part * (config.collection_words - config.handful_words))


def find_passages(
    one: Page, other: Page, config: ReuseConfig, *, least_bits: float, least_words: int
) -> tuple[Alignment, ...]:
    """Return what two documents share; once one passage meets the demands, those of a handful do for the rest."""
    floor = min(config.handful_bits, least_bits), min(config.handful_words, least_words)
    aligned = align_words(one.words.hashes, other.words.hashes, one.bits, least_bits=floor[0])
    clipped = [clip(alignment, one, other) for alignment in aligned]
    if not any(a.bits >= least_bits and a.words >= least_words for a in clipped):
        return ()
    return tuple(a for a in clipped if a.bits >= floor[0] and a.words >= floor[1])


def _is_surprising(passage: Alignment, surprising: NDArray[np.uint8], kin: float, config: ReuseConfig) -> bool:
    """Tell whether two texts of different matters can hardly share a passage by chance.

    The nearer the matters, the more phrases they share by chance: two articles on one country's politics name the same
    people with the same offices.
    """
    total = sum(int(surprising[i : i + n].sum(dtype=np.int64)) for i, _, n in passage.blocks) / BITS_SCALE
    for before, after in pairwise(passage.blocks):
        gap = max(after[0] - before[0], after[1] - before[1]) - before[2]
        total -= config.stranger_gap_bits * (1 + 0.5 * (gap - 1))
    demand = config.stranger_bits + config.stranger_kin_bits * max(0.0, kin - config.stranger_kinship)
    return passage.words >= config.stranger_words and total >= demand


def describe(
    one: Page, other: Page, passages: Sequence[Alignment], forms: Sequence[ReuseForm], config: ReuseConfig
) -> list[Reuse]:
    """Return the records of what two documents share, the earlier side first where that is known."""
    if not passages:
        return []
    spans = [(one.span(*passage.left), other.span(*passage.right)) for passage in passages]
    one_is_later, rule = find_direction(one, other, spans, config)
    records = []
    for passage, form in zip(passages, forms, strict=True):
        if one_is_later:
            record = make_reuse(other, one, _mirror(passage), form, rule, config)
        else:
            record = make_reuse(one, other, passage, form, rule, config)
        records.append(record)
    return records


def make_reuse(
    earlier: Page, later: Page, passage: Alignment, form: ReuseForm, direction: str | None, config: ReuseConfig
) -> Reuse:
    """Return the record of one passage; the alignment's left side is `earlier`."""
    first, second = earlier.span(*passage.left), later.span(*passage.right)
    edits = find_edits(passage, earlier, later)
    score = equal_share(passage, earlier, later)
    return Reuse(
        reuse_id=content_id("reuse", *_key(first), *_key(second)),
        earlier=first,
        later=second,
        kind=tell_kind(edits, score, config),
        form=form,
        directed=direction is not None,
        direction_rule=direction,
        edits=edits,
        score=score,
        rule=_RULE,
    )


def tell_kind(edits: Iterable[Edit], score: float, config: ReuseConfig) -> ReuseKind:
    """Return how closely one side keeps to the other."""
    if not tuple(edits):
        return "verbatim"
    return "edited" if score >= config.edited_share else "paraphrase"


def _form(
    corpus: Corpus,
    candidates: Candidates,
    numbers: tuple[int, int],
    pages: tuple[Page, Page],
    passage: Alignment,
    config: ReuseConfig,
) -> ReuseForm:
    if is_boilerplate(corpus, candidates, numbers, passage):
        return "boilerplate"
    one, other = pages
    return tell_form(one, other, one.span(*passage.left), other.span(*passage.right), config)


def _mirror(passage: Alignment) -> Alignment:
    blocks = tuple((j, i, n) for i, j, n in passage.blocks)
    return Alignment(blocks=blocks, bits=passage.bits, words=passage.words)


def _key(span: Span) -> tuple[str, int, int]:
    return span.doc_id, span.start, span.end


def _number_outlets(documents: Sequence[Document]) -> list[int]:
    """Number the outlets in order of their names; -1 for documents that name none."""
    names = sorted({document.publisher for document in documents if document.publisher})
    numbers = {name: number for number, name in enumerate(names)}
    return [numbers[document.publisher] if document.publisher else -1 for document in documents]
