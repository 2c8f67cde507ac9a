"""Attributions inside the contents of others: which stands in which, one record for each hop.

Imports: the standard library and this package's drafts and polarity only.
"""

from headwater.attribution.drafts import Draft
from headwater.attribution.polarity import classify_cue

Parents = list[int | None]

_FIRST_AND_SECOND = frozenset("i we you me us let".split())
_HOPS = frozenset(
    (
        "verb-clause verb-quotation inverted phrase-first phrase-last hearsay hearsay-adverb passive reach quoted-as"
    ).split()
)


def speaks(text: str, draft: Draft) -> bool:
    """Tell whether a relation inside a quotation is a hop of its own: a third party's words, not "I think"."""
    hop = draft.rule in _HOPS
    if draft.cue and not hop:
        hop = classify_cue(text[slice(*draft.cue)], "")[0] in ("deny", "decline", "unreachable", "claim")
    if draft.source is None:
        return hop
    source = text[slice(*draft.source)].lower().replace("’", "'")
    return hop and source.partition("'")[0] not in _FIRST_AND_SECOND


def drop_echoes(drafts: list[Draft]) -> list[Draft]:
    """Leave out what stands in a content but credits a source outside it: "declined [to say who ...]" is one act."""
    parents = find_parents(drafts)
    return [
        draft
        for draft, parent in zip(drafts, parents, strict=True)
        if parent is None or draft.source is None or _holds(drafts[parent], draft.source)
    ]


def _holds(draft: Draft, place: tuple[int, int]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in draft.content)


def find_parents(drafts: list[Draft]) -> Parents:
    """Return for each draft the index of the smallest other one whose content holds its cue (its content, without one).

    Args:
        drafts: Relations of one document, any order.
    """
    pieces = sorted(
        ((start, end, index) for index, draft in enumerate(drafts) for start, end in draft.content),
        key=lambda piece: (piece[0], -piece[1]),
    )
    anchors = sorted(range(len(drafts)), key=lambda index: _anchor(drafts[index]))
    parents: Parents = [None] * len(drafts)
    stack: list[tuple[int, int, int]] = []
    position = 0
    for index in anchors:
        begin, end = _anchor(drafts[index])
        while position < len(pieces) and pieces[position][0] <= begin:
            stack.append(pieces[position])
            position += 1
        stack = [piece for piece in stack if piece[1] > begin]
        holding = [piece for piece in stack if piece[2] != index and piece[0] <= begin and end <= piece[1]]
        if holding:
            parents[index] = min(holding, key=lambda piece: (piece[1] - piece[0], piece[2]))[2]
    return _without_cycles(parents)


def _anchor(draft: Draft) -> tuple[int, int]:
    return draft.cue or draft.content[0]


def _without_cycles(parents: Parents) -> Parents:
    """Two contents that hold each other's cue (a discontinuous one around another) would nest in each other."""
    for index in range(len(parents)):
        seen = {index}
        at = parents[index]
        while at is not None:
            if at in seen:
                parents[index] = None
                break
            seen.add(at)
            at = parents[at]
    return parents
