"""The tests that a person must pass for one definite noun to mean him: "the senator", "the Ohio governor".

Imports: this room and lexicon only.
"""

from headwater.entities.constituencies import party_of, regions_in
from headwater.entities.ministers import PORTFOLIOS
from headwater.entities.page import Page
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.countries import country_of

_RANKS = frozenset("senior top chief former new local same other young old elderly retired acting deputy late".split())
# What a chief, a leader or a lawyer is of; two of these are two people.
_KINDS = frozenset(
    "police fire council opposition school union party team club defence defense prosecution county village prison "
    "plant army navy".split()
)
# An office is held once at a time: a former governor, a deputy governor and the governor are three.
TENURES = frozenset("former ex then past retired deputy vice acting incoming".split())
_SEATED, _PAST = frozenset("current sitting present incumbent".split()), frozenset("former ex then retired".split())
_BELOW = frozenset(("vice", "deputy"))
_MEMBERS = frozenset(("republican", "democrat"))


class Wanted:
    """What one noun phrase says about the person it means.

    Attributes:
        nouns: Lemma of its head, then what else it calls him.
        regions: ISO codes of the states it names.
        told: Its words beside the noun that tell him from others.
    """

    def __init__(self, page: Page, phrase: Phrase) -> None:
        """Read what the phrase says beside its noun."""
        self.phrase = phrase
        self.nouns = [phrase.head.lemma if phrase.head else phrase.head_word, *phrase.roles]
        places = {country_of(word) for word in phrase.modifiers - _RANKS if country_of(word) and word != "us"}
        if phrase.affiliation:
            places.add(country_of(page.text[slice(*phrase.affiliation)]))
        self._places = places - {None}
        self._field, self._tenure = phrase.modifiers & PORTFOLIOS, phrase.modifiers & TENURES
        self._of, self.told = phrase.modifiers & _KINDS, phrase.modifiers - _RANKS
        self.regions = regions_in(page.text[phrase.start : phrase.end])
        self._party = party_of({*phrase.modifiers, phrase.head_word})

    def fits(self, draft: Draft) -> bool:
        """The text calls him so, and nothing that it says of him speaks against it."""
        if draft.plural or not draft.hears(self.phrase.gender) or not self._is_called_so(draft):
            return False
        if (self.regions and draft.regions and not self.regions & draft.regions) or self._is_of_another_party(draft):
            return False  # "the Ohio senator" is not he of Texas
        held = draft.modifiers & PORTFOLIOS
        prime = "prime" in held and self.nouns[0] == "minister" and not self._field
        if prime or (self._field and held and not self._field & held):
            return False
        if self._holds_another_place(draft):
            return False
        if self._of and draft.modifiers & _KINDS and not self._of & draft.modifiers:
            return False  # "the police chief" is no fire chief
        lands = {country_of(word) for word in draft.modifiers} - {None}
        return (not self._places or not lands or bool(self._places & lands)) and self._tenure <= draft.modifiers

    def fits_exactly(self, draft: Draft) -> bool:
        """He fits, and holds the office as the phrase says: a former one only where it says so."""
        return self.fits(draft) and draft.modifiers & TENURES == self._tenure and self._field <= draft.modifiers

    def bears_noun(self, draft: Draft) -> bool:
        """He fits exactly, and the text has called him by this very noun."""
        return self.fits_exactly(draft) and self.nouns[0] in draft.roles

    def is_of_region(self, draft: Draft) -> bool:
        """He fits and is tied to the state that the phrase names."""
        return self.fits(draft) and bool(self.regions & draft.regions)

    def is_called_all(self, draft: Draft) -> bool:
        """He fits and has been called by every word beside the noun."""
        return self.fits(draft) and self.told <= draft.modifiers

    def _is_called_so(self, draft: Draft) -> bool:
        own = draft.party or party_of(draft.modifiers)
        if self.nouns[0] in _MEMBERS and own == self.nouns[0]:
            return True  # "the Utah Republican"
        return any(may_be_called(role, draft.roles) for role in self.nouns)

    def _is_of_another_party(self, draft: Draft) -> bool:
        own = draft.party or party_of(draft.modifiers)
        return self._party is not None and own is not None and own != self._party

    def _holds_another_place(self, draft: Draft) -> bool:
        """Tell whether he is below or behind the office: "the president" is no vice president and no former one."""
        gone = self.phrase.modifiers & _SEATED and draft.modifiers & _PAST
        return bool(gone or (draft.modifiers & _BELOW) - self.phrase.modifiers)
