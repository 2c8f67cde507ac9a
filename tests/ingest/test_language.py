"""tell_language: what the input says, else what the words show, else nothing."""

import pytest

from headwater.ingest.language import tell_language

CASES: dict[str, tuple[str, str | None, str | None]] = {
    "english": ("The mayor of the city said on Tuesday that the water would last for nine days.", None, "en"),
    "german": ("Die Bürgermeisterin sagte am Dienstag, das Wasser der Stadt reiche noch neun Tage.", None, "de"),
    "too-short": ("The dam held.", None, None),
    "numbers": ("12 34 56 " * 40, None, None),
    "declared": ("The dam held.", "sv", "sv"),
}


@pytest.mark.parametrize(("text", "declared", "expected"), CASES.values(), ids=CASES)
def test_language_is(text: str, declared: str | None, expected: str | None) -> None:
    assert tell_language(text, declared, min_letters=40) == expected
