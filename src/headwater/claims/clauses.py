"""Clauses of a text: the smallest runs of words that state a matter, found without a parser.

Offsets are half-open code-point ranges. A sentence is cut where a mark, a conjunction or a participle opens a new
predicate; pieces that hold no predicate (appositions, places, list items) go back to the clause they complete or are
left out, and a measure ("at a depth of 10 km") may stand alone. In hand-labelled stories a statement has a median of 7
words and nine tenths stay under 12. Imports: text, lexicon and this room only.
"""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.claims.predicates import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    holds_verb,
    is_gerund,
    is_past,
    is_verb,
)
from headwater.text import Token, fold_case, tokenize

Range = tuple[int, int]
# What opens a piece: the sentence, a hard mark, the edge of a quotation or its frame, a comma, a subordinator, a
# coordination, a participle, or a further value.
Opening = Literal["start", "hard", "edge", "comma", "sub", "coord", "participle", "value"]

_DASHES = frozenset("—–")
_BRACKETS = frozenset("()[]")
_MARKS = frozenset('"“”„«»')
_SUBORDINATORS = frozenset(
    "after although because before but if once since that though unless until when whenever where whereas whether "
    "which while who whose".split()
)
_COORDINATORS = frozenset("and or nor plus".split())
_OPENING_GERUNDS = frozenset("leaving killing injuring wounding forcing bringing raising saying adding".split())
_LEADING = frozenset("and or but nor plus with that that's which who whose so then also while with as".split())
_LEAD_UP = (PREPOSITIONS - {"of"}) | frozenset("worth valued costing weighing measuring lasting aged".split())
_TRAILING = frozenset("and or but nor the a an of that as".split())
_FUNCTION_WORDS = (
    frozenset(
        "and or but as it he she they we you i not no n't who which what when where if than then there so out".split()
    )
    | AUXILIARIES
    | PREPOSITIONS
    | DETERMINERS
)
_PREDICATE_REACH = 6
_SHORT_ASIDE = 4
_LONGEST_MERGE = 16
_LONG_ENOUGH = 7
_ENOUGH_WORDS = 2
_TELLING_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    tokens: tuple[Token, ...]
    opening: Opening

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
        index = next((k for k, token in enumerate(tokens) if token.start >= edge), 0)
        if index:
            openings[index] = "edge"
    bounds = [0, *sorted(openings), len(tokens)]
    pieces = [_Piece(tuple(tokens[a:b]), openings.get(a, "start")) for a, b in itertools.pairwise(bounds) if a < b]
    parts = [part for piece in pieces for part in _cut_between_measures(piece, values, measures)]
    kept = _repair(parts, values)
    if not kept and not edges and _ENOUGH_WORDS < len(tokens) <= _LONGEST_MERGE:
        kept = [_Piece(tuple(tokens), "start")]  # no verb was recognised: better the sentence than nothing
    trimmed = [_trim(piece, values) for piece in kept]
    return tuple((t[0].start, t[-1].end) for t in trimmed if t and _is_substantial(t, values))


def _openings(tokens: Sequence[Token], values: Sequence[Range]) -> dict[int, Opening]:
    """Indexes of tokens that open a piece, with what opens it there."""
    folded = [fold_case(token.text) for token in tokens]
    openings: dict[int, Opening] = {}
    has_verb = is_verb(folded, 0)
    asides = _asides(tokens)
    value_ends = {end for _, end in values}
    last = 0
    for index in range(1, len(folded)):
        inside = any(start < tokens[index].start < end for start, end in values)
        if inside or index in asides or (folded[index] in {"after", "before"} and tokens[index - 1].end in value_ends):
            continue  # "eight days after the reports began" dates one event by another
        opening = _opening_at(tokens, folded, index, has_verb=has_verb, aside_before=index - 1 in asides)
        if opening == "participle" and index - last < _LONG_ENOUGH and folded[index] not in _OPENING_GERUNDS:
            opening = None
        if opening is not None:
            openings[index] = opening
            has_verb, last = False, index
        has_verb = has_verb or is_verb(folded, index)
    return openings


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
    if ";" in {word, before} or (":" in {word, before} and not _is_clock(folded, index)):
        return "hard"
    if before == "," and mark not in _MARKS:
        return None if _is_list_item(folded, index) else "comma"
    if word in _SUBORDINATORS:
        return None if word == "that" and before in {"all", "so", "than"} else "sub"
    if word in _COORDINATORS:
        both = "both" in folded[max(0, index - 4) : index]
        return "coord" if has_verb and not both and _predicate_follows(folded, index + 1) else None
    if word == "with" and has_verb and index + 3 < len(folded):
        return "coord" if not is_verb(folded, index + 2) and _predicate_follows(folded, index + 1) else None
    if word == "as" and has_verb and before not in {"as", "such", "same", "well", "known"}:
        return "sub" if folded[index + 1 : index + 2] and _opens_as_clause(folded, index + 1) else None
    if word in AUXILIARIES or _is_inside_phrase(before):
        return None
    if word in _OPENING_GERUNDS or (is_gerund(word) and has_verb and _opens_participle(folded, index)):
        return "participle"
    return "participle" if is_past(word) and has_verb and _opens_participle(folded, index) else None


def _opens_as_clause(folded: Sequence[str], start: int) -> bool:
    """Tell whether "as" begins a clause ("as the quake shook houses") rather than a comparison or a role."""
    return (folded[start] in DETERMINERS or folded[start] in PRONOUNS) and _predicate_follows(folded, start)


def _is_inside_phrase(before: str) -> bool:
    return (
        before in PREPOSITIONS
        or before in DETERMINERS
        or before in AUXILIARIES
        or before in PRONOUNS
        or not before[0].isalnum()
    )


def _is_clock(folded: Sequence[str], index: int) -> bool:
    """Tell whether a colon here stands between figures ("7: 37")."""
    colon = index if folded[index] == ":" else index - 1
    around = [*folded[colon - 1 : colon], *folded[colon + 1 : colon + 2]]
    return len(around) == 2 and all(word[0].isdecimal() for word in around)


def _opens_participle(folded: Sequence[str], index: int) -> bool:
    """A participle behind a noun opens a clause ("villages flooded by the river"); inside a verb group it does not."""
    if any(word in AUXILIARIES or word == "to" for word in folded[max(0, index - 3) : index]):
        return False
    following = folded[index + 1] if index + 1 < len(folded) else "."
    return following in PREPOSITIONS or following in DETERMINERS or following.endswith("ly")


def _is_list_item(folded: Sequence[str], index: int) -> bool:
    """Tell whether what follows a comma is one more item of a list rather than a clause or an apposition's end."""
    following = folded[index : index + 4]
    if following[0] in _COORDINATORS:
        return not _predicate_follows(folded, index + 1)
    if following[0] in _SUBORDINATORS or following[0] in DETERMINERS or following[0] in PREPOSITIONS:
        return False
    stop = next((k for k, word in enumerate(following) if word in {",", ".", "and", "or"}), None)
    if stop is None or stop > 2 or is_gerund(following[0]):
        return False
    return not holds_verb(following[:stop])


def _predicate_follows(folded: Sequence[str], start: int) -> bool:
    """Tell whether a verb comes before anything that closes the noun phrase behind a conjunction."""
    counts = any(word[0].isdecimal() for word in folded[start : start + 3])
    for index in range(start, min(len(folded), start + _PREDICATE_REACH + 2 * counts)):
        word = folded[index]
        if word in _COORDINATORS and counts:
            continue  # "and about 1,500 houses and barns were damaged"
        if word in _SUBORDINATORS or word in _COORDINATORS or not word[0].isalnum() or word == "as":
            return False
        if word in PREPOSITIONS and word != "of" and index > start:
            return False
        if is_verb(folded, index):
            return True
    return False


def _cut_between_measures(piece: _Piece, values: Sequence[Range], measures: Collection[Range]) -> list[_Piece]:
    """Cut a piece in front of a measure that is not its first value, at the preposition that leads up to it."""
    tokens = piece.tokens
    held = [v for v in values if tokens[0].start <= v[0] and v[1] <= tokens[-1].end]
    asides = _asides(tokens)
    cuts: list[int] = []
    begin = 0
    for left, right in itertools.pairwise(held):
        first = next((k for k, token in enumerate(tokens) if token.start >= right[0]), 0)
        if right not in measures or first in asides:
            continue
        between = [k for k in range(begin + 1, first) if tokens[k].start >= left[1] and k not in asides]
        marks = [k for k in between if fold_case(tokens[k].text) in _LEAD_UP]
        if not marks and between and fold_case(tokens[between[-1]].text) in {"of", "per", "than", "a", "an", "just"}:
            continue
        begin = marks[0] if marks else first
        cuts.append(begin)
    bounds = [0, *cuts, len(tokens)]
    return [_Piece(tokens[a:b], piece.opening if a == 0 else "value") for a, b in itertools.pairwise(bounds) if a < b]


def _repair(pieces: Sequence[_Piece], values: Sequence[Range]) -> list[_Piece]:
    """Give pieces without a predicate back to the clause they complete, or leave them out."""
    kept: list[_Piece] = []
    open_subject: _Piece | None = None
    last_end = -1
    for index, piece in enumerate(pieces):
        states = holds_verb(piece.folded) or (piece.opening == "value" and _holds_value(piece, values))
        adjoins = bool(kept) and last_end == piece.tokens[0].start and piece.opening not in {"hard", "edge"}
        if open_subject is not None and piece.opening == "sub":
            piece, open_subject = _Piece((*open_subject.tokens, *piece.tokens), open_subject.opening), None  # noqa: PLW2901
            states = True
        if adjoins and _is_restrictive(piece, kept[-1]) and not _holds_value(piece, values) and _fits(kept[-1], piece):
            kept[-1] = _Piece((*kept[-1].tokens, *piece.tokens), kept[-1].opening)
            last_end = _next_start(pieces, index)
        elif states:
            kept.append(piece)
            last_end = _next_start(pieces, index)
        elif piece.opening in {"sub", "coord", "participle"} and adjoins and _fits(kept[-1], piece):
            kept[-1] = _Piece((*kept[-1].tokens, *piece.tokens), kept[-1].opening)
            last_end = _next_start(pieces, index)
        elif _holds_value(piece, values) or (piece.opening == "edge" and _is_telling(piece)):
            kept.append(piece)
            last_end = _next_start(pieces, index)
        elif piece.opening == "start" and index + 1 < len(pieces) and pieces[index + 1].opening == "sub":
            open_subject = piece
    return kept


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
    return len(left.tokens) + len(right.tokens) <= _LONGEST_MERGE


def _holds_value(piece: _Piece, values: Sequence[Range]) -> bool:
    return any(piece.tokens[0].start <= start and end <= piece.tokens[-1].end for start, end in values)


def _trim(piece: _Piece, values: Sequence[Range]) -> tuple[Token, ...]:
    tokens = piece.tokens
    start, end = 0, len(tokens)
    guarded = {s for s, _ in values}
    while start < end and not tokens[start].text[0].isalnum() and tokens[start].text not in "$€£¥#":
        start += 1
    while end > start and not tokens[end - 1].text[0].isalnum() and tokens[end - 1].text not in "%)":
        end -= 1
    if end > start and tokens[end - 1].text == ")" and not any(t.text == "(" for t in tokens[start:end]):
        end -= 1
    while start < end - 1 and fold_case(tokens[start].text) in _LEADING and tokens[start].start not in guarded:
        if fold_case(tokens[start].text) == "as" and fold_case(tokens[start + 1].text) in {
            "well",
            "many",
            "much",
            "few",
        }:
            break
        start += 1
    while end - 1 > start and fold_case(tokens[end - 1].text) in _TRAILING:
        end -= 1
    if end < len(tokens) and tokens[end].text in _MARKS and sum(t.text in _MARKS for t in tokens[start:end]) % 2:
        end += 1
    return tokens[start:end]


def _is_substantial(tokens: Sequence[Token], values: Sequence[Range]) -> bool:
    if any(tokens[0].start <= start and end <= tokens[-1].end for start, end in values):
        return True
    words = [fold_case(token.text) for token in tokens if token.text[0].isalpha()]
    return len(words) >= _ENOUGH_WORDS and any(word not in _FUNCTION_WORDS for word in words)
