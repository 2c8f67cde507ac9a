"""Unnamed sources, typed: descriptor, stated count and affiliation, in the text's own words; grounds.py adds the rest.

Conventions 6 and 12 of the method. Offsets are code points. Imports: this room and the standard library only.
"""

from headwater.entities.grounds import access_basis, reason_given
from headwater.entities.page import Page, bare
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register
from headwater.entities.salience import Recent
from headwater.lexicon.countries import country_of

_PARTISANS = frozenset("democrat democrats democratic republican republicans tory tories".split())
# Nouns that tell nobody from anybody; an access clause behind them is part of what the source is called.
_BARE = frozenset("people person source sources those".split())
_LONGEST_CLAUSE = 60  # code points
_ONE_REACH = 4
_REACH = 12  # sentences over which "the officials" may mean those spoken of before


def describe_unnamed(page: Page, register: Register, recent: Recent, phrase: Phrase) -> Draft:
    """Return the draft of an unnamed source, the earlier one when the text speaks of the same again."""
    descriptor = descriptor_of(page, phrase)
    key = ("unnamed", *descriptor.casefold().split())
    if page.folded[phrase.start : phrase.start + 4].lower() == "one " and (several := _among(page, recent, phrase)):
        return one_of(register, several)
    found = register.unnamed(key) or _called_again(page, recent, phrase)
    if found is None or phrase.determiner == "other":
        noun = phrase.head
        found = register.add_unnamed(
            key,
            Draft(
                kind="unnamed", caption=descriptor, descriptor=descriptor, names={descriptor},
                stated_count=phrase.count, plural=phrase.plural or phrase.count not in ("one", 1, None),
                roles={noun.lemma if noun else phrase.head_word}, modifiers=set(phrase.modifiers), gender=phrase.gender,
            ),
        )  # fmt: skip
        if phrase.affiliation:
            found.affiliation = _lowered(page, *phrase.affiliation)
    source = (phrase.start, phrase.end)
    found.access_basis = found.access_basis or access_basis(page, source)
    found.reason_given = found.reason_given or reason_given(page, source, phrase.head_word)
    if phrase.head_word in _BARE and found.caption == phrase.head_word:
        found.caption = _told_apart(page, phrase, found)
    return found


def _told_apart(page: Page, phrase: Phrase, draft: Draft) -> str:
    """Return a name for "people" or "a source" with the clause behind the noun that tells them from others."""
    access = draft.access_basis or ""
    behind = " ".join(page.text[phrase.start : phrase.end].split())
    told = access and len(access) <= _LONGEST_CLAUSE and behind.endswith(f"{phrase.head_word} {access}")
    return f"{phrase.head_word} {access}" if told else draft.caption


def _called_again(page: Page, recent: Recent, phrase: Phrase) -> Draft | None:
    """Return whom "the groups" means after "nine aid groups": the noun alone, definite and in the plural."""
    bare = phrase.descriptor is not None and page.text[slice(*phrase.descriptor)].lower() == phrase.head_word
    if phrase.determiner != "the" or not phrase.plural or not bare:
        return None
    lemma = phrase.head.lemma if phrase.head else phrase.head_word
    return recent.choose(
        phrase.start,
        page.sentence(phrase.start),
        lambda d: d.kind == "unnamed" and d.plural and lemma in d.roles,
        window=_REACH,
    )


def _among(page: Page, recent: Recent, phrase: Phrase) -> Draft | None:
    """Return the several of whom "one source" is one, who is never another root than they are."""
    lemma = phrase.head.lemma if phrase.head else phrase.head_word
    return recent.choose(
        phrase.start,
        page.sentence(phrase.start),
        lambda d: d.kind == "unnamed" and d.plural and d.spoke and lemma in d.roles,
        window=_ONE_REACH,
    )


def one_of(register: Register, several: Draft) -> Draft:
    """Return the draft of one of several unnamed sources."""
    caption = f"one of the {several.caption}"
    key = ("one of", *several.caption.casefold().split())
    return register.unnamed(key) or register.add_unnamed(
        key,
        Draft(
            kind="unnamed", caption=caption, descriptor=several.descriptor, names={caption}, stated_count="one",
            roles=set(several.roles), modifiers=set(several.modifiers), gender=several.gender, among=several,
            affiliation=several.affiliation, access_basis=several.access_basis, reason_given=several.reason_given,
        ),
    )  # fmt: skip


def descriptor_of(page: Page, phrase: Phrase) -> str:
    """Return the head noun phrase without article and number, in lower case where a sentence opens with it."""
    start, end = phrase.descriptor or (phrase.start, phrase.end)
    words = _lowered(page, start, end)  # "the mayor's" of his statement is the mayor
    return bare(words) if phrase.head_word and bare(words).lower().endswith(phrase.head_word) else words


def _lowered(page: Page, start: int, end: int) -> str:
    words = " ".join(page.text[start:end].split())
    first = page.index(start)
    word = page.tokens[first].text if first < len(page.tokens) else ""
    proper = word in page.proper or country_of(word) is not None or word.lower() in _PARTISANS
    opens = first in page.openers and not proper and not page.is_name_word(first) and words[1:2].islower()
    return words[0].lower() + words[1:] if opens else words
