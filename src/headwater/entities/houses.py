"""Which organisation a phrase means: "the company", "Microsoft's security lab", "police", a spokesman's house.

Offsets are code points. Imports: this room, lexicon and records only.
"""

from collections.abc import Callable, Iterable

from headwater.entities.kinds_of_body import ANY_GROUP, LOOSE, may_be_body
from headwater.entities.name_kinds import name_kind
from headwater.entities.page import Page, Range
from headwater.entities.phrase import NameKind, Phrase
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register, is_company
from headwater.entities.salience import Recent
from headwater.entities.self_told import spoken_of_as_people
from headwater.entities.unnamed import describe_unnamed, descriptor_of
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

# "the IRNA news agency", "the Velm Tribune newspaper": the name stands before the noun and is whole without it.
NAMED_BEFORE = frozenset("agency newspaper magazine tabloid daily broadcaster channel network company firm".split())
# "Microsoft's security lab": a unit without a name of its own speaks for the whole.
_UNITS = frozenset(
    "unit office lab laboratory centre center bureau service division arm secretariat press-office".split()
)
_FORCES = frozenset("police constabulary army navy guard".split())
# Words that tell one body from another of its kind: "the central bank" is not the bank spoken of before.
_APART = frozenset(
    "central apex reserve federal local rival parent foreign interior regional provincial municipal".split()
)
# Words that tell courts from one another: "the district court" is not the Supreme Court.
_LEVELS = frozenset(
    "district appeals appeal appellate high supreme superior lower federal county magistrates crown trial circuit "
    "constitutional labour labor family military regional sharia".split()
)
_WITHIN = frozenset("management leadership".split())  # words for those who run what was named
# People who speak for a company that the first sentences only describe.
_LEADERS = frozenset("chief executive boss chairman chairwoman director spokesman spokeswoman spokesperson".split())
_OPENING = 3
_SEVERAL = 2
_OF_STATE = frozenset(("regulator", "watchdog"))  # nouns that no name without a noun of its own is called by
_STREETS = frozenset("row street road lane square hill avenue park station place quay wharf bridge gardens".split())
_SITES = frozenset("mill factory refinery shipyard plant".split())  # what companies are called after
_LONG, _SHORT, _NEAR = 30, 8, 2  # sentences back to a name with the noun, to one without it, to rivals for it
_LETTERS = 3  # "GOP", "TV": letters that are an adjective
# Forces that need no article: "police said" means the police spoken of before.
_BARE = frozenset("police army navy military".split())


class Houses:
    """Resolves the phrases of one document that name or describe organisations, in reading order."""

    def __init__(self, page: Page, register: Register, recent: Recent) -> None:
        """Share the page, the drafts and the mentions heard so far."""
        self.page, self.register, self.recent = page, register, recent
        self._people = spoken_of_as_people(page)
        self.bystanders: set[int] = set()  # id() of houses named only for somebody who comments on another

    def of_words(self, words: Range) -> Draft:
        """Return the organisation that an affiliation names or describes."""
        inner = read_phrase(self.page, *words)
        if inner and inner.form == "name" and inner.name:
            lone = len(inner.name.words) == 1 and inner.name_kind == "unknown"
            person = inner.name_kind == "person" or (lone and inner.name.words[0] in self._people)
            kind: NameKind = "person" if person else "organisation"
            named = self.register.named(
                inner.name.words, " ".join(self.page.text[inner.name.start : inner.name.end].split()), kind
            )
            named.guessed = False
            return named
        if inner and inner.form == "nominal" and inner.determiner == "" and inner.affiliation is None:
            found = self._described_before(inner)
            if found:
                return found
        text = self.page.text[slice(*words)]
        if inner and inner.affiliation and not inner.place and inner.head and inner.head.lemma in _UNITS:
            owner = self.page.text[slice(*inner.affiliation)]
            if owner[:1].isupper() and name_kind(tuple(owner.split())) != "person":
                return self.of_words(inner.affiliation)
            house = read_phrase(self.page, *inner.affiliation)
            if house and house.form == "nominal" and (earlier := self.earlier(house)):
                return earlier
        return self.register.organisation(text, tuple(text.split()))

    def is_body(self, words: Range) -> bool:
        """Tell whether words name or describe a body, and no person, people or party ("Hispanic voters", "GOP")."""
        inner = read_phrase(self.page, *words)
        if inner is None or inner.plural:
            return False
        if inner.form == "name" and inner.name:
            written = " ".join(inner.name.words)
            return inner.name_kind == "organisation" and country_of(written) is None and len(written) > _LETTERS
        return inner.head is not None and inner.head.noun_class in ("body", "company", "outlet")

    def _fitting(self, phrase: Phrase) -> "Fitting":
        return Fitting(self.page, phrase, self.register.is_site)

    def _described_before(self, inner: Phrase) -> Draft | None:
        """Return the house that an affiliation in lower case means again; every word of a longer one must fit."""
        if not inner.modifiers:
            return self.earlier(inner)
        fits = self._fitting(inner)

        def named(draft: Draft) -> bool:
            words = {*draft.words, *draft.modifiers}
            return fits.named_so(draft) and inner.modifiers <= words

        return self.recent.choose(inner.start, self.page.sentence(inner.start), named, window=_LONG)

    def of_noun(self, phrase: Phrase) -> Draft | None:
        """Return who "the company", "the ministry", "police" or "numerous security firms" means."""
        if (phrase.plural and phrase.head_word not in ("forces", "troops")) or phrase.determiner in (
            "a",
            "other",
            "number",
        ):
            one = self.page.folded.startswith(("one of ", "One of "), phrase.start)
            several = self._several(phrase) if phrase.determiner == "the" and not one else None
            return several or describe_unnamed(self.page, self.register, self.recent, phrase)
        if phrase.determiner == "the" and (unnamed := self._unnamed_before(phrase)):
            return unnamed
        if phrase.determiner in ("the", "his") and (found := self.earlier(phrase)):
            return found
        if phrase.determiner == "the" and not phrase.affiliation and self.torn(phrase):
            return None
        if company_told_later := self._ahead(phrase):
            return company_told_later
        if phrase.determiner == "" and phrase.head_word in _BARE and (found := self._only_force(phrase)):
            return found
        if phrase.affiliation and not phrase.place and (noun := phrase.head) and noun.lemma in NAMED_BEFORE:
            return self.of_words(phrase.affiliation)
        if phrase.affiliation and not phrase.place and phrase.head and phrase.head.lemma in _UNITS:
            owner = read_phrase(self.page, *phrase.affiliation)
            if owner and owner.form == "name" and phrase.determiner != "the":
                return self.of_words(phrase.affiliation)
        caption = descriptor_of(self.page, phrase)
        draft = self.register.organisation(caption, tuple(caption.split()))
        draft.roles.update(phrase.roles)
        draft.plural = draft.plural or phrase.head_word in ("police", "forces", "troops")
        return draft

    def _unnamed_before(self, phrase: Phrase) -> Draft | None:
        """Return the unnamed body of the same noun that was spoken of last: "a district court ... the court"."""
        noun = phrase.head
        if noun is None or noun.plural or phrase.affiliation:
            return None
        fits = self._fitting(phrase)
        found = self.recent.last(lambda d: fits.named_so(d) or (d.kind == "unnamed" and noun.lemma in d.roles))
        if found is None or found.kind != "unnamed" or found.plural:
            return None
        return found if phrase.modifiers <= found.modifiers else None

    def _ahead(self, phrase: Phrase) -> Draft | None:
        """Return the company that a text's first words describe and whose people it names further down."""
        company = phrase.head is not None and phrase.head.noun_class == "company"
        opening = self.page.sentence(phrase.start) < _OPENING
        if not company or not opening or phrase.plural or phrase.affiliation:
            return None
        houses = {
            id(d.parent): d.parent
            for d in self.register.drafts
            if d.kind == "person" and d.parent and d.roles & _LEADERS and not d.parent.spans
        }
        return next(iter(houses.values())) if len(houses) == 1 else None

    def _several(self, phrase: Phrase) -> Draft | None:
        """Return "the companies" as one speaker where the text has named at least two organisations before."""
        named = {id(d) for d in self.register.drafts if d.kind == "organisation" and d.spans and not d.plural}
        if len(named) < _SEVERAL or phrase.affiliation:
            return None
        caption = descriptor_of(self.page, phrase)
        draft = self.register.organisation(caption, tuple(caption.split()))
        draft.plural = True
        return draft

    def _only_force(self, phrase: Phrase) -> Draft | None:
        """Return the one police, army or the like that the text has named, when the phrase adds nothing to the noun."""
        start, end = phrase.descriptor or (phrase.start, phrase.end)
        if self.page.text[start:end].lower() != phrase.head_word:
            return None
        named = {
            id(d): d
            for d in self.register.drafts
            if d.kind == "organisation" and len(d.words) > 1 and phrase.head_word in (d.words[-1], *d.roles)
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def earlier(self, phrase: Phrase) -> Draft | None:
        """Return the organisation named before that a definite noun means; None when none or no one clearly does."""
        start, sentence = phrase.start, self.page.sentence(phrase.start)
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        company = phrase.head is not None and phrase.head.noun_class == "company"
        if lemma == "agency" and "news" in phrase.modifiers:
            return self.recent.last(lambda d: d.kind == "outlet")
        fits = self._fitting(phrase)
        found = self.recent.choose(start, sentence, fits.named_so, window=_LONG)
        if found is None and lemma == "force":
            found = self.recent.choose(start, sentence, fits.force, window=_LONG)
        if found is None and lemma in _WITHIN:
            found = self.recent.choose(start, sentence, fits.run_by_it, window=_SHORT)
        if found is None:
            found = self.recent.choose(start, sentence, fits.told_by_name, window=_LONG)
        if found is None and (company or lemma in LOOSE):
            found = self.recent.choose(
                start, sentence, lambda d: fits.could_be(d) and id(d) not in self.bystanders, window=_SHORT, acting=True
            ) or self.recent.choose(start, sentence, fits.could_be, window=_SHORT, acting=True)
        if found is None and lemma == "agency":
            found = self.recent.choose(start, sentence, lambda d: d.kind == "outlet", window=_SHORT)
        return found

    def torn(self, phrase: Phrase) -> bool:
        """Tell whether two organisations of the last sentences fit a definite noun so that neither is meant."""
        start, sentence = phrase.start, self.page.sentence(phrase.start)
        fits = self._fitting(phrase)
        company = phrase.head is not None and phrase.head.noun_class == "company"
        named = self.recent.fitting(start, sentence, fits.named_so, window=_SHORT)
        if len(named) < _SEVERAL and company:
            named = self.recent.fitting(start, sentence, fits.could_be, window=_NEAR, acting=True)
        return len(named) >= _SEVERAL

    def of_mouth(self, phrase: Phrase) -> Draft | None:
        """Return the organisation spoken of last, for which a spokesman without a house speaks; None when two fit."""
        start = phrase.start
        return self.recent.choose(
            start,
            self.page.sentence(start),
            lambda d: d.kind == "organisation" and not self.register.is_site(d),
            window=2,
            free=True,
        )


def _lands(words: Iterable[str]) -> set[str]:
    return {country for word in words if (country := country_of(word))}


class Fitting:
    """The tests that an organisation must pass for one definite noun to mean it."""

    def __init__(self, page: Page, phrase: Phrase, sites: Callable[[Draft], bool]) -> None:
        """Read what the phrase says beside its noun; `sites` tells whether a draft is only where something happens."""
        self.phrase = phrase
        self.lemma = phrase.head.lemma if phrase.head else phrase.head_word
        self.own = page.text[slice(*phrase.affiliation)] if phrase.affiliation else ""
        self.marks = {word.casefold() for word in self.own.split() if word[:1].isupper() and not country_of(word)}
        self.apart = phrase.modifiers & _APART
        self.sites = sites
        self.land = country_of(self.own) if self.own else None
        self.company = phrase.head is not None and phrase.head.noun_class == "company"

    def named_so(self, draft: Draft) -> bool:
        """Its name or the text calls it by the noun."""
        if draft.kind != "organisation" or (self.marks and not self.marks & set(draft.words)):
            return False
        held = set(draft.words) | draft.modifiers
        if self.land and (own := _lands(held)) and self.land not in own:
            return False  # "the Norlandic ministry" is of no other country
        if self.apart and not self.apart & held:
            return False
        if self.lemma == "court" and (level := self.phrase.modifiers & _LEVELS) and not level & held:
            return False  # "the district court" is no Supreme Court
        inside = self.lemma in draft.words[:-1] and "of" not in draft.words
        if inside and (draft.guessed or draft.words[-1] in _STREETS):
            return False  # "Museum Row" is no museum
        return self.lemma in draft.words or self.lemma in draft.roles

    def told_by_name(self, draft: Draft) -> bool:
        """Words of its name say that it is one: "the union" for a workers' alliance."""
        if draft.kind != "organisation" or (self.marks and not self.marks & set(draft.words)):
            return False
        return may_be_body(self.phrase, draft, self.own.split() if self.own.islower() else ())

    def could_be(self, draft: Draft) -> bool:
        """Nothing speaks against it: "the company" for a name without a noun of its own."""
        placed = country_of(draft.caption) or country_of_capital(draft.caption) or self.sites(draft)
        foreign = bool(self.own) and (self.land is None or self.land not in _lands(draft.modifiers))
        if draft.kind != "organisation" or self.marks or foreign or self.apart or placed:
            return False
        nouns = [n for word in draft.words if (n := source_noun(word)) and n.noun_class not in PERSON_CLASSES]
        if self.lemma == "union" and not nouns:
            # "Unite", and not the owner of the quarry it writes to.
            return draft.spoke and not draft.roles and not is_company(draft.caption, ())
        if not nouns and (self.lemma in _OF_STATE or (not self.company and is_company(draft.caption, ()))):
            return False
        if self.company or not nouns:
            return not nouns or any(noun.noun_class == "company" or noun.lemma in _SITES for noun in nouns)
        if nouns[-1].lemma in LOOSE.get(self.lemma, ()):
            return True
        return nouns[-1].group == "groups" and self.lemma in ANY_GROUP

    def run_by_it(self, draft: Draft) -> bool:
        """It is a company, which has a management."""
        nouns = {noun.noun_class for word in (*draft.words, *draft.roles) if (noun := source_noun(word))}
        return draft.kind == "organisation" and "company" in nouns

    def force(self, draft: Draft) -> bool:
        """It is a police, an army or a navy."""
        return draft.kind == "organisation" and bool(_FORCES & set(draft.words))
