"""What documents share, word for word or edited, and what was changed between them."""

from headwater.reuse.find import find_reuse

__all__ = ["find_reuse"]
