"""Who put a text out that speaks for itself: "footage released by the army", "a notice posted by the school".

The text stands last in a chain and who released it is its carrier, outlet or not (convention 9 of the method). Offsets
are code points. Imports: this room, lexicon, records and the standard library only.
"""

import re

from headwater.entities.carriers import Carrier
from headwater.entities.houses import Houses
from headwater.entities.page import Page
from headwater.entities.phrase import Phrase
from headwater.entities.read_phrase import read_phrase
from headwater.entities.register import Draft, Register
from headwater.lexicon.source_nouns import ORGANISATION_CLASSES, source_noun

# "released by", "posted on Facebook by", "published in May by": at most a few words stand between.
_RELEASED = re.compile(
    r"\b(released|published|posted|issued|circulated|distributed|unveiled|uploaded|shared|made public|put out|aired"
    r"|broadcast)(?: (?!by\b)[\w'-]{1,16}){0,4} by "
)
_POSTING = frozenset("posted shared uploaded circulated".split())
_STOPS = re.compile(
    r"[,;:()]| (?:on|in|at|last|late|early|earlier|this|that|which|who|after|before|ahead|during|since|yesterday|today"
    r"|shows?|showed|says?|said|under)\b|$"
)
_LONGEST = 80
_FILED = frozenset("filing petition affidavit lawsuit suit complaint motion brief letter testimony".split())
_HELD = re.compile(r"\b(?:seen|obtained|reviewed|viewed|leaked|examined|accessed) (?:by|to)\b")
_SCHOLARLY = frozenset("study research analysis review trial".split())
_PRINTED_IN = re.compile(r"\bin (?:the )?(?:journals? |magazine )?$")
_COURTS = frozenset("court tribunal".split())


def find_releaser(page: Page, register: Register, houses: Houses, text: Phrase) -> tuple[Carrier, ...]:
    """Return who a source phrase says to have released the text it names; empty when it names nobody or a crowd.

    Args:
        page: The document.
        register: Its entities so far.
        houses: Finds organisations that are described.
        text: The whole source phrase.
    """
    match = _RELEASED.search(page.folded, text.start, text.end)
    if match is None:
        return ()
    if match.group(1) in _POSTING and text.head is not None and text.head.noun_class == "artefact":
        return ()  # a clip is as good as its poster: whoever posted it speaks by it
    limit = min(text.end, match.end() + _LONGEST)
    end = _end(page, match.end(), limit)
    phrase = read_phrase(page, match.end(), end) if end > match.end() else None
    draft = _meant(page, register, houses, phrase) if phrase is not None else None
    return (Carrier(draft, (match.end(), end), "released"),) if draft is not None else ()


def _end(page: Page, start: int, limit: int) -> int:
    """Return where the noun phrase behind "by" ends; a preposition inside a name does not end it."""
    name = next(page.names(start, limit), None)
    past = name.end if name is not None and page.folded[start : name.start] in ("", "the ", "The ") else start
    found = _STOPS.search(page.folded, past, limit)
    return min(limit, found.start() if found else limit)


def _meant(page: Page, register: Register, houses: Houses, phrase: Phrase) -> Draft | None:
    if phrase.form == "name" and phrase.name is not None:
        words = page.text[phrase.name.start : phrase.name.end]
        if phrase.name_kind == "person" or register.person_named(phrase.name.words) is not None:
            return register.named(phrase.name.words, " ".join(words.split()), "person", phrase.gender)
        return houses.of_words((phrase.name.start, phrase.name.end))
    noun = phrase.head
    if noun is None or phrase.plural or noun.noun_class not in ORGANISATION_CLASSES:
        return None
    start, end = phrase.descriptor or (phrase.start, phrase.end)
    return houses.earlier(phrase) or houses.of_words((start, end))


def is_only_where(page: Page, phrase: Phrase) -> bool:
    """Tell whether a text's affiliation is where it was filed or printed: "a court filing", "a study in Nature".

    A text that an outlet got hold of stands last in its chain, whoever wrote it.
    """
    lemma = phrase.head.lemma if phrase.head else ""
    if phrase.affiliation is None:
        return False
    start, end = phrase.affiliation
    if page.folded.startswith(("'s ", "' "), end):
        return False  # "the union's letter"
    if _HELD.search(page.folded, end, phrase.end):
        return True
    if lemma in _SCHOLARLY:
        return _PRINTED_IN.search(page.folded, phrase.start, start) is not None
    words_behind = page.folded[end : phrase.end].lower().split()
    before = source_noun(page.text[start:end].rpartition(" ")[2])
    return lemma in _FILED and before is not None and before.lemma in _COURTS and phrase.head_word in words_behind
