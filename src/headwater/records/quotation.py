"""Altered quotations: one utterance, quoted by two documents in two ways.

Imports: the standard library and records only.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records.span import Span

QuotationChangeKind = Literal[
    "spelling", "ellipsis", "truncation", "substitution", "number", "speaker", "speaker-unnamed"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationChange:
    """One difference between two versions of an utterance.

    Attributes:
        kind: "ellipsis" and "truncation" leave words out, marked as such or at an end of what is quoted; words put in,
            replaced or left out silently are a "substitution"; "speaker-unnamed" means that one version names the
            speaker and the other does not.
        fullest, version: The words in either; None where that one has none. Of a speaker, the words that say who.
    """

    kind: QuotationChangeKind
    fullest: Span | None
    version: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredQuotation:
    """One utterance in the fullest version found and in another document's version that differs from it.

    Attributes:
        fullest, version: From the first to the last word that both have or that a change shows; never a speaker.
        fullest_attribution_id, version_attribution_id: Where each document quotes it.
        fullest_speaker_id, version_speaker_id: Entities of the story; None when the text does not say.
        changes: At least one, in reading order, speakers last.
        score: Share of the version's quoted words within `version` that stand in the fullest too, 0 to 1.
    """

    altered_id: str
    fullest: Span
    version: Span
    fullest_attribution_id: str
    version_attribution_id: str
    fullest_speaker_id: str | None
    version_speaker_id: str | None
    changes: tuple[QuotationChange, ...]
    score: float
    rule: str
