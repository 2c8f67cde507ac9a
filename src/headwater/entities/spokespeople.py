"""Whom the people of a house mean: its spokesman speaks for it, its reporter and its officers for themselves.

Offsets are code points. Imports: this room, lexicon and records only.
"""

from headwater.entities.asides import is_cited_unnamed
from headwater.entities.houses import Houses
from headwater.entities.page import Page, Range
from headwater.entities.people import People
from headwater.entities.phrase import Phrase
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.entities.unnamed import descriptor_of
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.source_nouns import PERSON_CLASSES

_POLITICIANS = frozenset("mp mla mep senator minister spokesperson spokesman spokeswoman candidate".split())
_PARTISAN = frozenset(
    "party gop republican republicans democratic democrat democrats tory tories labour conservative conservatives "
    "liberal senate house congress parliament opposition bjp anc fianna".split()
)
_STATE = frozenset(("authorities",))  # the group of "police", "government", "ministry": one of each is meant


class Spokespeople:
    """Resolves the phrases of one document that tie somebody without a name to a house, in reading order."""

    def __init__(self, page: Page, register: Register, houses: Houses, people: People) -> None:
        """Share the page, the drafts and those who find houses and people."""
        self.page, self.register, self.houses, self.people = page, register, houses, people

    def of_house(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """Return the organisation that a spokesman, its staff or its leaders speak for, or its reporter.

        None when the affiliation is a person, or an organisation that the text has not named ("a hospital spokesman").
        """
        noun_class = phrase.head.noun_class if phrase.head else None
        if noun_class == "mouth":
            return None if is_cited_unnamed(self.page, phrase) else self._mouth(phrase, affiliation)
        if isinstance(phrase.count, int) and phrase.count > 1:
            return None  # "two executives at the lender" speak for themselves
        if noun_class == "staff" or (noun_class == "office" and phrase.plural):
            words = {word.lower() for word in self.page.text[slice(*affiliation)].split()} | phrase.modifiers
            # "a Democratic strategist", "leaders across Europe" are some of many, and speak for themselves.
            loose = phrase.plural and noun_class == "office" and not self._is_told(affiliation)
            return None if loose or not _PARTISAN.isdisjoint(words) else self._house(affiliation)
        return self._reporter(phrase, affiliation) if noun_class == "reporter" else None

    def office_holder(self, phrase: Phrase) -> Draft:
        """Return the draft of who holds an office: one known of that house, one not described yet, or a new one."""
        if phrase.affiliation and not phrase.place and (known := self._holder_of(phrase, phrase.affiliation)):
            return known
        caption = descriptor_of(self.page, phrase)
        key = tuple(caption.casefold().split())
        draft = (
            self.register.known(key)
            or self.people.undescribed(phrase)
            or self.register.add(Draft(kind="person", caption=caption, words=key, names={caption}))
        )
        draft.roles.update(phrase.roles)
        draft.modifiers.update(phrase.modifiers)
        if phrase.affiliation and not phrase.place and draft.parent is None:
            draft.parent = self.houses.of_words(phrase.affiliation)
        return draft

    def _house(self, affiliation: Range) -> Draft | None:
        """Return the organisation an affiliation names, describes in words of its own or calls again."""
        inner = read_phrase(self.page, *affiliation)
        if inner is None or inner.plural or (inner.head is not None and inner.head.noun_class in PERSON_CLASSES):
            return None
        if inner.form == "name" and inner.name:
            is_person = inner.name_kind == "person" or self.register.person_named(inner.name.words) is not None
            return None if is_person else self.houses.of_words(affiliation)
        telling = len(self.page.between(*affiliation)) > 1 or (inner.head is not None and inner.head.group in _STATE)
        return self.houses.earlier(inner) or (self.houses.of_words(affiliation) if telling else None)

    def _is_told(self, affiliation: Range) -> bool:
        """Tell whether an affiliation says what kind of body it is, or the text has spoken of a house so named."""
        words = self.page.text[slice(*affiliation)]
        known = self.register.known(tuple(word.casefold() for word in words.split()))
        return self.houses.is_body(affiliation) or words[:1].islower() or (known is not None and not known.guessed)

    def _mouth(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """A spokesman speaks for his organisation; a person's spokesman is somebody, named by whom he serves."""
        inner = read_phrase(self.page, *affiliation)
        person = inner.name and self.register.person_named(inner.name.words) if inner else None
        if inner is None or (inner.name_kind != "person" and not person):
            house = self._house(affiliation)
            return voiced(house, phrase) if house else None
        caption = descriptor_of(self.page, phrase)
        key = tuple(caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="person", caption=caption, words=key, names={caption}, roles=set(phrase.roles))
        )

    def _reporter(self, phrase: Phrase, affiliation: Range) -> Draft:
        house = self.houses.of_words(affiliation)
        if phrase.plural:
            return house
        caption = descriptor_of(self.page, phrase)
        key = ("reporter", *caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="person", caption=caption, words=key, names={caption}, roles=set(phrase.roles), parent=house)
        )

    def _holder_of(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """Return the one person of an organisation whom "Veldt boss" or "the company's chief" means."""
        house = self._house(affiliation)
        if house is None:
            return None

        def led(draft: Draft) -> bool:
            return phrase.head_word == "leader" and not draft.roles.isdisjoint(_POLITICIANS)

        held = [
            d
            for d in self.register.drafts
            if d.kind == "person"
            and d.parent is house
            and (any(may_be_called(r, d.roles) for r in phrase.roles) or led(d))
        ]
        return held[0] if len(held) == 1 else None


def voiced(house: Draft, phrase: Phrase) -> Draft:
    """Remember that an organisation spoke through somebody, whom "he" or "she" may mean next."""
    house.voice = phrase.gender or "-"
    return house
