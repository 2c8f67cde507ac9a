"""A relation as the finder or the reader proposes it, before it becomes a record.

Ranges are half-open code-point offsets into Document.text. Imports: the standard library only.
"""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One proposed relation.

    Attributes:
        source: None when the text credits nobody.
        cue: None for a quotation that stands alone.
        content: Ranges in reading order, at least one.
        rule: Name of the rule or model.
        score: 0 to 1.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    rule: str
    score: float

    @property
    def start(self) -> int:
        """Offset of the first word of any role."""
        return min(begin for begin, _ in (*filter(None, (self.source, self.cue)), *self.content))
