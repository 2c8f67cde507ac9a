"""Unnamed sources, typed: descriptor, stated count and affiliation, in the text's own words; grounds.py adds the rest.

Conventions 6 and 12 of the method. Offsets are code points. Imports: this room and the standard library only.
"""

from headwater.entities.grounds import access_basis, reason_given
from headwater.entities.page import Page
from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft, Register


def describe_unnamed(page: Page, register: Register, phrase: Phrase) -> Draft:
    """Return the draft of an unnamed source, the earlier one when the text speaks of the same again."""
    descriptor = descriptor_of(page, phrase)
    key = ("unnamed", *descriptor.casefold().split())
    found = register.unnamed(key)
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
    found.reason_given = found.reason_given or reason_given(page, source)
    return found


def descriptor_of(page: Page, phrase: Phrase) -> str:
    """Return the head noun phrase without article and number, in lower case where a sentence opens with it."""
    start, end = phrase.descriptor or (phrase.start, phrase.end)
    return _lowered(page, start, end)


def _lowered(page: Page, start: int, end: int) -> str:
    words = " ".join(page.text[start:end].split())
    first = page.index(start)
    opens = first in page.openers and not page.is_name_word(first) and words[1:2].islower()
    return words[0].lower() + words[1:] if opens else words
