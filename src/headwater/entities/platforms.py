"""Names of the places where people post: "the club's Facebook post" is the club's, and Facebook says nothing.

Imports: the standard library only.
"""

from collections.abc import Sequence

_PLATFORMS = frozenset(
    (
        "facebook twitter x instagram tiktok telegram whatsapp youtube linkedin weibo wechat vk vkontakte snapchat "
        "reddit threads bluesky mastodon discord twitch tumblr medium substack viber line signal messenger vimeo "
        "parler gab koo"
    ).split()
)
_POSTED = frozenset(
    (
        "post posts posting page pages account message messages thread threads feed video videos livestream broadcast "
        "update group groups channel story stories reel reels tweet tweets clip photo photos picture caption profile "
        "handle comment comments blog chat"
    ).split()
)
_BOTH = ("truth", "social")


def past_platform(words: Sequence[str], indices: list[int]) -> list[int]:
    """Return what follows a text's place of posting: "by the club" of "(a post) on Facebook by the club".

    Args:
        words: The words behind the text's noun.
        indices: Their token indices, one a word.
    """
    if len(words) < 2 or words[0] not in ("on", "to", "via") or not words[1][0].isupper():
        return indices
    if tuple(word.casefold() for word in words[1:3]) == _BOTH:
        return indices[3:]
    return indices[2:] if words[1].casefold() in _PLATFORMS else indices


def is_posted_on(platform: str, head: str) -> bool:
    """Tell whether a name before a noun says where something was posted, not whose it is.

    Args:
        platform: The words of the name ("Facebook", "Truth Social").
        head: The noun, any case ("post").
    """
    words = tuple(platform.casefold().split())
    return head.casefold() in _POSTED and ((len(words) == 1 and words[0] in _PLATFORMS) or words == _BOTH)
