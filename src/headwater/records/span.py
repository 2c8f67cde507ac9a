"""Where words stand: half-open ranges of code points in Document.text.

Terms: W3C Web Annotation TextPositionSelector. Imports: the standard library and headwater.errors only.
"""

from dataclasses import dataclass

from headwater.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points in one document."""

    doc_id: str
    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the exact words the span points at.

        Args:
            text: Document.text of the document named by doc_id, n code points.

        Raises:
            SpanError: The span is empty or reaches outside the text.
        """
        if not 0 <= self.start < self.end <= len(text):
            raise SpanError(self.doc_id, self.start, self.end, len(text))
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two spans of one document share at least one code point."""
        return self.doc_id == other.doc_id and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether another span of the same document lies wholly within this one."""
        return self.doc_id == other.doc_id and self.start <= other.start and other.end <= self.end
