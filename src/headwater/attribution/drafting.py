"""From words to offsets: the pieces the finder's rules share when they propose a relation.

Imports: this package only.
"""

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.phrases import Run
from headwater.attribution.quotes import Quotation
from headwater.attribution.sentences import Sentence


def offsets(sentence: Sentence, run: Run) -> Range:
    """Return the offsets of the words [run[0], run[1])."""
    return sentence.words[run[0]].start, sentence.words[run[1] - 1].end


def content_offsets(sentence: Sentence, run: Run, quotations: tuple[Quotation, ...]) -> Range:
    """Return the offsets of a content; a quotation that opens in it is taken to its end, beyond the sentence too."""
    start, end = offsets(sentence, run)
    last = sentence.quote[run[1] - 1]
    if last >= 0 and quotations[last].start >= start:
        end = max(end, quotations[last].end)
    return start, end


def propose(
    sentence: Sentence, *, source: Run | None, cue: Run, content: list[Range], score: float, rule: str
) -> Draft | None:
    """Return the relation, or None when no content is left.

    Args:
        sentence: The sentence that source and cue index.
        source: Words of the source, None when nobody is credited.
        cue: Words of the cue.
        content: Offsets; empty ranges are left out.
        score: How sure the rule is, 0 to 1.
        rule: Its name.
    """
    pieces = tuple(sorted(piece for piece in content if piece[0] < piece[1]))
    if not pieces:
        return None
    return Draft(
        source=offsets(sentence, source) if source else None,
        cue=offsets(sentence, cue),
        content=pieces,
        rule=rule,
        score=score,
    )
