"""Quotations as versions of utterances, and which versions of different documents are of one utterance.

Imports: the standard library, headwater.lexicon, text, records, config and this room only.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.config import ReuseConfig
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Attribution, Document, Entity, Span
from headwater.reuse.page import Page, read_page
from headwater.reuse.rarity import Rarity
from headwater.text import Block, common_words, hash_words, shingle, shorten

SpeakerChange = Literal["speaker", "speaker-unnamed"]

_CANDIDATE_WORDS = 3
# A quotation that is longer than this is a speech; the passage index finds what its versions share.
_MOST_WORDS = 400
# Words that an editor leaves out or puts in between two runs of equal words.
_MOST_GAP = 12
_STRAY_BITS, _GAP_WORD_BITS = 8.0, 4.0
# Two attributions of one document whose quoted words overlap more than this quote the same words.
_SAME_WORDS = 0.8
_NEARBY_CHARS = 200
_INDEFINITE = frozenset("a an another one some several two three four many".split())
_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady president minister senator sen rep gov professor prof".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks a quotation.

    Attributes:
        entity: An entity of the story.
        span: The words that say so, where the document has any at this place.
    """

    entity: Entity
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """One document's version of an utterance.

    Attributes:
        words: Indices of its words in the page, in reading order; an interrupted quotation skips the cue.
        hashes: Their hashes.
        speaker: None when the text does not say.
    """

    attribution: Attribution
    page: Page
    words: tuple[int, ...]
    hashes: tuple[int, ...]
    speaker: Speaker | None

    @property
    def doc_id(self) -> str:
        """The document."""
        return self.page.document.doc_id

    def bits(self, at: int) -> float:
        """Return the rarity of one of its words."""
        return float(self.page.bits[self.words[at]])

    def span(self, first: int, end: int) -> Span:
        """Return the characters from one of its words to before another."""
        return self.page.span(self.words[first], self.words[end - 1] + 1)

    def marks_before(self, at: int) -> str:
        """Return the characters between one of its words and the one before it in the quotation."""
        words = self.page.words
        return self.page.document.text[int(words.ends[self.words[at - 1]]) : int(words.starts[self.words[at]])]

    def quoted_range(self, at: int) -> int:
        """Return the number of the quotation marks one of its words stands in; they are numbered in reading order."""
        start = int(self.page.words.starts[self.words[at]])
        return bisect_right(self.page.quoted, (start, len(self.page.document.text)))


def read_versions(
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
    speakers: Mapping[str, Speaker],
    config: ReuseConfig,
) -> list[Version]:
    """Return what the documents quote, in order of document and place; words that two attributions quote count once."""
    ordered = sorted({document.doc_id: document for document in documents}.values(), key=lambda d: d.doc_id)
    rarity = Rarity(shorten(hash_words("\n".join(document.text for document in ordered)).hashes), config)
    held = defaultdict(list)
    for attribution in attributions:
        if attribution.quote_type != "indirect":
            held[attribution.doc_id].append(attribution)
    versions = []
    for document in ordered:
        if document.doc_id in held:
            page = read_page(document, rarity)
            versions += list(_of_page(page, held[document.doc_id], speakers, config))
    return versions


def _of_page(
    page: Page, attributions: Sequence[Attribution], speakers: Mapping[str, Speaker], config: ReuseConfig
) -> Iterator[Version]:
    taken: set[int] = set()
    found = []
    # The shortest first: of "A reported that B said “…”", B's is the one that quotes and no more.
    lengths = {a.attribution_id: sum(s.end - s.start for s in a.content) for a in attributions}
    for attribution in sorted(attributions, key=lambda a: (lengths[a.attribution_id], a.attribution_id)):
        words = _quoted_words(page, attribution)
        if not config.quotation_words <= len(words) <= _MOST_WORDS:
            continue
        if len(taken.intersection(words)) > _SAME_WORDS * len(words):
            continue
        taken.update(words)
        found.append((words, attribution))
    for words, attribution in sorted(found, key=lambda item: (item[0], item[1].attribution_id)):
        yield Version(
            attribution=attribution,
            page=page,
            words=words,
            hashes=tuple(page.words.hashes[list(words)].tolist()),
            speaker=speakers.get(attribution.attribution_id),
        )


def _quoted_words(page: Page, attribution: Attribution) -> tuple[int, ...]:
    """Return the words of an attribution's content; of a mixed one, those within quotation marks.

    What stands within quotation marks between two such words belongs to them, whatever the reader left out.
    """
    held: set[int] = set()
    for span in attribution.content:
        first, end = page.words.starts.searchsorted([span.start, span.end]).tolist()
        held.update(range(first, end))
    if not held:
        return ()
    quoted = {word for word in range(min(held), max(held) + 1) if page.is_quoted(word)}
    return tuple(sorted(held | quoted if attribution.quote_type == "direct" else quoted))


def pair_with_fullest(
    versions: Sequence[Version], config: ReuseConfig
) -> Iterator[tuple[Version, Version, list[Block]]]:
    """Yield every version with the fullest one of its utterance, from another document, and their equal words."""
    near = _near(versions, config)
    placed: set[int] = set()

    def fullness(number: int) -> tuple[int, str, int]:
        version = versions[number]
        return -len(version.words), version.page.document.published_at or "~", number

    for number in sorted(range(len(versions)), key=fullness):
        if number in placed:
            continue
        placed.add(number)
        for other in sorted(near.get(number, set()) - placed):
            blocks = agree(versions[number], versions[other], config)
            if blocks is None:
                continue
            placed.add(other)
            if versions[other].doc_id != versions[number].doc_id:
                yield versions[number], versions[other], blocks


def _near(versions: Sequence[Version], config: ReuseConfig) -> dict[int, set[int]]:
    """Return, for each version, those that share three words in a row that say something."""
    postings: dict[int, list[int]] = defaultdict(list)
    for number, version in enumerate(versions):
        runs = shingle(version.page.words.hashes[list(version.words)], _CANDIDATE_WORDS).tolist()
        bits = [version.bits(at) for at in range(len(version.words))]
        for at, run in enumerate(runs):
            if sum(bits[at : at + _CANDIDATE_WORDS]) >= config.quotation_seed_bits:
                postings[run].append(number)
    near: dict[int, set[int]] = defaultdict(set)
    for numbers in postings.values():
        for number in set(numbers):
            near[number].update(numbers)
    return near


def agree(fullest: Version, other: Version, config: ReuseConfig) -> list[Block] | None:
    """Return the equal words of two versions as runs of indices into both, or None when they are not one utterance.

    Two people who say the same few words are not one utterance; one person who is quoted twice may well be.
    """
    if fullest.doc_id == other.doc_id and set(fullest.words) & set(other.words):
        return None
    blocks = _stretch(fullest, other)
    if not blocks:
        return None
    equal, bits = sum(n for _, _, n in blocks), _weigh(blocks, fullest)
    words, least = (
        (config.quotation_words, config.quotation_bits)
        if speaker_change(fullest.speaker, other.speaker) != "speaker"
        else (config.echoed_words, config.echoed_bits)
    )
    if equal < words or bits < least:
        return None
    stretch = min(_reach(blocks, 0), _reach(blocks, 1))
    shorter = min(len(fullest.words), len(other.words))
    dense = equal >= config.quotation_share * stretch
    return blocks if dense and (equal >= config.quotation_share * shorter or equal >= config.echoed_words) else None


def _reach(blocks: Sequence[Block], side: int) -> int:
    return blocks[-1][side] + blocks[-1][2] - blocks[0][side]


def _stretch(fullest: Version, other: Version) -> list[Block]:
    """Return the heaviest stretch of equal words without a gap that no editor would make silently."""
    stretches: list[list[Block]] = []
    for block in common_words(fullest.hashes, other.hashes):
        last = stretches[-1][-1] if stretches else None
        if last is None or _gap(last, block) > _MOST_GAP:
            stretches.append([])
        stretches[-1].append(block)
    blocks = max(stretches, key=lambda stretch: _weigh(stretch, fullest), default=[])
    while len(blocks) > 1 and _weigh(blocks[:1], fullest) < _least_beyond(blocks[0], blocks[1]):
        blocks = blocks[1:]
    while len(blocks) > 1 and _weigh(blocks[-1:], fullest) < _least_beyond(blocks[-2], blocks[-1]):
        blocks = blocks[:-1]
    return _extend(blocks, fullest, other)


def _gap(before: Block, after: Block) -> int:
    return max(after[0] - before[0], after[1] - before[1]) - before[2]


def _least_beyond(before: Block, after: Block) -> float:
    """Return what equal words at an end must be worth: the further they stand off, the likelier is chance."""
    return _STRAY_BITS + _GAP_WORD_BITS * (_gap(before, after) - 1)


def _extend(blocks: list[Block], fullest: Version, other: Version) -> list[Block]:
    """Take in equal words next to either end, which a longest common subsequence may have matched elsewhere."""
    if not blocks:
        return []
    i, j, n = blocks[0]
    while i > 0 and j > 0 and fullest.hashes[i - 1] == other.hashes[j - 1]:
        i, j, n = i - 1, j - 1, n + 1
    blocks = [(i, j, n), *blocks[1:]]
    i, j, n = blocks[-1]
    while i + n < len(fullest.hashes) and j + n < len(other.hashes) and fullest.hashes[i + n] == other.hashes[j + n]:
        n += 1
    return [*blocks[:-1], (i, j, n)]


def _weigh(blocks: Sequence[Block], fullest: Version) -> float:
    return sum(fullest.bits(i + k) for i, _, n in blocks for k in range(n))


def speaker_change(one: Speaker | None, other: Speaker | None) -> SpeakerChange | None:
    """Return "speaker" for two named speakers who are not one, "speaker-unnamed" when only one is named, else None.

    A body and somebody who speaks for it are not two; an outlet that stands in for a speaker says nothing of him.
    """
    if one is None or other is None or one.entity.entity_id == other.entity.entity_id:
        return None
    left, right = sorted((one.entity, other.entity), key=lambda e: e.kind != "person")
    kinds = {left.kind, right.kind}
    if kinds & {"outlet", "document"} or kinds == {"unnamed"} or _words_of(left) & _words_of(right):
        return None
    if "unnamed" in kinds:
        return "speaker-unnamed"
    speaks_for = left.kind == "person" and right.kind == "organisation" and left.parent_id in {None, right.entity_id}
    return None if speaks_for else "speaker"


def shows_speaker(version: Version) -> bool:
    """Tell whether the words that give a version's speaker show who it is: his name, or a noun for the unnamed.

    A pronoun or "the spokesman" shows nothing by itself; an unnamed speaker who is named just before is not unnamed.
    """
    if version.speaker is None or version.speaker.span is None:
        return False
    entity, span = version.speaker.entity, version.speaker.span
    said = re.findall(r"\w+", span.quote(version.page.document.text))
    if entity.kind == "unnamed" and said:
        return said[0].casefold() in _INDEFINITE or any(source_noun(word) is not None for word in said)
    return entity.caption[:1].isupper() and not _words_of(entity).isdisjoint(word.casefold() for word in said)


def names_nearby(version: Version, entity: Entity) -> bool:
    """Tell whether a version's document names somebody close to the quotation or to the words that give its speaker."""
    if entity.kind == "unnamed":
        return False
    text = version.page.document.text
    places = [version.span(0, 1), version.span(len(version.words) - 1, len(version.words))]
    if version.speaker is not None and version.speaker.span is not None:
        places.append(version.speaker.span)
    near = " ".join(text[max(0, place.start - _NEARBY_CHARS) : place.end + _NEARBY_CHARS] for place in places)
    return not _words_of(entity).isdisjoint(word.casefold() for word in re.findall(r"\w+", near))


def _words_of(entity: Entity) -> set[str]:
    """Return the capitalised words of an entity's names, lower-cased, titles left out."""
    names = (entity.caption, *entity.aliases)
    return {word.casefold() for name in names for word in re.findall(r"\b[^\W\d_a-z]\w{2,}", name)} - _TITLES
