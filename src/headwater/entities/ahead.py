"""Whom a text means that names him only further on: "she said. Ada Holm, 29, had just won", "a federal judge".

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

from collections.abc import Sequence
from typing import Literal

from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.roster import Introduction
from headwater.entities.salience import Recent

_OPENING = 4  # code points into a sentence at which its subject begins
# Who rules in public and is never left unnamed; the roles that show a named one to be meant.
_JUDGES = {"judge": frozenset(("judge", "justice")), "magistrate": frozenset(("magistrate", "judge")),
           "coroner": frozenset(("coroner",))}  # fmt: skip
_REACH = 4  # sentences within which the name follows


class Ahead:
    """Finds people of one document before their names are read."""

    def __init__(self, page: Page, register: Register, recent: Recent, names: Sequence[Introduction]) -> None:
        """Share the page, the drafts, the mentions heard so far and all names in order."""
        self.page, self.register, self.recent, self.names = page, register, recent, names

    def subject_next(self, span: Range, gender: Literal["m", "f"]) -> Draft | None:
        """Return who opens the sentence after a pronoun that nobody named before can be.

        Args:
            span: Range of the pronoun.
            gender: As the pronoun tells it.
        """
        sentence = self.page.sentence(span[0])
        before = self.recent.fitting(
            span[0], sentence, lambda d: d.kind == "person" or d.guessed or d.kind == "unnamed", window=sentence
        )
        if before or sentence + 1 >= len(self.page.sentences):
            return None
        opens, closes = self.page.sentences[sentence + 1]
        first = next((name for name in self.names if opens <= name.name.start < closes), None)
        if first is None or first.phrase.start - opens > _OPENING or first.name.possessive:
            return None
        words = first.name.words
        draft = self.register.person_named(words) or self.register.known(tuple(w.casefold() for w in words))
        if draft is None or len(words) < 2 or not draft.hears(gender) or not (draft.kind == "person" or draft.guessed):
            return None
        if draft.guessed:
            self.register.settle_person(draft)
        draft.gender = draft.gender or gender
        return draft

    def judge(self, phrase: Phrase) -> Draft | None:
        """Return the one judge whom a text names shortly after "a federal judge"; None for other nouns."""
        noun = phrase.head.lemma if phrase.head else ""
        roles = _JUDGES.get(noun)
        if roles is None or phrase.determiner != "a" or phrase.plural:
            return None
        named = {
            id(draft): draft
            for role in sorted(roles)
            for draft in self.register.with_role(role)
            if draft.kind == "person" and len(draft.words) > 1
        }
        if len(named) != 1:
            return None
        draft = next(iter(named.values()))
        sentence = self.page.sentence(phrase.start)
        for name in self.names:
            if name.name.start > phrase.start and self.register.person_named(name.name.words) is draft:
                return draft if self.page.sentence(name.name.start) - sentence <= _REACH and not draft.spans else None
        return None
