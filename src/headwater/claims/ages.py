"""Ages of people: "Daniel Fenwick, 34, of Quarry Lane" and "a 34-year-old man".

Imports: records and this room only.
"""

import re
from collections.abc import Iterator

from headwater.claims.persons import PERSON_NOUN
from headwater.records import Span, Value

_NAME = r"[A-Z][\w'’\-]{1,24}"
_AGED = re.compile(
    rf"\b(?P<who>{_NAME}(?:\.? (?:[A-Z]\.|{_NAME}|de|da|del|van|von|der|al|bin|ibn|el|la|le)){{1,4}})"
    r", (?:aged )?(?P<age>[1-9]\d?|10\d)(?=[,.;)])(?!,\d)"
)
_NOUN_OF_AGE = re.compile(
    r"\b(?:an?|the|another|his|her|their)\s(?P<age>[1-9]\d?|10\d)[- ]years?[- ]old\s(?:[a-z\-]{3,14}\s){0,2}?"
    + PERSON_NOUN
    + r"\b",
    re.IGNORECASE,
)
# "On Tuesday, 12, ..." and "In May, 12, ..." name no people.
_DESCRIBES = re.compile(r"[- ]years?-old\b", re.IGNORECASE)
_NO_NAMES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day|Article|Section|Chapter|Psalm|Verse|Room|Route|Page|Number|Flight)$"
)


def find_ages(doc_id: str, text: str, start: int, end: int) -> Iterator[tuple[Span, Value]]:
    """Yield the words that give a named person's age within text[start:end], with the age in years, in reading order.

    Args:
        doc_id: The document's id.
        text: Document.text, n code points.
        start: First code point of a sentence.
        end: One past its last.
    """
    aged = [match for match in _AGED.finditer(text, start, end) if not _NO_NAMES.search(match["who"])]
    for match in sorted([*aged, *_NOUN_OF_AGE.finditer(text, start, end)], key=lambda match: match.start()):
        age = float(match["age"])
        place = Span(doc_id, match.start("age"), match.end("age"))
        value = Value(lower=age, upper=age, unit="year", text=match["age"], span=place)
        yield Span(doc_id, match.start(), match.end()), value


def is_age_of_noun(words: str) -> bool:
    """Tell whether a quantity's words describe a noun by its age ("43-year-old"), so that no clause states them."""
    return _DESCRIBES.search(words) is not None
