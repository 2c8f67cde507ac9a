"""Which recently mentioned entity a pronoun or a definite noun means; constrained, and silent when two fit.

Offsets are code points, distances are sentences. Imports: this room's register and the standard library only.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from headwater.entities.register import Draft

# Far enough for the last speaker of a long quotation, near enough that nobody else is meant. The margin keeps two
# equally placed candidates open; 0.4 to 0.9 give the same figures on the development set (bench_entities).
_WINDOW_MENTIONS = 40
_WINDOW_SENTENCES = 6
_MARGIN = 0.6
_ELSEWHERE = 0.7  # what a mention loses that stands in another paragraph; nothing where every sentence is one


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an entity that later words may refer to.

    Attributes:
        speaker: The entity is credited here with what it said.
        subject: The mention opens its sentence.
        quoted: The mention stands inside quotation marks.
        governed: A preposition stands before the mention, so it is not what the sentence speaks of.
        leader: Where the first of the names begins to which this one is joined by "and", else the mention itself.
    """

    offset: int
    sentence: int
    draft: Draft
    speaker: bool
    subject: bool
    quoted: bool
    governed: bool
    leader: int


class Recent:
    """Mentions seen so far, the latest last."""

    def __init__(self, paragraphs: Sequence[int] = ()) -> None:
        """Start with none, in a text whose paragraphs begin at these offsets in code points."""
        self._paragraphs = paragraphs
        self._events: deque[Event] = deque(maxlen=_WINDOW_MENTIONS)

    def add(self, event: Event) -> None:
        """Remember a mention."""
        self._events.append(event)

    def choose(
        self,
        offset: int,
        sentence: int,
        fits: Callable[[Draft], bool],
        *,
        window: int = _WINDOW_SENTENCES,
        free: bool = False,
        acting: bool = False,
    ) -> Draft | None:
        """Return the most salient entity before an offset that fits, or None when none or no one clearly does.

        Args:
            offset: Where the pronoun or noun stands, in code points.
            sentence: The index of its sentence.
            fits: What it may mean.
            window: How many sentences back it may reach.
            free: Mentions behind a preposition do not count.
            acting: A name of unknown kind counts only where it opens a sentence or once it has spoken.
        """
        scores: dict[int, tuple[float, Event]] = {}
        here = bisect_right(self._paragraphs, offset)
        for event in self._events:
            if (
                event.offset >= offset
                or sentence - event.sentence > window
                or (free and event.governed)
                or not fits(event.draft)
            ):
                continue
            if acting and event.draft.guessed and not (event.subject or event.draft.spoke):
                continue
            score = _salience(event, sentence)
            if bisect_right(self._paragraphs, event.offset) != here:
                score -= _ELSEWHERE
            if id(event.draft) not in scores or score > scores[id(event.draft)][0]:
                scores[id(event.draft)] = (score, event)
        ranked = sorted(scores.values(), key=lambda item: -item[0])
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return _later([event for score, event in ranked if ranked[0][0] - score < _MARGIN])
        return ranked[0][1].draft

    def fitting(
        self, offset: int, sentence: int, fits: Callable[[Draft], bool], *, window: int, acting: bool = False
    ) -> list[Draft]:
        """Return the different entities mentioned before an offset, in the last `window` sentences, that fit."""
        found: dict[int, Draft] = {}
        for event in self._events:
            if event.offset >= offset or sentence - event.sentence > window or not fits(event.draft):
                continue
            if not acting or not event.draft.guessed or event.subject or event.draft.spoke:
                found.setdefault(id(event.draft), event.draft)
        return list(found.values())

    def speakers(self, sentence: int, *, window: int) -> list[Draft]:
        """Return who was credited with words in the last `window` sentences and in this one, in reading order."""
        return [e.draft for e in self._events if e.speaker and 0 <= sentence - e.sentence <= window]

    def named_in(self, sentence: int) -> list[Draft]:
        """Return the different entities that a sentence mentions, in order of the text."""
        mentioned = sorted((e for e in self._events if e.sentence == sentence), key=lambda event: event.offset)
        return list({id(event.draft): event.draft for event in mentioned}.values())

    def last(self, fits: Callable[[Draft], bool]) -> Draft | None:
        """Return the latest mentioned entity that fits, whatever its salience."""
        return next((event.draft for event in reversed(self._events) if fits(event.draft)), None)


def _later(events: list[Event]) -> Draft | None:
    """Return the last of several who spoke one after the other in one sentence; None of two who spoke as one."""
    apart = len({event.leader for event in events}) == len(events)
    if apart and all(event.speaker for event in events) and len({event.sentence for event in events}) == 1:
        return max(events, key=lambda event: event.offset).draft
    return None


def _salience(event: Event, sentence: int) -> float:
    score = -float(sentence - event.sentence)
    score += 2.0 if event.speaker else 0.0
    score += 1.0 if event.subject else 0.0
    score += 0.7 if event.draft.spoke else 0.0
    score -= 0.7 if event.governed else 0.0
    return score - (2.5 if event.quoted else 0.0)
