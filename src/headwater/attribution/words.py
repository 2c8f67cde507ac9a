"""Words of one sentence with a coarse part of speech, told by closed classes, endings and neighbours.

There is no parser: the finder needs to know where noun phrases and verb groups begin and end, not more.
Offsets are code points of Document.text; indices count the words of one sentence.
Imports: the standard library, headwater.text and headwater.lexicon only.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from headwater.lexicon.cues import cue_index
from headwater.lexicon.inflection import VerbForm, verb_forms
from headwater.text import Token

Tag = Literal[
    "det", "poss", "num", "pron", "obj", "prep", "to", "cc", "sub", "wh", "modal", "aux", "neg", "adv",
    "verb", "past", "vbg", "noun", "name", "adj", "time", "punct", "quote",
]  # fmt: skip


def _table(**classes: str) -> dict[str, Tag]:
    return {word: tag for tag, words in classes.items() for word in words.split()}  # type: ignore[misc]


CLOSED: dict[str, Tag] = _table(
    det="the a an this these those some any no every each either neither another both all half such many several few "
    "most much enough more fewer less",
    poss="his her their its my our your whose",
    pron="he she they we i it you who there he's she's they're we're it's i'm you're they've we've i've you've i'd "
    "he'd she'd they'd we'd i'll he'll she'll they'll we'll it'll there's who's that's everyone everybody nobody "
    "someone somebody anyone anybody everything nothing something anything",
    obj="him them me us himself herself themselves itself myself ourselves yourself",
    prep="in on of for with at by from about against as into over under after before during through between "
    "among "
    "amid toward towards without within across behind beyond despite near outside inside since until upon via per "
    "off out up down around along onto throughout like unlike except besides alongside following including "
    "concerning regarding versus vs",
    to="to",
    cc="and or but nor & yet",
    sub="that if because although though while unless whether whereas lest once so than",
    wh="what how why when where which whom whoever whatever whichever wherever",
    modal="will would can could may might must shall should won't wouldn't can't cannot couldn't mustn't shouldn't "
    "ought",
    aux="be is are was were been being am have has had having do does did isn't aren't wasn't weren't haven't hasn't "
    "hadn't don't doesn't didn't ain't get gets got getting",
    neg="not never n't",
    adv="also then now again still just only even ever already soon often always sometimes usually instead however "
    "meanwhile too later earlier recently previously repeatedly once twice perhaps maybe rather quite very well almost "
    "nearly here there far long yet quickly further ago together thus hence therefore nonetheless nevertheless "
    "afterwards afterward before publicly indeed otherwise moreover furthermore today yesterday tomorrow tonight "
    "overnight much back away",
    time="monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today yesterday tonight tomorrow mon tue wed thu fri sat sun jan feb mar apr "
    "jun jul aug sept sep oct nov dec",
    num="one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion "
    "trillion",
)
_TIME_NOUNS = frozenset(
    "week weeks month months year years day days morning afternoon evening night hour hours weekend minutes minute "
    "decade decades time times".split()
)
_TIME_DETS = frozenset("last this next that earlier late early the past every each one".split())
_ADJ_ENDINGS = ("ous", "ful", "ive", "ble", "less", "ical", "ish", "ary", "ian", "al", "ic")
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "hood", "ers", "ors", "ist")
_COMMON_ADJ = frozenset(
    "new old big small good bad great high low top senior former current chief vice young early late first second "
    "third last next other same own long short local federal national public private foreign military right left "
    "true false free full open close likely unlikely able unable real main key major minor own best worst better "
    "more most black white red blue green russian american british french german chinese".split()
)
_NOUNS_LIKE_ADJECTIVES = frozenset(
    "admiral general hospital official tribunal criminal rival journal capital festival principal individual proposal "
    "approval appeal deal arrival trial animal cardinal marshal corporal professional intellectual critic music clinic "
    "public republic topic panic fabric traffic mechanic academic executive detective native relative representative "
    "archive operative motive initiative collective secretary library salary luxury luminary missionary parish table "
    "trouble vegetable constable historian politician physician musician librarian technician guardian veterinarian "
    "civilian pedestrian electrician comedian statistician fish dish finish cable".split()
)
_CONTRACTED_NOT = "n't"
_FREE_ADVERBS = frozenset("family supply apply reply ally rally italy july assembly anomaly monopoly fly bully".split())
OPEN_MARKS = frozenset("\"“‘«„`'")
DASHES = frozenset("-–—")


@dataclass(slots=True)
class Word:
    """One token of a sentence; `low` is its lower case with plain apostrophes, `forms` the verb forms it may be."""

    start: int
    end: int
    text: str
    low: str
    tag: Tag
    forms: frozenset[VerbForm]


@cache
def known_forms() -> dict[str, frozenset[VerbForm]]:
    """Return every verb form the word lists know, cues included."""
    forms: dict[str, set[VerbForm]] = {word: set(kinds) for word, kinds in verb_forms().items()}
    for word, matches in cue_index().items():
        for match in matches:
            if match.cue.kind == "verb" and (not match.rest or word not in CLOSED):
                forms.setdefault(word, set()).add(match.form)
    return {word: frozenset(kinds) for word, kinds in forms.items() if word not in CLOSED or word == "like"}


def tag_words(tokens: list[Token], *, headline: bool = False) -> list[Word]:
    """Give every token of one sentence its part of speech.

    Args:
        tokens: The sentence's tokens in order.
        headline: Capitals tell nothing here, as in a headline where every word has one.

    Returns:
        One word for each token.
    """
    words = [_first_look(token) for token in tokens]
    for index, word in enumerate(words):
        if word.tag == "noun" or (word.tag == "name" and (headline or index == 0 or _after_open(words, index))):
            word.tag = _open_class(words, index, headline=headline)
    for index, word in enumerate(words):
        if word.forms and word.tag in ("noun", "verb", "past", "adj", "name", "vbg"):
            word.tag = _verb_or_not(words, index)
    return words


def is_headline(tokens: list[Token]) -> bool:
    """Tell whether most longer words of a line of at most 25 tokens begin with a capital."""
    long_words = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return 3 <= len(long_words) <= 25 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _after_open(words: list[Word], index: int) -> bool:
    return (index == 1 and words[0].tag in ("quote", "punct")) or (
        index > 0 and words[index - 1].low in (":", '"', "“")
    )


def _first_look(token: Token) -> Word:
    low, tag, forms = _by_itself(token.text)
    return Word(start=token.start, end=token.end, text=token.text, low=low, tag=tag, forms=forms)


@lru_cache(maxsize=1 << 15)
def _by_itself(text: str) -> tuple[str, Tag, frozenset[VerbForm]]:
    """Return a word's lower case, its part of speech before its neighbours are asked, and the verb forms it may be."""
    low = text.lower().replace("’", "'")
    forms: frozenset[VerbForm] = known_forms().get(low, frozenset())
    tag: Tag
    if not text[0].isalnum():
        tag = "quote" if text in '"“”«»„' else "punct"
    elif text[0].isdecimal():
        tag = "num"
    elif low in ("may", "march") and text[0].isupper():
        tag = "time"
    elif low in _ALSO_WORDS and text[0].islower():
        tag = "noun"
    elif low in CLOSED and not (text[0].isupper() and low in ("us", "will", "mark", "sun", "sat")):
        tag = CLOSED[low]
    elif low.endswith(_CONTRACTED_NOT):
        tag = "aux"
    elif text[0].isupper():
        tag = "name"
    elif low.endswith("ly") and len(low) > 4 and low not in _FREE_ADVERBS:
        tag = "adv"
    else:
        tag = "noun"
    return low, tag, forms


def _open_class(words: list[Word], index: int, *, headline: bool) -> Tag:
    """Part of speech of a word that no closed class holds, before its neighbours are asked."""
    word = words[index]
    low = word.low
    if word.tag == "name" and not word.forms and not low.endswith(("ed", "ing")):
        following = words[index + 1].tag if index + 1 < len(words) else "punct"
        if headline or following in ("name", "verb", "punct", "cc") or word.low not in _COMMON_ADJ:
            return "name"
    if low in _COMMON_ADJ:
        return "adj"
    if low in _NOUNS_LIKE_ADJECTIVES:
        return "noun"
    if low.endswith("ing") and (len(low) > 5 or "gerund" in word.forms):
        return "vbg"
    if "past" in word.forms or "participle" in word.forms or (low.endswith("ed") and len(low) > 4):
        return "past"
    if word.forms:
        return "verb"
    if low.endswith(_NOUN_ENDINGS):
        return "noun"
    return "adj" if low.endswith(_ADJ_ENDINGS) and len(low) > 5 else "noun"


_ALSO_WORDS = frozenset("march mon wed sat sun jan mar dec".split())
_PLURALS = frozenset(
    "data police people men women children media public staff pair couple majority crew many most some others voters "
    "few both several".split()
)
_BEFORE_NOUN: frozenset[Tag] = frozenset(("det", "poss", "num", "adj"))
_CLAUSE_STARTERS: frozenset[Tag] = frozenset(("det", "poss", "pron", "obj", "quote", "sub", "wh", "name", "to", "num"))


def _verb_or_not(words: list[Word], index: int) -> Tag:
    """Decide between verb and noun for a word that may be either, by the words around it."""
    word = words[index]
    if word.tag == "name" and index > 0 and not _after_open(words, index):
        return "name"
    if word.low == "like":
        verbal = index > 0 and words[index - 1].tag in ("pron", "modal", "to", "aux") and words[index - 1].low != "who"
        return "verb" if verbal else "prep"
    back = index - 1
    while back >= 0 and words[back].tag == "adv":
        back -= 1
    before = words[back] if back >= 0 else None
    after = words[index + 1] if index + 1 < len(words) else None
    if word.tag == "vbg":
        return _gerund_or_noun(before, after)
    if before is None:
        return _opening(word, after)
    if before.tag in ("to", "modal", "aux"):
        if before.tag == "to" and "base" not in word.forms:
            return "past" if word.tag == "past" else "noun"
        return "past" if word.tag == "past" and "base" not in word.forms else "verb"
    if before.tag in ("pron", "neg"):
        return "past" if word.tag == "past" else "verb"
    if before.tag in _BEFORE_NOUN or before.low.endswith(("'s", "s'")):
        return _after_determiner(word, before, after) if word.tag == "past" or before.tag == "num" else "noun"
    if word.tag == "past":
        return "past"
    return "noun" if before.tag == "prep" else _after_nominal(words, index, before, after)


def _gerund_or_noun(before: Word | None, after: Word | None) -> Tag:
    """Tell "a worrying development" and "the recording shows" from "saying that"."""
    if before is None or after is None:
        return "vbg"
    if before.tag in ("det", "poss", "adj") and after.tag in ("noun", "name", "adj"):
        return "adj"
    named = before.tag in ("det", "poss") and after.tag in ("prep", "verb", "past", "modal", "aux", "punct")
    return "noun" if named else "vbg"


def _opening(word: Word, after: Word | None) -> Tag:
    """Read the first word of a sentence."""
    if word.tag == "past" or after is None:
        return "past" if word.tag == "name" else word.tag
    return "noun" if after.tag in ("verb", "past", "modal", "aux", "noun", "name") else "verb"


def _after_determiner(word: Word, before: Word, after: Word | None) -> Tag:
    """'the alleged attack' against 'those said' and 'the 22 said'."""
    nominal = after is not None and after.tag in ("noun", "name", "adj")
    if before.tag == "num" or before.low in ("this", "that", "those", "these", "some", "many", "several", "few", "all"):
        if word.tag == "past" and not nominal:
            return "past"
        if "past" not in word.forms and "base" in word.forms and after is not None and after.tag in _CLAUSE_STARTERS:
            return "verb"
    return "adj" if word.tag == "past" and nominal else ("past" if word.tag == "past" else "noun")


def _after_nominal(words: list[Word], index: int, before: Word, after: Word | None) -> Tag:
    """A form in -s or a bare form after a noun or name: 'polls show that', 'the party claims it', 'oil exports'."""
    word = words[index]
    if after is None:
        return "noun" if before.tag in ("noun", "name", "adj") else "verb"
    quoting = after.low in (",", ":") and index + 2 < len(words) and words[index + 2].text in OPEN_MARKS
    starter = after.tag in _CLAUSE_STARTERS or after.low in (":", "'", "‘", "`") or quoting
    plural = before.low in _PLURALS or (before.low.endswith("s") and not before.low.endswith(("ss", "us", "is")))
    if before.tag in ("noun", "name", "obj", "time", "quote") or before.low in (",", ")", "”", '"', "and"):
        if "third" in word.forms:
            if (
                after.low in (".", ",")
                and index > 2
                and words[index - 2].tag == "det"
                and words[index - 3].tag == "quote"
            ):
                return "verb"  # “...,” the statement reads.
            named = before.tag in ("name", "obj", "punct", "quote")
            loose = named and after.tag in ("punct", "quote", "prep", "noun", "adj", "neg")
            return "verb" if starter or loose else "noun"
        if "base" in word.forms:
            if plural or before.tag in ("cc", "obj"):
                return "verb" if starter or after.tag in ("noun", "adj", "punct", "prep", "vbg", "verb") else "noun"
            return "noun"
    if before.tag in ("cc", "wh", "sub"):
        return "verb" if starter else "noun"
    return "noun" if before.tag in ("prep", "past", "verb", "vbg") else "verb"


def is_time_phrase(words: list[Word], index: int) -> int:
    """Return the index after a time phrase that begins here ("on Tuesday", "last week", "late Friday"), or index."""
    size = len(words)
    at = index
    if at < size and words[at].low in (
        "on",
        "in",
        "at",
        "by",
        "during",
        "over",
        "since",
        "late",
        "early",
        "earlier",
        "for",
    ):
        at += 1
    if at < size and at > index and words[at].low == "on" and words[at - 1].low in ("late", "early"):
        at += 1
    while at < size and words[at].low in _TIME_DETS:
        at += 1
    if at < size and (words[at].tag == "time" or words[at].low in _TIME_NOUNS):
        at += 1
        while at < size and (
            words[at].low in _TIME_NOUNS or words[at].tag in ("num", "time") or words[at].low == "ago"
        ):
            at += 1
        return at
    return index
