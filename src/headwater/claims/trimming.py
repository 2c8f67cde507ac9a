"""Ends of a clause: marks, conjunctions and half quotations that belong to the sentence, not to the matter.

Imports: text and this room only.
"""

from collections.abc import Sequence, Set

from headwater.claims.predicates import PREPOSITIONS, holds_verb
from headwater.text import Token, fold_case

_LEADING = frozenset("and or but nor plus with that that's which who whose so then also with as".split())
# What these open is told as a fact; "if", "unless", "until" and "whether" stay, since what follows them is not.
_LEADING_BEFORE_CLAUSES = frozenset(
    "after although because before once since though when whenever where whereas while".split()
)
_TRAILING = frozenset("and or but nor the a an of that as because although though while whereas , than".split())
_TRAILING_RELATIVES = frozenset({"which", "whom", "whose"})
_LEADING_BEFORE_NOUNS = frozenset({"after", "before", "since", "because"})
_BREAKS = frozenset({",", "and", "or", "but"})
_KEPT_AS = frozenset({"as well", "as many", "as much", "as few"})
_STRAIGHT = '"'
_OPENING_MARKS = frozenset("“„«")
_CLOSING_MARKS = frozenset("”»")
_MARKS = frozenset({_STRAIGHT, *_OPENING_MARKS, *_CLOSING_MARKS})
_MONEY = frozenset("$€£¥#")


def trim(tokens: Sequence[Token], guarded: Set[int], following: Sequence[Token] = ()) -> tuple[Token, ...]:
    """Return the tokens of a clause without the marks and conjunctions at its ends, its quotations whole.

    Args:
        tokens: The clause as it was cut.
        guarded: Offsets where a value starts; no word there is taken away.
        following: The next tokens of the sentence; a mark that closes the clause's quotation is taken back from them.
    """
    start, end = 0, len(tokens)
    while start < end and not tokens[start].text[0].isalnum() and tokens[start].text not in _MONEY:
        start += 1
    while end > start and not tokens[end - 1].text[0].isalnum() and tokens[end - 1].text not in "%)":
        end -= 1
    if end > start and tokens[end - 1].text == ")" and not any(t.text == "(" for t in tokens[start:end]):
        end -= 1
    folded = [fold_case(token.text) for token in tokens[:end]]
    while start < end - 1 and tokens[start].start not in guarded and _leads(folded, start):
        start += 1
        while start < end - 1 and tokens[start].text in _MARKS:
            start += 1
    end = _without_tail(folded, start, end)
    return (*tokens[start:end], *_closing(tokens[start:end], (*tokens[end:], *following)))


def _without_tail(folded: Sequence[str], start: int, end: int) -> int:
    """Where a clause ends without what opens the next one: "in which", "and seriously", "because"."""
    while end - 1 > start:
        last, before = folded[end - 1], folded[end - 2]
        if last in _TRAILING_RELATIVES and before in PREPOSITIONS and end - 2 > start:
            end -= 2
        elif last in _TRAILING or last in _TRAILING_RELATIVES:
            end -= 1
        elif last.endswith("ly") and before in {"and", "or"} and end - 2 > start:
            end -= 2
        else:
            break
    return end


def _leads(folded: Sequence[str], index: int) -> bool:
    word = folded[index]
    if word in {"even", "just"} and folded[index + 1] in _LEADING_BEFORE_CLAUSES | {"as"}:
        return True
    if word in _LEADING_BEFORE_CLAUSES:  # "since Thursday" and "after the flood" are no clauses
        rest = folded[index + 1 :]
        if word in _LEADING_BEFORE_NOUNS:
            rest = rest[: next((k for k, other in enumerate(rest) if other in _BREAKS), len(rest))]
        return holds_verb(rest)
    return word in _LEADING and f"{word} {folded[index + 1]}" not in _KEPT_AS


def _closing(tokens: Sequence[Token], following: Sequence[Token]) -> tuple[Token, ...]:
    """The mark, with a comma before it, that closes a quotation which the tokens leave open."""
    if not _leaves_open(tokens):
        return ()
    for count, token in enumerate(following[:2], start=1):
        if token.text in _MARKS:
            return tuple(following[:count])
        if token.text[0].isalnum():
            break
    return ()


def _leaves_open(tokens: Sequence[Token]) -> bool:
    opened: list[str] = []
    for token in tokens:
        if token.text == _STRAIGHT and opened and opened[-1] == _STRAIGHT:
            opened.pop()
        elif token.text == _STRAIGHT or token.text in _OPENING_MARKS:
            opened.append(token.text)
        elif token.text in _CLOSING_MARKS and opened:
            opened.pop()
    return bool(opened)
