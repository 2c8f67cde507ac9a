"""Which relations of the rule finder stand beside the reader's: inside contents, and where it read nothing.

The reader knows outermost attributions of the kinds its training part marks. Rules add what it was never shown (hops
inside contents, hearsay, people who could not be reached) where the words leave little doubt; on PolNeAR's development
part what they add outside contents changes relation F1 by less than 0.1.
Imports: the standard library, headwater.lexicon and this package only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.polarity import DOUBTING, classify_cue, cue_entry
from headwater.attribution.polish import names_nobody
from headwater.records import CueClass

# Rules score beliefs with a noun object ("the plan will see ...") .5, and fewer than half of those are attributions.
_SURE = 0.55
_REFUSING: frozenset[CueClass] = frozenset(("deny", "decline", "unreachable"))
# Verbs of which a bare noun phrase is content enough: "accused the mayor of", "warned of", "suspect arson".
_SPEECH_ACTS = frozenset(
    "accuse allege admit confess acknowledge confirm suspect fear predict forecast expect warn demand urge claim "
    "report decree order propose announce disclose reveal threaten doubt request promise describe recount "
    "recall".split()
)
_NOT_VERIFIED = re.compile(
    r"(?:could|was|were|has|have|had)(?: not|n['’]t)(?: been)?(?: able to)?(?: \w+ly)? (?:verify|confirm|corroborate)"
)
_HEARSAY = DOUBTING - {"supposed", "assumed", "considered", "suspected"}
_NOUN_FRAMES = frozenset(("verb-noun", "verb-preposition", "verb-infinitive"))
# Refusals by their class that with a bare noun phrase are mostly deeds: "withdrew troops", "shot down a drone".
_DEEDS = frozenset("withdraw shoot take back ignore duck dodge skirt evade renounce avoid hesitate forbear".split())
_FINDINGS = frozenset(
    "findings figures data results evidence estimates statistics indications readings analysis numbers".split()
)
_NO_SPEAKERS = frozenset("that which it this these those what".split())
_PHRASES = frozenset(("phrase-first", "phrase-last"))
_BESIDE = frozenset(
    ("reach", "hearsay", "hearsay-adverb", "phrase-first", "phrase-last", "colon-last", "colon-speaker", "quoted-as")
)


def nested(text: str, rules: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the rules' relations that stand inside contents and share no cue with a relation as read.

    Args:
        text: Document.text.
        rules: What the finder proposes.
        drafts: Relations as read.
    """
    cues = sorted(draft.cue for draft in drafts if draft.cue)
    pieces = _united(piece for draft in drafts for piece in draft.content)
    return [
        draft
        for draft in (_clipped(draft, pieces) for draft in rules)
        if draft.cue and _within(draft, pieces) and not _meets(draft.cue, cues) and _may_nest(text, draft)
    ]


def beside(text: str, rules: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the rules' relations of plain kinds outside contents, where no cue was read.

    Args:
        text: Document.text.
        rules: What the finder proposes, none inside a quotation.
        drafts: Relations as read.
    """
    cues = sorted(draft.cue for draft in drafts if draft.cue)
    pieces = _united(piece for draft in drafts for piece in draft.content)
    return [
        draft
        for draft in rules
        if draft.cue
        and (draft.rule in _BESIDE or (draft.rule == "passive" and _doubts(text, draft)) or _unverified(text, draft))
        and not _meets(draft.cue, cues)
        and not _meets(draft.cue, pieces)
    ]


def credited(drafts: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """Return the relations with the source of "according to X" where none was read for it."""
    phrases = {draft.cue: draft for draft in rules if draft.rule in _PHRASES and draft.source}
    found = []
    for draft in drafts:
        phrase = phrases.get(draft.cue) if draft.source is None else None
        found.append(replace(draft, source=phrase.source, content=phrase.content) if phrase else draft)
    return found


def _clipped(draft: Draft, pieces: list[Range]) -> Draft:
    """Return a relation whose source begins with the content it stands in: "told the Star [his client ...]"."""
    if draft.source is None or draft.cue is None:
        return draft
    index = bisect_right(pieces, draft.cue[0], key=lambda piece: piece[0]) - 1
    begin = pieces[index][0] if index >= 0 else 0
    inside = draft.source[0] < begin < draft.source[1]
    return replace(draft, source=(begin, draft.source[1])) if inside else draft


def _may_nest(text: str, draft: Draft) -> bool:
    if draft.cue is None or _is_evidence(text, draft) or names_nobody(text, draft.source):
        return False
    if draft.score >= _SURE:
        purpose = draft.rule == "verb-clause" and text[slice(*draft.cue)].lower().startswith("to ")
        return not purpose and any(char.isalpha() for char in text[slice(*draft.content[0])])
    if draft.rule == "noun":
        return text[draft.cue[1] : draft.content[0][0]].strip() == "that"
    if draft.rule == "passive":
        return _doubts(text, draft)
    if draft.rule not in _NOUN_FRAMES or (draft.source and text[slice(*draft.source)].lower() in _NO_SPEAKERS):
        return False
    cue = text[slice(*draft.cue)]
    entry = cue_entry(cue)
    if cue == "alleged" or entry is None or entry.words[0] in _DEEDS:
        return False
    return entry.cue_class in _REFUSING or entry.words[0] in _SPEECH_ACTS


def _is_evidence(text: str, draft: Draft) -> bool:
    """Tell whether "figures show" stands in what somebody says: the figures are his own, no source behind him.

    A document that was seen, released or has a name is one.
    """
    if draft.source is None or draft.cue is None or classify_cue(text[slice(*draft.cue)], "")[0] != "show":
        return False
    words = re.findall(r"\w+", text[slice(*draft.source)])
    own = bool(words) and words[-1].lower() in _FINDINGS
    return own and not any(word[0].isupper() for word in words[1:])


def _doubts(text: str, draft: Draft) -> bool:
    """Tell whether a passive without a source is hearsay: "is believed", "was rumoured", not "was supposed to"."""
    return draft.cue is not None and not _HEARSAY.isdisjoint(re.findall(r"\w+", text[slice(*draft.cue)].lower()))


def _unverified(text: str, draft: Draft) -> bool:
    """Tell whether an outlet says that it could not verify something, which closes a line of reporting."""
    return draft.rule in _NOUN_FRAMES and draft.cue is not None and _NOT_VERIFIED.match(text, *draft.cue) is not None


def _united(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those that meet as one."""
    united: list[Range] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _within(draft: Draft, pieces: list[Range]) -> bool:
    end = max(stop for _, stop in (*draft.content, *filter(None, (draft.cue, draft.source))))
    index = bisect_right(pieces, draft.start, key=lambda piece: piece[0]) - 1
    return index >= 0 and end <= pieces[index][1]


def _meets(place: Range, others: list[Range]) -> bool:
    """Tell whether a place shares a word with one of others, which are in order and hardly overlap."""
    index = bisect_right(others, place[1] - 1, key=lambda other: other[0]) - 1
    return any(begin < place[1] and place[0] < end for begin, end in others[max(0, index - 2) : index + 1])
