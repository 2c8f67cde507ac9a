"""What documents share, word for word or edited, and what was changed between them."""

from headwater.reuse.find import find_reuse
from headwater.reuse.quotations import align_quotations, tell_changes

__all__ = ["align_quotations", "find_reuse", "tell_changes"]
