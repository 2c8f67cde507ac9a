"""Whom "he", "she", "it" and "they" mean within one document.

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

from collections.abc import Callable
from typing import Literal

from headwater.entities.ahead import Ahead
from headwater.entities.page import Page, Range
from headwater.entities.people import People, is_one_person, shaped_like_person
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.entities.unnamed import one_of
from headwater.lexicon.countries import country_of, is_region
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun

_PARTISAN = frozenset(("Democratic", "Republican"))
_ONE = ("one of ", "One of ")
_MASCULINE = ("he", "him", "himself", "his")
_FEMININE = ("she", "her", "herself", "hers")


def _is_adjective(draft: Draft) -> bool:
    """Tell whether a name that nobody has spoken by is no body's: "Brazilian", "Ohio", "Democratic"."""
    caption = draft.caption
    told = country_of(caption) is not None and country_of(caption) != caption
    return not draft.spoke and (told or is_region(caption) or caption in _PARTISAN)


class Pronouns:
    """Resolves the pronouns of one document, in reading order."""

    def __init__(self, page: Page, register: Register, recent: Recent, people: People, ahead: Ahead) -> None:
        """Share the page, the drafts, the mentions heard so far, and those who find people."""
        self.page, self.register, self.recent, self.people, self.ahead = page, register, recent, people, ahead

    def meant(self, phrase: Phrase, span: Range) -> Draft | None:
        """Return whom a personal pronoun means; None for other words and where no one is clearly ahead."""
        word = phrase.head_word
        if word in _MASCULINE or word in _FEMININE:
            return self._he_or_she(span, "m" if word in _MASCULINE else "f")
        if word in ("it", "itself", "its"):
            return self._it(span)
        if word in ("they", "them", "themselves", "their"):
            several = self.recent.choose(span[0], self.page.sentence(span[0]), lambda d: d.plural, window=3)
            one = several is not None and several.kind == "unnamed" and self.page.folded.startswith(_ONE, span[0])
            return one_of(self.register, several) if several and one else several or self._neither(span)
        if word == "one":
            several = self.recent.choose(
                span[0], self.page.sentence(span[0]), lambda d: d.plural and d.kind == "unnamed", window=2
            )
            return one_of(self.register, several) if several else None
        return None

    def _he_or_she(self, span: Range, gender: Literal["m", "f"]) -> Draft | None:
        sentence = self.page.sentence(span[0])
        told = self.people.told(span)

        def fits(draft: Draft) -> bool:
            one = is_one_person(draft) and draft.hears(gender)
            return draft not in told and (one or draft.voice in (gender, "-"))

        found = self.recent.choose(span[0], sentence, lambda d: fits(d) and d.leans in (gender, None))
        found = found or self.recent.choose(span[0], sentence, fits)
        found = self._unknown_name(span, fits) or found
        if found is None:
            found = self.recent.choose(
                span[0], sentence, lambda d: shaped_like_person(self.page, self.register, d), window=1
            )
            if found is not None:
                self.register.settle_person(found)
        found = found or self.people.only_name(span[0], sentence) or self.ahead.subject_next(span, gender)
        if found is not None and found.gender is None and found.kind != "organisation":
            found.leans = gender
        return found

    def _unknown_name(self, span: Range, fits: Callable[[Draft], bool]) -> Draft | None:
        """Return who spoke last where that is a name like a person's of which nothing has shown what it is."""
        sentence = self.page.sentence(span[0])

        def alike(draft: Draft) -> bool:
            return shaped_like_person(self.page, self.register, draft) and len(draft.words) > 1

        found = self.recent.choose(span[0], sentence, lambda d: fits(d) or alike(d))
        if found is None or not alike(found) or found not in self.recent.speakers(sentence, window=1):
            return None
        self.register.settle_person(found)
        return found

    def _neither(self, span: Range) -> Draft | None:
        """Return the one speaker right before "they" whose given name both sexes bear and whom no pronoun has told."""
        sentence = self.page.sentence(span[0])
        spoke = [d for d in self.recent.speakers(sentence, window=1) if d.kind == "person"]
        last = spoke[-1] if spoke and all(d is spoke[0] for d in spoke) else None
        if last is None or last.gender is not None or len(last.words) < 2 or not is_given_name(last.words[0]):
            return None
        opens = self.page.sentences[max(0, sentence - 1)][0]
        nouns = (source_noun(self.page.tokens[i].text) for i in self.page.between(opens, span[0]))
        return None if any(noun is not None and noun.plural for noun in nouns) else last

    def _it(self, span: Range) -> Draft | None:
        sentence = self.page.sentence(span[0])
        house = self.recent.choose(
            span[0],
            sentence,
            lambda d: (
                (d.kind in ("organisation", "outlet") and not self.register.is_site(d) and not _is_adjective(d))
                or (d.kind == "document" and d.spoke)
            ),
            window=3,
        )
        opens = self.page.sentences[sentence - 1][0] if sentence else 0
        if house is None and "statement" in self.page.folded[opens : span[0]]:
            return self.recent.choose(span[0], sentence, lambda d: d.plural and d.spoke, window=1)
        return house
