"""Names of a document in reading order: who is introduced where, with role and apposition, outside source phrases too.

Offsets are code points. Imports: this room, lexicon, records and the standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.entities.page import Name, Page, Range, bare, possessive
from headwater.entities.phrase import Phrase
from headwater.entities.platforms import is_posted_on
from headwater.entities.read_phrase import read_phrase
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_STROKE = re.compile(r" ?/ ?(?:[A-Z][a-z]+|[A-Z]{2,5})\b")
_DATELINE = re.compile(r"(?:,? [^\n]{0,40}?)?(?: ?--| ?[—–]| - )")
_SITED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]o) ([A-Z][\w'-]+)\b(?! [A-Z])"
)
_BODY_WORDS = 3  # words behind a name up to the noun for a body
_KINDS_OF_BODY = frozenset(
    "city town county district regional state municipal village parish borough school police fire health water flood "
    "planning transport port airport provincial local public hospital housing electoral football labour labor works "
    "rural zoning library transit education central investment steering".split()
)
_NO_BODIES = frozenset("state city country nation side unit group organisation organization movement body".split())
_LEAD_WORDS = 6
_OFFICE_OF = 2  # "Secretary of"
_APPOSITION_WORDS = 16


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name in the text and the phrase it stands in."""

    name: Name
    phrase: Phrase


def introductions(page: Page) -> tuple[Introduction, ...]:
    """Return the names of the text outside headlines, in order, each with what stands right before and after it."""
    found: list[Introduction] = []
    for (start, end), titled in zip(page.sentences, page.titled, strict=True):
        if titled:
            continue
        for name in page.names(start, end):
            if _is_platform(page, name) or _credits_picture(page, name) or _is_dateline(page, name, start):
                continue
            left, right = _window(page, name, start, end)
            phrase = read_phrase(page, left, right)
            if right > name.end and phrase is not None and not phrase.roles:
                phrase = read_phrase(page, left, name.end)  # what follows the comma does not describe the name
            if phrase is not None and phrase.form == "name" and phrase.name is not None:
                found.append(Introduction(phrase.name, phrase))
    return tuple(found)


def headline_names(page: Page) -> Iterator[Name]:
    """Yield names of given name and surname in headlines whose surname the text below uses: "Ann Voss Quits"."""
    for (start, end), titled in zip(page.sentences, page.titled, strict=True):
        for first in page.between(start, end) if titled else ():
            words = tuple(bare(token.text) for token in page.tokens[first : first + 2])
            if len(words) < 2 or not is_given_name(words[0]) or words[1] not in page.proper:
                continue
            given, surname = page.tokens[first : first + 2]
            if surname.start - given.end == 1 and words[1].istitle() and source_noun(words[1]) is None:
                yield Name(given.start, surname.start + len(words[1]), words, possessive=False)


def places_named(page: Page) -> frozenset[str]:
    """Return the folded words that stand as places in the text: "in Velm", "outside Carrow"."""
    return frozenset(match.group(1).casefold() for match in _SITED.finditer(page.folded))


def described_houses(page: Page) -> tuple[Range, ...]:
    """Return the bodies that a name and lower-case words describe in running text: "the Velm city council"."""
    found: list[Range] = []
    for (start, end), titled in zip(page.sentences, page.titled, strict=True):
        for name in page.names(start, end) if not titled else ():
            stop = None if name.possessive else _body_end(page, name)
            if stop is not None and page.folded[max(0, name.start - 4) : name.start].lower() == "the ":
                found.append((name.start, stop))
    return tuple(found)


def _body_end(page: Page, name: Name) -> int | None:
    """Return where the noun for a body ends that kinds of bodies part from a name before it; None where none stands."""
    first = page.index(name.end)
    for token in page.tokens[first : first + _BODY_WORDS]:
        noun = source_noun(token.text)
        if token.text not in _KINDS_OF_BODY and noun is not None and not noun.plural and noun.noun_class == "body":
            return token.end if token.text.islower() and token.text not in _NO_BODIES else None
        if token.text not in _KINDS_OF_BODY:
            return None
    return None


def _is_dateline(page: Page, name: Name, start: int) -> bool:
    """Tell whether a name in capitals opens a paragraph as the place it was written: "VELM, Norland --"."""
    upper = name.start == start and page.folded[name.start : name.end].isupper()
    return upper and _DATELINE.match(page.folded, name.end) is not None


def _is_platform(page: Page, name: Name) -> bool:
    """Tell whether a name only says where somebody's page or account is: "the Facebook page of Larkfield Athletic"."""
    after = page.index(name.end)
    follows = page.tokens[after].text if after < len(page.tokens) else ""
    return is_posted_on(" ".join(name.words), follows)


def _credits_picture(page: Page, name: Name) -> bool:
    """Tell whether a name stands before a stroke and an agency, as below a picture: "Ann Roe/Reuters"."""
    return _STROKE.match(page.folded, name.end) is not None


def _window(page: Page, name: Name, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase around a name: titles and roles before it, an apposition after it."""
    first = page.index(name.start)
    left = first
    while left > 0 and first - left < _LEAD_WORDS and page.tokens[left - 1].start >= start:
        word = page.tokens[left - 1].text
        noun = source_noun(word)
        if (
            not (noun and not noun.plural and noun.noun_class != "artefact")
            and not page.is_name_word(left - 1)
            and not possessive(word)
        ):
            break
        left -= 1
    left -= _office_before(page, left, start)
    if left == first:
        left = _described_before(page, first, start)
    return page.tokens[left].start, _apposition_end(page, name, end)


def _office_before(page: Page, left: int, start: int) -> int:
    """Return how many tokens before a name are an office: "Secretary of", "Leader of the"; 0 when none are."""
    words = [page.tokens[i].text for i in range(max(0, left - _OFFICE_OF - 1), left) if page.tokens[i].start >= start]
    taken = _OFFICE_OF + (words[-1:] == ["the"])
    if len(words) < taken or words[-taken + 1] not in ("of", "for", "to"):
        return 0
    office = source_noun(words[-taken])
    held = office is not None and not office.plural and office.noun_class in PERSON_CLASSES
    return taken if held and words[-taken][0].isupper() else 0


def _described_before(page: Page, first: int, start: int) -> int:
    """Return where "the mayor's aide, " before a name begins; the name's own index when nothing describes it there."""
    tokens = page.tokens
    if first < 2 or tokens[first - 1].text != "," or tokens[first - 1].start < start:
        return first
    noun = source_noun(tokens[first - 2].text)
    if noun is None or noun.plural or noun.noun_class not in PERSON_CLASSES:
        return first
    for index in range(first - 2, max(-1, first - 2 - _LEAD_WORDS), -1):
        word = tokens[index].text
        if tokens[index].start < start or not word[0].isalnum():
            break
        if word.lower() in ("the", "a", "an", "his", "her", "their", "its"):
            return index
        if possessive(word) and page.is_name_word(index):
            return _first_of_name(page, index, start)  # "Orr Foods' chief executive, "
    return first


def _first_of_name(page: Page, index: int, start: int) -> int:
    """Return the index of the first word of the name that ends at a token."""
    first = index
    while first > 0 and index - first < _LEAD_WORDS and page.tokens[first - 1].start >= start:
        if not page.is_name_word(first - 1):
            break
        first -= 1
    return first


def _apposition_end(page: Page, name: Name, end: int) -> int:
    """Return where an apposition after a name ends; the name's own end when what follows is none."""
    after = page.index(name.end)
    tokens = page.tokens
    if name.possessive or after + 1 >= len(tokens) or tokens[after].text != "," or tokens[after].start >= end:
        return name.end
    roles = False
    for position in range(after + 1, min(after + 1 + _APPOSITION_WORDS, len(tokens))):
        token = tokens[position]
        if token.start >= end or token.text in ',.;:"”“':
            return token.start if roles and tokens[position].start <= end else name.end
        noun = source_noun(token.text)
        if position == after + 1 and token.text in ("and", "or", "but", "who", "which"):
            return name.end
        roles = roles or bool(noun and (noun.noun_class in PERSON_CLASSES or noun.noun_class in ("company", "body")))
    return name.end
