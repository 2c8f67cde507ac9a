"""The entities of one document while it is being read: drafts that gather names, roles, parents and mentions.

A draft is the only mutable thing of this room and never leaves it: `freeze` turns drafts into Entity records.
Offsets are code points of Document.text. Imports: this room's phrase, lexicon, records and the standard library only.
"""

from collections.abc import Iterable
from typing import Literal

from headwater.entities.draft import Draft
from headwater.entities.name_forms import (
    COMPANY_WORDS,
    acronyms,
    call_names,
    core_name,
    goes_by_first_word,
    is_company,
    name_key,
    same_person,
    split_suffix,
    surname_first,
    untangled,
)
from headwater.entities.name_words import OUTLET_MARKS
from headwater.entities.phrase import NameKind
from headwater.entities.short_names import MOST, SITES, begun_with, of_other_lands
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import name_gender
from headwater.lexicon.outlets import Outlet, OutletList
from headwater.lexicon.source_nouns import source_noun

# The forms of names stand in a module of their own; neighbours find them here as ever.
__all__ = [
    "COMPANY_WORDS",
    "Draft",
    "Register",
    "acronyms",
    "core_name",
    "is_company",
    "is_titled_text",
]


_MARKS = frozenset("\"“”‘’'")


def is_titled_text(draft: Draft) -> bool:
    """Tell whether a name is a text's title: several words, the last a kind of text ("Flood Season Assessment")."""
    noun = source_noun(draft.words[-1]) if len(draft.words) > 1 else None
    return noun is not None and noun.noun_class == "issued"


class Register:
    """Drafts of one document, found by name."""

    def __init__(
        self, doc_id: str, outlets: OutletList, publisher: Outlet | None, sited: frozenset[str] = frozenset()
    ) -> None:
        """Start empty; the document's publisher and his country settle "the Post".

        Args:
            doc_id: The document.
            outlets: Known outlets.
            publisher: Who published it, if known.
            sited: Folded words that the text uses as places ("in Velm").
        """
        self.sited = sited
        country = publisher.country or None if publisher else None
        self.doc_id, self.outlets, self.country, self.publisher = doc_id, outlets, country, publisher
        self.drafts: list[Draft] = []
        self._exact: dict[tuple[str, ...], Draft] = {}
        self._surname: dict[str, list[Draft]] = {}
        self._acronym: dict[str, list[Draft]] = {}
        self._told_letters: dict[str, Draft] = {}
        self._core: dict[tuple[str, ...], Draft] = {}
        self._outlet: dict[str, Draft] = {}
        self._role: dict[str, list[Draft]] = {}
        self._first_word: dict[str, list[Draft]] = {}
        self._last_word: dict[str, list[Draft]] = {}
        self.turns: list[tuple[Draft, Draft]] = []  # who took over, from whom
        self.contests: list[tuple[Draft, Draft]] = []  # who stood against whom
        self._letters: dict[str, list[Draft]] = {}
        self._unnamed: dict[tuple[str, ...], Draft] = {}
        self.mentioned_outlets: set[str] = {publisher.name} if publisher else set()

    def add(self, draft: Draft) -> Draft:
        """Take a new draft in and make its name findable."""
        self.drafts.append(draft)
        if draft.words:
            self._exact.setdefault((*draft.words, draft.suffix) if draft.suffix else draft.words, draft)
            if draft.kind == "person":
                for word in set(call_names(draft.words)):
                    self._surname.setdefault(word, []).append(draft)
            else:
                self._core.setdefault(core_name(draft.words), draft)
                if len(draft.words) > 1:
                    self._first_word.setdefault(draft.words[0], []).append(draft)
                if 2 <= len(draft.words) <= 4:
                    self._last_word.setdefault(draft.words[-1], []).append(draft)
                for acronym in acronyms(draft.words) if len(draft.words) > 1 else ():
                    self._acronym.setdefault(acronym, []).append(draft)
        return draft

    def named(
        self, words: tuple[str, ...], caption: str, kind: NameKind, gender: Literal["m", "f"] | None = None
    ) -> Draft:
        """Return the draft a name means, a new one when it means none so far.

        Args:
            words: Words of the name as written, without titles.
            caption: The name as it stands in the text.
            kind: What the phrase showed it to be.
            gender: From a title or given name; two people of one surname are kept apart by it.
        """
        words, caption = untangled(words, caption)
        key = name_key(words)
        if kind == "organisation" and self._is_surname(words):
            kind = "unknown"
        if len(key) == 1 and (told := self._told_letters.get(key[0].replace(".", ""))):
            return told
        if kind != "person" and (outlet := self.outlet_named(caption)):
            return self.of_outlet(outlet, caption)
        suffix = split_suffix(words)[1]
        found = self._suffixed(key, suffix) if suffix else self._exact.get(key) or self._short_form(key, kind, gender)
        if found is None:
            person = kind == "person" or suffix != ""
            new = Draft(kind="person" if person else "organisation", caption=caption, words=key, suffix=suffix)
            found = self.add(new)
            found.guessed = kind == "unknown"
            if kind != "person" and len(self.outlets.candidates(caption)) > 1:
                found.kind, found.guessed = "outlet", False  # "the Post": one of several, never guessed which
        if found.guessed and kind == "person":
            self.settle_person(found)
        found.names.add(caption)
        if found.kind == "person" and len(key) > len(found.words):
            found.caption, found.words = caption, key
            self._exact.setdefault(key, found)
        if found.kind == "person":
            found.gender = found.gender or gender or name_gender(key[0])
        return found

    def _suffixed(self, key: tuple[str, ...], suffix: str) -> Draft | None:
        """Return the one person of a name who is called "Jr." or the like, never his father."""
        people = [d for d in self._surname.get(key[-1], []) if d.suffix == suffix and same_person(d.words, key)]
        return people[0] if len(people) == 1 else None

    def _is_surname(self, words: tuple[str, ...]) -> bool:
        """Tell whether a word for a country or its people is a surname here ("Roman" behind "Ann Roman")."""
        if len(words) != 1 or not words[0].istitle() or country_of(words[0]) is None:
            return False
        return any(len(d.words) > 1 and d.words[-1] == words[0].casefold() for d in self.bearers(words))

    def is_torn(self, words: tuple[str, ...], gender: Literal["m", "f"] | None) -> bool:
        """Tell whether "Ms Reed" may be either of two Reeds of the text, so that neither is meant for certain."""
        key = name_key(words)
        if len(key) != 1 or gender is None:
            return False
        people = self._bearers(key, gender)
        return len(people) > 1

    def bearers(self, words: tuple[str, ...]) -> list[Draft]:
        """Return the people whom a name as written may mean, in the order they were entered."""
        key = name_key(words)
        return [d for d in self._surname.get(key[-1], []) if same_person(d.words, key)]

    def _bearers(self, key: tuple[str, ...], gender: Literal["m", "f"] | None) -> list[Draft]:
        """Return the people a name may mean: of several, those the text has come to, and of those, who is called so."""
        people = [d for d in self._surname.get(key[-1], []) if d.hears(gender) and same_person(d.words, key)]
        if len(key) > 1 or len(people) < 2:
            return people
        people = [d for d in people if surname_first(d.words) == key[0]] or people
        people = [d for d in people if not d.suffix] or people  # of father and son the bare name means the father
        people = [d for d in people if d.spans] or people
        called = [d for d in people if any(name.casefold() == key[0] for name in d.names)]
        return called if len(called) == 1 else sorted(people, key=lambda d: d.at)

    def settle_person(self, draft: Draft) -> None:
        """Make a name of unknown kind a person's: a role, a pronoun or its own short form showed it."""
        draft.kind, draft.guessed = "person", False
        for word in set(call_names(draft.words)):
            self._surname.setdefault(word, []).append(draft)

    def settle_guess(self, draft: Draft, vocabulary: frozenset[str]) -> None:
        """Take a name of two or three words that nothing showed to be a house's for a person's, if it spoke.

        Args:
            draft: Any draft; only those of unknown kind change.
            vocabulary: Lower-case words of the text; "Net Applications" is no person where "applications" is a word.
        """
        if draft.guessed and draft.spoke and 2 <= len(draft.words) <= 3 and not vocabulary & set(draft.words):
            self.settle_person(draft)

    def _short_form(self, key: tuple[str, ...], kind: NameKind, gender: Literal["m", "f"] | None) -> Draft | None:
        """Find the draft a shorter or longer form of a name belongs to."""
        if kind != "organisation":
            people = self._bearers(key, gender)
            if len(people) > 1 and len(key) == 1 and gender is not None:
                told = [d for d in people if d.gender == gender]
                if len(told) == 1:
                    return told[0]
                return None  # "Ms Reed" after Anna and Paula Reed is neither for certain
            if people and (len(people) == 1 or len(key) == 1):
                return people[0]  # of several of one surname the bare surname means the one introduced first
            guessed = [d for d in self._last_word.get(key[-1], []) if d.guessed and _may_be_short(d.words, key)]
            if len(guessed) == 1:
                self.settle_person(guessed[0])
                return guessed[0]
        if kind == "person":
            return None
        if len(key) == 1:
            if paper := self.outlet_called(key):
                return paper  # "the Ledger" after the Capital Ledger
            long_forms = self._acronym.get(key[0].replace(".", ""), [])
            companies = [d for d in self._first_word.get(key[0], []) if goes_by_first_word(d.caption, d.roles)]
            if len(companies) == 1:
                return companies[0]  # "Veldt" for Veldt Foods
            if long_forms and key[0].replace(".", "").isalnum():
                return long_forms[-1]
        found = self._core.get(core_name(key)) or self._by_first_word(key)
        return None if found is not None and of_other_lands(found.words, key) else found

    def _by_first_word(self, key: tuple[str, ...]) -> Draft | None:
        """Return the one house whose name begins so: "Sadeem" for Sadeem Partners, where it is no place or person."""
        if len(key) == 1 and key[0] in self.sited:
            return None
        found = begun_with(self._first_word.get(key[0], []), key)
        return found if found is not None and found.kind == "organisation" else None

    def is_site(self, draft: Draft) -> bool:
        """Tell whether nothing but its place in the text is known of a name: "in Velm"."""
        lone = len(draft.words) == 1 and draft.words[0] in self.sited
        sited = lone or (draft.words != () and draft.words[-1] in SITES)
        return draft.guessed and not draft.spoke and sited

    def outlet_named(self, name: str) -> Outlet | None:
        """Return the outlet a name means here: by earlier full mention, then the publisher's country, never guessed."""
        return self.outlets.by_name(name, country=self.country, mentioned=self.mentioned_outlets)

    def of_outlet(self, outlet: Outlet, written: str) -> Draft:
        """Return the draft of an outlet."""
        self.mentioned_outlets.add(outlet.name)
        found = self._outlet.get(outlet.name)
        if found is None:
            found = self._outlet[outlet.name] = self.add(Draft(kind="outlet", caption=outlet.name, outlet=outlet))
        found.names.add(written)
        return found

    def own_outlet(self, words: str) -> Draft:
        """Return the draft of the document's own outlet, which "this newspaper" means.

        Args:
            words: The words for it; they are its name where neither the publisher nor the text gives one.
        """
        if self.publisher is not None:
            return self.of_outlet(self.publisher, self.publisher.name)
        papers = [d for d in self.drafts if d.kind == "outlet" and d.caption.split()[-1].casefold() in OUTLET_MARKS]
        if len(papers) == 1:
            return papers[0]
        key = ("own outlet",)
        own = Draft(kind="outlet", caption=" ".join(words.lower().split()), words=key)
        return self._exact.get(key) or self.add(own)

    def known(self, key: tuple[str, ...]) -> Draft | None:
        """Return the draft of exactly these folded words, if there is one."""
        return self._exact.get(key)

    def person_named(self, words: tuple[str, ...]) -> Draft | None:
        """Return the person a name means, without entering a new one."""
        key = name_key(words)
        people = [d for d in self._surname.get(key[-1], []) if same_person(d.words, key)] if key else []
        return people[-1] if people else None

    def call(self, draft: Draft, roles: Iterable[str]) -> None:
        """Remember what the text calls an entity."""
        for role in roles:
            if role not in draft.roles:
                draft.roles.add(role)
                self._role.setdefault(role, []).append(draft)

    def with_role(self, role: str) -> Iterable[Draft]:
        """Return the entities the text calls by a role noun, in order."""
        return self._role.get(role, ())

    def unnamed(self, key: tuple[str, ...]) -> Draft | None:
        """Return the unnamed source of a descriptor, if the text had one."""
        return self._unnamed.get(key)

    def add_unnamed(self, key: tuple[str, ...], draft: Draft) -> Draft:
        """Take in an unnamed source; "another official" replaces the one before for what follows."""
        self._unnamed[key] = draft
        self.drafts.append(draft)
        return draft

    def go_by(self, draft: Draft, letters: str) -> None:
        """Remember letters in brackets behind a house's name by which the text calls it from here on."""
        draft.names.add(letters)
        self._told_letters[letters.replace(".", "").casefold()] = draft

    def whole_of(self, draft: Draft) -> Draft | None:
        """Return the one speaker of a longer name that a name of unknown kind begins: "Skyline" for Skyline Weather."""
        key = draft.words
        if not draft.guessed or draft.spoke or not key or (len(key) == 1 and key[0] in self.sited):
            return None
        return begun_with(self._first_word.get(key[0], []), key)

    def goes_by(self, words: str) -> Draft | None:
        """Return the house whose letters in brackets some words are ("the NRC"), else None."""
        letters = words.removeprefix("the ").removeprefix("The ").replace(".", "")
        return self._told_letters.get(letters.casefold())

    def headed(self, word: str) -> Draft | None:
        """Return the one house of the text whose name begins or ends with a word ("the Sabha"), else None."""
        folded = word.casefold()
        ends = [*self._last_word.get(folded, [])[:MOST], *self._first_word.get(folded, [])[:MOST]]
        held = {id(d): d for d in ends if d.kind == "organisation" and d.spans and len(d.words) > 1}
        return next(iter(held.values())) if len(held) == 1 else None

    def lettered(self, draft: Draft, letters: str) -> None:
        """Remember letters that stand for somebody's office: "the CS" for a Cabinet Secretary."""
        if 2 <= len(letters) <= 5 and draft not in self._letters.setdefault(letters, []):
            self._letters[letters].append(draft)

    def by_letters(self, words: tuple[str, ...]) -> Draft | None:
        """Return the one person whose office some letters stand for, unless a house of the text goes by them."""
        found = self._letters.get(words[0], []) if len(words) == 1 else []
        return found[0] if len(found) == 1 and words[0].casefold() not in self._acronym else None

    def titled_text(self, title: str, noun: str) -> Draft:
        """Return the draft of a text by its title and the noun for what it is ("study")."""
        key = ("title", *title.casefold().split())
        found = self._exact.get(key)
        return found or self.add(Draft(kind="document", caption=title, words=key, names={title}, roles={noun}))

    def text_titled(self, words: str) -> Draft | None:
        """Return the text that a title in quotation marks means, None for other words."""
        if words[:1] not in _MARKS or words[-1:] not in _MARKS:
            return None
        return self._exact.get(("title", *words[1:-1].strip(",").casefold().split()))

    def outlet_called(self, words: tuple[str, ...]) -> Draft | None:
        """Return the one outlet of the text whose name ends in a single folded word ("ledger"), else None."""
        papers = [d for d in self._last_word.get(words[-1], []) if d.kind == "outlet"] if len(words) == 1 else []
        return papers[0] if len(papers) == 1 else None

    def organisation(self, caption: str, words: tuple[str, ...]) -> Draft:
        """Return the draft of an organisation that is described rather than named ("national disaster agency")."""
        key = tuple(word.casefold() for word in words)
        return self._exact.get(key) or self.add(Draft(kind="organisation", caption=caption, words=key, names={caption}))


def _may_be_short(words: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Tell whether a surname alone, of one word or more, may be short for a name."""
    return len(key) == 1 or (len(key) < len(words) and same_person(words, key))
