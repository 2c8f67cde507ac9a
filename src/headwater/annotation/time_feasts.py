"""Days that the calendar knows by name or by count: "Anzac Day", "Easter Monday", "the first Monday in March".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from datetime import date, timedelta

from headwater.annotation.days import Days, around, choose, one_day
from headwater.annotation.scene import DAY_PARTS, Point, Scene, bare
from headwater.annotation.time_dates import read_month
from headwater.annotation.time_weekdays import WEEKDAYS
from headwater.annotation.time_years import year_behind
from headwater.annotation.words import Words
from headwater.lexicon.countries import country_code
from headwater.lexicon.feasts import Feast, feast_named, names_opening_with
from headwater.lexicon.numbers import ORDINALS

_NTH = {word: number for word, number in ORDINALS.items() if number <= 5} | {"last": -1, "final": -1}
_DIGIT_NTH = {"1": 1, "2": 2, "3": 3, "4": 4}
_RECURRING = frozenset("every each any most".split())
_STEPS = {"last": -1, "this": 0, "next": 1}
# What happens on a day, also when it is part of a name: "the May Day Parade" is that day, "the May Day Committee" none.
_EVENTS = frozenset(
    "parade parades rally rallies march marches service services mass address speech message concert match game "
    "test ceremony celebration celebrations function dinner lunch walk run race swim dip classic cup festival "
    "massacre attack attacks shooting bombing bombings fire crash disaster honours honors holiday".split()
)
# Not the day but what it brings or the days around it.
_OTHER_THAN_THE_DAY = frozenset(
    "agreement accord accords deal pact peace weekend week weeks season period break costume costumes decorations "
    "candy card cards gift gifts present presents turkey turkeys sweets flowers chocolates shopping sales spending "
    "film movie theme pumpkin pumpkins recipe recipes traditions leave recess special specials decree".split()
)
_WHO_COMES = frozenset(
    "committee association trust foundation council commission agreement society fund act bill agency group "
    "organisation organization".split()
)
_DAY_PREPOSITIONS = frozenset("on since until till by after before last next this from to for between".split())
_LONGEST_NAME = 7
_JUST_PAST, _RIGHT_AHEAD, _ELECTION_AHEAD = 21, 5, 90  # days; a campaign speaks of its election for months
_COUNTRY_REACH = 10


def read_feast(scene: Scene, index: int) -> Point | None:
    """Read a named day: the one its year names, else the one the sentence means, by the rules of its country.

    The country is the one named before it ("Ghana's Independence Day"), else the publisher's, else one that the
    sentence names.
    """
    words, low = scene.words, scene.words.low
    found = _name_at(words, index) if words.capital(index) else None
    if found is None:
        return None
    name, stop = found
    before = low[index - 1]
    part = stop < words.count and low[stop] in DAY_PARTS
    if _is_more_than_the_day(words, index, stop) or before in _RECURRING:
        return _read_long_weekend(scene, index, stop, name)
    feasts = _feasts_of(scene, index, stop, name)
    if not feasts:
        return None
    named = year_behind(scene, stop) or _stepped_year(scene, index, stop)
    if named:
        day = _day_in(feasts, named[0])
        return day and Point(index, named[1], day, None, anchored=False, rule="feast")
    if scene.anchor is None or (before in {"a", "an"} and not low[stop][:1].isalpha()):
        return None
    candidates = around(scene.anchor.year, lambda year: _day_in(feasts, year))
    if before in {"last", "next"}:
        chosen = _beside(candidates, scene.anchor, ahead=before == "next")
        return chosen and Point(index, stop + part, chosen, None, anchored=True, rule="feast")
    ahead = _ELECTION_AHEAD if any(feast.even for feast in feasts) else _RIGHT_AHEAD
    chosen = _meant(candidates, scene, index, stop, ahead=ahead)
    # Movable feasts are no whole years apart, so none is left open to be moved by years.
    return chosen and Point(index, stop + part, chosen, None, anchored=True, rule="feast")


def _meant(candidates: list[Days], scene: Scene, index: int, stop: int, *, ahead: int) -> Days | None:
    """Return the recurrence by the tense; one just past or at most `ahead` days off is meant whatever the verb says."""
    if scene.anchor is None:
        return None
    if (opener := scene.words.low[index - 1]) in {"since", "until", "till"}:
        return choose(candidates, scene.anchor, "past" if opener == "since" else "future")
    for days in candidates:
        away = (days.begin - scene.anchor).days
        if -_JUST_PAST <= away <= ahead:
            return days
    due = opener == "by" and scene.words.low[index - 2] != "had"
    return choose(candidates, scene.anchor, "future" if due else scene.tense(index, stop))


def read_stepped_feast(scene: Scene, index: int) -> Point | None:
    """Read "last year's Anzac Day", "next Thanksgiving" from the first word."""
    low = scene.words.low
    if low[index] not in _STEPS:
        return None
    found = read_feast(scene, index + 1 + (low[index + 1] == "year's"))
    return found and found._replace(first=index)


def opens_feast(words: Words, index: int) -> bool:
    """Tell whether a named day stands at a word; cheap where none can."""
    return words.capital(index) and _name_at(words, index) is not None


def _name_at(words: Words, index: int) -> tuple[tuple[str, ...], int] | None:
    """Return (folded name, index behind it) of the longest named day at a word."""
    names = names_opening_with().get(words.low[index].replace("'", ""))
    if names is None and words.low[index + 1] != "'":
        return None
    keys, stops = _fold_words(words, index)
    for name in names if names is not None else names_opening_with().get(keys[0], ()):
        size = len(name)
        if size > len(keys) or tuple(keys[: size - 1]) != name[:-1]:
            continue
        last = keys[size - 1]
        if last == name[-1] or (last == name[-1] + "s" and words.low[stops[size - 1] - 1].endswith("'s")):
            return name, stops[size - 1]
    return None


def _fold_words(words: Words, index: int) -> tuple[list[str], list[int]]:
    """Return the words from an index on as names of feasts are folded, and the index behind each."""
    low, keys, stops = words.low, list[str](), list[int]()
    at = index
    while len(keys) < _LONGEST_NAME and at < words.count:
        word = low[at]
        if word[0].isalpha():
            keys.append(word.replace("'", ""))
            stops.append(at + 1)
        elif word in {"'", "-"} or (word == "." and low[at - 1] in {"st", "jr"}):
            if not words.glued(at):
                break
        else:
            break
        at += 1
    return keys, stops


def _is_more_than_the_day(words: Words, index: int, stop: int) -> bool:
    """Tell whether a named day is part of a longer name ("the Good Friday Agreement"), a title, or a gift's day."""
    low, after = words.low, words.low[stop]
    if low[index - 1] in {'"', "'"} and after == low[index - 1]:
        return True
    if after in _OTHER_THAN_THE_DAY:
        return True
    if not words.capital(stop) or words.in_headline(stop) or not after.isalpha() or words.glued(stop):
        return False
    if low[index - 1] in _DAY_PREPOSITIONS:
        return False
    last = stop
    while last < stop + 4 and words.capital(last + 1) and low[last + 1].isalpha():
        last += 1
    return not (low[last] in _EVENTS or low[stop] in WEEKDAYS) or low[last] in _WHO_COMES


def _feasts_of(scene: Scene, index: int, stop: int, name: tuple[str, ...]) -> tuple[Feast, ...]:
    """Return the rules of a named day for the country that is meant."""
    words = scene.words
    near = [*range(max(0, index - _COUNTRY_REACH), index), *range(stop, min(words.count, stop + _COUNTRY_REACH))]
    codes = {country_code(bare(words.low[at])) for at in near if words.capital(at)} - {None}
    told = codes.pop() if len(codes) == 1 else None
    countries = [_country_before(words, index), scene.country, told]
    if words.low[index - 1] in {"its", "their"}:
        countries = [told, scene.country]
    for country in countries:
        if country and (feasts := feast_named(name, country)):
            return feasts
    return feast_named(name, None)


def _country_before(words: Words, index: int) -> str | None:
    """Return the country named right before a word: "India's", "South Africa's", "Canadian"."""
    if not words.capital(index - 1):
        return None
    one = bare(words.low[index - 1])
    return country_code(f"{words.low[index - 2]} {one}") or country_code(one)


def _stepped_year(scene: Scene, index: int, stop: int) -> tuple[int, int] | None:
    """Return (year, stop) for "last year's Anzac Day", "Anzac Day this year"."""
    low, anchor = scene.words.low, scene.anchor
    if anchor is None:
        return None
    if low[index - 1] == "year's" and low[index - 2] in _STEPS:
        return anchor.year + _STEPS[low[index - 2]], stop
    if low[stop + 1] == "year" and low[stop] in _STEPS:
        return anchor.year + _STEPS[low[stop]], stop + 2
    return None


def _day_in(feasts: tuple[Feast, ...], year: int) -> Days | None:
    for feast in feasts:
        if day := feast.day(year):
            return one_day(day)
    return None


def _beside(candidates: list[Days], anchor: date, *, ahead: bool) -> Days | None:
    if ahead:
        return next((days for days in candidates if days.begin > anchor), None)
    return next((days for days in reversed(candidates) if days.end < anchor), None)


def _read_long_weekend(scene: Scene, index: int, stop: int, name: tuple[str, ...]) -> Point | None:
    """Read "Labor Day weekend", Saturday to that Monday, and "Thanksgiving weekend", Thursday to Sunday."""
    feasts = _feasts_of(scene, index, stop, name) if scene.words.low[stop] == "weekend" else ()
    if not feasts or scene.anchor is None or scene.words.low[index - 1] in _RECURRING:
        return None
    spans: list[Days] = []
    for days in around(scene.anchor.year, lambda year: _day_in(feasts, year)):
        before, behind = {0: (2, 0), 3: (0, 3)}.get(days.begin.weekday(), (-1, -1))
        if before >= 0:
            spans.append(Days(days.begin - timedelta(days=before), days.begin + timedelta(days=behind)))
    if len(spans) < 5:  # the feast does not always fall on that weekday
        return None
    chosen = choose(spans, scene.anchor, scene.tense(index, stop))
    return chosen and Point(index, stop + 1, chosen, None, anchored=True, rule="feast-weekend")


def read_nth_weekday(scene: Scene, index: int) -> Point | None:
    """Read "first Monday in March", "last Friday of February 2022": that day of the month."""
    low = scene.words.low
    number, at = _NTH.get(low[index], 0), index + 1
    if low[index] in _DIGIT_NTH and low[at] in {"st", "nd", "rd", "th"} and scene.words.glued(at):
        number, at = _DIGIT_NTH[low[index]], at + 1
    weekday = WEEKDAYS.get(low[at])
    if not number or weekday is None or not scene.words.capital(at) or low[at + 1] not in {"in", "of"}:
        return None
    month = read_month(scene, at + 2)
    if month is None or not 27 <= (month.days.end - month.days.begin).days <= 30:
        return None
    day = _nth_of(month.days, weekday, number)
    return None if day is None else month._replace(first=index, days=one_day(day), rule="nth-weekday")


def _nth_of(month: Days, weekday: int, number: int) -> date | None:
    """Return the nth such weekday of a month, the last one for -1, None for a fifth that does not exist."""
    if number < 0:
        return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    day = month.begin + timedelta(days=(weekday - month.begin.weekday()) % 7 + 7 * (number - 1))
    return day if day <= month.end else None
