"""Enters who a named phrase introduces: with roles, state and party, the house behind, and the letters they go by.

Offsets are code points. Imports: this room, lexicon and records only.
"""

import re

from headwater.entities.constituencies import regions_in, told_behind
from headwater.entities.houses import Houses
from headwater.entities.kinds_of_body import body_nouns, is_union_officer
from headwater.entities.name_forms import acronyms
from headwater.entities.page import Name, Page, written_name
from headwater.entities.phrase import Phrase
from headwater.entities.phrase_affiliation import PARTY_WORDS
from headwater.entities.register import Draft, Register, is_titled_text

_LETTERS = re.compile(r" ?\(([A-Z][A-Za-z]?[A-Z]{1,6})\)")


_TOO_BARE = frozenset("site company group team club paper party firm agency outlet network".split())
_PAST = frozenset("former ex onetime ousted retired ex-".split())
_PARTISAN = PARTY_WORDS | {"Green"}


class Introducer:
    """Enters the names of one document."""

    def __init__(self, page: Page, register: Register, houses: Houses) -> None:
        """Share the page, the drafts and who finds houses."""
        self.page, self.register, self.houses = page, register, houses

    def introduce(self, phrase: Phrase, *, whole: bool = True) -> Draft:
        """Return the draft of a named phrase, with what the phrase says of roles and parent.

        Args:
            phrase: A phrase with a name.
            whole: It is a whole source phrase; of a stretch around a name only a named affiliation is believed.
        """
        name = phrase.name
        if name is None:
            raise ValueError("only a phrase with a name introduces an entity")
        is_handle = self.page.text[max(0, name.start - 1) : name.start] == "@" and len(name.words) > 1
        caption = " ".join(name.words) if is_handle else written_name(self.page, name)
        draft = self.register.named(name.words, caption, phrase.name_kind, phrase.gender)
        if phrase.determiner == "the" and draft.kind != "person":
            draft.guessed = False  # "the Red Lantern": people bear no article
        if draft.guessed and is_titled_text(draft):
            draft.kind, draft.guessed = "document", False  # "the Carrow Institute's Flood Season Assessment"
        self.register.call(draft, phrase.roles)
        draft.modifiers.update(phrase.modifiers)
        if draft.kind == "person":
            draft.at = min(draft.at, name.start)
            self._tie(draft, name, phrase)
        letters = phrase.alias or _letters_behind(self.page, name)
        if letters and draft.kind == "organisation":
            self.register.go_by(draft, letters)
        elif phrase.alias and phrase.alias.casefold() in acronyms(draft.words):
            draft.names.add(phrase.alias)
        if draft.kind == "person":
            lead = (self.page.tokens[i].text for i in self.page.between(phrase.start, name.start))
            self.register.lettered(draft, phrase.alias or "".join(word[0] for word in lead if word[0].isupper()))
        house = phrase.affiliation
        if draft.kind != "person" or house is None or draft.parent is not None or phrase.place:
            return draft
        if self.page.text[slice(*house)] in _PARTISAN or not _PAST.isdisjoint(phrase.modifiers):
            return draft  # "Republican Sen. Ann Roe", "former White House counsel Ann Roe" speak for no house
        owner = self.register.person_named(tuple(self.page.text[slice(*house)].split()))
        if owner is None and (whole or self.page.text[house[0]].isupper()):
            draft.parent = self.houses.of_words(house)
            if phrase.alias and phrase.alias.casefold() in acronyms(draft.parent.words):
                self.register.go_by(draft.parent, phrase.alias)
            if draft.parent.caption in _TOO_BARE:
                draft.parent = None  # "the site's Ann Roe", where no site was named
                return draft
            if is_union_officer(phrase) and not body_nouns(draft.parent):
                self.register.call(draft.parent, ("union",))
        return draft

    def _tie(self, draft: Draft, name: Name, phrase: Phrase) -> None:
        """Remember the state and the party that the words around a name tie somebody to."""
        region, party = told_behind(self.page, name)
        if phrase.start <= name.start:
            draft.regions |= regions_in(self.page.text[phrase.start : name.start])
        draft.regions |= {region} if region else set()
        draft.party = draft.party or party


def _letters_behind(page: Page, name: Name) -> str | None:
    """Return the letters in brackets behind a name of several words: "the National Food Agency (NAFA)"."""
    match = _LETTERS.match(page.folded, name.end) if len(name.words) > 1 else None
    return match.group(1) if match else None
