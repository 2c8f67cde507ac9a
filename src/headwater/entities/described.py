"""Which person of one document words about age, nation, title or trade describe anew.

Offsets are code points. Imports: this room, lexicon and records only.
"""

import re

from headwater.entities.page import Page
from headwater.entities.people import has_shape_of_person, is_one_person
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.relatives import RELATIONS
from headwater.entities.salience import Recent
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.countries import country_of
from headwater.lexicon.nationals import country_of_national, region_of_national
from headwater.lexicon.source_nouns import source_noun

_AGED = re.compile(r"(\d{1,3})[- ]year[- ]old$")
_DECADES = {
    "teenager": (13, 19), "quinquagenarian": (50, 59), "sexagenarian": (60, 69), "septuagenarian": (70, 79),
    "octogenarian": (80, 89), "nonagenarian": (90, 99), "centenarian": (100, 120),
}  # fmt: skip
_YOUNG = {
    "boy": (0, 17), "girl": (0, 17), "schoolboy": (4, 18), "schoolgirl": (4, 18), "youngster": (0, 18),
    "child": (0, 14), "toddler": (1, 4), "youth": (13, 20),
}  # fmt: skip
_NEAR, _FAR = 4, 12  # sentences to who has not been described yet, and to who has that age
_LONGEST_NAME = 3  # words
_LOOK_BACK = 1500  # code points in which a noun may have brought somebody else up
# Groups of nouns by which news varies a name: trades and positions, experts.
_VARIED = frozenset(("people", "experts", "rescuers", "activists", "fighters"))
_ANYBODY = frozenset(("man", "woman"))


class Described:
    """Finds the people of one document that descriptions mean again, in reading order."""

    def __init__(self, page: Page, register: Register, recent: Recent) -> None:
        """Share the page, the drafts and the mentions heard so far."""
        self.page, self.register, self.recent = page, register, recent

    def aged(self, phrase: Phrase) -> Draft | None:
        """Return whom "the 51-year-old" means: the one of that age, else who spoke last and has no other one."""
        match = _AGED.search(self.page.folded[phrase.start : phrase.end])
        low, high = (int(match.group(1)),) * 2 if match else (_DECADES | _YOUNG).get(phrase.head_word, (0, 0))
        sentence = self.page.sentence(phrase.start)
        same = self.recent.fitting(
            phrase.start,
            sentence,
            lambda d: d.age is not None and low <= d.age <= high and d.hears(phrase.gender),
            window=_FAR,
        )
        if same:
            return same[0] if len(same) == 1 else None
        if not match:
            return None
        return self.recent.choose(
            phrase.start,
            sentence,
            lambda d: is_one_person(d) and d.age is None and d.hears(phrase.gender),
            window=_NEAR,
        )

    def is_aged(self, phrase: Phrase) -> bool:
        """Tell whether a phrase says nothing of somebody but an age."""
        return phrase.head_word in _DECADES or _AGED.search(self.page.folded[phrase.start : phrase.end]) is not None

    def is_young(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a noun for somebody young: "the boy"."""
        return phrase.head_word in _YOUNG

    def titled(self, phrase: Phrase) -> Draft | None:
        """Return whom a title alone means: "the Alhaji", "the reverend"."""
        lemma = phrase.head_word
        return self.recent.choose(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: d.kind == "person" and (lemma in d.modifiers or may_be_called(lemma, d.roles)),
            window=_FAR,
        )

    def is_national(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a noun for somebody of a country: "the Swede"."""
        told = self._country(phrase) or region_of_national(self._noun(phrase))
        return phrase.determiner == "the" and not phrase.plural and told is not None

    def national(self, phrase: Phrase) -> Draft | None:
        """Return the one person of the last sentences whom the text has called by that country."""
        wanted, region = self._country(phrase), region_of_national(self._noun(phrase))

        def is_from(draft: Draft) -> bool:
            if not is_one_person(draft):
                return False
            of_state = region is not None and region in draft.regions
            return of_state or (wanted is not None and any(country_of(word) == wanted for word in draft.modifiers))

        found = self.recent.fitting(phrase.start, self.page.sentence(phrase.start), is_from, window=_FAR)
        return found[0] if len(found) == 1 else None

    def _country(self, phrase: Phrase) -> str | None:
        return country_of_national(self._noun(phrase))

    def _noun(self, phrase: Phrase) -> str:
        start, end = phrase.descriptor or (phrase.start, phrase.end)
        if phrase.name is not None:
            start, end = phrase.name.start, phrase.name.end
        return self.page.text[start:end]

    def by_trade(self, phrase: Phrase) -> Draft | None:
        """Return the one speaker of the last sentences who for all that is told may be "the midfielder".

        None where another speaker may be as well, or where the text has brought up somebody by that noun.
        """
        noun = phrase.head
        homed = noun is not None and noun.lemma in _ANYBODY  # "the Carrow man"
        if noun is None or phrase.determiner != "the" or phrase.plural or (phrase.affiliation and not homed):
            return None
        if noun.group not in _VARIED or noun.lemma in RELATIONS or self._brought_up(phrase, noun.lemma):
            return None
        able = self.recent.fitting(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: is_one_person(d) and d.hears(phrase.gender) and _may_be(noun.lemma, d),
            window=_NEAR,
        )
        found = able[0] if len(able) == 1 else None if able else self._only_guess(phrase)
        if found is None or found.kind != "person" or len(found.words) < 2:
            return None
        self.register.call(found, phrase.roles)
        return found

    def _only_guess(self, phrase: Phrase) -> Draft | None:
        """Return the one name of the last sentences shaped like a person's, which a noun for people shows it to be."""
        shaped = self.recent.fitting(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: 2 <= len(d.words) <= _LONGEST_NAME and has_shape_of_person(self.page, self.register, d),
            window=_NEAR,
        )
        if len(shaped) != 1:
            return None
        self.register.settle_person(shaped[0])
        return shaped[0]

    def _brought_up(self, phrase: Phrase, lemma: str) -> bool:
        before = self.page.folded[max(0, phrase.start - _LOOK_BACK) : phrase.start].lower()
        return re.search(rf"\b(?:an?|the|another|his|her) (?:[\w-]+ ){{0,2}}{re.escape(lemma)}\b", before) is not None


def _may_be(noun: str, draft: Draft) -> bool:
    """Tell whether nothing told of somebody speaks against a noun: no role, none but family, or a broader one."""
    if noun in _ANYBODY:
        return True
    telling = {role for role in draft.roles if role not in RELATIONS and source_noun(role) is not None}
    return not telling or may_be_called(noun, draft.roles)
