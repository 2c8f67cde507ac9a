"""Who a source phrase means: names, titles, nouns and pronouns resolved within one document.

Constrained on purpose: a noun or pronoun is resolved only when number, gender, role and place in the text leave one
candidate clearly ahead; otherwise it stays what the words say. Imports: this room, lexicon and records only.
"""

import re
from dataclasses import replace
from typing import Literal

from headwater.entities.grounds import asks_for_anonymity
from headwater.entities.houses import NAMED_BEFORE, Houses
from headwater.entities.issuers import Issuers
from headwater.entities.outlet_phrases import outlet_of
from headwater.entities.page import Page, Range
from headwater.entities.people import People, has_field, is_one_person, may_be_person
from headwater.entities.phrase import PREPOSITIONS, Phrase
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register, is_titled_text
from headwater.entities.salience import Event, Recent
from headwater.entities.unnamed import describe_unnamed, descriptor_of, one_of
from headwater.lexicon.broader_nouns import may_be_called
from headwater.lexicon.source_nouns import DOCUMENT_CLASSES, ORGANISATION_CLASSES, PERSON_CLASSES, source_noun

_HEARSAY_DOCUMENTS = frozenset(
    (
        "report data statistics figures findings estimate forecast projection poll survey study analysis census claim"
    ).split()
)
_OPENERS = frozenset("a an the his her its their some several many two three four five other another".split())
_SOME = frozenset("one two three four five some several many most both all none either neither".split())
_ANTECEDENT_WORDS = 5
_STATE = frozenset(("authorities",))  # the group of "police", "government", "ministry": one of each is meant
# Nouns that vary the name of whoever was spoken of last: "the former property mogul".
_EPITHETS = frozenset("democrat republican conservative native mogul tycoon billionaire incumbent nominee".split())
_PAPERS = frozenset("options research discussion green white position policy working academic briefing".split())
_PARENTS = frozenset("mother father grandmother grandfather parent widow".split())
_AGE = re.compile(r"\d{1,3}[- ]year[- ]old$")
_ONE = ("one of ", "One of ")
_OWNERS = frozenset("his her its their".split())
_HELD = re.compile(r"\b(?:seen|obtained|reviewed|viewed|leaked|shared|examined) (?:by|to|with)\b")
_CHILDREN = re.compile(r"of (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\w*$")


class Speakers:
    """Resolves the source phrases of one document, fed in reading order."""

    def __init__(self, page: Page, register: Register) -> None:
        """Start reading a document."""
        self.page, self.register, self.recent = page, register, Recent()
        self.houses, self.people = Houses(page, register, self.recent), People(page, register, self.recent)
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
            self.hear(draft, span[0], speaker=True, quoted=self.page.in_quotation(span[0]))
            if draft.parent is not None and phrase.affiliation and not phrase.place:
                self.hear(draft.parent, phrase.affiliation[0], speaker=False, quoted=False)
            if phrase.joint is not None and (other := self.resolve((phrase.joint, span[1]))):
                draft.rules.append(f"speaks jointly with {other.caption!r}")
        return draft

    def hear(self, draft: Draft, offset: int, *, speaker: bool, quoted: bool) -> None:
        """Remember that an entity was mentioned."""
        sentence = self.page.sentence(offset)
        opens = self.page.sentences[sentence][0] if self.page.sentences else 0
        subject = offset - opens <= 30
        governed = not speaker and self._governed(offset)
        self.recent.add(Event(offset, sentence, draft, speaker, subject, quoted, governed))

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
        """Return the draft of a named phrase, with what the phrase says of roles and parent.

        Args:
            phrase: A phrase with a name.
            whole: It is a whole source phrase; of a stretch around a name only a named affiliation is believed.
        """
        name = phrase.name
        if name is None:
            raise ValueError("only a phrase with a name introduces an entity")
        is_handle = self.page.text[max(0, name.start - 1) : name.start] == "@" and len(name.words) > 1
        caption = " ".join(name.words if is_handle else self.page.text[name.start : name.end].split())
        draft = self.register.named(name.words, caption, phrase.name_kind, phrase.gender)
        if phrase.determiner == "the" and draft.kind != "person":
            draft.guessed = False  # "the Red Lantern": people bear no article
        if draft.guessed and is_titled_text(draft):
            draft.kind, draft.guessed = "document", False  # "the Carrow Institute's Flood Season Assessment"
        self.register.call(draft, phrase.roles)
        draft.modifiers.update(phrase.modifiers)
        if phrase.alias:
            draft.names.add(phrase.alias)
        house = phrase.affiliation
        if draft.kind != "person" or house is None or draft.parent is not None or phrase.place:
            return draft
        owner = self.register.person_named(tuple(self.page.text[slice(*house)].split()))
        if owner is None and (whole or self.page.text[house[0]].isupper()):
            draft.parent = self.houses.of_words(house)
        return draft

    def _meant(self, phrase: Phrase, span: Range) -> Draft | None:
        if phrase.form == "nominal" and phrase.determiner == "" and (named := self.people.surname(span)):
            return named
        if phrase.form == "pronoun":
            return self._pronoun(phrase, span)
        if phrase.form == "name":
            torn = phrase.name is not None and self.register.is_torn(phrase.name.words, phrase.gender)
            return None if torn else self.introduce(phrase)
        noun = phrase.head
        if noun is None:
            return self._unknown_noun(phrase)
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
        word, sentence = phrase.head_word, self.page.sentence(span[0])
        if word in ("he", "him", "himself", "his", "she", "her", "herself"):
            gender: Literal["m", "f"] = "m" if word.startswith("h") and word not in ("her", "herself") else "f"
            told = self.people.told(span)
            found = self.recent.choose(
                span[0],
                sentence,
                lambda d: d not in told and ((is_one_person(d) and d.hears(gender)) or d.voice in (gender, "-")),
            )
            if found is None:
                found = self.recent.choose(span[0], sentence, may_be_person, window=1)
                if found is not None:
                    self.register.settle_person(found)
            found = found or self.people.only_name(span[0], sentence)
            if found is not None and found.gender is None and found.kind != "organisation":
                found.gender = gender
            return found
        if word in ("it", "itself", "its"):
            house = self.recent.choose(
                span[0],
                sentence,
                lambda d: d.kind in ("organisation", "outlet") or (d.kind == "document" and d.spoke),
                window=3,
            )
            opens = self.page.sentences[sentence - 1][0] if sentence else 0
            if house is None and "statement" in self.page.folded[opens : span[0]]:
                return self.recent.choose(span[0], sentence, lambda d: d.plural and d.spoke, window=1)
            return house
        if word in ("they", "them", "themselves", "their"):
            several = self.recent.choose(span[0], sentence, lambda d: d.plural, window=3)
            one = several is not None and several.kind == "unnamed" and self.page.folded.startswith(_ONE, span[0])
            return one_of(self.register, several) if several is not None and one else several
        if word == "one":
            several = self.recent.choose(span[0], sentence, lambda d: d.plural and d.kind == "unnamed", window=2)
            return one_of(self.register, several) if several else None
        return self.antecedent(span[0]) if word in ("who", "which", "whom", "that") else None

    def antecedent(self, offset: int) -> Draft | None:
        """Return who "who" or "which" stands for: the noun phrase right before it."""
        last = self.page.index(offset) - 1
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
        definite = (headed or phrase.determiner in ("the", "his")) and not phrase.plural
        found, torn = self.people.earlier(phrase) if definite else (None, False)
        if found is not None:
            return found
        if torn and noun.noun_class == "office" and not phrase.affiliation:
            return None  # "the senator" after two of them
        if definite and noun.lemma in _PARENTS and _CHILDREN.search(self.page.text, phrase.start, phrase.end):
            return self.people.before(phrase, window=4) or self._unnamed(phrase)
        if definite and noun.lemma in _EPITHETS and (found := self.people.before(phrase, window=1)):
            return found
        if asks_for_anonymity(self.page, (phrase.start, phrase.end)):
            return self._unnamed(phrase)
        if phrase.affiliation and not phrase.place and (house := self._of_house(phrase, phrase.affiliation)):
            return house
        service = any((n := source_noun(word)) and n.noun_class == "body" for word in phrase.modifiers)
        placed = service or has_field(phrase)  # "a defence spokesman" is not the last house's
        if noun.noun_class == "mouth" and phrase.determiner != "his" and not phrase.affiliation and not placed:
            spoken_for = self.houses.of_mouth(phrase)
            if spoken_for is not None:
                return _voiced(spoken_for, phrase)
        if noun.noun_class == "office" and not phrase.plural and phrase.determiner in ("the", "his", ""):
            return self._office_holder(phrase)
        return self._unnamed(phrase)

    def _of_house(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """Return the organisation that a spokesman, its staff or its leaders speak for, or its reporter.

        None when the affiliation is a person, or an organisation that the text has not named ("a hospital spokesman").
        """
        noun_class = phrase.head.noun_class if phrase.head else None
        if noun_class == "mouth":
            return self._mouth(phrase, affiliation)
        if isinstance(phrase.count, int) and phrase.count > 1:
            return None  # "two executives at the lender" speak for themselves
        if noun_class == "staff" or (noun_class == "office" and phrase.plural):
            return self._house(affiliation)
        return self._reporter(phrase, affiliation) if noun_class == "reporter" else None

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

    def _mouth(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """A spokesman speaks for his organisation; a person's spokesman is somebody, named by whom he serves."""
        inner = read_phrase(self.page, *affiliation)
        person = inner.name and self.register.person_named(inner.name.words) if inner else None
        if inner is None or (inner.name_kind != "person" and not person):
            house = self._house(affiliation)
            return _voiced(house, phrase) if house else None
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

    def _office_holder(self, phrase: Phrase) -> Draft:
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
            return self.recent.last(outlet_of(self.page, phrase))
        return self._unnamed(phrase)

    def _holder_of(self, phrase: Phrase, affiliation: Range) -> Draft | None:
        """Return the one person of an organisation whom "Veldt boss" or "the company's chief" means."""
        house = self._house(affiliation)
        if house is None:
            return None
        held = [
            d
            for d in self.register.drafts
            if d.kind == "person" and d.parent is house and any(may_be_called(r, d.roles) for r in phrase.roles)
        ]
        return held[0] if len(held) == 1 else None

    def _document_noun(self, phrase: Phrase) -> Draft | None:
        """A statement or report speaks for its issuer; without one it is a document, or hearsay."""
        noun = phrase.head
        if noun is None:
            return None
        if owner := self._owner(phrase):
            return owner
        if phrase.determiner == "the" and not phrase.plural and (text := self.issuers.text_before(phrase)):
            return text
        if (
            phrase.affiliation
            and not phrase.place
            and noun.noun_class == "issued"
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

    def _unknown_noun(self, phrase: Phrase) -> Draft | None:
        if phrase.determiner == "the" and _AGE.search(self.page.text, phrase.start, phrase.end):
            return self.people.before(phrase, window=4) or self._unnamed(phrase)
        if phrase.determiner in ("the", "his") and not phrase.plural:
            lemma = phrase.head_word
            found = self.recent.choose(
                phrase.start, self.page.sentence(phrase.start), lambda d: lemma in (*d.roles, *d.words[-1:]), window=20
            )
            if found:
                return found
        if phrase.affiliation and not phrase.place and phrase.determiner not in ("a", "other", "number"):
            return self.houses.of_words(phrase.affiliation)
        return self._unnamed(phrase)

    def _unnamed(self, phrase: Phrase) -> Draft:
        return describe_unnamed(self.page, self.register, self.recent, phrase)


def _opens_phrase(word: str) -> bool:
    """Tell whether a word can open a noun phrase: an article, a number, a noun of the lexicon."""
    return word.lower() in _OPENERS or source_noun(word) is not None


def _voiced(house: Draft, phrase: Phrase) -> Draft:
    """Remember that an organisation spoke through somebody, whom "he" or "she" may mean next."""
    house.voice = phrase.gender or "-"
    return house
