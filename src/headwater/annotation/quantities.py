"""The grammar of quantities: words that mean a number of something, as closed intervals with a unit.

One pass over the words; at each word that can open a number a bounded parse is tried, and reading goes on behind it.
The intervals of the words stand in annotate.bounds. Imports: text, lexicon, records and the neighbouring modules only.
"""

from collections.abc import Iterator

from headwater.annotation.amounts import TRIGGERS, Amount, read_amount
from headwater.annotation.counted import counted_after
from headwater.annotation.measures import is_duration
from headwater.annotation.words import Words, split_words
from headwater.records import Document, Quantity, Span, content_id

_DIGITS = frozenset("0123456789")
_LISTING = frozenset((",", "and", "or", "to", "&"))
_TIME_ADJECTIVES = frozenset("past last next previous coming following preceding".split())


def annotate_quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a document in reading order; spans do not overlap.

    Spans cover the bounding words, the number and its unit ("more than 1,600km"); what is counted has a span
    of its own.
    Durations that place an event in time ("three weeks ago", "the past two years") are times, not quantities.
    Identifiers, dates, clock times, scores, versions, telephone and house numbers are left out.

    Args:
        document: Any document; only its text is read.

    Returns:
        Quantities with bounds in the unit named (percent 0.2 is 0.2 %, ratios are fractions of one).
    """
    words = split_words(document.text)
    return tuple(_quantity(document, words, amount) for amount in _amounts(words))


def _amounts(words: Words) -> Iterator[Amount]:
    free = 0  # the first word no amount holds yet
    refused = -1  # the word behind the last refused identifier: "versions 5, 6 and 7"
    openers = [i for i, word in enumerate(words.low[: words.count]) if word in TRIGGERS or word[0].isdecimal()]
    for index in openers:
        if index < free:
            continue
        gap = words.low[refused:index] if 0 <= refused < index <= refused + 2 else []
        listed = bool(gap) and all(word in _LISTING for word in gap)
        amount, stop = read_amount(words, index, free, listed=listed)
        if amount is None:
            if stop > index:
                free, refused = stop, stop
            continue
        free = amount.stop
        if not (is_duration(amount.unit) and _places_in_time(words, amount)):
            yield amount


def _places_in_time(words: Words, amount: Amount) -> bool:
    low = words.low
    return (
        low[amount.stop] == "ago" or low[amount.first - 1] in _TIME_ADJECTIVES or low[amount.first] in _TIME_ADJECTIVES
    )


def _quantity(document: Document, words: Words, amount: Amount) -> Quantity:
    span = Span(document.doc_id, words.starts[amount.first], words.ends[amount.stop - 1])
    held = None
    if not amount.unit or words.low[amount.stop] == "of" or amount.unit in {"percent", "ratio"}:
        single = 1.0 in {amount.lower, amount.upper} or words.low[amount.stop - 1] in {"one", "single"}
        held = counted_after(words, amount.stop, plural=not single or amount.unit != "")
    counted_span = Span(document.doc_id, words.starts[held[0]], words.ends[held[1] - 1]) if held else None
    return Quantity(
        quantity_id=content_id("quantity", document.doc_id, span.start, span.end),
        span=span,
        lower=amount.lower,
        upper=amount.upper,
        unit=amount.unit,
        counted=counted_span.quote(document.text) if counted_span else "",
        counted_span=counted_span,
        modifier=amount.modifier,
        rule=amount.rule,
    )
