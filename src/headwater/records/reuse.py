"""Text reuse: passages that two documents share, and what was changed between them.

Text reuse says earlier and later, never source. Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

ReuseKind = Literal["verbatim", "edited", "paraphrase"]
ReuseForm = Literal["passage", "quotation", "public-document", "boilerplate"]
EditKind = Literal["substitution", "deletion", "insertion", "spelling", "ellipsis", "number", "speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference inside a shared passage: the earlier and the later words; either may be None (nothing there)."""

    kind: EditKind
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Words two documents share.

    Attributes:
        earlier, later: Where the passage stands in each; when `directed` is false the order is by doc_id only.
        form: What is shared: running text, one utterance, a public document, or an outlet's boilerplate.
        directed: The direction is known from times, credits or a longer text.
        direction_rule: Which of those, or None.
        edits: Differences in reading order of `later`.
        score: Share of characters of the shorter side that are equal, 0 to 1.
    """

    reuse_id: str
    earlier: Span
    later: Span
    kind: ReuseKind
    form: ReuseForm
    directed: bool
    direction_rule: str | None
    edits: tuple[Edit, ...]
    score: float
    rule: str
