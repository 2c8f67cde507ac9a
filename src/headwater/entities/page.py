"""One document as the rules of this room see it: tokens, sentences, names in the text, offsets unchanged.

Offsets are code points of Document.text. Imports: text, lexicon, records and the standard library only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from headwater.entities.name_words import (
    ARTICLE_INITIALS,
    BORN_ON,
    COURTESIES,
    DEMONYM_ENDINGS,
    DETERMINERS,
    FIELDS,
    HEADS_BEFORE_OF,
    LINKS,
    NAMES_ELSEWHERE,
    NOT_NAMES,
    OPENING_NAMES,
    ORGANISATION_HEADS,
    OWNERS,
    PLURAL_VERBS,
    SOMETIMES_NAMES,
    SUFFIXES,
    WITHIN_NAMES,
)
from headwater.entities.outlet_evidence import shown_outlets
from headwater.entities.page_joints import (
    ends_in_country,
    is_dateline,
    joins_places,
    named_by_before,
    opens_house,
    owned_house,
)
from headwater.entities.page_marks import is_title_case, picture_credits, quoted_ranges
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Document
from headwater.text import Token, fold_typography, range_at, split_sentences, tokenize

Range = tuple[int, int]
_PARTY_MARKS = ("R-", "D-", "I-")  # "Ann Roe, R-N.C."
_SAINTS = frozenset(("St", "Saint"))


@dataclass(frozen=True, slots=True)
class Name:
    """A run of name words: half-open range without a possessive ending, and the words."""

    start: int
    end: int
    words: tuple[str, ...]
    possessive: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A document with what rules look up again and again."""

    document: Document
    text: str
    folded: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    sentences: tuple[Range, ...]
    openers: frozenset[int]
    vocabulary: frozenset[str]
    proper: frozenset[str]
    titled: tuple[bool, ...]
    quoted: tuple[Range, ...]
    shown: frozenset[tuple[str, ...]]  # names that the text treats as outlets
    pictures: tuple[Range, ...]  # lines that say who took a picture: nobody there speaks
    judged: dict[int, bool] = field(default_factory=dict)  # answers of is_name_word, which is asked again and again
    named: dict[Range, tuple[Name, ...]] = field(default_factory=dict)  # answers of names, for the same reason

    @classmethod
    def of(cls, document: Document) -> "Page":
        """Read a document's tokens and sentences once; linear in its length."""
        text = document.text
        tokens, sentences = tokenize(text), split_sentences(text)
        starts = tuple(token.start for token in tokens)
        openers = set()
        for start, end in sentences:
            first = bisect_left(starts, start)
            while first < len(tokens) and tokens[first].start < end and not tokens[first].text[0].isalnum():
                first += 1
            openers.add(first)
        # After an opening quotation mark a capital says nothing either.
        openers |= {
            index + 1
            for index, token in enumerate(tokens[:-1])
            if token.text in "\"“‘'«:" and (token.text in "“‘«:" or tokens[index + 1].start == token.end)
        }
        vocabulary = frozenset(token.text for token in tokens if token.text.islower())
        titled = tuple(
            is_title_case(tokens[bisect_left(starts, s) : bisect_left(starts, e)], first=s == sentences[0][0])
            for s, e in sentences
        )
        headline = [r for r, title in zip(sentences, titled, strict=True) if title]
        skipped = {i for s, e in headline for i in range(bisect_left(starts, s), bisect_left(starts, e))}
        proper = frozenset(
            bare(t.text) for i, t in enumerate(tokens) if t.text[0].isupper() and i not in openers and i not in skipped
        )
        folded = fold_typography(text)
        return cls(
            document,
            text,
            folded,
            tokens,
            starts,
            sentences,
            frozenset(openers),
            vocabulary,
            proper,
            titled,
            quoted_ranges(folded),
            shown_outlets(folded),
            picture_credits(folded),
        )

    def index(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def between(self, start: int, end: int) -> range:
        """Return the indices of the tokens that start within [start, end)."""
        return range(self.index(start), self.index(end))

    def sentence(self, offset: int) -> int:
        """Return the index of the sentence an offset stands in, or the last one before it."""
        return max(0, range_at(self.sentences, offset))

    def sentence_range(self, offset: int) -> Range:
        """Return the range of that sentence; the whole text when there is none."""
        return self.sentences[self.sentence(offset)] if self.sentences else (0, len(self.text))

    def in_single_quotes(self, offset: int) -> bool:
        """Tell whether a single quotation mark was opened before an offset in its sentence and not closed."""
        words = self.folded[self.sentence_range(offset)[0] : offset]
        return words.startswith("'") or " '" in words

    def in_quotation(self, offset: int) -> bool:
        """Tell whether an offset stands between double quotation marks."""
        at = range_at(self.quoted, offset)
        return at >= 0 and offset < self.quoted[at][1]

    def is_name_word(self, index: int) -> bool:
        """Tell whether a token is written as (part of) a name."""
        known = self.judged.get(index)
        if known is None:
            known = self.judged[index] = self._looks_like_name(index)
        return known

    def _looks_like_name(self, index: int) -> bool:
        word = self.tokens[index].text
        if word.islower() or (word.startswith(_PARTY_MARKS) and word not in _PARTY_MARKS):
            return False
        if bare(word).lower() in SOMETIMES_NAMES and word[0].isupper() and index not in self.openers:
            return self._beside_capital(index)
        if index and named_by_before(self.tokens[index - 1].text, word):
            return True
        if word in ("Will", "May", "June") and index not in self.openers and is_given_name(word):
            return index + 1 < len(self.tokens) and self.tokens[index + 1].text[0].isupper()
        if index in self.openers and word in OPENING_NAMES and self._before_surname(index):
            return True
        if word in ARTICLE_INITIALS and self._is_initial(index):
            return True
        if word.istitle() and self._named_like_a_word(index, word.lower()):
            return True
        if not any(char.isupper() for char in word) or (
            bare(word).lower() in NOT_NAMES and word not in ("US", "IT", "WHO")
        ):
            return False
        if index not in self.openers or not word[0].isupper() or any(char.isupper() for char in word[1:]):
            return True
        return self._opener_names(index, word)

    def _named_like_a_word(self, index: int, lowered: str) -> bool:
        """Tell whether a word that is none in English is part of a name here: between capitals, or behind a title."""
        if index in self.openers or not 0 < index < len(self.tokens) - 1:
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        noun = source_noun(before.text)
        if self.tokens[index].start - before.end != 1:
            return False
        if not before.text[0].isupper() and (noun is None or lowered not in BORN_ON):
            return False
        titled = noun is not None and not noun.plural and noun.noun_class not in ("body", "company", "outlet")
        if lowered in BORN_ON:
            return titled and after.text[0].isupper() and after.text.lower() not in NOT_NAMES
        if lowered not in NAMES_ELSEWHERE or self.titled[self.sentence(before.start)] or after.text[0].isdigit():
            return False
        alike = before.text.lower() in NAMES_ELSEWHERE  # no chain of them is followed
        return (titled and after.text[0].isupper()) or (noun is None and not alike and self.is_name_word(index - 1))

    def _before_surname(self, index: int) -> bool:
        """Tell whether a word of the calendar or a verb opens a sentence as a given name: "Jan Novak said"."""
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if self.folded[: self.sentence_range(self.tokens[index].start)[1]].rstrip("\"' ").endswith("?"):
            return False  # "Will Roe resign?"
        return after.istitle() and after.isalpha() and after.lower() not in NOT_NAMES and source_noun(after) is None

    def _is_initial(self, index: int) -> bool:
        """Tell whether a lone capital is somebody's middle initial ("William A. Darrow")."""
        around = [self.tokens[k] for k in range(max(0, index - 1), min(len(self.tokens), index + 3))]
        if len(around) < 4 or around[2].text != "." or around[2].start != around[1].end:
            return False
        return all(token.text[0].isupper() and len(token.text) > 1 for token in (around[0], around[3]))

    def _opener_names(self, index: int, word: str) -> bool:
        """Tell whether a word that has its capital from where it stands is a name all the same."""
        lowered = bare(word).lower()
        if lowered in self.vocabulary or (lowered.endswith("ly") and not self._known_name(word)):
            return False
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if lowered.endswith("ed") and after in ("at", "by", "for", "about", "on") and not self._known_name(word):
            return False  # "Reached at home"
        if after in DETERMINERS and not self._known_name(word):
            return False  # "Underlying this is ..."
        noun = source_noun(lowered.removesuffix("."))
        if after == "." and noun is not None and noun.noun_class == "title" and index + 2 < len(self.tokens):
            after = self.tokens[index + 2].text  # "Mr. Barr" where Barr alone is a title
        following = after[:1].isupper()
        if noun is not None:
            if noun.plural and is_given_name(after):
                return False  # "Brothers David and Simon Roe"
            titled = noun.noun_class == "title" and self.tokens[index - 1].text == "." and index > 1
            return following or (titled and self.tokens[index - 2].text in COURTESIES)
        if following or bare(word) in self.proper or possessive(word) or lowered.endswith(DEMONYM_ENDINGS):
            return True
        if country_of(word) or country_of_capital(word):
            return True
        plural = after in ("in", "of", "for", "worth") or lowered[:-1] in self.vocabulary
        if lowered.endswith("s") and plural and not self._known_name(word):
            return False  # "Shares in Veldt", "Loans worth"
        if self._opens_plain_noun(index) or (lowered.endswith("s") and after in PLURAL_VERBS):
            return False
        # "Security officials" has its capital from the sentence; "Veldt officials" would be seen elsewhere too.
        return source_noun(after) is None

    def _known_name(self, word: str) -> bool:
        return bare(word) in self.proper or is_given_name(word)

    def _opens_plain_noun(self, index: int) -> bool:
        """Tell whether a sentence opens with a plain noun phrase: "Human rights groups", "Climate change experts"."""
        if index + 2 >= len(self.tokens):
            return False
        middle, head = self.tokens[index + 1].text, source_noun(self.tokens[index + 2].text)
        return (
            middle.isalpha() and middle.islower() and head is not None and head.plural and source_noun(middle) is None
        )

    def _beside_capital(self, index: int) -> bool:
        """Tell whether a capital stands right before or after a token ("Doctors Without Frontiers")."""
        near = [self.tokens[i].text for i in (index - 1, index + 1) if 0 <= i < len(self.tokens)]
        return any(word[0].isupper() for word in near)

    def names(self, start: int, end: int) -> Iterator[Name]:
        """Yield the runs of name words within [start, end), in order."""
        known = self.named.get((start, end))
        if known is None:
            known = tuple(self._runs(start, end))
            self.named[start, end] = known
        return iter(known)

    def _runs(self, start: int, end: int) -> Iterator[Name]:
        span = self.between(start, end)
        index = span.start
        while index < span.stop:
            if not self.is_name_word(index):
                index += 1
                continue
            stop = self._run_end(index, span.stop)
            if not self._is_pictured(self.starts[index]):
                yield self._name(index, stop)
            index = stop

    def _is_pictured(self, offset: int) -> bool:
        at = range_at(self.pictures, offset)
        return at >= 0 and offset < self.pictures[at][1]

    def holds_possessive(self, index: int) -> bool:
        """Tell whether a possessive plural stands inside a name: "the Workers' Front", "Teachers' Union"."""
        word = self.tokens[index].text
        if word.endswith(("'s", "’s")) and index + 1 < len(self.tokens):
            after, owner = self.tokens[index + 1].text, bare(word).lower()
            saint = index > 0 and self.tokens[index - 1].text in _SAINTS
            # "Velm Assessor's Office"
            office = after == "Office" and index > 0 and self.tokens[index - 1].text[0].isupper()
            held = source_noun(owner) is not None or owner in OWNERS or saint or office
            return held and after[0].isupper() and after.lower() in ORGANISATION_HEADS
        return owned_house(self.text, self.tokens, index if word.endswith(("s'", "s’")) else index + 1)

    def owns(self, index: int) -> bool:
        """Tell whether a token is a possessor: "ministry's", "drivers'", its apostrophe a token of its own or not."""
        token = self.tokens[index]
        if possessive(token.text):
            return True
        if not token.text.endswith("s") or index + 2 >= len(self.tokens):
            return False
        mark, after = self.tokens[index + 1], self.tokens[index + 2]
        return mark.text in "'’" and mark.start == token.end and after.text[0].isalnum() and after.start == mark.end + 1

    def _run_end(self, index: int, limit: int) -> int:
        """Return the index after the last token of the name that starts at an index."""
        heads = False
        at = index
        while at < limit:
            word = self.tokens[at].text
            if self.owns(at) and not self.holds_possessive(at):
                return at + 1
            heads = heads or word.lower() in ORGANISATION_HEADS or (at == index and word in HEADS_BEFORE_OF)
            office = source_noun(word)
            if office is not None and office.noun_class == "office" and not office.plural and at > index:
                heads = False  # "House Speaker Ann Roe and Senate Leader Bo Lin" are two
            following = self._next_name_word(at, limit, linked=heads)
            if following is None:
                return at + 1
            at = following
        return limit

    def _next_name_word(self, at: int, limit: int, *, linked: bool) -> int | None:
        """Return the index of the token that carries a name on after token `at`, or None when it ends there."""
        after = at + 1
        if (self.joins_fields(after) or joins_places(self.tokens, after)) and after + 1 < limit:
            return after + 1
        if after < limit and self.tokens[after].text == "." and self._is_shortened(self.tokens[at].text):
            after += 1  # an initial, "St.", "Gen."
        if after + 1 < limit and self.tokens[after].text in ("'", "’") and owned_house(self.text, self.tokens, after):
            after += 1  # "the Workers' Front"
        joined = 0
        while after < limit and joined < 3:
            word = self.tokens[after].text
            if self.tokens[after].start - self.tokens[after - 1].end > 2:
                return None
            if self.is_name_word(after) or (word.lower() in SUFFIXES and word[0].isupper()):
                return after
            sited = word == "in" and self.tokens[at].text.lower() in ORGANISATION_HEADS  # "the War Museum in Velm"
            told = (linked and not sited) or ends_in_country(self.tokens, after)
            if word.lower() not in WITHIN_NAMES and word != "&" and not (told and word in LINKS):
                return None
            ended = self.tokens[at].text.lower() in ORGANISATION_HEADS  # "Kestrel Bank and Orsay Trust"
            if word == "-" and is_dateline(self.tokens, at, after):
                return None  # "ROME - Ann Roe"
            if word == "and" and (ended or opens_house(self.tokens, after + 1, limit)):
                return None  # "the Ministry of Lands and the Ministry of Works"
            after += 1
            joined += 1
        return None

    def joins_fields(self, index: int) -> bool:
        """Tell whether an "and" joins matters within one name: "Fire and Rescue", "Food and Drug Administration"."""
        if not 0 < index < len(self.tokens) - 1 or self.tokens[index].text not in ("and", "&"):
            return False
        before, after = self.tokens[index - 1].text, self.tokens[index + 1].text
        trades = all((noun := source_noun(word)) and noun.plural for word in (before, after))
        if not (before.lower() in FIELDS or trades) or not (before[0].isupper() and after[0].isupper()):
            return False
        heads = [token.text.lower() in ORGANISATION_HEADS for token in self.tokens[index + 1 : index + 4]]
        return (not trades and after.lower() in FIELDS) or any(heads[1:] if trades else heads)

    def _is_shortened(self, word: str) -> bool:
        """Tell whether the point behind a word is no full stop: an initial, a title."""
        noun = source_noun(word) if len(word) > 2 else None
        return len(word) <= 2 or (noun is not None and noun.noun_class == "title")

    def _name(self, index: int, stop: int) -> Name:
        last = self.tokens[stop - 1]
        marked = possessive(last.text)
        end = last.start + len(bare(last.text)) if marked else last.end
        words = tuple(bare(self.tokens[i].text) for i in range(index, stop) if self.tokens[i].text[0].isalnum())
        return Name(self.tokens[index].start, end, words, marked)


def written_name(page: Page, name: Name) -> str:
    """Return a name as the text has it, blanks made even; an apostrophe that ends it stays ("Achieng’")."""
    end = name.end
    sounded = name.words[-1].lower().endswith("ng") and page.text[end : end + 1] in ("'", "’")
    if sounded and not page.text[end + 1 : end + 2].isalnum() and not page.in_single_quotes(end):
        end += 1
    if name.words[-1].lower() in SUFFIXES and page.text[end : end + 1] == ".":
        end += 1  # "Ann Roe Jr."
    return " ".join(page.text[name.start : end].split())


def possessive(word: str) -> bool:
    """Tell whether a token ends in a possessive ending."""
    return word.endswith(("'s", "’s", "s'", "s’")) and len(word) > 2


def bare(word: str) -> str:
    """Return a token without its possessive ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word
