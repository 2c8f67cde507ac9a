"""Who is said to have said what: a document's attributions, outermost and nested.

The door is find_attributions. Offsets are half-open code-point ranges into Document.text.
"""

from headwater.attribution.extract import find_attributions

__all__ = ["find_attributions"]
