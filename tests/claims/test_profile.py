"""Profiles: which statements count a part of what others count."""

import pytest
from tests.claims.invented import profiles


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("Four of the nine sailors drowned on Monday.", True),
        ("The flood left 70 others missing on Monday.", True),
        ("The roof of the school killed nine people.", False),
        ("The party won 51 percent of the vote on Monday.", False),
        ("The deal is worth 300 crowns, including debt.", False),
    ],
)
def test_a_part_is_told_from_a_whole(text: str, partial: bool) -> None:
    (profile,) = [profile for profile in profiles("d", text) if profile.statement.value]
    assert profile.partial is partial
