"""Titles and words that stand before a person's name: what follows them is somebody, not a day or a month.

Indices count words of annotate.words.Words. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.words import Words
from headwater.lexicon.source_nouns import PERSON_CLASSES, source_noun

# These never stand before a time: "Mr Sunday said".
_FIRM_TITLES = frozenset(
    "mr mrs ms miss mx dr prof engr barr barrister alhaji alhaja malam mallam otunba comrade pastor rev revd reverend "
    "evangelist sgt cpl insp hon fr sr sir dame lady lord mzee mama baba pa chief justice magistrate sergeant corporal "
    "constable dcp dsp asp csp capt col maj lt brig gen adm sen rep gov cllr councillor atty bro architect arc surv "
    "bishop archbishop rabbi sheikh imam oba eze igwe chef nurse detective professor doctor".split()
)
# These may close a phrase that a time follows ("the president Monday signed"): a surname must come behind.
_LOOSE_TITLES = frozenset(
    "president governor senator minister judge general captain major colonel commissioner inspector officer mayor "
    "chairman chairwoman chairperson chair secretary speaker ambassador deputy superintendent lieutenant king queen "
    "prince princess elder coach manager striker defender midfielder goalkeeper winger forward batsman bowler "
    "husband wife son daughter brother sister father mother friend uncle aunt cousin nephew niece boyfriend girlfriend "
    "trader farmer driver teacher student lawyer counsel suspect defendant accused victim named called one certain "
    "identified against with".split()
)
_NAMING_PAIRS = frozenset(
    {("the", "late")} | {(word, "as") for word in "identified known named listed introduced registered".split()}
)


def has_firm_title(words: Words, index: int) -> bool:
    """Tell whether a title that only names have stands before a word, with or without its point; a capital opens it."""
    at = index - 1 - (words.low[index - 1] == "." and words.glued(index - 1))
    return words.low[at] in _FIRM_TITLES and words.capital(at)


def has_loose_title(words: Words, index: int) -> bool:
    """Tell whether an office, a relation or a word like "named" stands before a word, so that it may open a name."""
    before = words.low[index - 1]
    if before in _LOOSE_TITLES | _FIRM_TITLES or (words.low[index - 2], before) in _NAMING_PAIRS:
        return True
    noun = source_noun(before) if before[:1].isalpha() else None
    return noun is not None and noun.noun_class in PERSON_CLASSES | {"title"} and not noun.plural


def opens_sentence(words: Words, index: int) -> bool:
    """Tell whether a word opens a sentence or quotation; the point of "a.m." and "p.m." ends none."""
    low = words.low
    hour = low[index - 1] == "." and low[index - 2] == "m" and low[index - 4] in {"a", "p"}
    return words.opens(index) and not hour


def has_name_behind(words: Words, index: int) -> bool:
    """Tell whether a capitalised word that could be a surname stands behind a word; "US" and "GMT" are none."""
    low, at = words.low, index + 1
    token = words.text[words.starts[at] : words.ends[at]]
    return words.capital(at) and low[at].isalpha() and len(low[at]) > 1 and not token.isupper()


def has_age_behind(words: Words, index: int) -> bool:
    """Tell whether an age in commas or brackets stands behind a word: "Okoro, 34, was", "Okoro (34)"."""
    low, at = words.low, index + 1
    aged = low[at + 1].isdecimal() and len(low[at + 1]) <= 2
    return aged and (low[at], low[at + 2]) in {(",", ","), ("(", ")")}
