"""Whether words were told to others than those who heard a speaker before: "told the court", "told lawmakers".

Offsets are code points. Imports: this room, lexicon, records and the standard library only.
"""

from collections.abc import Collection

from headwater.entities.page import Page
from headwater.lexicon.given_names import is_given_name
from headwater.lexicon.source_nouns import source_noun
from headwater.records import Attribution

_TELLING = frozenset("told tell tells telling informed".split())
_BEFORE_NOUNS = frozenset("the a an his her its their some several many other local state federal".split())
# Who asks for an outlet, and those it speaks to.
_INTERVIEWERS = frozenset(
    (
        "me us them him her it interviewer host presenter anchor reporter correspondent programme program show podcast "
        "listeners viewers readers interviewers newspaper paper magazine station channel network website "
        "broadcaster outlet"
    ).split()
)
_MOST_WORDS = 6


def surnames(page: Page) -> frozenset[str]:
    """Return the last words of the longer names of a text, which people are called by ("Hannity")."""
    return frozenset(name.words[-1] for name in page.names(0, len(page.text)) if len(name.words) > 1)


def tells_others(page: Page, attribution: Attribution, people: Collection[str]) -> bool:
    """Tell whether a cue such as "told" names hearers that are neither a person nor anybody of an outlet.

    Args:
        page: The document.
        attribution: Its cue is looked at, and the words between cue and content.
        people: Surnames of the text; a person who is told something may ask for the outlet of the words before.
    """
    cue = attribution.cue
    if cue is None or page.folded[cue.start : cue.end].lower().rpartition(" ")[2] not in _TELLING:
        return False
    heads = {span.start for span in attribution.content}
    words: list[str] = []
    for index in range(page.index(cue.end), min(page.index(cue.end) + _MOST_WORDS, len(page.tokens))):
        token = page.tokens[index]
        if token.start in heads or token.text == "that" or not token.text[0].isalnum():
            break
        words.append(token.text)
    if not words or _INTERVIEWERS & {word.lower() for word in words}:
        return False
    first = next((word for word in words if word.lower() not in _BEFORE_NOUNS), words[0])
    noun = source_noun(first.removesuffix("."))
    titled = noun is not None and noun.noun_class not in ("body", "company", "outlet")
    return not (first[0].isupper() and (titled or first in people or is_given_name(first)))
