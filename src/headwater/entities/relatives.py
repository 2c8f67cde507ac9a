"""Whom "his brother", "her predecessor" or "his deputy" means among the people a text names.

Nobody is meant for certain unless exactly one of them fits. Imports: this room and lexicon only.
"""

from collections.abc import Iterable

from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.source_nouns import source_noun

_SUCCESSION = {"predecessor": "old", "successor": "new"}
_CONTEST = frozenset("rival opponent challenger contender foe adversary".split())
_DEPUTIES = frozenset(("deputy", "number-two"))
_SECONDS = frozenset(("deputy", "vice"))
_EQUALS = frozenset("counterpart teammate team-mate clubmate bandmate co-star co-author running-mate".split())
# Kin who mostly bear one surname; of in-laws and cousins nothing is said.
_KIN = frozenset(
    "brother sister father mother son daughter husband wife widow widower twin mum mom dad grandfather grandmother "
    "uncle sibling spouse half-brother grandson granddaughter".split()
)
RELATIONS = frozenset(_SUCCESSION) | _CONTEST | _DEPUTIES | _EQUALS | _KIN
_REACH = 12  # sentences


class Relatives:
    """Finds the one person of a document who stands in a relation to another, in reading order."""

    def __init__(self, register: Register, recent: Recent) -> None:
        """Share the drafts and the mentions heard so far."""
        self.register, self.recent = register, recent

    def meant(self, phrase: Phrase, owner: Draft, sentence: int) -> Draft | None:
        """Return who stands in the relation a phrase names to its owner, None when none or no one alone does.

        Args:
            phrase: "his brother", "her predecessor".
            owner: Whom "his" or "her" means.
            sentence: Index of the sentence the phrase stands in.
        """
        noun = phrase.head.lemma if phrase.head else phrase.head_word
        others = [
            d
            for d in self.recent.fitting(phrase.start, sentence, lambda d: d.kind == "person", window=_REACH)
            if d is not owner and not d.plural and d.hears(phrase.gender)
        ]
        if noun in _SUCCESSION:
            turns = self.register.turns
            pairs = turns if noun == "successor" else [(old, new) for new, old in turns]
            return _only([one for one, other in pairs if other is owner])
        called = [d for d in others if self._called(noun, d)]
        if called:
            return _only(called)
        if noun in _KIN:
            return _only([d for d in others if _same_family(owner, d)])
        if noun in _CONTEST:
            pairs = [*self.register.contests, *self.register.turns]
            return _only([b if a is owner else a for a, b in pairs if owner in (a, b)])
        if noun in _EQUALS:
            return _only([d for d in others if offices(d.roles) & offices(owner.roles)])
        return None

    def _called(self, noun: str, draft: Draft) -> bool:
        if noun in _DEPUTIES and draft.modifiers & _SECONDS and draft.roles:
            return True
        return may_be_called(noun, draft.roles) and noun not in _SUCCESSION


def _only(found: list[Draft]) -> Draft | None:
    """Return the one draft that a list holds, however often; None when it holds none or two."""
    return found[0] if len({id(draft) for draft in found}) == 1 else None


def _same_family(one: Draft, other: Draft) -> bool:
    return len(one.words) > 1 and len(other.words) > 1 and one.words[-1] == other.words[-1]


def offices(roles: Iterable[str]) -> set[str]:
    """Return the roles that are offices, which pass on to who takes somebody's place."""
    return {role for role in roles if (noun := source_noun(role)) is not None and noun.noun_class == "office"}
