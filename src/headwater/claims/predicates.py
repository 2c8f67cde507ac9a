"""Which words of a clause are its verbs, told from word forms and neighbours alone; no parser.

A noun and a verb often look alike ("talks", "damage"); a doubtful form counts only where its neighbours allow a verb.
Imports: lexicon and text only.
"""

from collections.abc import Sequence

from headwater.lexicon.cues import cue_index
from headwater.lexicon.inflection import verb_forms
from headwater.text import fold_case, tokenize

AUXILIARIES = frozenset(
    "is are was were am be been being has have had having will would can could may might must shall should do does did "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't don't doesn't didn't "
    "it's he's she's that's there's who's they're we're you're i'm they've we've you've i've they'll we'll it'll "
    "she'll he'll i'll ain't".split()
)
PREPOSITIONS = frozenset(
    "in on at by to for from with of about near off around into over under between against across among through during "
    "within without along beside beyond inside outside toward towards upon amid despite per via like".split()
)
DETERMINERS = frozenset(
    "a an the this that these those its his her their our your my some any no each every another both all".split()
)
PRONOUNS = frozenset("i we you they he she it one there".split())
_SUBJECTS = PRONOUNS | frozenset("who that which people".split())
_MODALS = frozenset(
    "to will would can could may might must shall should do does did not n't won't wouldn't can't couldn't don't "
    "doesn't didn't cannot they'll we'll it'll she'll he'll i'll let".split()
)
_NO_SUBJECTS = (
    PRONOUNS
    | PREPOSITIONS
    | frozenset(
        "after although and as because before but if once or since though unless until when where whether which while "
        "who whose why how".split()
    )
)
_FINITE = frozenset("is are was were has have had will would can could may might must should does did".split())
_OPENING_MARKS = frozenset('"“„«')
_PREDICATIVES = frozenset("dead missing homeless unhurt unaccounted".split())
_NO_GERUNDS = frozenset(
    "according building buildings during evening everything king morning nothing ring something spring string thing "
    "things wing wedding meeting meetings pending missing ceiling hearing housing funding briefing outstanding "
    "including excluding following regarding concerning anything beijing boeing".split()
)
_NO_PASTS = frozenset(
    "hundred sacred united red bed wed shed speed need feed seed breed greed indeed embed kindred".split()
)


def is_verb(folded: Sequence[str], index: int) -> bool:
    """Tell whether the word at an index is a verb of its clause: an auxiliary, a finite form or an open participle.

    Args:
        folded: Lower-cased words and marks of the clause.
        index: Which of them.
    """
    word = folded[index]
    if word in AUXILIARIES:
        return True
    before = folded[index - 1] if index else ""
    if before in _OPENING_MARKS and index > 1:
        before = folded[index - 2]  # 'the deal "ends the quarrel"'
    if word in _PREDICATIVES:  # "24 dead", "two missing", but "the dead"
        return bool(before) and before[0].isalnum() and before not in DETERMINERS and before not in PREPOSITIONS
    after = folded[index + 1] if index + 1 < len(folded) else ""
    if is_gerund(word):
        return before not in PREPOSITIONS and before not in DETERMINERS
    if is_past(word):
        if before == "that" and index > 1 and _is_noun_like(folded[index - 2]):
            return True  # "a crash that killed two people"
        # "the weaponised aircraft", "of reduced size": an adjective in front of its noun.
        return not ((before in DETERMINERS or before in PREPOSITIONS) and _is_noun_like(after))
    forms = verb_forms().get(word, frozenset())
    if "past" in forms and "base" in forms:  # "the dam burst", "the flood hit": not "the cost"
        return before in _SUBJECTS or before in _MODALS or _is_noun_like(before)
    if "third" in forms:
        if before in {"and", "or", "but"}:  # "and puts the price at", not "calls and visits"
            return after in DETERMINERS
        return _is_noun_like(before) and bool(after) and after[0].isalnum() and after not in AUXILIARIES
    if "base" in forms:
        return before in _MODALS or before in _SUBJECTS or (_is_noun_like(before) and is_plural(before))
    return False


def holds_verb(folded: Sequence[str]) -> bool:
    """Tell whether any word of a run is a verb of its clause."""
    return any(is_verb(folded, index) for index in range(len(folded)))


def is_finite(word: str) -> bool:
    """Tell whether a word can only be the verb of a clause: "was", "will", "went", but not "killed" or "left"."""
    return word in _FINITE or verb_forms().get(word, frozenset()) == {"past"}


def is_present(word: str) -> bool:
    """Tell whether a word is a verb in the present tense alone: "is", "leads", but not "has" or "set"."""
    forms = verb_forms().get(word, frozenset())
    return word in {"is", "are"} or ("third" in forms and not forms & {"past", "participle"} and word != "has")


def is_telling_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb that a bare clause may follow ("said the dam was safe")."""
    matches = cue_index().get(word, ())
    return any(match.cue.kind == "verb" and "c" in match.cue.frames and not match.rest for match in matches)


def stands_alone(words: str) -> bool:
    """Tell whether a wording can be read without its sentence: it holds a verb and opens with no verb or pronoun."""
    folded = [fold_case(token.text) for token in tokenize(words) if token.text[0].isalnum()]
    opens_badly = not folded or folded[0] in _NO_SUBJECTS or is_verb(folded, 0)
    return not opens_badly and not is_past(folded[0]) and holds_verb(folded)


def is_gerund(word: str) -> bool:
    """Tell whether a word looks like an -ing form that can carry a predicate."""
    return len(word) > 4 and word.endswith("ing") and word.isalpha() and word not in _NO_GERUNDS


def is_past(word: str) -> bool:
    """Tell whether a word is a past form or a past participle, regular or not."""
    if word in _NO_PASTS or not word.isalpha():
        return False
    forms = verb_forms().get(word, frozenset())
    if forms & {"past", "participle"}:
        return "base" not in forms
    return len(word) > 4 and word.endswith("ed")


def _is_noun_like(word: str) -> bool:
    return bool(word) and word[0].isalpha() and word not in PREPOSITIONS | DETERMINERS | AUXILIARIES | {"and", "or"}


def is_plural(word: str) -> bool:
    """Tell whether a lower-cased noun looks like a plural."""
    return word.endswith("s") and not word.endswith(("'s", "ss", "us", "is"))
