"""Where a word that bounds numbers bounds nothing: "handed over 14 bars", "asked about 12 rifles", "own up to 3".

Indices count words of annotate.words.Words; every look-around is bounded. Imports: the neighbouring modules only.
"""

from headwater.annotation.measures import is_duration, read_unit
from headwater.annotation.numerals import Numeral, read_numeral
from headwater.annotation.words import Words


def _forms(stems: str) -> frozenset[str]:
    """Return the regular forms of verbs: "hand" gives hands, handed, handing; a final "e" goes before the endings."""
    return frozenset(
        form
        for stem in stems.split()
        for form in (stem, stem + "s", stem.removesuffix("e") + "ed", stem.removesuffix("e") + "ing")
    )


# Verbs that take "over" as their own whatever follows.
_OWN = _forms(
    "hand turn sign roll knock pore preside mull loom tower squabble quarrel bicker agonise agonize argue clash hover "
    "deliberate pour skate gloss fawn fret wrangle haggle feud linger spill"
) | frozenset("quarrelled quarrelling spilt".split())
# Verbs that do so too, though "took over 40 statements" bounds: a number that is no round one decides.
_EITHER = _forms("carry pass win run fly move bring make come go pull push give battle fight") | frozenset(
    "take takes took taken taking won winning ran running flew flown carried carries brought made making came coming "
    "went gone gave given giving fought".split()
)
# "over" says what it is about: "a row over 300 jobs".
_ABOUT = frozenset(
    "row rows dispute disputes disputed anger angry outrage concern concerns concerned fear fears worry worries "
    "worried criticism criticised criticized controversy debate debates feud standoff wrangle spat war trial lawsuit "
    "lawsuits suit uproar outcry furore protest tension tensions doubt doubts question questions inquiry "
    "investigation probe scandal negotiations talks disagreement disagreements rift jurisdiction control power "
    "sovereignty victory triumph resign resigned resigns resigning quit quits apologise apologised apologize "
    "apologized apology upset furious shock mourning grief vote".split()
)
# The same behind a verb in the passive; in the active they count ("fined over 300 drivers").
_DONE_TO = frozenset(
    "charged sued jailed arrested questioned held detained fined sacked suspended prosecuted convicted investigated "
    "tried sentenced imprisoned dismissed accused indicted interviewed probed quizzed wanted".split()
)
_PASSIVE = frozenset("be been being was were is are".split())
# Words before "over" and a duration that measure it; elsewhere it says during which time ("rose 5% over two years").
_MEASURING = frozenset(
    "for in after than lasted lasting lasts last of within is was were been be being took take takes taken taking "
    "spent spend spends spending spanning served serve serving with has have had having waited wait waiting aged and "
    "or , to at by from by the it's that's that not lived worked stretched stretching goes went old long but nearly "
    "brings bring bringing brought spans covers covering amassed boasts boasting represents".split()
)
_LATER = frozenset(("later", "after", "before", "earlier", "since", "old", "ago", "'"))
# "about" says what is spoken of behind these.
_SPEAKING = _forms(
    "ask talk complain worry inform warn question enquire inquire testify joke lie boast brief"
) | frozenset(
    "lied lying complaint complaints concern concerns concerned worried information questions allegations details "
    "claims rumours rumors doubts anxious unhappy angry warnings discussion discussions briefings testimony".split()
)
_KNOWING = _forms("hear know speak write read think learn find") | frozenset(
    "heard told tell tells telling knew known spoke spoken wrote written thought learnt found story stories".split()
)
# "around" says where behind these, if the number is no round one: "clustered around 14 wells".
_PLACED = frozenset(
    "built based centred centered clustered gathered scattered dotted spread wrapped walked drove driven driving "
    "walking travelled travelling toured touring revolve revolves revolved ferried organised organized".split()
)
_UP = _forms("own add walk live wake sign match sidle cosy go") | frozenset("woke went gone goes".split())
# What can pass a number; a parliament that "passed 14 bills" has passed no limit.
_RISING = frozenset(
    "toll tolls number numbers total totals tally count figure figures cases deaths sales revenue revenues price "
    "prices population turnover temperature temperatures value worth cost costs fatalities infections donations debt "
    "profit membership attendance enrolment cap".split()
)


def bounds_number(words: Words, start: int, stop: int, first: int) -> bool:
    """Tell whether words [start, stop) that may bound a number do so, or belong to what stands before them.

    Args:
        words: The text's words.
        start: The first of the bounding words.
        stop: The word behind them.
        first: The first word of the number or of its currency.
    """
    low, before = words.low, words.low[start - 1]
    last = low[stop - 1]
    if last not in {"over", "about", "around", "to", "passed"} or stop - start > 2:
        return True
    if last == "to":
        return low[start] != "up" or before not in _UP
    if stop - start > 1:
        return True
    if last == "over":
        return _over_bounds(words, start, first)
    if last == "passed":
        return any(word in _RISING for word in low[max(0, start - 5) : start])
    if last == "about":
        return before not in _SPEAKING and (before not in _KNOWING or _is_round_at(words, first))
    return before not in _PLACED or _is_round_at(words, first)


def _over_bounds(words: Words, at: int, first: int) -> bool:
    low, before = words.low, words.low[at - 1]
    if before in _OWN or before in _ABOUT:
        return False
    numeral = read_numeral(words, first)
    if numeral is None:
        return True  # money or a share
    unit = read_unit(words, numeral.stop, numeral.value, digits=numeral.digits)
    if unit is not None:
        return not is_duration(unit[0]) or _measures_time(words, at, unit[1], numeral)
    if before in _DONE_TO:
        passive = any(word in _PASSIVE for word in low[max(0, at - 4) : at - 1])
        return _is_round(numeral) and not passive
    return before not in _EITHER or _is_round(numeral)


def _measures_time(words: Words, at: int, stop: int, numeral: Numeral) -> bool:
    low, before = words.low, words.low[at - 1]
    if low[stop] in _LATER or low[stop].startswith("'") or low[stop : stop + 2] == ["of", "age"]:
        return True
    if before.endswith("'s"):
        return True
    if words.opens(at):
        return low[stop] == "of" and _is_round(numeral)
    return before in _MEASURING and not (before in {",", "and", "that"} and low[stop] == ",")


def _is_round(numeral: Numeral) -> bool:
    return numeral.value >= 20 and numeral.value % 10 == 0


def _is_round_at(words: Words, first: int) -> bool:
    numeral = read_numeral(words, first)
    return numeral is None or _is_round(numeral)
