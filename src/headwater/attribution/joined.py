"""Two attributions in one sentence that the reader took for one, or cut apart where one holds the other.

"said it was full but denied that it leaked", "said, citing X, that ...", "denied [claims that ...]".

Ranges are half-open code points. Imports: the standard library, headwater.lexicon and this
package only.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.polarity import classify_cue
from headwater.lexicon.source_nouns import source_noun

_CITED = re.compile(r"(?P<cue>citing|quoting) (?P<source>[^,\n]{3,90}), (?:that )?", re.IGNORECASE)
_CITED_AFTER = re.compile(
    r"(?:\s+(?:late |early )?(?:on|in|for) [^,;.:\n“”\"]{2,40})?,? (?P<cue>citing|quoting) "
    r"(?P<source>(?!the (?:need|fact)\b)[^,.;:\n“”\"]{3,80}?)(?=[,.;]|$| as | that )"
)
_BUT = re.compile(r",? but (?:has |have |had )?$")
_AND = re.compile(r",? and (?:has |have |had )?$")
_FRAMES = frozenset(("verb-clause", "verb-quotation", "verb-noun"))
_LONGEST_LINK = 7  # code points: " that ", ": "
_HOLDERS = 4  # contents that begin before a conjunction and may reach over it
_SAID_SOON = 40  # code points between who is cited and what was said
_LEAST_LEFT = 3  # code points of a content


def cited_apart(text: str, draft: Draft) -> list[Draft]:
    """Return a relation, and where its content opens with "citing X, that" the one that credits X with it."""
    start, end = draft.content[0]
    cited = _CITED.match(text, start, end)
    if cited is None or end - cited.end() < _LEAST_LEFT:
        return [draft]
    content = ((cited.end(), end), *draft.content[1:])
    return [
        replace(draft, content=content),
        replace(draft, source=cited.span("source"), cue=cited.span("cue"), content=content),
    ]


def cited_after(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the relations, and for each "..., the Ledger reported, citing three officials" the one of those cited.

    "Citing security concerns" cites nobody.
    """
    drafts = [_cites_speaker(text, draft, drafts) for draft in drafts]
    apart: list[Draft] = []
    for draft in drafts:
        parts = (*draft.content, *filter(None, (draft.cue, draft.source)))
        end = max(stop for _, stop in parts)
        cited = _CITED_AFTER.match(text, end) if draft.source and draft.cue else None
        if cited is not None and speak(cited["source"]):
            apart.append(replace(draft, source=cited.span("source"), cue=cited.span("cue")))
    taken = {draft.cue for draft in apart}
    return [*(draft for draft in drafts if draft.cue not in taken), *apart]


def _cites_speaker(text: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Read "the Ledger, citing three officials, said ..." as what the officials said, not as words on them."""
    if draft.source is None or draft.cue is None or len(draft.content) != 1:
        return draft
    (start, end) = draft.content[0]
    cue = text[slice(*draft.cue)].lower()
    if cue not in ("citing", "quoting") or start - draft.cue[1] > 1 or "\n" in text[start:end]:
        return draft
    said = next(
        (d for d in drafts if d is not draft and d.source == draft.source and d.cue and d.cue != draft.cue), None
    )
    if said is None or not speak(text[start:end]) or not 0 <= said.content[0][0] - end <= _SAID_SOON:
        return draft
    return replace(draft, source=(start, end), content=said.content)


def speak(words: str) -> bool:
    """Tell whether words name somebody who speaks: a noun of people, houses or documents, or a name."""
    nouns = [source_noun(word) for word in re.findall(r"\w+", words)]
    return any(noun is not None and noun.noun_class != "title" for noun in nouns) or bool(
        re.search(r"(?:^|\s)(?!I\b)[A-Z]\w+", words)
    )


def coordinated_apart(text: str, drafts: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """Return the relations with each content ended where its own source goes on to deny or say, which stands apart.

    Args:
        text: Document.text.
        drafts: Relations as read, none inside a quotation.
        rules: What the finder proposes outside quotations; a verb right after "but" or "and" has the subject of the
            verb of saying before it, not that of the clause between.
    """
    apart: list[Draft] = []
    whole = list(drafts)
    ends = sorted((draft.content[-1], index) for index, draft in enumerate(drafts))
    for rule in rules:
        if rule.cue is None or rule.rule not in _FRAMES:
            continue
        link = _link(text, rule)
        if link is None:
            continue
        after = bisect_right(ends, ((link, link), 0))
        for _, index in reversed(ends[max(0, after - _HOLDERS) : after]):
            pieces = _ended(whole[index], rule, link)
            if pieces:
                apart.append(replace(rule, source=whole[index].source, score=whole[index].score))
                whole[index] = replace(whole[index], content=pieces)
                break
    return [*whole, *apart]


def _link(text: str, rule: Draft) -> int | None:
    """Return where the conjunction before a cue begins; "and" counts before denials, which clauses seldom hold."""
    if rule.cue is None:
        return None
    begin = rule.cue[0]
    but = _BUT.search(text, max(0, begin - 12), begin)
    if but is not None:
        return but.start()
    joined = _AND.search(text, max(0, begin - 12), begin)
    denies = classify_cue(text[slice(*rule.cue)], "")[0] == "deny"
    return joined.start() if joined is not None and denies else None


def _ended(draft: Draft, rule: Draft, link: int) -> tuple[Range, ...]:
    """Return a content's pieces up to the conjunction when it holds the whole of what the rule found; () otherwise."""
    if draft.source is None or draft.cue is None or rule.cue is None or draft.cue[1] > draft.content[0][0]:
        return ()
    start, end = draft.content[-1]
    if not (start + _LEAST_LEFT <= link and rule.content[-1][1] <= end and rule.cue[1] <= rule.content[0][0]):
        return ()
    return (*draft.content[:-1], (start, link))


def with_what_was_claimed(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the relations with "denied [claims]" carried on over the "that ..." which was read as the claims' own.

    The reader gives a word to one owner only; what is denied is the claim with its words.
    """
    by_end = {draft.cue[1]: draft for draft in drafts if draft.cue is not None}
    mended = []
    for draft in drafts:
        start, end = draft.content[-1]
        claim = by_end.get(end)
        if claim is None or claim is draft or claim.cue is None or claim.cue[0] < start:
            mended.append(draft)
            continue
        goes_on = 0 < claim.content[0][0] - end <= _LONGEST_LINK
        mended.append(replace(draft, content=(*draft.content[:-1], (start, claim.content[0][1]))) if goes_on else draft)
    return mended
