"""is_posted_on and past_platform: places where people post say nothing."""

import pytest
from tests.entities.reading import chains, resolve

from headwater.entities.platforms import is_posted_on

CHAINS: dict[str, tuple[str, str]] = {
    "owned": ("[[The club's Facebook post]] said {{so}}.", "club"),
    "a-person-s": ("[[The mayor's Twitter post]] said {{so}}.", "mayor"),
    "by": ("[[A Telegram message by the club]] said {{so}}.", "club"),
    "on-by": ("[[A post on X by the club]] said {{so}}.", "club"),
    "nobody-s": ("[[A Facebook post]] said {{so}}.", "Facebook post"),
    "its-own-word": ("[[A Facebook spokesman]] said {{so}}.", "Facebook"),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS)
def test_speaker_of(text: str, expected: str) -> None:
    assert chains(resolve(text)) == [[expected]]


@pytest.mark.parametrize(
    ("platform", "head", "expected"),
    [
        ("Truth Social", "post", True),
        ("Truth", "post", False),
        ("Facebook", "engineer", False),
        ("Velm", "post", False),
    ],
)
def test_a_name_before_a_noun(platform: str, head: str, *, expected: bool) -> None:
    assert is_posted_on(platform, head) is expected
