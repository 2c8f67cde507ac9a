"""Numbers bound to a word by a hyphen: what they count ("a three-judge bench"), and what counts nothing ("one-way").

Indices count words of annotate.words.Words. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.words import Words
from headwater.lexicon.numbers import CARDINALS
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

_HYPHENS = frozenset("-‐‑")
_PEOPLE = frozenset(
    "member man woman person strong judge justice juror child boy girl crew hostage passenger nation country state "
    "county city town village tribe party team club company bank family household couple".split()
)
_THINGS = frozenset(
    "seat seater bed bedded bedder bedroom bedroomed bathroom berth room roomed storey storeyed storied story floor "
    "vehicle car truck lorry bus coach wagon carriage van boat ship vessel plane aircraft jet helicopter tank drone "
    "school hospital home house unit flat apartment shop store site plant well turbine tower platform stall "
    "classroom page word question song track piece part volume chapter episode hole lane span gate room ward item "
    "article clause match game race fight bout goal try wicket run set lap vote count charge point dose drug dog "
    "horse cow stop station event cell table bottle case tree shot blade".split()
)
# "A one-seat majority" counts; "a one-man show", "a one-horse town", "a one-party state" say something else.
_COUNTED_BY_ONE = frozenset(
    "vote goal seat run point wicket try bedroom bedroomed room storey story page member match game judge".split()
)
# Words that take the counting away again: "the two-state solution", "a two-horse race", "the three-point line".
_SET_PHRASES = frozenset(
    "state solution|horse race|party system|party state|party politic|party dominance|child policy|child norm|"
    "child limit|point line|point turn|point plan|point agenda|point programme|point program|point charter|"
    "point manifesto|point proposal|point guard|point belt|track process|track approach|track strategy|"
    "track mind|man show|set piece|shot glass|family house|family home|dog night|piece suit".split("|")
)
_OTHER_WORDS = frozenset("plus odd ish fold to something magnitude".split())


def is_odd_compound(words: Words, first: int, hyphen: int) -> bool:
    """Tell whether a hyphen binds a number to a word that is no unit and no thing counted: "two-state", "one-off".

    Args:
        words: The text's words.
        first: The number's first word.
        hyphen: The hyphen behind the number, glued to the words on both sides.
    """
    after = words.low[hyphen + 1]
    if words.low[first] == "one" and after == "two":
        return True  # "a one-two punch"
    if words.text[words.starts[hyphen]] not in _HYPHENS or after[:1].isdecimal() or after in CARDINALS:
        return False
    if after in _OTHER_WORDS:
        return False
    if words.low[first] == "one" and hyphen == first + 1:
        return after not in _COUNTED_BY_ONE
    return not counts(words, hyphen + 1)


def counts(words: Words, index: int) -> bool:
    """Tell whether the word behind a number and its hyphen is a thing or person counted ("judge", "seat")."""
    low, word = words.low, words.low[index]
    behind = low[index + 2] if low[index + 1] == '"' else low[index + 1]
    if f"{word} {behind.removesuffix('s')}" in _SET_PHRASES:
        return False
    if word in _PEOPLE or word in _THINGS:
        return True
    noun = source_noun(word)
    return noun is not None and noun.noun_class in PERSON_CLASSES and not noun.plural and noun.group != "-"
