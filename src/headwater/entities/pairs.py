"""Whom "the former" and "the latter" mean: the two people, or the two bodies, of the sentence before.

Offsets are code points. Imports: this room only.
"""

from headwater.entities.page import Page
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft
from headwater.entities.salience import Recent

_WORDS = frozenset(("former", "latter"))
_BACK = 2  # sentences to the one that names both; "the latter" may follow what "the former" said


class Pairs:
    """Finds what "the former" and "the latter" mean, in reading order."""

    def __init__(self, page: Page, recent: Recent) -> None:
        """Share the page and the mentions heard so far."""
        self.page, self.recent = page, recent
        self._pair: tuple[Draft, Draft] | None = None
        self._since = -1

    def is_one(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is "the former" or "the latter" and nothing more."""
        alone = phrase.descriptor is not None and self.page.text[slice(*phrase.descriptor)].lower() == phrase.head_word
        return phrase.form == "nominal" and phrase.determiner == "the" and phrase.head_word in _WORDS and alone

    def meant(self, phrase: Phrase) -> Draft | None:
        """Return the first or second of two named shortly before; None unless exactly two of a kind were."""
        sentence = self.page.sentence(phrase.start)
        if self._pair is None or sentence - self._since > _BACK:
            self._pair = self._before(sentence)
        if self._pair is None:
            return None
        self._since = sentence
        return self._pair[phrase.head_word == "latter"]

    def _before(self, sentence: int) -> tuple[Draft, Draft] | None:
        """Return the two people, else the two bodies, of the last sentence that names somebody."""
        for back in range(1, _BACK + 1):
            named = self.recent.named_in(sentence - back)
            people = [d for d in named if self._may_be_person(d)]
            houses = [d for d in named if d.kind in ("organisation", "outlet")]
            known = any(d.kind == "person" for d in people)
            for several, sure in ((people, known), (houses, not known or len(people) < 2)):
                if sure and len(several) == 2:
                    return several[0], several[1]
            if named:
                return None
        return None

    def _may_be_person(self, draft: Draft) -> bool:
        """Tell whether a name is one person's, or of unknown kind, as long as people's are and without an article."""
        if draft.kind == "person":
            return not draft.plural
        alike = draft.guessed and 2 <= len(draft.words) <= 3
        return alike and not any(self.page.text[start - 4 : start].lower() == "the " for start, _ in draft.spans)
