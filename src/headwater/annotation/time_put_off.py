"""What is put off, fixed or due: when "until Friday" means that day alone, and when a past verb leaves a time ahead.

Indices count words of annotate.words.Words; look-around is bounded. Imports: the neighbouring annotate modules only.
"""

from headwater.annotation.words import Words

SENTENCE_ENDS = frozenset((".", "!", "?", "\n", ";", ""))
_PUT_OFF = frozenset(
    "adjourned adjourns adjourn adjourning postponed postpones postpone postponing postponement deferred defers defer "
    "delayed delays delay delaying rescheduled reschedules pushed shifted moved prorogued put held stood "
    "relisted".split()
)
_PUT_WHERE = {"pushed": "back", "put": "off back", "held": "over", "stood": "over down"}
# What lasts until a day that a past verb does not put behind: "remanded in custody until 4 December".
_LASTING = frozenset("remanded bailed extended suspended banned barred prolonged renewed".split())
_FIXED = frozenset("fixed fixes set sets scheduled listed slated earmarked billed booked pencilled penciled".split())
_NEGATIONS = frozenset("not no never nobody none nothing neither nor cannot unlikely hardly barely rarely n't".split())
_PAST_DENIALS = frozenset("didn't wasn't weren't couldn't hadn't".split())
_PAST_AUXILIARIES = frozenset("did was were could had".split())
_NEW_CLAUSE = frozenset("but while whereas although though because which as whether if that who why how what".split())
_UNTIL = frozenset(("until", "till", "til", "through"))
_CLOCK_WORDS = frozenset("noon midnight midday on am pm a p m .".split())
_NO_VERBS = frozenset("the a an his her its their this that who which was were had".split())
_EXPECTED = frozenset("due expected scheduled planned set slated forecast supposed".split())
_NEAR_REACH = 16
_TOLD_REACH = 30


def is_put_off(words: Words, index: int) -> bool:
    """Tell whether "until" names the day alone: "not open until Friday", "no vote until May", "adjourned till Tuesday".

    Args:
        words: The text's words.
        index: The word "until" or "till".
    """
    low = words.low
    for at in range(index - 1, max(-1, index - 1 - _NEAR_REACH), -1):
        if low[at] in {".", "!", "?", "\n", ";", ":", ""} or low[at] in _NEW_CLAUSE or _joins_clause(words, at):
            return False
        if _puts_off(low, at) or (low[index] != "through" and _denies(low[at])):
            return True
    return False


def was_not_until(words: Words, first: int) -> bool:
    """Tell whether a time ends a wait that is over: "could not be reached until 18 January".

    Args:
        words: The text's words.
        first: The first word of the time.
    """
    low = words.low
    opener = next((at for at in range(first - 1, max(-1, first - 4), -1) if low[at] in {"until", "till"}), None)
    if opener is None:
        return False
    for at in range(opener - 1, max(-1, opener - 1 - _NEAR_REACH), -1):
        if low[at] in SENTENCE_ENDS or low[at] in _NEW_CLAUSE or low[at] in _EXPECTED:
            return False
        if low[at] in _PAST_DENIALS or (low[at] in {"not", "never"} and low[at - 1] in _PAST_AUXILIARIES):
            return True
    return False


def _denies(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _joins_clause(words: Words, at: int) -> bool:
    """Tell whether "and" opens a clause of its own rather than a second verb ("not cleared and reopened until")."""
    return words.low[at] == "and" and not words.low[at + 1].endswith(("ed", "en"))


def _puts_off(low: list[str], at: int) -> bool:
    """Tell whether a word is a form of "adjourn", "postpone", "put off"."""
    where = _PUT_WHERE.get(low[at])
    if where is not None:
        return any(low[k] in where.split() for k in range(at + 1, at + 5) if low[k])
    return low[at] in _PUT_OFF


def is_set_for(words: Words, first: int, stop: int) -> bool:
    """Tell whether something is put off to a time or fixed for it: "adjourned to 5 May", "set May 5 for trial".

    Args:
        words: The text's words.
        first: The first word of the time.
        stop: The word behind it.
    """
    low = words.low
    if _is_due_by(low, first):
        return True
    opener = _opener(low, first)
    if opener is None:
        return low[stop] == "for" and low[first - 1] in _FIXED
    for at in range(opener - 1, max(-1, opener - 1 - _NEAR_REACH), -1):
        if low[at] in SENTENCE_ENDS or low[at] in _NEW_CLAUSE or low[at] in {"and", "from"}:
            return False
        if _puts_off(low, at):
            return not (low[at] == "moved" and low[opener] == "for")
        if low[opener] in _UNTIL and low[at] in _LASTING:
            return True
        if low[opener] == "for" and low[at] in _FIXED and not is_told(words, at, first):
            return low[at - 1] not in {"a", "the", "had"}
    return False


def _opener(low: list[str], first: int) -> int | None:
    """Return the index of the "until", "to" or "for" that a time belongs to."""
    at = first - 1 - (low[first - 1] in {"the", "early", "late"})
    if low[at] in {"to", "for"}:
        return at
    for at in range(first - 1, max(-1, first - 9), -1):  # "delayed until after the election in May"
        if low[at] in _UNTIL:
            return at if first - at <= 3 or low[at + 1] in {"after", "at", "the"} else None
    return None


def _is_due_by(low: list[str], first: int) -> bool:
    """Tell whether a time ends a span ("to pay by Friday") or opens one ("to strike from Monday") that lies ahead."""
    at = first - 1
    while at > first - 7 and (low[at] in _CLOCK_WORDS or low[at][:1].isdecimal()):
        at -= 1
    if low[at] not in {"by", "from"}:
        return False
    verb = next((k + 1 for k in range(at - 1, max(0, at - 7), -1) if low[k] == "to"), None)
    return verb is not None and low[verb] not in _NO_VERBS and _NO_VERBS.isdisjoint(low[verb:at])


def is_told(words: Words, index: int, first: int | None) -> bool:
    """Tell whether a word ends "had been due", "had been expected": what was ahead once lies behind.

    It lies ahead still when the sentence goes on to what will be instead.

    Args:
        words: The text's words.
        index: The word that may be "due".
        first: The first word of the time, None when it stands before the word.
    """
    low = words.low
    if low[index - 1] != "been" or low[index - 2] != "had" or low[index] not in _EXPECTED:
        return False
    start = index if first is None else first
    stops = (at for at in range(start, min(words.count, start + _TOLD_REACH)) if _ends_sentence(words, at))
    told = low[start : next(stops, min(words.count, start + _TOLD_REACH))]
    moved = "been" in told and not _PUT_OFF.isdisjoint(told) and "has" in told  # "has been moved to next week"
    return "will" not in told and not moved


def _ends_sentence(words: Words, at: int) -> bool:
    """Tell whether a sentence ends at a mark; the points of "a.m." and "U.S." end none."""
    if words.low[at] == ".":
        return words.capital(at + 1) and len(words.low[at - 1]) > 1
    return words.low[at] in SENTENCE_ENDS
