"""Clauses of a text: the smallest runs of words that state a matter, found without a parser.

Offsets are half-open code-point ranges. A sentence is cut where punctuation, a conjunction or a participle opens a new
predicate, and a clause that holds several quantities is cut between them. In hand-labelled stories a statement has a
median of 7 words and nine tenths stay under 12, so cuts are generous. Imports: text and records only.
"""

import itertools
from collections.abc import Sequence

from headwater.text import Token, fold_case, tokenize

Range = tuple[int, int]

_HARD = frozenset(";:()[]—–")
_QUOTES = frozenset('"“”„«»')
# Words that open a new clause wherever they stand.
_SUBORDINATORS = frozenset(
    "after although because before but if once since that though unless until when where whereas whether which while "
    "who whose".split()
)
# Words that open a new clause only when a predicate or a number follows soon.
_COORDINATORS = frozenset(
    "and or nor plus with leaving killing injuring wounding forcing bringing raising saying adding".split()
)
_NOT_PARTICIPLES = frozenset(
    "according building buildings during evening everything king morning nothing ring something spring string thing "
    "things wing wedding meeting including being having going following pending hearing".split()
)
_FUNCTION_WORDS = frozenset(
    "a an the of in on at by to for from with and or but as that this these those it its his her their our your my he "
    "she they we you i is are was were be been being has have had do does did will would can could may might must "
    "should shall not no n't which who whom whose what when where while if than then there so up out into over".split()
)
_MIN_WORDS = 2


def split_clauses(
    text: str, sentence: Range, values: Sequence[Range] = (), edges: Sequence[int] = ()
) -> tuple[Range, ...]:
    """Return the clauses of one sentence in reading order, trimmed of marks and opening conjunctions.

    Args:
        text: Document.text, n code points.
        sentence: The sentence's half-open range.
        values: Half-open ranges of quantities in the sentence, sorted; no cut goes through one, and a clause with
            several is cut between them.
        edges: Offsets where a cut is certain (a quotation begins or ends), sorted.

    Returns:
        Half-open ranges that do not overlap; none shorter than two words unless it holds a value.
    """
    tokens = tokenize(text, *sentence)
    if not tokens:
        return ()
    folded = [fold_case(token.text) for token in tokens]
    cuts = _clause_openings(folded)
    cuts |= {next((k for k, token in enumerate(tokens) if token.start >= edge), 0) for edge in edges} - {0}
    pieces = _pieces(tokens, sorted(cut for cut in cuts if not _inside(values, tokens[cut].start)))
    clauses: list[Range] = []
    for piece in pieces:
        for part in _cut_between_values(piece, values):
            trimmed = _trim(part)
            if trimmed and _is_substantial(trimmed, values):
                clauses.append((trimmed[0].start, trimmed[-1].end))
    return tuple(clauses)


def _clause_openings(folded: Sequence[str]) -> set[int]:
    """Indexes of words that open a clause; a past form opens one only where the clause before has its verb already."""
    cuts: set[int] = set()
    has_verb = _is_verb_form(folded[0])
    for index in range(1, len(folded)):
        opens = _opens_clause(folded, index)
        if opens and folded[index].endswith("ed") and folded[index - 1][0].isalnum():
            # "killed" is its clause's verb, "weaponised aircraft" an adjective; "villages flooded by" opens a clause.
            following = folded[index + 1] if index + 1 < len(folded) else "."
            in_verb_group = any(
                word in _AUXILIARIES for word in folded[max(0, index - 3) : index]
            )  # "had ever reached"
            opens = (
                has_verb
                and not in_verb_group
                and (following in _FUNCTION_WORDS or following.endswith("ly") or not following[0].isalnum())
            )
        if opens:
            cuts.add(index)
            has_verb = False
        has_verb = has_verb or _is_verb_form(folded[index])
    return cuts


def _is_verb_form(word: str) -> bool:
    return word in _AUXILIARIES or _is_participle(word)


def _opens_clause(folded: Sequence[str], index: int) -> bool:
    word, before = folded[index], folded[index - 1]
    if index > 1 and before == ":" and word[0].isdecimal() and folded[index - 2][-1].isdecimal():
        return False  # "7: 37 a.m."
    if word == ":" and index + 1 < len(folded) and folded[index + 1][0].isdecimal() and before[-1].isdecimal():
        return False
    if before in _HARD or word in _HARD or before in _QUOTES or word in _QUOTES:
        return True
    if word in _SUBORDINATORS:
        return not (word == "that" and before in {"all", "so", "than"})
    if before == "," and word[0].isalpha():
        return not _is_list_item(folded, index)
    if word in _COORDINATORS:
        return word not in {"and", "or", "nor", "plus", "with"} or _predicate_follows(folded, index + 1)
    if not _is_participle(word) or before in _FUNCTION_WORDS or not before[0].isalpha():
        return False
    # "being actively exploited" is one predicate, "villages flooded by the river" opens another.
    return not (before.endswith("ly") and index > 1 and folded[index - 2] in _FUNCTION_WORDS)


def _is_list_item(folded: Sequence[str], index: int) -> bool:
    """Tell whether what follows a comma is a name or one more item of a list rather than a clause."""
    following = folded[index : index + 4]
    if following[0] in _COORDINATORS or _is_participle(following[0]):
        return False
    stop = next((k for k, word in enumerate(following) if word in {",", ".", "and"}), None)
    return stop is not None and stop <= 2 and all(not _is_participle(word) for word in following[:stop])


def _predicate_follows(folded: Sequence[str], index: int) -> bool:
    """Tell whether a verb form or a number stands among the next four words."""
    window = folded[index : index + 4]
    return any(word[0].isdecimal() or _is_participle(word) or word in _AUXILIARIES for word in window if word)


_AUXILIARIES = frozenset("is are was were has have had will would could may might did does do be been".split())


def _is_participle(word: str) -> bool:
    if word in _NOT_PARTICIPLES or not word.isalpha():
        return False
    return (word.endswith("ing") and len(word) > 5) or (word.endswith("ed") and len(word) > 4)


def _inside(values: Sequence[Range], offset: int) -> bool:
    return any(start < offset < end for start, end in values)


def _pieces(tokens: Sequence[Token], cuts: Sequence[int]) -> list[Sequence[Token]]:
    bounds = [0, *cuts, len(tokens)]
    return [tokens[a:b] for a, b in itertools.pairwise(bounds) if a < b]


_PREPOSITIONS = frozenset("in on at by to for from with of and or about near off , some around".split())


def _cut_between_values(piece: Sequence[Token], values: Sequence[Range]) -> list[Sequence[Token]]:
    """Cut a piece that holds several values before the last preposition or conjunction between two of them."""
    held = [v for v in values if piece[0].start <= v[0] and v[1] <= piece[-1].end]
    parts: list[Sequence[Token]] = []
    begin = 0
    for left, right in itertools.pairwise(held):
        between = [k for k, token in enumerate(piece) if left[1] <= token.start < right[0] and k > begin]
        marks = [k for k in between if fold_case(piece[k].text) in _PREPOSITIONS]
        if marks:
            parts.append(piece[begin : marks[-1]])
            begin = marks[-1]
    parts.append(piece[begin:])
    return [part for part in parts if part]


_LEADING = frozenset("and or but nor plus that which who as so then also while with".split())


def _trim(piece: Sequence[Token]) -> Sequence[Token]:
    start, end = 0, len(piece)
    while start < end and (not piece[start].text[0].isalnum() and piece[start].text not in "$€£¥#"):
        start += 1
    while end > start and not piece[end - 1].text[0].isalnum() and piece[end - 1].text != "%":
        end -= 1
    while start < end - 1 and fold_case(piece[start].text) in _LEADING:
        start += 1
    return piece[start:end]


def _is_substantial(piece: Sequence[Token], values: Sequence[Range]) -> bool:
    if any(piece[0].start <= start and end <= piece[-1].end for start, end in values):
        return True
    words = [fold_case(token.text) for token in piece if token.text[0].isalpha()]
    return len(words) >= _MIN_WORDS and any(word not in _FUNCTION_WORDS for word in words)
