"""Where a source phrase falls apart: commas, clauses, brackets and the "and" that joins a second speaker.

Offsets are token indices of a Page. Imports: this room, lexicon and the standard library only.
"""

from headwater.entities.page import Page, bare
from headwater.entities.page_joints import joins_places
from headwater.entities.phrase import DETERMINERS
from headwater.entities.phrase_count import NUMBERS, SOME
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_ROLE_WORDS = 5  # words of a role between "and" and a second speaker's name


def segments_of(page: Page, start: int, end: int) -> tuple[list[list[int]], str | None, int | None]:
    """Cut a phrase at commas, relative clauses and brackets.

    Returns:
        Token indices of each segment, an acronym in brackets, and the index where a second speaker begins.
    """
    segments: list[list[int]] = [[]]
    alias, depth, joint = None, 0, None
    span = page.between(start, end)
    for index in span:
        word = page.tokens[index].text
        if word in "([":
            depth += 1
            following, behind = ([t.text for t in page.tokens[index + 1 : index + 3]] + ["", ""])[:2]
            letters = index + 1 < span.stop and following.isupper() and len(following) > 1
            alias = following if letters and behind != ":" else alias  # "(NSDQ: VLDT)" names an exchange
        elif word in ")]":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif word == "," and _in_number(page, index):
            segments[-1].append(index)
        elif word == ";" and segments[-1]:
            break  # what follows is another clause
        elif word in ",;" or (word in "-–—" and not _is_hyphen(page, index)):
            segments.append([])
        elif opens_relative(word) and index > span.start:
            segments.append([index])
        elif word == "and" and segments[-1] and _joins_speakers(page, segments[-1], index, span.stop):
            joint = index + 1
            break
        elif word[0].isalnum() or (word in "-–&." and segments[-1]):
            segments[-1].append(index)
    return segments, alias, joint


def opens_relative(word: str) -> bool:
    """Tell whether a word opens a relative clause about somebody: "who", "whose"; "WHO" is a house."""
    opener = word.lower().replace("’", "'").partition("'")[0]
    return opener in ("who", "which", "whose", "whom") and word != "WHO"


def without_stop(page: Page, segment: list[int]) -> list[int]:
    """Return a segment without the point of an abbreviation at its end ("Hugh Sloan Jr.")."""
    while segment and not page.tokens[segment[-1]].text[0].isalnum():
        segment = segment[:-1]
    return segment


def _in_number(page: Page, index: int) -> bool:
    """Tell whether a comma stands inside a number whose marks were set apart ("1, 300 scientists")."""
    if not 0 < index < len(page.tokens) - 1:
        return False
    before, after = page.tokens[index - 1].text, page.tokens[index + 1].text
    return before.isdecimal() and after.isdecimal() and len(after) == 3


def _joins_speakers(page: Page, segment: list[int], index: int, stop: int) -> bool:
    """Tell whether "and" joins two speakers rather than two words of one name or one description."""
    if index + 1 >= stop or page.joins_fields(index) or joins_places(page.tokens, index):
        return False
    after = page.tokens[index + 1].text
    if after.lower() in DETERMINERS or after.lower() in SOME or after.lower() in NUMBERS:
        return True
    words = [source_noun(bare(page.tokens[i].text)) for i in segment]
    ending = words[-1]
    role = ending is not None and not ending.plural and ending.noun_class in PERSON_CLASSES
    group = source_noun(page.tokens[stop - 1].text)
    partisan = group is not None and group.plural and group.lemma in ("republican", "democrat")
    if partisan and page.is_name_word(segment[-1]):
        return False  # "House and Senate Republicans"
    if role and _names_person_behind(page, index + 1, stop):
        return False  # "Legal Analyst and former prosecutor Ann Roe" is one
    if page.is_name_word(segment[-1]) and _names_person_behind(page, index + 1, stop):
        return True
    headed = any(noun and noun.noun_class in ("body", "company") for noun in words)
    if headed or not page.is_name_word(segment[-1]) or not page.is_name_word(index + 1):
        return False
    last = next((i for i in range(index + 1, stop) if not page.is_name_word(i)), stop)
    return last >= stop or not page.tokens[last].text[0].islower()  # "the Interior and Commerce departments" is one


def _names_person_behind(page: Page, first: int, stop: int) -> bool:
    """Tell whether a role and a name follow: "(Anna Roe and) deputy manager Jeb Stuart"."""
    for index in range(first, min(stop - 1, first + _ROLE_WORDS)):
        noun = source_noun(page.tokens[index].text)
        if noun and not noun.plural and noun.noun_class in PERSON_CLASSES:
            return page.is_name_word(index + 1)
        if not page.tokens[index].text[0].isalpha():
            return False
    return False


def _is_hyphen(page: Page, index: int) -> bool:
    """Tell a hyphen set with blanks ("Agence - France Presse", "22 - year - old") from a dash."""
    tokens = page.tokens
    if not 0 < index < len(tokens) - 1 or tokens[index].text != "-":
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return after.start - before.end <= 3 and (
        before.text[0].isdecimal() or before.text == "year" or after.text[0].isupper()
    )
