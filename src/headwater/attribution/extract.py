"""The door of this room: a document's attributions.

The learned reader proposes flat relations. Around them stand: two formats of speech it hardly knows (signed),
quotations taken whole (whole, continuing), what rules see inside contents and where nothing was read (admit), and for
each one its parent, cue class, polarity and quotation type.
Imports: the standard library, headwater.records and this package only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from headwater.attribution.admit import beside, credited, nested
from headwater.attribution.continuing import continue_quotations, snap_to_marks
from headwater.attribution.drafts import Draft, Range
from headwater.attribution.finder import find_by_rules
from headwater.attribution.interposed import reported_within
from headwater.attribution.joined import cited_after, cited_apart, coordinated_apart, with_what_was_claimed
from headwater.attribution.nesting import drop_echoes, find_parents, speaks
from headwater.attribution.polarity import classify_cue
from headwater.attribution.polish import mended, names_nobody
from headwater.attribution.quotes import Quotation, find_quotations
from headwater.attribution.signed import MARKED, find_signed, find_turns
from headwater.attribution.whole import make_whole, take_up, within_paragraphs
from headwater.records import Attribution, Document, QuoteType, Span, content_id

_NOBODY = re.compile(r"(?:neither|nobody|no one|none|no)\b", re.IGNORECASE)
_BEFORE_CUE = 40  # code points read for a negation that stands before the cue


class Relation(Protocol):
    """A flat relation as the reader returns it; ranges are half-open code points."""

    @property
    def source(self) -> Range | None:
        """Who is credited, or None."""

    @property
    def cue(self) -> Range | None:
        """The words that attribute, or None."""

    @property
    def content(self) -> tuple[Range, ...]:
        """What is attributed, in reading order."""

    @property
    def score(self) -> float:
        """Calibrated probability, 0 to 1."""


class Reader(Protocol):
    """What reads texts into flat relations; headwater.models.Reader is one."""

    def read(self, texts: Sequence[str]) -> Sequence[Sequence[Relation]]:
        """Return the relations of each text."""


def find_attributions(document: Document, *, reader: Reader, min_score: float = 0.0) -> tuple[Attribution, ...]:
    """Find who is said to have said what in a document.

    Args:
        document: A document of any length; offsets count code points of its text.
        reader: The learned reader.
        min_score: Relations below this score are left out before anything nests in them.

    Returns:
        Attributions in reading order, nested ones with the id of the one they stand in.
    """
    text = document.text
    quotations = find_quotations(text)
    marked = [*find_signed(text, quotations), *find_turns(text)]
    read = [draft for draft in _read(text, reader) if draft.score >= min_score and not _is_inside(draft, marked)]
    outer, inner = _parted((_snapped(text, draft, quotations) for draft in (*read, *marked)), quotations)
    outer = make_whole(text, [within_paragraphs(text, draft) for draft in outer], quotations)
    rules = [_snapped(text, draft, quotations) for draft in find_by_rules(text, quotations) if draft.score >= min_score]
    spoken, quoted = _parted(rules, quotations)
    outer = coordinated_apart(text, credited(outer, spoken), spoken)
    outer += take_up(text, outer, spoken, quotations)
    outer += beside(text, spoken, outer)
    inner = nested(text, quoted, outer)
    outer += nested(text, spoken, outer)
    drafts = continue_quotations(text, outer, quotations)
    held = find_parents([*drafts, *inner])[len(drafts) :]
    drafts += [draft for draft, parent in zip(inner, held, strict=True) if parent is not None and speaks(text, draft)]
    drafts = drop_echoes(drafts)
    return _records(document, drafts, quotations)


def _parted(drafts: Iterable[Draft], quotations: tuple[Quotation, ...]) -> tuple[list[Draft], list[Draft]]:
    """Return the document's own relations, and those whose cue stands inside a quotation: somebody quoted speaks."""
    outer: list[Draft] = []
    inner: list[Draft] = []
    for draft in drafts:
        quoted = draft.rule not in MARKED and _is_quoted(draft, quotations)
        (inner if quoted else outer).append(draft)
    return outer, inner


def _read(text: str, reader: Reader) -> list[Draft]:
    found = [
        Draft(source=one.source, cue=one.cue, content=tuple(one.content), rule="reader", score=one.score)
        for one in reader.read([text])[0]
        if not names_nobody(text, one.source)
    ]
    apart = [part for draft in found for part in cited_apart(text, mended(text, draft))]
    return reported_within(text, with_what_was_claimed(cited_after(text, apart)))


def _is_inside(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether what one relation attributes lies within what another does."""
    return any(
        other.content[0][0] <= draft.content[0][0] and draft.content[-1][1] <= other.content[0][1] + 2
        for other in others
        if draft.content
    )


def _snapped(text: str, draft: Draft, quotations: tuple[Quotation, ...]) -> Draft:
    content = snap_to_marks(text, draft.content, quotations)
    return Draft(source=draft.source, cue=draft.cue, content=content, rule=draft.rule, score=draft.score)


def _records(document: Document, drafts: list[Draft], quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    unique = {(draft.source, draft.cue, draft.content): draft for draft in drafts}
    ordered = sorted(unique.values(), key=lambda draft: (draft.start, draft.cue or draft.content[0], draft.content))
    parents = find_parents(ordered)
    ids = [content_id("attr", document.doc_id, draft.source, draft.cue, draft.content) for draft in ordered]
    return tuple(
        _record(document, draft, ids[index], None if parent is None else ids[parent], quotations)
        for index, (draft, parent) in enumerate(zip(ordered, parents, strict=True))
    )


def _record(
    document: Document, draft: Draft, own_id: str, parent_id: str | None, quotations: tuple[Quotation, ...]
) -> Attribution:
    text = document.text
    cue_words, before = "", ""
    if draft.cue:
        begin, end = draft.cue
        cue_words, before = text[begin:end], text[max(0, begin - _BEFORE_CUE) : begin]
    if draft.source and _NOBODY.match(text, *draft.source):
        before = "not "  # "Neither the firm nor its owner would comment"
    cue_class, polarity = classify_cue(cue_words, before)
    return Attribution(
        attribution_id=own_id,
        doc_id=document.doc_id,
        source=_span(document, draft.source),
        cue=_span(document, draft.cue),
        content=tuple(Span(document.doc_id, start, end) for start, end in draft.content),
        quote_type=_quote_type(text, draft.content, quotations),
        cue_class=cue_class,
        polarity=polarity,
        parent_id=parent_id,
        rule=draft.rule,
        score=draft.score,
    )


def _is_quoted(draft: Draft, quotations: tuple[Quotation, ...]) -> bool:
    """Tell whether a relation's cue stands inside a quotation: somebody quoted speaks, not the document."""
    if draft.cue is None:
        return False
    begin, end = draft.cue
    return any(q.start < begin and end < q.end for q in _between(quotations, begin, end))


def _span(document: Document, place: Range | None) -> Span | None:
    return None if place is None else Span(document.doc_id, *place)


def _quote_type(text: str, content: tuple[Range, ...], quotations: tuple[Quotation, ...]) -> QuoteType:
    """Direct when every word stands in quotation marks, mixed when some do, else indirect."""
    quoted = outside = False
    for start, end in content:
        at = start
        for quotation in reversed(_between(quotations, start, end)):
            outside = outside or _has_word(text, at, quotation.start)
            at = min(end, quotation.end)
            quoted = quoted or _has_word(text, max(start, quotation.start), at)
        outside = outside or _has_word(text, at, end)
    if not quoted:
        return "indirect"
    return "mixed" if outside else "direct"


def _between(quotations: tuple[Quotation, ...], start: int, end: int) -> list[Quotation]:
    found = []
    index = bisect_right(quotations, end, key=lambda quotation: quotation.start) - 1
    while index >= 0 and quotations[index].end > start:
        if quotations[index].start < end:
            found.append(quotations[index])
        index -= 1
    return found


def _has_word(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])
