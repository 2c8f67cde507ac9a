"""What a statement is about, as sets that two statements can be compared by.

Imports: text, lexicon and records only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from headwater.claims.persons import is_person
from headwater.claims.predicates import AUXILIARIES, is_verb
from headwater.lexicon.matters import matter_classes, stem
from headwater.lexicon.units import units
from headwater.records import Quantity, Span, Statement
from headwater.text import Token, fold_case, is_word, tokenize

_FUNCTION_WORDS = frozenset(
    (
        "a an the of in on at by to for from with and or nor but as that this these those it its his her their our "
        "your my he she they we you i him them us me is are was were be been being am has have had having do does did "
        "will would can could may might must should shall not no n't who whom whose which what when where why how "
        "while if than then there here so up out into over about just only also too very more most some any all both "
        "each other another such own same get got getting done like thing go going said "
        "say says saying tell told according mr mrs ms dr new one's 's "
    ).split()
)
# What a count of persons counts, whatever the noun: "86 passengers", "120 souls" and "more than 80 people" compare.
PEOPLE = "people"
_NEGATIONS = frozenset("not no never n't none nobody neither nor without cannot".split())
_PARTIAL = re.compile(
    r"\b(?:others?|another|additional|more (?:people|were|have|had)|of (?:them|those|whom)|each"
    r"|in (?:his|her|their|one|an?|the) (?:\w+ )?(?:district|village|town|city|hospital|school|building|clinic|county)"
    r"|seriously|critically)\b|^including\b",
    re.IGNORECASE,
)
# "four of the nine" counts a part, "the roof of the school" and "51 percent of the vote" do not.
_OF_WHOLE = re.compile(r"\sof (?:the|these|its|his|her|their)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The comparable sides of one statement.

    Attributes:
        stems: Stems of its content words; numbers are left to `value`.
        order: The same stems in reading order, for shared runs.
        sentence: Half-open range of the sentence around it.
        context: Stems of that sentence, its own included.
        verbs: Stems of its verbs, auxiliaries left out.
        names: Folded capitalised words that do not open the sentence.
        partial: Its words count a part ("70 others", "four of them", "in his district").
        matters: Classes of matters its words belong to.
        negated: A negation stands in it.
        counted: Stems of the words that name what its value counts; all nouns for persons are one.
        when: First and last day its sentence speaks of, both inclusive.
        recalled: Its sentence names a day long before the document was published.
    """

    statement: Statement
    stems: frozenset[str]
    order: tuple[str, ...]
    sentence: tuple[int, int]
    context: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    partial: bool
    matters: frozenset[str]
    negated: bool
    counted: frozenset[str]
    when: tuple[date, date] | None
    recalled: bool


def profile_statement(
    statement: Statement,
    text: str,
    sentence: tuple[int, int],
    quantity: Quantity | None,
    when: tuple[date, date] | None,
    times: Sequence[Span],
    *,
    recalled: bool,
) -> Profile:
    """Return the profile of one statement.

    Args:
        statement: The statement; its span lies within the sentence.
        text: Document.text, n code points.
        sentence: Half-open range of the sentence that holds it.
        quantity: The quantity whose value the statement carries, if any.
        when: The days its sentence speaks of, if known.
        times: Where its sentence names times; their words are compared as days, not as words.
        recalled: The days its sentence names lie long before publication.
    """
    span = statement.span
    inner = tokenize(text, span.start, span.end)
    outer = tokenize(text, *sentence)
    masked = (*times, quantity.span) if quantity else tuple(times)
    order = tuple(_content_stems(inner, masked))
    context = frozenset(_content_stems(outer, times))
    classes = matter_classes()
    matters = frozenset(name for word in order for name in classes.get(word, ()))
    words = {fold_case(token.text) for token in inner}
    return Profile(
        statement=statement,
        stems=frozenset(order),
        order=order,
        sentence=sentence,
        context=context,
        verbs=_verbs(inner),
        names=_names(inner, sentence[0]),
        partial=_counts_part(span, text, quantity),
        matters=matters,
        negated=bool(words & _NEGATIONS) or any(word.endswith(("n't", "n’t")) for word in words),
        counted=_counted(text, quantity.counted_span if quantity else None),
        when=when,
        recalled=recalled,
    )


def _counts_part(span: Span, text: str, quantity: Quantity | None) -> bool:
    """Tell whether a statement counts some of a whole that others count: "70 others", "four of the nine"."""
    if _PARTIAL.search(span.quote(text)) is not None:
        return True
    is_count = quantity is not None and quantity.unit not in units()
    return quantity is not None and is_count and _OF_WHOLE.match(text, quantity.span.end, span.end) is not None


def _content_stems(tokens: Sequence[Token], masked: Sequence[Span]) -> list[str]:
    return [
        stem(word)
        for token in tokens
        if is_word(token)
        and not token.text[0].isdecimal()
        and (word := fold_case(token.text)) not in _FUNCTION_WORDS
        and not any(span.start <= token.start and token.end <= span.end for span in masked)
    ]


def _verbs(tokens: Sequence[Token]) -> frozenset[str]:
    folded = [fold_case(token.text) for token in tokens]
    return frozenset(
        stem(word) for index, word in enumerate(folded) if word not in AUXILIARIES and is_verb(folded, index)
    )


def _names(tokens: Sequence[Token], sentence_start: int) -> frozenset[str]:
    """Capitalised words, the sentence's first excepted: "Carrow", "Calder"; case alone tells, so lists stay short."""
    return frozenset(
        stem(fold_case(token.text))
        for token in tokens
        if token.text[0].isupper() and token.start != sentence_start and fold_case(token.text) not in _FUNCTION_WORDS
    )


def _counted(text: str, span: Span | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    stems = _content_stems(tokenize(text, span.start, span.end), ())
    return frozenset(PEOPLE if is_person(word) else word for word in stems)
