"""The door of this room: a document's attributions, by the learned reader or by rules, then one shared path.

Flat relations come from the reader or the rule finder; snapping to quotation marks, quotations that go on, nesting,
cue class, polarity, quotation type, ids and order are the same for both.
Imports: the standard library, headwater.records and this package only.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from headwater.attribution.continuing import continue_quotations, snap_to_marks
from headwater.attribution.drafts import Draft, Range
from headwater.attribution.finder import find_in_sentence
from headwater.attribution.headlines import find_by_mark
from headwater.attribution.nesting import drop_echoes, find_parents, speaks
from headwater.attribution.polarity import classify_cue
from headwater.attribution.polish import in_one_line, no_expletive, whole_name
from headwater.attribution.quotes import Quotation, find_quotations
from headwater.attribution.sentences import read_sentences
from headwater.attribution.signed import MARKED, find_signed, find_turns
from headwater.attribution.whole import make_whole, take_up, within_paragraphs
from headwater.records import Attribution, Document, QuoteType, Span, content_id

# Rules score beliefs with a noun object ("the plan will see ...") .5, and fewer than half of those are attributions.
_SURE_NESTED = 0.55
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


def find_attributions(
    document: Document, *, reader: Reader | None = None, min_score: float = 0.0
) -> tuple[Attribution, ...]:
    """Find who is said to have said what in a document.

    Args:
        document: A document of any length; offsets count code points of its text.
        reader: The learned reader; None for the rule finder.
        min_score: Relations below this score are left out before anything nests in them.

    Returns:
        Attributions in reading order, nested ones with the id of the one they stand in.
    """
    text = document.text
    quotations = find_quotations(text)
    rules = _by_rules(text, quotations)
    drafts = rules if reader is None else _by_reader(text, reader, rules)
    drafts = [draft for draft in drafts if draft.score >= min_score]
    signed = [*find_signed(text, quotations), *find_turns(text)]
    drafts = [*(draft for draft in drafts if not _is_inside(draft, signed)), *signed]
    drafts = [_snapped(text, draft, quotations) for draft in drafts]
    outer = [draft for draft in drafts if draft.rule in MARKED or not _is_quoted(draft, quotations)]
    inner = [draft for draft in drafts if draft.rule not in MARKED and _is_quoted(draft, quotations)]
    if reader is not None:
        outer = make_whole(text, [within_paragraphs(text, draft) for draft in outer], quotations)
        outer += take_up(text, outer, [draft for draft in rules if not _is_quoted(draft, quotations)], quotations)
    drafts = continue_quotations(text, outer, quotations)
    held = find_parents([*drafts, *inner])[len(drafts) :]
    drafts += [draft for draft, parent in zip(inner, held, strict=True) if parent is not None and speaks(text, draft)]
    drafts = drop_echoes(drafts)
    return _records(document, drafts, quotations)


def _by_rules(text: str, quotations: tuple[Quotation, ...]) -> list[Draft]:
    drafts: list[Draft] = []
    first = True
    for sentence in read_sentences(text, quotations):
        by_mark = find_by_mark(sentence, first=first)
        drafts.extend(find_in_sentence(sentence, quotations))
        if by_mark is not None:
            drafts.append(by_mark)
        first = False
    return drafts


def _by_reader(text: str, reader: Reader, rules: list[Draft]) -> list[Draft]:
    """The reader's relations, and the rules' inside their contents: the reader knows outermost ones only."""
    read = [
        Draft(
            source=no_expletive(text, whole_name(text, in_one_line(text, found.source, found.cue)), found.cue),
            cue=found.cue,
            content=tuple(found.content),
            rule="reader",
            score=found.score,
        )
        for found in reader.read([text])[0]
    ]
    cues = sorted(draft.cue for draft in read if draft.cue)
    pieces = _united(piece for draft in read for piece in draft.content)
    sure = [draft for draft in rules if draft.cue and draft.score >= _SURE_NESTED]
    nested = [draft for draft in sure if draft.cue and _within(draft, pieces) and not _meets(draft.cue, cues)]
    return [*read, *nested]


def _is_inside(draft: Draft, others: Sequence[Draft]) -> bool:
    """Tell whether what one relation attributes lies within what another does."""
    return any(
        other.content[0][0] <= draft.content[0][0] and draft.content[-1][1] <= other.content[0][1] + 2
        for other in others
        if draft.content
    )


def _united(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those that meet as one."""
    united: list[Range] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _within(draft: Draft, pieces: list[Range]) -> bool:
    end = max(stop for _, stop in (*draft.content, *filter(None, (draft.cue, draft.source))))
    index = bisect_right(pieces, draft.start, key=lambda piece: piece[0]) - 1
    return index >= 0 and end <= pieces[index][1]


def _meets(cue: Range, others: list[Range]) -> bool:
    """Tell whether a cue shares a word with one of others, which are in order and short."""
    index = bisect_right(others, cue[1] - 1, key=lambda other: other[0]) - 1
    return any(begin < cue[1] and cue[0] < end for begin, end in others[max(0, index - 2) : index + 1])


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
