"""Numbers that count nothing: names, dates, clock times, scores, versions, telephone and house numbers.

Indices count words of annotate.words.Words; look-around is bounded. Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.counted import is_plural
from headwater.annotation.labels import is_house_number, is_label
from headwater.annotation.words import Words
from headwater.lexicon.numbers import SCALES
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun
from headwater.lexicon.units import unit_words

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
ZONES = frozenset(
    "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et pt ist jst kst msk aest aedt wib sast eet hrs".split()
)
# A number right behind these names something: "Boeing 737", "Article 5", "type 2".
NUMBERED = frozenset(
    "boeing airbus article articles section sections chapter chapters page pages paragraph "
    "clause flight room number no "
    "nos version versions route highway channel volume vol issue resolution protocol type category tier level unit "
    "reactor figure fig table part title item appendix annex schedule district precinct ward block terminal "
    "gate platform pier runway phase stage step episode series class grade windows iphone ipad android ios galaxy "
    "playstation xbox pixel python apollo soyuz falcon starship formula area psalm verse act scene exhibit count form "
    "interstate bus line lane track floor apartment apt suite box hangar lot case docket bill proposition amendment "
    "rule order directive regulation code zip pin post postcode sector zone model mark mk size aisle seat covid group "
    "radio studio round game match set day bay house station firefox chrome ie explorer office internet vista "
    "antonov tupolev ilyushin sukhoi embarer embraer cessna mig su airbus's boeing's catch juno voyager expo "
    "individual suspect patient tel telephone phone call dial fax hotline question top".split()
)
_COUNTED_ANYWAY = frozenset(
    "top no round game match set day line order count house post call station form case".split()
)
_YEAR_PREPOSITIONS = frozenset(
    "in since by until till from of during before after early late mid year years circa through for autumn spring "
    "summer winter fall fiscal fy class between around".split()
)
# Words that may stand capitalised before a number that counts: they open sentences or headlines.
_PLAIN_OPENERS = frozenset(
    "the a an another all some about around over under nearly almost roughly these those both his her their our its my "
    "in on at by to for from with and or but as that if when while after before since until between among of than "
    "more less up just only at least kills killed kill leaves leaving injures injured hits hit dead wounded says said "
    "were was are is had has have us so then yet now today yesterday total totalling first last next past other "
    "also still even not approximately estimated among including within through against seeks finds gets adds cuts "
    "rescues arrests detains charges frees loses wins sees raises cost costs worth nears tops passes hundreds dozens "
    "aged age fewer minimum maximum exactly against into per every each which who where there they we he she it "
    "you i".split()
)
_SCORE_WORDS = frozenset(
    "win wins won winning lose loses lost losing beat beats beating beaten defeat defeated "
    "victory draw drew drawn vote "
    "voted votes score scored lead led leading trailed trail trailing aggregate decision ruled ruling split "
    "thrashed thrashing hammered edged triumph margin set sets tie tied upheld majority verdict record level".split()
)
_BOWLING = frozenset("took takes taking claimed claiming grabbed figures returned returning bagged with".split())
_LINKS = frozenset(("-", "to", "and", "or", ","))
_YEAR_MIN, _YEAR_MAX = 1000, 2100


def is_year(words: Words, index: int) -> bool:
    """Tell whether a word of four digits names a year rather than a count."""
    word = words.low[index]
    if len(word) != 4 or not word.isascii() or not word.isdecimal() or not _YEAR_MIN <= int(word) <= _YEAR_MAX:
        return False
    low, after = words.low, words.low[index + 1]
    before = low[index - 1]
    modern = 1900 <= int(word) <= 2060
    if before in MONTHS or (before == "," and low[index - 3] in MONTHS) or low[index - 2] in MONTHS:
        return True
    if words.glued(index + 1) and after in unit_words():
        return False
    if after in SCALES or after in {"%", "percent"} or (after in unit_words() and before not in {"in", "since"}):
        return False
    if before in {"the", "its", "a", "this", "that"} and modern:
        return True
    if before in _YEAR_PREPOSITIONS:
        return modern or not is_plural(after)
    if is_plural(after) or is_plural(low[index + 2]):
        return False if not modern else not (is_plural(after) or words.opens(index))
    return modern or before in {"(", ")"}


def is_part_of_date(words: Words, first: int, stop: int) -> bool:
    """Tell whether a bare number belongs to a date or a clock time."""
    low = words.low
    after, before = low[stop], low[first - 1]
    if after in MONTHS and words.capital(stop) and low[first].isdecimal() and float(low[first]) <= 31:
        return not (after == "may" and low[stop + 1].isalpha())
    if before in MONTHS and words.capital(first - 1) and _is_day(low[first]):
        return True
    if before == "." and low[first - 2] in MONTHS and words.capital(first - 2) and words.glued(first - 1):
        return _is_day(low[first])
    if before in _LINKS and _is_day(low[first - 2]) and _is_day(low[first]) and _is_month(words, first - 3):
        return True
    if after in _LINKS and _is_day(low[first]) and _is_day(low[stop + 1]) and _is_month(words, stop + 2):
        return True
    if ":" in low[first] or (after == ":" and low[stop + 1].isdecimal() and len(low[stop + 1]) == 2):
        return True
    if before == ":" and low[first - 2].isdecimal() and len(low[first]) == 2:
        return True
    if after in {"am", "pm"} or after in ZONES or (after == "o'clock"):
        return True
    return after in {"a", "p"} and low[stop + 1] == "." and low[stop + 2] == "m"


def _is_month(words: Words, index: int) -> bool:
    return words.low[index] in MONTHS and words.capital(index)


def _is_day(token: str) -> bool:
    return len(token) <= 2 and token.isdecimal() and 1 <= int(token) <= 31


def is_chain(words: Words, index: int) -> int:
    """Return the index behind a chain of glued numbers that is no amount ("555-0142", "9/11", "1-800-..."), or 0."""
    low, at, parts, slash = words.low, index, 1, False
    while (
        words.glued(at + 1)
        and low[at + 1] in {"-", "/", "."}
        and words.glued(at + 2)
        and low[at + 2][:1].isdecimal()
        and at < words.count
    ):
        slash = slash or low[at + 1] == "/"
        at, parts = at + 2, parts + 1
        if parts > 40:
            return at + 1
    telephone = parts == 2 and len(low[index]) == 3 and len(low[at]) == 4 and low[at - 1] == "-"
    if len(low[index]) > 2 and low[index][0] == "0" and low[index].isdecimal() and low[at + 1].isdecimal():
        while low[at + 1].isdecimal():
            at += 1
        return at + 1  # "0800 555 111"
    if low[index - 1] == "(" and words.glued(index) and low[index - 2].isdecimal() and words.glued(index - 1):
        return at + 1  # "Rule 14(2)"
    if low[index - 1] == "+" and words.glued(index):
        while low[at + 1].isdecimal() or (low[at + 1] == "-" and low[at + 2].isdecimal()):
            at += 1
        return at + 1
    if parts >= 3 or telephone:
        return at + 1
    if slash and not (low[at + 1] == "of" and float_or_zero(low[index]) < float_or_zero(low[at]) <= 100):
        return at + 1
    return 0


def float_or_zero(token: str) -> float:
    """Return the value of plain digits, 0.0 for anything else."""
    return float(token) if token.isdecimal() and len(token) < 16 else 0.0


def is_name(words: Words, first: int, stop: int, *, digits: bool) -> bool:
    """Tell whether a number is part of a name: an identifier, a model, a street address."""
    low = words.low
    before, after = low[first - 1], low[stop]
    if digits and (words.glued(first) and _sticks_to_a_name(words, first)):
        return True
    if before in {"#", "§"} or (before == "." and low[first - 2] in {"no", "nos", "art", "sec", "fig", "vol", "pp"}):
        return True
    counted = is_plural(after) or after in unit_words() or after in SCALES or (words.glued(stop) and after == "p")
    if before in NUMBERED and not (before in _COUNTED_ANYWAY and counted) and not (before == "no" and not digits):
        if after in {"c", "p", "f"} and words.glued(stop):
            return True  # "page 4c"
        return not (
            counted and not words.capital(first - 1) and before not in {"article", "section", "flight", "number"}
        )
    if is_label(words, first, stop, digits=digits, counted=counted):
        return True
    if before in {"turned", "turns", "turning"} and digits and len(low[first]) <= 3 and not counted:
        return True  # "he turned 40"
    if digits and is_house_number(words, first, stop):
        return True
    if not digits:
        return words.capital(first) and not words.opens(first) and not words.in_headline(first)
    if words.capital(first - 1) and before not in _PLAIN_OPENERS and before[:1].isalpha() and low[first].isdecimal():
        return not counted and not words.in_headline(first)
    return False


def _sticks_to_a_name(words: Words, first: int) -> bool:
    before = words.low[first - 1]
    if before[:1].isalpha():
        return before not in {"m", "us", "rs", "ca", "c"} or (before == "m" and "." not in words.low[first])
    if before == "-" and words.glued(first - 1):
        return words.low[first - 2][:1].isalpha() and words.low[first - 2] not in {"mid", "magnitude", "sub", "to"}
    if before == "'" and len(words.low[first]) == 2:
        return True  # the year '68
    return before in {"_", "@", "&", "="} or (
        before in {"/", "."} and words.glued(first - 1) and words.low[first - 2].isalpha()
    )


def is_age(words: Words, first: int) -> bool:
    """Tell whether a number between commas is an age in apposition: "Renn, 45, said", "a man, 34, was held"."""
    low, digits = words.low, words.low[first]
    if not digits.isdecimal() or len(digits) > 3 or int(digits) > 120 or not low[first - 2][:1].isalpha():
        return False
    noun = source_noun(low[first - 2])
    return words.capital(first - 2) or (noun is not None and noun.noun_class in PERSON_CLASSES and not noun.plural)


def is_score(words: Words, first: int, stop: int, *, left: float, right: float, glued: bool) -> bool:
    """Tell whether "a-b" is a score or a vote rather than a range."""
    low = words.low
    around = [*low[max(0, first - 5) : first], *low[stop : stop + 4]]
    counted = is_plural(low[stop]) and low[stop] not in _SCORE_WORDS
    if left >= right:
        return glued or any(word in _SCORE_WORDS for word in around)
    bowled = left <= 10 and low[first - 1] in _BOWLING and low[stop] not in unit_words()  # "took 4-37"
    if glued and not is_plural(low[stop]) and (bowled or _stands_between_teams(words, first, stop)):
        return True
    return not counted and any(word in _SCORE_WORDS for word in around) and low[stop] not in unit_words()


def _stands_between_teams(words: Words, first: int, stop: int) -> bool:
    """Tell whether "a-b" stands behind a capitalised name as a score does: "Cork 1-18 Clare 0-20"."""
    low, before = words.low, words.low[first - 1]
    named = words.capital(first - 1) and before not in _PLAIN_OPENERS and before not in MONTHS
    ends = words.capital(stop) or low[stop] in {".", ",", ";", "\n", ""}
    return named and ends and low[stop] not in unit_words()
