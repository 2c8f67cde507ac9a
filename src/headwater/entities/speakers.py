"""Who a source phrase means: names, titles, nouns and pronouns resolved within one document.

Constrained on purpose: a noun or pronoun is resolved only when number, gender, role and place in the text leave one
candidate clearly ahead; otherwise it stays what the words say. Imports: this room, lexicon and records only.
"""

from typing import Literal

from headwater.entities.grounds import asks_for_anonymity
from headwater.entities.outlet_phrases import outlet_of
from headwater.entities.page import Page, Range
from headwater.entities.phrase import PREPOSITIONS, Phrase
from headwater.entities.phrase_names import name_kind
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Event, Recent
from headwater.entities.unnamed import describe_unnamed, descriptor_of
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.source_nouns import DOCUMENT_CLASSES, ORGANISATION_CLASSES, PERSON_CLASSES, source_noun

_HEARSAY_DOCUMENTS = frozenset(
    (
        "report data statistics figures findings estimate forecast projection poll survey study analysis census claim"
    ).split()
)
# "the IRNA news agency", "the Velm Tribune newspaper": the name stands before the noun and is whole without it.
_NAMED_BEFORE = frozenset("agency newspaper magazine tabloid daily broadcaster channel network company firm".split())
_OPENERS = frozenset("a an the his her its their some several many two three four five other another".split())
_ANTECEDENT_WORDS = 5
# "Microsoft's security lab": a unit without a name of its own speaks for the whole.
_UNITS = frozenset(
    "unit office lab laboratory centre center bureau service division arm secretariat press-office".split()
)
_RANKS = frozenset("senior top chief former new local same other young old elderly retired acting deputy late".split())


class Speakers:
    """Resolves the source phrases of one document, fed in reading order."""

    def __init__(self, page: Page, register: Register) -> None:
        """Start reading a document."""
        self.page, self.register, self.recent = page, register, Recent()

    def resolve(self, span: Range) -> Draft | None:
        """Return the entity a source phrase means; None when the words do not settle it.

        Args:
            span: Half-open range of the whole source phrase.
        """
        phrase = read_phrase(self.page, *span)
        if phrase is None:
            return None
        draft = self._meant(phrase, span)
        if draft is not None:
            draft.plural, draft.spoke = draft.plural or phrase.plural, True
            draft.note(span, f"{phrase.form}: {self.page.text[span[0] : span[1]][:80]!r}")
            self.hear(draft, span[0], speaker=True, quoted=False)
            if phrase.joint is not None and (other := self.resolve((phrase.joint, span[1]))):
                draft.rules.append(f"speaks jointly with {other.caption!r}")
        return draft

    def hear(self, draft: Draft, offset: int, *, speaker: bool, quoted: bool) -> None:
        """Remember that an entity was mentioned."""
        sentence = self.page.sentence(offset)
        opens = self.page.sentences[sentence][0] if self.page.sentences else 0
        subject = offset - opens <= 30
        before = self.page.index(offset) - 1
        skipped = before - 1 if before >= 0 and self.page.tokens[before].text.lower() in ("the", "a", "an") else before
        governed = not speaker and skipped >= 0 and self.page.tokens[skipped].text in PREPOSITIONS
        self.recent.add(Event(offset, sentence, draft, speaker, subject, quoted, governed))

    def introduce(self, phrase: Phrase, *, whole: bool = True) -> Draft:
        """Return the draft of a named phrase, with what the phrase says of roles and parent.

        Args:
            phrase: A phrase with a name.
            whole: It is a whole source phrase; of a stretch around a name only a named affiliation is believed.
        """
        name = phrase.name
        if name is None:
            raise ValueError("only a phrase with a name introduces an entity")
        caption = _caption(self.page.text[name.start : name.end])
        draft = self.register.named(name.words, caption, phrase.name_kind, phrase.gender)
        if phrase.determiner == "the" and draft.kind != "person":
            draft.guessed = False  # "the Red Lantern": people bear no article
        self.register.call(draft, phrase.roles)
        draft.modifiers.update(phrase.modifiers)
        if phrase.alias:
            draft.names.add(phrase.alias)
        house = phrase.affiliation
        if draft.kind != "person" or house is None or draft.parent is not None or phrase.place:
            return draft
        if whole or self.page.text[house[0]].isupper():
            draft.parent = self._organisation(house)
        return draft

    def _meant(self, phrase: Phrase, span: Range) -> Draft | None:
        if phrase.form == "pronoun":
            return self._pronoun(phrase, span)
        if phrase.form == "name":
            return self.introduce(phrase)
        noun = phrase.head
        if noun is None:
            return self._unknown_noun(phrase)
        if noun.noun_class in PERSON_CLASSES:
            return self._person_noun(phrase)
        if noun.noun_class in ORGANISATION_CLASSES:
            return self._organisation_noun(phrase)
        if noun.noun_class == "outlet":
            return self._outlet_noun(phrase)
        if noun.noun_class in DOCUMENT_CLASSES:
            return self._document_noun(phrase)
        return self._unknown_noun(phrase)

    def _pronoun(self, phrase: Phrase, span: Range) -> Draft | None:
        word, sentence = phrase.head_word, self.page.sentence(span[0])
        if word in ("he", "him", "himself", "she", "her", "herself"):
            gender: Literal["m", "f"] = "m" if word.startswith("h") and word not in ("her", "herself") else "f"
            found = self.recent.choose(span[0], sentence, lambda d: _is_one_person(d) and d.hears(gender))
            if found is None:
                found = self.recent.choose(span[0], sentence, _may_be_person, window=1)
                if found is not None:
                    self.register.settle_person(found)
            if found is not None and found.gender is None:
                found.gender = gender
            return found
        if word in ("it", "itself"):
            return self.recent.choose(span[0], sentence, lambda d: d.kind in ("organisation", "outlet"), window=3)
        if word in ("they", "them", "themselves"):
            return self.recent.choose(span[0], sentence, lambda d: d.plural, window=3)
        return self._antecedent(span[0]) if word in ("who", "which", "whom") else None

    def _antecedent(self, offset: int) -> Draft | None:
        """Return who "who" or "which" stands for: the noun phrase right before it."""
        first = last = self.page.index(offset) - 1
        while last >= 0 and self.page.tokens[last].text == ",":
            last -= 1
        first = last
        opens = self.page.sentence_range(offset)[0]
        while first > 0 and last - first < _ANTECEDENT_WORDS and self.page.tokens[first - 1].start >= opens:
            word = self.page.tokens[first - 1].text
            if word in PREPOSITIONS or not word[0].isalnum() or word in ("and", "but", "said", "told", "that"):
                break
            first -= 1
        while first < last and not (self.page.is_name_word(first) or _opens_phrase(self.page.tokens[first].text)):
            first += 1
        if last < 0 or not (self.page.is_name_word(last) or source_noun(self.page.tokens[last].text)):
            return None
        phrase = read_phrase(self.page, self.page.tokens[first].start, self.page.tokens[last].end)
        return None if phrase is None or phrase.form == "pronoun" else self._meant(phrase, (phrase.start, phrase.end))

    def _person_noun(self, phrase: Phrase) -> Draft | None:
        noun = phrase.head
        if noun is None:
            return None
        if phrase.determiner in ("the", "his") and not phrase.plural and (found := self._earlier_person(phrase)):
            return found
        if asks_for_anonymity(self.page, (phrase.start, phrase.end)):
            return self._unnamed(phrase)
        if phrase.affiliation and not phrase.place:
            if noun.noun_class == "mouth":
                return self._mouth(phrase, phrase.affiliation)
            if noun.noun_class == "staff" or (noun.noun_class == "office" and phrase.plural):
                return self._organisation(phrase.affiliation)
            if noun.noun_class == "reporter":
                return self._reporter(phrase, phrase.affiliation)
        if noun.noun_class == "mouth" and phrase.determiner != "his" and (found := self._house_of_mouth(phrase)):
            return found
        if noun.noun_class == "office" and not phrase.plural and phrase.determiner in ("the", "his", ""):
            return self._office_holder(phrase)
        return self._unnamed(phrase)

    def _earlier_person(self, phrase: Phrase) -> Draft | None:
        """Find the person introduced before with the noun's role ("a doctor at ..." ... "the doctor")."""
        wanted = phrase.head.lemma if phrase.head else phrase.head_word
        marks = {word for word in phrase.modifiers if word not in _RANKS}
        places = {country_of(word) for word in marks if country_of(word) and word != "us"}
        if phrase.affiliation:
            places.add(country_of(self.page.text[slice(*phrase.affiliation)]))
        places.discard(None)

        def fits(draft: Draft) -> bool:
            if draft.plural or wanted not in draft.roles or not draft.hears(phrase.gender):
                return False
            own = {country_of(word) for word in draft.modifiers} - {None}
            return not places or not own or bool(places & own)

        start = phrase.start
        found = self.recent.choose(start, self.page.sentence(start), fits, window=40)
        if found is None and not self.recent.last(fits):
            named = [d for d in self.register.with_role(wanted) if d.spans and fits(d)]
            found = named[0] if len(named) == 1 else None
        return found

    def _house_of_mouth(self, phrase: Phrase) -> Draft | None:
        """A spokesman without a house speaks for the organisation spoken of last."""
        start = phrase.start
        return self.recent.choose(
            start, self.page.sentence(start), lambda d: d.kind == "organisation", window=2, free=True
        )

    def _mouth(self, phrase: Phrase, affiliation: Range) -> Draft:
        """A spokesman speaks for his organisation; a person's spokesman is somebody, named by whom he serves."""
        inner = read_phrase(self.page, *affiliation)
        person = inner.name and self.register.person_named(inner.name.words) if inner else None
        if inner is None or (inner.name_kind != "person" and not person):
            return self._organisation(affiliation)
        caption = self._described(phrase)
        key = tuple(caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="person", caption=caption, words=key, names={caption}, roles=set(phrase.roles))
        )

    def _reporter(self, phrase: Phrase, affiliation: Range) -> Draft:
        house = self._organisation(affiliation)
        if phrase.plural:
            return house
        caption = self._described(phrase)
        key = ("reporter", *caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="person", caption=caption, words=key, names={caption}, roles=set(phrase.roles), parent=house)
        )

    def _office_holder(self, phrase: Phrase) -> Draft:
        caption = self._described(phrase)
        key = tuple(caption.casefold().split())
        draft = self.register.known(key) or self.register.add(
            Draft(kind="person", caption=caption, words=key, names={caption})
        )
        draft.roles.update(phrase.roles)
        draft.modifiers.update(phrase.modifiers)
        if phrase.affiliation and not phrase.place and draft.parent is None:
            draft.parent = self._organisation(phrase.affiliation)
        return draft

    def _organisation(self, words: Range) -> Draft:
        """Return the organisation that an affiliation names or describes."""
        inner = read_phrase(self.page, *words)
        if inner and inner.form == "name" and inner.name:
            kind = "organisation" if inner.name_kind != "person" else inner.name_kind
            named = self.register.named(
                inner.name.words, _caption(self.page.text[inner.name.start : inner.name.end]), kind
            )
            named.guessed = False
            return named
        if inner and inner.form == "nominal" and inner.determiner == "" and inner.affiliation is None:
            found = self._earlier_organisation(inner)
            if found:
                return found
        text = self.page.text[slice(*words)]
        if inner and inner.affiliation and not inner.place and inner.head and inner.head.noun_class == "body":
            owner = self.page.text[slice(*inner.affiliation)]
            if owner[:1].isupper() and name_kind(tuple(owner.split())) != "person":
                return self._organisation(inner.affiliation)
            house = read_phrase(self.page, *inner.affiliation)
            if house and house.form == "nominal" and (earlier := self._earlier_organisation(house)):
                return earlier
        return self.register.organisation(text, tuple(text.split()))

    def _organisation_noun(self, phrase: Phrase) -> Draft | None:
        """Return who "the company", "the ministry", "police" or "numerous security firms" means."""
        if (phrase.plural and phrase.head_word not in ("forces", "troops")) or phrase.determiner in (
            "a",
            "other",
            "number",
        ):
            return self._unnamed(phrase)
        if phrase.determiner in ("the", "his") and (found := self._earlier_organisation(phrase)):
            return found
        if phrase.affiliation and not phrase.place and (noun := phrase.head) and noun.lemma in _NAMED_BEFORE:
            return self._organisation(phrase.affiliation)
        if phrase.affiliation and not phrase.place and phrase.head and phrase.head.lemma in _UNITS:
            owner = read_phrase(self.page, *phrase.affiliation)
            if owner and owner.form == "name" and phrase.determiner != "the":
                return self._organisation(phrase.affiliation)
        caption = self._described(phrase)
        draft = self.register.organisation(caption, tuple(caption.split()))
        draft.roles.update(phrase.roles)
        draft.plural = draft.plural or phrase.head_word in ("police", "forces", "troops")
        return draft

    def _earlier_organisation(self, phrase: Phrase) -> Draft | None:
        lemma = phrase.head.lemma if phrase.head else phrase.head_word
        own = self.page.text[slice(*phrase.affiliation)] if phrase.affiliation else ""
        marks = {word.casefold() for word in own.split() if word[:1].isupper() and not country_of(word)}
        company = phrase.head is not None and phrase.head.noun_class == "company"

        def named_so(draft: Draft) -> bool:
            if draft.kind != "organisation" or (marks and not marks & set(draft.words)):
                return False
            return lemma in draft.words or lemma in draft.roles

        def could_be(draft: Draft) -> bool:
            if draft.kind != "organisation" or marks or country_of(draft.caption) or country_of_capital(draft.caption):
                return False
            nouns = [noun for word in draft.words if (noun := source_noun(word))]
            return not nouns or any(noun.noun_class == "company" for noun in nouns)

        start, sentence = phrase.start, self.page.sentence(phrase.start)
        if lemma == "agency" and "news" in phrase.modifiers:
            return self.recent.last(lambda d: d.kind == "outlet")
        found = self.recent.choose(start, sentence, named_so, window=30)
        if found is None and (company or lemma in ("group", "organisation", "organization", "agency")):
            found = self.recent.choose(start, sentence, could_be, window=8, acting=True)
        if found is None and lemma == "agency":
            found = self.recent.choose(start, sentence, lambda d: d.kind == "outlet", window=8)
        return found

    def _outlet_noun(self, phrase: Phrase) -> Draft | None:
        if phrase.affiliation and not phrase.place and phrase.head and phrase.head.lemma in _NAMED_BEFORE:
            return self._organisation(phrase.affiliation)
        settled = phrase.determiner in ("the", "his") and not phrase.plural and "white" not in phrase.modifiers
        if settled and phrase.head_word not in ("media", "press"):
            return self.recent.last(outlet_of(self.page, phrase))
        return self._unnamed(phrase)

    def _document_noun(self, phrase: Phrase) -> Draft | None:
        """A statement or report speaks for its issuer; without one it is a document, or hearsay."""
        noun = phrase.head
        if noun is None:
            return None
        if (
            phrase.affiliation
            and not phrase.place
            and noun.noun_class == "issued"
            and (issuer := self._issuer_named(phrase.affiliation))
        ):
            return issuer
        settled = phrase.determiner in ("the", "his") and noun.noun_class == "issued"
        if settled and (found := self._issuer(phrase)):
            return found
        if noun.noun_class == "hearsay" or noun.lemma in _HEARSAY_DOCUMENTS:
            return self._unnamed(phrase)
        caption = self._described(phrase)
        key = (noun.noun_class, *caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="document", caption=caption, words=key, roles={noun.lemma})
        )

    def _issuer_named(self, words: Range) -> Draft | None:
        """Return who "a statement from X" names; None when the words are no speaker ("from last month")."""
        inner = read_phrase(self.page, *words)
        if inner is None or inner.form == "pronoun":
            return None
        if inner.form == "name":
            return self._organisation(words) if inner.name_kind != "person" else self.introduce(inner)
        if inner.head and inner.head.noun_class in PERSON_CLASSES:
            return self._person_noun(inner)
        return self._organisation(words) if inner.head and inner.head.noun_class in ORGANISATION_CLASSES else None

    def _issuer(self, phrase: Phrase) -> Draft | None:
        """Find who issued "the statement": the last speaker, an outlet first for "the report"."""
        start, sentence = phrase.start, self.page.sentence(phrase.start)
        is_article = phrase.head and phrase.head.lemma in ("report", "article", "editorial")
        if is_article and (outlet := self.recent.choose(start, sentence, outlet_of(self.page, phrase), window=4)):
            return outlet
        return self.recent.choose(
            start, sentence, lambda d: d.kind in ("organisation", "person", "outlet") and not d.guessed, window=4
        )

    def _unknown_noun(self, phrase: Phrase) -> Draft | None:
        if phrase.determiner in ("the", "his") and not phrase.plural:
            lemma = phrase.head_word
            found = self.recent.choose(
                phrase.start, self.page.sentence(phrase.start), lambda d: lemma in d.roles, window=20
            )
            if found:
                return found
        if phrase.affiliation and not phrase.place and phrase.head is None:
            return self._organisation(phrase.affiliation)
        return self._unnamed(phrase)

    def _described(self, phrase: Phrase) -> str:
        """Return a nominal's descriptor, without the capital that opening a sentence gave it."""
        return descriptor_of(self.page, phrase)

    def _unnamed(self, phrase: Phrase) -> Draft:
        return describe_unnamed(self.page, self.register, phrase)


def _opens_phrase(word: str) -> bool:
    """Tell whether a word can open a noun phrase: an article, a number, a noun of the lexicon."""
    return word.lower() in _OPENERS or source_noun(word) is not None


def _is_one_person(draft: Draft) -> bool:
    """Tell whether "he" or "she" may mean a draft: a person, or an unnamed one called by a noun for persons."""
    if draft.kind == "unnamed" and not draft.plural:
        return any((noun := source_noun(role)) and noun.noun_class in PERSON_CLASSES for role in draft.roles)
    return draft.kind == "person" and not draft.plural


def _may_be_person(draft: Draft) -> bool:
    """Tell whether a name of unknown kind is written like a person's and was heard to speak."""
    return draft.guessed and draft.spoke and len(draft.words) <= 4


def _caption(words: str) -> str:
    """Return a name on one line."""
    return " ".join(words.split())
