"""Names that cannot all hold: opposed sides of one place, another name in one slot, a slip of spelling.

A pair of statements gives at most one pair of rival names; rivals tied by such pairs are one disagreement.
Imports: text, lexicon and this room only.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from headwater.claims.persons import differing_persons, persons_in
from headwater.claims.profile import Profile
from headwater.lexicon.countries import country_of
from headwater.lexicon.matters import stem
from headwater.text import Token, fold_case, is_word, tokenize

# Words that cannot change places without changing the matter, though they are no names: stem -> side.
_COMPASS = {stem(word + ending): word for word in ("north", "south", "east", "west") for ending in ("", "ern")}
_SIDES = _COMPASS | {stem(word): word for word in ("left", "right")}
# How far behind a direction its place stands, in content words: "west of the town of Carrow".
_REACH = 4
_MAX_SLOT_WORDS = 3
_MIN_FRAME_STEMS = 3
_MIN_NAME_CHARS = 5
_NEARLY_EQUAL = 75.0
# Share of their other stems that statements have in common which differ in one word alone.
_ALIKE = 0.5
_CALENDAR = frozenset(
    stem(word)
    for word in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december"
    ).split()
)
# What may stand between the words of one name.
_INSIDE_NAME = re.compile(r"\s+(?:of\s+(?:the\s+)?|&\s+)?")
# A whole word in lower case; addresses of pages and persons write names small.
_SMALL = r"(?<![\w@#/.\-]){}(?:['’]s)?(?![\w@/\-]|\.\w)"
# Customs of two countries, no slips: "Harbour" and "Harbor", "Centre" and "Center", "Organisation" with s and z.
_ER = re.compile(r"(?:ou?r|(?<=[bt])re)(?=s?$)")
_IZ = re.compile(r"is(?=(?:es?|ed|ing|ations?)$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """One of the names that cannot all hold.

    Attributes:
        key: Folded words that tell it from every other name of its claim; those of a direction end in its place.
        words: As its first statement prints them, without a possessive ending.
        holders: Indices of the statements that give it in a pair, ascending.
    """

    key: str
    words: str
    holders: tuple[int, ...]


class _Given(NamedTuple):
    """A name that one statement gives: key and words as in Rival, and each content word of a name as printed."""

    key: str
    words: str
    parts: tuple[str, ...] = ()


_Pair = tuple[_Given, _Given]


class Printed:
    """A statement with the words its document prints, read only when they are asked for.

    Args:
        profile: The statement's profile.
        text: Document.text of its document.
    """

    def __init__(self, profile: Profile, text: str) -> None:
        self.profile, self.text = profile, text
        self._slots: dict[tuple[int, int], _Given | None] = {}

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The printed word of each stem of Profile.order."""
        span = self.profile.statement.span
        words = ((stem(fold_case(t.text)), t) for t in tokenize(self.text, span.start, span.end) if is_word(t))
        # The order leaves words out and moves none, so that the next equal stem is the stem's word.
        return tuple(next(token for found, token in words if found == wanted) for wanted in self.profile.order)

    def word(self, wanted: str) -> str:
        """Return the statement's word with a stem of Profile.order, without a possessive ending.

        Of several words its first capitalised one is returned.
        """
        words = [t.text for t, found in zip(self.tokens, self.profile.order, strict=True) if found == wanted]
        return _bare(next((word for word in words if word[0].isupper()), words[0]))

    def name(self, wanted: str) -> _Given:
        """Return the statement's name of one word by its stem: see `word`."""
        word = self.word(wanted)
        return _named(word, [word])

    def slot(self, begin: int, end: int) -> _Given | None:
        """Return the name that stands for order[begin:end], or None where two do: "Carrow in Sallow"."""
        if (begin, end) not in self._slots:
            tokens = self.tokens[begin:end]
            words = " ".join(self.text[tokens[0].start : tokens[-1].end].split())
            one = all(self._joined(a, b) for a, b in pairwise(range(begin, end)))
            self._slots[begin, end] = _named(words, [token.text for token in tokens]) if one else None
        return self._slots[begin, end]

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Stems of its nouns for persons."""
        return persons_in(self.profile.order)

    @cached_property
    def long_names(self) -> frozenset[str]:
        """Names long enough for a slip to be told from another name; those of days are compared as days."""
        long = frozenset(word for word in self.profile.names if len(word) >= _MIN_NAME_CHARS)
        return (long & self.profile.stems) - _CALENDAR

    @cached_property
    def sides(self) -> dict[str, tuple[str, int]]:
        """Stem of each place -> the one side the statement names of it, and where in its order."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for index, word in enumerate(self.profile.order):
            if word in _SIDES:
                for place in self._places(index):
                    found[place].setdefault(_SIDES[word], index)
        return {place: next(iter(sides.items())) for place, sides in found.items() if len(sides) == 1}

    def _places(self, index: int) -> Iterator[str]:
        """Yield the stems of the first name behind a direction; behind a country's name, of the next one too.

        "South of the Velmish town of Carrow" is south of Carrow; "south of Carrow, Velm" is not south of Velm.
        """
        order, before = self.profile.order, -1
        for k in _behind(order, index):
            if order[k] not in self.profile.names:
                continue
            if before >= 0 and country_of(_bare(self.tokens[before].text)) is None and not self._joined(before, k):
                return
            yield order[k]
            before = k

    def begins_name(self, index: int) -> bool:
        """Tell whether a word and the one directly behind it are capitalised: "North" in "North Orrin"."""
        word, other = self.tokens[index : index + 2]  # a direction has its place behind it
        return word.text[0].isupper() and other.text[0].isupper() and self.text[word.end : other.start].isspace()

    def _joined(self, left: int, right: int) -> bool:
        """Tell whether the words of two stems are printed as parts of one name."""
        gap = self.tokens[left].end, self.tokens[right].start
        return right == left + 1 and _INSIDE_NAME.fullmatch(self.text, *gap) is not None


class _Coverage:
    """What all statements of a claim, and the documents that hold them, say about a candidate; read when asked."""

    def __init__(self, told: Sequence[Printed]) -> None:
        self._told = told
        self._texts = {one.profile.statement.doc_id: one.text for one in told}
        self._small: dict[str, bool] = {}

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        """Stem -> one bit for each statement whose sentence holds it."""
        holders: dict[str, int] = defaultdict(int)
        for index, one in enumerate(self._told):
            for word in one.profile.context:
                holders[word] |= 1 << index
        return holders

    @cached_property
    def _nested(self) -> frozenset[tuple[str, str]]:
        return frozenset(pair for text in self._texts.values() for pair in _nested_names(text))

    def hold_both(self, stems: Iterable[str]) -> bool:
        """Tell whether one statement's sentence holds all stems: they name two things, or a part and its whole."""
        holding = -1
        for word in stems:
            holding &= self._holders.get(word, 0)
        return bool(holding)

    def are_small(self, words: Sequence[str]) -> bool:
        """Tell whether most of the words are also printed small, as no names are: "Carrow Harbour", "the harbour"."""
        return 2 * sum(map(self._is_small, words)) > len(words)

    def are_nested(self, ours: str, theirs: str) -> bool:
        """Tell whether a document prints the two as one name or one in the other: "Carrow Hall", "Carrow in Sallow"."""
        return (ours, theirs) in self._nested or (theirs, ours) in self._nested

    def _is_small(self, word: str) -> bool:
        if word not in self._small:
            small = fold_case(word)
            # Looking for the letters first spares most texts the slower search.
            holding = [text for text in self._texts.values() if small in text]
            whole = re.compile(_SMALL.format(re.escape(small)))
            self._small[word] = any(whole.search(text) for text in holding)
        return self._small[word]


def rival_names(told: Sequence[Printed]) -> list[list[Rival]]:
    """Return the disagreements about names within one claim, in order of the first statement that each concerns.

    Args:
        told: The claim's statements in order of publication.

    Returns:
        Disagreements, each of at least two rivals in order of the first statement that gives them.
    """
    coverage = _Coverage(told)
    return _tied(
        list(enumerate(told)),
        lambda a, b: _opposed_sides(a, b) or _differing_slot(a, b, coverage) or _spelt_apart(a, b, coverage),
    )


def rival_persons(told: Sequence[Printed]) -> list[list[Rival]]:
    """Return the disagreements about who it was, where nouns alone tell ("a woman", "a young boy"): see rival_names."""
    return _tied([(k, one) for k, one in enumerate(told) if one.persons], _differing_persons)


def _tied(
    told: Sequence[tuple[int, Printed]], pair_of: Callable[[Printed, Printed], _Pair | None]
) -> list[list[Rival]]:
    """Compare every two numbered statements of different documents and put the rivals that pairs tie together."""
    given: dict[str, dict[int, str]] = defaultdict(dict)
    ties: dict[str, set[str]] = defaultdict(set)
    for (a, left), (b, right) in combinations(told, 2):
        if left.profile.statement.doc_id == right.profile.statement.doc_id:
            continue
        pair = pair_of(left, right)
        if pair is not None:
            ours, theirs = pair
            given[ours.key].setdefault(a, ours.words)
            given[theirs.key].setdefault(b, theirs.words)
            ties[ours.key].add(theirs.key)
            ties[theirs.key].add(ours.key)
    rivals = [Rival(key=key, words=held[min(held)], holders=tuple(sorted(held))) for key, held in given.items()]
    return _components(sorted(rivals, key=lambda rival: (rival.holders[0], rival.key)), ties)


def _components(rivals: Sequence[Rival], ties: Mapping[str, set[str]]) -> list[list[Rival]]:
    """Split rivals into those that pairs tie, directly or through others, keeping their order."""
    component_of: dict[str, int] = {}
    for number, rival in enumerate(rivals):
        reached = [rival.key]
        while reached:
            key = reached.pop()
            if key not in component_of:
                component_of[key] = number
                reached += ties[key]
    components: dict[int, list[Rival]] = defaultdict(list)
    for rival in rivals:
        components[component_of[rival.key]].append(rival)
    return list(components.values())


def _named(words: str, parts: Sequence[str]) -> _Given:
    """Return a name by its words and its content words as printed; all names of a country have one key."""
    key = country_of(words) or " ".join(_plain(part) for part in parts)
    return _Given(key, _bare(words), tuple(_bare(part) for part in parts))


def _bare(word: str) -> str:
    """Return a printed word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("’s")


def _behind(order: Sequence[str], index: int) -> range:
    """Where in the order the place of a direction may stand: before the next direction, which has its own.

    Directions side by side share theirs ("north and west of Carrow").
    """
    last = min(len(order), index + 1 + _REACH)
    start = next((k for k in range(index + 1, last) if order[k] not in _SIDES), last)
    end = next((k for k in range(start, last) if order[k] in _SIDES), last)
    return range(start, end)


def _opposed_sides(left: Printed, right: Printed) -> _Pair | None:
    """Return the directions when two statements place one thing on different sides of one named place."""
    for place in (place for place in left.sides if place in right.sides):
        (ours, at), (theirs, there) = left.sides[place], right.sides[place]
        apart = ours != theirs and (ours in _COMPASS) == (theirs in _COMPASS)
        # "North Orrin" and "South Orrin" may be two places that one claim speaks of.
        named = left.begins_name(at) or right.begins_name(there)
        if apart and (not named or _alike(left, left.profile.order[at], right, right.profile.order[there])):
            words = left.tokens[at].text, right.tokens[there].text
            return _Given(f"{ours} of {place}", words[0]), _Given(f"{theirs} of {place}", words[1])
    return None


def _differing_slot(left: Printed, right: Printed, coverage: _Coverage) -> _Pair | None:
    """Return the differing words when all else agrees in order and both sides are names, else None."""
    a, b = left.profile.order, right.profile.order
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    slot_a, slot_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if head + tail < _MIN_FRAME_STEMS or not _are_names(slot_a, left.profile) or not _are_names(slot_b, right.profile):
        return None
    ours, theirs = left.slot(head, len(a) - tail), right.slot(head, len(b) - tail)
    if ours is None or theirs is None or _mean_one(ours, theirs) or coverage.hold_both({*slot_a, *slot_b}):
        return None
    if coverage.are_small(ours.parts) or coverage.are_small(theirs.parts):
        return None
    if coverage.are_nested(slot_a[-1], slot_b[0]) or coverage.are_nested(slot_b[-1], slot_a[0]):
        return None
    return ours, theirs


def _are_names(slot: Sequence[str], profile: Profile) -> bool:
    """Tell whether a slot can name a thing; days are compared as days and directions with their places."""
    if not 0 < len(slot) <= _MAX_SLOT_WORDS or (len(slot) == 1 and slot[0] in _SIDES):
        return False
    return profile.names.issuperset(slot) and _CALENDAR.isdisjoint(slot)


def _mean_one(ours: _Given, theirs: _Given) -> bool:
    """Tell whether two names are one: in other words of it, in its initials, in another form or spelling custom."""
    a, b = ours.key.split(), theirs.key.split()
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    initials = ["".join(word[0] for word in name) for name in (a, b)]
    return initials[0] == "".join(b) or initials[1] == "".join(a)


def _spelt_apart(left: Printed, right: Printed, coverage: _Coverage) -> _Pair | None:
    """Return two names that differ by a slip ("Adeline", "Adelaide"): nearly equal, and each only on its side."""
    for ours in sorted(left.long_names - right.profile.context):
        for theirs in sorted(right.long_names - left.profile.context):
            if ours[0] == theirs[0] and ratio(ours, theirs) >= _NEARLY_EQUAL and not _inflected(ours, theirs):
                pair = left.name(ours), right.name(theirs)
                small = any(coverage.are_small(name.parts) for name in pair)
                if pair[0].key != pair[1].key and not small and not coverage.hold_both((ours, theirs)):
                    return pair
    return None


def _differing_persons(left: Printed, right: Printed) -> _Pair | None:
    """Return the nouns for the one person of a party that cannot be the same, when most of all else is."""
    differing = differing_persons(left.persons, right.persons)
    if differing is None:
        return None
    ours, theirs = differing
    # What befell a woman and what a man did are told within one claim, and do not disagree.
    if not _alike(left, ours, right, theirs):
        return None
    return _Given(ours, left.word(ours)), _Given(theirs, right.word(theirs))


def _alike(left: Printed, ours: str, right: Printed, theirs: str) -> bool:
    """Tell whether two statements say much the same but for a word of each."""
    a, b = left.profile.stems - {ours}, right.profile.stems - {theirs}
    return bool(a & b) and len(a & b) >= _ALIKE * len(a | b)


def _inflected(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return long.startswith(short)


def _plain(word: str) -> str:
    """Return a printed word's stem without accents and points, in one spelling where countries have their customs."""
    split = unicodedata.normalize("NFD", fold_case(_bare(word)))
    letters = "".join(char for char in split if char.isalnum())
    return stem(_IZ.sub("iz", _ER.sub("er", letters)))


def _nested_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield stems of capitalised words of one line that stand side by side or have only "in" between them."""
    before, end = "", 0
    for token in tokenize(text):
        if "\n" in text[end : token.start]:
            before = ""
        if token.text[0].isupper():
            word = stem(fold_case(token.text))
            if before:
                yield before, word
            before = word
        elif token.text != "in":
            before = ""
        end = token.end
