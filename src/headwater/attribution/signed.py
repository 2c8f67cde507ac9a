"""Formats of speech: quotations signed with a dash and a name (“…” ― Jane Roe), transcripts (ROE: …), posts (@roe: …).

Rare in what the reader was trained on, plain to a rule. Ranges are half-open code points. Imports: this package only.
"""

import re

from headwater.attribution.drafts import Draft
from headwater.attribution.quotes import Quotation

_SIGNATURE = re.compile(r"[ \u00a0]{0,3}(?P<dash>[―—–-]{1,3})[ \u00a0]{0,3}(?P<name>[A-Z][^\n“”\"]{2,90})(?=\n|$)")
_TURN = re.compile(
    r"^[“\"]?(?P<name>[A-Z][A-Z.’'\-]{1,30}(?: [A-Z][A-Z.’'\-]{1,30}){0,3})(?P<cue>:)[ \u00a0]+(?P<said>\S[^\n]*)$",
    re.MULTILINE,
)
_POST = re.compile(r"^(?P<name>@\w{2,30}(?: \([^()\n]{1,60}\))?)(?P<cue>:)[ \u00a0]+(?P<said>\S[^\n]*)$", re.MULTILINE)
_OPENING = frozenset("“\"„«‘'")
_SCORE = 0.9
MARKED = frozenset(("signed", "transcript"))  # rules whose relations are the document's own, marks around them or not
_SPOKEN = re.compile(r"\b(?:I|you|we|us|me|your|our|my)\b|\?|^(?:Yes|No|Well)\b", re.IGNORECASE)


def find_signed(text: str, quotations: tuple[Quotation, ...]) -> list[Draft]:
    """Return a relation for every closed quotation that a dash and a name follow up to the end of the line.

    Where several lines are signed, they are a list of quotations: each is taken from its line's opening mark, however
    badly its inner marks are paired.
    """
    signed = [(q, match) for q in quotations if q.closed and (match := _SIGNATURE.match(text, q.end)) is not None]
    found = []
    for quotation, match in signed:
        name = match.group("name").rstrip(" .\u00a0")
        source = (match.start("name"), match.start("name") + len(name))
        line = text.rfind("\n", 0, quotation.start) + 1
        start = line if len(signed) > 1 and text[line] in _OPENING else quotation.start
        content = ((start, quotation.end),)
        found.append(Draft(source=source, cue=match.span("dash"), content=content, rule="signed", score=_SCORE))
    return found


def find_turns(text: str) -> list[Draft]:
    """Return a relation for every post and every line of a transcript; fewer than two lines are no transcript."""
    turns = list(_TURN.finditer(text))
    if not _take_turns(turns):
        turns = []
    return [
        Draft(
            source=turn.span("name"),
            cue=turn.span("cue"),
            content=(turn.span("said"),),
            rule="transcript",
            score=_SCORE,
        )
        for turn in (*turns, *_POST.finditer(text))
    ]


def _take_turns(turns: list[re.Match[str]]) -> bool:
    """Tell a transcript from a round-up whose paragraphs open with a place ("BANKOLA: Rain fell ...").

    Somebody speaks twice, or each of at least two lines talks to somebody.
    """
    names = [turn.group("name") for turn in turns]
    spoken = sum(_SPOKEN.search(turn.group("said")) is not None for turn in turns)
    return len(turns) > 1 and (spoken == len(turns) or (len(set(names)) < len(names) and 2 * spoken >= len(turns)))
