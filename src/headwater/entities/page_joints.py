"""What carries a name on from one token to the next, or ends it: possessives, countries, datelines, another house.

Imports: this room's word lists, text and the standard library only.
"""

from collections.abc import Sequence

from headwater.entities.name_words import NUMBERED, ORGANISATION_HEADS, OUTLET_MARKS, OWNERS
from headwater.text import Token

_HOUSE_REACH = 3  # words behind a possessive plural up to the head of a house's name
_BODY_REACH = 5  # words behind "and" in which the head of a body of two places stands
_SHARED_HEADS = frozenset("Council Police Constabulary Trust Partnership Hospitals".split())
_COUNTRY_WORDS = 4  # two words, "of", the country


def named_by_before(before: str, word: str) -> bool:
    """Tell whether the word before makes a token a name's: "Channel Six", "Radio Four", "the Women's March"."""
    if before in ("Channel", "Radio"):
        return word.isdecimal() or word.lower() in NUMBERED
    return word == "March" and before[:-2].lower() in OWNERS and before[-2:] in ("'s", "’s")


def owned_house(text: str, tokens: Sequence[Token], mark: int) -> bool:
    """Tell whether an organisation's head follows the token that ends in an apostrophe behind a plural.

    Args:
        text: The document's text.
        tokens: Its tokens.
        mark: The index of the token that ends in the apostrophe.
    """
    if mark + 1 >= len(tokens) or text[tokens[mark].end - 2 : tokens[mark].end] not in ("s'", "s’"):
        return False
    for token in tokens[mark + 1 : mark + 1 + _HOUSE_REACH]:
        if not token.text[0].isupper():
            return False
        if token.text.lower() in ORGANISATION_HEADS or token.text.lower() in OUTLET_MARKS:
            return True  # "the Miners' Solidarity Union", "the Merchants' Gazette"
    return False


def ends_in_country(tokens: Sequence[Token], of: int) -> bool:
    """Tell whether "of America" carries a name of several words on: "Boy Scouts of America"; `of` is its index."""
    words = [token.text for token in tokens[max(0, of - 2) : of + 2]]
    return len(words) == _COUNTRY_WORDS and words[2:] == ["of", "America"] and words[1].istitle() and words[0].istitle()


def is_dateline(tokens: Sequence[Token], at: int, hyphen: int) -> bool:
    """Tell whether a hyphen with blanks around it stands behind a place in capitals and before another name."""
    place, following = tokens[at], tokens[hyphen + 1].text if hyphen + 1 < len(tokens) else ""
    set_apart = place.end < tokens[hyphen].start and following != ""
    return set_apart and len(place.text) > 1 and place.text.isupper() and not following.isupper()


def joins_places(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an "and" joins the places of one public body: "Marl and Wold Health Trust"; `index` is its own."""
    if not 0 < index < len(tokens) - 2 or tokens[index].text != "and" or not tokens[index - 1].text[0].isupper():
        return False
    words = [token.text for token in tokens[index + 1 : index + 1 + _BODY_REACH]]
    before = tokens[index - 1].text
    head = next((k for k, word in enumerate(words) if not word[0].isupper()), len(words))
    called = words[1:head]
    plain = before.isalpha() and before.lower() not in ORGANISATION_HEADS and words[0].isalpha()
    return plain and bool(called) and called[-1] in _SHARED_HEADS and words[0] not in _SHARED_HEADS


def opens_house(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Tell whether another organisation's name begins: "the" and a capital, or its head ("Ministry")."""
    words = [token.text for token in tokens[index : min(index + 2, limit)]]
    if words[:1] == ["the"]:
        return words[1:] != [] and words[1][0].isupper()
    return bool(words) and words[0].lower() in ORGANISATION_HEADS and words[1:] in (["of"], ["for"])
