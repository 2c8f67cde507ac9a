"""Which person of one document a noun, a pronoun's rival or a bare surname means.

Offsets are code points. Imports: this room, lexicon and records only.
"""

from collections.abc import Callable

from headwater.entities.ministers import PORTFOLIOS
from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.entities.self_told import SPEAK_OF_OTHERS, said_of
from headwater.entities.short_names import SITES, is_land
from headwater.entities.wanted import TENURES, Wanted
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_OBJECT_REACH = 40  # code points behind a pronoun in which its verb's object stands
_LONG = 40  # sentences back to who is meant at all
_EXACT = 8  # sentences back to who bears the very noun, before those whom a broader one covers
_TOP_OFFICES = frozenset("president premier chancellor governor mayor senator pope king queen".split())
_FOREMOST = 3  # mentions of whoever "the president" means without having been called so
_LONGEST_NAME = 4  # words
_EVENTS = frozenset("festival cup prize award games league show fair opera gallery theatre theater week open".split())
_OPENERS = frozenset("storm hurricane cyclone typhoon operation project".split())
_OPENING = 2  # sentences
_UNDESCRIBED = 4  # sentences, those of a quotation among them

_OLDER, _YOUNGER = frozenset(("elder", "older")), frozenset(("younger",))
_OLDER_OR_YOUNGER = _OLDER | _YOUNGER
_ELDERS = frozenset(
    "mother father mum mom dad grandmother grandfather mother-in-law father-in-law aunt uncle godmother "
    "godfather".split()
)


class People:
    """Finds the people of one document that later words mean again, in reading order."""

    def __init__(self, page: Page, register: Register, recent: Recent) -> None:
        """Share the page, the drafts and the mentions heard so far."""
        self.page, self.register, self.recent = page, register, recent

    def earlier(self, phrase: Phrase) -> tuple[Draft | None, bool]:
        """Find the person introduced before with the noun's role ("a doctor at ..." ... "the doctor").

        Returns:
            The person, and whether several fit so that none is meant for certain.
        """
        who = Wanted(self.page, phrase)
        start, sentence = phrase.start, self.page.sentence(phrase.start)
        if phrase.head and phrase.head.noun_class == "official" and (unnamed := self._called_so(phrase, who.fits)):
            return unnamed, False
        found = None
        if who.regions:
            found = self.recent.choose(start, sentence, who.is_of_region, window=_LONG)
        if who.told and found is None:
            found = self.recent.choose(start, sentence, who.is_called_all, window=_EXACT)
        found = found or self.recent.choose(start, sentence, who.bears_noun, window=_EXACT)
        found = found or self.recent.choose(start, sentence, who.fits_exactly, window=_LONG)
        found = found or self.recent.choose(start, sentence, who.fits, window=_LONG)
        found = self._told_by_pronoun(phrase, found, who.fits)
        torn = found is None and self.recent.last(who.fits) is not None
        if found is None and not torn:
            # A headline's "mayor says" means the one the text names below, and so may the first lines' "the mayor".
            ahead = phrase.determiner == "" or sentence < _OPENING
            named = [d for d in self.register.with_role(who.nouns[0]) if (d.spans or ahead) and who.fits(d)]
            found = named[0] if len(named) == 1 else None
        return found, torn

    def _told_by_pronoun(self, phrase: Phrase, found: Draft | None, fits: Callable[[Draft], bool]) -> Draft | None:
        """Return who fits a noun and the pronoun right behind it: "the senator said she" is a woman."""
        gender = None if phrase.roles and phrase.roles[0] in SPEAK_OF_OTHERS else said_of(self.page, phrase.end)
        if gender is None or (found is not None and found.gender in (gender, None)):
            return found
        able = self.recent.fitting(
            phrase.start, self.page.sentence(phrase.start), lambda d: fits(d) and d.gender == gender, window=_EXACT
        )
        return able[0] if len(able) == 1 else found

    def _called_so(self, phrase: Phrase, fits: Callable[[Draft], bool]) -> Draft | None:
        """Return the unnamed speaker of exactly this noun, who is meant before anybody whose office it may cover."""
        lemma = phrase.head.lemma if phrase.head else phrase.head_word

        def called(draft: Draft) -> bool:
            return draft.kind == "unnamed" and lemma in draft.roles and fits(draft)

        found = self.recent.choose(phrase.start, self.page.sentence(phrase.start), called, window=40)
        spoke = [draft for draft in self.register.drafts if draft.spoke and called(draft)]
        return found or (spoke[0] if len(spoke) == 1 else None)

    def before(self, phrase: Phrase, *, window: int) -> Draft | None:
        """Return the person spoken of last, whom words about age or family describe anew ("the mother of four")."""
        return self.recent.choose(
            phrase.start,
            self.page.sentence(phrase.start),
            lambda d: is_one_person(d) and d.hears(phrase.gender),
            window=window,
        )

    def surname(self, span: Range) -> Draft | None:
        """Return the person that a single capitalised word names although it is a noun too ("Justice", "Major")."""
        words = self.page.text[slice(*span)]
        return self.register.person_named((words,)) if words.isalpha() and words.istitle() else None

    def undescribed(self, phrase: Phrase) -> Draft | None:
        """Return the one person who spoke right before and whom the text has not said to be anything: "the manager"."""
        if phrase.determiner != "the" or phrase.plural:
            return None
        spoke = {
            id(d): d
            for d in self.recent.speakers(self.page.sentence(phrase.start), window=_UNDESCRIBED)
            if d.kind == "person" and not d.plural and d.hears(phrase.gender)
        }
        found = next(iter(spoke.values()), None)
        if len(spoke) == 1 and found is not None and not found.roles and len(found.words) > 1:
            return found
        return self._foremost() if phrase.head_word in _TOP_OFFICES else None

    def _foremost(self) -> Draft | None:
        """Return the person without an office whom the text has named far more often than any other such."""
        named = [d for d in self.register.drafts if d.kind == "person" and not d.roles and d.spans]
        ranked = sorted(named, key=lambda d: -len(d.spans))[:2]
        if not ranked or len(ranked[0].spans) < _FOREMOST:
            return None
        return ranked[0] if len(ranked) == 1 or len(ranked[0].spans) >= 2 * len(ranked[1].spans) else None

    def namesake(self, phrase: Phrase) -> tuple[Draft | None, bool]:
        """Find which of several people of one surname a surname with an office or "the elder" before it means.

        Returns:
            The person, and whether several fit so that none is meant for certain.
        """
        name = phrase.name
        several = self.register.bearers(name.words) if name is not None and len(name.words) == 1 else []
        if len(several) < 2:
            return None, False
        if younger := phrase.modifiers & _OLDER_OR_YOUNGER:
            return _by_age([d for d in several if d.hears(phrase.gender)], elder=younger <= _OLDER), True
        if not phrase.roles:
            return None, False
        tenure = phrase.modifiers & TENURES
        fits = [
            d
            for d in several
            if d.modifiers & TENURES == tenure and any(may_be_called(role, d.roles) for role in phrase.roles)
        ]
        return (fits[0], False) if len(fits) == 1 else (None, False)

    def only_name(self, offset: int, sentence: int) -> Draft | None:
        """Return the one name shaped like a person's in the last sentences, though nothing has shown what it is."""
        found = self.recent.choose(offset, sentence, lambda d: d.guessed and 2 <= len(d.words) <= 3, window=3)
        if found is not None:
            self.register.settle_person(found)
        return found

    def told(self, span: Range) -> list[Draft]:
        """Return who is named right behind a pronoun in its clause: "he told Stahl" is not said by Stahl."""
        end = min(self.page.sentence_range(span[0])[1], span[1] + _OBJECT_REACH)
        named = [self.register.person_named(name.words) for name in self.page.names(span[1], end)]
        return [draft for draft in named if draft is not None]


def _by_age(people: list[Draft], *, elder: bool) -> Draft | None:
    """Return the elder or younger of two people, by their ages or because one is of an older generation."""
    if len(people) != 2:
        return None
    one, other = people
    if one.age is not None and other.age is not None and one.age != other.age:
        return max(people, key=_age) if elder else min(people, key=_age)
    old = [d for d in people if d.roles & _ELDERS]
    if len(old) != 1:
        return None
    return old[0] if elder else one if old[0] is other else other


def _age(draft: Draft) -> int:
    return draft.age or 0


def has_field(phrase: Phrase) -> bool:
    """Tell whether a noun says what somebody is in charge of ("a defence spokesman")."""
    return bool(phrase.modifiers & PORTFOLIOS)


def is_one_person(draft: Draft) -> bool:
    """Tell whether "he" or "she" may mean a draft: a person, or an unnamed one called by a noun for persons."""
    if draft.kind == "unnamed" and not draft.plural:
        return any((noun := source_noun(role)) and noun.noun_class in PERSON_CLASSES for role in draft.roles)
    return draft.kind == "person" and not draft.plural


def shaped_like_person(page: Page, register: Register, draft: Draft) -> bool:
    """Tell whether a name of unknown kind that spoke can be a person's; see has_shape_of_person."""
    return draft.spoke and has_shape_of_person(page, register, draft)


def has_shape_of_person(page: Page, register: Register, draft: Draft) -> bool:
    """Tell whether a name of unknown kind can be a person's: no place, no words of the text, nobody's own thing."""
    words = draft.words
    if not draft.guessed or len(words) > _LONGEST_NAME or not page.vocabulary.isdisjoint(words):
        return False
    owned = len(words) > 1 and bool(register.bearers(words[:1]))  # "Voss Tower"
    thing = words[-1] in SITES or words[-1] in _EVENTS or words[0] in _OPENERS or "&" in draft.caption
    return not owned and not thing and not any(is_land(word) for word in words)
