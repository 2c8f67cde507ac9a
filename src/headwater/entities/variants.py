"""Spellings of one name: transliteration, diacritics, initials and acronyms, each as a rule that can be explained.

Imports: this room's register, lexicon and the standard library only.
"""

import re
import unicodedata

from headwater.entities.register import acronyms, core_name
from headwater.lexicon.countries import country_of
from headwater.lexicon.given_names import name_gender

# Order matters: longer spellings first. Each entry names one sound that transliterations write in several ways.
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("zh", "j"),
    ("dj", "j"), ("tz", "z"), ("ts", "z"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("w", "v"), ("ee", "i"), ("ea", "i"),
    ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ie", "i"), ("ey", "i"), ("ei", "i"), ("ou", "u"), ("oo", "u"), ("yo", "o"),
    ("ya", "a"), ("yu", "u"), ("ae", "e"), ("y", "i"), ("c", "k"), ("x", "ks"),
)  # fmt: skip
_HEADS = frozenset(("police", "university", "ministry"))
_OF_POLICE = frozenset(("department", "force", "service", "officers"))
_SMALL = frozenset("of the for and on in to a an at".split())
_DOUBLED = re.compile(r"(.)\1+")
_MIN_SKELETON = 3
_MIN_SURNAME = 5
# Short forms that are names of their own in bylines and quotations.
_SHORT_FORMS = {
    "abe": "abraham", "alex": "alexander alexandra alexandre alexei", "andy": "andrew", "angie": "angela",
    "barb": "barbara", "becky": "rebecca", "ben": "benjamin", "bernie": "bernard", "beth": "elizabeth",
    "betsy": "elizabeth", "betty": "elizabeth", "bill": "william", "bob": "robert", "cathy": "catherine",
    "charlie": "charles", "chris": "christopher christian christine christina", "chuck": "charles", "dan": "daniel",
    "dave": "david", "deb": "deborah", "debbie": "deborah", "dick": "richard", "don": "donald", "doug": "douglas",
    "ed": "edward", "ellie": "eleanor", "fred": "frederick", "gabe": "gabriel", "geoff": "geoffrey",
    "gerry": "gerald", "greg": "gregory", "hank": "henry", "harry": "harold henry", "jack": "john",
    "jeff": "jeffrey geoffrey", "jenny": "jennifer", "jerry": "gerald jerome", "jess": "jessica", "jim": "james",
    "jimmy": "james", "joe": "joseph", "jon": "jonathan", "josh": "joshua", "judy": "judith",
    "kate": "katherine catherine kathryn", "kathy": "katherine kathleen", "ken": "kenneth", "kim": "kimberly",
    "larry": "lawrence", "liz": "elizabeth", "lizzie": "elizabeth", "maggie": "margaret", "mandy": "amanda",
    "marge": "margaret", "matt": "matthew mathew", "meg": "margaret", "mick": "michael", "mike": "michael",
    "nate": "nathan", "nick": "nicholas nicolas nikolas", "pat": "patrick patricia", "patty": "patricia",
    "peggy": "margaret", "pete": "peter", "phil": "philip phillip", "ray": "raymond", "rich": "richard",
    "rick": "richard", "rob": "robert", "ron": "ronald", "sam": "samuel samantha", "sandy": "sandra alexander",
    "stan": "stanley stanislav", "steve": "steven stephen", "sue": "susan", "ted": "edward theodore",
    "terry": "terence terrence", "tim": "timothy", "tom": "thomas", "tony": "anthony antony antonio",
    "trish": "patricia", "val": "valerie valentina", "vicky": "victoria", "vince": "vincent", "walt": "walter",
    "will": "william", "zach": "zachary",
}  # fmt: skip


def plain(word: str) -> str:
    """Return a word in lower case without diacritics and marks."""
    split = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in split if char.isalnum())


def sound(word: str) -> str:
    """Return how a name word sounds, so that Zelensky and Zelenskyy, Raisi and Raeesi meet."""
    folded = plain(word.casefold().removeprefix("al-").removeprefix("el-"))
    for spelling, one in _SOUNDS:
        folded = folded.replace(spelling, one)
    return _DOUBLED.sub(r"\1", folded)


def skeleton(word: str) -> str:
    """Return the consonants of a name word ("Mohammed" and "Muhammad" meet)."""
    return "".join(char for char in sound(word) if char not in "aeiou")


def same_person_name(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Return the rule by which two full personal names (at least two words each, no titles) may be one, or None."""
    if len(left) < 2 or len(right) < 2:
        return None
    surname = _spelt_alike(left[-1], right[-1])
    given = _spelt_alike(left[0], right[0]) or _initial(left[0], right[0]) or _nickname(left[0], right[0])
    if surname is None and given == "same name" and _one_letter_apart(plain(left[-1]), plain(right[-1])):
        return "surname one letter apart"
    if surname is None or given is None:
        return None
    ranked = ("same name", "short form", "initial", "variant spelling", "same consonants")
    worst = max(surname, given, key=ranked.index)
    # Two loose matches at once are two people more often than one.
    return None if surname == given == "same consonants" and len(skeleton(left[-1])) <= _MIN_SKELETON else worst


def _spelt_alike(left: str, right: str) -> str | None:
    if plain(left) == plain(right):
        return "same name"
    if sound(left) == sound(right):
        return "variant spelling"
    bones = skeleton(left)
    if len(bones) >= _MIN_SKELETON and bones == skeleton(right) and abs(len(left) - len(right)) <= 2:
        # Maria and Mario share their consonants and are different names.
        return None if {name_gender(left), name_gender(right)} == {"m", "f"} else "same consonants"
    return None


def _initial(left: str, right: str) -> str | None:
    first, second = plain(left), plain(right)
    return "initial" if min(len(first), len(second)) == 1 and first[0] == second[0] else None


def _nickname(left: str, right: str) -> str | None:
    a, b = plain(left), plain(right)
    short = b in _SHORT_FORMS.get(a, "").split() or a in _SHORT_FORMS.get(b, "").split()
    return "short form" if short else None


def _one_letter_apart(left: str, right: str) -> bool:
    """Tell whether two surnames of five letters or more differ in one letter that was changed, left out or added."""
    if min(len(left), len(right)) < _MIN_SURNAME or abs(len(left) - len(right)) > 1 or left[0] != right[0]:
        return False
    short, long = sorted((left, right), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def same_surname(left: str, right: str) -> str | None:
    """Return the rule by which two surnames are one, or None."""
    found = _spelt_alike(left, right)
    return None if found == "same consonants" else found


def is_surname(word: str) -> bool:
    """Tell whether a word is written as a surname is: "Obama", "McFadden", no acronym."""
    return word[:1].isupper() and word[1:].lower() != word[1:].upper() and not word[1:].isupper()


def head_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return "University of Velm" as "Velm University", "police in Velm" as "Velm police", small words left out."""
    head = next((word for word in words if word in _HEADS), None)
    if head is None or len(words) == 1:
        return words
    dropped = {head, *_SMALL} | (_OF_POLICE if head == "police" else set())
    return (*(word for word in words if word not in dropped), head)


def same_organisation_name(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Return the rule by which two names of organisations may be one: legal form, country, acronym; or None."""
    a, b = tuple(map(plain, left)), tuple(map(plain, right))
    if a == b:
        return "same name"
    short, long = sorted((a, b), key=lambda words: (len(words), words))
    if core_name(short) == core_name(long):
        lands = {country_of(short[0]), country_of(long[0])} - {None}
        if len(lands) > 1:
            return None  # one ministry each
        return "same name without country or legal form"
    if len(short) == 1 and len(long) > 1 and short[0] in acronyms(long):
        return "acronym"
    return None
