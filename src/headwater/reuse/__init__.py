"""What documents share, word for word or edited, and what was changed between them."""

from headwater.reuse.find import find_reuse
from headwater.reuse.quotations import find_altered_quotations
from headwater.reuse.versions import Speaker

__all__ = ["Speaker", "find_altered_quotations", "find_reuse"]
