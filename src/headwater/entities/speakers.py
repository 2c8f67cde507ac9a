"""Who a source phrase means: names, titles, nouns and pronouns resolved within one document.

Constrained on purpose: a noun or pronoun is resolved only when number, gender, role and place in the text leave one
candidate clearly ahead; otherwise it stays what the words say. Imports: this room, lexicon and records only.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.entities.ahead import Ahead
from headwater.entities.asides import is_cited_unnamed
from headwater.entities.constituencies import regions_in
from headwater.entities.coordination import Group, Subjects
from headwater.entities.described import Described
from headwater.entities.grounds import asks_for_anonymity
from headwater.entities.houses import NAMED_BEFORE, Houses
from headwater.entities.introducer import Introducer
from headwater.entities.issuers import Issuers
from headwater.entities.outlet_phrases import outlet_of, outlet_told
from headwater.entities.page import Page, Range
from headwater.entities.pairs import Pairs
from headwater.entities.people import People, has_field
from headwater.entities.phrase import PREPOSITIONS, Phrase
from headwater.entities.pronouns import Pronouns
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.entities.relatives import RELATIONS, Relatives, offices
from headwater.entities.releasers import is_only_where
from headwater.entities.roster import Introduction
from headwater.entities.salience import Event, Recent
from headwater.entities.self_told import leaning
from headwater.entities.spokespeople import Spokespeople, voiced
from headwater.entities.unnamed import describe_unnamed, descriptor_of
from headwater.lexicon.source_nouns import DOCUMENT_CLASSES, ORGANISATION_CLASSES, PERSON_CLASSES, source_noun
from headwater.text import split_paragraphs

_HEARSAY_DOCUMENTS = frozenset(
    (
        "report data statistics figures findings estimate forecast projection poll survey study analysis census claim"
    ).split()
)
_OPENERS = frozenset("a an the his her its their some several many two three four five other another".split())
_SOME = frozenset("one two three four five some several many most both all none either neither".split())
_ANTECEDENT_WORDS = 5
_COPULAS = frozenset("is was becomes became remains".split())
_SUBJECT_REACH = 30  # code points into a sentence
# Nouns that vary the name of whoever was spoken of last: "the former property mogul".
_EPITHETS = frozenset("democrat republican conservative native mogul tycoon billionaire incumbent nominee".split())
_PAPERS = frozenset("options research discussion green white position policy working academic briefing".split())
_PARENTS = frozenset("mother father grandmother grandfather parent widow".split())
_BOOKS = frozenset("account record filing document log".split())  # a house's accounts speak for themselves
_OWNERS = frozenset("his her its their".split())
_HELD = re.compile(r"\b(?:seen|obtained|reviewed|viewed|leaked|shared|examined) (?:by|to|with)\b")
_OWNING = frozenset(("owner", "co-owner"))  # of "a warehouse's owner" there may be several, and nobody elected him
_CHILDREN = re.compile(r"of (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\w*$")


class Speakers:
    """Resolves the source phrases of one document, fed in reading order."""

    def __init__(self, page: Page, register: Register, names: Sequence[Introduction], groups: Sequence[Group]) -> None:
        """Start reading a document with its names in order, and those of them that "and" joins."""
        self.page, self.register, self.recent = (
            page,
            register,
            Recent([start for start, _ in split_paragraphs(page.text)]),
        )
        self.subjects = Subjects(page, groups, names)
        self.ahead = Ahead(page, register, self.recent, names)
        self.houses, self.people = Houses(page, register, self.recent), People(page, register, self.recent)
        self.described = Described(page, register, self.recent)
        self.pronouns = Pronouns(page, register, self.recent, self.people, self.ahead)
        self.spokespeople = Spokespeople(page, register, self.houses, self.people)
        self._introducer = Introducer(page, register, self.houses)
        self.relatives, self.pairs = Relatives(register, self.recent), Pairs(page, self.recent)
        self._resolved: dict[Range, Draft | None] = {}  # one source of two cues is one speaker
        self.issuers = Issuers(page, self.recent)

    def resolve(self, span: Range) -> Draft | None:
        """Return the entity a source phrase means; None when the words do not settle it.

        Args:
            span: Half-open range of the whole source phrase.
        """
        phrase = read_phrase(self.page, *span)
        if phrase is None:
            return None
        draft = self._resolved[span] if span in self._resolved else self._meant(phrase, span)
        self._resolved[span] = draft
        if draft is not None:
            draft.plural, draft.spoke = draft.plural or phrase.plural, True
            draft.note(span, f"{phrase.form}: {self.page.text[span[0] : span[1]][:80]!r}")
            if draft.kind == "person" and draft.gender is None and phrase.form == "name":
                draft.leans = draft.leans or leaning(self.page, draft, span[1])
            self.hear(draft, span[0], speaker=True, quoted=self.page.in_quotation(span[0]))
            if draft.parent is not None and phrase.affiliation and not phrase.place:
                self.hear(draft.parent, phrase.affiliation[0], speaker=False, quoted=False)
                self._stand_by(draft, draft.parent, phrase.affiliation[0])
            if phrase.joint is not None and (other := self.resolve((phrase.joint, span[1]))):
                draft.rules.append(f"speaks jointly with {other.caption!r}")
        return draft

    def hear(self, draft: Draft, offset: int, *, speaker: bool, quoted: bool) -> None:
        """Remember that an entity was mentioned."""
        sentence = self.page.sentence(offset)
        opens = self.page.sentences[sentence][0] if self.page.sentences else 0
        leader = self.subjects.leader(offset)
        acted_on = draft.kind == "organisation" and self.subjects.is_object(offset)  # two people may have met
        near = leader - opens <= _SUBJECT_REACH and not acted_on
        subject = near or self.subjects.opens_clause(offset)
        governed = not speaker and self._governed(leader)
        self.recent.add(Event(offset, sentence, draft, speaker, subject, quoted, governed, leader))

    def _stand_by(self, speaker: Draft, house: Draft, offset: int) -> None:
        """Remember that a house is only where somebody works who speaks of another: "Ann Roe at Veldt Securities"."""
        before = self.page.tokens[self.page.index(offset) - 1].text
        nouns = [noun for role in speaker.roles if (noun := source_noun(role))]
        if before == "at" and not house.spoke and all(noun.noun_class == "staff" for noun in nouns):
            self.houses.bystanders.add(id(house))

    def _governed(self, offset: int) -> bool:
        """Tell whether a preposition stands before a name and its titles: "about Russian president Putin"."""
        for index in range(self.page.index(offset) - 1, max(-1, self.page.index(offset) - 6), -1):
            word = self.page.tokens[index].text
            if word in PREPOSITIONS:
                return True
            described = word.lower() in ("the", "a", "an") or source_noun(word.removesuffix(".")) is not None
            if not described and not self.page.is_name_word(index):
                return False
        return False

    def introduce(self, phrase: Phrase, *, whole: bool = True) -> Draft:
        """Return the draft of a named phrase; see Introducer."""
        return self._introducer.introduce(phrase, whole=whole)

    def _meant(self, phrase: Phrase, span: Range) -> Draft | None:
        if phrase.form == "nominal" and phrase.determiner == "" and (named := self.people.surname(span)):
            return named
        if phrase.form == "pronoun":
            return self._pronoun(phrase, span)
        if phrase.form == "name":
            if self.described.is_national(phrase):
                return self.described.national(phrase)
            if phrase.determiner == "the" and phrase.name and (held := self.register.by_letters(phrase.name.words)):
                return held
            if phrase.determiner == "the" and (house := self.house_headed(phrase)):
                return house
            found, settled = self.people.namesake(phrase)
            if found is not None or settled:
                return found
            torn = phrase.name is not None and self.register.is_torn(phrase.name.words, phrase.gender)
            if torn:
                return None
            found = self._introduced(phrase)
            return self.register.whole_of(found) or found
        return self.pairs.meant(phrase) if self.pairs.is_one(phrase) else self._nominal(phrase)

    def house_headed(self, phrase: Phrase) -> Draft | None:
        """Return the house of a longer name that "the Sabha" or "the Alliance" means again."""
        name = phrase.name
        if name is None or len(name.words) != 1 or phrase.modifiers or phrase.roles or phrase.affiliation:
            return None
        known = self.register.known((name.words[0].casefold(),))
        return self.register.headed(name.words[0]) if known is None or not known.spans else None

    def _introduced(self, phrase: Phrase) -> Draft:
        """Return the draft of a whole source phrase with a name, its relation to "his" or "her" remembered."""
        draft = self.introduce(phrase)
        taken = {"successor", "predecessor", "rival", "opponent", "counterpart"} & set(phrase.roles)
        owner = self._owner(phrase) if taken else None
        if owner is not None and owner is not draft:
            if "counterpart" in taken:
                self.register.call(draft, sorted(offices(owner.roles)))
                return draft
            if "successor" in taken:
                self.register.turns.append((draft, owner))
            elif "predecessor" in taken:
                self.register.turns.append((owner, draft))
            else:
                self.register.contests.append((owner, draft))
        return draft

    def _nominal(self, phrase: Phrase) -> Draft | None:
        noun = phrase.head
        if noun is None:
            return self._unknown_noun(phrase)
        if noun.noun_class == "title" and phrase.determiner in ("the", "his") and (found := self._titled(phrase)):
            return found
        if noun.noun_class in PERSON_CLASSES:
            return self._person_noun(phrase)
        if noun.noun_class in ORGANISATION_CLASSES:
            return self.houses.of_noun(phrase)
        if noun.noun_class == "outlet":
            return self._outlet_noun(phrase)
        if noun.noun_class in DOCUMENT_CLASSES:
            return self._document_noun(phrase)
        return self._unknown_noun(phrase)

    def _pronoun(self, phrase: Phrase, span: Range) -> Draft | None:
        if phrase.head_word in ("who", "which", "whom", "that"):
            return self.antecedent(span[0])
        return self.pronouns.meant(phrase, span)

    def antecedent(self, offset: int) -> Draft | None:
        """Return who "who" or "which" stands for: the noun phrase right before it."""
        last = self.page.index(offset) - 1
        while last >= 0 and self.page.tokens[last].text == ",":
            last -= 1
        first = last
        opens = self.page.sentence_range(offset)[0]
        while first > 0 and last - first < _ANTECEDENT_WORDS and self.page.tokens[first - 1].start >= opens:
            word = self.page.tokens[first - 1].text
            if word in _COPULAS and first > 1 and self.page.is_name_word(first - 2):
                last = first - 2  # "Ann Roe is the attorney who": she is
                first = last
                continue
            if word in PREPOSITIONS or not word[0].isalnum() or word in ("and", "but", "said", "told", "that"):
                break
            first -= 1
        while first < last and not (self.page.is_name_word(first) or _opens_phrase(self.page.tokens[first].text)):
            first += 1
        if first > 1 and self.page.tokens[first - 1].text == "of" and self.page.tokens[first - 2].text.lower() in _SOME:
            first -= 2  # "one of the officials, who": the one, not the officials
        if last < 0 or not (self.page.is_name_word(last) or source_noun(self.page.tokens[last].text)):
            return None
        phrase = read_phrase(self.page, self.page.tokens[first].start, self.page.tokens[last].end)
        that_name = self.page.folded[offset : offset + 5] == "that " and phrase is not None and phrase.form == "name"
        if phrase is None or phrase.form == "pronoun" or that_name:
            return None
        return self._meant(phrase, (phrase.start, phrase.end))

    def _person_noun(self, phrase: Phrase) -> Draft | None:
        noun = phrase.head
        if noun is None:
            return None
        headed = phrase.determiner == "" and noun.noun_class == "office"
        if (headed or phrase.determiner in ("the", "his")) and not phrase.plural:
            found, torn = self._known_person(phrase)
            if found is not None or torn:
                return found
        return self.ahead.judge(phrase) or self._new_person(phrase)

    def _known_person(self, phrase: Phrase) -> tuple[Draft | None, bool]:
        """Return whom a definite noun means that the text has spoken of, and whether it leaves open which of two."""
        noun, lemma = phrase.head, phrase.head.lemma if phrase.head else phrase.head_word
        owner = self._owner(phrase) if phrase.determiner == "his" else None
        if owner and lemma in RELATIONS:
            related = self.relatives.meant(phrase, owner, self.page.sentence(phrase.start))
            if related is not None:
                return related, False
        if self.described.is_aged(phrase) and (aged := self.described.aged(phrase)):
            return aged, False
        found, torn = self.people.earlier(phrase)
        if found is not None and found is not owner:
            return found, False
        if torn and noun is not None and noun.noun_class == "office" and not phrase.affiliation:
            return None, True  # "the senator" after two of them
        if lemma in _PARENTS and _CHILDREN.search(self.page.text, phrase.start, phrase.end):
            return self.people.before(phrase, window=4), False
        placed = regions_in(self.page.text[phrase.start : phrase.end])  # "the Ohio Democrat" is of Ohio
        if lemma in _EPITHETS and not placed and (found := self.people.before(phrase, window=1)):
            return found, False
        if self.described.is_young(phrase) and (aged := self.described.aged(phrase)):
            return aged, False
        return self.described.by_trade(phrase), False

    def _new_person(self, phrase: Phrase) -> Draft | None:
        """Return whom a noun for people brings up: a house's spokesman, an office's holder, somebody unnamed."""
        noun = phrase.head
        if noun is None:
            return None
        if asks_for_anonymity(self.page, (phrase.start, phrase.end)):
            return self._unnamed(phrase)
        if (
            phrase.affiliation
            and not phrase.place
            and (house := self.spokespeople.of_house(phrase, phrase.affiliation))
        ):
            return house
        service = any((n := source_noun(word)) and n.noun_class == "body" for word in phrase.modifiers)
        # "A defence spokesman" is not the last house's.
        placed = service or has_field(phrase) or is_cited_unnamed(self.page, phrase)
        if noun.noun_class == "mouth" and phrase.determiner != "his" and not phrase.affiliation and not placed:
            spoken_for = self.houses.of_mouth(phrase)
            if spoken_for is not None:
                return voiced(spoken_for, phrase)
        if noun.noun_class == "office" and not phrase.plural and phrase.determiner in ("the", "his", ""):
            owned = phrase.affiliation if noun.lemma in _OWNING else None
            if owned and not self.page.is_name_word(self.page.index(owned[0])):
                return self.people.undescribed(phrase) or self._unnamed(phrase)
            return self.spokespeople.office_holder(phrase)
        return self._unnamed(phrase)

    def _outlet_noun(self, phrase: Phrase) -> Draft | None:
        if phrase.affiliation and not phrase.place and phrase.head and phrase.head.lemma in NAMED_BEFORE:
            return self.houses.of_words(phrase.affiliation)
        if (
            phrase.head
            and phrase.head.lemma == "paper"
            and (phrase.modifiers & _PAPERS or "-page " in self.page.folded[phrase.start : phrase.end])
        ):
            return self._document_noun(phrase)
        settled = phrase.determiner in ("the", "his") and not phrase.plural and "white" not in phrase.modifiers
        if settled and phrase.head_word not in ("media", "press"):
            return self.recent.last(outlet_of(self.page, phrase)) or outlet_told(self.page, self.recent)
        return self._unnamed(phrase)

    def _document_noun(self, phrase: Phrase) -> Draft | None:
        """A statement or report speaks for its issuer; without one it is a document, or hearsay."""
        noun = phrase.head
        if noun is None:
            return None
        if (owner := self._owner(phrase)) and not (phrase.plural and noun.lemma in _BOOKS):
            return owner
        if phrase.determiner == "the" and not phrase.plural and (text := self.issuers.text_before(phrase)):
            return text
        if (
            phrase.affiliation
            and not phrase.place
            and noun.noun_class == "issued"
            and not is_only_where(self.page, phrase)
            and (issuer := self._issuer_named(phrase.affiliation))
        ):
            return issuer
        singular = not phrase.plural or noun.lemma in _HEARSAY_DOCUMENTS
        settled = phrase.determiner in ("the", "his") and noun.noun_class == "issued" and singular
        if settled and (found := self.issuers.of(phrase)):
            return found
        held = singular and _HELD.search(self.page.folded, phrase.start, phrase.end) is not None
        if not held and (noun.noun_class == "hearsay" or noun.lemma in _HEARSAY_DOCUMENTS):
            return self._unnamed(phrase)
        caption = descriptor_of(self.page, phrase)
        key = (noun.noun_class, *caption.casefold().split())
        return self.register.known(key) or self.register.add(
            Draft(kind="document", caption=caption, words=key, roles={noun.lemma})
        )

    def _owner(self, phrase: Phrase) -> Draft | None:
        """Return whose "his words" or "her account" is; None where no such pronoun stands first."""
        first = self.page.tokens[self.page.index(phrase.start)]
        owner = first.text.lower()
        if owner not in _OWNERS:
            return None
        return self._pronoun(replace(phrase, form="pronoun", head_word=owner), (first.start, first.end))

    def _issuer_named(self, words: Range) -> Draft | None:
        """Return who "a statement from X" names; None when the words are no speaker ("from last month")."""
        inner = read_phrase(self.page, *words)
        if inner is None or inner.form == "pronoun":
            return None
        if inner.form == "name":
            return self.houses.of_words(words) if inner.name_kind != "person" else self.introduce(inner)
        if inner.head and inner.head.noun_class in PERSON_CLASSES:
            return self._person_noun(inner)
        return self.houses.of_words(words) if inner.head and inner.head.noun_class in ORGANISATION_CLASSES else None

    def _titled(self, phrase: Phrase) -> Draft | None:
        """Return whom a title alone means: "his deputy", "the Alhaji"."""
        owner = self._owner(phrase) if phrase.determiner == "his" else None
        if owner is not None and phrase.head_word in RELATIONS:
            return self.relatives.meant(phrase, owner, self.page.sentence(phrase.start))
        return self.described.titled(phrase) if phrase.determiner == "the" else None

    def _unknown_noun(self, phrase: Phrase) -> Draft | None:
        if phrase.determiner == "the" and self.described.is_aged(phrase):
            return self.described.aged(phrase) or self._unnamed(phrase)
        if self.described.is_national(phrase):
            return self.described.national(phrase)
        if phrase.determiner in ("the", "his") and not phrase.plural:
            lemma = phrase.head_word
            found = self.recent.choose(
                phrase.start, self.page.sentence(phrase.start), lambda d: lemma in (*d.roles, *d.words[-1:]), window=20
            )
            if found:
                return found
        settled = phrase.affiliation and not phrase.place and phrase.determiner not in ("a", "other", "number")
        if settled and phrase.affiliation and self.houses.is_body(phrase.affiliation):
            return self.houses.of_words(phrase.affiliation)
        return self._unnamed(phrase)

    def _unnamed(self, phrase: Phrase) -> Draft:
        return describe_unnamed(self.page, self.register, self.recent, phrase)


def _opens_phrase(word: str) -> bool:
    """Tell whether a word can open a noun phrase: an article, a number, a noun of the lexicon."""
    return word.lower() in _OPENERS or source_noun(word) is not None
