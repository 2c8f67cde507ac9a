"""One utterance quoted by several outlets: aligned to its fullest version, every change named.

Imports: the standard library, headwater.text, records, config and this room only.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from headwater.config import ReuseConfig
from headwater.records import Attribution, Document, Edit, EditKind, Reuse, Span, content_id
from headwater.reuse.direction import find_direction
from headwater.reuse.edits import equal_share, find_edits
from headwater.reuse.find import tell_kind
from headwater.reuse.page import Page, read_page
from headwater.reuse.rarity import Rarity
from headwater.text import Alignment, Block, common_words, hash_words, measure_blocks, shingle, shorten

Speakers = Mapping[str, str | None] | Callable[[str], str | None]
"""Caption of the speaker of an attribution, by attribution_id; None when the text names none."""

Change = Literal["spelling", "ellipsis", "truncation", "substitution", "number", "speaker", "speaker-unnamed"]

_RULE = "quotation-alignment"
_CANDIDATE_WORDS = 3
# Two versions of one utterance agree in at least this share of the shorter one's words.
_LEAST_SHARE = 0.6
# A quotation that is longer than this is a speech; the passage index finds what its versions share.
_MOST_WORDS = 400
_MOST_GAP = 12
_TITLES = frozenset("mr mrs ms dr sir president minister general senator sen rep gov professor prof".split())
_HEAD_ENDS = re.compile(r"\s(?:of|for|at|in|with|from|to|by|on|who|familiar|close)\s|,")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """One outlet's version of an utterance.

    Attributes:
        page: Where it stands.
        words: Indices of its words in the page, in reading order; an interrupted quotation skips the cue.
    """

    attribution: Attribution
    page: Page
    words: tuple[int, ...]


def align_quotations(
    documents: Sequence[Document], attributions: Sequence[Attribution], *, speakers: Speakers, config: ReuseConfig
) -> tuple[Reuse, ...]:
    """Find the utterances that several documents quote, and what each changed against the fullest version.

    Args:
        documents: In any order.
        attributions: Of these documents, in any order; only direct and mixed ones are looked at, and of mixed ones
            only what stands within quotation marks.
        speakers: Who speaks, by attribution_id.
        config: Shortest quotation and least rarity.

    Returns:
        Records of form "quotation", each linking the fullest version with another document's, ordered by place.
        Words that the other version leaves out at either end are edits of kind "deletion"; another speaker is an
        edit of kind "speaker" whose spans are the two sources.
    """
    versions = _read_versions(documents, attributions, config)
    records: dict[str, Reuse] = {}
    for fullest, other in _pair_with_fullest(versions, config):
        record = _link(versions[fullest], versions[other], speakers, config)
        if record is not None:
            records.setdefault(record.reuse_id, record)
    return tuple(sorted(records.values(), key=lambda r: (r.later, r.earlier, r.reuse_id)))


def tell_changes(reuse: Reuse, texts: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the kinds of change between two versions of a quotation, each once, in alphabetical order.

    Args:
        reuse: A record of align_quotations.
        texts: Document.text by doc_id.
    """
    changes: set[Change] = set()
    for edit in reuse.edits:
        if edit.kind == "speaker" and edit.earlier is not None and edit.later is not None:
            named = [is_named(span.quote(texts[span.doc_id])) for span in (edit.earlier, edit.later)]
            changes.add("speaker" if all(named) or not any(named) else "speaker-unnamed")
        elif edit.kind in ("spelling", "ellipsis", "number", "speaker"):
            changes.add(edit.kind)
        elif edit.earlier is not None and edit.later is not None:
            changes.add("substitution")
        else:
            inner = any(
                span is not None and whole.contains(span)
                for span, whole in ((edit.earlier, reuse.earlier), (edit.later, reuse.later))
            )
            # Words left out inside without an ellipsis alter the utterance; at its ends they shorten it.
            changes.add("substitution" if inner else "truncation")
    return tuple(sorted(changes))


def is_named(caption: str) -> bool:
    """Tell whether a speaker's caption names somebody: its head has a capital ("officials of the UN" has none)."""
    head = _HEAD_ENDS.split(caption.strip(), maxsplit=1)[0].split()
    return bool(head) and head[-1][:1].isupper()


def _read_versions(
    documents: Sequence[Document], attributions: Sequence[Attribution], config: ReuseConfig
) -> list[_Version]:
    by_id = {document.doc_id: document for document in documents}
    ordered = [by_id[doc_id] for doc_id in sorted(by_id)]
    rarity = Rarity(shorten(hash_words("\n".join(document.text for document in ordered)).hashes), config)
    pages = {document.doc_id: read_page(document, rarity) for document in ordered}
    versions = []
    for attribution in sorted(attributions, key=lambda a: (a.doc_id, a.content, a.attribution_id)):
        page = pages.get(attribution.doc_id)
        if page is None or attribution.quote_type == "indirect":
            continue
        words = _quoted_words(page, attribution)
        if config.quotation_words <= len(words) <= _MOST_WORDS:
            versions.append(_Version(attribution=attribution, page=page, words=words))
    return versions


def _quoted_words(page: Page, attribution: Attribution) -> tuple[int, ...]:
    """Return the words of an attribution's content; of a mixed one, those within quotation marks."""
    found: list[int] = []
    for span in attribution.content:
        first = int(page.words.starts.searchsorted(span.start))
        for word in range(first, int(page.words.starts.searchsorted(span.end))):
            start, end = int(page.words.starts[word]), int(page.words.ends[word])
            if attribution.quote_type == "direct" or page.quoted_chars(start, end) == end - start:
                found.append(word)
    return tuple(dict.fromkeys(found))


def _pair_with_fullest(versions: Sequence[_Version], config: ReuseConfig) -> list[tuple[int, int]]:
    """Group the versions of one utterance and pair each with the fullest of its group, from other documents."""
    postings: dict[int, list[int]] = defaultdict(list)
    for number, version in enumerate(versions):
        for run in set(shingle(version.page.words.hashes[list(version.words)], _CANDIDATE_WORDS).tolist()):
            postings[run].append(number)
    near: dict[int, set[int]] = defaultdict(set)
    for numbers in postings.values():
        for number in numbers:
            near[number].update(numbers)
    pairs = []
    placed: set[int] = set()
    for number in sorted(range(len(versions)), key=lambda n: (-len(versions[n].words), n)):
        if number in placed:
            continue
        placed.add(number)
        for other in sorted(near[number] - placed):
            if _agree(versions[number], versions[other], config) is None:
                continue
            placed.add(other)
            if versions[other].page is not versions[number].page:
                pairs.append((number, other))
    return pairs


def _agree(fullest: _Version, other: _Version, config: ReuseConfig) -> list[Block] | None:
    """Return the equal words of two versions as runs of indices into both, or None when they are not one utterance."""
    ours = fullest.page.words.hashes[list(fullest.words)].tolist()
    theirs = other.page.words.hashes[list(other.words)].tolist()
    blocks = _densest(common_words(ours, theirs), fullest)
    # Single function words that happen to fall in line at either end are no part of the utterance.
    while blocks and blocks[0][2] == 1 and _is_stray(fullest, blocks[0]):
        blocks = blocks[1:]
    while blocks and blocks[-1][2] == 1 and _is_stray(fullest, blocks[-1]):
        blocks = blocks[:-1]
    equal = sum(n for _, _, n in blocks)
    if equal < config.quotation_words or _weigh(blocks, fullest) < config.quotation_bits:
        return None
    shorter = min(len(ours), len(theirs), blocks[-1][0] + blocks[-1][2] - blocks[0][0])
    return blocks if equal >= _LEAST_SHARE * shorter else None


def _densest(blocks: Sequence[Block], fullest: _Version) -> list[Block]:
    """Return the heaviest stretch without a gap that no editor would make silently."""
    stretches: list[list[Block]] = []
    for block in blocks:
        last = stretches[-1][-1] if stretches else None
        if last is None or max(block[0] - last[0], block[1] - last[1]) - last[2] > _MOST_GAP:
            stretches.append([])
        stretches[-1].append(block)
    return max(stretches, key=lambda stretch: _weigh(stretch, fullest), default=[])


def _weigh(blocks: Sequence[Block], fullest: _Version) -> float:
    return sum(float(fullest.page.bits[fullest.words[i + k]]) for i, _, n in blocks for k in range(n))


def _is_stray(version: _Version, block: Block) -> bool:
    return float(version.page.bits[version.words[block[0]]]) < 8.0


def _link(fullest: _Version, other: _Version, speakers: Speakers, config: ReuseConfig) -> Reuse | None:
    blocks = _agree(fullest, other, config)
    if blocks is None:
        return None
    passage = measure_blocks(_to_page(blocks, fullest, other), fullest.page.bits)
    spans = fullest.page.span(*passage.left), other.page.span(*passage.right)
    fullest_is_later, rule = find_direction(fullest.page, other.page, [spans], config)
    edits = _inner_edits(passage, fullest, other)
    edits += _truncations(blocks, fullest, other)
    edits += _speaker_edit(fullest, other, speakers)
    score = equal_share(passage, fullest.page, other.page)
    record = Reuse(
        reuse_id=content_id("reuse", "quotation", *sorted((s.doc_id, s.start, s.end) for s in spans)),
        earlier=spans[0],
        later=spans[1],
        kind=tell_kind(edits, score, config),
        form="quotation",
        directed=rule is not None,
        direction_rule=rule,
        edits=tuple(edits),
        score=score,
        rule=_RULE,
    )
    if fullest_is_later or (rule is None and spans[1].doc_id < spans[0].doc_id):
        record = _mirror(record)
    return record


def _to_page(blocks: Sequence[Block], fullest: _Version, other: _Version) -> list[Block]:
    """Return runs of indices into two versions as runs of words of their pages, cut where a cue interrupts either."""
    runs: list[Block] = []
    for i, j, n in blocks:
        for k in range(n):
            a, b = fullest.words[i + k], other.words[j + k]
            if runs and (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]) == (a, b):
                runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
            else:
                runs.append((a, b, 1))
    return runs


def _inner_edits(passage: Alignment, fullest: _Version, other: _Version) -> list[Edit]:
    """Return the changes inside the quotation; a cue that merely interrupts it is none."""
    quoted = {fullest.page.document.doc_id: set(fullest.words), other.page.document.doc_id: set(other.words)}
    edits = []
    for edit in find_edits(passage, fullest.page, other.page):
        sides = [
            span if span is not None and _holds(quoted[span.doc_id], page, span) else None
            for span, page in ((edit.earlier, fullest.page), (edit.later, other.page))
        ]
        if sides[0] is None and sides[1] is None:
            continue
        kind: EditKind = edit.kind
        if sides[0] is None and edit.earlier is not None:
            kind = "insertion"
        elif sides[1] is None and edit.later is not None:
            kind = "deletion"
        edits.append(Edit(kind=kind, earlier=sides[0], later=sides[1]))
    return edits


def _holds(words: set[int], page: Page, span: Span) -> bool:
    first = int(page.words.starts.searchsorted(span.start))
    return any(word in words for word in range(first, int(page.words.starts.searchsorted(span.end))))


def _truncations(blocks: Sequence[Block], fullest: _Version, other: _Version) -> list[Edit]:
    """Return what one version has before or after all that they share, and the other leaves out."""
    edits = []
    (i, j, _), (last_i, last_j, n) = blocks[0], blocks[-1]
    for version, kind, begin, end in (
        (fullest, "deletion", 0, i),
        (fullest, "deletion", last_i + n, len(fullest.words)),
        (other, "insertion", 0, j),
        (other, "insertion", last_j + n, len(other.words)),
    ):
        if end > begin:
            span = version.page.span(version.words[begin], version.words[end - 1] + 1)
            left = span if kind == "deletion" else None
            right = span if kind == "insertion" else None
            edits.append(Edit(kind="deletion" if kind == "deletion" else "insertion", earlier=left, later=right))
    return edits


def _speaker_edit(fullest: _Version, other: _Version, speakers: Speakers) -> list[Edit]:
    captions = [_caption(speakers, version.attribution.attribution_id) for version in (fullest, other)]
    sources = fullest.attribution.source, other.attribution.source
    if captions[0] is None or captions[1] is None or sources[0] is None or sources[1] is None:
        return []
    if are_one_speaker(captions[0], captions[1]):
        return []
    return [Edit(kind="speaker", earlier=sources[0], later=sources[1])]


def _caption(speakers: Speakers, attribution_id: str) -> str | None:
    return speakers(attribution_id) if callable(speakers) else speakers.get(attribution_id)


def are_one_speaker(one: str, other: str) -> bool:
    """Tell whether two captions can be one speaker: equal but for titles, or sharing a surname when both are named."""
    words = [[w for w in re.findall(r"\w+", c.casefold()) if w not in _TITLES] for c in (one, other)]
    if words[0] == words[1]:
        return True
    named = is_named(one), is_named(other)
    return all(named) and bool(words[0]) and bool(words[1]) and words[0][-1] == words[1][-1]


def _mirror(record: Reuse) -> Reuse:
    swapped: dict[EditKind, EditKind] = {"deletion": "insertion", "insertion": "deletion"}
    edits = tuple(
        Edit(kind=swapped.get(edit.kind, edit.kind), earlier=edit.later, later=edit.earlier) for edit in record.edits
    )
    return replace(record, earlier=record.later, later=record.earlier, edits=edits)
