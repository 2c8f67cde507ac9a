"""Clauses of a text: the smallest runs of words that state a matter, found without a parser.

Offsets are half-open code-point ranges. A sentence is cut where a mark, a conjunction or a participle opens a new
predicate; pieces that hold no predicate (appositions, places, list items) go back to the clause they complete or are
left out, and a measure ("at a depth of 10 km") may stand alone. In hand-labelled stories a statement has a median of 7
words and nine tenths stay under 12. Imports: text, lexicon and this room only.
"""

import itertools
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.claims.joints import (
    COORDINATORS,
    IN_VALUE,
    MARKS,
    RELATIVES,
    SUBORDINATORS,
    is_list_item,
    opens_as_clause,
    opens_participle,
    parts_a_clock,
    parts_two_counts,
    predicate_follows,
    resumes_behind_relative,
    stands_inside_phrase,
)
from headwater.claims.predicates import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    holds_verb,
    is_finite,
    is_gerund,
    is_past,
    is_verb,
)
from headwater.claims.trimming import trim
from headwater.text import Token, fold_case, tokenize

Range = tuple[int, int]
# What opens a piece: the sentence, a hard mark, the edge of a quotation or its frame, a comma, a subordinator, a
# coordination, a participle, a further value, or the main verb behind a relative clause.
Opening = Literal["start", "hard", "edge", "comma", "sub", "coord", "participle", "value", "main"]

_DASHES = frozenset("—–")
_BRACKETS = frozenset("()[]")
_OPENING_GERUNDS = frozenset("leaving killing injuring wounding forcing bringing raising saying adding".split())
_LEAD_UP = (PREPOSITIONS - {"of"}) | frozenset("worth valued costing weighing measuring lasting aged".split())
_ROUNDING = frozenset("about around over under near above below between".split())
_FUNCTION_WORDS = (
    frozenset(
        "and or but as it he she they we you i not no n't who which what when where if than then there so out".split()
    )
    | AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
)
_SHARING = frozenset("of for with at by to from into about".split())
_SHORT_ASIDE = 4
_LONGEST_MERGE = 16
_LONGEST_WITH_ASIDE = 20
_LONG_ENOUGH = 7
_ENOUGH_WORDS = 2
_TELLING_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    tokens: tuple[Token, ...]
    opening: Opening
    aside: int = 0  # how many of the tokens stand between commas behind the subject

    @property
    def folded(self) -> list[str]:
        return [fold_case(token.text) for token in self.tokens]


def split_clauses(
    text: str,
    sentence: Range,
    values: Sequence[Range] = (),
    edges: Sequence[int] = (),
    measures: Collection[Range] = (),
) -> tuple[Range, ...]:
    """Return the clauses of one sentence in reading order, trimmed of marks and opening conjunctions.

    Args:
        text: Document.text, n code points.
        sentence: The sentence's half-open range.
        values: Half-open ranges of quantities in the sentence, sorted; no cut goes through one.
        edges: Offsets where a cut is certain (a quotation meets the words that frame it), sorted.
        measures: Those of `values` that state a matter of their own (a distance, a time of day, a price); a clause is
            cut in front of a second one.

    Returns:
        Half-open ranges that do not overlap; each holds a predicate or a value, or stands between edges.
    """
    tokens = tokenize(text, *sentence)
    if not tokens:
        return ()
    openings = _openings(tokens, values)
    for edge in edges:
        edge = next((start for start, end in values if start < edge < end), edge)  # noqa: PLW2901
        index = next((k for k, token in enumerate(tokens) if token.start >= edge), 0)
        if index:
            openings[index] = "edge"
    bounds = [0, *sorted(openings), len(tokens)]
    pieces = [_Piece(tuple(tokens[a:b]), openings.get(a, "start")) for a, b in itertools.pairwise(bounds) if a < b]
    parts = [part for piece in pieces for part in _cut_between_measures(piece, values, measures)]
    kept = _repair(_with_appositions(parts), values)
    if not kept and not edges and _ENOUGH_WORDS < len(tokens) <= _LONGEST_MERGE:
        kept = [_Piece(tuple(tokens), "start")]  # no verb was recognised: better the sentence than nothing
    guarded = {start for start, _ in values}
    place = {token.start: index for index, token in enumerate(tokens)}
    trimmed = [
        trim(piece.tokens, guarded, tokens[(end := place[piece.tokens[-1].start] + 1) : end + 2]) for piece in kept
    ]
    return tuple((t[0].start, t[-1].end) for t in trimmed if t and _is_substantial(t, values))


def _openings(tokens: Sequence[Token], values: Sequence[Range]) -> dict[int, Opening]:
    """Indexes of tokens that open a piece, with what opens it there."""
    folded = _folded(tokens, values)
    openings: dict[int, Opening] = {}
    has_verb = is_verb(folded, 0)
    asides = _asides(tokens)
    starts, ends = {start for start, _ in values}, {end for _, end in values}
    last = 0
    for index in range(1, len(folded)):
        if folded[index] == IN_VALUE or index in asides:
            continue
        if folded[index] in {"after", "before"} and tokens[index - 1].end in ends:
            continue  # "eight days after the reports began" dates one event by another
        opening = _opening_at(tokens, folded, index, has_verb=has_verb, aside_before=index - 1 in asides)
        if opening == "participle" and index - last < _LONG_ENOUGH and folded[index] not in _OPENING_GERUNDS:
            opening = None
        if opening is None and (parts_two_counts(tokens, folded, (last, index), (starts, ends), has_verb=has_verb)):
            opening = "value"
        if opening is None and openings.get(last) == "sub" and resumes_behind_relative(folded, last, index):
            opening = "main"
        if opening is not None:
            openings[index] = opening
            has_verb, last = False, index
        has_verb = has_verb or is_verb(folded, index)
    return openings


def _folded(tokens: Sequence[Token], values: Sequence[Range]) -> list[str]:
    """Lower-cased words of a sentence; every token of a value behind its first is a filler that no rule knows."""
    starts = [start for start, _ in values]

    def inside(token: Token) -> bool:
        at = bisect_left(starts, token.start) - 1
        return at >= 0 and token.start < values[at][1]

    return [IN_VALUE if inside(token) else fold_case(token.text) for token in tokens]


def _asides(tokens: Sequence[Token]) -> set[int]:
    """Indexes of what short brackets hold, and behind them: "10 km (six miles)", "the Guards (IRG)"."""
    inside: set[int] = set()
    for index, token in enumerate(tokens):
        if token.text in "([":
            close = next(
                (k for k in range(index + 1, min(len(tokens), index + 2 + 2 * _SHORT_ASIDE)) if tokens[k].text in ")]"),
                None,
            )
            if close is not None and sum(t.text[0].isalpha() for t in tokens[index:close]) <= _SHORT_ASIDE:
                inside.update(range(index, close + 1))
    return inside


def _opening_at(
    tokens: Sequence[Token], folded: Sequence[str], index: int, *, has_verb: bool, aside_before: bool
) -> Opening | None:
    word, before = folded[index], folded[index - 1]
    mark, mark_before = tokens[index].text, tokens[index - 1].text
    if (
        mark in _DASHES
        or mark_before in _DASHES
        or mark in _BRACKETS
        or (mark_before in _BRACKETS and not aside_before)
    ):
        return "hard"
    if ";" in {word, before} or (":" in {word, before} and not parts_a_clock(folded, index)):
        return "hard"
    if before == "," and mark not in MARKS:
        return None if is_list_item(folded, index) else "comma"
    if word in SUBORDINATORS:
        adverb = (
            (word == "that" and before in {"all", "so", "than"})
            or (word == "since" and before in AUXILIARIES)
            or (word == "but" and before in {"all", "nothing", "anything", "none", "everything"})
        )
        return None if adverb else "sub"
    if word in COORDINATORS or word == "with":
        return _coordination(folded, index, has_verb=has_verb)
    if word == "as" and has_verb and before not in {"as", "such", "same", "well", "known"}:
        return "sub" if folded[index + 1 : index + 2] and opens_as_clause(folded, index + 1) else None
    if word in AUXILIARIES or stands_inside_phrase(before):
        return None
    if word in _OPENING_GERUNDS or (is_gerund(word) and has_verb and opens_participle(folded, index)):
        return "participle"
    return "participle" if is_past(word) and has_verb and opens_participle(folded, index) else None


def _coordination(folded: Sequence[str], index: int, *, has_verb: bool) -> Opening | None:
    if folded[index] == "with":
        opens = has_verb and index + 3 < len(folded) and not is_verb(folded, index + 2)
        return "coord" if opens and predicate_follows(folded, index + 1) else None
    if folded[index - 1] in _SHARING:
        return None  # "knew of and directed the talks": both verbs have one object
    if folded[index - 1] in MARKS and folded[max(0, index - 2)] == ",":
        return "comma" if predicate_follows(folded, index + 1) else None
    both = "both" in folded[max(0, index - 4) : index]
    return "coord" if has_verb and not both and predicate_follows(folded, index + 1) else None


def _cut_between_measures(piece: _Piece, values: Sequence[Range], measures: Collection[Range]) -> list[_Piece]:
    """Cut a piece in front of a measure that is not its first value, at the preposition that leads up to it."""
    tokens = piece.tokens
    low, high = bisect_left(values, (tokens[0].start, 0)), bisect_left(values, (tokens[-1].end, 0))
    held = [value for value in values[low:high] if value[1] <= tokens[-1].end]
    starts = [token.start for token in tokens]
    asides = _asides(tokens)
    cuts: list[int] = []
    begin = 0
    for left, right in itertools.pairwise(held):
        first = bisect_left(starts, right[0])
        if right not in measures or first in asides:
            continue
        behind = max(begin + 1, bisect_left(starts, left[1]))
        between = [k for k in range(behind, first) if k not in asides]
        marks = [k for k in between if fold_case(tokens[k].text) in _LEAD_UP]
        if not marks and between and fold_case(tokens[between[-1]].text) in {"of", "per", "than", "a", "an", "just"}:
            continue
        telling = [k for k in marks if fold_case(tokens[k].text) not in _ROUNDING] or marks
        begin = telling[-1] if telling else first
        while begin - 1 in telling:
            begin -= 1  # "valued at"
        cuts.append(begin)
        ended = bisect_left(starts, right[1])
        if ended < len(tokens) and is_finite(fold_case(tokens[ended].text)):
            cuts.append(ended)  # "coins valued at £500 | went missing"
    bounds = [0, *cuts, len(tokens)]
    return [_Piece(tokens[a:b], piece.opening if a == 0 else "value") for a, b in itertools.pairwise(bounds) if a < b]


def _with_appositions(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Join a subject, what stands between commas behind it, and its verb: "The auditors, Greaves Holt, resigned"."""
    joined: list[_Piece] = []
    index = 0
    while index < len(pieces):
        trio = pieces[index : index + 3]
        if len(trio) == 3 and _is_subject(trio[0]) and _is_aside(trio[1]) and _goes_on(trio[2]):
            tokens = tuple(token for piece in trio for token in piece.tokens)
            if len(tokens) <= _LONGEST_WITH_ASIDE:
                joined.append(_Piece(tokens, trio[0].opening, aside=len(trio[1].tokens)))
                index += 3
                continue
        joined.append(pieces[index])
        index += 1
    return joined


def _is_subject(piece: _Piece) -> bool:
    folded = piece.folded
    fronted = folded[0] in PREPOSITIONS or folded[0] in SUBORDINATORS
    return piece.opening != "value" and folded[-1] == "," and not fronted and not holds_verb(folded)


def _is_aside(piece: _Piece) -> bool:
    folded = piece.folded
    return (
        piece.opening == "comma"
        and folded[-1] == ","
        and folded[0] not in RELATIVES | {"whose", "whom"}
        and (folded[0] == "including" or not holds_verb(folded))
    )


def _goes_on(piece: _Piece) -> bool:
    return piece.opening == "comma" and is_verb(piece.folded, 0) and not is_gerund(piece.folded[0])


def _repair(pieces: Sequence[_Piece], values: Sequence[Range]) -> list[_Piece]:
    """Give pieces without a predicate back to the clause they complete, or leave them out."""
    kept: list[_Piece] = []
    subject: _Piece | None = None  # a noun phrase whose relative clause comes next ("the blaze | that hit two mills")
    goes_on = False  # whether the last kept clause is such a phrase with its clause, which the main verb may follow
    last_end = -1
    for index, cut in enumerate(pieces):
        states = holds_verb(cut.folded) or (cut.opening == "value" and _holds_value(cut, values))
        adjoins = bool(kept) and last_end == cut.tokens[0].start and cut.opening not in {"hard", "edge"}
        piece = cut if subject is None or cut.opening != "sub" else _joined(subject, cut)
        completes = adjoins and (
            (cut.opening == "main" and goes_on)
            or (_is_restrictive(cut, kept[-1]) and not _holds_value(cut, values))
            or (not states and cut.opening in {"sub", "coord", "participle"})
        )
        if completes and _fits(kept[-1], cut):
            kept[-1] = _joined(kept[-1], cut)
        elif states or piece is not cut or _holds_value(cut, values) or (cut.opening == "edge" and _is_telling(cut)):
            kept.append(piece)
            goes_on = piece is not cut and not _holds_value(piece, values)
        else:
            subject = cut if index + 1 < len(pieces) and _is_subject_of(cut, pieces[index + 1]) else None
            continue
        subject = None
        last_end = _next_start(pieces, index)
    return kept


def _is_subject_of(piece: _Piece, following: _Piece) -> bool:
    """Tell whether a noun phrase belongs to the clause behind it; behind "claims" and "reports" the claim begins."""
    if following.opening != "sub" or piece.opening not in {"start", "edge"}:
        return False
    relative = following.folded[0] in RELATIVES and is_verb(following.folded, min(1, len(following.folded) - 1))
    return relative or piece.opening == "start"


def _joined(left: _Piece, right: _Piece) -> _Piece:
    return _Piece((*left.tokens, *right.tokens), left.opening, aside=left.aside)


def _is_telling(piece: _Piece) -> bool:
    """Tell whether reported words without a verb still say something ("complicity in foreign terror")."""
    return sum(word[0].isalpha() and word not in _FUNCTION_WORDS for word in piece.folded) >= _TELLING_WORDS


def _is_restrictive(piece: _Piece, before: _Piece) -> bool:
    """Tell whether a relative clause says which one is meant ("customers who have applied the update")."""
    if piece.opening != "sub" or piece.folded[0] not in {"that", "who", "which"}:
        return False
    noun = before.folded[-1]
    return noun[0].isalpha() and not is_verb(before.folded, len(before.tokens) - 1)


def _next_start(pieces: Sequence[_Piece], index: int) -> int:
    return pieces[index + 1].tokens[0].start if index + 1 < len(pieces) else -1


def _fits(left: _Piece, right: _Piece) -> bool:
    return len(left.tokens) - left.aside + len(right.tokens) <= _LONGEST_MERGE


def _holds_value(piece: _Piece, values: Sequence[Range]) -> bool:
    first = bisect_left(values, (piece.tokens[0].start, 0))
    return first < len(values) and values[first][1] <= piece.tokens[-1].end


def _is_substantial(tokens: Sequence[Token], values: Sequence[Range]) -> bool:
    if _holds_value(_Piece(tuple(tokens), "start"), values):
        return True
    words = [fold_case(token.text) for token in tokens if token.text[0].isalpha()]
    return len(words) >= _ENOUGH_WORDS and any(word not in _FUNCTION_WORDS for word in words)
