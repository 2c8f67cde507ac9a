"""Which articles tell one story: documents in, stories out; every document in exactly one."""

from headwater.stories.compare import Likeness, SharedWord, compare_documents
from headwater.stories.group import group_stories

__all__ = ["Likeness", "SharedWord", "compare_documents", "group_stories"]
