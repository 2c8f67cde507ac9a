"""Statements of a document: clauses that state a matter, with the attribution that holds them and their value.

Frames of attributions ("Calder told the agency") state nothing and are left out, as is an outlet's boilerplate.
Imports: records, text and this room only.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.claims.ages import find_ages
from headwater.claims.clauses import Range, split_clauses
from headwater.claims.clock import is_clock
from headwater.claims.figures import Figures
from headwater.claims.page_lines import is_page_line
from headwater.claims.predicates import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    holds_verb,
    is_gerund,
    is_present,
    is_verb,
)
from headwater.claims.profile import Profile, profile_statement
from headwater.claims.trimming import trim
from headwater.claims.values import implied_value, value_of
from headwater.records import (
    Attribution,
    Document,
    Quantity,
    Span,
    StanceKind,
    Statement,
    TimeExpression,
    Value,
    content_id,
    published_day,
)
from headwater.text import fold_case, split_sentences, tokenize

# An attribution holds a clause when most of the clause lies in its content.
_HELD_SHARE = 0.6
_ABOUT_SOURCING = re.compile(
    r"\b(?:on|under) (?:the )?condition of anonymity\b|\bnot to be (?:named|identified|quoted)\b"
    r"|\bnot authori[sz]ed to (?:speak|comment|discuss|brief)\b|\b(?:declined|refused) to be (?:named|identified)\b"
    r"|\b(?:reached|available) for comment\b",
    re.IGNORECASE,
)
# "asked not to be named because | the talks were private": why somebody is not named.
_WHY_UNNAMED = re.compile(
    r"\b(?:named|identified|quoted|anonymity|publicly),? (?:because(?: of)?|since|as|citing|for fear (?:of|that))\s$"
)
_WHY_REACH = 40
_FRAME_ALONE = re.compile(
    r"(?:said|says|added|told|according to|asked (?:about|whether)|in an? (?:\w+ )?(?:statement|interview|e-?mail))\b",
    re.IGNORECASE,
)
# "Officials told the Capital Ledger", "people close to the inquiry said on Thursday": what they told is elsewhere.
_FRAME_END = re.compile(
    r"\b(?:said|told)"
    r"(?: (?:the )?[A-Z][\w.'’\-]{1,30}(?: (?:of )?[A-Z][\w.'’\-]{1,30}){0,3}| (?:reporters|journalists|newsmen))?"
    r"(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?$"
)
# A town in capitals, then at most a date and an agency, then a dash: "SUNDAL, Jan 14 (NPA) - ", "CARROW – ".
_DATELINE = re.compile(
    r"[^\W\d_a-z][A-Z.'\- ]{2,30}(?:[,/]\s?[\w. ]{2,20}){0,2}\s?"
    r"(?:\([\w .&/]{2,20}\)\s?)?(?:\s[\-–—]{1,2}|[–—]{1,2}|--)\s"
    # "Washington (CNN) ": some outlets set no dash.
    r"|[A-Z][\w.'’]{1,20}(?: [A-Z][\w.'’]{1,20}){0,2} \((?:CNN|AP|AFP|UPI|PTI|Reuters|Bloomberg|Xinhua|TASS)\) ?"
    r"(?=[\"“A-Z])"
)
_RELATIVE_WORD = re.compile(r"\b(?:who|which|that|where)\s$")
_RELATIVE = re.compile(r",\s(?:which|who|whose)\s$")
_DANGLING = PREPOSITIONS | DETERMINERS | frozenset("after as because before since when while where and but".split())
_LONG_AGO = 30  # days; what is told of an earlier month belongs to another event more often than not
_ENOUGH_STEMS = 2
_ENOUGH_WORDS = 4
_UNSPOKEN = frozenset({"intend", "believe"})
# A clause of which so much is source and cue says who speaks, not what.
_FRAME_SHARE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document with what was read from it; the input of this room, document by document.

    Attributes:
        boilerplate: Passages the outlet prints under everything.
        credits: Bylines, datelines and trailers, which state nothing about the event.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]
    boilerplate: tuple[Span, ...]
    credits: tuple[Span, ...]


def find_statements(reading: Reading, usual_day: date | None) -> tuple[Profile, ...]:
    """Return the statements of one document with their profiles, in reading order.

    Args:
        reading: The document and what was read from it.
        usual_day: When the story's documents are typically published; stands in for an undated document's day.
    """
    text, doc_id = reading.document.text, reading.document.doc_id
    holder = _Holder(reading.attributions)
    aside = (*reading.boilerplate, *reading.credits)
    headline_end = _headline_end(reading.document)
    profiles: list[Profile] = []
    for sentence in split_sentences(text):
        if text.startswith("?", sentence[1]) or text[sentence[0] : sentence[1]].rstrip("\"”'’ )").endswith("?"):
            continue  # a question states nothing
        if sentence[1] > headline_end and is_page_line(text, *sentence):
            continue
        figures = Figures(reading.document, reading.quantities, sentence)
        times = _times_in(reading, sentence)
        when = _when(reading, times, usual_day)
        recalled = _is_recalled(reading, times)
        named = [time.span for time in times]
        edges = holder.edges(text, sentence)
        body = (_behind_dateline(text, sentence), sentence[1])
        clauses = split_clauses(text, body, figures.ranges, edges, figures.measures)
        if not clauses and sentence[1] <= headline_end:
            clauses = (sentence,)
        for clause in clauses:
            span = holder.without_tail(Span(doc_id, *clause), text)
            attribution = None if _is_authors_aside(text, span) else holder.innermost(span)
            if holder.is_frame(span, text, attributed=attribution is not None):
                continue
            if _states_nothing(span.quote(text)) or _says_why_unnamed(text, span.start):
                continue
            if any(span.overlaps(other) for other in aside):
                continue
            quantity, clock = figures.first_in((span.start, span.end), text)
            value = value_of(quantity, text) if quantity else clock.value(text) if clock else implied_value(span, text)
            statement = _statement(span, attribution, value, headline_end)
            profiles.append(profile_statement(statement, text, sentence, quantity, when, named, recalled=recalled))
        for span, value in find_ages(doc_id, text, *body):
            if any(span.overlaps(other) for other in aside):
                continue
            statement = _statement(span, holder.innermost(span), value, headline_end)
            profiles.append(profile_statement(statement, text, sentence, None, when, named, recalled=recalled))
    found = {profile.statement.span: profile for profile in reversed(profiles) if _says_enough(profile, text)}
    return tuple(found[span] for span in sorted(found))


def _statement(span: Span, attribution: Attribution | None, value: Value | None, headline_end: int) -> Statement:
    return Statement(
        statement_id=content_id("stm", span.doc_id, span.start, span.end),
        doc_id=span.doc_id,
        span=span,
        attribution_id=attribution.attribution_id if attribution else None,
        stance=stance_of(attribution),
        value=value,
        headline=span.end <= headline_end,
    )


def _says_enough(profile: Profile, text: str) -> bool:
    """Tell whether a statement can be compared: two content words, a figure, or a reported predicate of some length.

    A time of day alone is a date line; "get it done" and "I like him" fit anything.
    """
    statement = profile.statement
    value = statement.value
    if statement.attribution_id is None and not (statement.headline or profile.verbs or value is not None):
        return False  # "a senior official at the ministry": named, not stated
    if len(profile.stems) >= _ENOUGH_STEMS:
        return True
    if value is not None and not is_clock(value.unit):
        return True
    words = [fold_case(word) for word in statement.span.quote(text).split()]
    auxiliary = any(word in AUXILIARIES for word in words)
    if statement.attribution_id is None or not profile.stems:
        return False
    if value is not None or (profile.negated and auxiliary):
        return len(words) >= _ENOUGH_WORDS  # "there is no breach", "the derailment at 07:14"
    return bool(profile.verbs) and (len(words) >= _ENOUGH_WORDS or any(word in AUXILIARIES for word in words[1:2]))


def _states_nothing(words: str) -> bool:
    """Tell datelines ("ORRIN VALLEY") and words about the sourcing itself from statements about the event."""
    return (
        not any(char.islower() for char in words) or _is_about_sourcing(words) or _FRAME_END.search(words) is not None
    )


def _says_why_unnamed(text: str, start: int) -> bool:
    return _WHY_UNNAMED.search(text, max(0, start - _WHY_REACH), start) is not None


def _is_about_sourcing(words: str) -> bool:
    return _ABOUT_SOURCING.search(words) is not None or _FRAME_ALONE.match(words) is not None


def _behind_dateline(text: str, sentence: Range) -> int:
    """Where a sentence begins behind its dateline ("SUNDAL, Jan 14 (NPA) - "), else its start."""
    found = _DATELINE.match(text, *sentence)
    return found.end() if found else sentence[0]


def _is_authors_aside(text: str, span: Span) -> bool:
    """Tell whether a clause is a relative one between commas: in reported speech the reporter explains there."""
    return text.startswith(",", span.end) and _RELATIVE.search(text, max(0, span.start - 10), span.start) is not None


def stance_of(attribution: Attribution | None) -> StanceKind:
    """Return how the holder of a clause stands to it; the author's own voice supports."""
    if attribution is None:
        return "support"
    by_class: Mapping[str, StanceKind] = {"decline": "decline", "unreachable": "decline", "ask": "query"}
    if attribution.polarity == "denied":
        return "deny"
    return by_class.get(attribution.cue_class, "support")


def _times_in(reading: Reading, sentence: Range) -> list[TimeExpression]:
    return [t for t in reading.times if sentence[0] <= t.span.start and t.span.end <= sentence[1]]


def _when(reading: Reading, times: Sequence[TimeExpression], usual_day: date | None) -> tuple[date, date] | None:
    """The days a sentence speaks of: the first time it names, else the day of publication, else unknown."""
    named = [time for time in times if time.timex_type in {"date", "range"}]
    if named:
        first = min(named, key=lambda time: time.span)
        return date.fromisoformat(first.begin), date.fromisoformat(first.end)
    day = published_day(reading.document) or usual_day
    return (day, day) if day else None


def _is_recalled(reading: Reading, times: Sequence[TimeExpression]) -> bool:
    """Tell whether all the times a sentence names ended long before the document was published."""
    day = published_day(reading.document)
    ends = [date.fromisoformat(time.end) for time in times if time.timex_type in {"date", "range"}]
    return day is not None and bool(ends) and (day - max(ends)).days > _LONG_AGO


def _headline_end(document: Document) -> int:
    """End of the headline where the text opens with it, else 0."""
    if not document.headline:
        return 0
    start = document.text.find(document.headline)
    return start + len(document.headline) if 0 <= start <= 2 else 0


class _Holder:
    """Finds the attribution whose content holds a clause, and clauses that are only its frame."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted(
            ((span.start, span.end, a) for a in attributions for span in a.content), key=lambda item: item[:2]
        )
        self._starts = [item[0] for item in self._contents]
        self._frames = sorted({s for a in attributions for s in (a.source, a.cue) if s is not None})
        self._frame_starts = [frame.start for frame in self._frames]
        self._longest_frame = max((frame.end - frame.start for frame in self._frames), default=0)
        self._longest = max((end - start for start, end, _ in self._contents), default=0)

    def edges(self, text: str, sentence: Range) -> tuple[int, ...]:
        """Offsets inside a sentence where a content meets the words that frame it: a clause is cut there.

        Quoted words that run on into the author's own ("will see “hundreds of boats” built here") are one clause, and
        so are the words around a hearsay adverb ("five people were reportedly hurt").
        """
        near = self._near(*sentence)
        low, high = (bisect_right(self._frame_starts, offset - 1) for offset in sentence)
        frames = self._frames[low:high]
        borders = sorted({sentence[0], sentence[1], *(edge for start, end, _ in near for edge in (start, end))})
        kept: set[int] = set()
        for start, end, attribution in near:
            cue = attribution.cue
            hearsay = attribution.source is None and cue is not None and _is_inside_clause(attribution, cue, text)
            for edge, inner in ((start, 1), (end, -1)):
                if not sentence[0] < edge < sentence[1]:
                    continue
                outer = self._outer(text, borders, edge, -inner)
                meets = [frame for frame in frames if frame.start < outer[1] and frame.end > outer[0]]
                if meets and not (hearsay and meets == [cue]):
                    kept.add(edge)
        return tuple(sorted(kept))

    @staticmethod
    def _outer(text: str, borders: Sequence[int], edge: int, direction: int) -> Range:
        """The stretch outside a content, from its edge to the next content or mark that ends a clause."""
        if direction < 0:
            low = max((b for b in borders if b < edge), default=edge)
            return max(low, text.rfind(";", low, edge) + 1), edge
        high = min((b for b in borders if b > edge), default=edge)
        return edge, high

    def innermost(self, span: Span) -> Attribution | None:
        """The attribution with the shortest content part that holds most of the clause; ties by id."""
        covered: dict[str, int] = defaultdict(int)
        near: dict[str, Attribution] = {}
        for start, end, attribution in self._near(span.start, span.end):
            covered[attribution.attribution_id] += min(end, span.end) - max(start, span.start)
            near[attribution.attribution_id] = attribution
        held = [
            (sum(part.end - part.start for part in attribution.content), attribution_id, attribution)
            for attribution_id, attribution in near.items()
            if covered[attribution_id] >= _HELD_SHARE * (span.end - span.start - self._hearsay_in(attribution, span))
        ]
        # What somebody is said to plan or think is the claim of whoever tells it.
        return min(held, key=lambda item: (item[2].cue_class in _UNSPOKEN, *item[:2]))[2] if held else None

    @staticmethod
    def _hearsay_in(attribution: Attribution, span: Span) -> int:
        """Length of a hearsay adverb within a clause ("was reportedly sailing"), which is no word of the clause."""
        cue = attribution.cue
        inside = cue is not None and attribution.source is None and span.contains(cue)
        return cue.end - cue.start if cue is not None and inside else 0

    def without_tail(self, span: Span, text: str) -> Span:
        """A clause outside contents without the frame at its end: "shares closed higher after | a Finwire report"."""
        touching = self._touching(span)
        if not touching or self._near(span.start, span.end):
            return span
        behind = [frame.start for frame in touching if frame.start > span.start]
        if not behind:
            return span
        tokens = tokenize(text, span.start, min(behind))
        while tokens and fold_case(tokens[-1].text) in _DANGLING:
            tokens = tokens[:-1]
        tokens = trim(tokens, frozenset())
        folded = [fold_case(token.text) for token in tokens]
        states = len(folded) >= _ENOUGH_WORDS and holds_verb(folded) and not is_gerund(folded[0])
        if not states or is_verb(folded, len(folded) - 1):
            return span
        return Span(span.doc_id, span.start, tokens[-1].end)

    def is_frame(self, span: Span, text: str, *, attributed: bool) -> bool:
        """Tell whether a clause says who speaks: outside contents any source or cue in it, inside one most of it."""
        touching = self._touching(span)
        if not attributed:
            return any(not _tells_of_source(span, frame, text) for frame in touching)
        covered = sum(min(frame.end, span.end) - max(frame.start, span.start) for frame in touching)
        return covered >= _FRAME_SHARE * (span.end - span.start)

    def _touching(self, span: Span) -> list[Span]:
        low = bisect_right(self._frame_starts, span.start - self._longest_frame - 1)
        high = bisect_right(self._frame_starts, span.end)
        return [frame for frame in self._frames[low:high] if frame.overlaps(span)]

    def _near(self, start: int, end: int) -> list[tuple[int, int, Attribution]]:
        low = bisect_right(self._starts, start - self._longest - 1)
        high = bisect_right(self._starts, end)
        return [item for item in self._contents[low:high] if item[1] > start and item[0] < end]


def _tells_of_source(span: Span, frame: Span, text: str) -> bool:
    """Tell whether a clause within a source's phrase tells an event: "Callender, who laid a wreath on Thursday".

    What somebody is or does for a living ("who leads the union") describes the source.
    """
    if not (frame.start < span.start and span.end <= frame.end):
        return False
    first = fold_case(span.quote(text).split()[0])
    return _RELATIVE_WORD.search(text, max(0, span.start - 8), span.start) is not None and not is_present(first)


def _is_inside_clause(attribution: Attribution, cue: Span, text: str) -> bool:
    """Tell whether a cue stands within what it reports: "was reportedly hit", "were thought to be on board"."""
    before = any(0 <= cue.start - part.end <= 1 for part in attribution.content)
    behind = any(0 <= part.start - cue.end <= 1 for part in attribution.content)
    return (before and behind) or _is_hearsay_word(cue.quote(text))


def _is_hearsay_word(words: str) -> bool:
    """Tell an adverb or adjective of hearsay ("reportedly", "an estimated") from a verb group ("is believed")."""
    last = words.casefold().split()[-1]
    return last.endswith("ly") or last in {"estimated", "alleged", "suspected", "purported", "supposed", "apparent"}
