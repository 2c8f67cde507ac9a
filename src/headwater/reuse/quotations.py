"""One utterance quoted by several outlets: each version beside the fullest, every change named.

Imports: the standard library, headwater.text, records, config and this room only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.config import ReuseConfig
from headwater.records import AlteredQuotation, Attribution, Document, QuotationChange, Span, content_id
from headwater.reuse.alterations import Pair, find_changes
from headwater.reuse.versions import Speaker, Version, pair_with_fullest, read_versions
from headwater.text import Block

_RULE = "quotation-alignment"


def find_altered_quotations(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    *,
    speakers: Mapping[str, Speaker],
    config: ReuseConfig,
) -> tuple[AlteredQuotation, ...]:
    """Find the utterances that documents quote in different words, each against the fullest version.

    Args:
        documents: Of one story, in any order.
        attributions: Of these documents, in any order; only direct and mixed ones are looked at, and of mixed ones
            only what stands within quotation marks.
        speakers: Who speaks, by attribution_id, as far as the text says.
        config: Shortest quotation and least rarity.

    Returns:
        Records ordered by the place of the fullest version, then of the other. Versions that agree make none.
    """
    matched = list(pair_with_fullest(read_versions(documents, attributions, speakers, config), config))
    told = _told_elsewhere(matched)
    found = []
    for fullest, version, blocks in matched:
        pair = Pair(
            fullest=fullest,
            version=version,
            blocks=tuple(blocks),
            told=(told[id(fullest), version.doc_id], told[id(version), fullest.doc_id]),
        )
        changes = find_changes(pair)
        if changes:
            found.append(_record(pair, changes))
    return tuple(sorted(found, key=lambda r: (r.fullest, r.version, r.altered_id)))


def _told_elsewhere(matched: Sequence[tuple[Version, Version, list[Block]]]) -> dict[tuple[int, str], set[int]]:
    """Return, by version and other document, the places of its words that the other document quotes anywhere."""
    told: dict[tuple[int, str], set[int]] = defaultdict(set)
    for fullest, version, blocks in matched:
        for i, j, n in blocks:
            told[id(fullest), version.doc_id].update(range(i, i + n))
            told[id(version), fullest.doc_id].update(range(j, j + n))
    return told


def _record(pair: Pair, changes: Sequence[QuotationChange]) -> AlteredQuotation:
    ours, theirs = (_hull(pair, changes, side) for side in (0, 1))
    ids = pair.fullest.attribution.attribution_id, pair.version.attribution.attribution_id
    starts = pair.version.page.words.starts
    quoted = sum(theirs.start <= int(starts[word]) < theirs.end for word in pair.version.words)
    return AlteredQuotation(
        altered_id=content_id("altered", *ids, ours.start, ours.end, theirs.start, theirs.end),
        fullest=ours,
        version=theirs,
        fullest_attribution_id=ids[0],
        version_attribution_id=ids[1],
        fullest_speaker_id=pair.fullest.speaker.entity.entity_id if pair.fullest.speaker else None,
        version_speaker_id=pair.version.speaker.entity.entity_id if pair.version.speaker else None,
        changes=tuple(changes),
        score=sum(n for _, _, n in pair.blocks) / quoted,
        rule=_RULE,
    )


def _hull(pair: Pair, changes: Sequence[QuotationChange], side: int) -> Span:
    """Return the place of all that is shared and shown on one side, speakers left out."""
    one, first, last = pair.sides[side], pair.blocks[0], pair.blocks[-1]
    spans = [one.span(first[side], last[side] + last[2])]
    for change in changes:
        span = (change.fullest, change.version)[side]
        if span is not None and change.kind not in {"speaker", "speaker-unnamed"}:
            spans.append(span)
    return Span(one.doc_id, min(s.start for s in spans), max(s.end for s in spans))
