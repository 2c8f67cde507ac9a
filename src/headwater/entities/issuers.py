"""Who issued "the statement", and which text "the memo" is, within one document.

Offsets are code points. Imports: this room, lexicon and the standard library only.
"""

import re

from headwater.entities.outlet_phrases import outlet_of
from headwater.entities.page import Page
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, is_titled_text
from headwater.entities.salience import Recent
from headwater.lexicon.countries import country_of

# No person and no country takes these, whoever spoke last.
_ASKED_OF_MANY = frozenset(("poll", "survey", "census"))
_LOOK_BACK = 1200  # code points
_REACH = 8  # sentences over which "the statement" stays the same one


class Issuers:
    """Finds what a definite noun for a text means, in reading order."""

    def __init__(self, page: Page, recent: Recent) -> None:
        """Share the page and the mentions heard so far."""
        self.page, self.recent = page, recent
        self._issued: dict[str, tuple[Draft, int]] = {}

    def text_before(self, phrase: Phrase) -> Draft | None:
        """Return the text spoken of before that "the memo" calls again."""
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        return self.recent.choose(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: d.kind == "document" and lemma in d.roles,
            window=_REACH,
        )

    def of(self, phrase: Phrase) -> Draft | None:
        """Find who issued "the statement": the last speaker; a titled text, then an outlet, first for "the report"."""
        start, sentence = phrase.start, self.page.sentence(phrase.start)
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        if (known := self._issued.get(lemma)) and not self._new_issue(lemma, known[1], start):
            self._issued[lemma] = (known[0], start)
            return known[0]
        found = self._brought_up(lemma, start)
        if found is None or not _may_issue(found, lemma):
            found = self._before(phrase, start, sentence)
        if found is not None:
            self._issued[lemma] = (found, start)
        return found

    def _unnamed_before(self, phrase: Phrase) -> Draft | None:
        """Return the text without an issuer that spoke before: "a congressional report says ... the report"."""
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        return self.recent.choose(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: d.kind == "unnamed" and not d.plural and d.spoke and lemma in d.roles,
            window=_REACH,
        )

    def _new_issue(self, lemma: str, since: int, start: int) -> bool:
        """Tell whether another "statement" was brought up since the last one, or that one lies too far back."""
        far = self.page.sentence(start) - self.page.sentence(since) > _REACH
        return far or re.search(rf"\ban?(?: \w+)? {re.escape(lemma)}\b", self.page.folded[since:start]) is not None

    def _brought_up(self, lemma: str, start: int) -> Draft | None:
        """Return the one who spoke in the sentence that brought the text up: "In a note, the unit said ..."."""
        begin = max(0, start - _LOOK_BACK)
        found = list(re.finditer(rf"\ban? (?:[\w-]+ ){{0,2}}{re.escape(lemma)}\b", self.page.folded[begin:start]))
        if not found:
            return None
        sentence = self.page.sentence(begin + found[-1].start())
        spoke = {id(d): d for d in self.recent.speakers(sentence, window=0)}
        only = next(iter(spoke.values())) if len(spoke) == 1 else None
        return only if only is not None and only.kind != "unnamed" else None

    def _before(self, phrase: Phrase, start: int, sentence: int) -> Draft | None:
        is_article = phrase.head and phrase.head.lemma in ("report", "article", "editorial")
        if is_article and (titled := self.recent.choose(start, sentence, is_titled_text, window=4)):
            return titled
        if is_article and (text := self._unnamed_before(phrase)) is not None:
            return text
        if is_article and (outlet := self.recent.choose(start, sentence, outlet_of(self.page, phrase), window=4)):
            return outlet
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        return self.recent.choose(
            start, sentence, lambda d: _may_issue(d, lemma) and (d.spoke or not d.guessed), window=4
        )


def _may_issue(draft: Draft, lemma: str) -> bool:
    if lemma in _ASKED_OF_MANY:
        is_house = draft.kind in ("organisation", "outlet") and not draft.guessed
        return is_house and country_of(draft.caption) is None
    return draft.kind in ("organisation", "person", "outlet")
