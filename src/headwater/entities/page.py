"""One document as the rules of this room see it: tokens, sentences, names in the text, offsets unchanged.

Offsets are code points of Document.text. Imports: text, lexicon, records and the standard library only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from headwater.entities.outlet_evidence import shown_outlets
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Document
from headwater.text import Token, fold_typography, range_at, split_paragraphs, split_sentences, tokenize

Range = tuple[int, int]

# Words that open sentences or stand inside titles of works with a capital and are no names by themselves.
_ARTICLE_INITIALS = frozenset(("A", "I"))
_NOT_NAMES = frozenset(
    (
        "a about according current after again all also although amid among an and another any anyone are as asked at "
        "be because been before being both but by can citing could despite did do does dozens during each earlier "
        "either even ever every everyone few first following for former from given had has have he her here hers "
        "him his how however i if in including indeed instead into is it its just last late later latest less "
        "like many may me meanwhile might more moreover most much must my neither never no nobody nor not nothing "
        "now of officials on once one only or other others our out over people perhaps quoting recently same say "
        "says several she should since so some someone speaking still such than that the their them then there "
        "these they this those though through thus to today tomorrow tonight too two three four five six seven "
        "eight nine ten under unlike until up upon us very was we well were what when where whether which while "
        "who whose why will with within without would writing yes yet yesterday you your monday tuesday wednesday "
        "thursday friday saturday sunday january february march april may june july august september october "
        "november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec updated "
        "published photo image gmt est edt pst utc"
    ).split()
)
# Of those, the ones that names of organisations and magazines hold.
_COURTESIES = frozenset(("Mr", "Mrs", "Ms"))  # "Mr. Barr": no barrister
_SOMETIMES_NAMES = frozenset("without first people over under last now".split())
_WITHIN_NAMES = frozenset("de del della van von der den bin ibn al el la le di da dos du ben abu ould -".split())
_ORGANISATION_HEADS = frozenset(
    (
        "ministry department institute university college bank bureau office center centre council committee board "
        "house court federation association society chamber academy organization organisation union league agency "
        "commission federal foundation school hospital church party congress army front movement campaign coalition "
        "alliance fund march secretariat directorate embassy group network corps forces confederation parliament "
        "museum forum guild collective"
    ).split()
)
# "the Women's March", "Children's Hospital": owners inside names that are no offices.
_OWNERS = frozenset("women men children people workers teachers farmers veterans students".split())
_NUMBERED = frozenset("one two three four five six seven eight nine ten".split())
_DETERMINERS = frozenset("the a an this these that those his her its their our".split())
_DEMONYM_ENDINGS = ("ian", "ese", "ish", "ean", "andic")
_PLURAL_VERBS = frozenset("have are were say want argue believe do think fear hope warn accuse".split())
_LINKS = frozenset("of for on in and & the to against".split())
_SUFFIXES = frozenset("jr sr ii iii iv jr. sr.".split())


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
    judged: dict[int, bool] = field(default_factory=dict)  # answers of is_name_word, which is asked again and again

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
            _is_title_case(tokens[bisect_left(starts, s) : bisect_left(starts, e)], first=s == sentences[0][0])
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
            _quoted(folded),
            shown_outlets(folded),
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
        if word.islower():
            return False
        if word.lower() in _SOMETIMES_NAMES and word[0].isupper() and index not in self.openers:
            return self._beside_capital(index)
        if (
            index
            and self.tokens[index - 1].text in ("Channel", "Radio")
            and (word.isdecimal() or word.lower() in _NUMBERED)
        ):
            return True  # "Channel Six", "Radio Four Lakes"
        if word in ("Will", "May", "June") and index not in self.openers and is_given_name(word):
            return index + 1 < len(self.tokens) and self.tokens[index + 1].text[0].isupper()
        if word in _ARTICLE_INITIALS and self._is_initial(index):
            return True
        if not any(char.isupper() for char in word) or (
            bare(word).lower() in _NOT_NAMES and word not in ("US", "IT", "WHO")
        ):
            return False
        if index not in self.openers or not word[0].isupper() or any(char.isupper() for char in word[1:]):
            return True
        return self._opener_names(index, word)

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
        if after in _DETERMINERS and not self._known_name(word):
            return False  # "Underlying this is ..."
        noun = source_noun(lowered.removesuffix("."))
        if after == "." and noun is not None and noun.noun_class == "title" and index + 2 < len(self.tokens):
            after = self.tokens[index + 2].text  # "Mr. Barr" where Barr alone is a title
        following = after[:1].isupper()
        if noun is not None:
            titled = noun.noun_class == "title" and self.tokens[index - 1].text == "." and index > 1
            return following or (titled and self.tokens[index - 2].text in _COURTESIES)
        if following or bare(word) in self.proper or possessive(word) or lowered.endswith(_DEMONYM_ENDINGS):
            return True
        if country_of(word) or country_of_capital(word):
            return True
        if self._opens_plain_noun(index) or (lowered.endswith("s") and after in _PLURAL_VERBS):
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
        span = self.between(start, end)
        index = span.start
        while index < span.stop:
            if not self.is_name_word(index):
                index += 1
                continue
            stop = self._run_end(index, span.stop)
            yield self._name(index, stop)
            index = stop

    def holds_possessive(self, index: int) -> bool:
        """Tell whether a possessive plural stands inside a name: "the Workers' Front", "Teachers' Union"."""
        word = self.tokens[index].text
        if word.endswith(("'s", "’s")) and index + 1 < len(self.tokens):
            after, owner = self.tokens[index + 1].text, bare(word).lower()
            held = source_noun(owner) is not None or owner in _OWNERS
            return held and after[0].isupper() and after.lower() in _ORGANISATION_HEADS
        return self._owned_house(index if word.endswith(("s'", "s’")) else index + 1)

    def owns(self, index: int) -> bool:
        """Tell whether a token is a possessor: "ministry's", "drivers'", its apostrophe a token of its own or not."""
        token = self.tokens[index]
        if possessive(token.text):
            return True
        if not token.text.endswith("s") or index + 2 >= len(self.tokens):
            return False
        mark, after = self.tokens[index + 1], self.tokens[index + 2]
        return mark.text in "'’" and mark.start == token.end and after.text[0].isalnum() and after.start == mark.end + 1

    def _owned_house(self, mark: int) -> bool:
        """Tell whether an organisation's head follows the token that ends in an apostrophe behind a plural."""
        if mark + 1 >= len(self.tokens):
            return False
        tail = self.text[self.tokens[mark].end - 2 : self.tokens[mark].end]
        after = self.tokens[mark + 1].text
        return tail in ("s'", "s’") and after[0].isupper() and after.lower() in _ORGANISATION_HEADS

    def _run_end(self, index: int, limit: int) -> int:
        """Return the index after the last token of the name that starts at an index."""
        heads = False
        at = index
        while at < limit:
            word = self.tokens[at].text
            if self.owns(at) and not self.holds_possessive(at):
                return at + 1
            heads = heads or word.lower() in _ORGANISATION_HEADS
            following = self._next_name_word(at, limit, linked=heads)
            if following is None:
                return at + 1
            at = following
        return limit

    def _next_name_word(self, at: int, limit: int, *, linked: bool) -> int | None:
        """Return the index of the token that carries a name on after token `at`, or None when it ends there."""
        after = at + 1
        if after < limit and self.tokens[after].text == "." and len(self.tokens[at].text) <= 2:
            after += 1  # an initial, or "St."
        if after + 1 < limit and self.tokens[after].text in ("'", "’") and self._owned_house(after):
            after += 1  # "the Workers' Front"
        joined = 0
        while after < limit and joined < 3:
            word = self.tokens[after].text
            if self.tokens[after].start - self.tokens[after - 1].end > 2:
                return None
            if self.is_name_word(after) or (word.lower() in _SUFFIXES and word[0].isupper()):
                return after
            if word.lower() not in _WITHIN_NAMES and word != "&" and not (linked and word in _LINKS):
                return None
            after += 1
            joined += 1
        return None

    def _name(self, index: int, stop: int) -> Name:
        last = self.tokens[stop - 1]
        marked = possessive(last.text)
        end = last.start + len(bare(last.text)) if marked else last.end
        words = tuple(bare(self.tokens[i].text) for i in range(index, stop) if self.tokens[i].text[0].isalnum())
        return Name(self.tokens[index].start, end, words, marked)


def _quoted(folded: str) -> tuple[Range, ...]:
    """Return what stands between double quotation marks; a mark left open holds to the end of its paragraph."""
    found: list[Range] = []
    for start, end in split_paragraphs(folded):
        opened: int | None = None
        at = folded.find('"', start, end)
        while at != -1:
            if opened is None:
                opened = at
            else:
                found.append((opened, at + 1))
                opened = None
            at = folded.find('"', at + 1, end)
        if opened is not None:
            found.append((opened, end))
    return tuple(found)


def possessive(word: str) -> bool:
    """Tell whether a token ends in a possessive ending."""
    return word.endswith(("'s", "’s", "s'", "s’")) and len(word) > 2


def bare(word: str) -> str:
    """Return a token without its possessive ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word


def _is_title_case(tokens: tuple[Token, ...], *, first: bool) -> bool:
    """Tell whether a line is a headline: a short first line, or one of capitals, that ends without a stop."""
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 3]
    if not tokens or tokens[-1].text in '."”':
        return False
    if first and len(words) <= 14:
        return True
    if len(words) < 4:
        return False
    return sum(word[0].isupper() for word in words) >= 0.75 * len(words)
