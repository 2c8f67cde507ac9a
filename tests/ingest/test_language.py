"""tell_language: what the input says, else what the words show, else nothing."""

import pytest

from headwater.ingest.language import tell_language

CASES: dict[str, tuple[str, str | None, str | None]] = {
    "english": ("The mayor of the city said on Tuesday that the water would last for nine days.", None, "en"),
    "german": ("Die Bürgermeisterin sagte am Dienstag, das Wasser der Stadt reiche noch neun Tage.", None, "de"),
    "long-english": ("The mayor said that the water would last for nine days. " * 5, None, "en"),
    "long-danish": (
        "Borgmesteren sagde her i dag, at vandet vil have nok for alle, og at det var for nu. " * 5,
        None,
        "da",
    ),
    "too-short": ("The dam held.", None, None),
    "numbers": ("12 34 56 " * 40, None, None),
    "declared": ("The dam held.", "sv", "sv"),
}


@pytest.mark.parametrize(("text", "declared", "expected"), CASES.values(), ids=CASES)
def test_language_is(text: str, declared: str | None, expected: str | None) -> None:
    assert tell_language(text, declared, min_letters=40) == expected
