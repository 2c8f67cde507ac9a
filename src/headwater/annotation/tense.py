"""Tells whether the clause around a time looks back or ahead, by the verb form nearest to it.

Indices count words of annotate.words.Words; at most thirty words each way are read, never across a sentence.
Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.days import Tense
from headwater.annotation.time_put_off import SENTENCE_ENDS, is_set_for, is_told, was_not_until
from headwater.annotation.words import Words

_REACH = 30
_PAST = frozenset(
    "was were had did went came took made struck hit left met began fell rose held shot found "
    "won lost gave got sent saw "
    "broke led fled spoke wrote became brought caught fought flew grew kept knew laid paid ran "
    "sat sold spent stood swept "
    "threw tore withdrew woke wore said told been happened drew drove ate felt heard hurt "
    "bought built burnt chose dealt "
    "hid hung meant read rode sank sang shook shut slept slid sought stole stuck swore taught thought understood seen "
    "taken given gone done known written spoken fallen driven drawn grown blew bore burst bled "
    "bound crept dug overthrew "
    "overtook undertook forbade forgave died sued tied lied vied owed froze lit rang sprang swam strode wrung".split()
)
_FUTURE = frozenset(
    "will would shall won't may might should must can cannot upcoming forthcoming looming deadline tomorrow expected "
    "scheduled planned slated poised postponed projected forecast anticipated rescheduled plans intends hopes pending "
    "expects hoping planning preparing prepares ahead expires expire awaits starting beginning".split()
)
_PRESENT_AS_FUTURE = frozenset(
    "meets begins starts opens resumes votes returns ends closes departs arrives visits travels faces hosts holds "
    "comes takes plays goes airs premieres reconvenes concludes continues reopens launches retires debuts elapses "
    "lapses runs considers unveils decides".split()
)
_MARKED = frozenset("marks celebrates observes".split())
# The same verbs behind a plural; behind anything else they may be nouns ("the vote", "a return").
_PLURAL_AS_FUTURE = frozenset(
    "meet begin start open resume vote return end close depart arrive visit travel face host play go kick debate "
    "reconvene continue launch fly decide gather run reopen expire head".split()
)
_PLURAL_SUBJECTS = frozenset("they we you people police children teams sides both who all also then again".split())
# What is announced in the present and means days ahead: "classes are suspended on Wednesday".
_ARRANGED = frozenset(
    "suspended cancelled canceled closed called opened reopened shut held barred released published declared launched "
    "restored resumed lifted played predicted invited listed tabled unveiled sworn inaugurated buried announced "
    "completed staged hosted shown broadcast aired screened introduced implemented enforced sealed diverted "
    "withdrawn waived dropped cut raised increased reduced delivered distributed counted tallied "
    "auctioned sold".split()
)
# Those and others share the auxiliary of a clause before: "will be held on the 28th and the prizes handed out".
_SHARED = _ARRANGED | frozenset(
    "handed given paid sent awarded chosen elected appointed sentenced heard presented signed built demolished moved "
    "posted issued submitted selected crowned tried named drawn laid installed repaired replaced finished decided "
    "settled reviewed discussed debated approved passed formed".split()
)
_AUXILIARIES = frozenset(("is", "are", "'re", "being"))
_MODALS = frozenset(("will", "shall", "would", "to", "must"))
# Behind these an arrangement is explained by what has happened.
_CAUSES = frozenset("after following since when because over from despite by".split())
# Nobody plans these, so a time right behind one lies behind: "will appear in court over a stabbing on Saturday".
_MISHAPS = frozenset(
    "crash crashes stabbing stabbings shooting shootings collision collisions explosion explosions blast blasts "
    "robbery robberies burglary burglaries ins killing killings murder murders assault assaults earthquake quake "
    "accident accidents incident incidents death deaths derailment raid raids ambush brawl theft thefts".split()
)
_ANNUAL_NEWS = frozenset("its their results earnings figures data first second third fourth full half annual".split())
_PLACES = frozenset("in at back away on off home here free open closed no not without live".split())
_PLACE_REACH = 5
_CLAUSE_OPENERS = frozenset("that whether but because although though while if".split())
_EXPIRED = frozenset("passed lapsed expired missed elapsed gone".split())
_NEAR_REACH = 12
_AWAITING = frozenset("until till once unless before".split())
_AWAITING_REACH = 7
_ARRANGED_REACH = 10
_PLANNED_VERBS = frozenset(
    "be meet hold vote start begin open launch visit travel resume appear decide announce take leave return sign speak "
    "hear step resign close end discuss host face testify publish release arrive go address play stand strike march "
    "run make give submit present deliver file expire unveil reopen report debate consider "
    "convene gather sit rule hand "
    "move join talk receive send elect choose inaugurate".split()
)
_TITLES = frozenset("mr mrs ms dr gen st sen rep gov lt col sgt capt maj cpl rev hon prof jr sr".split())
_NOT_PAST = frozenset(
    "need speed breed seed feed bleed indeed exceed proceed succeed hundred sacred united red bed wed shed".split()
)
_DETERMINERS = frozenset("the a an its their his her our this that these those some any of more most".split())


def tense_around(words: Words, first: int, stop: int) -> Tense:
    """Return the tense of the nearest verb form before a time, else behind it, else None.

    Args:
        words: The text's words.
        first: The first word of the time.
        stop: The word behind it.
    """
    low = words.low
    if was_not_until(words, first):
        return "past"
    if is_set_for(words, first, stop):
        return "future"
    if _opens_clause(low, first) and (tense := _tense_behind(words, stop)):
        return tense
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if low[index] in SENTENCE_ENDS and not _is_abbreviation_point(words, index):
            break
        if _looks_back(words, index, first):
            return "past"
        tense = _signal(words, index, first)
        if tense:
            return tense
    return None if _is_comparison(words, first, stop) else _tense_behind(words, stop)


def _tense_behind(words: Words, stop: int) -> Tense:
    for index in range(stop, min(words.count, stop + _REACH)):
        if words.low[index] in SENTENCE_ENDS:
            break
        tense = _signal(words, index, None)
        if tense:
            return tense
    return None


def _opens_clause(low: list[str], first: int) -> bool:
    """Tell whether a time stands at the head of a clause, whose verb comes behind: "said that Sunday's derby would"."""
    at = first - 1
    while at > first - 3 and low[at] in {"on", "in", "the", "by"}:
        at -= 1
    return low[at] in _CLAUSE_OPENERS


def _is_comparison(words: Words, first: int, stop: int) -> bool:
    """Tell whether a time stands in an aside that compares: "prices, up 3% in August, may rise"."""
    low = words.low
    if low[stop] != ",":
        return False
    aside = next((at for at in range(first - 1, max(-1, first - _NEAR_REACH), -1) if low[at] == ","), None)
    return aside is not None and low[aside + 1] in {"up", "down", "compared", "against", "from", "after", "following"}


def _looks_back(words: Words, index: int, first: int) -> bool:
    """Tell whether a word on the way back from a time shows that it has happened: "despite two break-ins in March"."""
    low = words.low
    if low[index] == "despite":
        return True
    return (
        low[index] in _MISHAPS and first - index <= 3 and low[index + 1] in {"on", "in", "at", "last", "early", "late"}
    )


def _is_abbreviation_point(words: Words, index: int) -> bool:
    """Tell whether a full stop belongs to "U.S." or "Mr." rather than to a sentence's end."""
    low = words.low
    return low[index] == "." and (len(low[index - 1]) == 1 or low[index - 1] in _TITLES)


def _signal(words: Words, index: int, first: int | None) -> Tense:
    """Return the tense that one word shows; `first` is the time's first word when the word stands before it."""
    low = words.low
    word, before, after = low[index], low[index - 1], low[index + 1]
    if is_told(words, index, first):
        return "past"
    if word in _FUTURE:
        return _of_future_word(words, index)
    if word.endswith(("'ll", "'d")) or (word == "going" and after == "to") or _is_ahead(low, index, first):
        return "future"
    if word == "could":
        return "past" if after in {"not", "be"} and low[index + 2] in {"be", "reached"} else "future"
    if word in {"set", "due"}:
        return _set_or_due(low, index)
    if word == "to":
        planned = after in _PLANNED_VERBS and not words.capital(index + 1)  # "the year to March"
        return "future" if planned or before in {"have", "has", "need", "needs"} else None
    if word in _PRESENT_AS_FUTURE and not words.capital(index) and before in {"the", "a"}:
        return None
    if (
        _is_present(words, index, first)
        or (word in _ARRANGED and _is_arranged(low, index, first))
        or (word in _SHARED and _continues_future(low, index))
    ):
        return "future"
    if not _is_past(low, index, ahead_of_verb=first is None):
        return None
    awaited = before in {"is", "are"} and not _AWAITING.isdisjoint(low[max(0, index - _AWAITING_REACH) : index])
    return "future" if awaited else "past"  # "until a truce is signed in June"


def _is_present(words: Words, index: int, first: int | None) -> bool:
    """Tell whether a verb in the present says what is planned: "the court resumes on Monday", "both sides return"."""
    low = words.low
    word, before, after = low[index], low[index - 1], low[index + 1]
    if (word in _PRESENT_AS_FUTURE or (word in _MARKED and first is not None)) and not words.capital(index):
        return before not in {"the", "a"}
    if word == "heads":
        return after in {"to", "for", "back", "into"}
    if word in {"publishes", "releases", "reports"}:
        return before not in {"the", "a"} and after in _ANNUAL_NEWS
    return _is_plural_present(words, index, first)


def _is_ahead(low: list[str], index: int, first: int | None) -> bool:
    """Tell whether "is" or "are" says when or where something will be: "is on Friday", "is in Paris on Friday"."""
    if first is None or low[index] not in {"is", "are", "'s"}:
        return False
    if first - index <= 2:
        return True
    if low[index] == "'s" or first - index > _ARRANGED_REACH or not _CAUSES.isdisjoint(low[index + 1 : first]):
        return False
    return low[index - 1] == "there" or (low[index + 1] in _PLACES and first - index <= _PLACE_REACH)


def _of_future_word(words: Words, index: int) -> Tense:
    low = words.low
    word, before, after = low[index], low[index - 1], low[index + 1]
    if word == "may" and (words.capital(index) or before in {"in", "since", "last", "next"}):
        return None
    if word == "deadline" and not _EXPIRED.isdisjoint(low[index + 1 : index + _NEAR_REACH]):
        return "past"
    if word in {"beginning", "starting"} and before in {"week", "month", "year", "period"}:
        return None
    return "past" if word == "can" and after == "not" else "future"


def _is_plural_present(words: Words, index: int, first: int | None) -> bool:
    """Tell whether a verb behind a plural stands in the present: "both sides return to the table on Friday"."""
    low = words.low
    if (
        low[index] not in _PLURAL_AS_FUTURE
        or words.capital(index)
        or (first is not None and first - index > _ARRANGED_REACH)
    ):
        return False
    before = low[index - 1]
    if (
        words.capital(index - 1)
        and words.capital(index + 1)
        and not {"the", "a"}.isdisjoint(low[max(0, index - 4) : index])
    ):
        return False  # "the Velm News host Ted Pell"
    if before in _PLURAL_SUBJECTS:
        return low[index - 2] not in {"to", "did", "not"}
    plural = len(before) > 3 and before.endswith("s") and not before.endswith(("ss", "'s", "us", "is"))
    named = words.capital(index - 1) and low[index - 2] == "and"
    if before == "and" and words.capital(index + 1):
        return True  # "lost on Saturday and play Ashgate on Tuesday"
    return (plural and before not in _MODALS and low[index - 2] not in {"to", "for"}) or named


def _is_arranged(low: list[str], index: int, first: int | None) -> bool:
    """Tell whether "are suspended on Wednesday" announces: a passive of the present, near its time, without a cause."""
    if first is None or first - index > _ARRANGED_REACH or _AUXILIARIES.isdisjoint(low[max(0, index - 2) : index]):
        return False
    return _CAUSES.isdisjoint(low[index + 1 : first])


def _continues_future(low: list[str], index: int) -> bool:
    """Tell whether a participle shares the auxiliary of a clause before: "will be held and the results declared"."""
    if low[index - 1] in {"was", "were", "been", "has", "have", "had", "he", "she", "they", "it", "who", "which"}:
        return False
    joiner = next((at for at in range(index - 1, max(0, index - 7), -1) if low[at] == "and"), None)
    if joiner is None:
        return False
    for at in range(joiner - 1, max(0, joiner - 25), -1):
        if low[at] in SENTENCE_ENDS:
            return False
        if low[at] == "be" and low[at - 1] in _MODALS | {"not", "also", "now"}:
            return not low[at + 1].endswith("ing")
        if low[at] in {"was", "were", "had"}:
            return False
    return False


def _set_or_due(low: list[str], index: int) -> Tense:
    after = low[index + 1]
    if low[index] == "due":
        return None if after == "to" and low[index + 2] not in _PLANNED_VERBS else "future"
    return "future" if after in {"to", "for"} else None


def _is_past(low: list[str], index: int, *, ahead_of_verb: bool) -> bool:
    word, before = low[index], low[index - 1]
    if ahead_of_verb and before in {"is", "are", "being"}:
        return False  # "the November election is seen as a test"
    regular = word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST
    if word not in _PAST and not regular:
        return False
    if before in {"be", "to", "will", "would"} or (before == "not" and low[index - 2] == "be"):
        return False  # "to be held": the verb before decides
    return not (regular and before in _DETERMINERS)
