"""Which articles tell one story: documents in, stories out; every document in exactly one."""

from headwater.stories.group import group_stories

__all__ = ["group_stories"]
