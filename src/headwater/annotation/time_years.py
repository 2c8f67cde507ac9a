"""Years, decades and centuries, and four digits that are none: "2040 plastic chairs", "the Orbit 2020".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date

from headwater.annotation.counted import is_plural
from headwater.annotation.days import Days, fits_calendar, unit_days, year_days
from headwater.annotation.number_traps import MONTHS, NUMBERED, is_year
from headwater.annotation.scene import Point, Scene, bare
from headwater.annotation.time_weekdays import WEEKDAYS
from headwater.annotation.words import Words
from headwater.lexicon.numbers import ORDINALS
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip
_SHORT_YEAR_OPENERS = frozenset("in since until till from by after before during of back".split())
_CLAUSE_WORDS = frozenset(
    "and but when with to the a he she they it his her their for as was were is until that on at in by from or "
    "because while who where so after before".split()
)
# Plural nouns that thousands are counted of, and that no year is named after.
_THINGS = frozenset(
    "chairs desks tables beds mattresses blankets tents bags sacks boxes cartons crates packets bottles cans tins "
    "drums tickets copies phones handsets laptops tablets computers televisions radios bicycles bikes motorcycles "
    "motorbikes cars buses trucks lorries vans vehicles tyres tires houses homes flats apartments units huts shops "
    "stalls schools classrooms toilets latrines boreholes wells pumps poles pipes bricks stones trees seedlings "
    "saplings goats sheep cows pigs chickens birds dogs cats horses eggs fish books textbooks pens bibles pairs "
    "shoes uniforms shirts masks gloves kits doses vials tablets pills litres liters tonnes tons kilos kilograms "
    "bales bundles acres hectares plots metres meters kilometres kilometers miles feet dollars pounds euros rupees "
    "naira shillings rand pesos shares households families people persons men women children boys girls pupils "
    "students workers employees villagers farmers passengers refugees inmates prisoners detainees patients voters "
    "cases deaths infections rounds cartridges cylinders bulbs panels seats coffins graves parcels "
    "letters".split()
)
# Of these a year is as likely as a count behind a maker's or a place's name: "Ford's 2021 trucks".
_DATED_THINGS = frozenset(
    "phones handsets laptops tablets computers televisions cars trucks lorries vans vehicles motorcycles tickets "
    "uniforms deaths cases infections shares copies textbooks voters".split()
)
_YEARLY_PEOPLE = frozenset("graduates candidates recruits nominees winners finalists champions laureates".split())
_ARTICLES = frozenset("the its his her their our this that a".split())
_YEAR_PREPOSITIONS = frozenset("in since by until till from during of for after before between around".split())
# Nouns that take a year before or behind them: "Nigeria 2023 elections", "Budget 2021".
_YEARLY = frozenset(
    "election elections poll polls budget census season campaign vote edition title final finals tournament "
    "nominee nominees candidate candidates hopeful hopefuls contender contenders race bid field ticket rule law "
    "presidential general governorship parliamentary local municipal midterm primary primaries fiscal financial "
    "results report accounts earnings sales profit revenue model".split()
)
_YEAR_CARRIERS = frozenset(
    "year years christmas easter ramadan diwali eid thanksgiving halloween hajj passover fy q h quarter half day eve "
    "sunday monday friday spring summer autumn fall winter early mid late end circa in since by until from during of "
    "for after before between around budget q1 q2 q3 q4 h1 h2 fiscal".split()
)
_LAWS = frozenset("act bill order regulations rules code ordinance decree constitution amendment".split())
_STREETS = frozenset("street road avenue lane drive boulevard square place terrace crescent close highway st".split())
_PLAUSIBLE_BACK, _PLAUSIBLE_AHEAD = 40, 5
_SHORT_YEARS_AHEAD = 5
_FIRST_SHORT_YEAR = 1700  # before there was news; an earlier day of publication is an error in the page


def full_year(short: int, anchor: date | None) -> int:
    """Return the year that two digits mean: the latest that is at most a few years ahead of publication."""
    latest = anchor.year + _SHORT_YEARS_AHEAD if anchor and anchor.year > _FIRST_SHORT_YEAR else 2049
    return latest - (latest - short) % 100


def year_behind(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return (year, index behind it) for ", 2022", "2022", "of 2022", "in 2022" or "'22"."""
    low = scene.words.low
    at += low[at] in {",", "of", "in", "/"}
    word, after = low[at], low[at + 1]
    if word.isascii() and word.isdecimal() and len(word) == 4 and 1000 <= int(word) <= 2100:
        return None if after in {"people", ":", "gmt", "utc", "hours", "%", "hrs"} else (int(word), at + 1)
    if word == "'" and after.isascii() and after.isdecimal() and len(after) == 2 and scene.words.glued(at + 1):
        return full_year(int(after), scene.anchor), at + 2
    return None


def read_year(scene: Scene, index: int) -> Point | None:
    """Read "2022", "the 1990s", "1990's", "2021-22" (two years)."""
    words, low = scene.words, scene.words.low
    token = low[index]
    if not (len(token) == 4 and token.isascii() and token.isdecimal() and 1000 <= int(token) <= 2100):
        return None
    year = int(token)
    if not fits_calendar(year) or (words.glued(index) and low[index - 1] not in {"-", "(", "/", "'", '"', "["}):
        return None
    if words.glued(index) and low[index - 1] in {"-", "/"} and low[index - 2].isdecimal() and len(low[index - 2]) < 4:
        return None  # the end of a date that does not exist
    plural = low[index + 1] == "s" or (low[index + 1] == "'" and low[index + 2] == "s")
    if plural and words.glued(index + 1) and year % 10 == 0:
        stop = index + 2 + (low[index + 1] == "'")
        if year % 100 == 0 and year != 2000:
            return Point(
                index, stop, Days(date(year, 1, 1), date(year + 99, 12, 31)), None, anchored=False, rule="century"
            )
        return Point(index, stop, unit_days(date(year, 1, 1), "decade"), None, anchored=False, rule="decade")
    if words.glued(index + 1) and low[index + 1][:1].isalpha():
        return None
    if (
        not (is_year(words, index) or _dates_a_vote(scene, index))
        or _closes_a_name(scene, index)
        or _counts_things(scene, index)
    ):
        return None
    return Point(index, index + 1, year_days(year), None, anchored=False, rule="year")


def _dates_a_vote(scene: Scene, index: int) -> bool:
    """Tell whether nobody could count what follows: "Nigeria 2023 elections"."""
    near = scene.anchor is not None and abs(int(scene.words.low[index]) - scene.anchor.year) <= _PLAUSIBLE_BACK
    return near and scene.words.low[index + 1] in {"elections", "polls", "primaries", "championships", "olympics"}


def _closes_a_name(scene: Scene, index: int) -> bool:
    """Tell whether a year closes a name ("Expo 2020", "the Companies Act 2006"), a clock time or opens an address."""
    words, low = scene.words, scene.words.low
    if low[index + 1] in {"gmt", "utc", "hours", "hrs", "ist", "local"} or _opens_address(words, index):
        return True
    before = low[index - 1]
    if before in {"expo", "olympics", "cup", "euro", "games", "agenda", "vision"} and words.capital(index - 1):
        return True
    if before in NUMBERED and before not in {"class", "in", "of", "day", "post"}:
        return True
    if before in {"#", "$", "£", "€", "no", "at"} or (
        before == "-" and words.glued(index) and not low[index - 2].isdecimal()
    ):
        return True
    named = index - 1 - (before == ",")
    if low[named] in _LAWS and words.capital(named) and words.capital(named - 1):
        return True
    return _follows_a_name(words, index)


def _follows_a_name(words: Words, index: int) -> bool:
    """Tell whether a capitalised word right before a year makes a name of both: "Tokyo 2020", "the Orbit 2020"."""
    low, before = words.low, words.low[index - 1]
    if not words.capital(index - 1) or not before.isalpha() or words.opens(index - 1) or words.in_headline(index):
        return False
    if before in _YEAR_CARRIERS or before in MONTHS or before in WEEKDAYS:
        return False
    return low[index + 1] not in _YEARLY and low[index + 2] not in _YEARLY


def _opens_address(words: Words, index: int) -> bool:
    """Tell whether capitalised words that end in "Street" or the like follow a number."""
    for at in range(index + 1, index + 5):
        if not words.capital(at):
            return False
        if words.low[at] in _STREETS and at > index + 1:
            return True
    return False


def _counts_things(scene: Scene, index: int) -> bool:
    """Tell whether four digits count what follows: "2040 plastic chairs", not "the 2019 regional elections".

    Behind "the" they do so only when nobody could mean such a year.
    """
    words, low = scene.words, scene.words.low
    before = low[index - 1]
    if before in _YEAR_PREPOSITIONS or (before in {"to", "and", "or", "through", "-"} and len(low[index - 2]) == 4):
        return False
    for at in range(index + 1, index + 4):
        word = low[at]
        if not word.isalpha() or word in _CLAUSE_WORDS or (words.capital(at) and not words.in_headline(at)):
            return False
        if is_plural(word):
            break
    else:
        return False
    noun = source_noun(low[at])
    person = noun is not None and noun.plural and noun.noun_class in PERSON_CLASSES
    if low[at] in _YEARLY_PEOPLE or not (low[at] in _THINGS or person):
        return False
    named = before in _ARTICLES or (before.endswith("'s") and low[at] in _DATED_THINGS)
    if not named or scene.anchor is None:
        return not named
    return not -_PLAUSIBLE_BACK <= int(low[index]) - scene.anchor.year <= _PLAUSIBLE_AHEAD


def read_short_decade(scene: Scene, index: int) -> Point | None:
    """Read "the nineties", "the '90s"."""
    words, low = scene.words, scene.words.low
    token = low[index]
    if token in _DECADES and low[index - 1] in {"the", "late", "early", "mid", "-"}:
        if low[index - 2] in {"his", "her", "their", "in"} and low[index - 1] != "the":
            return None
        begin, stop = 1900 + _DECADES[token], index + 1
    elif (
        token.isascii()
        and token.isdecimal()
        and len(token) == 2
        and token[1] == "0"
        and low[index - 1] == "'"
        and low[index + 1] == "s"
    ):
        if not words.glued(index):
            return None
        begin, stop = full_year(int(token), scene.anchor), index + 2
    else:
        return _read_short_year(scene, index)
    return Point(index, stop, unit_days(date(begin, 1, 1), "decade"), None, anchored=False, rule="decade")


def _read_short_year(scene: Scene, index: int) -> Point | None:
    """Read "in '98", "since '76": a preposition before, and nothing behind that the digits could count."""
    words, low = scene.words, scene.words.low
    token, after = low[index], low[index + 1]
    if len(token) != 2 or not token.isascii() or not token.isdecimal() or low[index - 1] != "'":
        return None
    closed = (after in _CLAUSE_WORDS or not after[:1].isalnum()) and after not in {"%", "'", "-", "/"}
    if not closed or not words.glued(index) or words.glued(index - 1) or low[index - 2] not in _SHORT_YEAR_OPENERS:
        return None
    return Point(index, index + 1, year_days(full_year(int(token), scene.anchor)), None, anchored=False, rule="year")


def read_century(scene: Scene, index: int) -> Point | None:
    """Read "the 19th century", "the nineteenth century"."""
    low = scene.words.low
    at, number = index + 1, ORDINALS.get(low[index], 0)
    if low[index].isdecimal() and len(low[index]) <= 2 and low[at] in _ORDINAL_ENDINGS and scene.words.glued(at):
        number, at = int(low[index]), at + 1
    at += low[at] == "-"
    if not 1 <= number <= 21 or bare(low[at]) != "century":
        return None
    first = (number - 1) * 100 + 1
    return Point(index, at + 1, Days(date(first, 1, 1), date(first + 99, 12, 31)), None, anchored=False, rule="century")
