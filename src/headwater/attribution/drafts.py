"""A relation as the finder or the reader proposes it, before it becomes a record.

Ranges are half-open code-point offsets into Document.text. Imports: the standard library and headwater.records only.
"""

from dataclasses import dataclass

from headwater.records import CueClass, Polarity

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One proposed relation.

    Attributes:
        source: None when the text credits nobody.
        cue: None for a quotation that stands alone.
        content: Ranges in reading order, at least one.
        cue_class, polarity: What the words say; None for whoever assembles the record to look up.
        rule: Name of the rule or model.
        score: 0 to 1.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    cue_class: CueClass | None
    polarity: Polarity | None
    rule: str
    score: float

    @property
    def start(self) -> int:
        """Offset of the first word of any role."""
        return min(begin for begin, _ in (*filter(None, (self.source, self.cue)), *self.content))
