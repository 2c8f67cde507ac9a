"""Names of weekdays, and when they are something else: "Friday prayers", "Sunday Okoro", "the Sunday Courier".

Indices count words of annotate.words.Words. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.number_traps import MONTHS, ZONES
from headwater.annotation.scene import bare
from headwater.annotation.time_people import (
    has_age_behind,
    has_firm_title,
    has_loose_title,
    has_name_behind,
    opens_sentence,
)
from headwater.annotation.words import Words
from headwater.lexicon.given_names import is_given_name

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_DAY_NAME_BEFORE = frozenset(
    "good black cyber super ash palm bloody easter ruby fat shrove maundy holy whit sheffield throwback taco casual "
    "every each any alternate most man's giving stormy freaky patch".split()
)
_RITES = frozenset(
    "prayers prayer mass school addams best roast brunch papers newspapers league "
    "sermon sermons service services worship".split()
)
_NIGHT_NAMES = frozenset("live football lights fever raw".split())
# Papers whose names are no word that news opens a sentence with, and those that are.
_PAPERS = frozenset(
    "times mirror telegraph express mail herald courier tribune gazette chronicle observer independent examiner "
    "dispatch bulletin argus echo mercury sentinel inquirer advertiser journal vanguard concord telegram tasmanian "
    "punch".split()
)
_LOOSE_PAPERS = frozenset(
    "star sun post people world club news life nation standard business age record review reporter register globe "
    "trust guardian monitor vision magazine sport leader citizen sketch supplement newspaper paper edition "
    "politics".split()
)
_PLACES_AND_BODIES = frozenset(
    "group club island islands harbor harbour foundation trust society movement project initiative".split()
)
_TIME_WORDS_BEFORE = frozenset("on last next this since until till by before after late early from to of".split())
_SPEECH = frozenset("said says say told announced added reported confirmed ruled".split())
_PLACE_PREPOSITIONS = frozenset("in at to from near of outside for".split())
_ZONE_WORDS = ZONES | frozenset("eastern pacific central mountain atlantic greenwich am pm local morning night".split())
_CLUB_NOUNS = frozenset(
    "striker strikers midfielder defender goalkeeper keeper winger boss manager captain fans supporters fan "
    "forward".split()
)
_CLUB_VERBS = frozenset(
    "came beat won lost drew were are face host visit held went climbed slipped moved remain have signed scored "
    "equalised conceded fell stay missed dropped".split()
)
_MATCH_WORDS = frozenset(
    "goal goals league cup table promotion relegation points penalty striker midfielder half equaliser stoppage draw "
    "replay season".split()
)
_PLAIN_OPENERS = _TIME_WORDS_BEFORE | frozenset(
    "in for at but and as if when while the a an so yet then earlier later also meanwhile still only just even".split()
)
_REACH = 15


def weekday_at(words: Words, index: int) -> int | None:
    """Return 0 (Monday) to 6 when a word means a day of the week, None when it is a name or a recurring day."""
    low = words.low
    word = bare(low[index])
    number = WEEKDAYS.get(word)
    if number is None or not words.capital(index) or (len(word) <= 5 and not _abbreviates(words, index)):
        return None
    if words.capital(index + 1) and low[index + 1] in _PLACES_AND_BODIES and low[index - 1] not in {"on", "last"}:
        return None
    if _is_set_phrase(words, index) or _names_a_rite(words, index) or _names_a_paper(words, index):
        return None
    if (
        _is_quoted(words, index)
        or _names_somebody(words, index)
        or (word == "wednesday" and _names_a_club(words, index))
    ):
        return None
    return number


def _abbreviates(words: Words, index: int) -> bool:
    """Tell whether "Tue", "Sat" or "Sun" stands in a date: a point, a comma or a number and a month follow."""
    low = words.low
    at = index + 1 + (low[index + 1] in {".", ","})
    at += low[at] == ","
    return low[at] in MONTHS or (low[at][:1].isdecimal() and low[at + 1] in MONTHS)


def _is_set_phrase(words: Words, index: int) -> bool:
    """Tell whether a weekday is part of "Black Friday", "Mail on Sunday", "Man Friday", "first Monday of" and such."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    if before in _DAY_NAME_BEFORE or (
        before == "on" and low[index - 2] in {"mail", "scotland", "independent", "wales"}
    ):
        return True
    if before in {"man", "girl"} and words.capital(index - 1) and not words.in_headline(index):
        return True
    if before in {"first", "second", "third", "fourth", "last"} and after == "of":
        return True
    if after == "night" and low[index + 2] in _NIGHT_NAMES:
        return True
    programme = after in {"morning", "night"} and words.capital(index + 1) and words.capital(index + 2)
    if programme and low[index + 2].isalpha() and not words.in_headline(index):
        return True
    return before in {"a", "one"} and after in {
        "in", "on", "or", "and", ",", ".", "at", "is", "was", "when", "like"
    }  # fmt: skip


def _names_a_rite(words: Words, index: int) -> bool:
    """Tell whether "prayers", "school" or "league" stands behind a weekday; "on Sunday services resumed" is a time."""
    low, after = words.low, words.low[index + 1]
    if after not in _RITES or low[index] != bare(low[index]) or low[index - 1] == "on":
        return False
    return not (after in {"service", "services"} and words.opens(index))


def _names_a_paper(words: Words, index: int) -> bool:
    """Tell whether a weekday opens a newspaper's name: "the Sunday Courier", "Sunday Business Post"."""
    low, before = words.low, words.low[index - 1]
    if before in {"on", "last", "next", "this"} or low[index] != bare(low[index]):
        return False
    for at in range(index + 1, index + 4):
        if not words.capital(at):
            return False
        named = bare(low[at])
        if named in _PAPERS and before not in _SPEECH:
            return True
        if named in _LOOSE_PAPERS and (before in {"the", "its", "a"} or before.endswith("'s") or words.opens(index)):
            return True
    return False


def _is_quoted(words: Words, index: int) -> bool:
    """Tell whether a weekday is a nickname, a film or a chant: alone in quotation marks, or "Sunday! Sunday!"."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    if before in {'"', "'"} and (after == before or (after == "the" and before in low[index + 3 : index + 6])):
        return True
    return after == "!" and (before in {'"', "'", "!"} or low[index + 2] == low[index])


def _names_somebody(words: Words, index: int) -> bool:
    """Tell whether a weekday is somebody's name: "Sunday Okoro", "Justice Monday", not "on Sunday Okoro said"."""
    low = words.low
    before, after = low[index - 1], low[index + 1]
    if has_firm_title(words, index) or _is_middle_name(words, index) or _opens_pair(words, index):
        return True
    if has_age_behind(words, index) and before not in _TIME_WORDS_BEFORE:  # "Friday, 34, was held"
        return True
    if (after, low[index + 2]) == (",", "who") and (opens_sentence(words, index) or before in {"say", "says", "that"}):
        return True
    if not has_name_behind(words, index) or after in MONTHS or bare(after) in WEEKDAYS or after in _ZONE_WORDS:
        return False
    if before in _TIME_WORDS_BEFORE and not (before == "late" and low[index - 2] == "the"):
        return before == "by"
    if opens_sentence(words, index) or has_loose_title(words, index):
        return True
    if before == "and":  # "the brothers Sunday and Monday Okoro", not "on Saturday and Sunday Russian guns"
        return bare(low[index - 2]) not in WEEKDAYS or _opens_pair(words, index - 2)
    if before == "," and bare(low[index - 2]) not in WEEKDAYS:
        return not words.in_headline(index)
    return has_firm_title(words, index - 1) or (
        before not in _SPEECH and before.isalpha() and has_age_behind(words, index + 1)
    )


def _opens_pair(words: Words, index: int) -> bool:
    """Tell whether two weekdays joined by "and" share a surname: "Sunday and Monday Okoro"."""
    low, other = words.low, index + 2
    if low[index + 1] != "and" or low[other] not in WEEKDAYS or not has_name_behind(words, other):
        return False
    surname = low[other + 1] not in MONTHS and low[other + 1] not in _ZONE_WORDS
    return surname and low[index - 1] not in _TIME_WORDS_BEFORE | _SPEECH | {"both", "the", "a", "between", ","}


def _is_middle_name(words: Words, index: int) -> bool:
    """Tell whether a given name stands before a weekday and a surname or an age behind: "Godwin Sunday, 34"."""
    low, before = words.low, words.low[index - 1]
    if not words.capital(index - 1) or not before.isalpha() or low[index - 2] in _PLACE_PREPOSITIONS:
        return False
    surname = has_name_behind(words, index) and low[index + 1] not in _ZONE_WORDS and low[index + 1] not in MONTHS
    if is_given_name(before) and not (words.capital(index - 2) and low[index - 2].isalpha()):
        return surname or has_age_behind(words, index)
    opens = opens_sentence(words, index - 1) and before not in _PLAIN_OPENERS
    presented = low[index - 2] in {"by", "and", "as"} or has_loose_title(words, index - 1)
    return surname and (opens or presented) and not words.in_headline(index)


def _names_a_club(words: Words, index: int) -> bool:
    """Tell whether "Wednesday" closes a football club's name: "Marbury Wednesday beat Ashgate 2-1"."""
    low, after = words.low, words.low[index + 1]
    if not words.capital(index - 1) or not low[index - 1].isalpha() or low[index - 1] in _TIME_WORDS_BEFORE:
        return False
    if after in _CLUB_NOUNS or (after == "on" and low[index + 2] in WEEKDAYS):
        return True
    if after not in _CLUB_VERBS and low[index + 1 : index + 2] != ["'"]:
        return False
    for at in range(index + 1, min(words.count, index + _REACH)):
        score = low[at] == "-" and low[at - 1].isdecimal() and low[at + 1].isdecimal()
        if score or low[at] in _MATCH_WORDS:
            return True
    return False
