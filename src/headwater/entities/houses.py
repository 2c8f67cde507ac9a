"""Which organisation a phrase means: "the company", "Microsoft's security lab", "police", a spokesman's house.

Offsets are code points. Imports: this room, lexicon and records only.
"""

from headwater.entities.page import Page, Range
from headwater.entities.phrase import Phrase
from headwater.entities.phrase_names import name_kind
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.entities.unnamed import describe_unnamed, descriptor_of
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

# "the IRNA news agency", "the Velm Tribune newspaper": the name stands before the noun and is whole without it.
NAMED_BEFORE = frozenset("agency newspaper magazine tabloid daily broadcaster channel network company firm".split())
# "Microsoft's security lab": a unit without a name of its own speaks for the whole.
_UNITS = frozenset(
    "unit office lab laboratory centre center bureau service division arm secretariat press-office".split()
)
# Nouns that say so little of what an organisation is that they call again one whose name has another noun, or none.
_ANY_GROUP = frozenset("group organisation organization body institution agency movement association".split())
_LOOSE: dict[str, frozenset[str]] = dict.fromkeys(_ANY_GROUP, frozenset()) | {
    "bloc": frozenset("alliance union league federation association community".split()),
    "party": frozenset("front movement alliance congress union coalition league".split()),
    "charity": frozenset("foundation fund trust institute society group".split()),
    "coalition": frozenset("alliance front bloc movement".split()),
    "alliance": frozenset("coalition front bloc league organisation".split()),
    "union": frozenset("association federation".split()),
    "club": frozenset(),
}
_FORCES = frozenset("police constabulary army navy guard".split())
# Forces and houses of state that need no article: "police said" means the police spoken of before.
# Words that tell one body from another of its kind: "the central bank" is not the bank spoken of before.
_APART = frozenset(
    "central apex reserve federal local rival parent foreign interior regional provincial municipal".split()
)
_WITHIN = frozenset("management leadership".split())  # words for those who run what was named
# People who speak for a company that the first sentences only describe.
_LEADERS = frozenset("chief executive boss chairman chairwoman director spokesman spokeswoman spokesperson".split())
_OPENING = 3
_SEVERAL = 2
_BARE = frozenset("police army navy military".split())


class Houses:
    """Resolves the phrases of one document that name or describe organisations, in reading order."""

    def __init__(self, page: Page, register: Register, recent: Recent) -> None:
        """Share the page, the drafts and the mentions heard so far."""
        self.page, self.register, self.recent = page, register, recent

    def of_words(self, words: Range) -> Draft:
        """Return the organisation that an affiliation names or describes."""
        inner = read_phrase(self.page, *words)
        if inner and inner.form == "name" and inner.name:
            kind = "organisation" if inner.name_kind != "person" else inner.name_kind
            named = self.register.named(
                inner.name.words, " ".join(self.page.text[inner.name.start : inner.name.end].split()), kind
            )
            named.guessed = False
            return named
        if inner and inner.form == "nominal" and inner.determiner == "" and inner.affiliation is None:
            found = self.earlier(inner)
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

    def of_noun(self, phrase: Phrase) -> Draft | None:
        """Return who "the company", "the ministry", "police" or "numerous security firms" means."""
        if (phrase.plural and phrase.head_word not in ("forces", "troops")) or phrase.determiner in (
            "a",
            "other",
            "number",
        ):
            if phrase.determiner == "the" and (found := self._several(phrase)):
                return found
            return describe_unnamed(self.page, self.register, self.recent, phrase)
        if phrase.determiner in ("the", "his") and (found := self.earlier(phrase)):
            return found
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
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        own = self.page.text[slice(*phrase.affiliation)] if phrase.affiliation else ""
        marks = {word.casefold() for word in own.split() if word[:1].isupper() and not country_of(word)}
        apart = phrase.modifiers & _APART
        company = phrase.head is not None and phrase.head.noun_class == "company"

        def named_so(draft: Draft) -> bool:
            if draft.kind != "organisation" or (marks and not marks & set(draft.words)):
                return False
            if apart and not apart & (set(draft.words) | draft.modifiers):
                return False
            return lemma in draft.words or lemma in draft.roles

        def could_be(draft: Draft) -> bool:
            if (
                draft.kind != "organisation"
                or marks
                or own
                or apart
                or country_of(draft.caption)
                or country_of_capital(draft.caption)
            ):
                return False
            nouns = [n for word in draft.words if (n := source_noun(word)) and n.noun_class not in PERSON_CLASSES]
            if company or not nouns:
                return not nouns or any(noun.noun_class == "company" for noun in nouns)
            return nouns[-1].group == "groups" and (lemma in _ANY_GROUP or nouns[-1].lemma in _LOOSE.get(lemma, ()))

        def run_by_it(draft: Draft) -> bool:
            nouns = {noun.noun_class for word in (*draft.words, *draft.roles) if (noun := source_noun(word))}
            return draft.kind == "organisation" and "company" in nouns

        start, sentence = phrase.start, self.page.sentence(phrase.start)
        if lemma == "agency" and "news" in phrase.modifiers:
            return self.recent.last(lambda d: d.kind == "outlet")
        found = self.recent.choose(start, sentence, named_so, window=30)
        if found is None and lemma == "force":
            found = self.recent.choose(
                start, sentence, lambda d: d.kind == "organisation" and bool(_FORCES & set(d.words)), window=30
            )
        if found is None and lemma in _WITHIN:
            found = self.recent.choose(start, sentence, run_by_it, window=8)
        if found is None and (company or lemma in _LOOSE):
            found = self.recent.choose(start, sentence, could_be, window=8, acting=True)
        if found is None and lemma == "agency":
            found = self.recent.choose(start, sentence, lambda d: d.kind == "outlet", window=8)
        return found

    def of_mouth(self, phrase: Phrase) -> Draft | None:
        """Return the organisation spoken of last, for which a spokesman without a house speaks; None when two fit."""
        start = phrase.start
        return self.recent.choose(
            start, self.page.sentence(start), lambda d: d.kind == "organisation", window=2, free=True
        )
